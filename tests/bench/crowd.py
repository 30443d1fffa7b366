"""People for a long run: several circles that ask, answer, look and change their minds, one journey after the other.

They live with the look-alike in a process of their own, and tell how many journeys came to their end.
"""

import asyncio
import random
import time
from collections.abc import Awaitable, Callable, Iterator
from itertools import count
from typing import Any

from bot.sandbox.clock import Clock
from bot.sandbox.groups import Group
from bot.sandbox.people import Person
from bot.sandbox.story import STATEMENTS
from bot.sandbox.telegram import Telegram
from bot.sandbox.web.server import serve

TOKEN = "42:sandbox-token"
CIRCLES = 8  # six asks a minute are 45 an hour for each, of the 60 that it may
PACE = 2.0  # seconds between the beginnings of two journeys
PATIENCE = 30.0  # seconds until a journey counts as stuck
KEPT = 200  # messages of a chat that the look-alike remembers
ASKS = (
    "a bookkeeper for a café with eight people, receipts in a shoebox",
    "someone to plan a country wedding for ninety guests",
    "an electrician for a rented flat, the safety certificate runs out",
    "a logo and a website for a pottery that opens in spring",
)


class Stuck(Exception):
    """The bot did not do what it should in time."""


async def until(happened: Callable[[], Any]) -> Any:
    """What `happened` returns once it is true. Raises Stuck."""
    end = time.monotonic() + PATIENCE
    while not (found := happened()):
        if time.monotonic() > end:
            raise Stuck
        await asyncio.sleep(0.02)
    return found


def offered(people: list[Person], words: str) -> tuple[Person, Any] | None:
    """Who was asked about these words, and the message that asks."""
    for person in people:
        for message in reversed(person.chat):
            if words in message.text and any("I can help" in label for label in message.labels):
                return person, message
    return None


def told(person: Person, words: str) -> bool:
    return any(words in message.text for message in person.chat[-4:] if message.sender_id != person.id)


class Crowd:
    """Everybody, and what they do."""

    def __init__(self, telegram: Telegram) -> None:
        self._telegram = telegram
        self._dice = random.Random(7)
        self._number = count(1)
        self._circles: list[tuple[Group, list[Person]]] = []

    async def gather(self) -> None:
        """Makes the circles; everybody joins and says what they do."""
        for number in range(CIRCLES):
            people = [self._person(name, number) for name in STATEMENTS]
            group = self._telegram.group(f"Circle {number}", creator=people[0], members=people[1:])
            group.add_bot(by=people[0])
            await until(lambda group=group: any(message.buttons for message in group.messages))
            await asyncio.gather(*(self._joins(person, group, answers)
                                   for person, answers in zip(people, STATEMENTS.values(), strict=True)))  # fmt: skip
            self._circles.append((group, people))

    def _person(self, name: str, number: int) -> Person:
        first, last = name.split()
        return self._telegram.person(first, last_name=f"{last} {number}", username=f"{first.lower()}_{number}")

    async def _joins(self, person: Person, group: Group, answers: tuple[str, ...]) -> None:
        person.taps("Join this circle", chat=group)
        for number, answer in enumerate(answers, 1):
            await until(lambda number=number: person.chat and f"{number}/" in person.chat[-1].text)
            person.says(answer)
        await until(lambda: "7/" in person.chat[-1].text)
        person.says("/cancel")

    def journeys(self) -> Iterator[Awaitable[None]]:
        """Without end; four in five are small, so that a circle asks less than it may. Its members ask in turns."""
        kinds = (self._introduced, self._looks, self._changes, self._forges, self._rests,
                 self._withdrawn, self._looks, self._changes, self._forges, self._rests,
                 self._passed, self._looks, self._changes, self._forges, self._rests)  # fmt: skip
        for at in count():
            yield kinds[at % len(kinds)](*self._circles[(at // 5) % len(self._circles)])

    async def _ask(self, group: Group, people: list[Person]) -> tuple[Person, str, Any]:
        number = next(self._number)
        author = people[number // CIRCLES % len(people)]
        words = f"{self._dice.choice(ASKS)}, no. {number}."
        said = author.says(f"/need {words}", chat=group)
        await until(lambda: any(f"no. {number}." in one.text for one in group.messages if one.sender_id == 42))
        return author, f"no. {number}.", said

    async def _introduced(self, group: Group, people: list[Person]) -> None:
        author, words, _ = await self._ask(group, people)
        if found := await self._somebody(group, people, words):
            found[0].taps("I can help", message=found[1])
            await until(lambda: told(author, found[0].user.first_name))

    async def _somebody(self, group: Group, people: list[Person], words: str) -> tuple[Person, Any] | None:
        def known() -> Any:
            card = next(one for one in reversed(group.messages) if words in one.text and one.sender_id == 42)
            return offered(people, words) or ("Nobody" in card.text and [None]) or ("know" in card.text and [None])

        found = await until(known)
        return found if len(found) == 2 else None

    async def _passed(self, group: Group, people: list[Person]) -> None:
        _, words, _ = await self._ask(group, people)
        if found := await self._somebody(group, people, words):
            press = found[0].taps("Not my client", message=found[1])
            await press.answered(PATIENCE)

    async def _withdrawn(self, group: Group, people: list[Person]) -> None:
        author, words, said = await self._ask(group, people)
        author.edits(said, f"/need an honest surveyor for an old mill, {words}")
        card = await until(lambda: next((one for one in group.messages if "surveyor" in one.text and words in one.text
                                         and one.sender_id == 42), None))  # fmt: skip
        author.taps("Close", message=card)
        await until(lambda: "Withdrawn" in card.text)

    async def _looks(self, _group: Group, people: list[Person]) -> None:
        person = self._dice.choice(people)
        for command in ("/who", "/profile", "/stats"):
            before = len(person.chat)
            person.says(command)
            await until(lambda before=before: len(person.chat) >= before + 2)

    async def _changes(self, _group: Group, people: list[Person]) -> None:
        person = self._dice.choice(people)
        answers = STATEMENTS[next(name for name in STATEMENTS if name.startswith(person.user.first_name))]
        before = len(person.chat)
        person.says("/profile")
        await until(lambda: len(person.chat) >= before + 2)
        person.taps("What I do")
        await until(lambda: len(person.chat) >= before + 3)
        person.says(answers[0])
        await until(lambda: len(person.chat) >= before + 5)

    async def _forges(self, group: Group, people: list[Person]) -> None:
        person = self._dice.choice(people)
        press = person.presses("1:claim:1:AAAAAAAAAA", group.messages[-1])
        self._telegram.raw_update({"message": {"message_id": "x", "chat": []}})
        await press.answered(PATIENCE)

    async def _rests(self, _group: Group, people: list[Person]) -> None:
        person = self._dice.choice(people)
        for command, words in (("/pause 3", "3 days"), ("/resume", "")):
            before = len(person.chat)
            person.says(command)
            await until(lambda before=before, words=words: len(person.chat) >= before + 2 and told(person, words))

    def forget(self) -> None:
        """The look-alike forgets what is old, so that only the bot is measured."""
        for chat in self._telegram.world.chats.values():
            for key in list(chat.messages)[:-KEPT]:
                del chat.messages[key]
        self._telegram.world.presses.clear()


async def live(address: Any, done: Any, stuck: Any) -> None:
    """Serves, waits for the bot, and then lives until it is killed."""
    telegram = Telegram(Clock(), token=TOKEN, username="kringle_bot", limits=True)
    async with serve(telegram) as served:
        address.put(served.address)
        crowd = Crowd(telegram)
        await crowd.gather()
        for journey in crowd.journeys():
            began = time.monotonic()
            try:
                await journey
                done.value += 1
            except (Stuck, TimeoutError, LookupError):
                stuck.value += 1
            crowd.forget()
            await asyncio.sleep(max(0.0, PACE - (time.monotonic() - began)))


def main(address: Any, done: Any, stuck: Any) -> None:
    """The process of the look-alike."""
    asyncio.run(live(address, done, stuck))
