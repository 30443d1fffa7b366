"""What people do, and which updates of it reach the bot."""

from typing import Any

import pytest
from bots_door import Api

from bot.sandbox.groups import Group
from bot.sandbox.people import Person
from bot.sandbox.telegram import Telegram
from bot.sandbox.world.world import Impossible


def kinds(updates: list[dict[str, Any]]) -> list[str]:
    return [next(name for name in update if name != "update_id") for update in updates]


def texts(updates: list[dict[str, Any]]) -> list[str]:
    return [update["message"]["text"] for update in updates]


async def test_start_comes_first(api: Api, ben: Person) -> None:
    with pytest.raises(Impossible, match="has not pressed Start"):
        ben.says("hello")
    ben.says("/start abc")
    ben.says("hello")
    updates = await api.updates()
    assert texts(updates) == ["/start abc", "hello"]
    assert updates[0]["message"]["entities"] == [{"type": "bot_command", "offset": 0, "length": 6}]
    assert [m.text for m in ben.chat] == ["/start abc", "hello"]


@pytest.mark.parametrize(
    ("url", "sent"),
    [
        ("https://t.me/kringle_bot?start=abc-_9", "/start abc-_9"),
        ("t.me/Kringle_Bot", "/start"),
        ("tg://resolve?domain=kringle_bot&start=x", "/start x"),
        ("https://t.me/kringle_bot?start=a%20b", "/start"),
        (f"https://t.me/kringle_bot?start={'x' * 65}", "/start"),
        ("https://t.me/other_bot?start=x", None),
        ("https://example.org/kringle_bot?start=x", None),
    ],
)
def test_following_a_link(ben: Person, url: str, sent: str | None) -> None:
    message = ben.opens(url)
    assert (message.text if message else None) == sent


async def test_tapping(api: Api, telegram: Telegram, anna: Person, ben: Person, circle: Group) -> None:
    await api("sendMessage", chat_id=circle.id, text="Welcome", reply_markup={"inline_keyboard": [
        [{"text": "👉 Join this circle", "url": "https://t.me/kringle_bot?start=j1"}],
        [{"text": "Close", "callback_data": "c"}, {"text": "Copy", "copy_text": {"text": "x"}}],
    ]})  # fmt: skip
    pressed = ben.taps("Join this circle", chat=circle)
    assert pressed.opened is not None
    assert await pressed.answered() is None
    assert ben.chat[-1].text == "/start j1"
    ben.taps("close", message=circle.messages[-1])
    assert (await api.updates())[-1]["callback_query"]["data"] == "c"
    with pytest.raises(LookupError, match="Join this circle, Close, Copy"):
        ben.taps("Open", chat=circle)
    with pytest.raises(LookupError, match="none"):
        ben.taps("Open")
    with pytest.raises(Impossible, match="cannot press"):
        ben.taps("Copy", chat=circle)
    with pytest.raises(Impossible, match="is not in"):
        telegram.person("Cleo").taps("Close", chat=circle)


async def test_the_newest_message_and_the_exact_label_win(api: Api, anna: Person) -> None:
    for number, labels in enumerate((["Skip"], ["Skip today", "Skip"])):
        row = [{"text": label, "callback_data": f"{number}{label}"} for label in labels]
        await api("sendMessage", chat_id=anna.id, text="x", reply_markup={"inline_keyboard": [row]})
    anna.taps("Skip")
    anna.taps("Skip t")
    assert [u["callback_query"]["data"] for u in await api.updates()] == ["1Skip", "1Skip today"]


async def test_blocking(api: Api, anna: Person) -> None:
    anna.blocks()
    with pytest.raises(Impossible, match="has blocked"):
        anna.says("hello")
    anna.says("/start")
    updates = await api.updates()
    assert kinds(updates) == ["my_chat_member", "my_chat_member", "message"]
    assert [u["my_chat_member"]["new_chat_member"]["status"] for u in updates[:2]] == ["kicked", "member"]
    assert updates[0]["my_chat_member"]["chat"]["type"] == "private"


async def test_editing_and_deleting(api: Api, anna: Person, ben: Person, circle: Group) -> None:
    asked = ben.says("/need a cook", circle)
    ben.edits(asked, "/need a baker")
    updates = await api.updates()
    assert kinds(updates) == ["message", "edited_message"]
    edited = updates[1]["edited_message"]
    assert (edited["text"], "edit_date" in edited) == ("/need a baker", True)
    with pytest.raises(Impossible, match="one's own"):
        anna.edits(asked, "x")
    with pytest.raises(Impossible, match="admins delete"):
        ben.deletes(anna.says("/circle", circle))
    anna.deletes(asked)
    assert asked not in circle.messages
    assert kinds(await api.updates()) == ["message"]


@pytest.mark.parametrize(
    ("text", "heard"),
    [
        ("good morning", False),
        ("/need a cook", True),
        ("/need@kringle_bot a cook", True),
        ("/need@Kringle_Bot a cook", True),
        ("/need@other_bot a cook", False),
        ("@kringle_bot a cook", True),
        ("a cook, @Kringle_bot?", True),
        ("@kringle_bots a cook", False),
        ("please /need", False),
    ],
)
async def test_group_privacy(api: Api, ben: Person, circle: Group, text: str, heard: bool) -> None:
    ben.says(text, circle)
    assert len(await api.updates()) == heard


async def test_replies_to_the_bot_are_heard(api: Api, ben: Person, circle: Group) -> None:
    await api("sendMessage", chat_id=circle.id, text="Who?")
    ben.says("me", circle, reply_to=circle.messages[-1])
    own = ben.says("nobody hears", circle)
    ben.says("this neither", circle, reply_to=own)
    ben.says("/need", circle, reply_to=own)
    updates = await api.updates()
    assert texts(updates) == ["me", "/need"]
    assert updates[1]["message"]["reply_to_message"]["text"] == "nobody hears"


async def test_an_admin_bot_and_one_without_privacy_hear_everything(api: Api, ben: Person, circle: Group) -> None:
    circle.promote_bot()
    ben.says("good morning", circle)
    assert kinds(await api.updates()) == ["my_chat_member", "message"]
    circle.demote_bot()
    circle.world.privacy = False
    ben.says("good morning", circle)
    assert kinds(await api.updates()) == ["my_chat_member", "message"]


async def test_coming_and_going(api: Api, telegram: Telegram, anna: Person, ben: Person) -> None:
    group = telegram.group("Circle", anna)
    group.add_bot(by=anna)
    group.add(ben)
    cleo = telegram.person("Cleo")
    group.add(cleo, by=anna)
    group.leave(ben)
    group.kick(cleo)
    group.remove_bot()
    updates = await api.updates()
    assert kinds(updates) == ["my_chat_member", *["message"] * 6, "my_chat_member"]
    came = [(u["message"]["from"]["first_name"], u["message"]["new_chat_members"][0]["first_name"])
            for u in updates if "new_chat_members" in u.get("message", {})]  # fmt: skip
    went = [(u["message"]["from"]["first_name"], u["message"]["left_chat_member"]["first_name"])
            for u in updates if "left_chat_member" in u.get("message", {})]  # fmt: skip
    assert came == [("Anna", "Kringle"), ("Ben", "Ben"), ("Anna", "Cleo")]
    assert went == [("Ben", "Ben"), ("Anna", "Cleo"), ("Anna", "Kringle")]
    with pytest.raises(Impossible, match="is not in"):
        group.leave(ben)


@pytest.mark.parametrize(("supergroup", "told"), [(False, "group_chat_created"), (True, "new_chat_members")])
async def test_a_group_made_with_the_bot(
    api: Api, telegram: Telegram, anna: Person, supergroup: bool, told: str
) -> None:
    telegram.group("Circle", anna, supergroup=supergroup, bot=True)
    updates = await api.updates()
    assert kinds(updates) == ["my_chat_member", "message"]
    assert told in updates[1]["message"]


async def test_chat_member_comes_only_to_an_admin_who_asked(api: Api, ben: Person, circle: Group) -> None:
    await api("getUpdates", allowed_updates=["message", "chat_member"])
    circle.leave(ben)
    circle.promote_bot()
    circle.add(ben)
    circle.promote(ben)
    updates = await api.updates()
    assert kinds(updates) == ["message", "chat_member", "message", "chat_member"]
    change = updates[1]["chat_member"]
    assert (change["old_chat_member"]["status"], change["new_chat_member"]["status"]) == ("left", "member")


async def test_voices_without_a_person(api: Api, telegram: Telegram, anna: Person, circle: Group) -> None:
    telegram.anonymous_admin(circle).says("/need one")
    telegram.linked_channel(circle).says("/need two")
    telegram.channel(circle).says("/need three")
    one, two, three = [u["message"] for u in await api.updates()]
    assert (one["from"]["id"], one["sender_chat"]["id"]) == (1087968824, circle.id)
    assert (two["from"]["id"], two["is_automatic_forward"], two["sender_chat"]["type"]) == (777000, True, "channel")
    assert three["from"]["id"] == 136817688


async def test_topics(api: Api, telegram: Telegram, anna: Person, ben: Person) -> None:
    forum = telegram.group("Forum", anna, members=[ben], forum=True)
    forum.add_bot()
    leads = forum.topic("Leads")
    await api.updates()
    ben.says("/need a cook", forum, topic=leads)
    ben.says("/need a baker", forum)
    inside, outside = [u["message"] for u in await api.updates()]
    assert (inside["message_thread_id"], inside["is_topic_message"]) == (leads.id, True)
    assert "forum_topic_created" in inside["reply_to_message"]
    assert "message_thread_id" not in outside
    leads.close()
    with pytest.raises(Impossible, match="closed"):
        ben.says("x", forum, topic=leads)
    leads.reopen()
    ben.says("x", forum, topic=leads)


@pytest.mark.parametrize("kind", ["sticker", "photo", "document", "contact", "location", "voice"])
async def test_other_messages(api: Api, anna: Person, kind: str) -> None:
    anna.sends(kind)
    (update,) = await api.updates()
    assert kind in update["message"]
    assert "text" not in update["message"]


async def test_names(api: Api, anna: Person) -> None:
    anna.renames(first_name="<b>Anna", last_name="", username="@anna_b")
    anna.says("hello")
    sender = (await api.updates())[0]["message"]["from"]
    assert (sender["first_name"], sender["username"], "last_name" in sender) == ("<b>Anna", "anna_b", False)


def test_what_nobody_can_do(telegram: Telegram, anna: Person, ben: Person) -> None:
    group = telegram.group("Circle", anna)
    for wrong in (
        lambda: ben.says("x", group),
        lambda: anna.says("  "),
        lambda: anna.says("x" * 4097),
        lambda: group.topic("x"),
        lambda: group.upgrade(),
        lambda: group.promote(ben),
        lambda: group.add(telegram.person("Cleo"), by=ben),
    ):
        with pytest.raises(Impossible):
            wrong()
    with pytest.raises(ValueError, match="unknown kind"):
        anna.sends("gift")


def test_a_small_group_that_moved_is_silent(telegram: Telegram, anna: Person) -> None:
    group = telegram.group("Circle", anna, supergroup=False)
    group.upgrade()
    for wrong in (lambda: anna.says("x", group), lambda: group.add_bot(), lambda: group.upgrade()):
        with pytest.raises(Impossible):
            wrong()
