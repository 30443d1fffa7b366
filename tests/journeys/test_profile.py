"""The profile: questions one at a time, each answer kept at once, left out, changed or taken back with one tap."""

import pytest

from tests.journeys.conftest import Circle
from tests.journeys.stage import Actor

QUESTIONS = (
    ("What I do", "I bind books.", "I bind books."),
    ("Perfect client", "Archives with torn parish registers.", "Archives with torn parish registers."),
    ("Listen for", "the spine is gone\nit was my grandfather’s", "“the spine is gone” · “it was my grandfather’s”"),
    ("Not a fit", "Photo albums.", "Photo albums."),
    ("Where I work", "Bristol and Bath", "Bristol and Bath"),
    ("Languages", "English, german", "English, German"),
    ("Time zone", "Bristol", "Europe/London"),
    ("Nudge", "7:30", "07:30"),
)


async def newcomer(circle: Circle) -> Actor:
    eve = circle.stage.actor("Eve Stone")
    circle.group.add(eve.person)
    await eve.taps("Join this circle", chat=circle.group)
    return eve


async def test_all_questions_come_one_at_a_time_and_are_kept(circle: Circle) -> None:
    eve = await newcomer(circle)
    for number, (_, answer, _shown) in enumerate(QUESTIONS, 1):
        assert f"{number}/8" in eve.last
        assert "Skip" in eve.buttons()
        await eve.says(answer)
    assert eve.sees("That’s all – you are in.")
    for label, _, shown in QUESTIONS:
        assert f"{label}: {shown}" in eve.last


async def test_the_perfect_client_is_played_back(circle: Circle) -> None:
    eve = await newcomer(circle)
    await eve.taps("Skip")
    await eve.says("Archives with torn parish registers.")
    assert eve.sees("Understood: I’ll bring you asks from – Archives with torn parish registers.")


async def test_a_vague_perfect_client_gets_one_sharpening_question(circle: Circle) -> None:
    eve = await newcomer(circle)
    await eve.taps("Skip")
    await eve.says("Anyone who needs help")
    assert "almost anybody" in eve.last
    await eve.says("Everybody")
    assert "3/8" in eve.last, "it asks once, not again and again"
    await eve.says("/profile")
    assert "Perfect client: Everybody" in eve.last


async def test_a_vague_perfect_client_may_be_kept_with_one_tap(circle: Circle) -> None:
    eve = await newcomer(circle)
    await eve.taps("Skip")
    await eve.says("Anyone who needs help")
    await eve.taps("Keep it")
    assert "3/8" in eve.last


async def test_a_sharper_answer_takes_its_place(circle: Circle) -> None:
    eve = await newcomer(circle)
    await eve.taps("Skip")
    await eve.says("Anyone who needs help")
    await eve.says("Archives with torn parish registers.")
    assert eve.sees("Understood: I’ll bring you asks from – Archives")
    assert "3/8" in eve.last


async def test_whoever_skips_everything_hears_what_is_missing(circle: Circle) -> None:
    eve = await newcomer(circle)
    while "Skip" in eve.buttons():
        await eve.taps("Skip")
    assert eve.sees("One line on your perfect client is enough")
    await eve.taps("Continue")
    assert "What do you do?" in eve.last


async def test_the_questions_go_on_after_a_restart(circle: Circle) -> None:
    eve = await newcomer(circle)
    await eve.says("I bind books.")
    await circle.stage.restart(hours=1)
    await eve.says("Archives with torn parish registers.")
    assert "3/8" in eve.last


async def test_the_questions_go_on_after_other_commands(circle: Circle) -> None:
    eve = await newcomer(circle)
    await eve.says("/help")
    await eve.says("/profile")
    await eve.says("/who")
    await eve.says("/privacy")
    await eve.says("I bind books.")
    assert "2/8" in eve.last
    await eve.says("/profile")
    assert "What I do: I bind books." in eve.last


async def test_cancel_keeps_what_was_said_and_start_goes_on(circle: Circle) -> None:
    eve = await newcomer(circle)
    await eve.says("I bind books.")
    await eve.says("/cancel")
    assert "What you said is kept" in eve.last
    await eve.says("Archives with torn parish registers.")
    assert "not waiting" in eve.last
    await eve.says("/start")
    await eve.taps("Continue")
    assert "2/8" in eve.last
    await eve.says("/cancel")
    await eve.says("/cancel")
    assert "nothing to cancel" in eve.last


async def test_going_on_leaves_out_what_is_answered(circle: Circle) -> None:
    await circle.ben.says("/start")
    await circle.ben.taps("Continue")
    assert "4/8" in circle.ben.last
    await circle.ben.says("Large firms.")
    assert "5/8" in circle.ben.last


@pytest.mark.parametrize(("label", "answer", "shown"), QUESTIONS)
async def test_every_answer_can_be_given_changed_kept_and_taken_back(
    circle: Circle, label: str, answer: str, shown: str
) -> None:
    ben = circle.ben
    await ben.says("/profile")
    await ben.taps(label)
    await ben.says(answer)
    assert f"{label}: {shown}" in ben.last
    await ben.taps(label)
    assert "So far:" in ben.last
    await ben.taps("Keep it")
    assert f"{label}: {shown}" in ben.last
    await ben.taps(label)
    await ben.taps("Remove it")
    assert f"{label}: –" in ben.last


@pytest.mark.parametrize("label", [label for label, *_ in QUESTIONS])
async def test_an_answer_that_is_none_changes_nothing(circle: Circle, label: str) -> None:
    ben = circle.ben
    await ben.says("/profile")
    before = ben.last
    await ben.taps(label)
    await ben.says("word " * 200)
    assert "fewer words" in ben.last
    await ben.sends("sticker")
    assert "only read words" in ben.last
    await ben.says("…!?")
    assert "few words" in ben.last
    await ben.says("/cancel")
    await ben.says("/profile")
    assert ben.last == before


async def test_one_tap_answers(circle: Circle) -> None:
    eve = await newcomer(circle)
    for _ in range(4):
        await eve.taps("Skip")
    assert eve.buttons() == ["Anywhere", "Skip"]
    await eve.taps("Anywhere")
    await eve.taps("English")
    await eve.taps("UTC")
    await eve.taps("9:00")
    for line in ("Where I work: Anywhere", "Languages: English", "Time zone: UTC", "Nudge: 09:00"):
        assert line in eve.last


async def test_the_place_suggests_the_zone(circle: Circle) -> None:
    eve = await newcomer(circle)
    for _ in range(4):
        await eve.taps("Skip")
    await eve.says("Kathmandu")
    await eve.taps("Skip")
    assert eve.buttons()[0].startswith("Asia/Kathmandu")
    await eve.taps("Asia/Kathmandu")
    await eve.taps("No nudge")
    assert "Time zone: Asia/Kathmandu" in eve.last
    assert "Nudge: –" in eve.last


@pytest.mark.parametrize(
    ("words", "zone"),
    [
        ("Bristol", "Europe/London"),
        ("near Köln", "Europe/Berlin"),
        ("America/New_York", "America/New_York"),
        ("+2", "UTC+02:00"),
        ("UTC-5:30", "UTC-05:30"),
        ("Nowhereville Xyzzy", None),
        ("+19", None),
    ],
)
async def test_a_time_zone_by_place_name_or_offset(circle: Circle, words: str, zone: str | None) -> None:
    await circle.ben.says("/profile")
    await circle.ben.taps("Time zone")
    await circle.ben.says(words)
    if zone is None:
        assert "I don’t know that place" in circle.ben.last
    else:
        assert f"Time zone: {zone}" in circle.ben.last


@pytest.mark.parametrize(
    ("words", "hour"),
    [("9", "09:00"), ("7:15 pm", "19:15"), ("9h30", "09:30"), ("17.30", "17:30"), ("25:00", None), ("soon", None)],
)
async def test_an_hour_in_many_forms(circle: Circle, words: str, hour: str | None) -> None:
    await circle.ben.says("/profile")
    await circle.ben.taps("Nudge")
    await circle.ben.says(words)
    if hour is None:
        assert "I can’t read an hour" in circle.ben.last
    else:
        assert f"Nudge: {hour}" in circle.ben.last


async def test_a_button_of_a_question_that_is_behind_us_says_so(circle: Circle) -> None:
    eve = await newcomer(circle)
    first = eve.message("1/8")
    await eve.says("I bind books.")
    assert "behind us" in (await eve.taps("Skip", message=first) or "")
    assert "2/8" in eve.last
