"""Whom of a circle to look at closely, in an order that does not depend on how the members were given, and where and in
what language they work."""

from collections.abc import Sequence

import numpy as np
import numpy.typing as npt

from bot.domain.routing import Key, Statement
from bot.matching.ask import Ask
from bot.matching.nearness import Floats
from bot.matching.places import Places, nearness
from bot.matching.shelf import Shelf
from bot.matching.tongues import heard, spoken

_LARGEST = 2**62
WIDE = 64  # of a larger circle only the nearest so many are looked at closely


def close_and_far(ask: Ask, members: Sequence[Statement], shelf: Shelf) -> tuple[list[Statement], list[Statement]]:
    """The members to look at closely, by key, and the others, nearest first; in a circle of usual size none."""
    if len(members) <= WIDE:
        return sorted(members, key=lambda member: by_key(member.member)), []
    scores = np.round(shelf.rough(ask.vector, members), 6)
    places = _places([member.member for member in members])
    order = list(map(members.__getitem__, np.lexsort((places, -scores)).tolist()))
    return sorted(order[:WIDE], key=lambda member: by_key(member.member)), order[WIDE:]


def _places(keys: Sequence[Key]) -> npt.NDArray[np.int64]:
    """Numbers in the order of the keys; those of members are such numbers themselves."""
    numbers = [key for key in keys if type(key) is int]
    if len(numbers) == len(keys) and max(map(abs, numbers), default=0) <= _LARGEST:
        return np.array(numbers, dtype=np.int64)
    places = np.empty(len(keys), dtype=np.int64)
    places[sorted(range(len(keys)), key=lambda at: by_key(keys[at]))] = np.arange(len(keys))
    return places


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
