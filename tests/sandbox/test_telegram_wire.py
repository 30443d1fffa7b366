"""The HTTP door: every way to pass parameters, wrong tokens and bodies, who is let in, and the real PTB as a client."""

from datetime import timedelta

import httpx
import pytest
from botapi_schema import OFFICIAL, faults
from telegram import (
    Bot,
    BotCommand,
    BotCommandScopeAllGroupChats,
    InlineKeyboardButton,
    InlineKeyboardMarkup,
    InputMediaPhoto,
    LinkPreviewOptions,
    ReplyParameters,
)
from telegram.error import BadRequest, Conflict, Forbidden, InvalidToken, NetworkError, RetryAfter

from bot.sandbox.api.faults import Answer, Cut, Garbage
from bot.sandbox.api.refusal import Refusal
from bot.sandbox.attachments import PIXEL
from bot.sandbox.clock import Clock
from bot.sandbox.groups import Group
from bot.sandbox.people import Person
from bot.sandbox.telegram import Telegram
from bot.sandbox.web.forms import multipart
from bot.sandbox.web.server import Served, serve


async def test_every_way_to_pass_parameters(http: httpx.AsyncClient, telegram: Telegram, anna: Person) -> None:
    path = f"/bot{telegram.token}/sendMessage"
    params = {"chat_id": str(anna.id), "text": "ä & b"}
    for answer in (
        await http.get(path, params=params),
        await http.post(path, params=params),
        await http.post(path, data=params),
        await http.post(path, json=params),
        await http.post(path, files={name: (None, value) for name, value in params.items()}),
        await http.post(path.replace("sendMessage", "SENDMESSAGE"), json=params),
    ):
        assert answer.json()["result"]["text"] == "ä & b"
    assert len(anna.chat) == 6


async def test_wrong_addresses_and_bodies(http: httpx.AsyncClient, telegram: Telegram) -> None:
    async def said(path: str, content: bytes = b"", kind: str = "application/json") -> tuple[int, str]:
        answer = await http.post(path, content=content, headers={"Content-Type": kind})
        assert answer.json()["error_code"] == answer.status_code
        return answer.status_code, answer.json()["description"]

    mine = f"/bot{telegram.token}"
    assert await said("/bot1:wrong/getMe") == (401, "Unauthorized")
    assert await said(f"{mine}/makeTea") == (404, "Not Found: method not found")
    assert await said("/nothing") == (404, "Not Found")
    assert (await http.get(f"/file{mine}/documents/none.txt")).status_code == 404
    assert (await http.get("/file/bot1:wrong/x")).status_code == 401
    assert await said(f"{mine}/getMe", b"{") == (400, "Bad Request: can't parse JSON object")
    assert await said(f"{mine}/getMe", b"[1]") == (400, "Bad Request: can't parse JSON object: an Object is expected")
    assert await said(f"{mine}/sendMessage", b'{"text": "\\ud800", "chat_id": 1}') == (
        400, "Bad Request: strings must be encoded in UTF-8")  # fmt: skip
    for kind, body in (("multipart/form-data", b"x"), ("multipart/form-data; boundary=x", b"--x\r\nnonsense\r\n--x--"),
                       ("application/x-www-form-urlencoded", b"\xff=\xff")):  # fmt: skip
        status, _ = await said(f"{mine}/getMe", body, kind)
        assert status == 400


def test_multipart_that_is_not_text() -> None:
    body = b'--b\r\nContent-Disposition: form-data; name="a"\r\n\r\n\xff\r\n--b--\r\n'
    with pytest.raises(Refusal, match="UTF-8"):
        multipart(body, b"b")


@pytest.mark.parametrize(
    ("headers", "status"),
    [
        ({}, 200),
        ({"Host": "evil.example"}, 403),
        ({"Host": "localhost:1"}, 200),
        ({"Host": "["}, 403),
        ({"Origin": "http://evil.example"}, 403),
        ({"Origin": "null"}, 403),
        ({"Host": "127.0.0.1:7", "Origin": "http://127.0.0.1:7"}, 200),
    ],
)
async def test_who_is_let_in(http: httpx.AsyncClient, headers: dict[str, str], status: int) -> None:
    assert (await http.get("/state", headers=headers)).status_code == status


async def test_the_address_is_free_again_at_once(telegram: Telegram) -> None:
    async with serve(telegram) as first, httpx.AsyncClient(base_url=first.address) as client:
        assert (await client.get("/state")).status_code == 200
    async with serve(telegram, port=first.port) as second:
        assert second.address == f"http://127.0.0.1:{first.port}"


@pytest.fixture
def ptb(served: Served, telegram: Telegram) -> Bot:
    return Bot(telegram.token, base_url=f"{served.address}/bot", base_file_url=f"{served.address}/file/bot")


async def test_the_real_client_is_content(
    ptb: Bot, telegram: Telegram, clock: Clock, anna: Person, circle: Group
) -> None:
    async with ptb:
        assert ptb.username == "kringle_bot"
        anna.says("/need a cook for Tuesday", circle)
        anna.sends("photo")
        anna.sends("sticker")
        telegram.linked_channel(circle).says("/need a baker")
        updates = await ptb.get_updates(timeout=1, allowed_updates=["message", "callback_query"])
        assert [u.effective_user.id for u in updates if u.effective_user] == [anna.id, anna.id, anna.id, 777000]
        markup = InlineKeyboardMarkup([[InlineKeyboardButton("✅ I can help", callback_data="h")]])
        sent = await ptb.send_message(
            anna.id, "<b>Hi</b> 🙂", parse_mode="HTML", reply_markup=markup, disable_notification=True,
            link_preview_options=LinkPreviewOptions(is_disabled=True),
            reply_parameters=ReplyParameters(anna.chat[0].id, allow_sending_without_reply=True),
        )  # fmt: skip
        assert sent.reply_markup == markup
        press = anna.taps("I can help")
        updates = await ptb.get_updates(offset=updates[-1].update_id + 1)
        query = updates[0].callback_query
        assert query is not None
        await query.answer("ok", show_alert=True)
        assert press.answer is not None
        await query.edit_message_text("done")
        photo = await ptb.send_photo(anna.id, PIXEL, caption="a picture")
        await photo.edit_media(InputMediaPhoto(PIXEL, caption="another"))
        document = await ptb.send_document(anna.id, b"{}", filename="mine.json")
        assert document.document is not None
        file = await document.document.get_file()
        assert bytes(await file.download_as_bytearray()) == b"{}"
        await ptb.set_my_commands([BotCommand("need", "ask")], scope=BotCommandScopeAllGroupChats())
        assert [c.command for c in await ptb.get_my_commands(scope=BotCommandScopeAllGroupChats())] == ["need"]
        assert [m.user.id for m in await ptb.get_chat_administrators(circle.id)] == [anna.id]
        assert (await ptb.get_chat_member(circle.id, 42)).status == "member"
        assert (await ptb.get_chat(circle.id)).title == "Harbour Circle"
        assert (await ptb.get_webhook_info()).url == ""
        clock.move(timedelta(seconds=1))
        await sent.delete()


async def test_the_real_client_understands_refusals(
    ptb: Bot, telegram: Telegram, anna: Person, ben: Person, monkeypatch: pytest.MonkeyPatch
) -> None:
    monkeypatch.setenv("PTB_TIMEDELTA", "1")
    async with ptb:
        with pytest.raises(BadRequest, match="Chat not found"):
            await ptb.send_message(ben.id, "x")
        anna.blocks()
        with pytest.raises(Forbidden):
            await ptb.send_message(anna.id, "x")
        for fault, error in (
            (Answer(429, "Too Many Requests: retry after 3", {"retry_after": 3}), RetryAfter),
            (Answer(409, "Conflict: terminated by other getUpdates request"), Conflict),
            (Answer(401, "Unauthorized"), InvalidToken),
            (Answer(502, "Bad Gateway"), NetworkError),
            (Garbage(), NetworkError),
            (Cut(), NetworkError),
        ):
            telegram.faults.add("getMe", fault)
            with pytest.raises(error):
                await ptb.get_me()


async def test_every_kind_of_update_fits_the_description(telegram: Telegram, anna: Person, ben: Person) -> None:
    telegram.world.updates.allow(["message", "edited_message", "callback_query", "my_chat_member", "chat_member"])
    forum = telegram.group("Forum", anna, forum=True)
    forum.add_bot()
    forum.promote_bot()
    topic = forum.topic("Leads")
    forum.add(ben)
    said = ben.says("/need +4915550100200 https://a.example ben@a.example @anna_berg", forum, topic=topic)
    ben.edits(said, "/need x")
    ben.presses("x", said)
    anna.deletes(said)
    ben.presses("x", said)
    topic.close()
    forum.renames("Another")
    forum.kick(ben)
    for kind in ("sticker", "photo", "document", "contact", "location", "voice"):
        anna.sends(kind)
    anna.blocks()
    telegram.anonymous_admin(forum).says("/need x")
    telegram.linked_channel(forum).says("/need x")
    forum.remove_bot()
    updates = telegram.world.updates.head(100)
    assert len(updates) > 20
    assert [line for update in updates for line in faults(["Update"], update.fields)] == []
    assert OFFICIAL is not None
