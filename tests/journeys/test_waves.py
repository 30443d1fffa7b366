"""Offers go out in waves: two at first, the next when all have answered or their time is up."""

from tests.journeys.conftest import Circle

ASK = "a bookkeeper for a 5-person bakery"


async def test_the_next_wave_goes_out_when_the_time_is_up(wide: Circle) -> None:
    await wide.anna.says(f"/need {ASK}", chat=wide.group)
    assert wide.asked(ASK) == ["ben", "ella"]
    await wide.stage.later(minutes=119)
    assert wide.asked(ASK) == ["ben", "ella"]
    await wide.stage.later(minutes=1)
    assert wide.asked(ASK) == ["ben", "ella", "finn", "gita"]


async def test_the_next_wave_goes_out_at_once_when_all_have_answered(wide: Circle) -> None:
    await wide.anna.says(f"/need {ASK}", chat=wide.group)
    await wide.ben.taps("Not my client")
    assert wide.asked(ASK) == ["ben", "ella"]
    await wide.ella.taps("Not now")
    assert wide.asked(ASK) == ["ben", "ella", "finn", "gita"]


async def test_after_the_last_wave_the_circle_is_asked_and_the_author_told(wide: Circle) -> None:
    await wide.anna.says(f"/need {ASK}", chat=wide.group)
    await wide.stage.later(hours=2)
    assert not wide.anna.sees("Nobody has said yes yet")
    await wide.stage.later(hours=2)
    assert "Nobody yet – asked 4 of 5 members. Who knows someone?" in wide.card().text
    assert f"Nobody has said yes yet to “{ASK}”" in wide.anna.last


async def test_nobody_is_asked_twice(wide: Circle) -> None:
    await wide.anna.says(f"/need {ASK}", chat=wide.group)
    for _ in range(20):
        await wide.stage.later(hours=3)
    assert wide.asked(ASK) == ["ben", "ella", "finn", "gita"]


async def test_among_equals_the_turn_moves_on(wide: Circle) -> None:
    await wide.anna.says(f"/need {ASK}", chat=wide.group)
    await wide.anna.taps("Close", chat=wide.group)
    await wide.anna.says("/need a bookkeeper for a bakery of 8 people", chat=wide.group)
    assert len(wide.asked("a bakery of 8 people")) == 2
    assert "ben" not in wide.asked("a bakery of 8 people")  # who was the first last time


async def test_one_who_blocks_the_bot_makes_room_at_once(wide: Circle) -> None:
    await wide.anna.says(f"/need {ASK}", chat=wide.group)
    await wide.ben.taps("Not now")
    wide.ella.person.blocks()
    await wide.stage.settle()
    assert wide.asked(ASK) == ["ben", "ella", "finn", "gita"]


async def test_one_who_leaves_makes_room_at_once(wide: Circle) -> None:
    await wide.anna.says(f"/need {ASK}", chat=wide.group)
    await wide.ben.taps("Not now")
    wide.group.leave(wide.ella.person)
    await wide.stage.settle()
    assert wide.asked(ASK) == ["ben", "ella", "finn", "gita"]
    assert "Asked 4 of 4 members" in wide.card().text


async def test_the_size_and_the_wait_are_the_circles(wide: Circle) -> None:
    await wide.anna.says("/circle", chat=wide.group)
    await wide.anna.taps("Settings", chat=wide.group)
    await wide.anna.taps("3", message=wide.anna.chat[-1])
    await wide.anna.taps("30", message=wide.anna.chat[-1])
    await wide.anna.says(f"/need {ASK}", chat=wide.group)
    assert wide.asked(ASK) == ["ben", "ella", "finn"]
    await wide.stage.later(minutes=30)
    assert wide.asked(ASK) == ["ben", "ella", "finn", "gita"]
