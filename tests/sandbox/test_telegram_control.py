"""The page's way in: the state, the stream, acting as anybody, moving the clock."""

import asyncio
import json
from datetime import timedelta
from pathlib import Path
from typing import Any

import httpx
import pytest
from bots_door import Api

from bot.sandbox.clock import Clock
from bot.sandbox.groups import Group
from bot.sandbox.people import Person
from bot.sandbox.telegram import Telegram
from bot.sandbox.web.control import next_local
from bot.sandbox.web.server import serve


async def state(http: httpx.AsyncClient) -> dict[str, Any]:
    found: dict[str, Any] = (await http.get("/state")).json()
    return found


async def test_the_state(
    api: Api, http: httpx.AsyncClient, clock: Clock, anna: Person, ben: Person, circle: Group
) -> None:
    await api("setMyCommands", commands=[{"command": "start", "description": "join"}])
    await api("setMyCommands", commands=[{"command": "need", "description": "ask"}], scope={"type": "all_group_chats"})
    asked = ben.says("/need <b> https://a.example", circle)
    buttons = [{"text": "Close", "callback_data": "c"}, {"text": "Join", "url": "https://t.me/kringle_bot"}]
    await api("sendMessage", chat_id=circle.id, text="<b>Asked</b>", parse_mode="HTML", disable_notification=True,
              reply_parameters={"message_id": asked.id}, reply_markup={"inline_keyboard": [buttons]})  # fmt: skip
    found = await state(http)
    assert found["now"] == clock.now().isoformat()
    assert found["bot"] == {"id": 42, "name": "Kringle", "username": "kringle_bot"}
    assert found["people"][0] == {
        "id": anna.id, "name": "Anna Berg", "first_name": "Anna", "username": "anna_berg", "language_code": "en",
        "started": True, "blocked": False}  # fmt: skip
    assert found["groups"] == [{
        "id": circle.id, "title": "Harbour Circle", "members": [anna.id, ben.id], "admins": [anna.id], "bot": True,
        "forum": False, "topics": []}]  # fmt: skip
    assert found["commands"] == {"private": [{"command": "start", "description": "join"}],
                                 "group": [{"command": "need", "description": "ask"}]}  # fmt: skip
    joined, question, card = found["chats"][str(circle.id)]
    assert joined["service"] == "Anna Berg added Kringle"
    assert question["html"] == (
        '/need &lt;b&gt; <a href="https://a.example" rel="noopener noreferrer">https://a.example</a>')  # fmt: skip
    assert card == {
        "id": 3, "from": {"id": 42, "name": "Kringle", "bot": True}, "date": "2026-10-01T09:00:00+00:00",
        "edited": False, "text": "Asked", "html": "<b>Asked</b>", "service": None, "topic": None, "photo": None,
        "document": None, "silent": True, "reply_to": {"id": asked.id, "name": "Ben", "text": asked.text},
        "buttons": [[{"text": "Close", "data": "c"}, {"text": "Join", "url": "https://t.me/kringle_bot"}]]}  # fmt: skip
    assert found["chats"][str(ben.id)] == []


async def test_the_state_is_trimmed(http: httpx.AsyncClient, anna: Person) -> None:
    for number in range(90):
        anna.says(str(number))
    assert [m["text"] for m in (await state(http))["chats"][str(anna.id)]] == [str(n) for n in range(10, 90)]


async def test_service_lines(http: httpx.AsyncClient, telegram: Telegram, anna: Person, ben: Person) -> None:
    forum = telegram.group("Forum", anna, forum=True)
    forum.add(ben)
    topic = forum.topic("Leads")
    topic.close()
    forum.renames("Leads only")
    forum.leave(ben)
    forum.add(ben, by=anna)
    forum.kick(ben)
    lines = [m["service"] for m in (await state(http))["chats"][str(forum.id)]]
    assert lines == [
        "Ben joined the group", "Anna Berg opened the topic “Leads”", "Anna Berg: forum topic closed",
        "Anna Berg renamed the group to “Leads only”", "Ben left the group", "Anna Berg added Ben",
        "Anna Berg removed Ben"]  # fmt: skip


async def test_the_stream(http: httpx.AsyncClient, anna: Person) -> None:
    async def read(lines: Any) -> dict[str, Any]:
        async for line in lines:
            if line.startswith("data: "):
                found: dict[str, Any] = json.loads(line.removeprefix("data: "))
                return found
        raise AssertionError("the stream ended")

    async with http.stream("GET", "/events") as response:
        lines = response.aiter_lines()
        assert (await read(lines))["chats"][str(anna.id)] == []
        anna.says("a")
        anna.says("b")
        assert [m["text"] for m in (await read(lines))["chats"][str(anna.id)]] == ["a", "b"]


async def test_a_quiet_stream_pings(http: httpx.AsyncClient, monkeypatch: pytest.MonkeyPatch) -> None:
    monkeypatch.setattr("bot.sandbox.web.stream.PING", 0.01)
    async with http.stream("GET", "/events") as response:
        async for line in response.aiter_lines():
            if line == ": ping":
                return


async def test_an_open_stream_ends_with_the_server(telegram: Telegram) -> None:
    async with httpx.AsyncClient() as client, asyncio.timeout(5):
        async with serve(telegram) as served:
            request = client.build_request("GET", f"{served.address}/events")
            response = await client.send(request, stream=True)
        with pytest.raises((httpx.ReadError, httpx.RemoteProtocolError)):
            await response.aread()
    assert telegram.world.listeners == []


async def act(http: httpx.AsyncClient, person: Person, do: str, **more: Any) -> dict[str, Any]:
    answer = await http.post("/act", json={"person": person.id, "do": do, **more})
    found: dict[str, Any] = answer.json()
    assert answer.status_code == (200 if found["ok"] else 400)
    return found


async def test_acting(api: Api, http: httpx.AsyncClient, anna: Person, ben: Person, circle: Group) -> None:
    assert await act(http, ben, "open", url="https://t.me/kringle_bot?start=j") == {"ok": True}
    assert await act(http, ben, "say", text="hello", chat=ben.id) == {"ok": True}
    assert await act(http, ben, "say", text="/need x", chat=circle.id) == {"ok": True}
    asked = circle.messages[-1].id
    assert await act(http, ben, "edit", chat=circle.id, message=asked, text="/need y") == {"ok": True}
    assert await act(http, anna, "say", text="me", chat=circle.id, reply_to=asked) == {"ok": True}
    assert await act(http, anna, "delete", chat=circle.id, message=asked) == {"ok": True}
    assert await act(http, ben, "sticker", chat=None) == {"ok": True}
    assert await act(http, ben, "block") == {"ok": True}
    assert await act(http, ben, "unblock") == {"ok": True}
    assert await act(http, ben, "leave", chat=circle.id) == {"ok": True}
    assert await act(http, ben, "join", chat=circle.id) == {"ok": True}
    assert [m.text for m in ben.chat] == ["/start j", "hello", ""]


async def test_a_tap_brings_the_answer(api: Api, http: httpx.AsyncClient, anna: Person) -> None:
    markup = {"inline_keyboard": [[{"text": "Yes", "callback_data": "y"}]]}
    sent = await api("sendMessage", chat_id=anna.id, text="Well?", reply_markup=markup)
    tap = asyncio.create_task(act(http, anna, "tap", chat=None, message=sent["message_id"], data="y"))
    updates = await api.updates(timeout=5)
    await api("answerCallbackQuery", callback_query_id=updates[0]["callback_query"]["id"], text="ok", show_alert=True)
    assert await tap == {"ok": True, "answer": {"text": "ok", "alert": True}}


@pytest.mark.parametrize(
    ("asked", "said"),
    [
        ({"person": 1}, "There is no such person."),
        ({"person": "x"}, "“person” must be a number."),
        ({"person": "²"}, "“person” must be a number."),
        ({"person": "9" * 5000}, "“person” must be a number."),
        ({"do": "dance"}, "Nobody can do “dance” here."),
        ({"do": "say", "text": ""}, "An empty message cannot be sent."),
        ({"do": "say", "text": "x", "chat": -5}, "There is no such group."),
        ({"do": "say", "text": "x", "chat": "circle", "topic": 7}, "There is no such topic."),
        ({"do": "delete", "message": 77}, "That message is not there any more."),
        ({"do": "tap", "message": 1}, "A tap needs the button's data."),
        ({"do": "open", "url": "https://example.org"}, "That link leads out of the sandbox."),
        ({"do": "leave"}, "There is no such group."),
    ],
)
async def test_wrong_acts(
    http: httpx.AsyncClient, anna: Person, circle: Group, asked: dict[str, Any], said: str
) -> None:
    anna.says("/start")
    chat = {"chat": circle.id} if asked.get("chat") == "circle" else {}
    answer = await http.post("/act", json={"person": anna.id} | asked | chat)
    assert (answer.status_code, answer.json()) == (400, {"ok": False, "error": said})


async def test_what_is_no_request(http: httpx.AsyncClient) -> None:
    half = b'{"person": "\\ud800"}'
    wrong = "The request is not JSON."
    for body, said in ((b"{", wrong), (half, wrong), (b"[]", "A JSON object is expected.")):
        answer = await http.post("/act", content=body)
        assert (answer.status_code, answer.json()["error"]) == (400, said)


async def test_new_people(http: httpx.AsyncClient, telegram: Telegram, circle: Group) -> None:
    asked = {"first_name": "Cleo Sand", "username": "@cleo", "join": circle.id}
    answer = (await http.post("/people", json=asked)).json()
    cleo = telegram.world.users[answer["id"]]
    assert (cleo.name, cleo.username, circle.record.has(cleo.id)) == ("Cleo Sand", "cleo", True)
    assert (await http.post("/people", json={"first_name": " "})).json() == {
        "ok": False, "error": "A person needs a first name."}  # fmt: skip


async def test_the_clock(clock: Clock, telegram: Telegram) -> None:
    moved: list[str] = []

    async def on_clock_moved() -> None:
        moved.append(clock.now().isoformat())

    async with (
        serve(telegram, on_clock_moved=on_clock_moved) as served,
        httpx.AsyncClient(base_url=served.address) as http,
    ):

        async def move(**asked: Any) -> Any:
            return (await http.post("/clock", json=asked)).json()

        assert await move(advance=3600) == {"ok": True, "now": "2026-10-01T10:00:00+00:00"}
        assert (await move(to="2026-10-02T00:00:00+02:00"))["now"] == "2026-10-01T22:00:00+00:00"
        assert (await move(to_local="09:00", zone="Europe/Berlin"))["now"] == "2026-10-02T07:00:00+00:00"
        assert (await move(to_local="09:00", zone="Europe/Berlin"))["now"] == "2026-10-03T07:00:00+00:00"
        assert len(moved) == 4
        for wrong in (
            {"advance": -1}, {"advance": "soon"}, {"advance": 1e18}, {"to": "yesterday"}, {"to": "2026-12-01T00:00:00"},
            {"to_local": "9:99"}, {"to_local": "09:00", "zone": "Nowhere/Land"}, {},
        ):  # fmt: skip
            assert (await move(**wrong))["ok"] is False
        assert len(moved) == 4


def test_the_hour_that_daylight_saving_skips(clock: Clock) -> None:
    clock.move_to(clock.now().replace(2027, 3, 27, 20))
    assert next_local(clock.now(), "02:30", "Europe/Berlin") - clock.now() == timedelta(hours=5, minutes=30)


async def test_files_and_page(api: Api, http: httpx.AsyncClient, anna: Person) -> None:
    anna.sends("photo")
    anna.sends("document")
    anna.sends("location")
    photo, document, location = (await state(http))["chats"][str(anna.id)]
    shown = await http.get(photo["photo"])
    assert (shown.headers["content-type"], shown.headers["x-content-type-options"]) == ("image/png", "nosniff")
    kept = await http.get(document["document"]["url"])
    assert kept.headers["content-disposition"] == 'attachment; filename="notes.pdf"'
    assert location["document"] == {"name": "Location", "url": None}
    assert (await http.get("/file/none")).status_code == 404
    if (Path(__file__).parents[2] / "bot/sandbox/page/index.html").exists():
        assert (await http.get("/")).headers["content-type"].startswith("text/html")
