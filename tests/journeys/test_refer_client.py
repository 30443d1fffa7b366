"""After the claim: the client's consent, their details for the receiver alone, and their end."""

import json

from tests.journeys.conftest import Circle
from tests.journeys.test_export import exported
from tests.journeys.test_forget import cells
from tests.journeys.test_refer_out import CLIENT, hand_on

DETAILS = "Zoe Crumb, 0171 555 0198"


async def claimed(circle: Circle) -> None:
    await hand_on(circle.anna)
    await circle.ben.taps("I can help")


async def passed_on(circle: Circle) -> None:
    await claimed(circle)
    await circle.anna.taps("Yes")
    await circle.anna.says(DETAILS)


def kept(circle: Circle) -> str:
    """All values of the database."""
    return "\n".join(value for _, value in cells(circle))


async def test_both_are_introduced_and_the_giver_is_asked_for_consent(circle: Circle) -> None:
    await claimed(circle)
    assert circle.anna.sees("Your client is in good hands: Ben Okoro (@ben_t) says yes.")
    assert "Has your client agreed to be put in touch with Ben Okoro" in circle.anna.last
    assert circle.anna.buttons() == ["Yes", "Not yet", "No"]
    assert "A client for you, from Anna Berg (@anna_t):" in circle.ben.last
    assert "Handed on because: Out of my scope" in circle.ben.last
    assert "I’m asking Anna whether the client agrees" in circle.ben.last
    assert "Hi Anna, it’s Ben" in circle.ben.last


async def test_details_are_asked_for_only_after_a_yes_and_shown_to_the_receiver_alone(circle: Circle) -> None:
    await claimed(circle)
    assert not circle.anna.sees("Write the client’s name")
    await circle.anna.taps("Yes")
    assert "Write the client’s name and one way to reach them. Only Ben sees it" in circle.anna.last
    await circle.anna.says(DETAILS)
    assert circle.anna.last == "Passed on – thank you!"
    assert f"Anna’s client has agreed to be put in touch:\n{DETAILS}" in circle.ben.last
    for name in ("carla", "dev"):
        assert not getattr(circle, name).sees("Zoe Crumb")
    assert "Zoe" not in circle.told_group()


async def test_not_yet_and_no_are_told_to_the_receiver(circle: Circle) -> None:
    await claimed(circle)
    await circle.anna.taps("Not yet")
    assert "tap Yes once they have" in circle.anna.last
    assert "Anna has yet to hear from the client" in circle.ben.last
    await circle.anna.taps("No", message=circle.anna.message("Has your client agreed"))
    assert "hears no name" in circle.anna.last
    assert "would rather not be put in touch" in circle.ben.last


async def test_not_yet_becomes_a_yes_that_is_noticed(circle: Circle) -> None:
    await claimed(circle)
    await circle.anna.taps("Not yet")
    messages = len(circle.ben.chat)
    await circle.anna.taps("Yes")
    await circle.anna.says(DETAILS)
    assert len(circle.ben.chat) == messages + 1
    assert DETAILS in circle.ben.last


async def test_a_yes_can_be_taken_back(circle: Circle) -> None:
    await passed_on(circle)
    await circle.anna.taps("No", message=circle.anna.message("Has your client agreed"))
    assert not circle.ben.sees("Zoe Crumb")
    assert not circle.anna.message("Has your client agreed").text.count("Zoe")


async def test_details_too_long_or_empty_are_asked_for_again(circle: Circle) -> None:
    await claimed(circle)
    await circle.anna.taps("Yes")
    await circle.anna.says("…")
    assert "I need a name" in circle.anna.last
    await circle.anna.says("Zoe " * 100)
    assert "at most 300 characters" in circle.anna.last
    await circle.anna.says(DETAILS)
    assert DETAILS in circle.ben.last


async def test_details_are_erased_thirty_days_after_the_outcome(circle: Circle) -> None:
    await passed_on(circle)
    await circle.stage.later(days=6)
    await circle.ben.taps("Hired")
    await circle.stage.later(days=29)
    assert circle.ben.sees(DETAILS)
    await circle.stage.later(days=2)
    assert not circle.ben.sees("Zoe Crumb")
    assert circle.ben.sees("The client’s details are erased")
    assert not [one for one in circle.anna.heard() if "Zoe Crumb" in one]
    await circle.stage.stop()
    assert "Zoe Crumb" not in kept(circle)


async def test_without_an_outcome_they_are_erased_all_the_same(circle: Circle) -> None:
    await passed_on(circle)
    await circle.stage.later(days=91)
    assert not circle.ben.sees("Zoe Crumb")


async def test_the_export_of_the_giver_has_them_and_that_of_the_receiver_has_not(circle: Circle) -> None:
    await passed_on(circle)
    (mine,) = (await exported(circle.anna))["clients_handed_on"]
    assert (mine["text"], mine["reason"], mine["client"]) == (CLIENT, "scope", DETAILS)
    assert "Zoe" not in json.dumps(await exported(circle.ben))


async def test_forget_erases_them(circle: Circle) -> None:
    await passed_on(circle)
    await circle.anna.says("/forget")
    await circle.anna.taps("Delete everything")
    assert not circle.ben.sees("Zoe Crumb")
    await circle.stage.stop()
    assert "Zoe Crumb" not in kept(circle)
    assert CLIENT not in kept(circle)


async def test_the_receiver_forgets_and_the_giver_sees_it(circle: Circle) -> None:
    await passed_on(circle)
    await circle.ben.says("/forget")
    await circle.ben.taps("Delete everything")
    assert circle.anna.sees("Whoever took your client has left")


async def test_the_circle_hears_only_of_thanks_that_both_agreed_to(circle: Circle) -> None:
    await passed_on(circle)
    await circle.stage.later(days=6)
    await circle.ben.taps("We talked")
    await circle.ben.taps("Yes, say it")
    assert "thank you both" not in circle.told_group()
    await circle.anna.taps("Yes, say it")
    assert "Anna Berg and Ben Okoro found each other" in circle.card().text
    assert CLIENT not in circle.told_group()
