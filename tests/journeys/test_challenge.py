"""21 days: whom first, a name a day, what is remembered, the other side's word, the squares, the end."""

import re
from datetime import datetime
from zoneinfo import ZoneInfo

import pytest

from bot.sandbox.api.media import dimensions
from tests.journeys.conftest import Circle
from tests.journeys.stage import Actor
from tests.journeys.test_nudge import named


async def begun(circle: Circle, actor: Actor, first: str = "Ben Okoro") -> None:
    await actor.says("/nudge 9:00")
    await actor.says("/challenge")
    await actor.taps(first)


async def morning(circle: Circle) -> None:
    await circle.stage.until("09:00")


def captions(actor: Actor) -> list[str]:
    """The captions of the pictures that somebody got."""
    return [str(call.params["caption"]) for call in actor.stage.telegram.called("sendPhoto", actor.id)]


async def test_whom_first_with_a_reason_each_and_day_one_at_once(circle: Circle) -> None:
    await circle.anna.says("/challenge")
    assert "Who will you be calling first?" in circle.anna.last
    assert len(re.findall(r"^(?:Ben Okoro|Carla Ruiz|Dev Shah) – \w.+\.$", circle.anna.last, re.MULTILINE)) == 3
    assert len([one for one in circle.anna.buttons() if one.startswith("☎️")]) == 3
    await circle.anna.taps("Dev Shah")
    assert "Day 1 of 21" in circle.anna.last
    assert "Today’s call: Dev Shah" in circle.anna.last
    assert "You chose to call Dev first." in circle.anna.last
    assert "landlords" in circle.anna.last.lower()
    assert circle.anna.buttons() == ["✅ We talked", "Someone else", "Tomorrow", "Skip today"]


async def test_the_next_day_comes_at_their_hour_with_somebody_new(circle: Circle) -> None:
    await begun(circle, circle.anna)
    await morning(circle)
    assert "Day 2 of 21" in circle.anna.last
    assert len(set(named(circle.anna))) == 2


async def test_day_one_is_that_days_nudge(circle: Circle) -> None:
    await circle.anna.says("/nudge 12:00")
    await circle.anna.says("/challenge")
    await circle.anna.taps("Ben Okoro")
    await circle.stage.until("12:30")
    assert named(circle.anna) == ["Ben Okoro"]


async def test_tomorrow_keeps_the_day_and_skip_is_no_failure(circle: Circle) -> None:
    await begun(circle, circle.anna)
    await circle.anna.taps("Tomorrow")
    await morning(circle)
    assert "Day 1 of 21" in circle.anna.last
    assert "Ben Okoro" in circle.anna.last
    assert "You kept Ben for today." in circle.anna.last
    await circle.anna.taps("We talked")
    await morning(circle)
    await circle.anna.taps("Skip today")
    await morning(circle)
    assert "Day 3 of 21" in circle.anna.last
    await circle.anna.taps("We talked")
    await circle.anna.says("/challenge")
    assert "Day 3 of 21: 2 talked, 1 skipped, 18 to come. Calls in a row: 2. Rest days: 1." in plain_of(circle.anna)


def plain_of(actor: Actor) -> str:
    return re.sub(r"<[^>]+>", "", captions(actor)[-1])


async def test_a_line_to_remember_is_asked_and_may_be_left_out(circle: Circle) -> None:
    await begun(circle, circle.anna)
    await circle.anna.taps("We talked")
    assert "One line to remember?" in circle.anna.last
    await circle.anna.says("Likes sailing; ring on Fridays")
    assert "for you alone" in circle.anna.last
    assert not circle.anna.sees("One line to remember?")
    await morning(circle)
    await circle.anna.taps("We talked")
    await circle.anna.taps("No line")
    assert not circle.anna.sees("One line to remember?")
    assert not circle.ben.sees("sailing")
    await circle.anna.says("Likes tea")
    assert "not waiting" in circle.anna.last


async def test_the_other_side_is_asked_the_next_morning_and_told_nothing(circle: Circle) -> None:
    await circle.anna.says("/profile")
    await circle.anna.taps("Perfect collaborator")
    await circle.anna.taps("Integrity")
    await circle.anna.taps("Go on")
    await circle.anna.says("I answer within a day")
    await begun(circle, circle.anna)
    heard = len(circle.ben.heard())
    await circle.anna.taps("We talked")
    await circle.stage.later(hours=6)
    assert len(circle.ben.heard()) == heard
    await morning(circle)
    assert "Did you and Anna Berg (@anna_t) talk?" in circle.ben.last
    assert "Looks for in a collaborator: Integrity" in circle.ben.last
    assert "I answer within a day" in circle.ben.last
    await circle.ben.taps("Not yet")
    assert "that’s fine" in circle.ben.last
    await circle.ben.taps("Change")
    assert "One line to remember?" in circle.ben.last
    await circle.ben.says("/challenge")
    assert "Anna Berg" not in circle.ben.last


async def test_a_call_taken_back_before_the_morning_asks_nobody(circle: Circle) -> None:
    await begun(circle, circle.anna)
    await circle.anna.taps("We talked")
    await circle.anna.taps("Change")
    heard = len(circle.ben.heard())
    await morning(circle)
    assert len(circle.ben.heard()) == heard


async def test_never_this_person(circle: Circle) -> None:
    await begun(circle, circle.anna)
    await circle.anna.taps("Someone else")
    await circle.anna.taps("Not this person, ever")
    assert circle.anna.sees("will not be suggested to each other")
    for _ in range(4):
        await morning(circle)
    assert named(circle.anna).count("Ben Okoro") == 1
    await circle.ben.says("/challenge")
    assert "Anna Berg" not in circle.ben.last
    message = circle.anna.message("will not be suggested")
    await circle.anna.taps("Change", message=message)
    await circle.ben.says("/challenge")
    assert "Anna Berg" in circle.ben.last


async def test_with_nobody_left_an_idea_with_a_first_step(circle: Circle) -> None:
    await begun(circle, circle.anna)
    for _ in range(3):
        await circle.anna.taps("Someone else")
    assert "look outside" in circle.anna.last
    assert "First step:" in circle.anna.last
    assert circle.anna.buttons() == ["✅ Done", "Something else", "Tomorrow", "Skip today"]
    first = circle.anna.last
    await circle.anna.taps("Something else")
    assert circle.anna.last != first
    await circle.anna.taps("Done")
    assert "counts as today’s call" in circle.anna.last
    await circle.anna.says("/challenge")
    assert "Day 1 of 21: 1 talked" in plain_of(circle.anna)


async def test_the_end(circle: Circle) -> None:
    await begun(circle, circle.anna)
    await circle.anna.taps("We talked")
    await circle.anna.says("Likes sailing")
    for day in range(2, 22):
        await morning(circle)
        assert circle.anna.sees(f"Day {day} of 21")
        await circle.anna.taps("We talked", message=circle.anna.message(f"Day {day} of 21"))
    assert "You talked with 3 members" in circle.anna.last
    assert "Ben Okoro – Bookkeeper." in circle.anna.last
    assert "🔖 Likes sailing" in circle.anna.last
    assert "one less-than-perfect customer" in circle.anna.last
    assert "Day 21 of 21: 21 talked, 0 skipped, 0 to come" in plain_of(circle.anna)
    (upload,) = circle.stage.telegram.called("sendPhoto", circle.anna.id)[-1].uploads.values()
    assert dimensions(upload.data) is not None
    await circle.anna.taps("Show it in the group")
    await circle.anna.taps("Show it in the group")
    shared = circle.stage.telegram.called("sendPhoto", circle.group.id)
    assert len(shared) == 1
    assert "Anna" in str(shared[0].params["caption"])
    await circle.anna.says("/challenge")
    assert "Who will you be calling first?" in circle.anna.last


async def test_stopped_it_is_over_and_the_nudge_stays(circle: Circle) -> None:
    await begun(circle, circle.anna)
    await circle.anna.says("/challenge")
    await circle.anna.taps("Stop the challenge")
    assert "is stopped" in circle.anna.last
    await morning(circle)
    assert len(named(circle.anna)) == 2
    assert "of 21" not in circle.anna.last


async def test_what_cannot_be_begun(circle: Circle) -> None:
    await circle.anna.says("/challenge")
    offer = circle.anna.message("Who will you be calling first?")
    await circle.dev.says("/pause")
    assert "can’t be called today" in (await circle.anna.taps("Dev Shah", message=offer) or "")
    await circle.anna.taps("Ben Okoro", message=offer)
    assert "on already" in (await circle.anna.taps("Carla Ruiz", message=offer) or "")
    assert named(circle.anna) == ["Ben Okoro"]


async def test_a_button_of_somebody_else_stops_nothing(circle: Circle) -> None:
    await begun(circle, circle.anna)
    await circle.anna.says("/challenge")
    message = circle.anna.message("Day 1 of 21")
    data = circle.anna.chat[-1].buttons[0][0].data
    assert await circle.ben.presses(data, circle.ben.chat[-1]) == "That button is not for you."
    assert message


async def test_a_holiday_is_survived(circle: Circle) -> None:
    await begun(circle, circle.anna)
    await circle.anna.taps("We talked")
    await circle.anna.taps("No line")
    await circle.anna.says("/pause 5")
    for _ in range(5):
        await morning(circle)
    await circle.stage.later(hours=1)
    assert "Your holiday is over" in circle.anna.last
    await morning(circle)
    assert circle.anna.sees("Day 2 of 21")
    await circle.anna.taps("We talked")
    await circle.anna.says("/challenge")
    assert "2 talked, 0 skipped, 19 to come. Calls in a row: 2." in plain_of(circle.anna)


async def test_weekdays_off(circle: Circle) -> None:
    await circle.anna.says("/nudge 9:00")
    await circle.anna.taps("✓ Sat")
    assert await circle.anna.taps("✓ Sun") == "Saved."
    await circle.anna.says("/challenge")
    await circle.anna.taps("Ben Okoro")
    for _ in range(7):
        await morning(circle)
    calls = circle.stage.telegram.called("sendMessage", circle.anna.id)
    days = [call.at.strftime("%a") for call in calls if "Today’s call" in str(call.params["text"])]
    assert days[:6] == ["Tue", "Wed", "Thu", "Fri", "Mon", "Tue"]


async def test_one_weekday_stays(circle: Circle) -> None:
    await circle.anna.says("/nudge 9:00")
    for day in ("Mon", "Tue", "Wed", "Thu", "Fri", "Sat"):
        await circle.anna.taps(f"✓ {day}")
    assert "One day has to stay" in (await circle.anna.taps("✓ Sun") or "")


@pytest.mark.parametrize("zone", ["Honolulu", "Apia"])
async def test_moving_house_in_the_middle(circle: Circle, zone: str) -> None:
    await begun(circle, circle.anna)
    await morning(circle)
    await circle.anna.says("/profile")
    await circle.anna.taps("Time zone")
    await circle.anna.says(zone)
    for _ in range(6):
        await circle.stage.later(hours=12)
    calls = circle.stage.telegram.called("sendMessage", circle.anna.id)
    sent = [call for call in calls if "Today’s call" in str(call.params["text"])]
    days = [re.search(r"Day (\d+) of 21", str(call.params["text"])) for call in sent]
    numbers = [int(one[1]) for one in days if one]
    assert numbers == list(range(1, len(numbers) + 1))
    assert len(numbers) >= 3
    home = ZoneInfo("Pacific/Honolulu" if zone == "Honolulu" else "Pacific/Apia")
    dates = [sent[0].at.date(), sent[1].at.date(), *(call.at.astimezone(home).date() for call in sent[2:])]
    assert len(set(dates)) == len(dates)
    assert all(8 <= call.at.astimezone(home).hour < 21 for call in sent[2:])


@pytest.mark.parametrize(("zone", "day"), [("Berlin", "2026-03-27"), ("Berlin", "2026-10-23"), ("Apia", "2026-05-01")])
async def test_hour_changes_and_the_date_line(circle: Circle, zone: str, day: str) -> None:
    place = {"Berlin": "Europe/Berlin", "Apia": "Pacific/Apia"}[zone]
    wanted = datetime.fromisoformat(f"{day}T12:00").replace(tzinfo=ZoneInfo(place))
    await circle.stage.later(seconds=(wanted - circle.stage.clock.now()).total_seconds())
    await circle.anna.says("/profile")
    await circle.anna.taps("Time zone")
    await circle.anna.says(zone)
    await begun(circle, circle.anna)
    for number in range(2, 6):
        await circle.stage.until("08:59", place)
        assert not circle.anna.sees(f"Day {number} of 21")
        await circle.stage.later(minutes=1)
        assert circle.anna.sees(f"Day {number} of 21")


async def test_two_days_down_use_up_nothing(circle: Circle) -> None:
    await begun(circle, circle.anna)
    await circle.anna.taps("We talked")
    await circle.anna.taps("No line")
    await circle.stage.restart(days=2)
    assert circle.anna.sees("Day 2 of 21")
    assert len(named(circle.anna)) == 2
    await morning(circle)
    assert circle.anna.sees("Day 3 of 21")


async def test_a_host_starts_one_for_the_whole_circle(circle: Circle) -> None:
    await circle.anna.says("/circle", chat=circle.group)
    await circle.anna.taps("Settings", chat=circle.group)
    await circle.anna.taps("A challenge for all")
    assert "Which day shall it start?" in circle.anna.last
    await circle.anna.taps("Wed 4 Mar")
    assert "It starts on Wed 4 Mar" in circle.card().text
    assert "Who is in first?" in circle.card().text
    await circle.ben.taps("I’m in", chat=circle.group)
    assert "Your first name comes on Wed 4 Mar at 09:00" in circle.ben.last
    await circle.carla.taps("I’m in", chat=circle.group)
    assert "2 of us are in." in circle.card().text
    assert "Ben" not in circle.card().text
    await circle.ben.says("/challenge")
    await circle.ben.taps("Stop the challenge")
    assert "1 of us is in." in circle.card().text
    await morning(circle)
    assert "Day 1 of 21" in circle.carla.last


async def test_only_hosts_start_one_for_all(circle: Circle) -> None:
    await circle.anna.says("/circle", chat=circle.group)
    await circle.anna.taps("Settings", chat=circle.group)
    settings = circle.anna.chat[-1]
    data = next(button.data for row in settings.buttons for button in row if "challenge" in button.text)
    assert "admins" in (await circle.ben.presses(data, circle.ben.chat[-1]) or "")
