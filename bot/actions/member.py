"""A member's own part: who they are, the profile questions, holidays, and being forgotten."""

from collections.abc import Mapping
from dataclasses import dataclass
from datetime import datetime, timedelta

import storage.circle
import storage.introduction
import storage.member
import storage.nudge
import storage.outbox
import storage.refer_out
import storage.referral
from bot.actions import circle as circles
from bot.actions import nudge, refer_out, referral
from bot.actions.telling import note, show, tell
from bot.domain.answers import Unusable, read_answer
from bot.domain.asks import clean, shorten
from bot.domain.circle import CircleState
from bot.domain.facts import (
    Asked,
    CallConfirmed,
    CardShown,
    ChallengeSummed,
    Fact,
    FollowedUp,
    Introduced,
    Note,
    Nudged,
    OfferMade,
    PlayedBack,
    ProfileShown,
    ThanksOffered,
    ThanksSaid,
)
from bot.domain.member import Member, Person, Question, Waiting, is_vague, question_after
from bot.domain.referral import OfferState, ReferralState
from bot.domain.routing import Reach, Understanding
from storage.database import Transaction

LONGEST_NAME = 64
ANONYMOUS = ""  # whose place a text of the reader's language takes


@dataclass(frozen=True, slots=True)
class Heard:
    """What the engine made of a member's words, before the transaction that keeps them."""

    understood: Understanding | None = None
    examples: tuple[str, ...] = ()  # what clients of their trade say

    def played_back(self, member_id: int, setup: bool, sharpen: bool) -> PlayedBack:
        """The fact to tell them."""
        if self.understood is None:
            return PlayedBack(member_id, setup, sharpen)
        made = self.understood
        question = made.question if made.reach is not Reach.CLEAR and made.question else ""
        return PlayedBack(member_id, setup, sharpen, made.brings, made.sends_on or "", str(question))


NOTHING = Heard()


async def meet(tx: Transaction, now: datetime, person: Person, language: str, *, in_private: bool = True) -> Member:
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
    back = in_private and not known.reachable
    if back:
        changed["reachable"] = True  # type: ignore[assignment]
    if changed:
        await storage.member.change(tx, person.id, **changed)
    if back:
        await nudge.schedule(tx, now, person.id)
    return (await storage.member.get(tx, person.id) if changed else None) or known


async def unreachable(tx: Transaction, now: datetime, member_id: int) -> None:
    """They blocked the bot or are gone from Telegram: open offers close, nudges stop, everything else is kept."""
    member = await storage.member.get(tx, member_id)
    if member is None or not member.reachable:
        return
    await storage.member.change(tx, member_id, reachable=False, next_nudge_at=None)
    await storage.outbox.drop_for(tx, now, member_id, "the member cannot be written to")
    await _step_back(tx, now, member_id)
    for request in await storage.referral.by_author(tx, member_id):
        if now < request.expires_at:  # its card leads to what they could not be told
            await show(tx, now, request.circle_id, CardShown(request.id))


async def _step_back(tx: Transaction, now: datetime, member_id: int) -> None:
    for offer in await storage.referral.offers_to(tx, member_id, [OfferState.WAITING, OfferState.OPEN]):
        await referral.close_offer(tx, now, offer)
        await referral.move_along(tx, now, offer.referral_id)


async def wait_for(tx: Transaction, member_id: int, waiting: Waiting | None) -> None:
    """What the member's next words are for; None for nothing."""
    await storage.member.change(tx, member_id, waiting=waiting)


async def ask_question(
    tx: Transaction, now: datetime, member_id: int, question: Question, setup: bool, examples: tuple[str, ...] = ()
) -> None:
    """Asks one question of the profile and waits for the answer."""
    await wait_for(tx, member_id, {"for": "question", "question": question, "setup": int(setup)})
    await tell(tx, now, member_id, Asked(question, setup, examples if question is Question.LISTEN_FOR else ()))


async def answer(
    tx: Transaction, now: datetime, member: Member, question: Question, text: str, setup: bool, heard: Heard = NOTHING
) -> Unusable | None:
    """Keeps an answer at once and goes on: to the next question, or back to the profile.

    A perfect client is played back; one too vague to route by is asked for once more, and then taken as it is.
    `heard` is what the engine made of the words.
    """
    values = read_answer(question, text, member.zone)
    if isinstance(values, Unusable):
        return values
    await storage.member.change(tx, member.id, **values)
    if question in (Question.ZONE, Question.NUDGE_AT):
        await nudge.schedule(tx, now, member.id)
    if question is Question.PERFECT_CLIENT:
        sharpen = is_vague(text) and "again" not in (member.waiting or {})
        await tell(tx, now, member.id, heard.played_back(member.id, setup, sharpen))
        if sharpen:
            await wait_for(tx, member.id, {"for": "question", "question": question, "setup": int(setup), "again": 1})
            return None
    await _go_on(tx, now, member.id, question, setup, heard)
    return None


async def skip(
    tx: Transaction, now: datetime, member_id: int, question: Question, setup: bool, heard: Heard = NOTHING
) -> None:
    """Leaves a question out; what was answered before stays."""
    await _go_on(tx, now, member_id, question, setup, heard)


async def clear(tx: Transaction, now: datetime, member: Member, question: Question) -> None:
    """Takes an answer back, and shows the profile without it."""
    await _empty(tx, now, member, question)
    await _go_on(tx, now, member.id, question, setup=False)


async def no_nudge(tx: Transaction, now: datetime, member: Member, setup: bool) -> None:
    """No daily nudge; on to what comes next."""
    await _empty(tx, now, member, Question.NUDGE_AT)
    await _go_on(tx, now, member.id, Question.NUDGE_AT, setup)


async def _empty(tx: Transaction, now: datetime, member: Member, question: Question) -> None:
    mine = await storage.circle.of_member(tx, member.id)
    empty: dict[Question, Mapping[str, object]] = {
        Question.LISTEN_FOR: {"listen_for": []},
        Question.LANGUAGES: {"languages": []},
        Question.ZONE: {"zone": mine[0].zone if mine else "UTC", "zone_known": False},
        Question.NUDGE_AT: {"nudge_on": False, "next_nudge_at": None},
    }
    await storage.member.change(tx, member.id, **empty.get(question, {str(question): ""}))
    await nudge.schedule(tx, now, member.id)


async def _go_on(
    tx: Transaction, now: datetime, member_id: int, question: Question, setup: bool, heard: Heard = NOTHING
) -> None:
    await wait_for(tx, member_id, None)
    if not setup:
        await tell(tx, now, member_id, ProfileShown(member_id))
        return
    member = await storage.member.get(tx, member_id)
    if member is None:
        return
    following = question_after(question, member.unanswered())
    if following is not None:
        await ask_question(tx, now, member_id, following, setup=True, examples=heard.examples)
        return
    await note(tx, now, member_id, "setup_done" if member.routable else "setup_done_bare")
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
    4. Messages that others have of them are made again from what is left, which no longer names anybody.
    """
    naming = await _messages_naming(tx, member_id) + await refer_out.messages_naming(tx, member_id)
    member = await storage.member.get(tx, member_id)
    if member is None:
        await storage.outbox.put(tx, now, member_id, Note("forgotten"))
        return
    for request in await storage.referral.open_by(tx, member_id):
        await referral.end(tx, now, request, ReferralState.WITHDRAWN)
    await _step_back(tx, now, member_id)
    for joined in await storage.circle.of_member(tx, member_id):
        await circles.leave(tx, now, joined, member_id)
    await storage.refer_out.erase_giver(tx, member_id)
    await storage.referral.erase_author(tx, member_id, ANONYMOUS)
    await storage.introduction.erase_person(tx, member_id, ANONYMOUS)
    await storage.member.erase(tx, member_id)
    await storage.outbox.erase_naming(tx, member_id, member.name)
    for chat, fact in naming:
        if await storage.outbox.get_posted(tx, str(fact.slot)):
            await storage.outbox.put(tx, now, chat, fact)
    await storage.outbox.put(tx, now, member_id, Note("forgotten", language=member.language))


async def _messages_naming(tx: Transaction, member_id: int) -> list[tuple[int, Fact]]:
    """Messages to others that are kept up to date and may name a member or quote their words, with their chats."""
    found: list[tuple[int, Fact]] = []
    for offer in await storage.referral.offers_naming(tx, member_id):
        found.append((offer.member_id, OfferMade(offer.id)))
    for request in await storage.referral.by_author(tx, member_id):
        circle = await storage.circle.get(tx, request.circle_id)
        if circle is not None and circle.state is CircleState.ACTIVE:
            found.append((circle.chat_id, CardShown(request.id)))
    for suggested in await storage.nudge.suggesting(tx, member_id):
        found.append((suggested.member_id, Nudged(suggested.id)))
        if suggested.challenge_id:
            found.append((suggested.member_id, ChallengeSummed(suggested.challenge_id)))
    for mine in await storage.nudge.of_member(tx, member_id):
        if mine.collaborator_id:
            found.append((mine.collaborator_id, CallConfirmed(mine.id, mine.collaborator_id)))
    for made in await storage.introduction.of_person(tx, member_id):
        for person in {made.giver_id, made.receiver_id} - {None, member_id}:
            other = int(person or 0)
            found += [(other, Introduced(made.id, other)), (other, ThanksOffered(made.id, other))]
            found += [(other, FollowedUp(made.id, other, turn)) for turn in range(made.follow_ups)]
        said = await storage.referral.get(tx, made.referral_id)
        circle = await storage.circle.get(tx, said.circle_id) if said else None
        if circle is not None and circle.state is CircleState.ACTIVE:
            found.append((circle.chat_id, ThanksSaid(made.id)))
    return found
