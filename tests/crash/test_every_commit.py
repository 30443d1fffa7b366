"""Bots that die at every commit point of the story leave the same behind as one that never died."""

from pathlib import Path

import pytest

from tests.crash.conftest import Theatre, theatre
from tests.crash.story import ASKING, BEGINNING, STORY, Step, doubled, missing, phones, rows
from tests.process.remote import Nursery


async def play(played: Theatre, steps: list[Step]) -> None:
    for step in steps:
        await played.plays(step)


async def compare(nest: Nursery, folder: Path, first: list[Step], then: list[Step], *, after: bool) -> None:
    """Plays `first` and `then` twice, in `then` with a death at each commit: after it, or before every second one."""
    async with theatre(nest, folder / "whole") as whole:
        await whole.start()
        await play(whole, [*first, *then])
        wanted, shown = rows(folder / "whole/kringle.db"), phones(whole.stage.telegram)
    async with theatre(nest, folder / "dying") as dying:
        await dying.start()
        await play(dying, first)
        dying.every = (1 if after else 2, after)
        await dying.bot.arm(*dying.every[:1], after=after)
        await play(dying, then)
        got = phones(dying.stage.telegram)
        assert rows(folder / "dying/kringle.db") == wanted
        assert missing(shown, got) == []
        print(f"{dying.bot.deaths} deaths, {doubled(shown, got)} messages sent twice")
        assert dying.bot.deaths > len(then)


@pytest.mark.parametrize("after", [True, False], ids=["after", "before"])
async def test_a_death_at_every_commit_from_the_ask_to_the_introduction(
    nest: Nursery, tmp_path: Path, after: bool
) -> None:
    await compare(nest, tmp_path, BEGINNING, ASKING, after=after)


@pytest.mark.slow
@pytest.mark.parametrize("after", [True, False], ids=["after", "before"])
async def test_a_death_at_every_commit_of_the_whole_story(nest: Nursery, tmp_path: Path, after: bool) -> None:
    await compare(nest, tmp_path, [], STORY, after=after)
