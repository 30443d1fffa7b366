"""Updates that Telegram would never send, through the real application: none fails in a handler or stops the next."""

import json
import random
from copy import deepcopy
from typing import Any

import pytest

from tests.faults.conftest import House, house
from tests.overheard import OVERHEARD

__all__ = ["house"]

ODD: tuple[Any, ...] = (
    None, True, 0, -1, 2**31, 2**63, 2**70, 1.5, "", "x", "\ud800", "\u202e\u200b", "\x00", [], {}, [[]], [{}],
    {"id": 1}, {"id": "1"}, {"id": 2**70}, "9" * 400,
)  # fmt: skip
UPDATES = 120


def templates(house: House) -> list[dict[str, Any]]:
    """One update of each kind, as Telegram sends it."""
    person = {"id": house.anna.id, "is_bot": False, "first_name": "Anna", "language_code": "en"}
    group = {"id": house.group.id, "type": "supergroup", "title": "Harbour"}
    private = {"id": house.anna.id, "type": "private", "first_name": "Anna"}
    command = [{"type": "bot_command", "offset": 0, "length": 5}]

    def said(text: str, chat: dict[str, Any], **more: Any) -> dict[str, Any]:
        return {"message_id": 7_001, "date": 1_772_530_200, "chat": chat, "from": person, "text": text, **more}

    press = {"id": "1", "from": person, "chat_instance": "1", "data": "1:claim:1:AAAAAAAAAA"}
    bot = {"id": 42, "is_bot": True, "first_name": "Kringle", "username": "kringle_bot"}
    member = {"user": person, "status": "member"}
    change = {"chat": group, "from": person, "date": 1_772_530_200, "old_chat_member": member}
    mention = [{"type": "mention", "offset": 0, "length": 12}]
    return [
        {"message": said("/need a vet for a horse", group, entities=command)},
        {"message": said("/need", group, entities=command, reply_to_message=said("a baker", group))},
        {"message": said("@kringle_bot a vet", group, entities=mention)},
        {"message": said("/start j1-AAAAAAAAAA", private, entities=[{**command[0], "length": 6}])},
        {"message": said("words", private)},
        {"message": {**said("", group), "new_chat_title": "Hill"}},
        {"message": {**said("", group), "left_chat_member": person}},
        {"message": {**said("", group), "migrate_to_chat_id": -1_009_999_999_999}},
        {"edited_message": said("/need two vets", group, entities=command, edit_date=1_772_530_300)},
        {"callback_query": {**press, "message": said("card", private)}},
        {"callback_query": press},
        {"chat_member": {**change, "new_chat_member": {"user": person, "status": "left"}}},
        {"my_chat_member": {**change, "new_chat_member": {"user": bot, "status": "administrator"}}},
    ]


def places(value: Any, at: tuple[Any, ...] = ()) -> list[tuple[Any, ...]]:
    """The way to every part of an update."""
    inner = value.items() if isinstance(value, dict) else enumerate(value) if isinstance(value, list) else ()
    return [way for key, part in inner for way in ((*at, key), *places(part, (*at, key)))]


def mangled(update: dict[str, Any], dice: random.Random) -> dict[str, Any]:
    """The update with one to three of its parts exchanged or left out."""
    made = deepcopy(update)
    for _ in range(dice.randint(1, 3)):
        *way, last = dice.choice(places(made) or [("x",)])
        part = made
        for key in way:
            part = part[key]
        if dice.random() < 0.3 and isinstance(part, dict):
            part.pop(last, None)
        else:
            part[last] = deepcopy(dice.choice(ODD))
    return made


@pytest.mark.parametrize("seed", [1, 2])
async def test_no_update_fails_in_a_handler(house: House, seed: int) -> None:
    dice = random.Random(seed)
    kinds = templates(house)
    sent = {house.telegram.raw_update(made): made
            for made in (mangled(dice.choice(kinds), dice) for _ in range(UPDATES))}  # fmt: skip
    house.ben.person.says("/help")
    await house.rest()
    assert house.ben.sees("Kringle")
    assert house.query("SELECT count(*) FROM inbox WHERE state = 'new'") == [(0,)]
    failed = [json.loads(line) for line in OVERHEARD.lines if "failed (try 1)" in line]
    assert [(sent[one["update"]], one["trace"][-600:]) for one in failed] == []
