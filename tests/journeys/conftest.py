"""Everybody's stage, and a circle that is already going."""

import asyncio
from collections.abc import AsyncIterator
from contextlib import asynccontextmanager
from pathlib import Path
from typing import Any

import pytest

from bot.matching import Engine, load_engine
from bot.sandbox.clock import Clock
from bot.sandbox.telegram import Telegram
from bot.settings import Settings, load_settings
from tests.databases import databases
from tests.journeys.stage import MORNING, TOKEN, Actor, Stage, staged

PROFILES: dict[str, tuple[str, ...]] = {
    "Anna Berg": (
        "I plan weddings and large family parties.",
        "Couples who want a relaxed country wedding for 60 to 120 guests and have no time to plan it themselves.",
        "we got engaged and have no idea where to start\nour venue has just cancelled",
    ),
    "Ben Okoro": (
        "Bookkeeper. Monthly books, VAT, payroll for small food businesses.",
        "Owner-run bakeries, cafés and restaurants with 3 to 15 staff whose receipts are in a shoebox.",
        "my receipts are in a shoebox\nI have no idea what I earn\nthe tax office wrote again",
    ),
    "Carla Ruiz": (
        "Bookkeeper and tax adviser for freelancers.",
        "Freelance designers, writers and developers who hate paperwork and want their tax return done.",
        "I have not done my tax return for two years\ndo I have to charge VAT?",
    ),
    "Dev Shah": (
        "Electrician: rewires, fuse boards, safety certificates.",
        "Landlords and letting agents who need electrical safety certificates for flats on time.",
        "the electrical certificate runs out next week\nthe lights keep tripping",
    ),
}

BAKERIES = (
    "Bookkeeper for bakeries.",
    "Bakeries of up to 10 people that need a bookkeeper.",
    "the books of my bakery are a mess",
)
# A wider circle: four who fit one ask equally well, for waves, and a gardener.
WIDE: dict[str, tuple[str, ...]] = {
    "Anna Berg": PROFILES["Anna Berg"],
    "Ben Okoro": BAKERIES,
    "Ella Novak": BAKERIES,
    "Finn Mori": BAKERIES,
    "Gita Rao": BAKERIES,
    "Hugo Lind": (
        "Gardener: hedges, lawns, ponds.",
        "Owners of large gardens in the country.",
        "the hedge grows over the road",
    ),
}


@pytest.fixture(scope="session")
def engine() -> Engine:
    """The routing engine that serves people."""
    return load_engine()


@pytest.fixture
async def stage(settings: Settings, engine: Engine) -> AsyncIterator[Stage]:
    """The bot before an empty house."""
    async with staged(settings, router=engine) as stage:
        yield stage


class Circle:
    """A group with its people in it."""

    def __init__(self, stage: Stage, group: Any) -> None:
        self.stage = stage
        self.group = group

    def __getattr__(self, name: str) -> Actor:
        for full, actor in self.stage.cast.items():
            if full.split()[0].lower() == name:
                return actor
        raise AttributeError(name)

    def said(self) -> list[str]:
        """What the bot has written in the group, oldest first, as it stands now."""
        return [message.text for message in self.group.messages if message.sender_id == 42]

    def card(self) -> Any:
        """The newest message of the bot in the group."""
        return [message for message in self.group.messages if message.sender_id == 42][-1]

    def cards(self) -> list[Any]:
        """All messages of the bot in the group, oldest first."""
        return [message for message in self.group.messages if message.sender_id == 42]

    def told_group(self) -> str:
        """Everything that the group was ever told, before it was edited too."""
        calls = self.stage.telegram.called("sendMessage", self.group.id)
        calls += self.stage.telegram.called("editMessageText", self.group.id)
        return "\n".join(str(call.params["text"]) for call in calls)

    def asked(self, words: str) -> list[str]:
        """Who was asked in private about an ask with these words: first names, sorted, once for each time."""
        calls = self.stage.telegram.called("sendMessage")
        texts = {id(call): str(call.params["text"]) for call in calls}
        offers = [call for call in calls if "Is this yours" in texts[id(call)] and words in texts[id(call)]]
        names = {actor.id: full.split()[0].lower() for full, actor in self.stage.cast.items()}
        return sorted(names[int(str(call.params["chat_id"]))] for call in offers)


async def tell_profile(actor: Actor, answers: tuple[str, ...]) -> None:
    """Answers the first questions and skips the others."""
    for answer in answers:
        await actor.says(answer)
    while "Skip" in actor.buttons():
        await actor.taps("Skip")


async def play(stage: Stage, profiles: dict[str, tuple[str, ...]]) -> Any:
    """Makes the Harbour Circle out of people with these statements; returns the group."""
    people = [stage.actor(name) for name in profiles]
    group = stage.telegram.group("Harbour Circle", creator=people[0].person, members=[p.person for p in people[1:]])
    group.add_bot(by=people[0].person)
    await stage.settle()
    for actor, answers in zip(people, profiles.values(), strict=True):
        await actor.taps("Join this circle", chat=group)
        await tell_profile(actor, answers)
    return group


@pytest.fixture(scope="session")
def played(tmp_path_factory: pytest.TempPathFactory, engine: Engine) -> Path:
    """A folder with a database and a Telegram in which four members have joined and told their statements."""
    return _played(tmp_path_factory.mktemp("played"), engine, PROFILES)


@pytest.fixture(scope="session")
def played_wide(tmp_path_factory: pytest.TempPathFactory, engine: Engine) -> Path:
    """The same with six members, four of whom fit one ask equally well."""
    return _played(tmp_path_factory.mktemp("played_wide"), engine, WIDE)


def _played(folder: Path, engine: Engine, profiles: dict[str, tuple[str, ...]]) -> Path:
    async def begin() -> None:
        settings = load_settings(database_url=databases().address(folder))
        async with staged(settings, router=engine) as stage:
            await play(stage, profiles)
            stage.telegram.save(folder / "telegram.json")

    asyncio.run(begin())
    return folder


@pytest.fixture
async def circle(played: Path, settings: Settings, engine: Engine) -> AsyncIterator[Circle]:
    """The Harbour Circle: Anna Berg (its host), Ben Okoro, Carla Ruiz, Dev Shah, with their statements."""
    async with _continued(played, settings, engine) as found:
        yield found


@pytest.fixture
async def wide(played_wide: Path, settings: Settings, engine: Engine) -> AsyncIterator[Circle]:
    """Anna Berg and four bookkeepers for bakeries (Ben, Ella, Finn, Gita) and Hugo Lind, a gardener."""
    async with _continued(played_wide, settings, engine) as found:
        yield found


@asynccontextmanager
async def _continued(folder: Path, settings: Settings, engine: Engine) -> AsyncIterator[Circle]:
    databases().copy(databases().address(folder), settings.database_url)
    clock = Clock(MORNING, frozen=True)
    telegram = Telegram.load(folder / "telegram.json", clock, token=TOKEN)
    async with staged(settings, router=engine, telegram=telegram) as stage:
        yield Circle(stage, telegram.groups[0])
