"""/overlap NAME: where two members overlap and differ, in the words of both."""

from typing import Any

import pytest

from tests.journeys.conftest import PROFILES, Circle, tell_profile
from tests.journeys.test_forget import cells

BEN, CARLA = (
    "Owner-run bakeries, cafés and restaurants with 3 to 15 staff",
    "Freelance designers, writers and developers",
)


def quotes(text: str) -> list[str]:
    return [part.split("”")[0] for part in text.split("“")[1:]]


def statement(name: str) -> str:
    return "\n".join(PROFILES[name])


async def test_two_of_one_trade_see_by_which_words_they_differ(circle: Circle) -> None:
    await circle.ben.says("/overlap Carla")
    shown = circle.ben.last
    assert shown.startswith("↔️ You and Carla Ruiz")
    assert "• “Bookkeeper.” – Carla: “Bookkeeper and tax adviser for freelancers.”" in shown
    assert "The same trade. What tells you apart" in shown
    mine, theirs = (line.partition("words: ")[2] for line in shown.split("\n") if "words: " in line)
    assert "bakeries" in mine
    assert "developers" in theirs
    assert f"Send me: “{BEN}" in shown
    assert f"I will send you: “{CARLA}" in shown


async def test_both_see_the_same_from_their_side(circle: Circle) -> None:
    await circle.ben.says("/overlap Carla")
    await circle.carla.says("/overlap ben")
    assert sorted(quotes(circle.ben.last)) == sorted(quotes(circle.carla.last))
    assert f"Send me: “{CARLA}" in circle.carla.last
    assert f"I will send you: “{BEN}" in circle.carla.last


async def test_every_quote_stands_in_one_of_the_statements(circle: Circle) -> None:
    for other in ("Anna", "Carla", "Dev"):
        await circle.ben.says(f"/overlap {other}")
        said = statement("Ben Okoro") + "\n" + statement(next(name for name in PROFILES if name.startswith(other)))
        assert quotes(circle.ben.last)
        assert all(quote.rstrip("…") in said for quote in quotes(circle.ben.last))


async def test_little_is_called_little(circle: Circle) -> None:
    await circle.anna.says("/overlap Dev")
    assert "Little: in your words I find neither clients nor services that overlap." in circle.anna.last
    assert "Where you differ" in circle.anna.last
    assert "same trade" not in circle.anna.last
    assert "🎯" not in circle.anna.last


async def test_what_one_refuses_and_the_other_wants(circle: Circle) -> None:
    await circle.ben.says("/profile")
    await circle.ben.taps("Not a fit")
    await circle.ben.says("Freelancers and limited companies.")
    await circle.carla.says("/overlap Ben")
    assert "Ben would rather send on: “Freelancers and limited companies.”" in circle.carla.last
    await circle.ben.says("/overlap Carla")
    assert "not a fit for you: “Freelancers and limited companies.”" in circle.ben.last


async def test_those_who_say_the_same(wide: Circle) -> None:
    await wide.ben.says("/overlap Ella")
    assert "You both do\n• “Bookkeeper for bakeries.” – Ella: “Bookkeeper for bakeries.”" in wide.ben.last
    assert "no word of either statement" in wide.ben.last
    assert "An ask for either’s perfect client would reach you both." in wide.ben.last
    assert "Your words name nothing that one of you could send the other." in wide.ben.last


async def test_without_a_name_everybody_to_choose_from(circle: Circle) -> None:
    await circle.ben.says("/overlap")
    assert circle.ben.buttons() == ["Anna Berg", "Carla Ruiz", "Dev Shah"]
    await circle.ben.taps("Carla Ruiz")
    assert circle.ben.last.startswith("↔️ You and Carla Ruiz")


async def test_a_name_that_nobody_has_and_my_own(circle: Circle) -> None:
    await circle.ben.says("/overlap Zebedee")
    assert "I know nobody called “Zebedee”" in circle.ben.last
    await circle.ben.says("/overlap Ben")
    assert "With yourself you overlap completely" in circle.ben.last


async def test_somebody_who_has_said_nothing(circle: Circle) -> None:
    eve = circle.stage.actor("Eve Stone")
    circle.group.add(eve.person)
    await circle.stage.settle()
    await eve.taps("Join this circle", chat=circle.group)
    await tell_profile(eve, ())
    await circle.ben.says("/overlap Eve")
    assert circle.ben.last.startswith("↔️ Eve has not said yet")
    await eve.says("/overlap Ben")
    assert eve.last.startswith("↔️ I know too little of you")


async def test_only_within_a_shared_circle(circle: Circle) -> None:
    await circle.ben.says("/overlap")
    circle.group.leave(circle.carla.person)
    await circle.stage.settle()
    assert "none of your circles" in (await circle.ben.taps("Carla Ruiz") or "")
    await circle.ben.says("/overlap Carla")
    assert "I know nobody called" in circle.ben.last
    eve = circle.stage.actor("Eve Stone")
    await eve.says("/start")
    await eve.says("/overlap")
    assert "Nobody else has joined" in eve.last


async def test_nobody_is_told_that_they_were_looked_at(circle: Circle) -> None:
    heard = len(circle.carla.heard())
    await circle.ben.says("/overlap Carla")
    assert len(circle.carla.heard()) == heard
    assert "Carla" not in circle.told_group()
    held = [where for where, value in cells(circle) if where.startswith("outbox") and "designers" in value]
    assert held == [], "what was told is not kept"


async def test_contact_details_in_a_statement_are_masked(circle: Circle) -> None:
    await circle.carla.says("/profile")
    await circle.carla.taps("What I do")
    await circle.carla.says("Bookkeeper for freelancers, ring me on +49 171 2345678")
    await circle.ben.says("/overlap Carla")
    assert circle.ben.last.startswith("↔️ You and Carla Ruiz")
    assert "2345678" not in circle.ben.last


@pytest.mark.parametrize(("rivals", "reminded"), [("Carla Ruiz", True), ("Acme Books", False)])
async def test_the_third_question_of_reflection_comes_back_here(circle: Circle, rivals: str, reminded: Any) -> None:
    note = "They only do paper, I do ovens"
    await circle.dev.says("/reflect")
    await circle.dev.says(rivals)
    await circle.dev.taps("Skip")
    await circle.dev.says(note)
    await circle.dev.says("/overlap Carla")
    assert (f"For you alone, from /reflect: {note}" in circle.dev.last) is reminded
    await circle.carla.says("/overlap Dev")
    assert not circle.carla.sees("ovens")
