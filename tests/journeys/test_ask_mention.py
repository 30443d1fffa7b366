"""A mention of the bot: the rest of the message is the ask."""

import pytest

from tests.journeys.conftest import Circle


@pytest.mark.parametrize(
    ("said", "asked"),
    [
        ("@kringle_bot a bookkeeper for a 5-person bakery", "a bookkeeper for a 5-person bakery"),
        ("@Kringle_Bot: a bookkeeper for a 5-person bakery", "a bookkeeper for a 5-person bakery"),
        ("a bookkeeper for a 5-person bakery, @kringle_bot", "a bookkeeper for a 5-person bakery"),
        ("a bookkeeper, @kringle_bot, for a 5-person bakery", "a bookkeeper, for a 5-person bakery"),
    ],
)
async def test_the_rest_of_the_message_is_the_ask(circle: Circle, said: str, asked: str) -> None:
    await circle.anna.says(said, chat=circle.group)
    assert asked in circle.ben.last.split("\n")


async def test_a_mention_under_a_picture(circle: Circle) -> None:
    circle.anna.person.sends("photo", chat=circle.group, caption="@kringle_bot a bookkeeper for a 5-person bakery")
    await circle.stage.settle()
    assert "a bookkeeper for a 5-person bakery" in circle.ben.last.split("\n")


async def test_somebody_elses_name_is_no_ask(circle: Circle) -> None:
    before = len(circle.cards())
    await circle.anna.says("@ben_t do you know a bookkeeper for a 5-person bakery?", chat=circle.group)
    assert len(circle.cards()) == before


async def test_a_mention_and_nothing_else(circle: Circle) -> None:
    await circle.anna.says("@kringle_bot", chat=circle.group)
    assert "What do you need?" in circle.card().text
