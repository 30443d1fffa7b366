"""An unanswered request ends after three days, and its author hears of it."""

from tests.journeys.conftest import Circle

ASK = "a bookkeeper for a 5-person bakery"


async def test_the_author_is_told(circle: Circle) -> None:
    await circle.anna.says(f"/need {ASK}", chat=circle.group)
    await circle.stage.later(hours=71)
    assert "Nobody yet" in circle.card().text
    await circle.stage.later(hours=2)
    assert circle.card().text == f"🔎 {ASK}\nNobody found in time."
    assert circle.card().labels == []
    assert f"Nobody was found in time for “{ASK}”" in circle.anna.last


async def test_those_who_could_still_have_taken_it_are_told(circle: Circle) -> None:
    await circle.anna.says(f"/need {ASK}", chat=circle.group)
    await circle.stage.later(hours=73)
    assert "run out of time" in circle.ben.last
    assert circle.ben.chat[-1].buttons == []


async def test_a_guest_is_told_in_the_group(circle: Circle) -> None:
    guest = circle.stage.actor("Gus Guest")
    circle.group.add(guest.person)
    said = await guest.says(f"/need {ASK}", chat=circle.group)
    await circle.stage.later(hours=73)
    assert circle.card().text == "⌛ Gus Guest, nobody was found in time for this. You are welcome to ask again."
    assert circle.card().reply_to.id == said.id


async def test_it_happens_once(circle: Circle) -> None:
    await circle.anna.says(f"/need {ASK}", chat=circle.group)
    await circle.stage.later(hours=80)
    await circle.stage.later(hours=80)
    assert sum("found in time" in text for text in circle.anna.heard()) == 1
