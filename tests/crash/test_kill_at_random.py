"""kill -9 at random while updates pour in: counted at Telegram's end, nothing is lost and nothing happens twice."""

import asyncio
import random
import re
from collections import Counter
from pathlib import Path
from typing import Any

import pytest

from bot.sandbox.clock import Clock
from bot.sandbox.people import Person
from bot.sandbox.telegram import Telegram
from bot.sandbox.web.server import serve
from tests.process.program import TOKEN, Program

PEOPLE = 100  # many, since a chat may get only so many messages a minute
GROUPS = 60
SEED = 20


class Crowd:
    """Many people in many groups, each update of theirs with a number of its own."""

    def __init__(self, telegram: Telegram, chance: random.Random, people: int = PEOPLE, groups: int = GROUPS) -> None:
        self.telegram = telegram
        self.chance = chance
        self.people = [telegram.person(f"P{number}", started=True) for number in range(people)]
        self.groups = []
        for number in range(groups):
            members = [self.people[(number * 3 + step) % people] for step in range(4)]
            group = telegram.group(f"G{number}", creator=members[0], members=members[1:])
            group.add_bot(by=members[0])
            self.groups.append((group, members))
        self.number = 0
        self.asks: dict[int, list[str]] = {}  # by group
        self.answers: dict[int, list[int]] = {}  # by person: numbers of the days they will be away
        self.presses: Counter[int] = Counter()  # by person

    def acts(self) -> None:
        """One more update."""
        self.number += 1
        if self.chance.random() < 0.3:
            group, members = self.chance.choice(self.groups)
            author = self.chance.choice(members)
            ask = f"somebody for matter {self.number}"
            author.says(f"/need {ask}", chat=group)
            self.asks.setdefault(group.id, []).append(ask)
        else:
            self._private(self.chance.choice(self.people))

    def _private(self, person: Person) -> None:
        """Words that are answered with a number of their own, or a press of a button of an earlier answer."""
        if self.chance.random() < 0.3:
            for message in reversed(person.chat):
                if message.keyboard:
                    person.pushes(message.keyboard[0][0], message)
                    self.presses[person.id] += 1
                    return
        days = self.answers.setdefault(person.id, [])
        days.append(len(days) % 365 + 1)
        person.says(f"/pause {days[-1]}")


def heard(chat: list[Any], bot: int, pattern: str) -> list[str]:
    """The numbers in the bot's messages, in their order."""
    texts = [message.text for message in chat if message.sender_id == bot]
    return [found[1] for text in texts if (found := re.search(pattern, text))]


def in_order(wanted: list[str], got: list[str]) -> bool:
    """Whether what is wanted is told in this order, apart from what was told twice."""
    first = list(dict.fromkeys(got))
    return [one for one in first if one in set(wanted)] == [one for one in wanted if one in set(first)]


async def at_work(telegram: Telegram, sends: int) -> None:
    """Until so many more calls were made, or all that was said has arrived."""
    before = telegram.calls[-1].at if telegram.calls else None
    made = 0
    async with asyncio.timeout(120):
        while made < sends and (made == 0 or telegram.pending()):
            await asyncio.sleep(0.01)
            made = sum(call.method == "sendMessage" and (before is None or call.at > before) for call in telegram.calls)


async def storm(folder: Path, updates: int, kills: int) -> str:
    """Sends `updates` while the bot is killed `kills` times; returns the figures."""
    chance = random.Random(SEED)
    telegram = Telegram(Clock(), token=TOKEN, username="kringle_bot", name="Kringle", limits=False)
    crowd = Crowd(telegram, chance)
    async with serve(telegram) as served:
        program = Program(folder, telegram, served.address, KRINGLE_LOG="warning")
        await program.start()
        await program.rest()
        done, share = 0, updates // kills
        for _ in range(kills):
            for _ in range(share):
                crowd.acts()
                done += 1
                if done % 10 == 0:
                    await asyncio.sleep(0.01)
            await at_work(telegram, chance.randrange(1, share))
            await asyncio.sleep(chance.uniform(0.0, 0.1))
            await program.kill()
            await program.start()
        await program.rest(600)
        try:
            return judge(crowd, program, kills)
        finally:
            await program.stop()


def judge(crowd: Crowd, program: Program, kills: int) -> str:
    """Counts at Telegram's end, and in the rows."""
    bot = crowd.telegram.world.bot.id
    lost: list[str] = []
    effects: list[str] = []
    inversions: list[str] = []
    twice = 0
    for person in crowd.people:
        wanted = [str(day) for day in crowd.answers.get(person.id, [])]
        got = heard(person.chat, bot, r"nudges for (\d+) day")
        lost += [f"{person.name}: {day}" for day in wanted if day not in got]
        inversions += [person.name] * (not in_order(wanted, got))
        twice += (Counter(got) - Counter(wanted)).total()
        told = program.query("SELECT count(*) FROM outbox WHERE chat_id = ?", person.id)[0][0]
        handled = len(wanted) + crowd.presses[person.id]
        effects += [f"{person.name}: {told} answers to {handled} updates"] * (told != handled)
    for group, _ in crowd.groups:
        asks = crowd.asks.get(group.id, [])
        kept = [row[0] for row in program.query(
            "SELECT text FROM referral JOIN circle ON circle.id = circle_id WHERE chat_id = ? ORDER BY referral.id",
            group.id)]  # fmt: skip
        effects += [f"{group.title}: {ask}" for ask, count in Counter(kept).items() if count > 1]
        refused = sum("asks within an hour" in m.text or "many asks" in m.text for m in group.messages)
        cards = heard(group.messages, bot, r"(matter \d+)")
        lost += [f"{group.title}: no card of {ask}" for ask in kept if f"matter {ask.split()[-1]}" not in cards]
        lost += [f"{group.title}: {len(kept)} kept, {refused} refused"] * (len(asks) > len(kept) + refused)
        inversions += [group.title] * ([one for one in asks if one in set(kept)] != kept)
        twice += len(cards) - len(set(cards))
    aside = program.query("SELECT update_id, error FROM inbox WHERE state <> 'done'")
    figures = (
        f"{crowd.number} updates, {kills} kills: lost {len(lost)}, double effects {len(effects)}, "
        f"inversions {len(inversions)}, set aside {len(aside)}, sent twice {twice}"
    )
    assert [lost, effects, inversions, aside] == [[], [], [], []], figures
    return figures


@pytest.mark.slow
async def test_a_few_kills(tmp_path: Path) -> None:
    print(await storm(tmp_path, 200, 4))


@pytest.mark.slow
async def test_twenty_kills(tmp_path: Path) -> None:
    print(await storm(tmp_path, 2000, 20))
