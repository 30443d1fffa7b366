"""Every answer of Telegram to a message, and what is done then."""

import asyncio
import logging
from datetime import timedelta

import pytest

import storage.membership
import storage.nudge
from bot.actions import circle as circles
from bot.domain.facts import Nudged
from bot.domain.nudge import NudgeState
from bot.sandbox.api.faults import Answer, Cut, Fault, Garbage, Hang
from tests.faults.conftest import House

ASK = "/need somebody for a matter that nobody knows"
WORDS = "never mind"


def forbidden(words: str) -> Answer:
    return Answer(403, f"Forbidden: {words}")


def bad(words: str) -> Answer:
    return Answer(400, f"Bad Request: {words}")


@pytest.mark.parametrize(
    "fault", [forbidden("bot was blocked by the user"), forbidden("user is deactivated"), bad("chat not found")],
    ids=lambda fault: fault.description,
)  # fmt: skip
async def test_who_cannot_be_written_to_is_unreachable(house: House, fault: Answer) -> None:
    await house.ben.says("/pause")
    await house.ben.says("/resume")
    house.faults.add("sendMessage", fault, chat=house.ben.id)
    await house.tell(house.ben.id)
    await house.tell(house.anna.id)
    await house.rest()
    assert house.query("SELECT reachable FROM member WHERE id = ?", house.ben.id) == [(0,)]
    assert house.query("SELECT state FROM outbox WHERE chat_id = ?", house.ben.id)[-1] == ("dropped",)
    assert WORDS in house.anna.last
    await house.ben.says("/pause 2")
    assert house.query("SELECT reachable FROM member WHERE id = ?", house.ben.id) == [(1,)]


async def test_who_never_pressed_start_is_shown_where(house: House) -> None:
    await house.ben.taps("Join this circle", chat=house.group)
    house.ben.person.user.started = False
    await house.tell(house.ben.id)
    await house.rest()
    assert house.query("SELECT reachable FROM member WHERE id = ?", house.ben.id) == [(0,)]
    assert len(house.in_group()) == 2
    assert house.telegram.groups[-1].messages[-1].labels[0].endswith("Join this circle")


@pytest.mark.parametrize(
    "fault",
    [
        forbidden("bot was kicked from the supergroup chat"), forbidden("bot is not a member of the supergroup chat"),
        forbidden("the group chat was deleted"), bad("chat not found"), bad("not enough rights to send text messages"),
    ],
    ids=lambda fault: fault.description,
)  # fmt: skip
async def test_a_group_that_cannot_be_written_to_falls_asleep(house: House, fault: Answer) -> None:
    house.faults.add("sendMessage", fault, chat=house.group.id)
    await house.tell(house.group.id)
    await house.rest()
    assert house.query("SELECT state FROM circle") == [("asleep",)]
    assert house.outcome() == "dropped"
    await house.anna.says("/circle", chat=house.group)
    assert house.query("SELECT state FROM circle") == [("active",)]


async def test_an_upgraded_group_is_followed_and_told_once_more(house: House) -> None:
    small = house.telegram.group("Small", creator=house.anna.person, members=[house.ben.person], supergroup=False)
    small.add_bot(by=house.anna.person)
    await house.rest()
    large = small.upgrade(silent=True)
    await house.tell(small.id)
    await house.rest()
    assert WORDS in large.messages[-1].text
    assert house.query("SELECT chat_id FROM circle WHERE title = 'Small'") == [(large.id,)]


async def test_not_modified_is_success(house: House) -> None:
    await house.anna.says(ASK, chat=house.group)
    house.faults.add("editMessageText", bad("message is not modified: specified new message content is the same"))
    await house.anna.taps("Close", chat=house.group)
    assert house.query("SELECT count(*) FROM outbox WHERE state <> 'sent'") == [(0,)]
    assert len(house.telegram.called("editMessageText")) == 1


async def test_a_press_that_is_too_old_is_done_all_the_same(house: House) -> None:
    await house.anna.says(ASK, chat=house.group)
    house.faults.add("answerCallbackQuery", bad("query is too old and response timeout expired or query ID is invalid"))
    house.anna.person.taps("Close", chat=house.group)
    await house.rest()
    assert "Withdrawn" in house.in_group()[-1]


@pytest.mark.parametrize("words", ["message to edit not found", "message can't be edited"])
async def test_a_card_that_cannot_be_edited_is_sent_anew(house: House, words: str) -> None:
    await house.anna.says(ASK, chat=house.group)
    house.faults.add("editMessageText", bad(words))
    await house.anna.taps("Close", chat=house.group)
    assert ["Withdrawn" in text for text in house.in_group()[-2:]] == [False, True]


async def test_a_topic_that_is_gone_or_closed_is_left(house: House) -> None:
    forum = house.telegram.group("Forum", creator=house.anna.person, members=[house.ben.person], forum=True)
    forum.add_bot(by=house.anna.person)
    topic = forum.topic("Leads")
    asked = house.anna.person.says("hello", chat=forum, topic=topic)
    await house.rest()
    await house.tell(forum.id, thread_id=4711)
    await house.rest()
    topic.close()
    await house.tell(forum.id, thread_id=topic.id, reply_to=asked.id)
    await house.rest()
    told = [message for message in forum.messages if WORDS in message.text]
    assert [message.topic_id for message in told] == [None, None]


async def test_broken_markup_is_sent_as_plain_text(house: House, caplog: pytest.LogCaptureFixture) -> None:
    house.faults.add("sendMessage", bad("can't parse entities: unsupported start tag"), chat=house.anna.id)
    await house.tell(house.anna.id, "help_private")
    await house.rest()
    assert "Kringle brings you asks" in house.anna.last
    assert house.outcome() == "sent"
    assert [one for one in caplog.records if one.levelno == logging.ERROR and "PLAIN" in one.getMessage()]


async def test_another_400_is_set_aside_and_the_next_goes_on(house: House, caplog: pytest.LogCaptureFixture) -> None:
    house.faults.add("sendMessage", bad("something new"), chat=house.anna.id)
    await house.tell(house.anna.id)
    await house.tell(house.anna.id, "forget_kept")
    await house.rest()
    assert house.query("SELECT state FROM outbox WHERE chat_id = ?", house.anna.id) == [("dead",), ("sent",)]
    assert [one for one in caplog.records if one.levelno == logging.ERROR and "DEAD" in one.getMessage()]


FOR_A_WHILE: dict[str, Fault] = {
    "401": Answer(401, "Unauthorized"),
    "409": Answer(409, "Conflict: terminated by other getUpdates request"),
    "500": Answer(500, "Internal Server Error"),
    "502": Answer(502, "Bad Gateway"),
    "a page of HTML": Garbage(),
    "a page of HTML that is fine": Garbage(status=200),
    "429": Answer(429, "Too Many Requests: retry after 9", {"retry_after": 9}),
    "cut before": Cut(),
}


@pytest.mark.parametrize("fault", FOR_A_WHILE.values(), ids=FOR_A_WHILE)
@pytest.mark.parametrize("place", ["private", "group"])
async def test_what_was_not_taken_is_sent_again_once_and_in_order(house: House, fault: Fault, place: str) -> None:
    chat = house.anna.id if place == "private" else house.group.id
    house.faults.add("sendMessage", fault, times=3, chat=chat)
    await house.tell(chat)
    await house.tell(chat, "forget_kept")
    await house.rest()
    told = house.anna.heard() if place == "private" else house.in_group()[1:]
    assert [WORDS in text for text in told] == [True, False]


async def test_what_was_perhaps_taken_is_sent_twice_rather_than_not(house: House) -> None:
    house.faults.add("sendMessage", Cut(processed=True), chat=house.anna.id)
    await house.tell(house.anna.id)
    await house.rest()
    assert [WORDS in text for text in house.anna.heard()] == [True, True]


async def test_a_nudge_that_was_perhaps_taken_is_not_sent_again(house: House) -> None:
    await house.anna.says("/resume")
    await house.ben.says("/resume")
    now = house.stage.clock.now()
    async with house.stage.bot.house.database.transaction() as tx:
        defaults = house.stage.bot.house.defaults
        circle = await circles.meet(tx, now, house.group.id, "The circle", "en", defaults)
        for member in (house.anna.id, house.ben.id):
            await storage.membership.join(tx, now, circle.id, member)
        made = await storage.nudge.add(
            tx, member_id=house.anna.id, collaborator_id=house.ben.id, local_date=now.date(), turn=0,
            state=NudgeState.OPEN, created_at=now,
        )  # fmt: skip
    house.faults.add("sendMessage", Cut(processed=True), chat=house.anna.id)
    await house.put(house.anna.id, Nudged(made.id))
    await house.rest()
    assert sum("Today’s call" in text for text in house.anna.heard()) == 1
    assert house.outcome() == "dead"


async def test_a_group_that_must_wait_leaves_the_others(house: House) -> None:
    house.faults.add("sendMessage", Answer(429, "Too Many Requests", {"retry_after": 60}), chat=house.group.id)
    began = house.stage.clock.now()
    await house.tell(house.group.id)
    await house.stage.until_true(lambda: len(house.telegram.called("sendMessage", house.group.id)) == 2)
    await house.tell(house.anna.id)
    await house.stage.until_true(lambda: house.anna.sees(WORDS))
    assert house.stage.clock.now() == began
    await house.rest()
    assert house.stage.clock.now() - began >= timedelta(seconds=60)
    assert WORDS in house.in_group()[-1]


async def test_after_a_429_in_private_nobody_is_written_to_for_so_long(house: House) -> None:
    house.faults.add("sendMessage", Answer(429, "Too Many Requests", {"retry_after": 60}), chat=house.anna.id)
    began = house.stage.clock.now()
    await house.tell(house.anna.id)
    await house.stage.until_true(lambda: len(house.telegram.called("sendMessage", house.anna.id)) == 1)
    await house.stage.until_true(lambda: house.query("SELECT max(attempts) FROM outbox") == [(1,)])
    await house.tell(house.ben.id)
    await house.rest()
    assert all(call.at - began >= timedelta(seconds=60) for call in house.telegram.called("sendMessage", house.ben.id))
    assert house.ben.sees(WORDS)


async def test_a_call_that_hangs_holds_up_its_own_chat_only(house: House) -> None:
    hang = Hang()
    house.faults.add("sendMessage", hang, chat=house.anna.id)
    await house.tell(house.anna.id)
    await house.tell(house.anna.id, "forget_kept")
    await house.tell(house.ben.id)
    await house.stage.until_true(lambda: house.ben.sees(WORDS) and hang.waiting == 1)
    assert house.anna.heard() == []
    hang.release()
    await house.rest()
    assert [WORDS in text for text in house.anna.heard()] == [True, False]


async def test_a_stop_while_a_call_hangs_takes_a_few_seconds_and_loses_nothing(house: House) -> None:
    hang = Hang()
    house.faults.add("sendMessage", hang, chat=house.anna.id)
    await house.tell(house.anna.id)
    await house.stage.until_true(lambda: hang.waiting == 1)
    pulse, database = house.stage.bot.pulse, house.stage.bot.house.database
    async with asyncio.timeout(5):
        await house.stage.stop()
    async with database.reading() as tx:
        figures = await pulse.figures.text(tx, house.stage.clock.now(), None, None)
    await database.close()
    assert b"kringle_possible_doubles_total 1.0" in figures
    house.faults.clear()
    await house.stage.start()
    await house.rest()
    assert [WORDS in text for text in house.anna.heard()] == [True]
