"""The bot comes to a group: it is greeted once, however Telegram tells it."""

from typing import Any

from tests.journeys.conftest import Circle
from tests.journeys.stage import Stage


def said(group: Any) -> list[str]:
    return [message.text for message in group.messages if message.sender_id == 42]


async def test_a_group_is_greeted_once_with_one_button(stage: Stage) -> None:
    anna = stage.actor("Anna Berg")
    group = stage.telegram.group("Harbour", creator=anna.person)
    group.add_bot(by=anna.person)  # Telegram tells it twice: as a change of status, and as a line in the group
    await stage.settle()
    assert len(said(group)) == 1
    assert "I’m Kringle" in said(group)[0]
    assert group.messages[-1].labels == ["🤝 Join this circle"]


async def test_a_group_made_with_the_bot_in_it_is_greeted_once(stage: Stage) -> None:
    anna = stage.actor("Anna Berg")
    group = stage.telegram.group("Harbour", creator=anna.person, supergroup=False, bot=True)
    await stage.settle()
    assert len(said(group)) == 1


async def test_becoming_an_admin_is_no_reason_to_greet_again(circle: Circle) -> None:
    circle.group.promote_bot()
    circle.group.demote_bot()
    await circle.stage.settle()
    assert len(circle.said()) == 1


async def test_removed_and_added_again_it_greets_again_and_knows_everybody(circle: Circle) -> None:
    circle.group.remove_bot(by=circle.anna.person)
    await circle.stage.settle()
    assert len(circle.said()) == 1
    circle.group.add_bot(by=circle.ben.person)
    await circle.stage.settle()
    assert len(circle.said()) == 2
    await circle.anna.says("/circle", chat=circle.group)
    assert "4 members" in circle.card().text


async def test_while_it_is_away_nobody_is_asked_and_nobody_is_lost(circle: Circle) -> None:
    await circle.anna.says("/need a bookkeeper for my bakery with 5 staff, receipts in a shoebox", chat=circle.group)
    heard = len(circle.carla.heard()), len(circle.dev.heard())
    circle.group.remove_bot(by=circle.anna.person)
    await circle.stage.settle()
    await circle.stage.later(hours=26)
    assert (len(circle.carla.heard()), len(circle.dev.heard())) == heard
    assert not circle.anna.sees("I’ve asked the circle who knows someone")
    circle.group.add_bot(by=circle.anna.person)
    await circle.stage.settle()
    assert await circle.ben.taps("I can help") == "Wonderful – introducing you."
    assert circle.anna.sees("Meet Ben Okoro")


async def test_a_renamed_group_is_a_renamed_circle(circle: Circle) -> None:
    circle.group.renames("Lighthouse Circle")
    await circle.stage.settle()
    await circle.ben.says("/profile")
    assert "Lighthouse Circle" in circle.ben.last


async def test_start_in_a_group_says_what_works_there(circle: Circle) -> None:
    await circle.ben.says("/start@kringle_bot", chat=circle.group)
    assert "/need" in circle.card().text
