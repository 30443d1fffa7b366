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


async def test_the_command_may_name_the_bot(circle: Circle) -> None:
    await circle.anna.says(f"/need@kringle_bot {ASK}", chat=circle.group)
    assert circle.asked(ASK) == ["ben"]


async def test_the_command_of_another_bot_is_left_alone(circle: Circle) -> None:
    before = len(circle.cards())
    await circle.anna.says(f"/need@other_bot {ASK}", chat=circle.group)
    assert len(circle.cards()) == before
    assert circle.asked(ASK) == []


async def test_an_ask_may_have_several_lines(circle: Circle) -> None:
    await circle.anna.says("/need\na bookkeeper\nfor a 5-person bakery", chat=circle.group)
    assert "a bookkeeper\nfor a 5-person bakery" in circle.ben.last
    assert "a bookkeeper for a 5-person bakery" in circle.card().text


async def test_an_ask_may_stand_under_a_picture(circle: Circle) -> None:
    circle.anna.person.sends("photo", chat=circle.group, caption=f"/need {ASK}")
    await circle.stage.settle()
    assert ASK in circle.ben.last
    assert "/need" not in circle.ben.last


async def test_the_card_answers_the_message_that_asked(circle: Circle) -> None:
    said = await circle.anna.says(f"/need {ASK}", chat=circle.group)
    assert circle.card().reply_to is said


async def test_where_nobody_fits_nobody_is_asked_and_the_circle_is(circle: Circle) -> None:
    await circle.anna.says("/need a vet for an old horse with a cough", chat=circle.group)
    assert "Nobody here yet whose perfect client that is. Who knows someone?" in circle.card().text
    assert circle.card().labels == ["💡 I know someone", "Close"]
    assert circle.asked("horse") == []
    assert not circle.anna.sees("horse")  # the card says it, at once and in the same place


async def test_the_author_is_never_offered_the_own_ask(circle: Circle) -> None:
    await circle.ben.says(f"/need {ASK}", chat=circle.group)
    assert "ben" not in circle.asked(ASK)


async def test_words_in_the_group_that_are_no_ask_are_left_alone(circle: Circle) -> None:
    before = len(circle.cards())
    await circle.anna.says(f"I need {ASK}", chat=circle.group)
    await circle.anna.says("needs must", chat=circle.group, reply_to=circle.card())
    assert len(circle.cards()) == before


async def test_an_ask_may_ring_at_night_but_makes_no_sound(circle: Circle) -> None:
    await circle.stage.until("23:00")
    await circle.anna.says(f"/need {ASK}", chat=circle.group)
    assert circle.ben.chat[-1].silent
