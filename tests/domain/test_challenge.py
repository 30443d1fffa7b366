"""21 days: what uses one up, what a streak survives, which idea comes when."""

from datetime import UTC, date, datetime, timedelta

import pytest

from bot.domain.challenge import DAYS, IDEAS, Square, idea_after, is_over, progress, start_days, used_days
from bot.domain.nudge import Nudge, NudgeState

FIRST = date(2026, 3, 2)  # a Monday
LETTERS = {"t": NudgeState.TALKED, "s": NudgeState.SKIPPED, "m": NudgeState.TOMORROW, "o": NudgeState.OPEN,
           "e": NudgeState.ELSE}  # fmt: skip


def history(days: str) -> list[Nudge]:
    """One word a day, a letter for each suggestion; "-" is a day of rest."""
    made = []
    for number, word in enumerate(days.split()):
        for turn, letter in enumerate(word.strip("-")):
            day = FIRST + timedelta(days=number)
            made.append(Nudge(len(made), 1, 2, day, turn, LETTERS[letter], datetime(2026, 3, 2, tzinfo=UTC)))
    return made


@pytest.mark.parametrize(
    ("days", "used", "streak"),
    [
        ("t t t", 3, 3),
        ("t m t", 2, 2),
        ("t m m m t", 2, 2),
        ("t s t", 3, 2),
        ("t - - - - - t", 2, 2),
        ("t o t", 3, 1),
        ("et et", 2, 2),
        ("es", 1, 0),
        ("em t", 1, 1),
        ("te", 1, 1),
        ("", 0, 0),
    ],
)
def test_what_uses_up_a_day_and_what_a_streak_survives(days: str, used: int, streak: int) -> None:
    made = progress(history(days), FIRST + timedelta(days=60))
    assert (made.day, made.streak) == (used, streak)
    assert len(made.squares) == len(made.rests) == DAYS


def test_rest_days_stand_before_the_square_that_follows() -> None:
    assert progress(history("t - - t m t"), FIRST + timedelta(days=60)).rests[:4] == (0, 2, 1, 0)


def test_today_is_open_and_tomorrow_it_is_not() -> None:
    made = history("t o")
    assert progress(made, FIRST + timedelta(days=1)).squares[1] is Square.TODAY
    assert progress(made, FIRST + timedelta(days=2)).squares[1] is Square.QUIET
    assert progress(made, FIRST + timedelta(days=1)).streak == 1


def test_it_is_over_with_the_last_answer_or_when_its_day_has_passed() -> None:
    last = FIRST + timedelta(days=20)
    assert not is_over(history("t " * 20), last)
    assert is_over(history("t " * 21), last)
    assert not is_over(history("t " * 20 + "o"), last)
    assert is_over(history("t " * 20 + "o"), last + timedelta(days=1))
    assert not is_over(history("t " * 20 + "m"), last + timedelta(days=1))
    assert len(used_days(history("t " * 21))) == DAYS


def test_every_idea_comes_once_before_any_comes_again() -> None:
    given: list[str | None] = []
    for number in range(2 * len(IDEAS)):
        given.append(idea_after(given, 7, FIRST + timedelta(days=number)))
    assert sorted(map(str, given)) == sorted(2 * IDEAS)
    assert sorted(map(str, given[: len(IDEAS)])) == sorted(IDEAS)


@pytest.mark.parametrize(("today", "offered"), [(2, [3, 9, 16]), (7, [8, 9, 16]), (8, [9, 16])])
def test_a_circle_may_start_tomorrow_or_on_a_monday(today: int, offered: list[int]) -> None:
    assert [day.day for day in start_days(date(2026, 3, today))] == offered
