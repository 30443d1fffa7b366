"""Goodwill in numbers: a member's own ledger; a circle's numbers, gaps and meetings for its hosts."""

import csv
import io

import pytest
from PIL import Image

from tests.journeys.conftest import Circle
from tests.journeys.stage import Actor
from tests.journeys.test_refer_out import CLIENT, hand_on


async def open_settings(circle: Circle) -> Actor:
    await circle.anna.says("/circle", chat=circle.group)
    await circle.anna.taps("Settings", chat=circle.group)
    return circle.anna


async def goodwill(circle: Circle) -> None:
    """Anna asks in the group and hands on a client; Ben takes both; they talk and thank each other."""
    await circle.anna.says(f"/need {CLIENT}", chat=circle.group)
    await circle.ben.taps("I can help")
    await hand_on(circle.anna, "a small café, payroll and VAT are a mess, they need a bookkeeper")
    await circle.ben.taps("I can help")
    await circle.stage.later(days=6)
    for actor in (circle.anna, circle.ben):
        asked = next(one for one in actor.chat if "Did you talk?" in one.text)
        await actor.taps("We talked", message=asked)
        await actor.taps("Yes, say it")


async def test_what_was_given_and_what_came_back(circle: Circle) -> None:
    await goodwill(circle)
    before = len(circle.cards())
    await circle.anna.says("/stats")
    assert "Given: 2 · 2\n↪️ of these, clients of yours: 1 · 1\n📥 Received: 0 · 0" in circle.anna.last
    assert "Thanked: 1 · 1" in circle.anna.last
    await circle.ben.says("/stats")
    assert "Given: 0 · 0\n📥 Received: 2 · 2" in circle.ben.last
    assert "Hand on a client" in circle.ben.buttons()[0]
    await circle.stage.later(days=30)  # another month
    await circle.anna.says("/stats")
    assert "Given: 0 · 2" in circle.anna.last
    assert len(circle.cards()) == before, "the circle hears of thanks only"


async def test_a_call_counts_once_they_talked(circle: Circle) -> None:
    await circle.ben.says("/nudge 11:00")
    await circle.stage.until("11:01")
    await circle.ben.says("/stats")
    assert "Called: 0 · 0" in circle.ben.last
    await circle.ben.taps("We talked", message=circle.ben.message("Today’s call"))
    await circle.ben.says("/stats")
    assert "Called: 1 · 1" in circle.ben.last


async def test_in_the_group_it_is_a_kind_sentence(circle: Circle) -> None:
    await circle.anna.says("/stats", chat=circle.group)
    assert "private chat" in circle.card().text


async def test_from_the_numbers_to_a_client_handed_on(circle: Circle) -> None:
    await circle.anna.says("/stats")
    await circle.anna.taps("Hand on a client")
    await circle.anna.says(CLIENT)
    assert "Why do you hand them on?" in circle.anna.last


async def test_a_host_sees_the_circles_numbers_and_takes_them_as_a_file(circle: Circle) -> None:
    await goodwill(circle)
    host = await open_settings(circle)
    await host.taps("Numbers")
    assert "Harbour Circle, 4 members" in host.last
    assert "Asks: 1 · 1\n🎁 Clients handed on: 1 · 1\n🤝 Introductions: 2 · 2\n💬 Talked: 1 · 1" in host.last
    await host.taps("As a file")
    (upload,) = circle.stage.telegram.called("sendDocument", host.id)[-1].uploads.values()
    rows = list(csv.DictReader(io.StringIO(upload.data.decode())))
    assert [row["month"] for row in rows] == ["2026-03"]
    assert rows[0]["introduced"] == "2"
    assert rows[0]["thanked"] == "1"
    assert "Ben" not in upload.data.decode()
    assert not circle.stage.telegram.called("sendDocument", circle.group.id)


async def test_who_has_met_whom_is_a_picture_that_says_the_same_in_words(circle: Circle) -> None:
    await goodwill(circle)
    host = await open_settings(circle)
    await host.taps("Numbers")
    await host.taps("Who has met whom")
    call = circle.stage.telegram.called("sendPhoto", host.id)[-1]
    (upload,) = call.uploads.values()
    with Image.open(io.BytesIO(upload.data)) as picture:
        assert picture.size == (1080, 1080)
    assert "1 of 6 pairs have talked" in str(call.params["caption"])
    assert "Anna – Ben" in str(call.params["caption"])
    assert not circle.stage.telegram.called("sendPhoto", circle.group.id)


async def test_the_gap_map_groups_what_was_missing(circle: Circle) -> None:
    for text in (
        "someone who repairs pianos, call 0171 555 0198",
        "a piano tuner for a church",
        "who can shoe a horse?",
    ):
        await circle.dev.says(f"/need {text}", chat=circle.group)
    await hand_on(circle.dev, "somebody to free a ship's propeller under water")
    host = await open_settings(circle)
    await host.taps("Gap map")
    assert "Harbour Circle: whom to invite next" in host.last
    assert "1. Missing 2 times" in host.last
    assert "2. Missing 1 time" in host.last
    assert "•••" in host.last
    assert "0198" not in host.last
    assert "Dev" not in host.last
    assert "propeller" not in host.last, "what was handed on in private is nobody else's"
    await circle.stage.later(days=91)
    await host.taps("Gap map", message=host.message("⚙️"))
    assert "No gaps" in host.last


@pytest.mark.parametrize("button", ["Numbers", "Gap map"])
async def test_only_hosts_see_them(circle: Circle, button: str) -> None:
    circle.group.promote(circle.ben.person)
    await circle.anna.says("/circle", chat=circle.group)
    await circle.ben.taps("Settings", chat=circle.group)
    circle.group.demote(circle.ben.person)
    await circle.stage.later(minutes=2)
    heard = len(circle.ben.heard())
    assert "for the admins" in (await circle.ben.taps(button) or "")
    assert len(circle.ben.heard()) == heard
