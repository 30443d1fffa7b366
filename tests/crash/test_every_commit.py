"""Bots that die at every commit point of the story leave the same behind as one that never died."""

import asyncio
from pathlib import Path

import pytest

from tests.crash.conftest import Theatre, theatre
from tests.crash.story import ASKING, BEGINNING, STORY, Step, doubled, missing, phones, rows
from tests.process.remote import Nursery, nursery


async def play(played: Theatre, steps: list[Step]) -> None:
    for step in steps:
        await played.plays(step)


@pytest.fixture(scope="session")
def begun(tmp_path_factory: pytest.TempPathFactory) -> Path:
    """A folder with the database and the Telegram of a circle whose members have told their statements."""
    folder = tmp_path_factory.mktemp("begun")

    async def begin() -> None:
        async with theatre(nursery(), folder / "played") as played:
            await played.start()
            await play(played, BEGINNING)
            await played.bot.stop()
            played.stage.telegram.save(folder / "played/telegram.json")

    asyncio.run(begin())
    return folder / "played"


async def compare(nest: Nursery, folder: Path, steps: list[Step], begun: Path | None, *, after: bool) -> None:
    """Plays the steps twice, the second time with a death at each commit: after it, or before every second one."""
    async with theatre(nest, folder / "whole", begun) as whole:
        await whole.start()
        await play(whole, steps)
        wanted, shown = rows(whole.bot.settings.database_url), phones(whole.stage.telegram)
    async with theatre(nest, folder / "dying", begun) as dying:
        dying.every = (1 if after else 2, after)
        await dying.start()
        await play(dying, steps)
        got = phones(dying.stage.telegram)
        assert rows(dying.bot.settings.database_url) == wanted
        assert missing(shown, got) == []
        print(f"{dying.bot.deaths} deaths, {doubled(shown, got)} messages sent twice")
        assert dying.bot.deaths > len(steps)


@pytest.mark.slow
@pytest.mark.parametrize("after", [True, False], ids=["after", "before"])
async def test_a_death_at_every_commit_from_the_ask_to_the_introduction(
    nest: Nursery, tmp_path: Path, begun: Path, after: bool
) -> None:
    await compare(nest, tmp_path, ASKING, begun, after=after)


@pytest.mark.slow
@pytest.mark.parametrize("after", [True, False], ids=["after", "before"])
async def test_a_death_at_every_commit_of_the_whole_story(nest: Nursery, tmp_path: Path, after: bool) -> None:
    await compare(nest, tmp_path, STORY, None, after=after)
