"""Rights are asked for where a button does its work: one that we signed, in the wrong hands, changes and tells nothing.

Every button of the table of contents is pressed with the numbers of the Harbour Circle's rows by two strangers: Eve,
the host of another circle, and Zoe, who has never spoken to the bot.
"""

import inspect
from datetime import timedelta
from itertools import product
from typing import Any

import pytest
from sqlalchemy import insert, select

from bot.domain.collaborator import Quality
from bot.domain.hours import local
from bot.domain.reflection import Topic
from handlers.contents import ACTIONS
from storage.tables import challenge, metadata, nudge, prospect, refer_out, reflection, suggestion
from tests.journeys.conftest import Circle, tell_profile
from tests.journeys.stage import MORNING, Actor

LEDGERS = ("inbox", "outbox", "posted", "pace", "lease")
WORDS: dict[str, tuple[Any, ...]] = {  # what may stand for an argument; others are a row's number
    "question": ("perfect_client", "zone"),
    "answer": ("taken",),
    "setup": (0, 1),
    "code": ("de",),
    "name": ("size", "wait"),
    "value": (3,),
    "days": (3,),
    "sure": (1,),
    "reason": ("size",),
    "outcome": ("hired",),
    "yes": (1, 0),
    "take": (1,),
    "state": ("called",),
    "hour": ("9h30",),
    "weekday": (2,),
    "never": (1,),
    "quality": (next(iter(Quality)),),
    "topic": tuple(Topic)[:3],
    "run": (0,),
    "digest": (7,),
    "day": (1,),
    "of": (0,),
    "number": (0, 1),
}
OF_AN_ACTION: dict[tuple[str, str], tuple[Any, ...]] = {
    ("consent", "answer"): ("yes",),
    ("refer-why", "reason"): ("capacity",),
    ("nudge", "state"): ("talked", "else"),
}
SECRETS = ("Anna", "Ben", "Carla", "Dev", "Harbour", "shoebox", "horse", "cousin", "Rumpel")


def buttons(ben: int) -> list[tuple[Any, ...]]:
    """Every action with everything that may stand for its arguments."""
    found: list[tuple[Any, ...]] = []
    for action, do in ACTIONS.items():
        names = list(inspect.signature(do).parameters)[1:]
        people = {"member_id": (ben,), "person": (ben,), "circle_id": (1,)}
        choices = [OF_AN_ACTION.get((action, name)) or people.get(name) or WORDS.get(name) or (1, 2) for name in names]
        found += [(action, *arguments) for arguments in product(*choices)]
    return found


async def fill(circle: Circle) -> None:
    """A row of every kind, all of Harbour's members."""
    await circle.anna.says("/need a bookkeeper for the bakery of my cousin", chat=circle.group)
    await circle.ben.taps("I can help")
    await circle.anna.says("/need a vet for an old horse", chat=circle.group)
    await circle.anna.says("/need a bookkeeper for a café with a shoebox", chat=circle.group)
    anna, ben, now = circle.anna.id, circle.ben.id, MORNING
    today = local(now, "UTC").date()
    async with circle.stage.bot.house.database.transaction() as tx:
        for number, other in ((1, ben), (2, circle.carla.id)):
            await tx.execute(insert(nudge).values(
                member_id=anna, collaborator_id=other, local_date=today, turn=number, state="open",
                created_at=now,
            ))  # fmt: skip
            await tx.execute(insert(prospect).values(
                member_id=anna, name="Rumpel", line="cousin", state="to_call", created_at=now
            ))  # fmt: skip
            await tx.execute(insert(refer_out).values(
                giver_id=ben, text="my cousin", client="", circle_id=1, created_at=now
            ))  # fmt: skip
            await tx.execute(insert(suggestion).values(
                member_id=ben, question="perfect_client", state="offered", words="Rumpel", created_at=now
            ))  # fmt: skip
            await tx.execute(insert(challenge).values(
                member_id=(anna, ben)[number - 1], state="running", starts_on=today, created_at=now
            ))  # fmt: skip
            await tx.execute(insert(reflection).values(
                member_id=anna, number=number, answer="Rumpel and cousin", answered_at=now
            ))  # fmt: skip


async def rows_without(circle: Circle, *strangers: int) -> dict[str, list[tuple[object, ...]]]:
    """Every row that does not name one of the strangers."""
    async with circle.stage.bot.house.database.reading() as tx:
        return {
            name: [tuple(row) for row in await tx.execute(select(table)) if not set(strangers) & _numbers(row)]
            for name, table in metadata.tables.items()
            if name not in LEDGERS
        }


def _numbers(row: Any) -> set[int]:
    return {value for value in row if isinstance(value, int)}


def told(stranger: Actor) -> str:
    """Everything that the bot ever wrote to somebody, files and notices of buttons too."""
    calls = [call for call in stranger.stage.telegram.calls if str(call.params.get("chat_id")) == str(stranger.id)]
    return "\n".join(f"{call.params}" for call in calls) + "\n".join(stranger.heard())


@pytest.mark.parametrize("who", ["Eve Stone", pytest.param("Zoe Hart", marks=pytest.mark.slow)])
async def test_no_button_in_the_wrong_hands_does_anything(circle: Circle, who: str) -> None:
    await fill(circle)
    stranger = circle.stage.actor(who)
    hill = circle.stage.telegram.group("Hill Circle", creator=circle.stage.actor("Eve Stone").person)
    hill.add_bot(by=circle.stage.actor("Eve Stone").person)
    await circle.stage.settle()
    if who == "Eve Stone":
        await stranger.taps("Join this circle", chat=hill)
        await tell_profile(stranger, ("I bake bread.", "Cafés that want sourdough every morning."))
    else:
        hill.add(stranger.person)
    message = hill.messages[-1]
    group, told_before = circle.told_group(), [len(one.heard()) for one in (circle.anna, circle.ben, circle.carla)]
    before = await rows_without(circle, stranger.id)
    notices = []
    for at, (action, *arguments) in enumerate(buttons(circle.ben.id)):
        if at % 50 == 49:
            await circle.stage.settle()
            circle.stage.clock.move(timedelta(minutes=1))
        data = circle.stage.bot.house.signer.button(action, *arguments)
        notices.append(stranger.person.presses(data, message))
    await circle.stage.settle()
    assert await rows_without(circle, stranger.id) == before
    assert circle.told_group() == group
    assert [len(one.heard()) for one in (circle.anna, circle.ben, circle.carla)] == told_before
    answers = [await one.answered() for one in notices]
    heard = told(stranger) + "\n".join(str(answer.text) for answer in answers if answer)
    assert [word for word in SECRETS if word in heard] == []
    assert not any("lot of taps" in str(answer.text) for answer in answers if answer)
