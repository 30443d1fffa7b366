"""Hosts, the admins of a group, decide how their circle works; nobody else does."""

import pytest

from tests.journeys.conftest import Circle
from tests.journeys.stage import Actor


async def settings_of(circle: Circle, actor: Actor) -> None:
    await circle.anna.says("/circle", chat=circle.group)
    await actor.taps("Settings", chat=circle.group)


async def test_a_host_sees_the_settings_in_private(circle: Circle) -> None:
    await settings_of(circle, circle.anna)
    assert "⚙️ Harbour Circle" in circle.anna.last
    assert "Settings" not in "".join(circle.said()[:-1])


async def test_others_do_not(circle: Circle) -> None:
    await settings_of(circle, circle.ben)
    assert "for the admins of this group" in circle.ben.last


async def test_the_host_of_another_group_does_not(circle: Circle) -> None:
    eve = circle.stage.actor("Eve Stone")
    hill = circle.stage.telegram.group("Hill Circle", creator=eve.person)
    hill.add_bot(by=eve.person)
    circle.group.add(eve.person)
    await circle.stage.settle()
    await settings_of(circle, eve)
    assert "for the admins of this group" in eve.last


@pytest.mark.parametrize(
    ("button", "line"),
    [
        ("3", "Members asked at a time: 3"),
        ("6 hr", "Time to answer: 6 hr"),
        ("7 days", "A request stays open: 7 days"),
        ("10 days", "after: 10 days"),
    ],
)
async def test_each_value_is_one_tap_in_one_message(circle: Circle, button: str, line: str) -> None:
    await settings_of(circle, circle.anna)
    heard = len(circle.anna.heard())
    assert await circle.anna.taps(button, message=circle.anna.message("⚙️")) == "Saved."
    assert line in circle.anna.last
    assert any(label == f"✓ {button}" for label in circle.anna.buttons())
    assert len(circle.anna.heard()) == heard, "the message is kept up to date, not sent again"


async def test_who_is_no_longer_an_admin_changes_nothing(circle: Circle) -> None:
    circle.group.promote(circle.ben.person)
    await settings_of(circle, circle.ben)
    assert "⚙️" in circle.ben.last
    circle.group.demote(circle.ben.person)
    await circle.stage.later(minutes=2)
    assert "for the admins" in (await circle.ben.taps("3", message=circle.ben.message("⚙️")) or "")
    assert "Members asked at a time: 2" in circle.ben.last


async def test_the_zone_is_told_in_words(circle: Circle) -> None:
    await settings_of(circle, circle.anna)
    await circle.anna.taps("Time zone", message=circle.anna.message("⚙️"))
    await circle.anna.says("Xyzzyville")
    assert "I don’t know that place" in circle.anna.last
    await circle.anna.says("Bristol")
    assert "Time zone: Europe/London" in circle.anna.last
    await circle.anna.says("Paris")
    assert "not waiting" in circle.anna.last


async def test_members_without_a_zone_of_their_own_follow_the_circle(circle: Circle) -> None:
    await circle.ben.says("/nudge 9:00")
    await settings_of(circle, circle.anna)
    await circle.anna.taps("Time zone", message=circle.anna.message("⚙️"))
    await circle.anna.says("Kathmandu")
    await circle.ben.says("/nudge")
    assert "09:00 (Asia/Kathmandu)" in circle.ben.last
    heard = len(circle.ben.heard())
    await circle.stage.until("08:59", "Asia/Kathmandu")
    assert len(circle.ben.heard()) == heard
    await circle.stage.later(minutes=1)
    assert "Today’s call" in circle.ben.last


async def test_an_anonymous_admin_is_told_to_ask_as_themselves(circle: Circle) -> None:
    voice = circle.stage.telegram.anonymous_admin(circle.group)
    voice.says("/need a bookkeeper for a 5-person bakery")
    await circle.stage.settle()
    assert "Please ask as yourself" in circle.card().text
    voice.says("/circle")
    await circle.stage.settle()
    assert "4 members" in circle.card().text
    await circle.anna.taps("Settings", chat=circle.group)
    assert "⚙️ Harbour Circle" in circle.anna.last
