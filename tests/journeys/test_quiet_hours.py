"""Nobody's time runs out at night: from 21:00 to 8:00 in the circle's zone a wave stands still."""

from datetime import timedelta

from bot.matching import Engine
from bot.settings import Settings
from tests.journeys.conftest import BAKERIES, PROFILES, Circle, play
from tests.journeys.stage import staged

ASK = "a bookkeeper for a 5-person bakery"


async def test_a_wave_that_began_in_the_evening_goes_on_in_the_morning(wide: Circle) -> None:
    await wide.stage.until("20:00")
    await wide.anna.says(f"/need {ASK}", chat=wide.group)
    await wide.stage.until("08:59")
    assert wide.asked(ASK) == ["ben", "ella"]
    await wide.stage.until("09:00")
    assert wide.asked(ASK) == ["ben", "ella", "finn", "gita"]


async def test_a_wave_that_begins_at_night_counts_from_the_morning(wide: Circle) -> None:
    await wide.stage.until("02:00")
    await wide.anna.says(f"/need {ASK}", chat=wide.group)
    await wide.stage.until("09:59")
    assert wide.asked(ASK) == ["ben", "ella"]
    await wide.stage.until("10:00")
    assert wide.asked(ASK) == ["ben", "ella", "finn", "gita"]


async def test_the_night_is_that_of_the_circle(wide: Circle) -> None:
    await wide.anna.says("/circle", chat=wide.group)
    await wide.anna.taps("Settings", chat=wide.group)
    await wide.anna.taps("zone")
    await wide.anna.says("Tokyo")
    await wide.anna.says(f"/need {ASK}", chat=wide.group)  # 9:30 in London, 18:30 in Tokyo
    await wide.stage.later(hours=2)
    assert wide.asked(ASK) == ["ben", "ella", "finn", "gita"]
    await wide.stage.later(hours=2)  # 22:30 in Tokyo
    assert "Asked 4 of 5" in wide.card().text
    await wide.stage.until("09:35", "Asia/Tokyo")
    assert "Nobody yet" in wide.card().text


async def test_all_answers_in_go_on_at_night_too(wide: Circle) -> None:
    await wide.stage.until("22:00")
    await wide.anna.says(f"/need {ASK}", chat=wide.group)
    await wide.ben.taps("Not now")
    await wide.ella.taps("Not now")
    assert wide.asked(ASK) == ["ben", "ella", "finn", "gita"]
    assert wide.finn.chat[-1].silent


async def test_a_circle_on_call_has_no_night(settings: Settings, engine: Engine) -> None:
    on_call = settings.model_copy(update={"wave_wait": timedelta(minutes=10)})
    async with staged(on_call, router=engine) as stage:
        cast = {
            "Anna Berg": PROFILES["Anna Berg"],
            "Ben Okoro": BAKERIES,
            "Ella Novak": BAKERIES,
            "Finn Mori": BAKERIES,
        }
        circle = Circle(stage, await play(stage, cast))
        await stage.until("23:00")
        await circle.anna.says(f"/need {ASK}", chat=circle.group)
        await stage.later(minutes=10)
        assert circle.asked(ASK) == ["ben", "ella", "finn"]
