"""A guest asks: somebody of the group who never pressed Start. What cannot be told them waits behind a link."""

from tests.journeys.conftest import Circle
from tests.journeys.stage import Actor

ASK = "a bookkeeper for a 5-person bakery"


async def asks(circle: Circle) -> Actor:
    """Gus, who has not joined, has asked."""
    guest = circle.stage.actor("Gus Guest")
    circle.group.add(guest.person)
    await guest.says(f"/need {ASK}", chat=circle.group)
    return guest


async def test_the_introduction_waits_behind_a_link_on_the_card(circle: Circle) -> None:
    guest = await asks(circle)
    assert "Gus Guest asks in Harbour Circle" in circle.ben.last
    await circle.ben.taps("I can help")
    assert "introduced to Gus Guest" in circle.ben.last
    assert circle.card().labels == ["🤝 Meet them", "➕ One more"]
    await guest.taps("Meet them", chat=circle.group)
    assert "Meet Ben Okoro (@ben_t)" in guest.last
    assert ASK in guest.last
    assert circle.card().labels == ["➕ One more"]


async def test_the_link_is_for_nobody_else(circle: Circle) -> None:
    await asks(circle)
    await circle.ben.taps("I can help")
    await circle.dev.taps("Meet them", chat=circle.group)
    assert circle.dev.last == "That button is not for you."


async def test_two_introductions_wait_behind_one_link(wide: Circle) -> None:
    guest = await asks(wide)
    await wide.ben.taps("I can help")
    await guest.taps("One more", chat=wide.group)
    await wide.ella.taps("I can help")
    await guest.taps("Meet them", chat=wide.group)
    assert guest.sees("Meet Ben Okoro")
    assert guest.sees("Meet Ella Novak")


async def test_so_do_names_that_came_in(circle: Circle) -> None:
    guest = await asks(circle)
    await circle.dev.taps("I know someone", chat=circle.group)
    await circle.dev.taps("Write a name")
    await circle.dev.says("Mara Holt")
    assert circle.card().labels == ["💡 Read it", "💡 I know someone", "Close"]
    await circle.carla.taps("Read it", chat=circle.group)
    assert circle.carla.last == "Only the person who asked can do that."
    await guest.taps("Read it", chat=circle.group)
    assert "Dev Shah knows somebody" in guest.last
    assert "Mara Holt" in guest.last
    assert circle.card().labels == ["💡 I know someone", "Close"]


async def test_a_guest_may_close(circle: Circle) -> None:
    guest = await asks(circle)
    assert await guest.taps("Close", chat=circle.group) == "Closed."
    assert "Withdrawn" in circle.card().text


async def test_an_author_who_has_blocked_the_bot_finds_the_link_too(circle: Circle) -> None:
    circle.dev.person.blocks()
    await circle.stage.settle()
    await circle.dev.says(f"/need {ASK}", chat=circle.group)
    await circle.ben.taps("I can help")
    assert "🤝 Meet them" in circle.card().labels
    await circle.dev.taps("Meet them", chat=circle.group)
    assert "Meet Ben Okoro" in circle.dev.last


async def test_one_whose_blocking_shows_only_when_they_are_told(circle: Circle) -> None:
    await circle.dev.says(f"/need {ASK}", chat=circle.group)
    circle.dev.person.user.blocked = True  # and Telegram has not said so
    await circle.ben.taps("I can help")
    assert "🤝 Meet them" in circle.card().labels
