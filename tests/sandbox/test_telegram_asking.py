"""What the bot asks about chats and members, its commands, its answers to presses."""

from datetime import timedelta
from typing import Any

import pytest
from bots_door import Api

from bot.sandbox.clock import Clock
from bot.sandbox.groups import Group
from bot.sandbox.people import Person
from bot.sandbox.telegram import Telegram
from bot.sandbox.world.records import CallbackAnswer


async def test_me(api: Api) -> None:
    me = await api("getMe")
    assert (me["id"], me["username"], me["can_read_all_group_messages"]) == (42, "kringle_bot", False)


async def test_members(api: Api, telegram: Telegram, anna: Person, ben: Person, circle: Group) -> None:
    async def status(user_id: int) -> str:
        return str((await api("getChatMember", chat_id=circle.id, user_id=user_id))["status"])

    assert [await status(i) for i in (anna.id, ben.id, 42)] == ["creator", "member", "member"]
    circle.promote(ben)
    assert await status(ben.id) == "administrator"
    circle.kick(ben)
    assert await status(ben.id) == "kicked"
    cleo = telegram.person("Cleo", started=True)
    assert await status(cleo.id) == "left"
    circle.add(cleo)
    circle.leave(cleo)
    assert await status(cleo.id) == "left"
    unknown = telegram.person("Dora")
    for user_id in (unknown.id, 999):
        assert await api.refused("getChatMember", chat_id=circle.id, user_id=user_id) == (
            "400 Bad Request: PARTICIPANT_ID_INVALID")  # fmt: skip
    circle.remove_bot()
    assert await api.refused("getChatMember", chat_id=circle.id, user_id=anna.id) == (
        "403 Forbidden: bot was kicked from the supergroup chat")  # fmt: skip


async def test_members_of_a_basic_group(api: Api, telegram: Telegram, anna: Person) -> None:
    group = telegram.group("Circle", anna, supergroup=False)
    group.add_bot()
    assert (await api("getChatMember", chat_id=group.id, user_id=anna.id))["status"] == "creator"
    assert await api.refused("getChatMember", chat_id=group.id, user_id=9) == "400 Bad Request: user not found"
    group.upgrade()
    assert "was upgraded" in await api.refused("getChatMember", chat_id=group.id, user_id=anna.id)


async def test_administrators_and_count(api: Api, anna: Person, ben: Person, circle: Group) -> None:
    circle.promote(ben)
    circle.promote_bot()
    leading = await api("getChatAdministrators", chat_id=circle.id)
    assert [m["user"]["id"] for m in leading] == [anna.id, ben.id, 42]
    assert await api("getChatMemberCount", chat_id=circle.id) == 3
    assert await api("getChatMemberCount", chat_id=anna.id) == 2
    assert "no administrators" in await api.refused("getChatAdministrators", chat_id=anna.id)


async def test_chats(api: Api, anna: Person, circle: Group) -> None:
    assert (await api("getChat", chat_id=circle.id))["title"] == "Harbour Circle"
    assert (await api("getChat", chat_id=anna.id))["first_name"] == "Anna"
    assert await api.refused("getChat", chat_id="@nowhere") == "400 Bad Request: chat not found"
    assert await api.refused("getChat", chat_id="nonsense") == "400 Bad Request: chat not found"


async def test_commands_per_scope(api: Api, circle: Group) -> None:
    group = {"type": "all_group_chats"}
    need = [{"command": "need", "description": "ask the circle"}]
    await api("setMyCommands", commands=need, scope=group)
    await api("setMyCommands", commands=need, scope=group, language_code="de")
    await api("setMyCommands", commands=need, scope={"type": "chat", "chat_id": circle.id})
    assert await api("getMyCommands", scope=group) == need
    assert await api("getMyCommands") == []
    await api("deleteMyCommands", scope=group)
    assert await api("getMyCommands", scope=group) == []
    assert await api("getMyCommands", scope=group, language_code="de") == need


@pytest.mark.parametrize(
    ("params", "said"),
    [
        ({"commands": [{"command": "Need", "description": "x"}]}, "BOT_COMMAND_INVALID"),
        ({"commands": [{"command": "need", "description": ""}]}, "BOT_COMMAND_DESCRIPTION_INVALID"),
        ({"commands": [{"command": "need", "description": "x"}] * 101}, "BOT_COMMANDS_TOO_MUCH"),
        ({"commands": "need"}, "can't parse commands JSON object"),
        ({"commands": [], "scope": {"type": "world"}}, "can't parse BotCommandScope: Unsupported type specified"),
        ({"commands": [], "scope": {"type": "chat"}}, 'field "chat_id" of BotCommandScopeChat in "scope" is missing'),
        ({"commands": [], "language_code": "deutsch"}, "invalid language code specified"),
    ],
)
async def test_wrong_commands(api: Api, params: dict[str, Any], said: str) -> None:
    assert await api.refused("setMyCommands", **params) == f"400 Bad Request: {said}"


async def test_descriptions(api: Api) -> None:
    await api("setMyDescription", description="long")
    await api("setMyShortDescription", short_description="short", language_code="de")
    assert (await api("getMyDescription"))["description"] == "long"
    assert (await api("getMyShortDescription", language_code="de"))["short_description"] == "short"
    assert "is too long" in await api.refused("setMyShortDescription", short_description="x" * 121)


async def test_a_press_is_answered(api: Api, clock: Clock, anna: Person) -> None:
    markup = {"inline_keyboard": [[{"text": "🙋 I can help", "callback_data": "h:1"}]]}
    sent = await api("sendMessage", chat_id=anna.id, text="An ask", reply_markup=markup)
    press = anna.taps("I can help")
    (update,) = await api.updates()
    query = update["callback_query"]
    assert (query["data"], query["message"]["message_id"]) == ("h:1", sent["message_id"])
    assert press.answer is None
    await api("answerCallbackQuery", callback_query_id=query["id"], text="Thank you", show_alert=True)
    assert await press.answered() == CallbackAnswer("Thank you", True)
    await api("answerCallbackQuery", callback_query_id=query["id"], text="Again")
    assert press.answer == CallbackAnswer("Thank you", True)


async def test_an_answer_that_comes_too_late(api: Api, clock: Clock, anna: Person) -> None:
    too_old = "400 Bad Request: query is too old and response timeout expired or query ID is invalid"
    assert await api.refused("answerCallbackQuery", callback_query_id="1") == too_old
    message = anna.says("/start")
    anna.presses("x", message)
    query = (await api.updates())[-1]["callback_query"]
    clock.move(timedelta(seconds=16))
    assert await api.refused("answerCallbackQuery", callback_query_id=query["id"]) == too_old


async def test_wrong_answers(api: Api, anna: Person) -> None:
    anna.presses("x", anna.says("/start"))
    query = {"callback_query_id": (await api.updates())[-1]["callback_query"]["id"]}
    assert "MESSAGE_TOO_LONG" in await api.refused("answerCallbackQuery", **query, text="x" * 201)
    assert "URL_INVALID" in await api.refused("answerCallbackQuery", **query, url="https://example.org")
    assert await api("answerCallbackQuery", **query, url="https://t.me/kringle_bot?start=x")


async def test_a_press_on_a_message_that_is_gone(api: Api, anna: Person) -> None:
    await api("sendMessage", chat_id=anna.id, text="x")
    message = anna.chat[-1]
    anna.deletes(message)
    press = anna.presses("x", message)
    (update,) = await api.updates()
    assert update["callback_query"]["message"] == {
        "chat": update["callback_query"]["message"]["chat"], "message_id": message.id, "date": 0}  # fmt: skip
    with pytest.raises(TimeoutError):
        await press.answered(0.01)


async def test_files(api: Api) -> None:
    assert await api.refused("getFile", file_id="nonsense") == "400 Bad Request: invalid file_id"
