"""Who is never asked: on holiday, gone, not to be reached, not a fit; also when it happens after the routing."""

import pytest

from tests.journeys.conftest import Circle
from tests.journeys.stage import Actor

ASK = "a bookkeeper for a 5-person bakery"


async def away(circle: Circle, who: Actor, how: str) -> None:
    """Somebody cannot be asked any more."""
    match how:
        case "holiday":
            await who.says("/pause")
        case "blocked":
            who.person.blocks()
        case "left":
            circle.group.leave(who.person)
        case "removed":
            circle.group.kick(who.person)
        case "forgotten":
            await who.says("/forget")
            await who.taps("Delete everything")
    await circle.stage.settle()


@pytest.mark.parametrize("how", ["holiday", "blocked", "left", "removed", "forgotten"])
async def test_before_the_ask(wide: Circle, how: str) -> None:
    await away(wide, wide.ben, how)
    await wide.anna.says(f"/need {ASK}", chat=wide.group)
    assert wide.asked(ASK) == ["ella", "finn"]


@pytest.mark.parametrize("how", ["holiday", "blocked", "left", "forgotten"])
async def test_between_the_ask_and_a_later_wave(wide: Circle, how: str) -> None:
    await wide.anna.says(f"/need {ASK}", chat=wide.group)
    await away(wide, wide.finn, how)
    await wide.stage.later(hours=2)
    assert wide.asked(ASK) == ["ben", "ella", "gita"]


async def test_one_who_deleted_the_account(wide: Circle) -> None:
    wide.ben.person.deactivates()
    await wide.anna.says(f"/need {ASK}", chat=wide.group)
    await wide.ella.taps("Not now")
    assert wide.finn.sees(ASK)
    assert wide.gita.sees(ASK)


async def test_one_who_left_while_nobody_told_the_bot(wide: Circle) -> None:
    await wide.anna.says(f"/need {ASK}", chat=wide.group)
    del wide.group.record.members[wide.finn.id]
    await wide.stage.later(hours=2)
    assert wide.asked(ASK) == ["ben", "ella", "gita"]
    assert "no longer in Harbour Circle" in wide.finn.last


async def test_one_who_is_back_is_asked_again(wide: Circle) -> None:
    await wide.ben.says("/pause")
    await wide.ben.says("/resume")
    await wide.anna.says(f"/need {ASK}", chat=wide.group)
    assert wide.asked(ASK) == ["ben", "ella"]


async def test_one_for_whom_it_is_not_a_fit(circle: Circle) -> None:
    await circle.ben.says("/profile")
    await circle.ben.taps("Not a fit")
    await circle.ben.says("Bakeries: I no longer work for bakeries.")
    await circle.anna.says(f"/need {ASK}", chat=circle.group)
    assert "ben" not in circle.asked(ASK)


async def test_one_who_has_said_nothing_of_themselves(circle: Circle) -> None:
    newcomer = circle.stage.actor("Nia New")
    circle.group.add(newcomer.person)
    await newcomer.taps("Join this circle", chat=circle.group)
    await circle.anna.says(f"/need {ASK}", chat=circle.group)
    assert circle.asked(ASK) == ["ben"]
    assert "of 4 members" in circle.card().text
