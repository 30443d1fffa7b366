"""getUpdates and the webhook: nothing is lost, nothing is handed out twice once it was acknowledged."""

import asyncio
import json
from collections.abc import AsyncIterator
from datetime import timedelta
from typing import Any

import httpx
import pytest
from bots_door import Api, Refused

from bot.sandbox.clock import Clock
from bot.sandbox.groups import Group
from bot.sandbox.people import Person
from bot.sandbox.telegram import Telegram
from bot.sandbox.web.server import serve

ACTIVE = (
    "409 Conflict: can't use getUpdates method while webhook is active; use deleteWebhook to delete the webhook first"
)
OTHER = "Conflict: terminated by other getUpdates request; make sure that only one bot instance is running"


async def started(telegram: Telegram) -> None:
    """Wait until a long poll is open."""
    while telegram.poller.open is None:
        await asyncio.sleep(0)


async def test_updates_stay_until_their_offset_is_passed(api: Api, telegram: Telegram, anna: Person) -> None:
    for text in "abc":
        anna.says(text)
    first = await api("getUpdates", limit=2)
    assert [u["message"]["text"] for u in first] == ["a", "b"]
    assert first[1]["update_id"] == first[0]["update_id"] + 1
    assert await api("getUpdates", limit=2) == first
    rest = await api("getUpdates", offset=first[1]["update_id"] + 1)
    assert [u["message"]["text"] for u in rest] == ["c"]
    assert telegram.pending() == 1
    await api("getUpdates", offset=rest[0]["update_id"] + 1)
    assert telegram.pending() == 0


async def test_a_negative_offset_keeps_the_end(api: Api, telegram: Telegram, anna: Person) -> None:
    for text in "abc":
        anna.says(text)
    assert [u["message"]["text"] for u in await api("getUpdates", offset=-1)] == ["c"]
    assert telegram.pending() == 1


async def test_a_long_poll_wakes_up(api: Api, telegram: Telegram, anna: Person) -> None:
    poll = asyncio.create_task(api("getUpdates", timeout=50))
    await started(telegram)
    anna.says("a")
    assert [u["message"]["text"] for u in await poll] == ["a"]
    assert telegram.poller.open is None


async def test_the_older_of_two_polls_is_ended(api: Api, telegram: Telegram, anna: Person) -> None:
    older = asyncio.create_task(api("getUpdates", timeout=50))
    await started(telegram)
    newer = asyncio.create_task(api("getUpdates", timeout=50))
    with pytest.raises(Refused) as caught:
        await older
    assert (caught.value.code, caught.value.description) == (409, OTHER)
    anna.says("a")
    assert len(await newer) == 1


async def test_a_poll_whose_caller_left_is_over(http: httpx.AsyncClient, api: Api, telegram: Telegram) -> None:
    poll = asyncio.create_task(http.get(f"/bot{telegram.token}/getUpdates", params={"timeout": 50}))
    await started(telegram)
    poll.cancel()
    while telegram.poller.open is not None:
        await asyncio.sleep(0.001)


async def test_allowed_updates_are_remembered(api: Api, anna: Person, circle: Group) -> None:
    await api("getUpdates", allowed_updates=["message"])
    anna.blocks()
    anna.unblocks()
    anna.says("a")
    assert ["message" in u for u in await api("getUpdates")] == [True]
    assert (await api("getWebhookInfo"))["allowed_updates"] == ["message"]
    await api("getUpdates", offset=-1, allowed_updates=[])
    anna.blocks()
    assert "my_chat_member" in (await api("getUpdates"))[-1]
    assert "allowed_updates" not in await api("getWebhookInfo")


async def test_old_updates_expire(api: Api, clock: Clock, anna: Person) -> None:
    anna.presses("x", anna.says("a"))
    clock.move(timedelta(seconds=151))
    assert ["message" in u for u in await api("getUpdates")] == [True]
    clock.move(timedelta(hours=24))
    assert await api("getUpdates") == []


async def test_hand_made_updates(api: Api, http: httpx.AsyncClient, telegram: Telegram, anna: Person) -> None:
    telegram.raw_update({"message": {"nonsense": True}})
    assert telegram.raw_update({"update_id": 9_000_000_000, "message": None}) == 9_000_000_000
    anna.says("a")
    answer = (await http.get(f"/bot{telegram.token}/getUpdates")).json()["result"]
    assert [u["update_id"] for u in answer] == [700_000_001, 9_000_000_000, 9_000_000_001]


class Hook:
    """The bot's webhook: takes what comes, answers what `statuses` says and 200 after that."""

    def __init__(self, server: asyncio.Server) -> None:
        self.url = f"http://127.0.0.1:{server.sockets[0].getsockname()[1]}/hook"
        self.came: asyncio.Queue[tuple[dict[str, str], dict[str, Any]]] = asyncio.Queue()
        self.statuses: list[int] = []

    async def answer(self, reader: asyncio.StreamReader, writer: asyncio.StreamWriter) -> None:
        head = (await reader.readuntil(b"\r\n\r\n")).decode().split("\r\n")
        headers = dict(line.lower().split(": ", 1) for line in head[1:] if line)
        body = json.loads(await reader.readexactly(int(headers["content-length"])))
        status = self.statuses.pop(0) if self.statuses else 200
        writer.write(f"HTTP/1.1 {status} X\r\nContent-Length: 0\r\n\r\n".encode())
        writer.close()
        await self.came.put((headers, body))

    async def next(self) -> dict[str, Any]:
        async with asyncio.timeout(5):
            return (await self.came.get())[1]


@pytest.fixture
async def hook() -> AsyncIterator[Hook]:
    made: list[Hook] = []
    server = await asyncio.start_server(lambda r, w: made[0].answer(r, w), "127.0.0.1", 0)
    made.append(Hook(server))
    async with server:
        yield made[0]


async def settled(telegram: Telegram, pending: int) -> None:
    async with asyncio.timeout(5):
        while telegram.pending() != pending:
            await asyncio.sleep(0.001)


async def test_the_webhook_is_called(api: Api, telegram: Telegram, hook: Hook, anna: Person) -> None:
    await api("setWebhook", url=hook.url, secret_token="s3cret")
    assert await api.refused("getUpdates") == ACTIVE
    anna.says("a")
    headers, body = await hook.came.get()
    assert headers["x-telegram-bot-api-secret-token"] == "s3cret"
    assert body["message"]["text"] == "a"
    await settled(telegram, 0)
    await api("deleteWebhook")
    anna.says("b")
    assert len(await api("getUpdates")) == 1


async def test_a_webhook_that_fails_is_tried_again_in_order(
    api: Api, clock: Clock, telegram: Telegram, hook: Hook, anna: Person, ben: Person
) -> None:
    await api("setWebhook", url=hook.url)
    hook.statuses = [500, 503]
    anna.says("a")
    anna.says("b")
    assert [(await hook.next())["message"]["text"] for _ in range(2)] == ["a", "a"]
    while (await api("getWebhookInfo")).get("last_error_message") != "Wrong response from the webhook: 503":
        await asyncio.sleep(0.001)
    ben.says("/start")
    assert (await hook.next())["message"]["text"] == "/start"
    await settled(telegram, 2)
    clock.move(timedelta(seconds=2))
    assert [(await hook.next())["message"]["text"] for _ in range(2)] == ["a", "b"]
    await settled(telegram, 0)


async def test_a_webhook_nobody_answers(anna: Person, hook: Hook, unused_tcp_port: int) -> None:
    """On a running clock the second try comes at once and the third after a pause."""
    telegram = Telegram(Clock())
    ben = telegram.person("Ben", started=True)
    async with serve(telegram):
        await telegram.call("setWebhook", {"url": f"http://127.0.0.1:{unused_tcp_port}/"})
        ben.says("a")
        async with asyncio.timeout(5):
            while telegram.world.webhook.last_error != "Connection failed: ConnectionRefusedError":
                await asyncio.sleep(0.001)
        telegram.poller.webhook_again = 0
        await telegram.call("setWebhook", {"url": hook.url})
        assert (await hook.next())["message"]["text"] == "a"


async def test_dropping_what_is_pending(api: Api, telegram: Telegram, anna: Person) -> None:
    anna.says("a")
    assert (await api("getWebhookInfo"))["pending_update_count"] == 1
    await api("deleteWebhook", drop_pending_updates=True)
    assert telegram.pending() == 0


async def test_an_open_poll_ends_when_a_webhook_is_set(api: Api, telegram: Telegram, hook: Hook) -> None:
    poll = asyncio.create_task(api("getUpdates", timeout=50))
    await started(telegram)
    await api("setWebhook", url=hook.url)
    with pytest.raises(Refused, match="terminated by setWebhook request"):
        await poll
    await api("setWebhook", url="")
    assert (await api("getWebhookInfo"))["url"] == ""


@pytest.mark.parametrize(
    ("params", "said"),
    [
        ({"url": "http://example.org/hook"}, "bad webhook: An HTTPS URL must be provided for webhook"),
        ({"url": "https://example.org:8080/"}, "bad webhook: Webhook can be set up only on ports 80, 88, 443 or 8443"),
        ({"url": "nonsense"}, "invalid webhook URL specified"),
        ({"url": "http://127.0.0.1:x"}, "invalid webhook URL specified"),
        ({"url": "https://example.org", "secret_token": "é"}, "secret token contains unallowed characters"),
        ({"url": "https://example.org", "secret_token": "x" * 257}, "secret token is too long"),
    ],
)
async def test_wrong_webhooks(api: Api, params: dict[str, str], said: str) -> None:
    assert await api.refused("setWebhook", **params) == f"400 Bad Request: {said}"
