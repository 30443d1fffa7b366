"""Ben is a member of two circles. Neither hears anything of the other through him."""

from typing import Any

import pytest

from tests.journeys.conftest import Circle, tell_profile
from tests.journeys.stage import Actor

OF_HILL = ("Eve", "Hill", "sourdough", "Mill")
OF_HARBOUR = ("Anna", "Carla", "Dev", "Harbour", "wedding", "electric")
ASK = "/need a bookkeeper for a 5-person bakery"


@pytest.fixture
async def hill(circle: Circle) -> Any:
    """A second group: Eve Stone, its host, and Ben."""
    eve = circle.stage.actor("Eve Stone")
    group = circle.stage.telegram.group("Hill Circle", creator=eve.person, members=[circle.ben.person])
    group.add_bot(by=eve.person)
    await circle.stage.settle()
    await eve.taps("Join this circle", chat=group)
    await tell_profile(eve, ("I bake sourdough bread at the Mill.", "Cafés that want sourdough every morning."))
    await circle.ben.taps("Join this circle", chat=group)
    return group


def told(circle: Circle, chat_id: int) -> str:
    """Everything that the bot ever sent to a chat."""
    return "\n".join(str(call.params) for call in circle.stage.telegram.calls
                     if str(call.params.get("chat_id")) == str(chat_id))  # fmt: skip


def nothing_got_across(circle: Circle, hill: Any) -> None:
    for actor in (circle.anna, circle.carla, circle.dev):
        assert [word for word in OF_HILL if word in told(circle, actor.id)] == []
    for chat_id in (circle.stage.actor("Eve Stone").id, hill.id):
        assert [word for word in OF_HARBOUR if word in told(circle, chat_id)] == []
    assert [word for word in OF_HILL if word in told(circle, circle.group.id)] == []


async def both_ask(circle: Circle, hill: Any) -> Actor:
    eve = circle.stage.actor("Eve Stone")
    await eve.says(f"{ASK} at the Mill", chat=hill)
    await circle.anna.says(f"{ASK} before the wedding", chat=circle.group)
    return eve


async def test_asks_offers_and_introductions(circle: Circle, hill: Any) -> None:
    eve = await both_ask(circle, hill)
    assert circle.ben.sees("at the Mill")
    assert circle.ben.sees("before the wedding")
    await circle.ben.taps("I can help", message=circle.ben.message("at the Mill"))
    assert "Ben" in eve.last
    await circle.ben.taps("I can help", message=circle.ben.message("before the wedding"))
    assert "Ben" in circle.anna.last
    nothing_got_across(circle, hill)


async def test_hints(circle: Circle, hill: Any) -> None:
    eve = circle.stage.actor("Eve Stone")
    await eve.says("/need a vet for the horse of the Mill", chat=hill)
    await circle.ben.taps("I know someone", chat=hill)
    assert not [label for label in circle.ben.buttons() if label.startswith(("Anna", "Carla", "Dev"))]
    await circle.anna.says("/need a vet for the horse at my wedding", chat=circle.group)
    await circle.ben.taps("I know someone", chat=circle.group)
    assert "Carla Ruiz" in circle.ben.buttons()
    assert "Eve Stone" not in circle.ben.buttons()
    signer = circle.stage.bot.house.signer
    for referral, member in ((1, circle.carla.id), (2, eve.id)):
        data = signer.button("pick", referral, member, 0)
        await circle.ben.presses(data, circle.ben.chat[-1])
    nothing_got_across(circle, hill)


async def test_looking_up_and_comparing(circle: Circle, hill: Any) -> None:
    eve = circle.stage.actor("Eve Stone")
    for actor, other in ((circle.anna, "Stone"), (eve, "Ruiz")):
        await actor.says("/who")
        await actor.says(f"/who {other}")
        await actor.says("/overlap")
        await actor.says("/overlap Ben")
        await actor.says("/stats")
        await actor.says("/challenge")
    await eve.says("/circle", chat=hill)
    await circle.anna.says("/circle", chat=circle.group)
    await circle.anna.taps("Settings", chat=circle.group)
    await circle.anna.taps("Numbers", message=circle.anna.message("⚙️"))
    await eve.taps("Settings", chat=hill)
    await eve.taps("Numbers", message=eve.message("⚙️"))
    assert circle.anna.sees("Ben")
    assert eve.sees("Ben")
    nothing_got_across(circle, hill)


async def test_nudges_and_what_follows_them(circle: Circle, hill: Any) -> None:
    for actor in (circle.anna, circle.ben, circle.stage.actor("Eve Stone")):
        await actor.says("/nudge 9:00")
    await circle.stage.until("09:30")
    for _ in range(3):
        await circle.stage.later(days=1)
    assert circle.stage.actor("Eve Stone").sees("Ben")
    nothing_got_across(circle, hill)


async def test_ben_leaves_one_of_them(circle: Circle, hill: Any) -> None:
    await both_ask(circle, hill)
    hill.leave(circle.ben.person)
    await circle.stage.settle()
    await circle.ben.taps("I can help", message=circle.ben.message("before the wedding"))
    assert "Ben" in circle.anna.last
    nothing_got_across(circle, hill)
