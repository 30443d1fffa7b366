"""The daily nudge: one collaborator to call, why, three questions, four buttons."""

import re

import pytest

from tests.journeys.conftest import Circle
from tests.journeys.stage import Actor, Stage

ASK = "an owner-run bakery with 5 staff, receipts in a shoebox, needs a bookkeeper for the books and VAT"


def named(actor: Actor) -> list[str]:
    """Whom the nudges of a member have named, oldest first, as they were sent."""
    calls = actor.stage.telegram.called("sendMessage", actor.id)
    found = (re.search(r"Today’s call: <a [^>]*>([^<]+)</a>", str(call.params["text"])) for call in calls)
    return [match[1] for match in found if match]


async def nudged(circle: Circle, actor: Actor) -> None:
    await actor.says("/nudge 9:00")
    await circle.stage.until("09:00")


async def test_it_says_whom_why_and_what_to_ask(circle: Circle) -> None:
    await nudged(circle, circle.anna)
    text = circle.anna.last
    (name,) = named(circle.anna)
    assert f"Today’s call: {name}" in text
    assert f"{name.split()[0]} is after: “" in text
    assert "Nobody you know yet does this: “" in text
    questions = text.partition("Three questions for this call")[2]
    assert questions.count("•") == 3
    assert "“Couples who want a relaxed country wedding" in questions
    assert f"Tap the name to write to {name.split()[0]}" in text
    assert circle.anna.buttons() == ["✅ We talked", "Someone else", "Tomorrow", "Skip today"]


async def test_only_who_wants_it_gets_it(circle: Circle) -> None:
    await nudged(circle, circle.anna)
    assert not named(circle.ben)


async def test_nobody_twice_before_everyone_once(circle: Circle) -> None:
    await circle.anna.says("/nudge 9:00")
    for _ in range(6):
        await circle.stage.until("09:00")
    names = named(circle.anna)
    assert len(names) == 6
    assert len(set(names[:3])) == 3
    assert len(set(names[3:])) == 3


async def test_who_was_introduced_waits_until_the_others_were_named(circle: Circle) -> None:
    await circle.anna.says(f"/need {ASK}", chat=circle.group)
    await circle.ben.taps("I can help")
    await circle.anna.says("/nudge 9:00")
    for _ in range(4):
        await circle.stage.until("09:00")
    assert "Ben Okoro" not in named(circle.anna)
    await circle.carla.says("/nudge 9:00")


async def test_who_was_talked_with_waits_on_both_sides(circle: Circle) -> None:
    await nudged(circle, circle.anna)
    (name,) = named(circle.anna)
    await circle.anna.taps("We talked")
    other = circle.stage.cast[name]
    await other.says("/nudge 9:00")
    for _ in range(3):
        await circle.stage.until("09:00")
    assert name not in named(circle.anna)[1:]
    assert "Anna Berg" not in named(other)


async def test_when_everybody_has_been_talked_with_it_begins_anew(circle: Circle) -> None:
    await circle.anna.says("/nudge 9:00")
    for _ in range(3):
        await circle.stage.until("09:00")
        await circle.anna.taps("We talked")
    await circle.stage.until("09:00")
    assert len(named(circle.anna)) == 4


async def test_someone_else_until_only_something_outside_is_left(circle: Circle) -> None:
    await nudged(circle, circle.anna)
    await circle.anna.taps("Someone else")
    await circle.anna.taps("Someone else")
    assert len(set(named(circle.anna))) == 3
    await circle.anna.taps("Someone else")
    assert "look outside" in circle.anna.last


async def test_someone_else_tapped_twice_brings_one(circle: Circle) -> None:
    await nudged(circle, circle.anna)
    message = circle.anna.message("Today’s call")
    data = message.buttons[0][1].data
    await circle.anna.presses(data, message)
    await circle.anna.presses(data, message)
    assert len(named(circle.anna)) == 2


async def test_tomorrow_keeps_the_person(circle: Circle) -> None:
    await nudged(circle, circle.anna)
    await circle.anna.taps("Tomorrow")
    assert "Tomorrow, then" in circle.anna.last
    await circle.stage.until("09:00")
    first, second = named(circle.anna)
    assert first == second


async def test_a_skipped_day_is_not_scolded(circle: Circle) -> None:
    await nudged(circle, circle.anna)
    await circle.anna.taps("Skip today")
    assert "can wait" in circle.anna.last
    await circle.stage.until("09:00")
    first, second = named(circle.anna)
    assert first != second


@pytest.mark.parametrize("button", ["We talked", "Tomorrow", "Skip today"])
async def test_an_answer_can_be_changed(circle: Circle, button: str) -> None:
    await nudged(circle, circle.anna)
    before = circle.anna.last
    await circle.anna.taps(button)
    await circle.anna.taps("Change")
    assert circle.anna.last == before


async def test_of_an_older_one_only_a_call_can_still_be_told(circle: Circle) -> None:
    await nudged(circle, circle.anna)
    first = circle.anna.message("Today’s call")
    await circle.stage.until("09:00")
    assert "another day’s call" in (await circle.anna.taps("Someone else", message=first) or "")
    assert "another day’s call" in (await circle.anna.taps("Tomorrow", message=first) or "")
    assert await circle.anna.taps("We talked", message=first) == "Saved."
    assert "You talked with" in first.text
    assert len(named(circle.anna)) == 2


async def test_the_button_of_somebody_else_does_nothing(circle: Circle) -> None:
    await nudged(circle, circle.anna)
    message = circle.anna.message("Today’s call")
    data = message.buttons[0][0].data
    assert await circle.ben.presses(data, circle.ben.chat[-1]) == "That button is not for you."


async def test_whoever_is_away_or_blocked_the_bot_is_not_suggested(circle: Circle) -> None:
    await circle.ben.says("/pause")
    circle.carla.person.blocks()
    await circle.anna.says("/nudge 9:00")
    for _ in range(3):
        await circle.stage.until("09:00")
    assert set(named(circle.anna)) == {"Dev Shah"}


async def test_with_nobody_to_call_there_is_something_to_do_outside(circle: Circle) -> None:
    for actor in (circle.ben, circle.carla, circle.dev):
        await actor.says("/pause")
    await circle.anna.says("/nudge 9:00")
    await circle.stage.until("09:00")
    assert "look outside" in circle.anna.last
    assert "of 21" not in circle.anna.last


async def test_without_a_circle_nothing_is_said(stage: Stage) -> None:
    lone = stage.actor("Lone Wolf")
    await lone.says("/start")
    await lone.says("/nudge 9:00")
    heard = len(lone.heard())
    await stage.until("09:00")
    assert len(lone.heard()) == heard


async def test_calls_are_shared_out(circle: Circle) -> None:
    everybody = (circle.anna, circle.ben, circle.carla, circle.dev)
    for actor in everybody:
        await actor.says("/nudge 9:00")
    for _ in range(3):
        await circle.stage.until("09:00")
    names = [name for actor in everybody for name in named(actor)]
    assert len(names) == 12
    assert {names.count(name) for name in names} == {3}


async def test_somebody_gone_unnoticed_is_not_suggested_and_somebody_else_is(circle: Circle) -> None:
    for gone in (circle.ben, circle.carla):
        circle.group.record.members.pop(gone.id)  # Telegram told nobody, as in a large group
    await nudged(circle, circle.anna)
    assert named(circle.anna) == ["Dev Shah"]


async def test_whoever_is_gone_unnoticed_gets_no_names(circle: Circle) -> None:
    circle.group.record.members.pop(circle.anna.id)
    await nudged(circle, circle.anna)
    assert named(circle.anna) == []
    assert "no longer in Harbour Circle" in circle.anna.last
