"""The bot stops in the middle of a wave and starts again: nothing is forgotten, nobody is asked twice."""

from pathlib import Path

from bot.matching import Engine
from bot.sandbox.clock import Clock
from bot.sandbox.telegram import Telegram
from bot.settings import Settings
from tests.databases import databases
from tests.journeys.conftest import Circle
from tests.journeys.stage import MORNING, TOKEN, staged

ASK = "a bookkeeper for a 5-person bakery"


async def test_a_wave_goes_on_after_a_restart(played_wide: Path, settings: Settings, engine: Engine) -> None:
    databases().copy(databases().address(played_wide), settings.database_url)
    clock = Clock(MORNING, frozen=True)
    telegram = Telegram.load(played_wide / "telegram.json", clock, token=TOKEN)
    async with staged(settings, router=engine, telegram=telegram) as stage:
        circle = Circle(stage, telegram.groups[0])
        await circle.anna.says(f"/need {ASK}", chat=circle.group)
        await circle.ben.taps("Not now")

    circle.ella.person.taps("Not my client")  # while nobody is there
    async with staged(settings, router=engine, telegram=telegram) as stage:
        circle = Circle(stage, telegram.groups[0])
        assert circle.asked(ASK) == ["ben", "ella", "finn", "gita"]
        assert "Why not?" in circle.ella.last

    clock.move(circle.stage.settings.wave_wait)  # and the time is up while nobody is there
    async with staged(settings, router=engine, telegram=telegram) as stage:
        circle = Circle(stage, telegram.groups[0])
        assert "Nobody yet – asked 4 of 5 members" in circle.card().text
        await circle.ben.taps("I can help")
        assert "Meet Ben Okoro" in circle.anna.last
        assert len(circle.cards()) == 2
