"""The perfect collaborator: qualities by tap, own words, what one brings; never in the first setup."""

from tests.journeys.conftest import Circle


async def test_qualities_by_tap_and_own_words(circle: Circle) -> None:
    ben = circle.ben
    await ben.says("/profile")
    await ben.taps("Perfect collaborator")
    assert "What do you look for in a collaborator?" in ben.last
    for label in ("Integrity", "Focus", "Honesty"):
        await ben.taps(label)
    await ben.taps("✓ Focus")
    assert "So far: Integrity, Honesty" in ben.last
    await ben.says("Answers the telephone")
    assert "And what do you bring" in ben.last
    await ben.says("Twenty years of bakeries, and honest figures")
    assert "Looks for in a collaborator: Integrity, Honesty, Answers the telephone" in ben.last
    assert "Brings as a collaborator: Twenty years of bakeries" in ben.last


async def test_others_read_it_before_they_call(circle: Circle) -> None:
    await circle.ben.says("/profile")
    await circle.ben.taps("Perfect collaborator")
    await circle.ben.taps("Go on")
    await circle.ben.says("You can trust my figures")
    await circle.anna.says("/who Ben")
    assert "Brings as a collaborator: You can trust my figures" in circle.anna.last
    await circle.anna.says("/challenge")
    await circle.anna.taps("Perfect collaborator")
    await circle.anna.taps("Integrity")
    await circle.anna.taps("Go on")
    await circle.anna.taps("Skip")
    await circle.anna.says("/challenge")
    await circle.anna.taps("Ben Okoro")
    assert "Brings as a collaborator: You can trust my figures" in circle.anna.last


async def test_it_can_be_left_out_kept_and_taken_back(circle: Circle) -> None:
    ben = circle.ben
    await ben.says("/profile")
    await ben.taps("Perfect collaborator")
    await ben.says("…")
    assert "few words" in ben.last
    await ben.says("word " * 200)
    assert "fewer words" in ben.last
    await ben.taps("Go on")
    await ben.taps("Skip")
    assert "Brings" not in ben.last
    await ben.taps("Perfect collaborator")
    await ben.taps("Integrity")
    await ben.taps("Go on")
    await ben.says("Patience")
    await ben.taps("Perfect collaborator")
    await ben.taps("Go on")
    await ben.taps("Keep it")
    assert "Patience" in ben.last
    await ben.taps("Perfect collaborator")
    await ben.taps("Go on")
    await ben.taps("Remove it")
    assert "Patience" not in ben.last
    assert "Looks for" not in ben.last
