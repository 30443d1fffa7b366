"""Not my client: the reason in one tap, and a way back as long as the request is open."""

import pytest

from tests.journeys.conftest import Circle

ASK = "a bookkeeper for a 5-person bakery"
REASONS = ["Wrong kind of client", "Wrong place", "Wrong size or budget", "Fully booked", "Not what I do"]


@pytest.mark.parametrize("reason", REASONS)
async def test_each_reason_is_one_tap(wide: Circle, reason: str) -> None:
    await wide.anna.says(f"/need {ASK}", chat=wide.group)
    await wide.ben.taps("Not my client")
    assert "Why not?" in wide.ben.last
    assert wide.ben.buttons() == [*REASONS, "✅ I can help"]
    assert await wide.ben.taps(reason) == "Noted – thank you."
    assert f"Noted: {reason}. Nobody is told." in wide.ben.last


async def test_a_pass_counts_before_its_reason_is_given(circle: Circle) -> None:
    await circle.anna.says(f"/need {ASK}", chat=circle.group)
    await circle.ben.taps("Not my client")
    assert "Nobody yet – asked 1 of 3 members" in circle.card().text
    assert "Nobody has said yes yet" in circle.anna.last


async def test_one_may_change_ones_mind(circle: Circle) -> None:
    await circle.anna.says(f"/need {ASK}", chat=circle.group)
    await circle.ben.taps("Not my client")
    await circle.ben.taps("Fully booked")
    assert await circle.ben.taps("I can help") == "Wonderful – introducing you."
    assert "Meet Ben Okoro" in circle.anna.last


async def test_the_reason_may_be_changed(circle: Circle) -> None:
    await circle.anna.says(f"/need {ASK}", chat=circle.group)
    await circle.ben.taps("Not my client")
    await circle.ben.taps("Fully booked")
    await circle.ben.taps("Another reason")
    await circle.ben.taps("Wrong place")
    assert "Noted: Wrong place" in circle.ben.last


async def test_who_passes_may_still_know_who_fits(circle: Circle) -> None:
    await circle.anna.says(f"/need {ASK}", chat=circle.group)
    await circle.ben.taps("Not my client")
    await circle.ben.taps("Fully booked")
    await circle.ben.taps("I know who fits")
    await circle.ben.taps("Carla Ruiz")
    assert "Ben Okoro thought of you" in circle.carla.last


async def test_a_reason_that_comes_too_late(wide: Circle) -> None:
    await wide.anna.says(f"/need {ASK}", chat=wide.group)
    await wide.ben.taps("Not my client")
    reasons = wide.ben.chat[-1]
    data = next(row[0].data for row in reasons.buttons if row[0].text == "Fully booked")
    await wide.ella.taps("I can help")
    assert await wide.ben.presses(data, reasons) == "Somebody has taken this one already. Thank you!"
