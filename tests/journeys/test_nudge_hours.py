"""The nudge comes once a local day, at the member's own hour, in their own zone, also where the clocks change."""

from datetime import UTC, datetime, timedelta
from zoneinfo import ZoneInfo

import pytest

from tests.journeys.conftest import Circle
from tests.journeys.stage import Actor
from tests.journeys.test_nudge import named


async def lives_in(actor: Actor, zone: str, hour: str) -> None:
    await actor.says("/profile")
    await actor.taps("Time zone")
    await actor.says(zone)
    await actor.says(f"/nudge {hour}")


# zone, hour, the day before the first nudge, what the clocks do within the week that follows
WEEKS = [
    ("Europe/Berlin", "09:00", "2026-03-26", "forward on the 29th"),
    ("Europe/Berlin", "02:30", "2026-03-26", "02:30 is skipped on the 29th"),
    ("Europe/Berlin", "02:30", "2026-10-22", "02:30 comes twice on the 25th"),
    ("America/New_York", "09:00", "2026-10-29", "back on 1 November"),
    ("America/New_York", "02:15", "2026-03-05", "02:15 is skipped on the 8th"),
    ("America/Santiago", "00:00", "2026-09-03", "midnight is skipped on the 6th"),
    ("America/Santiago", "23:30", "2026-04-02", "23:30 comes twice on the 4th"),
    ("Australia/Lord_Howe", "02:00", "2026-10-01", "half an hour forward on the 4th"),
    ("Australia/Lord_Howe", "01:45", "2026-04-02", "half an hour back on the 5th"),
    ("Pacific/Apia", "09:00", "2026-03-30", "thirteen hours ahead, no change"),
    ("Asia/Kathmandu", "09:00", "2026-03-30", "five hours and three quarters ahead"),
]


@pytest.mark.parametrize(("zone", "hour", "begin", "_why"), WEEKS)
async def test_seven_days_seven_nudges(circle: Circle, zone: str, hour: str, begin: str, _why: str) -> None:
    day = datetime.fromisoformat(f"{begin}T12:00").replace(tzinfo=ZoneInfo(zone))
    await circle.stage.later(seconds=(day.astimezone(UTC) - circle.stage.clock.now()).total_seconds())
    await lives_in(circle.anna, zone, hour)
    for number in range(1, 8):
        wanted = datetime.fromisoformat(f"{begin}T{hour}") + timedelta(days=number)
        due = wanted.replace(tzinfo=ZoneInfo(zone), fold=0).astimezone(UTC)
        await circle.stage.later(seconds=(due - circle.stage.clock.now()).total_seconds() - 60)
        assert len(named(circle.anna)) == number - 1, f"too early on day {number}"
        await circle.stage.later(seconds=60)
        assert len(named(circle.anna)) == number, f"not there on day {number}"
        assert circle.stage.clock.now() < due + timedelta(minutes=1)
    calls = circle.stage.telegram.called("sendMessage", circle.anna.id)
    days = [call.at.astimezone(ZoneInfo(zone)).date() for call in calls if "Today’s call" in str(call.params["text"])]
    assert len(set(days)) == 7


# the bot is down from this hour on, for so long; how many nudges are there then, and at the next nine o'clock
DOWN = [
    pytest.param("08:00", timedelta(hours=5), 1, 2, id="it comes later the same day"),
    pytest.param("08:00", timedelta(hours=14), 0, 1, id="not at night"),
    pytest.param("08:00", timedelta(hours=18), 0, 1, id="after midnight the new day has its own"),
    pytest.param("10:00", timedelta(days=7), 1, 2, id="after a week it brings one and not seven"),
]


@pytest.mark.parametrize(("hour", "down", "then", "at_nine"), DOWN)
async def test_missed_while_the_bot_was_down(
    circle: Circle, hour: str, down: timedelta, then: int, at_nine: int
) -> None:
    await lives_in(circle.anna, "Bristol", "9:00")
    await circle.stage.until(hour, "Europe/London")
    await circle.stage.restart(seconds=down.total_seconds())
    assert len(named(circle.anna)) == then
    await circle.stage.until("09:00", "Europe/London")
    assert len(named(circle.anna)) == at_nine


async def test_another_hour_on_the_same_day_never_doubles(circle: Circle) -> None:
    await lives_in(circle.anna, "Bristol", "10:00")
    await circle.stage.until("10:00", "Europe/London")
    assert len(named(circle.anna)) == 1
    await circle.anna.says("/nudge 11:00")
    await circle.stage.until("11:30", "Europe/London")
    assert len(named(circle.anna)) == 1
    await circle.stage.until("11:00", "Europe/London")
    assert len(named(circle.anna)) == 2


async def test_another_hour_before_it_came_moves_it(circle: Circle) -> None:
    await lives_in(circle.anna, "Bristol", "15:00")
    await circle.anna.says("/nudge 11:00")
    await circle.stage.until("11:00", "Europe/London")
    assert len(named(circle.anna)) == 1
    await circle.stage.until("15:30", "Europe/London")
    assert len(named(circle.anna)) == 1


async def test_a_date_lived_twice_at_the_date_line_has_one_nudge(circle: Circle) -> None:
    await lives_in(circle.anna, "Pacific/Apia", "9:00")
    await circle.stage.until("09:00", "Pacific/Apia")
    assert len(named(circle.anna)) == 1
    await circle.stage.later(hours=2)
    await lives_in(circle.anna, "Pacific/Pago_Pago", "9:00")  # a day's journey back on the calendar, an hour by boat
    await circle.stage.until("09:00", "Pacific/Pago_Pago")  # on the date that had its nudge in Apia
    assert len(named(circle.anna)) == 1
    await circle.stage.until("09:00", "Pacific/Pago_Pago")
    assert len(named(circle.anna)) == 2


async def test_a_date_skipped_at_the_date_line_is_made_up_for_by_none(circle: Circle) -> None:
    await lives_in(circle.anna, "Pacific/Pago_Pago", "9:00")
    await circle.stage.until("09:00", "Pacific/Pago_Pago")
    assert len(named(circle.anna)) == 1
    await circle.stage.later(hours=2)
    await lives_in(circle.anna, "Pacific/Apia", "9:00")  # it is the next day there, past nine
    await circle.stage.later(hours=12)
    assert len(named(circle.anna)) == 1
    await circle.stage.until("09:00", "Pacific/Apia")
    assert len(named(circle.anna)) == 2


@pytest.mark.parametrize("zone", ["America/New_York", "Pacific/Apia"])
async def test_a_journey_across_the_world_never_doubles_a_date(circle: Circle, zone: str) -> None:
    await lives_in(circle.anna, "Bristol", "10:00")
    await circle.stage.until("10:00", "Europe/London")
    await lives_in(circle.anna, zone, "12:00")
    for _ in range(3):
        await circle.stage.until("12:00", zone)
    calls = circle.stage.telegram.called("sendMessage", circle.anna.id)
    sent = [call.at for call in calls if "Today’s call" in str(call.params["text"])]
    dates = [sent[0].astimezone(ZoneInfo("Europe/London")).date()]
    dates += [at.astimezone(ZoneInfo(zone)).date() for at in sent[1:]]
    assert len(set(dates)) == len(dates) >= 3
