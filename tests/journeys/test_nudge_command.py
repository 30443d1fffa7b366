"""/nudge: its hour, on, off; and what is none of these."""

import pytest

from tests.journeys.conftest import Circle
from tests.journeys.test_nudge import named


async def test_off_until_asked_for(circle: Circle) -> None:
    await circle.anna.says("/nudge")
    assert "Your nudge is off" in circle.anna.last
    assert await circle.anna.taps("12:00") == "Saved."
    assert "Your nudge comes at 12:00 (UTC). Next: Tue 3 Mar, 12:00." in circle.anna.last


@pytest.mark.parametrize(("words", "hour"), [("7:30", "07:30"), ("19h", "19:00"), ("9 am", "09:00"), ("on", "09:00")])
async def test_an_hour_or_on(circle: Circle, words: str, hour: str) -> None:
    await circle.anna.says(f"/nudge {words}")
    assert f"comes at {hour}" in circle.anna.last


@pytest.mark.parametrize("words", ["soon", "25:00", "9:75", "-1", "9:00 10:00", "💤"])
async def test_nonsense_changes_nothing(circle: Circle, words: str) -> None:
    await circle.anna.says("/nudge 8:00")
    await circle.anna.says(f"/nudge {words}")
    assert "I can’t read that" in circle.anna.last
    await circle.anna.says("/nudge")
    assert "comes at 08:00" in circle.anna.last


@pytest.mark.parametrize("way", ["command", "button"])
async def test_off_means_off(circle: Circle, way: str) -> None:
    await circle.anna.says("/nudge 9:00")
    await (circle.anna.says("/nudge off") if way == "command" else circle.anna.taps("Turn it off"))
    assert "Your nudge is off" in circle.anna.last
    await circle.stage.until("09:00")
    assert named(circle.anna) == []
    await circle.anna.says("/nudge on")
    assert "comes at 09:00" in circle.anna.last


async def test_the_zone_is_one_tap_away(circle: Circle) -> None:
    await circle.anna.says("/nudge 9:00")
    await circle.anna.taps("Time zone")
    await circle.anna.says("Kathmandu")
    await circle.anna.says("/nudge")
    assert "09:00 (Asia/Kathmandu)" in circle.anna.last


async def test_turned_off_and_on_again_on_one_day_it_does_not_double(circle: Circle) -> None:
    await circle.anna.says("/nudge 10:00")
    await circle.stage.until("10:00")
    await circle.anna.says("/nudge off")
    await circle.anna.says("/nudge 11:00")
    await circle.stage.until("12:00")
    assert len(named(circle.anna)) == 1
