"""I can help: the first yes takes the request, whatever else happens at the same moment."""

from tests.journeys.conftest import Circle

ASK = "a bookkeeper for a 5-person bakery"
TAKEN = "Somebody has taken this one already. Thank you!"


async def test_of_two_taps_at_the_same_moment_one_wins(wide: Circle) -> None:
    await wide.anna.says(f"/need {ASK}", chat=wide.group)
    presses = [person.person.taps("I can help") for person in (wide.ben, wide.ella)]
    await wide.stage.settle()
    answers = [await press.answered() for press in presses]
    assert sorted(answer.text or "" for answer in answers if answer) == [TAKEN, "Wonderful – introducing you."]
    assert sum("You have a match" in text for text in wide.anna.heard()) == 1
    assert "🤝 Introduced." in wide.card().text


async def test_the_others_are_told_kindly(wide: Circle) -> None:
    await wide.anna.says(f"/need {ASK}", chat=wide.group)
    await wide.ben.taps("I can help")
    assert "Somebody else has taken this one. Thank you for being there." in wide.ella.last
    assert wide.ella.chat[-1].buttons == []
    assert not wide.ella.sees("Ben")


async def test_those_who_passed_or_waited_are_told_too(wide: Circle) -> None:
    await wide.anna.says(f"/need {ASK}", chat=wide.group)
    await wide.ben.taps("Not now")
    await wide.ella.taps("Not my client")
    await wide.finn.taps("I can help")
    assert "Somebody else has taken this one" in wide.ben.last
    assert "Somebody else has taken this one" in wide.ella.last


async def test_nobody_waits_for_a_later_wave_any_more(wide: Circle) -> None:
    await wide.anna.says(f"/need {ASK}", chat=wide.group)
    await wide.ben.taps("I can help")
    await wide.stage.later(hours=30)
    assert wide.asked(ASK) == ["ben", "ella"]


async def test_a_double_tap_introduces_once(circle: Circle) -> None:
    await circle.anna.says(f"/need {ASK}", chat=circle.group)
    presses = [circle.ben.person.taps("I can help") for _ in range(3)]
    await circle.stage.settle()
    answers = [await press.answered() for press in presses]
    assert {answer.text for answer in answers if answer} == {"Wonderful – introducing you."}
    assert sum("You have a match" in text for text in circle.anna.heard()) == 1


async def test_a_tap_after_somebody_elses(wide: Circle) -> None:
    await wide.anna.says(f"/need {ASK}", chat=wide.group)
    offer = wide.ella.chat[-1]
    data = offer.buttons[0][0].data
    await wide.ben.taps("I can help")
    assert await wide.ella.presses(data, offer) == TAKEN


async def test_a_tap_after_it_was_withdrawn_or_expired(circle: Circle) -> None:
    await circle.anna.says(f"/need {ASK}", chat=circle.group)
    offer = circle.ben.chat[-1]
    data = offer.buttons[0][0].data
    await circle.anna.taps("Close", chat=circle.group)
    assert "withdrawn" in offer.text
    assert await circle.ben.presses(data, offer) == "This request is over."

    await circle.anna.says(f"/need {ASK} again", chat=circle.group)
    offer = circle.ben.chat[-1]
    data = offer.buttons[0][0].data
    await circle.stage.later(hours=73)
    assert "run out of time" in offer.text
    assert await circle.ben.presses(data, offer) == "This request is over."
    assert not circle.anna.sees("You have a match")


async def test_both_are_told_how_to_reach_each_other(circle: Circle) -> None:
    await circle.anna.says(f"/need {ASK}", chat=circle.group)
    await circle.ben.taps("I can help")
    assert "Ben Okoro (@ben_t)" in circle.anna.last
    assert "Anna Berg (@anna_t)" in circle.ben.last
    for person in (circle.anna, circle.ben):
        assert ASK in person.last
        assert "A first line, if you like:\nHi " in person.last


async def test_a_lapsed_offer_can_still_be_taken(circle: Circle) -> None:
    await circle.anna.says(f"/need {ASK}", chat=circle.group)
    await circle.stage.later(hours=5)
    assert "Nobody yet" in circle.card().text
    await circle.ben.taps("I can help")
    assert "Introduced" in circle.card().text
    assert "Meet Ben Okoro" in circle.anna.last
