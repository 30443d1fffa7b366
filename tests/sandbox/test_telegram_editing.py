"""What the bot edits, deletes and pins, and what Telegram says when it may not."""

from datetime import timedelta
from typing import Any

from bots_door import Api

from bot.sandbox.clock import Clock
from bot.sandbox.groups import Group
from bot.sandbox.people import Person
from bot.sandbox.world.records import Status


def keys(*buttons: dict[str, Any]) -> dict[str, Any]:
    return {"inline_keyboard": [list(buttons)]}


async def test_editing(api: Api, anna: Person) -> None:
    markup = keys({"text": "a", "callback_data": "a"})
    sent = await api("sendMessage", chat_id=anna.id, text="<b>x</b>", parse_mode="HTML", reply_markup=markup)
    at = {"chat_id": anna.id, "message_id": sent["message_id"]}
    same = await api.refused("editMessageText", **at, text=" <b>x</b>", parse_mode="HTML", reply_markup=markup)
    assert same.startswith("400 Bad Request: message is not modified: specified new message content and reply markup")
    assert not anna.chat[-1].edited
    await api("editMessageText", **at, text="x", reply_markup=markup)
    assert (anna.chat[-1].html, anna.chat[-1].edited) == ("x", True)
    await api("editMessageReplyMarkup", **at, reply_markup=keys({"text": "b", "callback_data": "b"}))
    assert anna.chat[-1].labels == ["b"]
    await api("editMessageText", **at, text="y")
    assert (anna.chat[-1].text, anna.chat[-1].buttons) == ("y", [])
    assert (await api.refused("editMessageReplyMarkup", **at)).startswith("400 Bad Request: message is not modified")
    said = "400 Bad Request: there is no caption in the message to edit"
    assert await api.refused("editMessageCaption", **at, caption="z") == said


async def test_what_cannot_be_edited(api: Api, anna: Person) -> None:
    own = anna.says("/start")
    at = {"chat_id": anna.id, "text": "x"}
    assert await api.refused("editMessageText", **at, message_id=own.id) == "400 Bad Request: message can't be edited"
    assert await api.refused("editMessageText", **at, message_id=99) == "400 Bad Request: message to edit not found"
    assert (await api.refused("editMessageText", **at)) == "400 Bad Request: message identifier is not specified"
    assert (await api.refused("editMessageText", text="x")) == "400 Bad Request: chat_id is empty"
    sent = await api("sendMessage", chat_id=anna.id, text="x")
    anna.deletes(anna.chat[-1])
    gone = await api.refused("editMessageText", **at, message_id=sent["message_id"])
    assert gone == "400 Bad Request: message to edit not found"


async def test_deleting(api: Api, clock: Clock, anna: Person, ben: Person, circle: Group) -> None:
    theirs = ben.says("/need x", circle)
    at = {"chat_id": circle.id}
    assert await api.refused("deleteMessage", **at, message_id=theirs.id) == "400 Bad Request: message can't be deleted"
    own = await api("sendMessage", **at, text="x")
    await api("deleteMessage", **at, message_id=own["message_id"])
    gone = await api.refused("deleteMessage", **at, message_id=own["message_id"])
    assert gone == "400 Bad Request: message to delete not found"
    old = await api("sendMessage", **at, text="x")
    clock.move(timedelta(hours=49))
    late = await api.refused("deleteMessage", **at, message_id=old["message_id"])
    assert late == "400 Bad Request: message can't be deleted for everyone"
    circle.promote_bot()
    await api("deleteMessages", **at, message_ids=[theirs.id, old["message_id"], 999])
    assert [m.text for m in circle.messages if not m.service] == []


async def test_chat_action_and_pins(api: Api, anna: Person, circle: Group) -> None:
    assert await api("sendChatAction", chat_id=anna.id, action="typing")
    assert "wrong parameter action" in await api.refused("sendChatAction", chat_id=anna.id, action="thinking")
    sent = await api("sendMessage", chat_id=circle.id, text="x")
    at = {"chat_id": circle.id, "message_id": sent["message_id"]}
    assert "not enough rights" in await api.refused("pinChatMessage", **at)
    circle.promote_bot()
    assert await api("pinChatMessage", **at)
    assert (await api("getChat", chat_id=circle.id))["pinned_message"]["message_id"] == sent["message_id"]
    assert await api("unpinChatMessage", **at)
    assert "message to unpin not found" in await api.refused("unpinChatMessage", **at)
    assert circle.record.status(42) is Status.ADMINISTRATOR
