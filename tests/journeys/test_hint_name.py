"""A name outside the circle: written in private, told to the author alone, without anybody's telephone number."""

from tests.journeys.conftest import Circle

NOBODY = "a vet for an old horse with a cough"


async def writing(circle: Circle) -> None:
    """Dev is about to write a name."""
    await circle.anna.says(f"/need {NOBODY}", chat=circle.group)
    await circle.dev.taps("I know someone", chat=circle.group)
    await circle.dev.taps("Write a name")
    assert "Who is it?" in circle.dev.last


async def test_the_name_goes_to_the_author(circle: Circle) -> None:
    await writing(circle)
    await circle.dev.says("Dr. Mara Holt, she treats my sister’s ponies")
    assert "I have passed the name on" in circle.dev.last
    assert "Dev Shah knows somebody" in circle.anna.last
    assert "Dr. Mara Holt, she treats my sister’s ponies" in circle.anna.last
    assert "1 name came in" in circle.card().text
    assert "Holt" not in circle.told_group()
    assert "Dev" not in circle.told_group()


async def test_contact_details_of_others_are_left_out(circle: Circle) -> None:
    await writing(circle)
    await circle.dev.says("Mara Holt, 0171 234 56 78, mara@holt.example")
    assert "Mara Holt" in circle.anna.last
    assert "234" not in circle.anna.last
    assert "@" not in circle.anna.last


async def test_nothing_but_a_number_is_no_name(circle: Circle) -> None:
    await writing(circle)
    before = len(circle.anna.chat)
    for words in ("0171 234 56 78", "…", "\u200b\u200b"):
        await circle.dev.says(words)
        assert circle.dev.last == "I need a name for that – or say /cancel."
    await circle.dev.says("Mara Holt")
    assert len(circle.anna.chat) == before + 1


async def test_a_name_that_is_too_long(circle: Circle) -> None:
    await writing(circle)
    await circle.dev.says("Mara " * 60)
    assert "Could you say it in fewer words?" in circle.dev.last
    assert not circle.anna.sees("Mara")
    await circle.dev.says("Mara")
    assert circle.anna.sees("Mara")


async def test_a_sticker_is_no_name(circle: Circle) -> None:
    await writing(circle)
    await circle.dev.sends("sticker")
    assert "I can only read words here" in circle.dev.last
    await circle.dev.says("Mara Holt")
    assert circle.anna.sees("Mara Holt")


async def test_cancel_in_between(circle: Circle) -> None:
    await writing(circle)
    await circle.dev.says("/cancel")
    assert circle.dev.last == "All right, never mind."
    await circle.dev.says("Mara Holt")
    assert "not waiting for an answer" in circle.dev.last
    assert not circle.anna.sees("Mara")


async def test_a_name_that_comes_too_late(circle: Circle) -> None:
    await writing(circle)
    await circle.anna.taps("Close", chat=circle.group)
    await circle.dev.says("Mara Holt")
    assert circle.dev.last == "This request is over."
    assert not circle.anna.sees("Mara")


async def test_who_was_asked_may_write_a_name_instead(circle: Circle) -> None:
    await circle.anna.says("/need a bookkeeper for a 5-person bakery", chat=circle.group)
    offer = circle.ben.chat[-1]
    await circle.ben.taps("I know who fits")
    await circle.ben.taps("Write a name")
    await circle.ben.says("My old colleague Mara Holt")
    assert circle.anna.sees("My old colleague Mara Holt")
    assert "you can still take it" in offer.text
    assert "Nobody yet – asked 1 of 3 members" in circle.card().text


async def test_alone_in_a_circle_there_is_still_a_name_to_write(circle: Circle) -> None:
    for person in (circle.ben, circle.carla):
        circle.group.leave(person.person)
    await circle.anna.says(f"/need {NOBODY}", chat=circle.group)
    await circle.dev.taps("I know someone", chat=circle.group)
    assert circle.dev.buttons() == ["✏️ Write a name"]
