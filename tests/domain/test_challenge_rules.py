"""Whoever is in a circle, wherever they live and whatever they answer for 60 days: the rules of choosing hold."""

import random
from collections import Counter

from hypothesis import given, settings
from hypothesis import strategies as st

from bot.domain.nudge import NudgeState
from tests.bench.challenge import Town, at_random, by_rules, live, row, town_of

DAYS = 60


@settings(max_examples=12)
@given(st.integers(2, 6), st.integers(0, 10**6))
def test_nobody_again_before_everyone_once_and_nobody_more_than_their_share(size: int, seed: int) -> None:
    town = town_of(size, seed)
    lot = random.Random(seed + 1)
    for member in town.people:  # a holiday of up to a fortnight
        begin, long = lot.randrange(DAYS), lot.choice((0, 0, 3, 14))
        town.away |= {(member.id, day) for day in range(begin, begin + long)}
    for member, day, share, made in live(town, DAYS, by_rules):
        mine = town.of(member.id)[: -1 if made else None]
        named = {one.other for one in mine if one.state is not NudgeState.TOMORROW}
        fresh = {one.id for one in town.there(member.id, day)} - named - town.met(member.id)
        if made is None:
            assert all(not share.allows(one) or (one in {m.other for m in mine if m.day == day}) for one in fresh)
            continue
        assert made.other != member.id
        assert (made.other, day) not in town.away
        assert (member.id, day) not in town.away
        assert share.load[made.other] + 1 <= max(1, 2 * (sum(share.load.values()) + 1) / share.people)
        kept = bool(mine) and mine[-1].state is NudgeState.TOMORROW and mine[-1].other == made.other
        if not made.new and not kept:
            assert fresh - {made.other} == set()
        if lot.random() < 0.1:  # "we talked" is said of an older suggestion, too
            earlier = lot.choice(town.of(member.id))
            if earlier.state is not NudgeState.TOMORROW:
                earlier.state = NudgeState.TALKED
    nobody_has_more_than_their_share(town)


def nobody_has_more_than_their_share(town: Town) -> None:
    """Looking back, with every answer known: whoever was suggested had been so, this time counted, at most twice the
    circle's mean of the seven days up to then, or once. So in any seven days nobody was called more often than what
    that mean allowed at the last suggestion of them."""
    allowed: dict[tuple[int, int], float] = {}
    for at, made in enumerate(town.log):
        there = {one.id for one in town.there(made.member, made.day)}
        week = [one for one in town.log[: at + 1] if made.day - 7 < one.day and one.other in there]
        kept = {id(one) for one in week if one.member == made.member and one.state is NudgeState.TOMORROW}
        named = Counter(one.other for one in week if id(one) not in kept - {id(made)})
        allowed[made.other, made.day] = max(1, 2 * named.total() / len(there))
        assert named[made.other] <= allowed[made.other, made.day]
    for day in range(DAYS):
        week = [one for one in town.log if day - 7 < one.day <= day]
        called = Counter(one.other for one in week if one.state is NudgeState.TALKED)
        for person, times in called.items():
            last = max(one.day for one in week if one.other == person)
            assert times <= allowed[person, last]


def test_more_people_are_met_than_at_random() -> None:
    """The table, for a small circle."""
    chosen, drawn = row(12, by_rules).split(), row(12, at_random).split()
    assert float(chosen[3]) > float(drawn[3])
