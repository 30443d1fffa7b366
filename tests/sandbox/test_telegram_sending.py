"""What the bot sends, edits and deletes, and what Telegram says when it may not."""

from typing import Any

import pytest
from bots_door import Api, Refused

from bot.sandbox.groups import Group
from bot.sandbox.people import Person
from bot.sandbox.telegram import Telegram

NO_MARKUP = '"reply_markup" must be InlineKeyboardMarkup or ReplyKeyboardMarkup or ReplyKeyboardRemove or ForceReply'


def keys(*buttons: dict[str, Any]) -> dict[str, Any]:
    return {"inline_keyboard": [list(buttons)]}


async def test_a_message_arrives(api: Api, anna: Person) -> None:
    sent = await api(
        "sendMessage", chat_id=anna.id, text=" <b>Hi</b> &lt;Anna&gt; ", parse_mode="HTML", disable_notification=True,
        reply_markup=keys({"text": "✅ Yes", "callback_data": "y"}, {"text": "Site", "url": "example.org"}),
    )  # fmt: skip
    message = anna.chat[-1]
    assert (message.text, message.html, message.silent) == ("Hi <Anna>", "<b>Hi</b> &lt;Anna&gt;", True)
    assert [(b.text, b.data, b.url) for b in message.buttons[0]] == [
        ("✅ Yes", "y", None), ("Site", None, "http://example.org/")]  # fmt: skip
    assert sent["entities"] == [{"type": "bold", "offset": 0, "length": 2}]


@pytest.mark.parametrize(
    ("params", "said"),
    [
        ({"text": ""}, "message text is empty"),
        ({"text": " \n "}, "text must be non-empty"),
        ({"text": "<b></b>", "parse_mode": "HTML"}, "text must be non-empty"),
        ({"text": "x" * 4097}, "message is too long"),
        ({"text": "<b>x", "parse_mode": "HTML"},
         'can\'t parse entities: Can\'t find end tag corresponding to start tag "b"'),
        ({"text": "x", "parse_mode": "Latex"}, "unsupported parse_mode (the sandbox reads HTML only)"),
        ({"text": "x", "colour": "red"}, 'unknown parameter "colour" of sendMessage'),
        ({"text": "x", "disable_notification": "perhaps"}, 'parameter "disable_notification" must be a Boolean'),
        ({"text": "x", "reply_markup": "{"}, "can't parse reply markup JSON object"),
        ({"text": "x", "reply_markup": []}, NO_MARKUP),
        ({"text": "x", "reply_markup": keys({"text": "a", "callback_data": "é" * 33})}, "BUTTON_DATA_INVALID"),
        ({"text": "x", "reply_markup": keys({"text": "a"})},
         "can't parse inline keyboard button: Text buttons are unallowed in the inline keyboard"),
        ({"text": "x", "reply_markup": keys({"text": " ", "callback_data": "a"})},
         "inline keyboard button text must be non-empty"),
        ({"text": "x", "reply_markup": keys({"text": "a", "url": "localhost"})},
         "inline keyboard button URL 'localhost' is invalid: Wrong HTTP URL"),
        ({"text": "x", "reply_markup": keys({"text": "a", "url": "ftp://a.b"})},
         "inline keyboard button URL 'ftp://a.b' is invalid: Unsupported URL protocol"),
        ({"text": "x", "reply_markup": keys({"text": "a", "callback": "a"})},
         'unknown field "callback" of InlineKeyboardButton in "reply_markup.inline_keyboard"'),
        ({"text": "x", "reply_markup": {"inline_keyboard": [], "more": 1}},
         'unknown field "more" of InlineKeyboardMarkup in "reply_markup"'),
        ({"text": "x", "reply_markup": keys(*[{"text": "a", "callback_data": "a"}] * 101)}, "reply markup is too long"),
        ({"text": "x", "reply_parameters": {"message_id": 99}}, "message to be replied not found"),
        ({"text": "x", "message_thread_id": 7}, "message thread not found"),
        ({"text": "x", "entities": [{"type": "bold"}]}, 'field "offset" of MessageEntity in "entities" is missing'),
    ],
)  # fmt: skip
async def test_wrong_messages(api: Api, anna: Person, params: dict[str, Any], said: str) -> None:
    assert await api.refused("sendMessage", chat_id=anna.id, **params) == f"400 Bad Request: {said}"
    assert anna.chat == []


async def test_the_longest_message_and_button(api: Api, anna: Person) -> None:
    await api("sendMessage", chat_id=anna.id, text=f"<b>{'x' * 4096}</b>", parse_mode="HTML",
              reply_markup=keys({"text": "a", "callback_data": "é" * 32}))  # fmt: skip
    assert len(anna.chat[-1].text) == 4096


async def test_given_entities(api: Api, anna: Person) -> None:
    await api("sendMessage", chat_id=anna.id, text="🙂 bold", entities=[{"type": "bold", "offset": 3, "length": 4}])
    assert anna.chat[-1].html == "🙂 <b>bold</b>"


async def test_other_markups_are_let_through(api: Api, anna: Person) -> None:
    for markup in ({"force_reply": True}, {"remove_keyboard": True}, {"keyboard": [[{"text": "a"}]]}):
        await api("sendMessage", chat_id=anna.id, text="x", reply_markup=markup)
    assert anna.chat[-1].buttons == []


async def test_whom_the_bot_may_write_to(api: Api, telegram: Telegram, ben: Person, circle: Group) -> None:
    stranger = telegram.person("Cleo")
    assert await api.refused("sendMessage", chat_id=stranger.id, text="x") == "400 Bad Request: chat not found"
    assert await api.refused("sendMessage", chat_id=12345, text="x") == "400 Bad Request: chat not found"
    assert await api.refused("sendMessage", text="x") == "400 Bad Request: chat_id is empty"
    said = "403 Forbidden: bot can't initiate conversation with a user"
    assert await api.refused("sendMessage", chat_id=ben.id, text="x") == said
    ben.says("/start")
    await api("sendMessage", chat_id=ben.id, text="x")
    ben.blocks()
    assert await api.refused("sendMessage", chat_id=ben.id, text="x") == "403 Forbidden: bot was blocked by the user"
    ben.unblocks()
    await api("sendMessage", chat_id=ben.id, text="x")
    ben.deactivates()
    assert await api.refused("sendMessage", chat_id=ben.id, text="x") == "403 Forbidden: user is deactivated"


async def test_groups_the_bot_is_not_in(api: Api, telegram: Telegram, anna: Person) -> None:
    for supergroup, kind in ((True, "supergroup"), (False, "group")):
        group = telegram.group("Circle", anna, supergroup=supergroup)
        assert await api.refused("sendMessage", chat_id=group.id, text="x") == "400 Bad Request: chat not found"
        group.add_bot()
        await api("sendMessage", chat_id=group.id, text="x")
        group.remove_bot()
        said = f"403 Forbidden: bot was kicked from the {kind} chat"
        assert await api.refused("sendMessage", chat_id=group.id, text="x") == said
        group.add_bot()
        await api("leaveChat", chat_id=group.id)
        said = f"403 Forbidden: bot is not a member of the {kind} chat"
        assert await api.refused("sendMessage", chat_id=group.id, text="x") == said
        assert await api.refused("leaveChat", chat_id=group.id) == said


@pytest.mark.parametrize("silent", [False, True])
async def test_a_group_that_became_a_supergroup(api: Api, telegram: Telegram, anna: Person, silent: bool) -> None:
    old = telegram.group("Circle", anna, supergroup=False)
    old.add_bot()
    await api.updates()
    before = await api("sendMessage", chat_id=old.id, text="x")
    new = old.upgrade(silent=silent)
    with pytest.raises(Refused) as caught:
        await api("sendMessage", chat_id=old.id, text="x")
    assert caught.value.description == "Bad Request: group chat was upgraded to a supergroup chat"
    assert caught.value.parameters == {"migrate_to_chat_id": new.id}
    await api("sendMessage", chat_id=new.id, text="x")
    told = [
        (m["chat"]["id"], m.get("migrate_to_chat_id"), m.get("migrate_from_chat_id"))
        for m in (u["message"] for u in await api.updates())
    ]
    assert told == ([] if silent else [(old.id, new.id, None), (new.id, None, old.id)])
    said = "400 Bad Request: message can't be edited"
    assert await api.refused("editMessageText", chat_id=old.id, message_id=before["message_id"], text="y") == said


async def test_topics(api: Api, telegram: Telegram, anna: Person) -> None:
    forum = telegram.group("Forum", anna, forum=True)
    forum.add_bot()
    leads = forum.topic("Leads")
    sent = await api("sendMessage", chat_id=forum.id, text="x", message_thread_id=leads.id)
    assert (sent["message_thread_id"], sent["is_topic_message"]) == (leads.id, True)
    assert sent["reply_to_message"]["forum_topic_created"]["name"] == "Leads"
    said = "400 Bad Request: message thread not found"
    assert await api.refused("sendMessage", chat_id=forum.id, text="x", message_thread_id=999) == said
    leads.close()
    said = "400 Bad Request: TOPIC_CLOSED"
    assert await api.refused("sendMessage", chat_id=forum.id, text="x", message_thread_id=leads.id) == said
    forum.promote_bot()
    await api("sendMessage", chat_id=forum.id, text="x", message_thread_id=leads.id)
    asked = anna.says("/need a cook", forum, topic=leads)
    answer = await api("sendMessage", chat_id=forum.id, text="x", reply_parameters={"message_id": asked.id})
    assert answer["message_thread_id"] == leads.id


async def test_replies(api: Api, anna: Person, circle: Group) -> None:
    asked = anna.says("/need a cook", circle)
    sent = await api("sendMessage", chat_id=circle.id, text="x", reply_parameters={"message_id": asked.id})
    assert sent["reply_to_message"]["text"] == "/need a cook"
    assert (sent["message_thread_id"], "is_topic_message" in sent) == (asked.id, False)
    anna.deletes(asked)
    gone = {"message_id": asked.id}
    said = "400 Bad Request: message to be replied not found"
    assert await api.refused("sendMessage", chat_id=circle.id, text="x", reply_parameters=gone) == said
    gone["allow_sending_without_reply"] = True
    await api("sendMessage", chat_id=circle.id, text="x", reply_parameters=gone)
    assert circle.messages[-1].reply_to is None


async def test_protected(api: Api, anna: Person) -> None:
    sent = await api("sendMessage", chat_id=anna.id, text="x", protect_content=True)
    assert sent["has_protected_content"] is True
