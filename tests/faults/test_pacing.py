"""Never faster than Telegram allows, whatever must be said; the look-alike's own flood control is the judge."""

import asyncio
from datetime import timedelta
from pathlib import Path

import httpx
import pytest
from hypothesis import given, settings
from hypothesis import strategies as st
from telegram import Bot
from telegram.error import NetworkError

import storage.outbox
from bot.domain.facts import Note
from bot.runtime.failures import Remedy, judge
from bot.runtime.pacing import GROUP_MOST, GROUP_WINDOW, Pacer
from bot.sandbox.api.limits import Limits
from bot.sandbox.clock import Clock
from bot.sandbox.telegram import Telegram
from bot.settings import Settings
from tests.faults.conftest import House
from tests.journeys.stage import MORNING, TOKEN, staged
from tests.process.nursery import WordRouter

CHATS = [-2, -1, *range(1, 40)]
ARRIVALS = st.lists(
    st.tuples(st.sampled_from(CHATS), st.one_of(st.just(0.0), st.floats(0, 3))), min_size=1, max_size=250
)


@settings(max_examples=60, deadline=None)
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
async def test_a_burst_stays_within_the_limits_and_in_order(tmp_path: Path) -> None:
    telegram = Telegram(Clock(MORNING, frozen=True), token=TOKEN, username="kringle_bot", limits=True)
    people = [telegram.person(f"P{number}", started=True) for number in range(40)]
    group = telegram.group("Harbour", creator=people[0], members=people[1:3])
    group.add_bot(by=people[0])
    url = f"sqlite+aiosqlite:///{tmp_path}/kringle.db"
    async with staged(Settings(DATABASE_URL=url), router=WordRouter(), telegram=telegram) as stage:  # type: ignore[call-arg]
        async with stage.bot.house.database.transaction() as tx:
            for number in range(60):
                await storage.outbox.put(tx, stage.clock.now(), group.id, Note("cancelled"), reply_to=number)
            for number in range(200):
                fact = Note("paused_days", {"n": number + 2})
                await storage.outbox.put(tx, stage.clock.now(), people[number % 40].id, fact)
        stage.bot.pulse.ring()
        async with asyncio.timeout(90):
            while (at := await stage.bot.next_work_at()) is not None:
                if at > stage.clock.now():
                    stage.clock.move(at - stage.clock.now())
                    stage.bot.pulse.clock_moved()
                await asyncio.sleep(0.002)
        assert telegram.limits.violations == 0
        assert len([one for one in group.messages if "never mind" in one.text]) == 60
        for index, person in enumerate(people):
            told = [int(one.text.split(" for ")[1].split()[0]) for one in person.chat]
            assert told == [number + 2 for number in range(200) if number % 40 == index]


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
