"""Learning from answers: a better sentence after three alike ones, and lessons that a member can take back."""

from datetime import datetime

import storage.learning
import storage.member
from bot.actions import sharpening
from bot.actions.telling import tell
from bot.domain.facts import LessonsShown, SuggestionMade
from bot.domain.learning import Advice, Improvable, SuggestionState, advice
from bot.domain.referral import PassReason, Refusal
from storage.database import Transaction

LOOK_BACK = 60  # answers


async def learn(tx: Transaction, now: datetime, member_id: int) -> None:
    """A member has just answered an offer. Every third alike answer leads to something better:

    1. Three asks taken: what they have in common belongs into the perfect client.
    2. Three passes as the wrong client, size or trade: it belongs under "not a fit".
    3. Three passes for a place, or for being fully booked: one tap to change that.
    """
    answers = await storage.learning.answers_of(tx, member_id, LOOK_BACK)
    match advice(answers):
        case Advice.PERFECT_CLIENT:
            await storage.learning.add_suggestion(tx, now, member_id, Improvable.PERFECT_CLIENT)
        case Advice.NOT_A_FIT:
            await storage.learning.add_suggestion(tx, now, member_id, Improvable.NOT_A_FIT)
        case Advice.OTHERWISE:
            await sharpening.suggest(tx, now, member_id, answers[0][1] or PassReason.CLIENT)
        case None:
            return


async def suggested(tx: Transaction, now: datetime, suggestion_id: int, words: str | None) -> None:
    """The engine has made a suggestion. Where it found nothing better to say, the member's own words are shown."""
    state = SuggestionState.OFFERED if words else SuggestionState.NONE
    if not await storage.learning.move_suggestion(tx, suggestion_id, SuggestionState.WANTED, state, words or ""):
        return
    found = await storage.learning.get_suggestion(tx, suggestion_id)
    if found is None:
        return
    if words:
        await tell(tx, now, found.member_id, SuggestionMade(found.id))
    elif found.question is Improvable.NOT_A_FIT:
        answers = await storage.learning.answers_of(tx, found.member_id, LOOK_BACK)
        reason = next((reason for _, reason in answers if reason is not None), None)
        if reason is not None:
            await sharpening.suggest(tx, now, found.member_id, reason)


async def decide(tx: Transaction, now: datetime, suggestion_id: int, person: int, take: bool) -> Refusal | None:
    """A member takes a suggestion, and with it their statement changes; or declines it."""
    found = await storage.learning.get_suggestion(tx, suggestion_id)
    if found is None or found.member_id != person:
        return Refusal.NOT_YOURS
    state = SuggestionState.TAKEN if take else SuggestionState.DECLINED
    if not await storage.learning.move_suggestion(tx, found.id, SuggestionState.OFFERED, state):
        return Refusal.IS_OVER
    if take:
        await storage.member.change(tx, person, **{str(found.question): found.words})
    await tell(tx, now, person, SuggestionMade(found.id))
    return None


async def unlearn(tx: Transaction, now: datetime, person: int, offer_id: int) -> Refusal | None:
    """Routing forgets one answered ask."""
    if not await storage.learning.unlearn(tx, person, offer_id):
        return Refusal.NOT_YOURS
    await tell(tx, now, person, LessonsShown(person))
    return None
