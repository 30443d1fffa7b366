"""Joining a circle: by its link, and only for people of its group."""

import pytest

from bot.domain.signing import Signer
from bot.sandbox.api.faults import Answer
from tests.journeys.conftest import Circle, tell_profile
from tests.journeys.stage import Stage


def link_of(circle: Circle) -> str:
    return str(next(m.buttons[0][0].url for m in circle.group.messages if m.sender_id == 42 and m.buttons))


async def test_a_member_of_the_group_joins_and_is_asked_the_first_question(circle: Circle) -> None:
    eve = circle.stage.actor("Eve Stone")
    circle.group.add(eve.person)
    await eve.taps("Join this circle", chat=circle.group)
    assert eve.sees("Welcome to Harbour Circle, Eve!")
    assert "1/8" in eve.last
    assert "What do you do?" in eve.last
    assert eve.buttons() == ["Skip"]


async def test_somebody_outside_the_group_is_refused(circle: Circle) -> None:
    eve = circle.stage.actor("Eve Stone")
    eve.person.opens(link_of(circle))
    await circle.stage.settle()
    assert "I can’t find you there" in eve.last
    await eve.says("/who")
    assert "Anna" not in eve.last


async def test_somebody_who_left_the_group_is_refused(circle: Circle) -> None:
    link = link_of(circle)
    circle.group.leave(circle.ben.person)
    await circle.stage.settle()
    circle.ben.person.opens(link)
    await circle.stage.settle()
    assert "I can’t find you there" in circle.ben.last


@pytest.mark.parametrize("change", ["truncate", "number", "purpose", "mac", "nonsense", "empty number"])
async def test_a_link_that_is_not_ours_opens_nothing(circle: Circle, change: str) -> None:
    payload = link_of(circle).partition("start=")[2]
    body, _, mac = payload.partition("-")
    forged = {
        "truncate": payload[:-3],
        "number": f"{body}7-{mac}",
        "purpose": f"s{body[1:]}-{mac}",
        "mac": f"{body}-{'A' * len(mac)}",
        "nonsense": "hello_world",
        "empty number": f"j-{mac}",
    }[change]
    await circle.ben.says(f"/start {forged}")
    assert "not one of mine" in circle.ben.last


async def test_the_link_of_another_bot_opens_nothing(circle: Circle) -> None:
    other = Signer(b"the key of another bot, somewhere")
    await circle.ben.says(f"/start {other.start('j', 1)}")
    assert "not one of mine" in circle.ben.last


async def test_when_telegram_does_not_say_the_person_may_try_again(circle: Circle) -> None:
    eve = circle.stage.actor("Eve Stone")
    circle.group.add(eve.person)
    circle.stage.telegram.faults.add("getChatMember", Answer(500, "Internal Server Error"))
    await eve.taps("Join this circle", chat=circle.group)
    assert "tap the join button again" in eve.last
    await eve.taps("Join this circle", chat=circle.group)
    assert "1/8" in eve.last


async def test_joining_twice_changes_nothing(circle: Circle) -> None:
    await circle.ben.taps("Join this circle", chat=circle.group)
    assert "You are in Harbour Circle already" in circle.ben.last
    await circle.ben.says("/profile")
    assert "Bookkeeper" in circle.ben.last


async def test_a_second_circle_knows_what_was_said_in_the_first(circle: Circle) -> None:
    eve = circle.stage.actor("Eve Stone")
    hill = circle.stage.telegram.group("Hill Circle", creator=eve.person, members=[circle.ben.person])
    hill.add_bot(by=eve.person)
    await circle.stage.settle()
    await eve.taps("Join this circle", chat=hill)
    await tell_profile(eve, ("I bake bread.", "Cafés who want sourdough every morning."))
    await circle.ben.taps("Join this circle", chat=hill)
    assert "I know your statements already" in circle.ben.last
    await circle.ben.says("/who")
    assert "Eve Stone" in circle.ben.last
    assert "Anna Berg" in circle.ben.last
    await circle.anna.says("/who")
    assert "Eve" not in circle.anna.last
    circle.group.leave(circle.ben.person)
    await circle.stage.settle()
    assert "no longer in Harbour Circle" in circle.ben.last
    await circle.ben.says("/who")
    assert "Eve Stone" in circle.ben.last
    assert "Anna" not in circle.ben.last


async def test_coming_back_to_the_group_takes_one_tap(circle: Circle) -> None:
    circle.group.leave(circle.ben.person)
    circle.group.add(circle.ben.person)
    await circle.stage.settle()
    await circle.ben.taps("Join this circle", chat=circle.group)
    assert "I know your statements already" in circle.ben.last
    await circle.anna.says("/need a bookkeeper for a 5-person bakery", chat=circle.group)
    assert "Is this yours?" in circle.ben.last


async def test_a_link_of_a_group_without_the_bot_says_so(circle: Circle) -> None:
    eve = circle.stage.actor("Eve Stone")
    circle.group.add(eve.person)
    link = link_of(circle)
    circle.group.remove_bot(by=circle.anna.person)
    await circle.stage.settle()
    eve.person.opens(link)
    await circle.stage.settle()
    assert "I’m not in that group any more" in eve.last


async def test_start_without_a_link_offers_the_next_step(stage: Stage) -> None:
    eve = stage.actor("Eve Stone")
    await eve.says("/start")
    assert "Welcome to Kringle" in eve.last
    assert eve.buttons() == ["➕ Add me to a group"]
    assert eve.message("Welcome").buttons[0][0].url == "https://t.me/kringle_bot?startgroup=true"


async def test_a_newcomer_is_useful_after_two_answers(circle: Circle) -> None:
    eve = circle.stage.actor("Eve Stone")
    circle.group.add(eve.person)
    await eve.taps("Join this circle", chat=circle.group)
    await tell_profile(eve, ("I repair boilers.", "Landlords whose tenants have no heating and need somebody today."))
    assert eve.sees("That’s all – you are in.")
    await circle.anna.says("/need somebody to repair the boiler of my tenant today", chat=circle.group)
    assert "Is this yours?" in eve.last
