"""A client handed on: the giver reads their own rules, edits the message, or would like one more to take a look."""

from tests.journeys.conftest import Circle
from tests.journeys.test_refer_out import CLIENT, hand_on
from tests.journeys.test_reflect import has_answered

GARDEN = "the owner of a large garden in the country, whose hedge grows over the road"
DETAILS = "Zoe Crumb, 0171 555 0198"


async def test_edited_words_are_matched_anew(wide: Circle) -> None:
    said = await wide.anna.says(f"/refer {CLIENT}")
    await wide.anna.taps("No capacity")
    assert wide.asked(CLIENT) == ["ben", "ella"]
    before = len(wide.cards())
    await wide.anna.edits(said, f"/refer {GARDEN}")
    assert GARDEN in wide.hugo.last
    assert "hands on a client" in wide.hugo.last
    assert "no longer needs you" in wide.ben.last
    assert GARDEN in wide.anna.last
    assert "Asked 3 of 5" in wide.anna.last
    assert len(wide.cards()) == before


async def test_a_draft_has_the_new_words(wide: Circle) -> None:
    said = await wide.anna.says(f"/refer {GARDEN}")
    await wide.anna.edits(said, f"/refer {CLIENT}, zoe@example.com")
    assert wide.anna.sees(CLIENT)
    assert wide.anna.sees("I left the contact details out")
    await wide.anna.taps("No capacity")
    assert wide.asked(CLIENT) == ["ben", "ella"]
    assert not wide.hugo.sees("hands on a client")
    assert not wide.ben.sees("zoe@example.com")


async def test_words_given_after_the_question_can_be_edited_too(wide: Circle) -> None:
    await wide.anna.says("/refer")
    said = await wide.anna.says(GARDEN)
    await wide.anna.taps("No capacity")
    await wide.anna.edits(said, CLIENT)
    assert wide.asked(CLIENT) == ["ben", "ella"]


async def test_an_edit_that_says_the_same_or_nothing_changes_nothing(wide: Circle) -> None:
    said = await wide.anna.says(f"/refer {CLIENT}")
    await wide.anna.taps("No capacity")
    await wide.anna.edits(said, f"/refer   {CLIENT}")
    assert wide.asked(CLIENT) == ["ben", "ella"]
    await wide.anna.edits(said, "/refer")
    assert "/refer a family of five" in wide.anna.last
    assert CLIENT in wide.ben.last


async def test_a_message_that_only_now_hands_on_a_client(wide: Circle) -> None:
    said = await wide.anna.says("/reffer a client")
    await wide.anna.edits(said, f"/refer {CLIENT}")
    assert "Why do you hand them on?" in wide.anna.last
    other = await wide.anna.says("hello there")
    heard = len(wide.anna.heard())
    await wide.anna.edits(other, "hello you")
    assert len(wide.anna.heard()) == heard


async def test_an_edit_after_the_end_is_answered(wide: Circle) -> None:
    said = await wide.anna.says(f"/refer {CLIENT}")
    await wide.anna.taps("No capacity")
    await wide.anna.taps("Close")
    await wide.anna.edits(said, f"/refer {GARDEN}")
    assert "That one is closed" in wide.anna.last
    assert not wide.hugo.sees(GARDEN)


async def test_one_more_asks_the_next_and_the_client_agrees_anew(wide: Circle) -> None:
    await hand_on(wide.anna)
    await wide.ben.taps("I can help")
    await wide.anna.taps("Yes")
    await wide.anna.says(DETAILS)
    assert wide.ben.sees(DETAILS)
    old = wide.anna.message("Has your client agreed")
    stale = old.buttons[0][0].data
    assert await wide.anna.taps("One more") == "Looking for one more."
    assert wide.anna.sees("Introduced. Looking for one more")
    assert wide.ben.sees(DETAILS), "nobody else has said yes yet"
    await wide.ella.taps("I can help")
    assert "Has your client agreed to be put in touch with Ella Novak" in wide.anna.last
    assert wide.anna.sees("Somebody else has taken this client since")
    assert not wide.ben.sees("Zoe Crumb")
    assert wide.ben.sees("This client went on to somebody else")
    assert not wide.ella.sees("Zoe Crumb")
    assert await wide.anna.presses(stale, old) == "This request is over."
    assert not wide.ella.sees("has agreed")
    await wide.anna.taps("Yes")
    await wide.anna.says("Zoe, 0171 555 0111")
    assert "Zoe, 0171 555 0111" in wide.ella.last
    assert not wide.ben.sees("0111")
    assert wide.anna.sees("Introduced to 2 members")


async def test_when_nobody_else_is_found_the_first_one_keeps_the_client(wide: Circle) -> None:
    await hand_on(wide.anna)
    await wide.ben.taps("I can help")
    await wide.anna.taps("Yes")
    await wide.anna.says(DETAILS)
    await wide.anna.taps("One more")
    await wide.stage.later(hours=73)
    assert wide.anna.sees("Nobody else was found in time")
    assert wide.ben.sees(DETAILS)


async def test_only_the_giver_looks_for_one_more(wide: Circle) -> None:
    await hand_on(wide.anna)
    await wide.ben.taps("I can help")
    message = wide.anna.message("Introduced.")
    data = message.buttons[0][0].data
    assert await wide.ben.presses(data, wide.ben.chat[-1]) == "Only the person who asked can do that."
    assert wide.asked(CLIENT) == ["ben", "ella"]


async def test_the_rules_of_reflection_stand_where_they_matter_and_only_there(wide: Circle) -> None:
    await has_answered(wide.anna)
    await wide.anna.says(f"/refer {CLIENT}")
    assert "Your own rules" in wide.anna.last
    assert "I refer a client out when\n• It is a limited company\n• I am fully booked" in wide.anna.last
    assert "What holds me back\n• They keep the client for good" in wide.anna.last
    draft = wide.anna.message("Your own rules")
    await wide.anna.taps("My refer-out rules")
    assert "Your refer-out rules" in wide.anna.last
    await wide.anna.taps("No capacity", message=draft)
    assert "limited company" not in draft.text
    assert not any("limited company" in text for actor in (wide.ben, wide.ella) for text in actor.heard())


async def test_without_rules_the_question_stands_alone(wide: Circle) -> None:
    await wide.anna.says(f"/refer {CLIENT}")
    assert "Your own rules" not in wide.anna.last
    assert "📜 My refer-out rules" not in wide.anna.buttons()
