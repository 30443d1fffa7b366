"""/export: everything that is kept about me, as a file, and nobody else's secrets."""

import json
from typing import Any

from tests.journeys.conftest import Circle
from tests.journeys.stage import Actor

SECRET = "+49 171 2345678"
ASK = f"an owner-run bakery with 5 staff, receipts in a shoebox, needs a bookkeeper, ring Mara on {SECRET}"


async def exported(actor: Actor) -> dict[str, list[dict[str, Any]]]:
    await actor.says("/export")
    (call,) = actor.stage.telegram.called("sendDocument", actor.id)[-1:]
    (upload,) = call.uploads.values()
    found: dict[str, list[dict[str, Any]]] = json.loads(upload.data)
    return found


async def test_it_is_a_document_with_all_of_theirs(circle: Circle) -> None:
    await circle.ben.says("/nudge 9:00")
    await circle.anna.says(f"/need {ASK}", chat=circle.group)
    await circle.ben.taps("I can help")
    await circle.ben.says("/need a wedding planner for 80 guests in the country", chat=circle.group)
    await circle.stage.later(days=5)
    await circle.ben.taps("We talked", message=circle.ben.message("Did you talk?"))
    found = await exported(circle.ben)
    (me,) = found["member"]
    assert me["id"] == circle.ben.id
    assert me["listen_for"] == [
        "my receipts are in a shoebox",
        "I have no idea what I earn",
        "the tax office wrote again",
    ]
    assert found["circles"][0]["title"] == "Harbour Circle"
    assert found["requests"][0]["text"] == "a wedding planner for 80 guests in the country"
    assert found["offers"][0]["text"] == ASK, "who took it may have it"
    assert found["introductions_as_receiver"][0]["giver_name"] == "Anna Berg"
    assert found["introductions_as_receiver"][0]["receiver_outcome"] == "talked"
    assert found["nudges"]


async def test_what_was_not_theirs_to_know_is_not_in_it(circle: Circle) -> None:
    await circle.anna.says(f"/need {ASK}", chat=circle.group)
    found = await exported(circle.ben)
    text = json.dumps(found)
    assert found["offers"][0]["text"].startswith("an owner-run bakery with 5 staff")
    assert "2345678" not in text
    for other in (circle.anna, circle.carla, circle.dev):
        assert str(other.id) not in text
        assert other.person.name not in text


async def test_the_answers_of_the_other_side_are_not_in_it(circle: Circle) -> None:
    await circle.anna.says(f"/need {ASK}", chat=circle.group)
    await circle.ben.taps("I can help")
    await circle.stage.later(days=5)
    await circle.anna.taps("Not a fit", message=circle.anna.message("Did you talk?"))
    found = await exported(circle.ben)
    assert "giver_outcome" not in found["introductions_as_receiver"][0]


async def test_a_guest_may_ask_too(circle: Circle) -> None:
    eve = circle.stage.actor("Eve Stone")
    await eve.says("/start")
    found = await exported(eve)
    assert found["circles"] == []
