"""An offer: the ask, who asks, why this member in their own words; and that every answer can be changed."""

from tests.journeys.conftest import BAKERIES, Circle

ASK = "a bookkeeper for a 5-person bakery"
ANSWERS = ["✅ I can help", "Not my client", "💡 I know who fits", "Not now"]


async def test_it_quotes_the_words_of_the_ask_and_of_the_statement(wide: Circle) -> None:
    await wide.anna.says(f"/need {ASK}", chat=wide.group)
    lines = wide.ben.last.split("\n")
    why = lines[lines.index("Why you:") + 1]
    asked, _, stated = why.partition(" – you: ")
    assert asked.strip("“”") in ASK
    assert any(stated.strip("“”") in statement for statement in BAKERIES)


async def test_not_now_goes_to_the_next_and_can_be_changed(wide: Circle) -> None:
    await wide.anna.says(f"/need {ASK}", chat=wide.group)
    assert await wide.ben.taps("Not now") == "All right, not now."
    assert "one tap takes it" in wide.ben.last
    assert wide.ben.buttons() == ["✅ I can help", "💡 I know who fits", "Not my client"]
    await wide.ben.taps("I can help")
    assert "Meet Ben Okoro" in wide.anna.last


async def test_not_now_can_become_a_no(wide: Circle) -> None:
    await wide.anna.says(f"/need {ASK}", chat=wide.group)
    await wide.ben.taps("Not now")
    await wide.ben.taps("Not my client")
    await wide.ben.taps("Wrong place")
    assert "Noted: Wrong place" in wide.ben.last


async def test_an_offer_stays_open_until_it_is_answered(wide: Circle) -> None:
    await wide.anna.says(f"/need {ASK}", chat=wide.group)
    assert wide.ben.buttons() == ANSWERS
    await wide.stage.later(hours=9)
    assert wide.ben.buttons() == ANSWERS


async def test_who_has_left_the_circle_cannot_answer(wide: Circle) -> None:
    await wide.anna.says(f"/need {ASK}", chat=wide.group)
    offer = wide.ben.chat[-1]
    button = offer.buttons[0][0].data
    wide.group.leave(wide.ben.person)
    await wide.stage.settle()
    assert "no longer in Harbour Circle" in wide.ben.last
    assert "no longer needs you" in offer.text
    assert offer.buttons == []
    notice = await wide.ben.presses(button, offer)
    assert notice is not None
    assert "members of this circle" in notice
    assert not wide.anna.sees("Meet Ben")
