"""Every fault of Telegram's, by polling and by webhook: what is told, how often, and what becomes of the rest.

Each time somebody does something whose answer meets the fault, once. When all has come to rest, the message is there as
often as it should be, its row says what became of it, and somebody else was answered as if nothing had been. While the
bot polls, faults of the server meet the next question for updates too.
"""

from collections.abc import AsyncIterator, Awaitable, Callable
from copy import deepcopy
from dataclasses import dataclass
from typing import Any

import pytest

from bot.sandbox.api.faults import Answer, Cut, Fault, Hang, Slow
from bot.settings import Settings, load_settings
from tests.faults.conftest import House, housed
from tests.run_mode.test_program import free_port

SHOWN = "is a referral circle with"  # words of what /circle shows


@dataclass(frozen=True)
class Scene:
    """Something done whose answer meets the fault: the method that fails, what comes before, and where the words of the
    answer are read."""

    method: str
    act: Callable[[House, Any], Any]
    words: str
    in_group: bool = True
    prepare: Callable[[House], Awaitable[Any]] | None = None


async def _asks(house: House) -> None:
    await house.anna.says("/need somebody for a matter that nobody knows", chat=house.group)


async def _opens_topic(house: House) -> Any:
    forum = house.telegram.group("Forum", creator=house.anna.person, members=[house.ben.person], forum=True)
    forum.add_bot(by=house.anna.person)
    await house.rest()
    return forum, forum.topic("Leads")


async def _upgrades(house: House) -> Any:
    small = house.telegram.group("Small", creator=house.anna.person, members=[house.ben.person], supergroup=False)
    small.add_bot(by=house.anna.person)
    await house.rest()
    small.upgrade(silent=True)
    return small


async def _pauses(house: House, _: Any) -> None:
    house.anna.person.says("/pause 3")


async def _shows_circle(house: House, where: Any) -> None:
    chat, topic = where or (house.group, None)
    house.anna.person.says("/circle", chat=chat, topic=topic)


async def _closes(house: House, _: Any) -> None:
    house.anna.person.taps("Close", chat=house.group)


async def _is_told(house: House, small: Any) -> None:
    await house.tell(small.id)


PRIVATE = Scene("sendMessage", _pauses, "for 3 days", in_group=False)
GROUP = Scene("sendMessage", _shows_circle, SHOWN)
CARD = Scene("editMessageText", _closes, "Withdrawn", prepare=_asks)
PRESS = Scene("answerCallbackQuery", _closes, "Withdrawn", prepare=_asks)
TOPIC = Scene("sendMessage", _shows_circle, SHOWN, prepare=_opens_topic)
SMALL = Scene("sendMessage", _is_told, "never mind", prepare=_upgrades)  # the look-alike refuses it by itself


def bad(words: str) -> Answer:
    return Answer(400, f"Bad Request: {words}")


def forbidden(words: str) -> Answer:
    return Answer(403, f"Forbidden: {words}")


SERVER: dict[str, Fault] = {
    "429": Answer(429, "Too Many Requests: retry after 9", {"retry_after": 9}),
    "401": Answer(401, "Unauthorized"),
    "404": Answer(404, "Not Found"),
    "409": Answer(409, "Conflict: terminated by other getUpdates request"),
    "500": Answer(500, "Internal Server Error"),
    "502": Answer(502, "Bad Gateway"),
    "cut before": Cut(),
    "cut after": Cut(processed=True),
    "slow": Slow(0.01),
    "hang": Hang(),
}
ROWS: list[tuple[str, Scene, Fault, int, str]] = [  # how often the words are read, and what becomes of the row
    *((name, PRIVATE, fault, 2 if name == "cut after" else 1, "sent") for name, fault in SERVER.items()),
    *((f"{name}, group", GROUP, SERVER[name], 1, "sent") for name in ("429", "500", "cut before")),
    *((f"{name}, edit", CARD, SERVER[name], 1, "sent") for name in ("429", "500", "cut before", "cut after")),
    ("403 blocked", PRIVATE, forbidden("bot was blocked by the user"), 0, "dropped"),
    ("403 deactivated", PRIVATE, forbidden("user is deactivated"), 0, "dropped"),
    ("403 never started", PRIVATE, forbidden("bot can't initiate conversation with a user"), 0, "dropped"),
    ("403 kicked", GROUP, forbidden("bot was kicked from the supergroup chat"), 0, "dropped"),
    ("403 not a member", GROUP, forbidden("bot is not a member of the supergroup chat"), 0, "dropped"),
    ("403 deleted", GROUP, forbidden("the group chat was deleted"), 0, "dropped"),
    ("400 migrated", SMALL, Slow(0.001), 1, "sent"),
    ("400 not modified", CARD, bad("message is not modified"), 0, "sent"),
    ("400 too old", PRESS, bad("query is too old and response timeout expired or query ID is invalid"), 1, "sent"),
    ("400 edit not found", CARD, bad("message to edit not found"), 1, "sent"),
    ("400 cannot be edited", CARD, bad("message can't be edited"), 1, "sent"),
    ("400 chat not found", PRIVATE, bad("chat not found"), 0, "dropped"),
    ("400 chat not found, group", GROUP, bad("chat not found"), 0, "dropped"),
    ("400 thread not found", TOPIC, bad("message thread not found"), 1, "sent"),
    ("400 topic closed", TOPIC, bad("TOPIC_CLOSED"), 1, "sent"),
    ("400 entities", PRIVATE, bad("can't parse entities: unsupported start tag"), 1, "sent"),
    ("400 other", PRIVATE, bad("something new"), 0, "dead"),
]


@pytest.fixture(params=["polling", pytest.param("webhook", marks=pytest.mark.slow)])
async def way(
    request: pytest.FixtureRequest, settings: Settings, monkeypatch: pytest.MonkeyPatch
) -> AsyncIterator[House]:
    monkeypatch.setenv("TESTED_BOT", "here")
    if request.param == "webhook":
        port = free_port()
        more = {"webhook_url": f"http://127.0.0.1:{port}/hook", "webhook_secret": "a-secret-of-this-test"}
        settings = load_settings(**settings.model_dump() | more | {"listen": f"127.0.0.1:{port}"})
    async with housed(settings) as made:
        yield made


@pytest.mark.parametrize(("scene", "fault", "copies", "state"), [row[1:] for row in ROWS], ids=[row[0] for row in ROWS])
async def test_every_fault(way: House, scene: Scene, fault: Fault, copies: int, state: str) -> None:
    house, fault = way, deepcopy(fault)
    prepared = await scene.prepare(house) if scene.prepare else None
    latest = house.query("SELECT max(id) FROM outbox")[0][0]
    house.faults.add(scene.method, fault)
    if scene is PRIVATE and isinstance(fault, Answer | Slow) and fault in SERVER.values():
        house.faults.add("getUpdates", fault)
    await scene.act(house, prepared)
    if isinstance(fault, Hang):
        await house.until(lambda: fault.waiting == 1)
        house.ben.person.says("/pause 2")
        await house.until(lambda: house.ben.sees("for 2 days"))
        fault.release()
    await house.rest()
    told = house.in_group() if scene.in_group else house.anna.heard()
    assert sum(scene.words in text for text in told) == copies
    states = [row[0] for row in house.query("SELECT state FROM outbox WHERE id > ? ORDER BY id", latest)]
    assert states[0] == state
    assert set(states[1:]) <= {"sent"}
    house.faults.clear()
    await house.ben.says("/pause 4")
    assert "for 4 days" in house.ben.last
    assert house.query("SELECT count(*) FROM inbox WHERE state <> 'done'") == [(0,)]
    assert not house.telegram.pending()
