"""A group becomes a supergroup and gets a new number: the circle goes on."""

from typing import Any

import pytest

from tests.journeys.conftest import PROFILES, tell_profile
from tests.journeys.stage import Actor, Stage

ASK = "an owner-run bakery with 5 staff, receipts in a shoebox, needs a bookkeeper for monthly books and VAT"


async def small_circle(stage: Stage) -> tuple[Any, Actor, Actor]:
    anna, ben = stage.actor("Anna Berg"), stage.actor("Ben Okoro")
    group = stage.telegram.group("Harbour", creator=anna.person, members=[ben.person], supergroup=False, bot=True)
    await stage.settle()
    for actor in (anna, ben):
        await actor.taps("Join this circle", chat=group)
        await tell_profile(actor, PROFILES[actor.person.name])
    return group, anna, ben


def cards(group: Any) -> list[str]:
    return [message.text for message in group.messages if message.sender_id == 42]


@pytest.mark.parametrize("silent", [False, True], ids=["told by two messages", "told by a refusal only"])
async def test_an_open_ask_goes_on_in_the_new_group(stage: Stage, silent: bool) -> None:
    group, anna, ben = await small_circle(stage)
    await anna.says(f"/need {ASK}", chat=group)
    new = group.upgrade(silent=silent)
    await stage.settle()
    await ben.taps("I can help")
    assert anna.sees("Meet Ben Okoro")
    assert "Introduced" in cards(new)[-1]


async def test_a_new_ask_is_never_taken_for_an_old_one_of_the_same_number(stage: Stage) -> None:
    group, anna, ben = await small_circle(stage)
    for _ in range(2):
        await anna.says(f"/need {ASK}", chat=group)
        await anna.taps("Close", chat=group)
    new = group.upgrade()
    await stage.settle()
    for number in range(4):
        before = len(ben.heard())
        await anna.says(f"/need {ASK}", chat=new)
        assert len(ben.heard()) == before + 1, f"ask {number} was swallowed"


async def test_an_old_join_button_still_works(stage: Stage) -> None:
    group, anna, _ = await small_circle(stage)
    carla = stage.actor("Carla Ruiz")
    link = next(message.buttons[0][0].url for message in group.messages if message.buttons)
    new = group.upgrade(silent=True)
    new.add(carla.person, by=anna.person)
    await stage.settle()
    carla.person.opens(link)
    await stage.settle()
    assert carla.sees("Welcome to Harbour")


async def test_both_messages_twice_move_it_once(stage: Stage) -> None:
    group, anna, ben = await small_circle(stage)
    new = group.upgrade()
    await stage.settle()
    await anna.says(f"/need {ASK}", chat=new)
    for chat, field, value in ((group, "migrate_to_chat_id", new.id), (new, "migrate_from_chat_id", group.id)):
        stage.telegram.raw_update(
            {
                "message": {
                    "message_id": 900,
                    "date": 1_772_000_000,
                    "chat": {"id": chat.id, "type": "group" if chat is group else "supergroup", "title": "Harbour"},
                    "from": {"id": anna.id, "is_bot": False, "first_name": "Anna"},
                    field: value,
                }
            }
        )
    await stage.settle()
    await ben.taps("I can help")
    assert [text for text in cards(new) if "Introduced" in text]
    await anna.says("/circle", chat=new)
    assert "2 members" in cards(new)[-1]


async def test_the_new_group_may_be_heard_of_before_the_upgrade_is(stage: Stage) -> None:
    group, anna, ben = await small_circle(stage)
    await stage.stop()
    new = group.upgrade()
    moved = [update for update in stage.telegram.world.updates.items if "migrate" in str(update.body)]
    for update in moved:
        stage.telegram.world.updates.forget(update.id)
    anna.person.says(f"/need {ASK}", chat=new)
    await stage.start()
    for update in moved:
        stage.telegram.raw_update(dict(update.body))
    await stage.settle()
    await anna.says("/circle", chat=new)
    assert "2 members" in cards(new)[-1]
    await anna.says(f"/need {ASK}", chat=new)
    assert ASK in ben.last
