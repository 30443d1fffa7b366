"""Flood control, faults on demand, and the record of calls."""

import asyncio
from datetime import timedelta

import httpx
import pytest
from bots_door import Api, Refused

from bot.sandbox.api.faults import Answer, Cut, Garbage, Hang, Slow
from bot.sandbox.clock import Clock
from bot.sandbox.groups import Group
from bot.sandbox.people import Person
from bot.sandbox.telegram import Telegram


@pytest.fixture
def limited(telegram: Telegram) -> Telegram:
    telegram.limits.on = True
    return telegram


async def send(api: Api, chat_id: int, times: int = 1) -> None:
    for _ in range(times):
        await api("sendMessage", chat_id=chat_id, text="x")


async def wait_told(api: Api, chat_id: int) -> int:
    with pytest.raises(Refused) as caught:
        await send(api, chat_id)
    assert caught.value.code == 429
    seconds: int = caught.value.parameters["retry_after"]
    assert caught.value.description == f"Too Many Requests: retry after {seconds}"
    return seconds


async def test_a_private_chat_takes_short_bursts(api: Api, limited: Telegram, clock: Clock, anna: Person) -> None:
    await send(api, anna.id, 5)
    assert await wait_told(api, anna.id) == 5
    assert limited.limits.violations == 1
    clock.move(timedelta(seconds=5))
    await send(api, anna.id)


async def test_impatience_makes_it_longer(api: Api, limited: Telegram, clock: Clock, anna: Person) -> None:
    await send(api, anna.id, 5)
    waits = [await wait_told(api, anna.id) for _ in range(6)]
    assert waits == [5, 10, 20, 40, 80, 120]
    clock.move(timedelta(seconds=120))
    await send(api, anna.id)
    assert limited.limits.violations == 6


async def test_a_group_takes_twenty_a_minute(api: Api, limited: Telegram, clock: Clock, circle: Group) -> None:
    await send(api, circle.id, 19)
    edited = circle.messages[-1].id
    await api("editMessageText", chat_id=circle.id, message_id=edited, text="y")
    assert await wait_told(api, circle.id) == 60
    clock.move(timedelta(seconds=61))
    await send(api, circle.id)


async def test_thirty_a_second_over_all(api: Api, limited: Telegram, clock: Clock) -> None:
    people = [limited.person(f"P{n}", started=True) for n in range(31)]
    for person in people[:30]:
        await send(api, person.id)
    assert await wait_told(api, people[30].id) == 1
    clock.move(timedelta(seconds=1))
    await send(api, people[30].id)


async def test_set_webhook_once_a_second(api: Api, limited: Telegram, clock: Clock) -> None:
    await api("setWebhook", url="https://example.org/hook")
    again = await api.refused("setWebhook", url="https://example.org/other")
    assert again == "429 Too Many Requests: retry after 1"
    clock.move(timedelta(seconds=1))
    await api("setWebhook", url="https://example.org/other")
    await api("deleteWebhook")


def test_limits_sleep_when_the_clock_is_frozen() -> None:
    assert Telegram(Clock()).limits.on
    assert not Telegram(Clock(frozen=True)).limits.on


async def test_an_injected_answer(api: Api, telegram: Telegram, anna: Person) -> None:
    telegram.faults.add("sendMessage", Answer(429, "Too Many Requests: retry after 3", {"retry_after": 3}), times=2)
    for _ in range(2):
        assert await wait_told(api, anna.id) == 3
    await send(api, anna.id)
    assert [call.ok for call in telegram.called("sendMessage")] == [False, False, True]


async def test_faults_keep_to_their_chat_and_method(api: Api, telegram: Telegram, anna: Person, circle: Group) -> None:
    telegram.faults.add("*", Answer(500, "Internal Server Error"), times=None, chat=circle.id)
    await send(api, anna.id)
    assert await api.refused("sendMessage", chat_id=circle.id, text="x") == "500 Internal Server Error"
    assert await api.refused("getChat", chat_id=circle.id) == "500 Internal Server Error"
    telegram.faults.clear()
    await send(api, circle.id)


@pytest.mark.parametrize(("processed", "there"), [(False, 0), (True, 1)])
async def test_a_cut_connection(api: Api, telegram: Telegram, anna: Person, processed: bool, there: int) -> None:
    telegram.faults.add("sendMessage", Cut(processed=processed))
    with pytest.raises((httpx.ReadError, httpx.RemoteProtocolError)):
        await send(api, anna.id)
    assert len(anna.chat) == there
    await send(api, anna.id)


async def test_garbage(http: httpx.AsyncClient, telegram: Telegram) -> None:
    telegram.faults.add("getMe", Garbage(b"<html>", 502))
    answer = await http.get(f"/bot{telegram.token}/getMe")
    assert (answer.status_code, answer.content) == (502, b"<html>")


@pytest.mark.parametrize(("processed", "meanwhile"), [(False, 0), (True, 1)])
async def test_hanging_until_released(
    api: Api, telegram: Telegram, anna: Person, processed: bool, meanwhile: int
) -> None:
    hang = Hang(processed=processed)
    telegram.faults.add("sendMessage", hang)
    sending = asyncio.create_task(send(api, anna.id))
    while telegram.faults.planned:
        await asyncio.sleep(0.001)
    assert (len(anna.chat), sending.done()) == (meanwhile, False)
    hang.release()
    await sending
    assert len(anna.chat) == 1


async def test_a_caller_that_gives_up_leaves_nothing_behind(api: Api, telegram: Telegram, anna: Person) -> None:
    hang = Hang()
    telegram.faults.add("sendMessage", hang)
    with pytest.raises(httpx.ReadTimeout):
        await api.http.post(f"/bot{api.token}/sendMessage", json={"chat_id": anna.id, "text": "x"}, timeout=0.05)
    while hang.waiting:
        await asyncio.sleep(0.001)
    telegram.faults.clear()
    await api("getMe")
    assert anna.chat == []


async def test_slow(api: Api, telegram: Telegram, anna: Person) -> None:
    telegram.faults.add("sendMessage", Slow(0.01))
    await send(api, anna.id)
    assert len(anna.chat) == 1


async def test_calls_are_recorded(api: Api, telegram: Telegram, clock: Clock, anna: Person) -> None:
    await send(api, anna.id)
    await api.refused("sendMessage", chat_id=1, text="x")
    good, wrong = telegram.called("sendMessage")
    assert (good.ok, good.params["text"], good.at) == (True, "x", clock.now())
    assert (wrong.ok, wrong.result) == (False, "Bad Request: chat not found")
    assert len(telegram.called("sendMessage", chat=anna.id)) == 1
