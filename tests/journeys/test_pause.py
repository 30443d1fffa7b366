"""A holiday from offers and nudges, with or without an end."""

import pytest

from tests.journeys.conftest import Circle
from tests.journeys.test_nudge import named

ASK = "an owner-run bakery with 5 staff, receipts in a shoebox, needs a bookkeeper for the books and VAT"


async def test_without_an_end_it_lasts_until_they_are_back(circle: Circle) -> None:
    await circle.ben.says("/nudge 9:00")
    await circle.ben.says("/pause")
    assert "Enjoy your holiday" in circle.ben.last
    await circle.stage.later(days=60)
    await circle.anna.says(f"/need {ASK}", chat=circle.group)
    assert not circle.ben.sees(ASK)
    assert named(circle.ben) == []
    await circle.ben.taps("I’m back")
    assert "Welcome back!" in circle.ben.last
    await circle.anna.says(f"/need {ASK} in town", chat=circle.group)
    assert "in town" in circle.ben.last
    await circle.stage.until("09:00")
    assert len(named(circle.ben)) == 1


async def test_some_days_end_by_themselves(circle: Circle) -> None:
    await circle.ben.says("/nudge 9:00")
    await circle.ben.says("/pause 7")
    assert "for 7 days" in circle.ben.last
    await circle.stage.later(days=6, hours=23)
    assert named(circle.ben) == []
    await circle.anna.says(f"/need {ASK}", chat=circle.group)
    assert not circle.ben.sees(ASK)
    await circle.stage.later(hours=1)
    assert circle.ben.sees("Your holiday is over")
    await circle.anna.says(f"/need {ASK} in town", chat=circle.group)
    assert "in town" in circle.ben.last
    await circle.stage.until("09:00")
    assert len(named(circle.ben)) == 1


async def test_a_holiday_closes_what_is_open(circle: Circle) -> None:
    await circle.anna.says(f"/need {ASK}", chat=circle.group)
    offer = circle.ben.message(ASK)
    await circle.ben.says("/pause 3")
    assert offer.labels == []
    assert "Who knows someone?" in circle.card().text


@pytest.mark.parametrize("words", ["soon", "0", "-3", "1000", "99999999", "2.5", "７"])
async def test_a_number_of_days_that_is_none(circle: Circle, words: str) -> None:
    await circle.ben.says(f"/pause {words}")
    assert "For how many days?" in circle.ben.last
    await circle.ben.says("/resume")
    assert "You are not on holiday" in circle.ben.last


async def test_one_day_is_one_day(circle: Circle) -> None:
    await circle.ben.says("/pause 1")
    assert "for 1 day." in circle.ben.last


async def test_resume(circle: Circle) -> None:
    await circle.ben.says("/pause 30")
    await circle.ben.says("/profile")
    assert "On holiday" in circle.ben.last
    await circle.ben.says("/resume")
    assert "Welcome back!" in circle.ben.last
    await circle.stage.later(days=31)
    assert not circle.ben.sees("Your holiday is over")


async def test_on_holiday_the_nudge_says_so(circle: Circle) -> None:
    await circle.ben.says("/pause")
    await circle.ben.says("/nudge 9:00")
    assert "You are on holiday, so no nudges come" in circle.ben.last
    await circle.stage.until("09:00")
    assert named(circle.ben) == []
