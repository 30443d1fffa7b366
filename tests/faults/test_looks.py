"""The outbox's rows are read when that may bring something, and never for long not at all."""

from datetime import UTC, datetime, timedelta

import pytest

from bot.runtime.looks import FEW_AHEAD, Looks, first

NOW = datetime(2026, 3, 3, 9, 30, tzinfo=UTC)
SECOND = timedelta(seconds=1)


def looked(**left: object) -> Looks:
    looks = Looks()
    assert looks.is_worth_it(NOW, 0, news=False)  # nobody has ever looked
    for name, value in left.items():
        setattr(looks, name, value)
    return looks


@pytest.mark.parametrize(
    ("left", "ahead", "news", "worth"),
    [
        ({}, 0, False, False),
        ({}, 0, True, True),
        ({}, 99, True, True),
        ({"more": True}, FEW_AHEAD, False, True),
        ({"more": True}, FEW_AHEAD + 1, False, False),
        ({"again_at": NOW}, 99, False, True),
        ({"again_at": NOW + SECOND}, 0, False, False),
    ],
)
def test_what_makes_a_look_worth_it(left: dict[str, object], ahead: int, news: bool, worth: bool) -> None:
    assert looked(**left).is_worth_it(NOW, ahead, news=news) is worth


def test_a_look_takes_all_there_was_room_for() -> None:
    looks = looked(more=True)
    assert [looks.is_worth_it(NOW, 0, news=False) for _ in range(2)] == [True, False]


def test_the_first_of_what_is_there() -> None:
    assert first(None, NOW + SECOND, NOW) == NOW
    assert first(None, None) is None
