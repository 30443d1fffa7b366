"""Logs: which update a line is about, and what no line ever holds."""

import asyncio
import json
import logging
from pathlib import Path

import pytest

from bot.runtime.logs import JsonLines, Plain, described, outside, trace
from bot.sandbox.api.faults import Answer
from storage.address import DatabaseError
from storage.tracing import UPDATE
from tests.faults.conftest import House
from tests.overheard import OVERHEARD, Overheard, private_words

WORDS = "my secret client Zebedee Quill"


def fault() -> ValueError:
    try:
        try:
            int(WORDS)
        except ValueError as cause:
            raise KeyError(WORDS) from cause
    except KeyError as error:
        return error  # type: ignore[return-value]
    raise AssertionError


def record(words: str, error: BaseException | None = None) -> logging.LogRecord:
    info = (type(error), error, error.__traceback__) if error else None
    return logging.LogRecord("bot.x", logging.ERROR, __file__, 1, words, (), info)


@pytest.mark.parametrize("formatter", [JsonLines(), Plain()], ids=["json", "plain"])
def test_the_words_of_an_error_are_not_told_but_its_kind_and_place(formatter: logging.Formatter) -> None:
    line = formatter.format(record("it failed", fault()))
    assert "Zebedee" not in line
    assert line.index("ValueError") < line.index("KeyError")
    assert "test_logs.py" in line


def test_the_words_of_the_system_and_the_network_are() -> None:
    assert described(DatabaseError("it is locked")) == "DatabaseError: it is locked"
    assert described(OSError(28, "No space left on device")) == "OSError: [Errno 28] No space left on device"
    assert described(ValueError(WORDS)) == "ValueError"
    assert trace(DatabaseError("gone")) == "DatabaseError: gone"


@pytest.mark.parametrize("formatter", [JsonLines(), Plain()], ids=["json", "plain"])
def test_a_token_is_masked_wherever_it_stands(formatter: logging.Formatter) -> None:
    error = ConnectionError("https://api.telegram.org/bot123456:AAabcdefgh_-1/getMe")
    line = formatter.format(record("POST /bot123456:AAabcdefgh_-1/sendMessage", error))
    assert "AAabcdefgh" not in line
    assert line.count("<token>") == 2


def test_a_line_names_its_update() -> None:
    assert "update" not in json.loads(JsonLines().format(record("idle")))
    token = UPDATE.set(4711)
    assert json.loads(JsonLines().format(record("handled")))["update"] == 4711
    assert Plain().format(record("handled")).endswith("handled [update 4711]")
    UPDATE.reset(token)


async def test_what_nobody_waited_for_is_told_without_its_words(caplog: pytest.LogCaptureFixture) -> None:
    loop = asyncio.get_running_loop()
    before = loop.get_exception_handler()
    loop.set_exception_handler(outside)
    loop.call_soon(int, WORDS)
    await asyncio.sleep(0)
    await asyncio.sleep(0)
    loop.set_exception_handler(before)
    lines = [Plain().format(one) for one in caplog.records if one.name == "bot.runtime.logs"]
    assert len(lines) == 1
    assert "ValueError" in lines[0]
    assert "Zebedee" not in lines[0]


def about(number: int) -> list[tuple[str, str]]:
    """Which part of the bot said what about an update."""
    lines = [json.loads(line) for line in OVERHEARD.lines]
    return [(one["logger"].rpartition(".")[2], one["message"]) for one in lines if one.get("update") == number]


async def test_an_ask_is_followed_from_the_inbox_to_the_offer(house: House) -> None:
    for person in (house.anna, house.ben):
        await person.taps("Join this circle", chat=house.group)
    await house.ben.says("Bookkeeper for bakeries.")
    await house.ben.says("Owner-run bakeries that need a bookkeeper.")
    number = house.telegram.world.updates.next_id
    await house.anna.says("/need a bookkeeper for the bakery of my aunt", chat=house.group)
    assert house.ben.sees("of my aunt")
    told = about(number)
    assert told[0] == ("dispatching", "message handled")
    assert told[1][0] == "matching"
    assert told[1][1].endswith("matched: 1 fit")
    sent = [words.split(" (")[1] for part, words in told[2:] if part == "sending"]
    assert sorted(sent) == ["CardShown): sent", "OfferMade): sent"]
    assert [line for line in OVERHEARD.lines if f"kept: {number}" in line]


async def test_a_message_that_is_tried_again_keeps_its_update(house: House) -> None:
    house.faults.add("sendMessage", Answer(502, "Bad Gateway"), chat=house.anna.id)
    number = house.telegram.world.updates.next_id
    house.anna.person.says("/help")
    await house.rest()
    assert [words.partition(": ")[2] for part, words in about(number) if part == "sending"] == [
        "AGAIN, NetworkError", "sent",
    ]  # fmt: skip


async def test_the_search_finds_what_it_looks_for(house: House, tmp_path: Path) -> None:
    await house.anna.says("/pause no, rather ring my cousin on +44 20 7946 0958")
    words = set(private_words(house.telegram))
    assert {"no, rather ring my cousi", "+44 20 7946 0958", "@anna_t"} <= words
    other, log = Overheard(), tmp_path / "x.log"
    for line in ("told: no, rather ring my cousin", "+44 20 7946 0958", "42:sandbox-token", "bot 9:AAAAAAAAAAAA"):
        log.write_text(line)
        with pytest.raises(AssertionError, match="was logged"):
            other.search(house.telegram, log)
    log.write_text("nothing of that")
    other.search(house.telegram, log)
