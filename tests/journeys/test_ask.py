"""An ask in the group: from the words to an introduction."""

from tests.journeys.conftest import Circle

ASK = "a bookkeeper for a 5-person bakery"


async def test_an_ask_reaches_the_member_whose_perfect_client_it_is(circle: Circle) -> None:
    await circle.anna.says(f"/need {ASK}", chat=circle.group)
    assert "Asked 1 of 3 members" in circle.card().text
    assert ASK in circle.ben.last
    assert "Anna Berg asks in Harbour Circle" in circle.ben.last
    assert circle.ben.buttons() == ["✅ I can help", "Not my client", "💡 I know who fits", "Not now"]
    assert not circle.carla.sees(ASK)


async def test_a_yes_introduces_both(circle: Circle) -> None:
    await circle.anna.says(f"/need {ASK}", chat=circle.group)
    assert await circle.ben.taps("I can help") == "Wonderful – introducing you."
    assert "Meet Ben Okoro" in circle.anna.last
    assert "introduced to Anna Berg" in circle.ben.last
    assert "Introduced" in circle.card().text
    assert "Ben" not in circle.card().text
