"""Whom a member could call today."""

from datetime import date, timedelta

import pytest
from hypothesis import given
from hypothesis import strategies as st

from bot.domain.nudge import choose_collaborator

DAY = date(2026, 3, 3)


def test_with_nobody_there_is_nobody() -> None:
    assert choose_collaborator(1, [], {}, {}, None, DAY) is None
    assert choose_collaborator(1, [], {}, {}, 2, DAY) is None


def test_the_one_kept_for_tomorrow_comes_first() -> None:
    assert choose_collaborator(1, [2, 3], {3: 5}, {3: 5}, 3, DAY) == 3


def test_the_one_kept_who_is_gone_is_not_waited_for() -> None:
    assert choose_collaborator(1, [2], {}, {}, 3, DAY) == 2


@pytest.mark.parametrize(
    ("shown", "load", "chosen"),
    [({2: 1}, {3: 9}, 3), ({2: 1, 3: 1}, {3: 9}, 2), ({}, {2: 1}, 3), ({3: 2, 2: 1}, {}, 2)],
)
def test_less_shown_goes_before_less_called(shown: dict[int, int], load: dict[int, int], chosen: int) -> None:
    assert choose_collaborator(1, [2, 3], shown, load, None, DAY) == chosen


@given(
    st.sets(st.integers(2, 60), min_size=1, max_size=12),
    st.dictionaries(st.integers(2, 60), st.integers(0, 9)),
    st.integers(1, 3),
)
def test_nobody_twice_before_everyone_once(people: set[int], load: dict[int, int], rounds: int) -> None:
    shown: dict[int, int] = {}
    for day in range(rounds * len(people)):
        chosen = choose_collaborator(1, sorted(people), shown, load, None, DAY + timedelta(days=day))
        assert chosen in people
        shown[chosen] = shown.get(chosen, 0) + 1
        assert max(shown.values()) - min(shown.get(one, 0) for one in people) <= 1
    assert set(shown.values()) == {rounds}


@given(st.permutations(list(range(2, 12))), st.integers(0, 400))
def test_the_order_of_the_rows_changes_nothing(people: list[int], days: int) -> None:
    day = DAY + timedelta(days=days)
    assert choose_collaborator(1, people, {}, {}, None, day) == choose_collaborator(
        1, sorted(people), {}, {}, None, day
    )


def test_not_everybody_calls_the_same_person_on_one_day() -> None:
    chosen = {choose_collaborator(member, [100, 101, 102], {}, {}, None, DAY) for member in range(30)}
    assert chosen == {100, 101, 102}
