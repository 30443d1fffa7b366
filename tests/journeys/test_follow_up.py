"""Some days later each side is asked, separately, how it went."""

import pytest

from tests.journeys.conftest import Circle

ASK = "an owner-run bakery with 5 staff, receipts in a shoebox, needs a bookkeeper for the books and VAT"


async def introduced(circle: Circle) -> None:
    await circle.anna.says(f"/need {ASK}", chat=circle.group)
    await circle.ben.taps("I can help")


async def followed_up(circle: Circle) -> None:
    await introduced(circle)
    await circle.stage.later(days=5)


async def test_each_side_is_asked_after_the_time_of_the_circle(circle: Circle) -> None:
    await introduced(circle)
    await circle.stage.later(days=4, hours=23, minutes=59)
    assert not circle.anna.sees("Did you talk?")
    await circle.stage.later(minutes=1)
    for actor, partner in ((circle.anna, "Ben Okoro (@ben_t)"), (circle.ben, "Anna Berg (@anna_t)")):
        assert f"You were introduced to {partner} over “{ASK}”. Did you talk?" in actor.last
        assert actor.buttons() == ["We talked", "🎉 Hired", "Not a fit", "Not yet"]


async def test_a_host_chooses_another_time(circle: Circle) -> None:
    await circle.anna.says("/circle", chat=circle.group)
    await circle.anna.taps("Settings", chat=circle.group)
    await circle.anna.taps("10 days", message=circle.anna.message("⚙️"))
    await introduced(circle)
    await circle.stage.later(days=9, hours=23)
    assert not circle.ben.sees("Did you talk?")
    await circle.stage.later(hours=2)
    assert circle.ben.sees("Did you talk?")


async def test_nobody_is_asked_at_night(circle: Circle) -> None:
    await circle.stage.until("22:30")
    await introduced(circle)
    await circle.stage.later(days=5)
    assert not circle.ben.sees("Did you talk?")
    await circle.stage.until("08:00")
    assert circle.ben.sees("Did you talk?")


@pytest.mark.parametrize(
    ("button", "said"),
    [
        ("We talked", "Lovely – noted"),
        ("Hired", "Wonderful – noted"),
        ("Not a fit", "Thank you for telling me"),
        ("Not yet", "I’ll ask once more in a few days"),
    ],
)
async def test_every_answer_is_one_tap_and_can_be_changed(circle: Circle, button: str, said: str) -> None:
    await followed_up(circle)
    question = circle.ben.message("Did you talk?")
    assert await circle.ben.taps(button, message=question) == "Saved."
    assert said in question.text
    assert [label for label in question.labels if label.startswith("✓")] == [
        f"✓ {label}" for label in ("We talked", "🎉 Hired", "Not a fit", "Not yet") if button in label
    ]
    await circle.ben.taps("Not a fit", message=question)
    assert "✓ Not a fit" in question.labels


async def test_the_other_side_is_not_told(circle: Circle) -> None:
    await followed_up(circle)
    heard = circle.anna.heard()
    await circle.ben.taps("Not a fit")
    assert circle.anna.heard() == heard
    assert "Not a fit" not in "".join(circle.said())


async def test_not_yet_is_asked_once_more_and_then_no_more(circle: Circle) -> None:
    await followed_up(circle)
    await circle.anna.taps("We talked")
    await circle.ben.taps("Not yet")
    asked = sum("Did you talk?" in text for text in circle.anna.heard())
    await circle.stage.later(days=5)
    assert sum("Did you talk?" in text for text in circle.ben.heard()) == 2
    assert sum("Did you talk?" in text for text in circle.anna.heard()) == asked, "who has answered is left alone"
    await circle.ben.taps("Not yet")
    assert "I won’t ask again" in circle.ben.message("Did you talk?").text
    await circle.stage.later(days=30)
    assert sum("Did you talk?" in text for text in circle.ben.heard()) == 2


async def test_contradicting_answers_start_a_gentle_repair_once(circle: Circle) -> None:
    await followed_up(circle)
    await circle.anna.taps("Hired", message=circle.anna.message("Did you talk?"))
    assert not circle.anna.sees("see it differently")
    await circle.ben.taps("Not yet", message=circle.ben.message("Did you talk?"))
    for actor in (circle.anna, circle.ben):
        assert actor.sees("see it differently")
        assert not actor.sees("Anna says")
    await circle.ben.taps("Show the introduction")
    assert "You are introduced to Anna Berg" in circle.ben.last
    await circle.ben.taps("Not yet", message=circle.ben.message("Did you talk?"))
    assert sum("see it differently" in text for text in circle.ben.heard()) == 1


async def test_a_guest_who_never_came_is_not_asked_but_the_other_side_is(circle: Circle) -> None:
    eve = circle.stage.actor("Eve Stone")
    circle.group.add(eve.person)
    await eve.says(f"/need {ASK}", chat=circle.group)
    await circle.ben.taps("I can help")
    await circle.stage.later(days=5)
    assert "You were introduced to Eve Stone" in circle.ben.last
    assert eve.heard() == []


async def test_a_guest_who_pressed_start_is_asked_like_everybody(circle: Circle) -> None:
    eve = circle.stage.actor("Eve Stone")
    circle.group.add(eve.person)
    await eve.says(f"/need {ASK}", chat=circle.group)
    await circle.ben.taps("I can help")
    await eve.taps("Meet them", chat=circle.group)
    await circle.stage.later(days=5)
    assert "You were introduced to Ben Okoro" in eve.last
    assert await eve.taps("We talked") == "Saved."


async def test_the_question_of_somebody_else_cannot_be_answered(circle: Circle) -> None:
    await followed_up(circle)
    question = circle.ben.message("Did you talk?")
    data = question.buttons[0][0].data
    assert await circle.carla.presses(data, circle.carla.chat[-1]) == "That button is not for you."
    assert not [label for label in question.labels if label.startswith("✓")]


async def test_the_bot_may_have_been_away_when_it_was_due(circle: Circle) -> None:
    await introduced(circle)
    await circle.stage.restart(days=6)
    assert sum("Did you talk?" in text for text in circle.ben.heard()) == 1
