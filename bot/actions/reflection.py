"""Reflection: the ten questions one at a time, and what a member lets follow from their answers.

The answers stand in rows of their own and in no fact: what is told is made from them when it is sent, for nobody
else."""

from datetime import datetime

import storage.member
import storage.outbox
import storage.prospect
import storage.reflection
from bot.actions import prospect as prospects
from bot.actions.telling import note, tell
from bot.domain.answers import Unusable
from bot.domain.asks import fold
from bot.domain.facts import NamesOffered, ReferOutOffered, ReflectionAsked, ReflectionDone, ReflectionShown
from bot.domain.member import Member
from bot.domain.prospect import ProspectRefusal, ProspectState
from bot.domain.reflection import (
    NAMING,
    Topic,
    digest_of,
    first_open,
    names_in,
    read_reflection,
    says_nothing,
    topic_after,
)
from storage.database import Transaction


async def begin(tx: Transaction, now: datetime, member_id: int) -> None:
    """The first question; or, once there are answers, all of them to read."""
    answers = await storage.reflection.of_member(tx, member_id)
    if answers:
        await tell(tx, now, member_id, ReflectionShown(member_id))
    else:
        await ask(tx, now, member_id, Topic.RIVALS, run=True)


async def go_on(tx: Transaction, now: datetime, member_id: int) -> None:
    """Goes on where the questions were left; says what came of them when all are answered."""
    topic = first_open(await storage.reflection.of_member(tx, member_id))
    if topic is None:
        await tell(tx, now, member_id, ReflectionDone(member_id))
    else:
        await ask(tx, now, member_id, topic, run=True)


async def ask(tx: Transaction, now: datetime, member_id: int, topic: Topic, run: bool) -> None:
    """Asks one question and waits for the answer. `run`: the next one follows by itself."""
    await storage.member.change(tx, member_id, waiting={"for": "reflection", "topic": topic, "run": int(run)})
    await tell(tx, now, member_id, ReflectionAsked(topic, run))


async def answer(tx: Transaction, now: datetime, member_id: int, topic: Topic, text: str, run: bool) -> Unusable | None:
    """Keeps an answer at once, offers what follows from it, and goes on: to the next question, or back to the page."""
    words = read_reflection(text)
    if isinstance(words, Unusable):
        return words
    await storage.reflection.keep(tx, now, member_id, topic, words)
    if topic in NAMING and names_in(words):
        fact = NamesOffered(member_id, topic.number)
        await storage.outbox.unpost(tx, str(fact.slot))  # below the answer, not where an earlier one was
        await tell(tx, now, member_id, fact)
    if topic is Topic.CUSTOMER and not says_nothing(words):
        await tell(tx, now, member_id, ReferOutOffered(member_id))
    await _go_on(tx, now, member_id, topic, run)
    return None


async def skip(tx: Transaction, now: datetime, member: Member, topic: Topic, run: bool) -> bool:
    """Leaves a question out; what was answered before stays. False when it is no longer the one being asked."""
    waiting = member.waiting or {}
    if waiting.get("for") != "reflection" or waiting.get("topic") != topic:
        return False
    answers = await storage.reflection.of_member(tx, member.id)
    if topic not in answers:
        await storage.reflection.keep(tx, now, member.id, topic, "")
    await _go_on(tx, now, member.id, topic, run)
    return True


async def stop(tx: Transaction, now: datetime, member: Member) -> None:
    """Enough for now: what was answered is kept."""
    if (member.waiting or {}).get("for") == "reflection":
        await storage.member.change(tx, member.id, waiting=None)
    await note(tx, now, member.id, "reflect_stopped")


async def _go_on(tx: Transaction, now: datetime, member_id: int, topic: Topic, run: bool) -> None:
    await storage.member.change(tx, member_id, waiting=None)
    if not run:
        await tell(tx, now, member_id, ReflectionShown(member_id))
        return
    following = topic_after(topic, await storage.reflection.of_member(tx, member_id))
    if following is not None:
        await ask(tx, now, member_id, following, run=True)
    else:
        await tell(tx, now, member_id, ReflectionDone(member_id))


async def drop(tx: Transaction, now: datetime, member: Member, topic: Topic) -> None:
    """Deletes one answer. Prospects noted because of it stay: they are the member's own by now."""
    await storage.reflection.remove(tx, member.id, topic)
    await _no_longer_waiting(tx, member)
    await tell(tx, now, member.id, ReflectionShown(member.id))


async def delete_all(tx: Transaction, now: datetime, member: Member) -> None:
    """Deletes every answer."""
    await storage.reflection.remove(tx, member.id)
    await _no_longer_waiting(tx, member)
    await note(tx, now, member.id, "reflect_deleted")


async def _no_longer_waiting(tx: Transaction, member: Member) -> None:
    if (member.waiting or {}).get("for") == "reflection":
        await storage.member.change(tx, member.id, waiting=None)


async def keep_name(
    tx: Transaction, now: datetime, member_id: int, topic: Topic, digest: int
) -> ProspectRefusal | None:
    """A name of an answer becomes a prospect; tapped again, it is none any more, unless it was called since.

    The button holds a digest of the name: the name itself is read from the answer, as that stands now.
    """
    answers = await storage.reflection.of_member(tx, member_id)
    name = next((one for one in names_in(answers.get(topic, "")) if digest_of(one) == digest), None)
    if name is None:
        return ProspectRefusal.GONE
    mine = await storage.prospect.of_member(tx, member_id)
    kept = next((one for one in mine if fold(one.name) == fold(name)), None)
    if kept is None:
        refusal = await prospects.add(tx, now, member_id, name, "")
        if isinstance(refusal, ProspectRefusal):
            return refusal
    elif kept.state is ProspectState.TO_CALL:
        await storage.prospect.remove(tx, member_id, kept.id)
    await tell(tx, now, member_id, NamesOffered(member_id, topic.number))
    return None
