"""Never faster than Telegram allows, whatever must be said; the look-alike's own flood control is the judge."""

import asyncio
from datetime import timedelta

import httpx
import pytest
from hypothesis import given
from hypothesis import settings as hypothesis_settings
from hypothesis import strategies as st
from telegram import Bot
from telegram.error import NetworkError

import storage.outbox
import storage.referral
from bot.domain.facts import CardShown, Note, Priority
from bot.runtime.failures import Remedy, judge
from bot.runtime.pacing import GROUP_MOST, GROUP_WINDOW, Pacer
from bot.sandbox.api.calls import Call
from bot.sandbox.api.faults import Answer, Cut
from bot.sandbox.api.limits import Limits
from bot.sandbox.clock import Clock
from bot.sandbox.telegram import Telegram
from bot.settings import Settings
from storage.database import Database
from tests.faults.conftest import House
from tests.journeys.stage import MORNING, TOKEN, Stage, staged
from tests.process.nursery import WordRouter

CHATS = [-2, -1, *range(1, 40)]
ARRIVALS = st.lists(
    st.tuples(st.sampled_from(CHATS), st.one_of(st.just(0.0), st.floats(0, 3))), min_size=1, max_size=250
)


@hypothesis_settings(max_examples=60, deadline=None)
@given(ARRIVALS)
def test_no_window_holds_more_than_telegram_allows(arrivals: list[tuple[int, float]]) -> None:
    now, pacer, limits = MORNING, Pacer(MORNING), Limits()
    sent: list[tuple[int, float]] = []
    waiting: list[int] = []
    for chat, pause in [*arrivals, *[(0, 3.0)] * 200]:
        until = now + timedelta(seconds=pause)
        if chat:
            waiting.append(chat)
        while waiting:
            ready, first = min((pacer.ready_at(one, now), at) for at, one in enumerate(waiting))
            if ready > until:
                break
            now = max(now, ready)
            if pacer.ready_at(waiting[first], now) > now:
                continue
            pacer.spend(waiting[first], now)
            limits.check(waiting[first], now.timestamp())
            sent.append((waiting.pop(first), now.timestamp()))
        now = max(now, until)
    assert limits.violations == 0
    for group in (-1, -2):
        at = [when for chat, when in sent if chat == group]
        for earlier, later in zip(at, at[GROUP_MOST:], strict=False):
            assert later - earlier > GROUP_WINDOW.total_seconds() - 1e-6
    for at, second in enumerate(when for _, when in sent):
        assert sum(second <= when < second + 1.0 for _, when in sent[at:]) <= 30


@pytest.mark.slow
async def test_a_burst_stays_within_the_limits_and_in_order(settings: Settings) -> None:
    telegram = Telegram(Clock(MORNING, frozen=True), token=TOKEN, username="kringle_bot", limits=True)
    people = [telegram.person(f"P{number}", started=True) for number in range(40)]
    group = telegram.group("Harbour", creator=people[0], members=people[1:3])
    group.add_bot(by=people[0])
    async with staged(settings, router=WordRouter(), telegram=telegram) as stage:
        async with stage.bot.house.database.transaction() as tx:
            for number in range(60):
                await storage.outbox.put(tx, stage.clock.now(), group.id, Note("cancelled"), reply_to=number)
            for number in range(200):
                fact = Note("paused_days", {"n": number + 2})
                await storage.outbox.put(tx, stage.clock.now(), people[number % 40].id, fact)
        stage.bot.pulse.ring()
        await come_to_rest(stage)
        assert telegram.limits.violations == 0
        assert len([one for one in group.messages if "never mind" in one.text]) == 60
        for index, person in enumerate(people):
            told = [int(one.text.split(" for ")[1].split()[0]) for one in person.chat]
            assert told == [number + 2 for number in range(200) if number % 40 == index]


async def come_to_rest(stage: Stage) -> None:
    async with asyncio.timeout(90):
        while (at := await stage.bot.next_work_at()) is not None:
            if at > stage.clock.now():
                stage.clock.move(at - stage.clock.now())
                stage.bot.pulse.clock_moved()
            await asyncio.sleep(0.002)


def said(call: Call) -> bool:
    return "never mind" in str(call.params["text"])


async def test_a_restart_forgets_neither_what_was_sent_nor_the_pace(settings: Settings) -> None:
    telegram = Telegram(Clock(MORNING, frozen=True), token=TOKEN, username="kringle_bot", limits=True)
    people = [telegram.person(f"P{number}", started=True) for number in range(2)]
    group = telegram.group("Harbour", creator=people[0], members=people[1:])
    group.add_bot(by=people[0])
    async with staged(settings, router=WordRouter(), telegram=telegram) as stage:
        for _ in range(4):
            async with stage.bot.house.database.transaction() as tx:
                for chat in (group.id, people[0].id):
                    for _ in range(6):
                        await storage.outbox.put(tx, stage.clock.now(), chat, Note("cancelled"))
            stage.bot.pulse.ring()
            await stage.until_true(lambda: bool(telegram.called("sendMessage")))
            await stage.stop()
            await stage.start()
        await come_to_rest(stage)
        assert telegram.limits.violations == 0
        assert sum("never mind" in one.text for one in group.messages) == 24
        assert sum("never mind" in one.text for one in people[0].chat) == 24


@pytest.mark.parametrize("place", ["private", "group"])
async def test_a_restart_does_not_shorten_the_wait_that_telegram_asked_for(house: House, place: str) -> None:
    chat = house.anna.id if place == "private" else house.group.id
    house.faults.add("sendMessage", Answer(429, "Too Many Requests", {"retry_after": 60}), chat=chat)
    began = house.stage.clock.now()
    await house.tell(chat)
    await house.stage.until_true(lambda: house.query("SELECT count(*) FROM held") == [(1,)])
    await house.stage.stop()
    database = Database(house.stage.settings.database_url)
    async with database.transaction() as tx:
        for one in (house.group.id, house.ben.id):
            await storage.outbox.put(tx, began, one, Note("cancelled"))
    await database.close()
    await house.stage.start()
    await house.rest()
    soonest = {
        one: min(call.at - began for call in house.telegram.called("sendMessage", one) if call.ok and said(call))
        for one in (house.group.id, house.ben.id)
    }
    assert soonest[house.group.id] >= timedelta(seconds=60)
    assert (soonest[house.ben.id] >= timedelta(seconds=60)) is (place == "private")


async def test_whoever_waits_is_not_kept_waiting_for_good(house: House) -> None:
    now = house.stage.clock.now()
    people = [house.telegram.person(f"P{number}", started=True).id for number in range(120)]
    urgencies = {house.anna.id: Priority.OFFER, house.ben.id: Priority.FOLLOW_UP, people[0]: Priority.NUDGE}
    async with house.stage.bot.house.database.transaction() as tx:
        for chat in people[1:]:
            await storage.outbox.put(tx, now, chat, Note("cancelled"))
        for chat, priority in urgencies.items():
            await storage.outbox.put(tx, now, chat, Note("cancelled"), priority=priority)
    house.stage.bot.pulse.ring()
    await come_to_rest(house.stage)
    order = [int(str(call.params["chat_id"])) for call in house.telegram.called("sendMessage")]
    places = [order.index(chat) for chat in urgencies]
    assert all(place < 60 for place in places), places
    assert len(set(order)) == len(people) + 3  # and the group, which was welcomed


async def test_of_many_changes_of_a_card_the_newest_is_shown(house: House) -> None:
    await house.anna.says("/need somebody for a matter that nobody knows", chat=house.group)
    edits = len(house.telegram.called("editMessageText"))
    house.faults.add("editMessageText", Answer(429, "Too Many Requests", {"retry_after": 5}), chat=house.group.id)
    for _ in range(5):
        await house.put(house.group.id, CardShown(1))
        async with house.stage.bot.house.database.transaction() as tx:
            await storage.referral.change(tx, 1, text="something else", wanted=2)
    await house.anna.taps("Close", chat=house.group)
    await house.rest()
    assert "Withdrawn" in house.in_group()[-1]
    assert len(house.telegram.called("editMessageText")) - edits <= 3
    gone = house.query("SELECT count(*) FROM outbox WHERE error = 'superseded'")[0][0]
    assert gone >= 2
    counted = next(line for line in (await figures(house)).splitlines() if 'result="superseded"' in line)
    assert float(counted.split()[-1]) >= gone  # of one that was on its way, the row says that it was sent


async def test_what_has_expired_takes_no_turn_and_is_counted(house: House) -> None:
    now = house.stage.clock.now()
    people = [house.telegram.person(f"P{number}", started=True).id for number in range(40)]
    house.faults.add("sendMessage", Answer(429, "Too Many Requests", {"retry_after": 60}), chat=house.anna.id)
    await house.tell(house.anna.id)
    await house.stage.until_true(lambda: house.query("SELECT count(*) FROM held") == [(1,)])
    async with house.stage.bot.house.database.transaction() as tx:
        for chat in people:
            await storage.outbox.put(tx, now, chat, Note("cancelled"), expires_at=now + timedelta(seconds=30))
    await house.stage.later(seconds=61)
    assert house.query("SELECT state, error, count(*) FROM outbox WHERE state <> 'sent' GROUP BY 1, 2") == [
        ("dropped", "expired", len(people))
    ]
    assert 'kringle_sends_total{result="expired"} 40.0' in await figures(house)
    assert house.anna.sees("never mind")


async def figures(house: House) -> str:
    bot = house.stage.bot
    async with bot.house.database.reading() as tx:
        return (await bot.pulse.figures.text(tx, bot.pulse.now(), None, None)).decode()


async def test_what_may_have_arrived_twice_is_counted(house: House) -> None:
    house.faults.add("sendMessage", Cut(processed=True), chat=house.anna.id, times=2)
    house.faults.add("sendMessage", Cut(), chat=house.ben.id)
    await house.tell(house.anna.id)
    await house.tell(house.ben.id)
    await house.rest()
    assert sum("never mind" in text for text in house.anna.heard()) == 3
    assert "kringle_possible_doubles_total 3.0" in await figures(house)


async def test_a_refused_connection_was_surely_not_sent() -> None:
    bot = Bot(TOKEN, base_url="http://127.0.0.1:1/bot")
    with pytest.raises(NetworkError) as refused:
        await bot.send_message(7, "hello")
    assert isinstance(refused.value.__cause__, httpx.ConnectError)
    assert judge(refused.value, 7, 0).remedy is Remedy.AGAIN


async def test_many_messages_for_one_chat_hold_nobody_up(house: House) -> None:
    async with house.stage.bot.house.database.transaction() as tx:
        for _ in range(600):
            await storage.outbox.put(tx, house.stage.clock.now(), house.group.id, Note("cancelled"))
    await house.tell(house.anna.id)
    await house.stage.until_true(lambda: house.anna.sees("never mind"))
    assert len(house.in_group()) < 30
