"""Buttons of others, forged ones, old ones: a clear sentence to the one who pressed, and nothing changes."""

import pytest

from tests.journeys.conftest import Circle

ASK = "a bookkeeper for a 5-person bakery"


async def test_the_offer_of_somebody_else(wide: Circle) -> None:
    await wide.anna.says(f"/need {ASK}", chat=wide.group)
    stolen = [button.data for row in wide.ben.chat[-1].buttons for button in row]
    for data in stolen:
        assert await wide.hugo.presses(data, wide.hugo.chat[-1]) == "That button is not for you."
    assert "waiting for a yes" in wide.card().text
    assert "I can help" in wide.ben.buttons()[0]


@pytest.mark.parametrize(
    "data", ["", "claim", "1:claim:1", "1:claim:1:AAAAAAAAAA", "0:claim:1:x", "💣", "1:::::", "x" * 64]
)
async def test_a_forged_one(circle: Circle, data: str) -> None:
    await circle.anna.says(f"/need {ASK}", chat=circle.group)
    notice = await circle.ben.presses(data, circle.ben.chat[-1])
    assert notice == "That button doesn’t work. Please ask for a new one."
    assert "Asked 1 of 3" in circle.card().text


async def test_one_with_another_number_in_it(circle: Circle) -> None:
    await circle.anna.says(f"/need {ASK}", chat=circle.group)
    data = str(circle.ben.chat[-1].buttons[0][0].data)
    notice = await circle.ben.presses(data.replace("claim:1", "claim:2"), circle.ben.chat[-1])
    assert notice == "That button doesn’t work. Please ask for a new one."


async def test_one_of_an_older_version(circle: Circle) -> None:
    signer = circle.stage.bot.house.signer
    body = "0:claim:1"
    data = f"{body}:{signer._mac('button ' + body)}"
    notice = await circle.ben.presses(data, circle.ben.chat[-1])
    assert notice == "That button is from an older version. Please ask for a new one."


async def test_one_of_a_request_that_is_no_more(circle: Circle) -> None:
    signer = circle.stage.bot.house.signer
    message = circle.ben.chat[-1]
    for action, told in [("claim", "That button is not for you."), ("know", "That button is not for you."),
                         ("close", "Only the person who asked can do that."),
                         ("more", "Only the person who asked can do that.")]:  # fmt: skip
        assert await circle.ben.presses(signer.button(action, 999), message) == told


async def test_a_list_that_somebody_who_has_left_still_has(circle: Circle) -> None:
    await circle.anna.says("/need a vet for an old horse", chat=circle.group)
    await circle.dev.taps("I know someone", chat=circle.group)
    shown = circle.dev.chat[-1]
    data = shown.buttons[0][0].data
    page = circle.stage.bot.house.signer.button("page", 1, 0, 1)
    circle.group.leave(circle.dev.person)
    await circle.stage.settle()
    for one in (data, page):
        notice = await circle.dev.presses(str(one), shown)
        assert notice is not None
        assert notice.startswith("That is for members of this circle.")
    assert not circle.ben.sees("horse")
