"""Nobody new is left: the member's own prospects, then whoever was longest ago, then something to do outside."""

from tests.journeys.conftest import Circle
from tests.journeys.stage import Actor
from tests.journeys.test_nudge import named

RUTH = "Ruth Miller – runs the bakers’ guild"


async def mornings(circle: Circle, days: int) -> None:
    for _ in range(days):
        await circle.stage.until("09:00")


async def after_everybody(circle: Circle, actor: Actor, *prospects: str) -> None:
    """All three others have been named, and talked with; then it is the next morning."""
    for words in prospects:
        await actor.says(f"/prospects {words}")
    await actor.says("/nudge 9:00")
    for _ in range(3):
        await circle.stage.until("09:00")
        await actor.taps("We talked")
        await actor.taps("No line")
    assert len(set(named(actor))) == 3
    await circle.stage.until("09:00")


async def test_the_next_is_a_prospect_with_ways_to_meet_them(circle: Circle) -> None:
    await after_everybody(circle, circle.anna, RUTH)
    assert "Today’s call, outside the circle: Ruth Miller" in circle.anna.last
    assert "You noted Ruth Miller: “runs the bakers’ guild”" in circle.anna.last
    assert circle.anna.last.count("•") == 3
    assert "Couples who want a relaxed country wedding" in circle.anna.last
    assert "Ways to meet" in circle.anna.last
    assert "First step" in circle.anna.last
    assert circle.anna.buttons() == ["✅ We talked", "Someone else", "Tomorrow", "Skip today", "📇 Prospect"]
    assert not any("Ruth" in text for actor in (circle.ben, circle.carla, circle.dev) for text in actor.heard())
    assert "Ruth" not in circle.told_group()


async def test_a_prospect_who_was_called_is_called_no_more_and_can_be_taken_back(circle: Circle) -> None:
    await after_everybody(circle, circle.anna, RUTH)
    await circle.anna.taps("We talked")
    assert "You talked with Ruth Miller" in circle.anna.last
    assert "One line to remember?" in circle.anna.last
    await circle.anna.says("Met her at the fair")
    await circle.anna.taps("Prospect")
    assert circle.anna.last.endswith("Called")
    await circle.anna.taps("Change")
    await circle.anna.says("/prospects")
    assert "☎️ Ruth Miller" in circle.anna.last
    await circle.anna.taps("We talked", message=circle.anna.message("call, outside the circle"))
    await mornings(circle, 1)
    assert len(named(circle.anna)) == 4
    assert "with" in circle.anna.last
    assert "it was longest ago" in circle.anna.last


async def test_a_prospect_can_be_kept_for_tomorrow(circle: Circle) -> None:
    await after_everybody(circle, circle.anna, "Tom Lee", RUTH)
    assert "outside the circle: Tom Lee" in circle.anna.last
    await circle.anna.taps("Tomorrow")
    assert circle.anna.last == "Tomorrow, then: Tom Lee."
    await mornings(circle, 1)
    assert "outside the circle: Tom Lee" in circle.anna.last
    await mornings(circle, 1)
    assert "outside the circle: Ruth Miller" in circle.anna.last


async def test_one_nobody_wants_to_call_rests_for_a_fortnight(circle: Circle) -> None:
    await after_everybody(circle, circle.anna, RUTH)
    await circle.anna.taps("Skip today")
    for _ in range(13):
        await mornings(circle, 1)
        assert "outside the circle" not in circle.anna.last
    await mornings(circle, 1)
    assert "outside the circle: Ruth Miller" in circle.anna.last


async def test_someone_else_goes_down_every_step(circle: Circle) -> None:
    await circle.anna.says(f"/prospects {RUTH}")
    await circle.anna.says("/nudge 9:00")
    await mornings(circle, 1)
    for _ in range(3):
        await circle.anna.taps("Someone else")
    assert len(set(named(circle.anna))) == 3
    assert "outside the circle: Ruth Miller" in circle.anna.last
    await circle.anna.taps("Someone else")
    assert "look outside" in circle.anna.last
    assert "First step" in circle.anna.last
    await circle.anna.taps("Something else")
    await circle.anna.taps("Done")
    assert "counts as today’s call" in circle.anna.last


async def test_somebody_new_goes_before_a_prospect(circle: Circle) -> None:
    await after_everybody(circle, circle.anna, RUTH)
    await circle.anna.taps("Skip today")
    await circle.anna.says("/prospects Tom Lee")
    newcomer = circle.stage.actor("Eve Stone")
    circle.group.add(newcomer.person)
    await circle.stage.settle()
    await newcomer.taps("Join this circle", chat=circle.group)
    await newcomer.says("Florist")
    await mornings(circle, 1)
    assert named(circle.anna)[-1] == "Eve Stone"
    await mornings(circle, 1)
    assert "outside the circle: Tom Lee" in circle.anna.last


async def test_a_prospect_deleted_in_the_meantime(circle: Circle) -> None:
    await after_everybody(circle, circle.anna, RUTH)
    message = circle.anna.message("call, outside the circle")
    await circle.anna.taps("Prospect")
    await circle.anna.taps("Delete")
    assert "not on your list" in (await circle.anna.taps("We talked", message=message) or "")
    await mornings(circle, 1)
    assert "it was longest ago" in circle.anna.last


async def test_in_a_challenge_a_prospect_is_a_day_like_any_other(circle: Circle) -> None:
    await circle.anna.says(f"/prospects {RUTH}")
    await circle.anna.says("/nudge 9:00")
    await circle.anna.says("/challenge")
    await circle.anna.taps("Ben Okoro")
    await mornings(circle, 3)
    assert "Day 4 of 21" in circle.anna.last
    assert "outside the circle: Ruth Miller" in circle.anna.last
    await circle.anna.taps("We talked")
    await circle.anna.says("/challenge")
    assert circle.anna.sees("Day 4 of 21")
    pictures = circle.stage.telegram.called("sendPhoto", circle.anna.id)
    assert "1 talked" in str(pictures[-1].params["caption"])
