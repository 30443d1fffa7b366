"""Forgotten means everywhere: no row of any table still knows the person; the others keep their own history."""

from datetime import date

from sqlalchemy import insert, select

import storage.export
import storage.inbox
import storage.introduction
import storage.member
import storage.nudge
import storage.outbox
import storage.referral
from bot.actions import member as members
from bot.domain.facts import Introduced, Note
from bot.domain.nudge import NudgeState
from bot.domain.referral import ReferralState
from storage.database import Transaction
from storage.inbox import Incoming
from storage.tables import metadata, suggestion
from tests.storage.conftest import NOW, a_circle, a_member, a_request, an_introduction, an_offer

ZOE = 987654321
WORDS = ("Zoe", "Zebra", "zoe_z", "zither", str(ZOE))


async def told_of_zoe(tx: Transaction) -> dict[str, int]:
    """In how many rows of which tables something of hers stands."""
    found = {}
    for name, table in metadata.tables.items():
        rows = (await tx.execute(select(table))).all()
        number = sum(any(word in str(tuple(row)) for word in WORDS) for row in rows)
        if number:
            found[name] = number
    return found


async def a_life(tx: Transaction) -> None:
    circle = await a_circle(tx)
    for number in (1, 2):
        await a_member(tx, number, circle)
    await a_member(
        tx, ZOE, circle, first_name="Zoe", last_name="Zebra", username="zoe_z", what_i_do="I tune zithers",
        listen_for=("my zither is out of tune",),
    )  # fmt: skip
    hers = await a_request(tx, circle, ZOE, author_name="Zoe Zebra", text="a zither case", message_id=1)
    await an_offer(tx, hers, 1, because=[["zither case", "cases"]])
    done = await a_request(
        tx, circle, ZOE, author_name="Zoe Zebra", text="a zither", message_id=2, state=ReferralState.INTRODUCED
    )
    await an_introduction(tx, done, 1, giver_name="Zoe Zebra")
    others = await a_request(tx, circle, 1, message_id=3, about_id=ZOE)
    await an_offer(tx, others, ZOE)
    await an_offer(tx, others, 2, hinted_by=ZOE)
    await an_introduction(tx, others, ZOE)
    await storage.referral.add_hint(tx, NOW, others.id, ZOE, None, "my zither teacher")
    await storage.referral.add_hint(tx, NOW, others.id, 2, ZOE, "")
    for member, collaborator in ((ZOE, 1), (1, ZOE)):
        await storage.nudge.add(
            tx, member_id=member, collaborator_id=collaborator, local_date=date(2026, 3, 3), turn=0,
            state=NudgeState.OPEN, created_at=NOW,
        )  # fmt: skip
    made = {"member_id": ZOE, "question": "perfect_client", "state": "offered", "words": "zither players"}
    await tx.execute(insert(suggestion).values(**made, created_at=NOW))
    await storage.outbox.put(tx, NOW, ZOE, Note("start_back", {"name": "Zoe"}))
    await storage.outbox.put(tx, NOW, 1, Note("hint_sent", {"name": "Zoe Zebra"}))
    await storage.outbox.put(tx, NOW, 1, Introduced(1, 1))
    payload = f'{{"message": {{"from": {{"id": {ZOE}, "first_name": "Zoe"}}}}}}'
    updates = [Incoming(1, ZOE, ZOE, payload), Incoming(2, -100, ZOE, payload)]
    await storage.inbox.add(tx, NOW, 42, updates)
    for row, error in zip(await storage.inbox.waiting(tx, 0, 9), (None, "ValueError"), strict=True):
        if error:
            await storage.inbox.failed(tx, row.id, error, None)
        else:
            await storage.inbox.done(tx, row.id)


async def test_nothing_is_left_of_somebody_who_is_forgotten(tx: Transaction) -> None:
    await a_life(tx)
    before = await told_of_zoe(tx)
    assert set(before) >= {
        "member",
        "referral",
        "offer",
        "introduction",
        "hint",
        "nudge",
        "outbox",
        "inbox",
        "suggestion",
    }
    await members.forget(tx, NOW, ZOE)
    left = await told_of_zoe(tx)
    assert left == {"outbox": 1}  # the last word to them
    (last,) = [row for row in await storage.outbox.due(tx, NOW, 99) if row.chat_id == ZOE]
    assert last.fact() == Note("forgotten", language="en")


async def test_the_others_keep_their_history(tx: Transaction) -> None:
    await a_life(tx)
    await members.forget(tx, NOW, ZOE)
    assert len(await storage.introduction.of_person(tx, 1)) == 2
    assert set(await storage.member.get_all(tx, [1, 2, ZOE])) == {1, 2}
    assert await storage.export.everything(tx, ZOE) == {name: [] for name in await storage.export.everything(tx, 1)}


async def test_forgetting_twice_or_a_stranger_is_no_fault(tx: Transaction) -> None:
    await a_life(tx)
    for person in (ZOE, ZOE, 5):
        await members.forget(tx, NOW, person)
    assert await storage.member.get(tx, 1) is not None
