"""What the page asks somebody to do, as things people do in Telegram. Every wrong request is one clear sentence."""

import asyncio
from math import isfinite

from bot.sandbox.groups import ForumTopic, Group
from bot.sandbox.people import CallbackPress, Person
from bot.sandbox.telegram import Telegram
from bot.sandbox.world.records import Button, Fields, Message

ANSWER_WITHIN = 5.0


class Wrong(Exception):
    """What is wrong with a request, in one sentence."""


async def act(telegram: Telegram, asked: Fields) -> Fields:
    """Do one thing as one person."""
    person = _person(telegram, number(asked, "person"))
    match asked.get("do"):
        case "say":
            group = _group(telegram, asked)
            topic = _topic(group, asked)
            reply = _message(telegram, person, asked, "reply_to") if asked.get("reply_to") else None
            person.says(str(asked.get("text") or ""), group, reply, topic)
        case "edit":
            person.edits(_message(telegram, person, asked), str(asked.get("text") or ""))
        case "delete":
            person.deletes(_message(telegram, person, asked))
        case "tap":
            return await _tap(person, _message(telegram, person, asked), asked)
        case "open":
            if person.opens(str(asked.get("url") or "")) is None:
                raise Wrong("That link leads out of the sandbox.")
        case "sticker":
            person.sends("sticker", _group(telegram, asked))
        case "block":
            person.blocks()
        case "unblock":
            person.unblocks()
        case "join":
            _some_group(telegram, asked).add(person)
        case "leave":
            _some_group(telegram, asked).leave(person)
        case other:
            raise Wrong(f"Nobody can do “{other}” here.")
    return {}


async def new_person(telegram: Telegram, asked: Fields) -> Fields:
    """Somebody new appears, if asked in a group."""
    name = str(asked.get("first_name") or "").strip()
    if not name:
        raise Wrong("A person needs a first name.")
    group = _group(telegram, asked | {"chat": asked.get("join")})
    first, _, last = name[:64].partition(" ")
    username = str(asked.get("username") or "").lstrip("@") or None
    person = telegram.person(first, last_name=last or None, username=username)
    if group is not None:
        group.add(person)
    return {"id": person.id}


async def _tap(person: Person, message: Message, asked: Fields) -> Fields:
    button = Button("", data=str(asked.get("data") or ""))
    if not button.data:
        raise Wrong("A tap needs the button's data.")
    press: CallbackPress = person.pushes(button, message)
    try:
        answer = await press.answered(ANSWER_WITHIN)
    except TimeoutError:
        answer = None
    await asyncio.sleep(0)
    return {"answer": {"text": answer.text, "alert": answer.show_alert} if answer else None}


def number(asked: Fields, name: str) -> int:
    value = asked.get(name)
    if isinstance(value, int | float) and not isinstance(value, bool) and isfinite(value):
        return int(value)
    if isinstance(value, str) and value.removeprefix("-").isdecimal() and len(value) < 20:
        return int(value)
    raise Wrong(f"“{name}” must be a number.")


def _person(telegram: Telegram, person_id: int) -> Person:
    for person in telegram.people:
        if person.id == person_id:
            return person
    raise Wrong("There is no such person.")


def _group(telegram: Telegram, asked: Fields) -> Group | None:
    """The group of a request; None means the private chat."""
    if asked.get("chat") is None:
        return None
    chat_id = number(asked, "chat")
    if chat_id > 0:
        return None
    for group in telegram.groups:
        if group.id == chat_id:
            return group
    raise Wrong("There is no such group.")


def _some_group(telegram: Telegram, asked: Fields) -> Group:
    group = _group(telegram, asked)
    if group is None:
        raise Wrong("There is no such group.")
    return group


def _topic(group: Group | None, asked: Fields) -> ForumTopic | None:
    if group is None or asked.get("topic") is None:
        return None
    record = group.record.topics.get(number(asked, "topic"))
    if record is None:
        raise Wrong("There is no such topic.")
    return ForumTopic(group, record)


def _message(telegram: Telegram, person: Person, asked: Fields, name: str = "message") -> Message:
    group = _group(telegram, asked)
    home = group.record if group else telegram.world.private(person.user)
    message = home.messages.get(number(asked, name))
    if message is None or message.deleted:
        raise Wrong("That message is not there any more.")
    return message
