"""Looking each other up: within one's own circles, and nobody else."""

import pytest

from tests.journeys.conftest import Circle, tell_profile


async def test_everybody_in_my_circles_is_listed_with_a_button(circle: Circle) -> None:
    await circle.anna.says("/who")
    for name in ("Ben Okoro", "Carla Ruiz", "Dev Shah"):
        assert name in circle.anna.last
        assert name in circle.anna.buttons()
    assert "Anna" not in circle.anna.last
    await circle.anna.taps("Ben Okoro")
    assert "Perfect client: Owner-run bakeries" in circle.anna.last


@pytest.mark.parametrize("name", ["Ben Okoro", "ben", "Oko", "@ben_t", "Benn Okorro", "BEN OKORO"])
async def test_one_of_them_by_name(circle: Circle, name: str) -> None:
    await circle.anna.says(f"/who {name}")
    assert circle.anna.last.startswith("Ben Okoro (@ben_t)")
    assert "Listen for: “my receipts are in a shoebox”" in circle.anna.last


@pytest.mark.parametrize("name", ["Zebedee", "@nobody_here", "<b>x</b>"])
async def test_a_name_that_nobody_has(circle: Circle, name: str) -> None:
    await circle.anna.says(f"/who {name}")
    assert f"I know nobody called “{name}”" in circle.anna.last


async def test_somebody_of_another_circle_is_never_shown(circle: Circle) -> None:
    eve = circle.stage.actor("Eve Stone")
    hill = circle.stage.telegram.group("Hill Circle", creator=eve.person)
    hill.add_bot(by=eve.person)
    await circle.stage.settle()
    await eve.taps("Join this circle", chat=hill)
    await tell_profile(eve, ("I bake bread.", "Cafés who want sourdough every morning."))
    await circle.anna.says("/who Eve Stone")
    assert "I know nobody called" in circle.anna.last
    await eve.says("/who")
    assert "Nobody else has joined" in eve.last


async def test_a_button_for_somebody_who_left_says_so(circle: Circle) -> None:
    await circle.anna.says("/who")
    circle.group.leave(circle.ben.person)
    await circle.stage.settle()
    assert "none of your circles" in (await circle.anna.taps("Ben Okoro") or "")
    assert not circle.anna.sees("Perfect client: Owner-run bakeries")


async def test_my_own_name_shows_what_others_see(circle: Circle) -> None:
    await circle.anna.says("/who Anna")
    assert "Perfect client: Couples who want a relaxed country wedding" in circle.anna.last


async def test_a_holiday_is_shown(circle: Circle) -> None:
    await circle.ben.says("/pause")
    await circle.anna.says("/who Ben")
    assert "Ben is on holiday" in circle.anna.last


async def test_a_new_name_is_taken_over(circle: Circle) -> None:
    circle.ben.person.renames("Benjamin", "O’<Koro>")
    await circle.ben.says("/profile")
    await circle.anna.says("/who Benjamin")
    assert circle.anna.last.startswith("Benjamin O’<Koro>")
