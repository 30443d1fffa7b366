"""Thanks are said in the group only when both sides agreed, once, and name nobody else."""

import pytest

from tests.journeys.conftest import Circle

ASK = "an owner-run bakery with 5 staff, receipts in a shoebox, needs a bookkeeper for the books and VAT"


async def both_talked(circle: Circle) -> None:
    await circle.anna.says(f"/need {ASK}", chat=circle.group)
    await circle.ben.taps("I can help")
    await circle.stage.later(days=5)
    await circle.anna.taps("We talked", message=circle.anna.message("Did you talk?"))
    await circle.ben.taps("We talked", message=circle.ben.message("Did you talk?"))


def thanked(circle: Circle) -> list[str]:
    return [text for text in circle.said() if "thank you" in text]


@pytest.mark.parametrize("anna", [True, False])
@pytest.mark.parametrize("ben", [True, False])
async def test_only_if_both_agree(circle: Circle, anna: bool, ben: bool) -> None:
    await both_talked(circle)
    answers = {True: "Yes, say it", False: "Keep it private"}
    await circle.anna.taps(answers[anna], message=circle.anna.message("Shall I thank"))
    assert not thanked(circle)
    await circle.ben.taps(answers[ben], message=circle.ben.message("in the group"))
    assert len(thanked(circle)) == int(anna and ben)
    if anna and ben:
        assert thanked(circle)[0].startswith("💛 Anna Berg and Ben Okoro found each other through this circle")
        assert ASK not in thanked(circle)[0]
        assert "Said in the group" in circle.anna.last


async def test_a_no_is_not_told_to_the_other_side(circle: Circle) -> None:
    await both_talked(circle)
    await circle.ben.taps("Keep it private", message=circle.ben.message("Shall I thank"))
    await circle.anna.taps("Yes, say it", message=circle.anna.message("in the group"))
    assert "I’ll say it as soon as Ben Okoro (@ben_t) agrees" in circle.anna.last


async def test_a_later_yes_is_in_time(circle: Circle) -> None:
    await both_talked(circle)
    await circle.ben.taps("Keep it private")
    await circle.anna.taps("Yes, say it", message=circle.anna.message("in the group"))
    await circle.stage.later(days=3)
    await circle.ben.taps("Yes, say it")
    assert len(thanked(circle)) == 1


async def test_tapped_twice_it_is_said_once(circle: Circle) -> None:
    await both_talked(circle)
    await circle.anna.taps("Yes, say it", message=circle.anna.message("in the group"))
    question = circle.ben.message("in the group")
    data = question.buttons[0][0].data
    await circle.ben.presses(data, question)
    await circle.ben.presses(data, question)
    assert len(thanked(circle)) == 1


async def test_real_work_is_thanked_as_such(circle: Circle) -> None:
    await both_talked(circle)
    await circle.anna.taps("Hired", message=circle.anna.message("Did you talk?"))
    await circle.anna.taps("Yes, say it", message=circle.anna.message("in the group"))
    await circle.ben.taps("Yes, say it", message=circle.ben.message("in the group"))
    assert "became real work: thank you, Anna Berg and Ben Okoro" in circle.said()[-1]


async def test_no_good_outcome_invites_no_thanks(circle: Circle) -> None:
    await circle.anna.says(f"/need {ASK}", chat=circle.group)
    await circle.ben.taps("I can help")
    await circle.stage.later(days=5)
    await circle.ben.taps("Not a fit")
    assert not circle.ben.sees("Shall I thank")


async def test_somebody_not_asked_yet_is_asked_when_the_other_agreed(circle: Circle) -> None:
    await circle.anna.says(f"/need {ASK}", chat=circle.group)
    await circle.ben.taps("I can help")
    await circle.stage.later(days=5)
    await circle.ben.taps("We talked")
    await circle.ben.taps("Yes, say it")
    assert "Ben Okoro (@ben_t) would like to say thanks in the group" in circle.anna.last
    await circle.anna.taps("Yes, say it")
    assert len(thanked(circle)) == 1


async def test_who_changes_their_mind_about_the_outcome_takes_the_thanks_back(circle: Circle) -> None:
    await both_talked(circle)
    await circle.anna.taps("Yes, say it", message=circle.anna.message("in the group"))
    await circle.anna.taps("Not a fit", message=circle.anna.message("Did you talk?"))
    assert circle.anna.sees("it stays between you")
    await circle.ben.taps("Yes, say it", message=circle.ben.message("in the group"))
    assert not thanked(circle)


@pytest.mark.parametrize("agreed", [True, False])
async def test_after_one_was_forgotten_nothing_is_said(circle: Circle, agreed: bool) -> None:
    await both_talked(circle)
    if agreed:
        await circle.anna.taps("Yes, say it", message=circle.anna.message("in the group"))
    question = circle.ben.message("in the group")
    data = question.buttons[0][0].data
    await circle.anna.says("/forget")
    await circle.anna.taps("Delete everything")
    assert question.labels == []
    assert "They have left" in (await circle.ben.presses(data, question) or "")
    assert not thanked(circle)
    assert not circle.ben.sees("Anna")
