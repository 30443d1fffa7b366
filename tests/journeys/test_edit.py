"""The author edits the asking message: it is matched anew, and what was sent is brought up to date."""

from tests.journeys.conftest import Circle

ASK = "a bookkeeper for a 5-person bakery"
GARDEN = "a gardener for the large garden of my country house"


async def test_an_offer_that_no_longer_fits_closes_and_the_right_one_is_asked(wide: Circle) -> None:
    said = await wide.anna.says(f"/need {ASK}", chat=wide.group)
    await wide.anna.edits(said, f"/need {GARDEN}")
    assert "no longer needs you" in wide.ben.last
    assert wide.ben.chat[-1].buttons == []
    assert GARDEN in wide.hugo.last
    assert GARDEN in wide.card().text
    assert ASK not in wide.card().text


async def test_an_offer_that_still_fits_shows_the_new_words(wide: Circle) -> None:
    said = await wide.anna.says(f"/need {ASK}", chat=wide.group)
    await wide.anna.edits(said, "/need a bookkeeper for a bakery of 8 people")
    assert "a bakery of 8 people" in wide.ben.last
    assert "5-person" not in wide.ben.last
    assert "I can help" in wide.ben.buttons()[0]
    assert "Asked 2 of 5" in wide.card().text
    assert wide.asked("bookkeeper") == ["ben", "ella"]


async def test_who_has_passed_sees_the_new_words_too(wide: Circle) -> None:
    said = await wide.anna.says(f"/need {ASK}", chat=wide.group)
    await wide.ben.taps("Not my client")
    await wide.ben.taps("Wrong place")
    await wide.anna.edits(said, f"/need {GARDEN}")
    assert GARDEN in wide.ben.last
    assert "Noted: Wrong place" in wide.ben.last


async def test_the_place_of_one_who_no_longer_fits_is_filled_at_once(wide: Circle) -> None:
    said = await wide.anna.says(f"/need {GARDEN}", chat=wide.group)
    await wide.anna.edits(said, f"/need {ASK}")
    assert wide.asked(ASK) == ["ben", "ella"]


async def test_one_whom_a_member_thought_of_stays_asked(wide: Circle) -> None:
    said = await wide.anna.says(f"/need {ASK}", chat=wide.group)
    await wide.ben.taps("I know who fits")
    await wide.ben.taps("Hugo Lind")
    await wide.anna.edits(said, "/need a bookkeeper for a bakery of 8 people")
    assert "a bakery of 8 people" in wide.hugo.last
    assert "Ben Okoro thought of you" in wide.hugo.last
    assert "I can help" in wide.hugo.buttons()[0]


async def test_from_nobody_to_somebody(wide: Circle) -> None:
    said = await wide.anna.says("/need a vet for an old horse with a cough", chat=wide.group)
    await wide.anna.edits(said, f"/need {ASK}")
    assert wide.asked(ASK) == ["ben", "ella"]
    assert "Asked 2 of 5" in wide.card().text


async def test_an_edit_that_changes_no_word_changes_nothing(wide: Circle) -> None:
    said = await wide.anna.says(f"/need {ASK}", chat=wide.group)
    await wide.anna.edits(said, f"/need   {ASK} ")
    assert wide.asked(ASK) == ["ben", "ella"]
    assert "Asked 2 of 5" in wide.card().text


async def test_to_nothing(circle: Circle) -> None:
    said = await circle.anna.says(f"/need {ASK}", chat=circle.group)
    card = circle.card()
    await circle.anna.edits(said, "/need")
    assert "What do you need?" in circle.card().text
    assert ASK in card.text
    assert ASK in circle.ben.last


async def test_to_too_much(circle: Circle) -> None:
    said = await circle.anna.says(f"/need {ASK}", chat=circle.group)
    card = circle.card()
    await circle.anna.edits(said, "/need " + "a bookkeeper " * 300)
    assert "at most 1000 characters" in circle.card().text
    assert ASK in card.text


async def test_with_a_mention_in_place_of_the_command(circle: Circle) -> None:
    said = await circle.anna.says("/need a vet for an old horse", chat=circle.group)
    await circle.anna.edits(said, f"@kringle_bot {ASK} now")
    assert f"🔎 {ASK} now\n" in circle.card().text


async def test_words_that_no_longer_speak_to_the_bot_are_not_read(circle: Circle) -> None:
    said = await circle.anna.says("/need a vet for an old horse", chat=circle.group)
    await circle.anna.edits(said, ASK)
    assert "a vet for an old horse" in circle.card().text


async def test_of_an_ask_that_was_a_reply(circle: Circle) -> None:
    words = await circle.dev.says(ASK, chat=circle.group)
    said = await circle.anna.says("/need", chat=circle.group, reply_to=words)
    await circle.anna.edits(said, "/need ")
    assert "Asked 1 of 3" in circle.card().text
    await circle.anna.edits(said, "/need a vet for an old horse")
    assert "a vet for an old horse" in circle.card().text


async def test_under_a_picture(circle: Circle) -> None:
    said = circle.anna.person.sends("photo", chat=circle.group, caption="/need a vet for an old horse")
    await circle.stage.settle()
    await circle.anna.edits(said, f"/need {ASK}")
    assert f"🔎 {ASK}\n" in circle.card().text


async def test_of_an_ask_that_is_over(circle: Circle) -> None:
    said = await circle.anna.says(f"/need {ASK}", chat=circle.group)
    await circle.ben.taps("I can help")
    before = len(circle.cards())
    await circle.anna.edits(said, "/need a vet for an old horse")
    assert "That ask is closed" in circle.anna.last
    assert ASK in circle.card().text
    assert len(circle.cards()) == before


async def test_a_message_becomes_an_ask(circle: Circle) -> None:
    said = await circle.anna.says(ASK, chat=circle.group)
    assert circle.asked(ASK) == []
    await circle.anna.edits(said, f"/need {ASK}")
    assert circle.asked(ASK) == ["ben"]
    assert circle.card().reply_to.id == said.id


async def test_an_ask_that_was_too_long_may_be_shortened(circle: Circle) -> None:
    said = await circle.anna.says("/need " + f"{ASK} " * 30, chat=circle.group)
    assert circle.asked(ASK) == []
    await circle.anna.edits(said, f"/need {ASK}")
    assert circle.asked(ASK) == ["ben"]


async def test_a_yes_that_crosses_with_an_edit_counts(circle: Circle) -> None:
    said = await circle.anna.says(f"/need {ASK}", chat=circle.group)
    circle.anna.person.edits(said, "/need a vet for an old horse")
    circle.ben.person.taps("I can help")
    await circle.stage.settle()
    over = "Introduced" in circle.card().text
    assert over == circle.anna.sees("Meet Ben Okoro")
    assert over or "no longer needs you" in circle.ben.last
