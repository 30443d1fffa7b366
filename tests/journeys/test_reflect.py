"""/reflect: the ten questions, one at a time, in private; and what follows from the answers."""

import json
import logging
from typing import Any

import pytest
from sqlalchemy import insert
from sqlalchemy.exc import IntegrityError

import storage.reflection
from bot.domain.reflection import Topic
from bot.runtime.logs import set_up
from storage.tables import reflection
from tests.journeys.conftest import Circle
from tests.journeys.stage import MORNING, Actor
from tests.journeys.test_forget import cells, forgets

ANSWERS = (
    "Acme Books, Ledger & Co and Carla Ruiz",
    "Tom Lee, maybe",
    "Acme does payroll like me, but no cafés; Ledger only does limited companies",
    "Once, to Tom. It went well",
    "They keep the client for good\nthey are slow to answer",
    "It is a limited company\nI am fully booked",
    "The Guild of Bookkeepers",
    "Two good clients and a mug",
    "Ruth Miller the treasurer, ring her on +49 171 2345678",
    "A limited company with two shops that needs an audit",
)


async def answers_all(actor: Actor) -> None:
    await actor.says("/reflect")
    for answer in ANSWERS:
        await actor.says(answer)


async def has_answered(actor: Actor) -> None:
    """The same, without the conversation."""
    async with actor.stage.bot.house.database.transaction() as tx:
        for topic, answer in zip(Topic, ANSWERS, strict=True):
            await storage.reflection.keep(tx, actor.stage.clock.now(), actor.id, topic, answer)


async def exported(actor: Actor) -> dict[str, list[dict[str, Any]]]:
    await actor.says("/export")
    (call,) = actor.stage.telegram.called("sendDocument", actor.id)[-1:]
    (upload,) = call.uploads.values()
    found: dict[str, list[dict[str, Any]]] = json.loads(upload.data)
    return found


async def test_ten_questions_one_at_a_time(circle: Circle) -> None:
    await circle.ben.says("/reflect")
    assert "Only you ever see the answers" in circle.ben.last
    assert "1/10 · Who in your industry do you consider your main competition?" in circle.ben.last
    assert circle.ben.buttons() == ["Skip", "Enough for now"]
    for number, answer in enumerate(ANSWERS[:9], start=2):
        await circle.ben.says(answer)
        assert f"{number}/10 · " in circle.ben.last
        assert "Only you ever see" not in circle.ben.last, "said once"
    await circle.ben.says(ANSWERS[9])
    assert circle.ben.last.startswith("🪞 That was all ten. What changed:")


async def test_every_question_can_be_skipped(circle: Circle) -> None:
    await circle.ben.says("/reflect")
    for number in range(2, 11):
        await circle.ben.taps("Skip")
        assert f"{number}/10 · " in circle.ben.last
    await circle.ben.taps("Skip")
    assert circle.ben.last.count("\n") == 3, "three lines, and the one above them"
    for line in ("No new prospects", "No refer-out rules yet", "Nothing new for /overlap"):
        assert line in circle.ben.last


async def test_left_and_resumed(circle: Circle) -> None:
    await circle.ben.says("/reflect")
    await circle.ben.says(ANSWERS[0])
    await circle.ben.taps("Skip")
    await circle.ben.says("/cancel")
    assert "/reflect goes on where we were" in circle.ben.last
    await circle.ben.says("hello?")
    assert "I’m not waiting" in circle.ben.last
    await circle.ben.says("/reflect")
    await circle.ben.taps("Continue")
    assert "3/10 · " in circle.ben.last
    await circle.ben.taps("Enough for now")
    assert "/reflect goes on where we were" in circle.ben.last
    await circle.stage.restart(hours=3)
    await circle.ben.says("/reflect")
    await circle.ben.taps("Continue")
    assert "3/10 · " in circle.ben.last


async def test_a_question_left_out_comes_back_in_the_end(circle: Circle) -> None:
    await circle.ben.says("/reflect")
    await circle.ben.taps("Skip")
    for answer in ANSWERS[1:]:
        await circle.ben.says(answer)
    assert "That was all ten" in circle.ben.last
    await circle.ben.says("/reflect")
    await circle.ben.taps("Continue")
    assert "1/10 · " in circle.ben.last
    await circle.ben.says("Acme Books")
    assert "That was all ten" in circle.ben.last
    await circle.ben.says("/reflect")
    assert "Continue" not in circle.ben.buttons()


async def test_read_again_changed_and_deleted(circle: Circle) -> None:
    await has_answered(circle.ben)
    await circle.ben.says("/reflect")
    assert "Only you see this" in circle.ben.last
    assert "7. Association: The Guild of Bookkeepers" in circle.ben.last
    await circle.ben.taps("7")
    assert "So far: The Guild of Bookkeepers" in circle.ben.last
    await circle.ben.says("The Bakers’ Guild")
    assert "7. Association: The Bakers’ Guild" in circle.ben.last
    await circle.ben.taps("7")
    await circle.ben.taps("Keep it")
    assert "7. Association: The Bakers’ Guild" in circle.ben.last
    await circle.ben.taps("7")
    assert await circle.ben.taps("Remove it") == "Deleted."
    assert "7. Association: –" in circle.ben.last
    await circle.ben.taps("Delete all answers")
    assert "cannot be undone" in circle.ben.last
    await circle.ben.taps("Delete all answers")
    assert "All your answers are deleted" in circle.ben.last
    assert not [value for where, value in cells(circle) if where == "reflection.answer"]
    await circle.ben.says("/reflect")
    assert "1/10 · " in circle.ben.last


async def test_keeping_all_answers_after_all(circle: Circle) -> None:
    await has_answered(circle.ben)
    await circle.ben.says("/reflect")
    await circle.ben.taps("Delete all answers")
    await circle.ben.taps("Keep it")
    assert "The Guild of Bookkeepers" in circle.ben.last


async def test_a_long_answer_is_read_whole_and_a_longer_one_is_refused(circle: Circle) -> None:
    long = "The Guild of Bookkeepers " * 39
    await circle.ben.says("/reflect")
    await circle.ben.says(long)
    await circle.ben.says("x" * 1001)
    assert "fewer words" in circle.ben.last
    await circle.ben.says("…")
    assert "I need a few words" in circle.ben.last
    await circle.ben.sends("sticker")
    assert "I can only read words" in circle.ben.last
    await circle.ben.says("/reflect")
    await circle.ben.taps("1")
    assert long.strip() in circle.ben.last


async def test_a_button_of_a_question_behind_us(circle: Circle) -> None:
    await circle.ben.says("/reflect")
    first = circle.ben.message("1/10")
    await circle.ben.says(ANSWERS[0])
    assert "behind us" in (await circle.ben.taps("Skip", message=first) or "")
    await circle.ben.says("/cancel")
    await circle.ben.says("/nudge")
    assert "behind us" in (await circle.ben.taps("Skip", message=circle.ben.message("2/10")) or "")


# What follows


async def test_rivals_and_contacts_become_prospects_with_one_tap_each(circle: Circle) -> None:
    await answers_all(circle.ben)
    offered = circle.ben.message("Carla Ruiz is in your circle already: /overlap Carla Ruiz")
    assert offered.labels == ["➕ Acme Books", "➕ Ledger & Co"], "a member of the circle is no prospect"
    await circle.ben.says("/prospects")
    assert "Nobody noted yet" in circle.ben.last, "nothing before the member says so"
    assert await circle.ben.taps("Acme Books") == "Saved."
    assert circle.ben.message("in your circle already").labels == ["✓ Acme Books", "➕ Ledger & Co"]
    await circle.ben.taps("Ruth Miller")
    await circle.ben.says("/prospects")
    assert "☎️ Acme Books" in circle.ben.last
    assert "☎️ Ruth Miller" in circle.ben.last
    assert "Ledger" not in circle.ben.last
    await circle.ben.taps("✓ Acme Books", message=circle.ben.message("in your circle already"))
    await circle.ben.says("/prospects")
    assert "Acme" not in circle.ben.last, "a second tap takes it back"


async def test_a_prospect_called_since_is_not_taken_back(circle: Circle) -> None:
    await circle.ben.says("/reflect")
    await circle.ben.says("Acme Books")
    await circle.ben.taps("➕ Acme Books")
    await circle.ben.says("/prospects")
    await circle.ben.taps("Acme Books")
    await circle.ben.taps("Called")
    await circle.ben.taps("✓ Acme Books")
    await circle.ben.says("/prospects")
    assert "✅ Acme Books" in circle.ben.last


async def test_a_name_that_is_in_the_answer_no_more(circle: Circle) -> None:
    await circle.ben.says("/reflect")
    await circle.ben.says("Acme Books")
    data = circle.ben.message("Tap whom").buttons[0][0].data
    await circle.ben.says("/reflect")
    await circle.ben.taps("1")
    await circle.ben.says("Bolt Ltd")
    assert "not on your list" in (await circle.ben.presses(data, circle.ben.chat[-1]) or "")
    assert circle.ben.message("Tap whom").labels == ["➕ Bolt Ltd"]


async def test_a_button_of_somebody_else_finds_nothing(circle: Circle) -> None:
    await circle.ben.says("/reflect")
    await circle.ben.says("Acme Books")
    data = circle.ben.message("Tap whom").buttons[0][0].data
    await circle.carla.says("/prospects")
    assert "not on your list" in (await circle.carla.presses(data, circle.carla.chat[-1]) or "")
    await circle.carla.says("/prospects")
    assert "Nobody noted yet" in circle.carla.last


async def test_conditions_become_rules_to_read(circle: Circle) -> None:
    await has_answered(circle.ben)
    await circle.ben.says("/reflect")
    page = circle.ben.message("What you answered.")
    await circle.ben.taps("My refer-out rules")
    assert "I refer a client out when\n• It is a limited company\n• I am fully booked" in circle.ben.last
    assert "What holds me back\n• They keep the client for good\n• they are slow to answer" in circle.ben.last
    await circle.ben.taps("Under what conditions")
    await circle.ben.says("Never")
    await circle.ben.taps("What would stop me", message=circle.ben.message("I refer a client out when"))
    await circle.ben.taps("Remove it")
    assert "📜 My refer-out rules" not in circle.ben.buttons()
    await circle.ben.taps("My refer-out rules", message=page)
    assert "You have no refer-out rules yet" in circle.ben.last


async def test_the_last_question_offers_to_refer_with_the_members_own_words(circle: Circle) -> None:
    await answers_all(circle.ben)
    offered = circle.ben.message("first one to refer out")
    assert offered.text.endswith(f"/refer {ANSWERS[9]}")
    call = next(
        c for c in circle.stage.telegram.called("sendMessage", circle.ben.id) if "/refer " in str(c.params["text"])
    )
    assert f"<code>/refer {ANSWERS[9]}</code>" in str(call.params["text"])


async def test_contact_details_of_a_customer_are_not_in_the_offer(circle: Circle) -> None:
    await circle.ben.says("/reflect")
    for _ in range(9):
        await circle.ben.taps("Skip")
    await circle.ben.says("Mara’s bakery, +49 171 2345678, needs an audit")
    offered = circle.ben.message("first one to refer out")
    assert "2345678" not in offered.text


async def test_three_lines_on_what_changed(circle: Circle) -> None:
    await circle.ben.says("/reflect")
    await circle.ben.says(ANSWERS[0])
    await circle.ben.taps("Acme Books")
    await circle.ben.taps("Ledger & Co")
    for answer in ANSWERS[1:]:
        await circle.ben.says(answer)
    heading, *lines = circle.ben.last.split("\n")
    assert heading == "🪞 That was all ten. What changed:"
    assert lines == [
        "📇 2 names of yours are among your /prospects: Acme Books, Ledger & Co.",
        "📜 Your conditions are now 4 refer-out rules that you can read any time.",
        "↔️ /overlap now reminds you of which services you said are the same, and which differ.",
    ]


async def test_no_is_an_answer_and_makes_nothing(circle: Circle) -> None:
    await circle.ben.says("/reflect")
    await circle.ben.says("No, nobody")
    assert not circle.ben.sees("Tap whom")
    await circle.ben.says("/reflect")
    for number in ("5", "6", "10"):
        await circle.ben.taps(number)
        await circle.ben.says("None")
    assert "📜 My refer-out rules" not in circle.ben.buttons()
    assert not circle.ben.sees("/refer None")


# For nobody else


async def test_only_the_members_own_file_has_them(circle: Circle, caplog: Any) -> None:
    for name in ("bot", "handlers", "storage"):
        caplog.set_level("DEBUG", name)
    await answers_all(circle.ben)
    await circle.ben.taps("Acme Books")
    mine = await exported(circle.ben)
    assert [one["answer"] for one in mine["reflection"]] == list(ANSWERS)
    assert [one["name"] for one in mine["prospects"]] == ["Acme Books"]
    for other in (circle.anna, circle.carla, circle.dev):
        found = await exported(other)
        assert found["reflection"] == found["prospects"] == []
        assert "Acme" not in json.dumps(found)
        assert not other.sees("Acme")
    assert "Acme" not in circle.told_group()
    await circle.anna.says("/circle", chat=circle.group)
    await circle.anna.taps("Settings", chat=circle.group)
    await circle.anna.says("/who Ben")
    assert not circle.anna.sees("Guild")
    ours = [one for one in caplog.records if one.name.split(".")[0] in ("bot", "handlers", "storage")]
    logged = " ".join(one.getMessage() for one in ours)
    assert "Acme" not in logged
    assert "Guild" not in logged


def test_libraries_that_log_rows_are_not_heard(monkeypatch: pytest.MonkeyPatch) -> None:
    root = logging.getLogger()
    monkeypatch.setattr(root, "handlers", list(root.handlers))
    level = root.level
    try:
        set_up("debug")
        for name in ("sqlalchemy.engine.Engine", "sqlalchemy.pool", "aiosqlite"):
            assert not logging.getLogger(name).isEnabledFor(logging.INFO), name
    finally:
        root.setLevel(level)


async def test_a_fault_of_the_database_tells_no_answer(circle: Circle) -> None:
    async with circle.stage.bot.house.database.transaction() as tx:
        with pytest.raises(IntegrityError) as fault:
            await tx.execute(insert(reflection).values(member_id=1, number=99, answer="Acme", answered_at=MORNING))
    assert "Acme" not in str(fault.value)


async def test_no_message_that_waits_holds_them(circle: Circle) -> None:
    await answers_all(circle.ben)
    places = {where for where, value in cells(circle) if "Guild" in value or "Acme" in value}
    assert places == {"reflection.answer"}


async def test_forget_erases_them(circle: Circle) -> None:
    await has_answered(circle.ben)
    await circle.ben.says("/prospects Acme Books")
    await forgets(circle.ben)
    words = ("Acme", "Guild", "Ruth Miller", "limited company")
    assert not [where for where, value in cells(circle) if any(word in value for word in words)]


async def test_in_the_group_it_is_sent_to_the_private_chat(circle: Circle) -> None:
    await circle.ben.says("/reflect", chat=circle.group)
    assert "works in our private chat" in circle.card().text
