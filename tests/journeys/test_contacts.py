"""Contact details typed in the group are masked in all that is sent on, and shown to the two after the yes."""

import pytest

from tests.journeys.conftest import Circle

ASK = "a bookkeeper for a 5-person bakery"


@pytest.mark.parametrize(
    "detail",
    [
        "+44 20 7946 0958",
        "020 7946 0958",
        "anna@berg.example",
        "www.berg.example/me",
        "https://berg.example",
        "@anna_b",
    ],
)
async def test_they_are_masked_until_the_yes(circle: Circle, detail: str) -> None:
    await circle.anna.says(f"/need {ASK}, {detail}", chat=circle.group)
    assert "•••" in circle.ben.last
    await circle.dev.taps("I know someone", chat=circle.group)
    assert "•••" in circle.dev.last
    await circle.dev.taps("Carla Ruiz")
    assert "•••" in circle.carla.last
    await circle.ben.taps("Not now")
    for heard in (*circle.ben.heard(), *circle.carla.heard(), *circle.dev.heard(), circle.told_group()):
        assert detail not in heard

    await circle.carla.taps("I can help")
    assert detail in circle.anna.last
    assert detail in circle.carla.last
    assert detail not in circle.told_group()
    assert not circle.ben.sees(detail)
    assert not circle.dev.sees(detail)


async def test_prices_years_and_numbers_of_people_are_no_contacts(circle: Circle) -> None:
    await circle.anna.says(f"/need {ASK}, 2 000 000 turnover, since 2019, by 2026-04-01", chat=circle.group)
    assert "since 2019" in circle.ben.last
    assert "2026-04-01" in circle.ben.last
