"""Refer out: a client handed on, from the words to a yes. The group never hears of it."""

from typing import Any

import pytest

from tests.journeys.conftest import Circle, tell_profile

CLIENT = "a bookkeeper for a 5-person bakery"
RIVAL = "a small bakery with five staff, their receipts are in a shoebox, they need a bookkeeper"


async def hand_on(giver: Any, text: str = CLIENT, why: str = "Out of my scope") -> None:
    await giver.says(f"/refer {text}")
    await giver.taps(why)


async def test_a_client_is_handed_on_without_the_group(circle: Circle) -> None:
    before = len(circle.cards())
    await circle.anna.says(f"/refer {CLIENT}")
    assert "Why do you hand them on?" in circle.anna.last
    assert circle.anna.buttons() == [
        "Not the right fit", "No capacity", "Has outgrown me", "Out of my scope", "Rather not",
    ]  # fmt: skip
    assert not circle.ben.sees(CLIENT)  # nobody is asked before
    assert await circle.anna.taps("No capacity") == "I’m looking for who fits."
    assert "Is this yours?\nAnna Berg hands on a client, in Harbour Circle" in circle.ben.last
    assert CLIENT in circle.ben.last
    assert "Handed on because: No capacity" in circle.ben.last
    assert "Why you:\n“" in circle.ben.last
    assert circle.ben.buttons() == ["✅ I can help", "Not my client", "💡 I know who fits", "Not now"]
    assert "Asked 1 of 3 members in private" in circle.anna.last
    assert len(circle.cards()) == before


async def test_a_client_never_comes_back_to_the_giver(circle: Circle) -> None:
    await hand_on(circle.ben, RIVAL, "No capacity")
    assert not [text for text in circle.ben.heard() if "Is this yours" in text]


async def test_a_rival_reads_by_which_words_they_differ(circle: Circle) -> None:
    await hand_on(circle.ben, "a freelance designer who has not done her tax return for two years", "Not the right fit")
    assert "Where you differ:\nBen Okoro: “Owner-run bakeries" in circle.carla.last
    assert "You: “Freelance designers" in circle.carla.last


async def test_who_is_no_rival_reads_nothing_of_that(circle: Circle) -> None:
    await hand_on(circle.anna)
    assert "Where you differ" not in circle.ben.last


async def test_an_empty_one_explains_itself_and_takes_the_next_words(circle: Circle) -> None:
    await circle.anna.says("/refer")
    assert "/refer a family of five, six suitcases" in circle.anna.last
    await circle.anna.says(CLIENT)
    await circle.anna.taps("Out of my scope")
    assert CLIENT in circle.ben.last


@pytest.mark.parametrize("text", ["?!", "zoe@example.com"])
async def test_words_that_say_nothing_are_asked_for_again(circle: Circle, text: str) -> None:
    await circle.anna.says(f"/refer {text}")
    assert "Whom would you rather send on?" in circle.anna.last


async def test_too_long_is_said_and_shorter_words_may_follow(circle: Circle) -> None:
    await circle.anna.says("/refer " + "word " * 300)
    assert "at most 1000 characters" in circle.anna.last
    await circle.anna.says(CLIENT)
    assert "Why do you hand them on?" in circle.anna.last


async def test_no_more_than_a_fair_number_an_hour(circle: Circle) -> None:
    for number in range(10):
        await circle.anna.says(f"/refer client number {number}")
        await circle.stage.later(seconds=30)
    await circle.anna.says(f"/refer {CLIENT}")
    assert "10 asks within an hour" in circle.anna.last
    assert not circle.ben.sees(CLIENT)


async def test_in_the_group_it_is_a_kind_sentence(circle: Circle) -> None:
    await circle.anna.says(f"/refer {CLIENT}", chat=circle.group)
    assert "private chat" in circle.card().text
    assert not circle.ben.sees(CLIENT)


async def test_somebody_in_no_circle_is_told(circle: Circle) -> None:
    zoe = circle.stage.actor("Zoe Late")
    await zoe.says("/start")
    await zoe.says(f"/refer {CLIENT}")
    assert "You are in no circle yet" in zoe.last


async def test_contact_details_are_left_out_at_once(circle: Circle) -> None:
    await hand_on(circle.anna, f"{CLIENT}, Zoe, 0171 555 0198, zoe@example.com")
    assert circle.anna.sees("I left the contact details out")
    for who in (circle.anna, circle.ben):
        assert not [text for text in who.heard() if "0198" in text or "example.com" in text]


async def test_rather_not_leaves_nothing(circle: Circle) -> None:
    await circle.anna.says(f"/refer {CLIENT}")
    await circle.anna.taps("Rather not")
    assert circle.anna.last == "All right – nobody was asked, and nothing is kept."
    assert not circle.ben.sees(CLIENT)


async def test_an_unfinished_one_is_dropped_after_a_day(circle: Circle) -> None:
    await circle.anna.says(f"/refer {CLIENT}")
    await circle.stage.later(hours=25)
    assert circle.anna.sees("nobody was asked, and nothing is kept")
    assert not circle.anna.sees(CLIENT)


async def test_nobody_fits_and_the_giver_is_told(circle: Circle) -> None:
    before = len(circle.cards())
    await hand_on(circle.anna, "somebody to free a ship's propeller under water")
    assert "Nobody yet" in circle.anna.last
    assert len(circle.cards()) == before


async def test_the_next_wave_the_lapse_and_the_end(wide: Circle) -> None:
    before = len(wide.cards())
    await hand_on(wide.anna)
    assert len(wide.asked(CLIENT)) == 2
    await wide.stage.later(hours=3)
    assert len(wide.asked(CLIENT)) == 4
    assert "Asked 4 of 5 members" in wide.anna.message("You hand on a client").text
    await wide.stage.later(hours=5)
    assert wide.anna.sees("Nobody has said yes yet to your client")
    first = getattr(wide, wide.asked(CLIENT)[0])
    assert "✅ I can help" in first.buttons()  # lapsed is still theirs
    await wide.stage.later(hours=80)
    assert wide.anna.sees(f"Nobody was found in time for your client “{CLIENT}”")
    assert "run out of time" in first.message(CLIENT).text
    assert len(wide.cards()) == before


async def test_the_giver_withdraws(circle: Circle) -> None:
    await hand_on(circle.anna)
    assert await circle.anna.taps("Close") == "Closed."
    assert "Withdrawn." in circle.anna.last
    assert "withdrawn" in circle.ben.last


async def test_a_pass_and_a_hint_go_on_as_for_asks(circle: Circle) -> None:
    await hand_on(circle.anna)
    await circle.ben.taps("I know who fits")
    await circle.ben.taps("Carla Ruiz")
    assert "Ben Okoro thought of you" in circle.carla.last
    assert "Handed on because" in circle.carla.last
    await circle.carla.taps("I can help")
    assert circle.anna.sees("Carla Ruiz (@carla_t) says yes")


async def test_past_asks_do_not_show_it(circle: Circle) -> None:
    await hand_on(circle.anna)
    await circle.dev.says("/profile")
    await circle.dev.taps("What I learned")
    await circle.dev.taps("How past asks were seen")
    assert "no asks in your circles" in circle.dev.last


async def test_in_several_circles_the_giver_says_which(circle: Circle) -> None:
    stage = circle.stage
    anna, gus = circle.anna, stage.actor("Gus Hall")
    other = stage.telegram.group("Hill Circle", creator=gus.person, members=[anna.person])
    other.add_bot(by=gus.person)
    await stage.settle()
    await gus.taps("Join this circle", chat=other)
    await tell_profile(gus, ("Bookkeeper for bakeries.", "Bakeries of up to 10 people that need a bookkeeper.", "help"))
    await anna.taps("Join this circle", chat=other)
    await anna.says(f"/refer {CLIENT}")
    assert "In which circle shall I look?" in anna.last
    assert anna.buttons() == ["Harbour Circle", "Hill Circle", "Rather not"]
    await anna.taps("Hill Circle")
    await anna.taps("Out of my scope")
    assert "Anna Berg hands on a client, in Hill Circle" in gus.last
    assert not circle.ben.sees(CLIENT)


async def test_what_is_open_is_shown_again(circle: Circle) -> None:
    await hand_on(circle.anna)
    await circle.stage.later(minutes=1)
    await circle.anna.says("/refer")
    shown = [one for one in circle.anna.heard() if "You hand on a client" in one]
    assert len(shown) == 2
    await circle.anna.says("/cancel")
    assert circle.anna.last == "All right, never mind."


async def test_buttons_of_somebody_else_do_nothing(circle: Circle) -> None:
    await circle.anna.says(f"/refer {CLIENT}")
    question = circle.anna.chat[-1]
    pressed = [button.data for row in question.buttons for button in row]
    for data in pressed:
        assert await circle.ben.presses(data, circle.ben.chat[-1]) == "That button is not for you."
    await circle.anna.taps("No capacity")
    assert await circle.anna.presses(pressed[0], question) == "This request is over."
