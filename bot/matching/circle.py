"""Whom of a circle to look at closely, in an order that does not depend on how the members were given, and where and in
what language they work."""

from collections.abc import Sequence
from itertools import pairwise

import numpy as np

from bot.domain.routing import Key, Statement
from bot.matching.ask import Ask
from bot.matching.nearness import Floats
from bot.matching.places import Places, nearness
from bot.matching.shelf import Shelf
from bot.matching.tongues import heard, spoken

WIDE = 64  # of a larger circle only the nearest so many are looked at closely


def close_and_far(ask: Ask, members: Sequence[Statement], shelf: Shelf) -> tuple[list[Statement], list[Statement]]:
    """The members to look at closely, by key, and the others, nearest first; in a circle of usual size none."""
    if len(members) <= WIDE:
        return sorted(members, key=lambda member: by_key(member.member)), []
    scores = np.round(shelf.rough(ask.vector, members), 6)
    order = [members[row] for row in np.argsort(-scores, kind="stable")]
    fallen = np.sort(-scores)
    for first, last in _runs(fallen):
        order[first:last] = sorted(order[first:last], key=lambda member: by_key(member.member))
    return sorted(order[:WIDE], key=lambda member: by_key(member.member)), order[WIDE:]


def _runs(values: Floats) -> list[tuple[int, int]]:
    """First and last place of each run of equal values that is longer than one."""
    edges = np.flatnonzero(np.r_[True, values[1:] != values[:-1], True])
    return [(int(a), int(b)) for a, b in pairwise(edges) if b - a > 1]


def circumstances(ask: Ask, members: Sequence[Statement], places: Places) -> tuple[Floats, Floats]:
    """(members,) each: does the place suit, and does the language: 1 yes, −1 no, 0 unknown."""
    areas = places.areas([member.place for member in members])
    asked = places.asked(ask.text, areas)
    near = [nearness(asked, area) for area in areas]
    tongue = [heard(ask.tongues, spoken(member.languages)) for member in members]
    return np.array(near, dtype=np.float64), np.array(tongue, dtype=np.float64)


def by_key(key: Key) -> tuple[bool, int, str]:
    """Sorts numbers before words."""
    return (isinstance(key, str), key if isinstance(key, int) else 0, key if isinstance(key, str) else "")
