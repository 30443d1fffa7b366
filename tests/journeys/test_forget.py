"""/forget: the person is erased everywhere; others keep their history without the name."""

import json
from collections.abc import Iterator

from storage.tables import metadata
from tests.databases import databases
from tests.journeys.conftest import Circle
from tests.journeys.stage import Actor

ASK = "an owner-run bakery with 5 staff, receipts in a shoebox, needs a bookkeeper for the books and VAT"
WORDS = ("shoebox", "Okoro", "ben_t", "payroll", "wedding planner", "Ben ")


def cells(circle: Circle) -> Iterator[tuple[str, str]]:
    """Every value of every table, with where it stands."""
    url = circle.stage.settings.database_url
    for table in metadata.tables.values():
        names = [column.name for column in table.columns]
        for row in databases().query(url, f"SELECT {', '.join(names)} FROM {table.name}"):
            yield from ((f"{table.name}.{name}", str(value)) for name, value in zip(names, row, strict=True))


async def forgets(actor: Actor) -> None:
    await actor.says("/forget")
    await actor.taps("Delete everything")


async def lived(circle: Circle) -> None:
    """Ben has taken a request, asked one, named somebody, been called, been hired and been thanked."""
    await circle.anna.says("/nudge 10:00")
    await circle.ben.says("/nudge 10:00")
    await circle.anna.says(f"/need {ASK}", chat=circle.group)
    await circle.ben.taps("I can help")
    await circle.ben.says("/need a wedding planner for a country wedding with 80 guests", chat=circle.group)
    await circle.dev.says("Who plans weddings?", chat=circle.group)
    wish = await circle.ben.says("a country wedding for 60 guests, no time to plan it", chat=circle.group)
    await circle.dev.says("/need", chat=circle.group, reply_to=wish)
    for _ in range(6):
        await circle.stage.until("10:00")
    await circle.anna.taps("Hired", message=circle.anna.message("Did you talk?"))
    await circle.ben.taps("Hired", message=circle.ben.message("Did you talk?"))
    await circle.anna.taps("Yes, say it", message=circle.anna.message("in the group"))
    await circle.ben.taps("Yes, say it", message=circle.ben.message("in the group"))


async def test_it_asks_before_it_cannot_be_undone(circle: Circle) -> None:
    await circle.ben.says("/forget")
    assert "This cannot be undone" in circle.ben.last
    await circle.ben.taps("Keep it")
    assert "Nothing was deleted" in circle.ben.last
    await circle.ben.says("/profile")
    assert "Bookkeeper" in circle.ben.last


async def test_nothing_of_them_is_left_in_any_table(circle: Circle) -> None:
    await lived(circle)
    await forgets(circle.ben)
    assert circle.ben.last.startswith("Done – everything is deleted")
    left = [
        (where, value)
        for where, value in cells(circle)
        if str(circle.ben.id) in value or any(word in value for word in WORDS)
    ]
    quoted = [one for one in left if one == ("referral.text", ASK)]  # Anna's own words
    farewell = [one for one in left if one == ("outbox.chat_id", str(circle.ben.id))]
    assert sorted(left) == sorted(quoted + farewell)
    assert len(farewell) == 1
    texts = [value for where, value in cells(circle) if where == "referral.text"]
    assert "a wedding planner for a country wedding with 80 guests" not in texts


async def test_others_keep_their_history_without_the_name(circle: Circle) -> None:
    await lived(circle)
    await forgets(circle.ben)
    await circle.anna.says("/export")
    (call,) = circle.stage.telegram.called("sendDocument", circle.anna.id)
    (upload,) = call.uploads.values()
    kept = json.loads(upload.data)
    assert kept["requests"][0]["text"] == ASK
    assert kept["introductions_as_giver"][0]["giver_outcome"] == "hired"
    assert len(kept["nudges"]) == 6
    assert "Ben" not in upload.data.decode()


async def test_messages_that_can_be_edited_no_longer_name_them(circle: Circle) -> None:
    await lived(circle)
    assert circle.anna.sees("Ben Okoro")
    await forgets(circle.ben)
    for actor in (circle.anna, circle.carla, circle.dev):
        assert not actor.sees("Ben Okoro"), [text for text in actor.heard() if "Ben Okoro" in text]
        assert not actor.sees("wedding planner")
    for text in circle.said():
        assert "Ben" not in text
        assert "wedding planner" not in text
    assert circle.anna.sees("Somebody who has left")
    assert any("Two members found each other" in text for text in circle.said())


async def test_their_open_ask_ends_and_open_offers_close(circle: Circle) -> None:
    await circle.ben.says("/need a wedding planner for a country wedding with 80 guests", chat=circle.group)
    await circle.anna.says(f"/need {ASK}", chat=circle.group)
    await forgets(circle.ben)
    assert "Who knows someone?" in circle.cards()[-1].text
    assert not circle.anna.sees("wedding planner for a country wedding")


async def test_afterwards_start_begins_anew(circle: Circle) -> None:
    await forgets(circle.ben)
    await circle.ben.says("thank you")
    assert "not waiting" in circle.ben.last
    assert not [value for where, value in cells(circle) if where == "member.id" and value == str(circle.ben.id)]
    await circle.ben.says("/start")
    assert "Welcome to Kringle" in circle.ben.last
    await circle.ben.taps("Join this circle", chat=circle.group)
    assert "1/8" in circle.ben.last
    assert "So far" not in circle.ben.last


async def test_twice_is_as_good_as_once(circle: Circle) -> None:
    await circle.ben.says("/forget")
    question = circle.ben.message("cannot be undone")
    await circle.ben.taps("Delete everything", message=question)
    await circle.ben.taps("Delete everything", message=question)
    assert circle.ben.last.startswith("Done – everything is deleted")


async def test_a_guest_may_be_forgotten_too(circle: Circle) -> None:
    eve = circle.stage.actor("Eve Stone")
    circle.group.add(eve.person)
    await eve.says(f"/need {ASK}", chat=circle.group)
    await circle.ben.taps("I can help")
    await eve.says("/start")
    await forgets(eve)
    assert not circle.ben.sees("Eve Stone")
    assert not [where for where, value in cells(circle) if "Eve" in value]


async def test_follow_ups_about_somebody_gone_are_not_asked(circle: Circle) -> None:
    await circle.anna.says(f"/need {ASK}", chat=circle.group)
    await circle.ben.taps("I can help")
    await forgets(circle.ben)
    await circle.stage.later(days=6)
    assert not circle.anna.sees("Did you talk?")
