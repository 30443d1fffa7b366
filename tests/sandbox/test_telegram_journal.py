"""The sandbox comes back as it was: chats, waiting updates, files, the clock."""

import asyncio
import json
from datetime import UTC, datetime, timedelta
from pathlib import Path

import pytest
from bots_door import Api

from bot.sandbox.clock import Clock
from bot.sandbox.groups import Group
from bot.sandbox.people import Person
from bot.sandbox.telegram import Telegram
from bot.sandbox.web.snapshot import snapshot
from bot.trial import keep_saving


async def test_everything_comes_back(
    api: Api, telegram: Telegram, clock: Clock, anna: Person, ben: Person, circle: Group, tmp_path: Path
) -> None:
    forum = telegram.group("Forum", anna, forum=True)
    forum.add_bot()
    forum.topic("Leads")
    asked = ben.says("/need <a> cook", circle)
    await api("sendMessage", chat_id=circle.id, text="<b>Asked</b>", parse_mode="HTML",
              reply_parameters={"message_id": asked.id},
              reply_markup={"inline_keyboard": [[{"text": "Close", "callback_data": "c"}]]})  # fmt: skip
    ben.taps("Close", chat=circle)
    query = (await api("getUpdates"))[-1]["callback_query"]["id"]
    await api("answerCallbackQuery", callback_query_id=query, text="ok")
    anna.sends("photo")
    await api("setMyCommands", commands=[{"command": "need", "description": "ask"}])
    clock.move(timedelta(days=3))
    path = tmp_path / "data" / "world.json"
    telegram.save(path)
    telegram.save(path)
    assert path.stat().st_mode & 0o777 == 0o600
    assert [p.name for p in path.parent.iterdir()] == ["world.json"]

    again = Telegram.load(path, Clock(datetime(2026, 10, 1, tzinfo=UTC), frozen=True))
    assert again.clock.now() == clock.now()
    assert snapshot(again.world) == snapshot(telegram.world)
    assert [u.fields for u in again.world.updates.items] == [u.fields for u in telegram.world.updates.items]
    assert (again.world.presses, again.world.files) == (telegram.world.presses, telegram.world.files)
    assert again.world.counters == telegram.world.counters
    ben_again = next(p for p in again.people if p.id == ben.id)
    reply = ben_again.says("/need more", again.groups[0], reply_to=again.groups[0].messages[-1])
    assert reply.id == circle.record.next_message


async def test_what_is_said_while_it_is_saved_is_saved_too(telegram: Telegram, anna: Person, tmp_path: Path) -> None:
    path = tmp_path / "world.json"
    for count in range(400):
        anna.says(f"before {count}")
    saving = asyncio.create_task(keep_saving(telegram, path, every=0.0))
    for count in range(30):
        anna.says(f"after {count}")
        await asyncio.sleep(0.005)  # real work goes on meanwhile
    assert not saving.done(), saving.exception()
    saving.cancel()
    await asyncio.gather(saving, return_exceptions=True)
    assert "after 20" in path.read_text()


def test_a_running_clock_keeps_its_offset(tmp_path: Path) -> None:
    clock = Clock()
    clock.move(timedelta(days=2))
    Telegram(clock).save(tmp_path / "world.json")
    again = Telegram.load(tmp_path / "world.json")
    assert abs(again.clock.offset - timedelta(days=2)) < timedelta(seconds=1)


def test_another_format_is_refused(tmp_path: Path) -> None:
    path = tmp_path / "world.json"
    path.write_text(json.dumps({"format": 99}))
    with pytest.raises(ValueError, match="format 99"):
        Telegram.load(path)


def test_the_clock() -> None:
    start = datetime(2026, 1, 1, tzinfo=UTC)
    frozen = Clock(start, frozen=True)
    frozen.move(timedelta(hours=1))
    assert frozen.now() == start + timedelta(hours=1)
    with pytest.raises(ValueError, match="never moves back"):
        frozen.move_to(start)
    with pytest.raises(ValueError, match="aware"):
        frozen.move_to(datetime(2027, 1, 1))  # noqa: DTZ001 -- the naive instant is what is refused
    with pytest.raises(ValueError, match="aware"):
        Clock(datetime(2027, 1, 1))  # noqa: DTZ001 -- likewise
    running = Clock(start)
    assert timedelta(0) <= running.now() - start < timedelta(seconds=5)
    seen: list[datetime] = []
    stop = frozen.on_move(lambda: seen.append(frozen.now()))
    frozen.move(timedelta(hours=1))
    stop()
    frozen.move(timedelta(hours=1))
    assert seen == [start + timedelta(hours=2)]
