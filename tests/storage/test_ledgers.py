"""The two ledgers: what came in is kept once and in order, what must be said is said once and in turn."""

from collections import Counter
from collections.abc import Sequence
from datetime import datetime, timedelta

import pytest
from hypothesis import given
from hypothesis import strategies as st

import storage.held
import storage.inbox
import storage.outbox
from bot.domain.facts import CardShown, Fact, Note, Nudged, OfferMade
from bot.runtime.receiving import incoming
from storage.database import Database, Transaction
from storage.inbox import Incoming
from tests.storage.conftest import NOW

BOT = 42


def some(*numbers: int, chat: int = 7) -> list[Incoming]:
    return [Incoming(number, chat, chat, f'{{"update_id": {number}}}') for number in numbers]


async def numbers(tx: Transaction, after: int = 0) -> list[int]:
    return [row.update_id for row in await storage.inbox.waiting(tx, after, 99)]


async def test_an_update_is_kept_once(tx: Transaction) -> None:
    assert await storage.inbox.add(tx, NOW, BOT, some(1, 2)) == 2
    assert await storage.inbox.add(tx, NOW, BOT, some(2, 3, 1)) == 1
    assert await storage.inbox.add(tx, NOW, BOT, some(3, 3)) == 0
    assert await storage.inbox.add(tx, NOW, BOT + 1, some(1)) == 1
    assert await storage.inbox.add(tx, NOW, BOT, []) == 0
    assert await numbers(tx) == [1, 2, 3, 1]
    assert await storage.inbox.count_waiting(tx) == 4


async def test_an_update_that_was_handled_does_not_come_back(tx: Transaction) -> None:
    await storage.inbox.add(tx, NOW, BOT, some(1, 2))
    first = (await storage.inbox.waiting(tx, 0, 1))[0]
    assert await storage.inbox.done(tx, first.id)
    assert not await storage.inbox.done(tx, first.id)
    assert await storage.inbox.add(tx, NOW, BOT, some(1)) == 0
    assert await numbers(tx) == [2]


async def test_updates_wait_in_the_order_of_their_arrival(tx: Transaction) -> None:
    await storage.inbox.add(tx, NOW, BOT, some(9, 3, 5))
    assert await numbers(tx) == [9, 3, 5]
    rows = await storage.inbox.waiting(tx, 0, 2)
    assert [row.update_id for row in rows] == [9, 3]
    assert await numbers(tx, after=rows[-1].id) == [5]


async def test_a_batch_as_large_as_a_long_stop_makes_it(tx: Transaction) -> None:
    assert await storage.inbox.add(tx, NOW, BOT, some(*range(1000))) == 1000


async def test_a_failed_update_waits_for_its_time_or_is_set_aside(tx: Transaction) -> None:
    await storage.inbox.add(tx, NOW, BOT, some(1, 2))
    first, second = await storage.inbox.waiting(tx, 0, 9)
    await storage.inbox.failed(tx, first.id, "x" * 5000, NOW + timedelta(seconds=5))
    await storage.inbox.failed(tx, second.id, "ValueError", None)
    (again,) = await storage.inbox.waiting(tx, 0, 9)
    assert (again.update_id, again.attempts, again.not_before) == (1, 1, NOW + timedelta(seconds=5))
    assert again.payload == first.payload


async def test_what_was_handled_long_ago_is_swept_and_its_number_may_come_again(tx: Transaction) -> None:
    await storage.inbox.add(tx, NOW, BOT, some(1, 2, 3))
    rows = await storage.inbox.waiting(tx, 0, 9)
    await storage.inbox.done(tx, rows[0].id)
    await storage.inbox.failed(tx, rows[1].id, "x", None)
    week = timedelta(days=7)
    assert await storage.inbox.sweep(tx, NOW + week, week) == 0
    assert await storage.inbox.sweep(tx, NOW + week + timedelta(seconds=1), week) == 2
    assert await numbers(tx) == [3]
    assert await storage.inbox.add(tx, NOW, BOT, some(1)) == 1


async def told(tx: Transaction, now: datetime = NOW) -> list[Fact]:
    return [row.fact() for row in await storage.outbox.due(tx, now, 99)]


async def put(tx: Transaction, chat: int, facts: Sequence[Fact]) -> None:
    for fact in facts:
        await storage.outbox.put(tx, NOW, chat, fact)


async def test_the_more_urgent_goes_first_and_one_of_each_chat_at_a_time(tx: Transaction) -> None:
    await put(tx, 1, [Nudged(1), OfferMade(1), Note("saved"), Note("closed")])
    await put(tx, 2, [Nudged(2)])
    await put(tx, 3, [OfferMade(3)])
    assert await told(tx) == [Note("saved"), OfferMade(3), Nudged(2)]


async def test_a_key_is_said_once_for_ever(tx: Transaction) -> None:
    for _ in range(2):
        await storage.outbox.put(tx, NOW, 1, Note("saved"), key="once")
        (row,) = await storage.outbox.due(tx, NOW, 9)
    await storage.outbox.settle(tx, NOW, row.id, "sent")
    await storage.outbox.put(tx, NOW, 1, Note("saved"), key="once")
    assert await told(tx) == []


async def test_a_message_that_is_kept_up_to_date_is_due_once(tx: Transaction) -> None:
    await put(tx, 1, [CardShown(1), CardShown(2), CardShown(1), CardShown(1)])
    assert await storage.outbox.count_due(tx) == 2


async def test_what_gives_way_while_it_is_sent_is_known_as_sent(tx: Transaction) -> None:
    await put(tx, 1, [CardShown(1)])
    (before,) = await storage.outbox.due(tx, NOW, 9)
    await put(tx, 1, [CardShown(1)])
    await storage.outbox.settle(tx, NOW, before.id, "sent")
    assert await storage.outbox.sent_since(tx, NOW - timedelta(seconds=1)) == [(1, NOW)]
    assert await storage.outbox.sent_since(tx, NOW) == []
    assert [row.id > before.id for row in await storage.outbox.due(tx, NOW, 9)] == [True]


async def test_what_gives_way_hands_on_its_key_and_its_wait(tx: Transaction) -> None:
    later = NOW + timedelta(seconds=9)
    await storage.outbox.put(tx, NOW, 1, OfferMade(1), key="once", expires_at=later)
    (row,) = await storage.outbox.due(tx, NOW, 9)
    await storage.outbox.postpone(tx, row.id, later, "429")
    await storage.outbox.put(tx, NOW, 1, OfferMade(1))
    (row,) = await storage.outbox.due(tx, later, 9)
    assert (row.not_before, row.expires_at, row.attempts) == (later, later, 1)
    await storage.outbox.put(tx, NOW, 1, OfferMade(2), key="once")
    assert await storage.outbox.count_due(tx) == 1


async def test_what_is_shown_already_is_brought_up_to_date_as_an_answer_is(tx: Transaction) -> None:
    await storage.outbox.post(tx, NOW, str(Nudged(2).slot), 2, 5, "digest")
    await put(tx, 1, [OfferMade(1)])
    await put(tx, 2, [Nudged(1), Nudged(2)])
    assert await told(tx) == [Nudged(2), OfferMade(1)]


async def test_page_by_page_and_from_a_priority_on(tx: Transaction) -> None:
    for chat in (1, 2, 3):
        await put(tx, chat, [Note("saved")])
    for chat in (4, 5):
        await put(tx, chat, [Nudged(chat)])
    seen, after = [], None
    while rows := await storage.outbox.due(tx, NOW, 2, after=after):
        seen += [row.chat_id for row in rows]
        after = rows[-1].priority, rows[-1].id
    assert seen == [1, 2, 3, 4, 5]
    assert [row.chat_id for row in await storage.outbox.due(tx, NOW, 1, least=1)] == [4]


async def test_a_fact_that_becomes_another_keeps_its_turn(tx: Transaction) -> None:
    await storage.outbox.put(tx, NOW, 1, Note("saved"), key="once")
    await put(tx, 2, [Note("saved")])
    row = (await storage.outbox.due(tx, NOW, 9))[0]
    await storage.outbox.become(tx, row.id, Nudged(5))
    became = await storage.outbox.get(tx, row.id)
    assert (became.id, became.fact(), became.slot) == (row.id, Nudged(5), Nudged(5).slot)
    assert await told(tx) == [Nudged(5), Note("saved")]


async def test_what_has_expired_is_dropped_and_counted(tx: Transaction) -> None:
    for number in (1, 2, 3):
        at = NOW + timedelta(seconds=number)
        await storage.outbox.put(tx, NOW, number, Note("hint_received", {"hint": "Zoe"}), expires_at=at)
    await put(tx, 4, [Note("saved")])
    assert await storage.outbox.drop_expired(tx, NOW + timedelta(seconds=2)) == 2
    assert [row.chat_id for row in await storage.outbox.due(tx, NOW, 9)] == [3, 4]
    assert await storage.outbox.drop_expired(tx, NOW + timedelta(seconds=2)) == 0


async def test_the_longest_pause_that_telegram_asked_for_counts(tx: Transaction) -> None:
    for seconds in (30, 60, 5):
        await storage.held.hold(tx, -7, NOW + timedelta(seconds=seconds))
    await storage.held.hold(tx, 0, NOW + timedelta(seconds=2))
    assert dict(await storage.held.holds(tx, NOW)) == {
        -7: NOW + timedelta(seconds=60),
        0: NOW + timedelta(seconds=2),
    }
    assert await storage.held.holds(tx, NOW + timedelta(seconds=60)) == []
    await storage.held.sweep(tx, NOW + timedelta(seconds=30))
    assert [chat_id for chat_id, _ in await storage.held.holds(tx, NOW)] == [-7]


async def test_what_it_showed_last_is_known_until_it_is_gone(tx: Transaction) -> None:
    slot = str(CardShown(1).slot)
    assert await storage.outbox.get_posted(tx, slot) is None
    for message in (5, 6):
        await storage.outbox.post(tx, NOW, slot, -100, message, f"digest {message}")
    shown = await storage.outbox.get_posted(tx, slot)
    assert shown is not None
    assert (shown.chat_id, shown.message_id, shown.digest) == (-100, 6, "digest 6")
    assert await storage.outbox.slot_of(tx, -100, 6) == slot
    assert await storage.outbox.slot_of(tx, -100, 5) is None
    await storage.outbox.unpost(tx, slot)
    assert await storage.outbox.get_posted(tx, slot) is None


async def test_a_fact_that_must_wait_holds_back_its_chat_only(tx: Transaction) -> None:
    await put(tx, 1, [Note("saved"), Note("closed")])
    await put(tx, 2, [Note("saved")])
    row = (await storage.outbox.due(tx, NOW, 9))[0]
    later = NOW + timedelta(seconds=30)
    await storage.outbox.postpone(tx, row.id, later, "429")
    assert [one.chat_id for one in await storage.outbox.due(tx, NOW, 9)] == [2]
    assert await storage.outbox.next_ripe_at(tx, NOW) == later
    again = [one for one in await storage.outbox.due(tx, later, 9) if one.chat_id == 1]
    assert [(one.id, one.attempts) for one in again] == [(row.id, 1)]


async def test_what_is_said_is_emptied_and_swept(tx: Transaction) -> None:
    await put(tx, 1, [Note("hint_received", {"hint": "Zoe"})])
    await put(tx, 2, [Note("hint_received", {"hint": "Zoe"})])
    first, _ = await storage.outbox.due(tx, NOW, 9)
    await storage.outbox.settle(tx, NOW, first.id, "sent")
    await storage.outbox.drop_for(tx, NOW, 2, "gone")
    assert await told(tx) == []
    rows = (await tx.exec_driver_sql("SELECT facts FROM outbox")).scalars().all()
    assert not any("Zoe" in str(row) for row in rows)
    assert await storage.outbox.sweep(tx, NOW + timedelta(days=8), timedelta(days=7)) == 2


async def test_what_one_turn_puts_in_both_ledgers_commits_together(database: Database) -> None:
    async with database.transaction() as tx:
        await storage.inbox.add(tx, NOW, BOT, some(1))

    async def fail() -> None:
        async with database.transaction() as tx:
            row = (await storage.inbox.waiting(tx, 0, 1))[0]
            await storage.outbox.put(tx, NOW, 1, Note("saved"))
            await storage.inbox.done(tx, row.id)
            raise ZeroDivisionError

    with pytest.raises(ZeroDivisionError):
        await fail()
    async with database.reading() as tx:
        assert await numbers(tx) == [1]
        assert await told(tx) == []


JSON = st.recursive(
    st.none() | st.booleans() | st.integers() | st.floats(allow_nan=False) | st.text(max_size=9),
    lambda inner: st.lists(inner, max_size=3) | st.dictionaries(st.text(max_size=9), inner, max_size=3),
    max_leaves=6,
)
KINDS = st.sampled_from(["message", "edited_message", "callback_query", "my_chat_member", "chat_member", "poll"])
BODIES = st.fixed_dictionaries(
    {}, optional={"chat": JSON, "from": JSON | st.fixed_dictionaries({"id": JSON}), "message": JSON, "text": JSON}
)  # fmt: skip
UPDATES = st.builds(lambda number, kind, body: {"update_id": number, kind: body}, JSON, KINDS, JSON | BODIES)


@given(UPDATES | st.dictionaries(st.text(max_size=9), JSON, max_size=3))
def test_any_update_has_a_row_that_can_be_kept_or_none(update: dict[str, object]) -> None:
    row = incoming(update)
    if row is not None:
        assert row.update_id == update["update_id"]
        assert all(abs(number) < 2**63 for number in (row.update_id, row.chat_key, row.person_id or 0))
        row.payload.encode()


def test_whose_turn_an_update_waits_for() -> None:
    sender, group = {"id": 5}, {"id": -100}
    pressed = {"from": sender, "message": {"chat": group}}
    inline = {"from": sender, "inline_message_id": "x"}
    for kind, body, key in (
        ("message", {"chat": group, "from": sender}, -100),
        ("edited_message", {"chat": group, "from": sender}, -100),
        ("callback_query", pressed, -100),
        ("callback_query", inline, 5),
        ("my_chat_member", {"chat": group, "from": sender}, -100),
        ("chat_member", {"chat": group, "from": sender}, -100),
    ):
        row = incoming({"update_id": 1, kind: body})
        assert row is not None
        assert (row.chat_key, row.person_id) == (key, 5), kind


async def test_what_gives_way_or_expires_is_counted_once_it_is_committed(database: Database) -> None:
    dropped: Counter[str] = Counter()
    database.on_dropped = lambda why, count: dropped.update({why: count})
    soon, late = NOW + timedelta(seconds=1), NOW + timedelta(seconds=2)
    async with database.transaction() as tx:
        for number in (1, 1, 2, 1):
            await storage.outbox.put(tx, NOW, number, CardShown(number))
        for number in (3, 4, 5):
            await storage.outbox.put(tx, NOW, number, Note("saved"), expires_at=soon)
        rows = await storage.outbox.due(tx, NOW, 9)
        assert dropped == {}
    assert dropped == {"superseded": 2}

    async def fail() -> None:
        async with database.transaction() as tx:
            await storage.outbox.put(tx, NOW, 1, CardShown(1))
            await storage.outbox.drop_expired(tx, late)
            raise ZeroDivisionError

    with pytest.raises(ZeroDivisionError):
        await fail()
    async with database.transaction() as tx:
        await storage.outbox.expire(tx, rows[-1].id)
    assert dropped == {"superseded": 2, "expired": 1}
    async with database.transaction() as tx:
        assert await storage.outbox.drop_expired(tx, late) == 2
        await storage.outbox.expire(tx, rows[-1].id)
    assert dropped == {"superseded": 2, "expired": 3}
