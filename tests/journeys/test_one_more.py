"""One more: after an introduction the author may meet another, until nobody is left."""

from tests.journeys.conftest import Circle

ASK = "a bookkeeper for a 5-person bakery"


async def introduced(wide: Circle) -> None:
    """Anna has met Ben."""
    await wide.anna.says(f"/need {ASK}", chat=wide.group)
    await wide.ben.taps("I can help")


async def test_the_next_are_asked_and_those_kindly_closed_first(wide: Circle) -> None:
    await introduced(wide)
    assert await wide.anna.taps("One more", chat=wide.group) == "Looking for one more."
    assert "🤝 Introduced. Looking for one more: asked 3 of 5 members." in wide.card().text
    assert wide.asked(ASK) == ["ben", "ella", "ella", "finn"]
    await wide.ella.taps("I can help")
    assert "Meet Ella Novak" in wide.anna.last
    assert "Introduced to 2 members" in wide.card().text


async def test_the_first_one_keeps_the_introduction(wide: Circle) -> None:
    await introduced(wide)
    await wide.anna.taps("One more", chat=wide.group)
    assert wide.ben.sees("You took this one")
    assert wide.ben.sees("introduced to Anna Berg")
    assert wide.asked(ASK).count("ben") == 1


async def test_until_nobody_is_left(wide: Circle) -> None:
    await introduced(wide)
    for person in (wide.ella, wide.finn, wide.gita):
        await wide.anna.taps("One more", chat=wide.group)
        await person.taps("I can help")
    assert "Introduced to 4 members" in wide.card().text
    await wide.anna.taps("One more", chat=wide.group)
    assert "Who knows someone?" in wide.card().text
    await wide.anna.taps("Close", chat=wide.group)
    assert "Introduced to 4 members" in wide.card().text
    assert "Closed: “" in wide.anna.last


async def test_only_the_author(wide: Circle) -> None:
    await introduced(wide)
    assert await wide.ben.taps("One more", chat=wide.group) == "Only the person who asked can do that."
    assert wide.asked(ASK) == ["ben", "ella"]


async def test_a_double_tap_looks_for_one(wide: Circle) -> None:
    await introduced(wide)
    presses = [wide.anna.person.taps("One more", chat=wide.group) for _ in range(2)]
    await wide.stage.settle()
    notices = [answer.text for press in presses if (answer := await press.answered())]
    assert notices == ["Looking for one more.", "This request is over."]


async def test_when_nobody_else_is_found_in_time_the_introduction_stands(wide: Circle) -> None:
    await introduced(wide)
    await wide.anna.taps("One more", chat=wide.group)
    await wide.stage.later(hours=73)
    assert wide.card().text == f"🔎 {ASK}\n🤝 Introduced."
    assert f"Nobody else was found in time for “{ASK}”" in wide.anna.last


async def test_one_who_did_not_fit_the_edited_words_is_not_asked_again(wide: Circle) -> None:
    said = await wide.anna.says("/need a gardener for the large garden of my country house", chat=wide.group)
    await wide.anna.edits(said, f"/need {ASK}")
    await wide.ben.taps("I can help")
    await wide.anna.taps("One more", chat=wide.group)
    assert "hugo" not in wide.asked(ASK)
