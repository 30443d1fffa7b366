"""Somebody in the group who has not joined knows someone: they are shown how to join, in one tap."""

from tests.journeys.conftest import Circle

NOBODY = "a vet for an old horse with a cough"


async def test_a_guest_is_led_to_the_private_chat_and_to_joining(circle: Circle) -> None:
    guest = circle.stage.actor("Gus Guest")
    circle.group.add(guest.person)
    await circle.anna.says(f"/need {NOBODY}", chat=circle.group)
    press = guest.person.taps("I know someone", chat=circle.group)
    await circle.stage.settle()
    answer = await press.answered()
    assert answer is not None
    assert answer.url is not None
    guest.person.opens(answer.url)
    await circle.stage.settle()
    assert "joining takes one tap" in guest.last
    await guest.taps("Join this circle")
    assert "Welcome to Harbour Circle" in guest.heard()[1]
    await guest.taps("I know someone", chat=circle.group)
    assert "Who fits?" in guest.last


async def test_a_member_who_has_blocked_the_bot_is_led_back(circle: Circle) -> None:
    await circle.anna.says(f"/need {NOBODY}", chat=circle.group)
    circle.dev.person.blocks()
    await circle.stage.settle()
    press = circle.dev.person.taps("I know someone", chat=circle.group)
    await circle.stage.settle()
    answer = await press.answered()
    assert answer is not None
    assert answer.url is not None
    circle.dev.person.opens(answer.url)
    await circle.stage.settle()
    assert "Who fits?" in circle.dev.last
    await circle.dev.taps("Carla Ruiz")
    assert "Dev Shah thought of you" in circle.carla.last


async def test_a_link_to_a_request_that_is_over(circle: Circle) -> None:
    guest = circle.stage.actor("Gus Guest")
    circle.group.add(guest.person)
    await circle.anna.says(f"/need {NOBODY}", chat=circle.group)
    press = guest.person.taps("I know someone", chat=circle.group)
    await circle.stage.settle()
    answer = await press.answered()
    assert answer is not None
    await circle.anna.taps("Close", chat=circle.group)
    await guest.says("/start")
    await guest.taps("Join this circle", chat=circle.group)
    guest.person.opens(str(answer.url))
    await circle.stage.settle()
    assert guest.last == "This request is over."
