"""A member's own part: who they are, the profile questions, holidays, and being forgotten."""

from collections.abc import Mapping
from datetime import datetime, timedelta

import storage.circle
import storage.introduction
import storage.member
import storage.nudge
import storage.outbox
import storage.referral
from bot.actions import circle as circles
from bot.actions import nudge, referral
from bot.actions.telling import note, show, tell
from bot.domain.answers import Unusable, read_answer
from bot.domain.asks import clean, shorten
from bot.domain.facts import Asked, CardShown, Introduced, Note, PlayedBack, ProfileShown
from bot.domain.member import Member, Person, Question, Waiting, question_after
from bot.domain.referral import OfferState, ReferralState
from storage.database import Transaction

LONGEST_NAME = 64
ANONYMOUS = ""  # whose place a text of the reader's language takes


async def meet(
    tx: Transaction, now: datetime, person: Person, language: str, *, in_private: bool = True
) -> Member:
    """The member that a person is: made at their first Start, brought up to date whenever they write.

    Only what they write in private shows that they can be written to.
    """
    known = await storage.member.get(tx, person.id)
    names = {
        "first_name": shorten(clean(person.first_name), LONGEST_NAME) or "?",
        "last_name": shorten(clean(person.last_name), LONGEST_NAME),
        "username": person.username,
    }
    if known is None:
        made = Member(id=person.id, created_at=now, language=language, first_name=str(names["first_name"]),
                      last_name=str(names["last_name"]), username=person.username)  # fmt: skip
        await storage.member.add(tx, made)
        return made
    changed = {name: value for name, value in names.items() if getattr(known, name) != value}
    if back:
        changed["reachable"] = True  # type: ignore[assignment]
    if changed:
        await storage.member.change(tx, person.id, **changed)
    back = in_private and not known.reachable
    if back:
        await nudge.schedule(tx, now, person.id)
    found = await storage.member.get(tx, person.id)
    return found or known


async def unreachable(tx: Transaction, now: datetime, member_id: int) -> None:
    """They blocked the bot or are gone from Telegram: open offers close, nudges stop, everything else is kept."""
    member = await storage.member.get(tx, member_id)
    if member is None or not member.reachable:
        return
    await storage.member.change(tx, member_id, reachable=False, next_nudge_at=None)
    await storage.outbox.drop_for(tx, now, member_id, "the member cannot be written to")
    await _step_back(tx, now, member_id)


async def _step_back(tx: Transaction, now: datetime, member_id: int) -> None:
    for offer in await storage.referral.offers_to(tx, member_id, [OfferState.WAITING, OfferState.OPEN]):
        await referral.close_offer(tx, now, offer)
        await referral.move_along(tx, now, offer.referral_id)


async def wait_for(tx: Transaction, member_id: int, waiting: Waiting | None) -> None:
    """What the member's next words are for; None for nothing."""
    await storage.member.change(tx, member_id, waiting=waiting)


async def ask_question(tx: Transaction, now: datetime, member_id: int, question: Question, setup: bool) -> None:
    for request in await storage.referral.by_author(tx, member_id):
        if now < request.expires_at:  # its card leads to what they could not be told
            await show(tx, now, request.circle_id, CardShown(request.id))
    """Asks one question of the profile and waits for the answer."""
    await wait_for(tx, member_id, {"for": "question", "question": question, "setup": int(setup)})
    await tell(tx, now, member_id, Asked(question, setup))


async def answer(
    tx: Transaction, now: datetime, member: Member, question: Question, text: str, setup: bool
) -> Unusable | None:
    """Keeps an answer at once and goes on: to the next question, or back to the profile."""
    values = read_answer(question, text)
    if isinstance(values, Unusable):
        return values
    await _keep(tx, now, member, question, values)
    await _go_on(tx, now, member.id, question, setup)
    return None


async def _keep(
    tx: Transaction, now: datetime, member: Member, question: Question, values: Mapping[str, object]
) -> None:
    await storage.member.change(tx, member.id, **values)
    if question in (Question.ZONE, Question.NUDGE_AT):
        await nudge.schedule(tx, now, member.id)
    if question is Question.PERFECT_CLIENT:
        await tell(tx, now, member.id, PlayedBack(member.id))


async def skip(tx: Transaction, now: datetime, member_id: int, question: Question, setup: bool) -> None:
    """Leaves a question out; what was answered before stays."""
    await _go_on(tx, now, member_id, question, setup)


async def clear(tx: Transaction, now: datetime, member: Member, question: Question) -> None:
    """Takes an answer back."""
    empty: dict[Question, Mapping[str, object]] = {
        Question.LISTEN_FOR: {"listen_for": []},
        Question.LANGUAGES: {"languages": []},
        Question.ZONE: {"zone": "UTC", "zone_known": False},
        Question.NUDGE_AT: {"nudge_on": False, "next_nudge_at": None},
    }
    await storage.member.change(tx, member.id, **empty.get(question, {str(question): ""}))
    await _go_on(tx, now, member.id, question, setup=False)


async def _go_on(tx: Transaction, now: datetime, member_id: int, question: Question, setup: bool) -> None:
    await wait_for(tx, member_id, None)
    if not setup:
        await tell(tx, now, member_id, ProfileShown(member_id))
        return
    following = question_after(question)
    if following is not None:
        await ask_question(tx, now, member_id, following, setup=True)
        return
    await note(tx, now, member_id, "setup_done")
    await tell(tx, now, member_id, ProfileShown(member_id))


async def pause(tx: Transaction, now: datetime, member_id: int, days: int | None) -> None:
    """A holiday from offers and nudges, for some days or until they come back by themselves."""
    until = now + timedelta(days=days) if days else None
    await storage.member.change(tx, member_id, paused=True, paused_until=until, next_nudge_at=None)
    await _step_back(tx, now, member_id)


async def resume(tx: Transaction, now: datetime, member_id: int) -> None:
    """The holiday is over."""
    await storage.member.change(tx, member_id, paused=False, paused_until=None)
    await nudge.schedule(tx, now, member_id)


async def back_from_holiday(tx: Transaction, now: datetime, member: Member) -> None:
    """The days of a holiday have passed: the member is told, with one tap to stay away."""
    await resume(tx, now, member.id)
    await tell(tx, now, member.id, Note("welcome_back"), key=f"back:{member.id}:{member.paused_until}")


async def forget(tx: Transaction, now: datetime, member_id: int) -> None:
    """Erases a person everywhere; others keep their history, without the name.

    1. Their open requests end and their open offers close, so that nobody waits for them.
    2. Their name and words leave requests, hints and introductions, and the cards in the groups are brought up to date.
    3. The member and all that hangs on them is deleted, with every message kept for them.
    """
    for request in await storage.referral.open_by(tx, member_id):
        await referral.end(tx, now, request, ReferralState.WITHDRAWN)
    await _step_back(tx, now, member_id)
    requests = await storage.referral.by_author(tx, member_id)
    met = await storage.introduction.of_person(tx, member_id)
    for joined in await storage.circle.of_member(tx, member_id):
        await circles.leave(tx, now, joined, member_id)
    await storage.referral.erase_author(tx, member_id, ANONYMOUS)
    await storage.introduction.erase_person(tx, member_id, ANONYMOUS)
    for request in requests:
        await show(tx, now, request.circle_id, CardShown(request.id))
    await storage.member.erase(tx, member_id)
    # The other side's messages are made again from what is left, which no longer names anybody.
    for made in met:
        for person in (made.giver_id, made.receiver_id):
            await tell(tx, now, person, Introduced(made.id, int(person or 0)))
    await storage.outbox.put(tx, now, member_id, Note("forgotten"))
