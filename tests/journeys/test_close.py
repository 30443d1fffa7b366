"""Close: the author withdraws the request; nobody waits any more."""

from tests.journeys.conftest import Circle

ASK = "a bookkeeper for a 5-person bakery"


async def test_the_author_withdraws(wide: Circle) -> None:
    await wide.anna.says(f"/need {ASK}", chat=wide.group)
    await wide.ben.taps("Not my client")
    assert await wide.anna.taps("Close", chat=wide.group) == "Closed."
    assert wide.card().text == f"🔎 {ASK}\nWithdrawn."
    assert wide.card().labels == []
    assert f"Withdrawn: “{ASK}”" in wide.anna.last
    for person in (wide.ben, wide.ella):
        assert "This request was withdrawn" in person.last
        assert person.chat[-1].buttons == []
    await wide.stage.later(hours=30)
    assert wide.asked(ASK) == ["ben", "ella"]


async def test_nobody_else_can(circle: Circle) -> None:
    await circle.anna.says(f"/need {ASK}", chat=circle.group)
    assert await circle.dev.taps("Close", chat=circle.group) == "Only the person who asked can do that."
    assert "Asked 1 of 3" in circle.card().text


async def test_closing_twice(circle: Circle) -> None:
    await circle.anna.says(f"/need {ASK}", chat=circle.group)
    card = circle.card()
    data = next(button.data for row in card.buttons for button in row if button.text == "Close")
    await circle.anna.taps("Close", chat=circle.group)
    assert await circle.anna.presses(data, card) == "This request is over."


async def test_an_author_who_leaves_the_group_withdraws(circle: Circle) -> None:
    await circle.dev.says(f"/need {ASK}", chat=circle.group)
    circle.group.leave(circle.dev.person)
    await circle.stage.settle()
    assert "Withdrawn" in circle.card().text
    assert "withdrawn" in circle.ben.last
