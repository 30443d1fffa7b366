"""The buttons of learning: take a better sentence, forget a lesson, see how a past ask was seen."""

import asyncio

import storage.member
import storage.referral
from bot.actions import learning
from bot.actions.routing import statements_for
from bot.actions.telling import tell
from bot.domain.asks import mask_contacts
from bot.domain.facts import AskSeen, LessonsShown, PastAsksListed
from handlers.turn import Turn


async def decide(turn: Turn, suggestion_id: int, take: int) -> None:
    """Use it, or no thanks."""
    async with turn.transaction() as tx:
        refusal = await learning.decide(tx, turn.now, suggestion_id, turn.person.id, bool(take))
    turn.answer(refusal or "saved", alert=refusal is not None)


async def show_lessons(turn: Turn) -> None:
    """What routing has learned from me."""
    async with turn.transaction() as tx:
        await tell(tx, turn.now, turn.person.id, LessonsShown(turn.person.id))


async def unlearn(turn: Turn, offer_id: int) -> None:
    """Forget one of them."""
    async with turn.transaction() as tx:
        refusal = await learning.unlearn(tx, turn.now, turn.person.id, offer_id)
    turn.answer(refusal or "saved", alert=refusal is not None)


async def past(turn: Turn) -> None:
    """The latest asks of my circles."""
    async with turn.transaction() as tx:
        await tell(tx, turn.now, turn.person.id, PastAsksListed())


async def seen(turn: Turn, referral_id: int) -> None:
    """How one of them looks beside my statement, and beside those of the circle, as for routing. The engine is asked
    before the transaction, in a thread."""
    async with turn.house.database.reading() as tx:
        me = await storage.member.get(tx, turn.person.id)
        asks = await storage.referral.recent_for(tx, turn.person.id, 50)
    ask = next((one for one in asks if one.id == referral_id), None)
    if me is None or ask is None:
        turn.answer("not_yours", alert=True)
        return
    async with turn.house.database.reading() as tx:
        circle = await statements_for(tx, turn.now, ask)
    mine = next((one for one in circle if one.member == me.id), me.statement())
    fit = await asyncio.to_thread(turn.house.router.why, mask_contacts(ask.text), mine, circle)
    because = tuple((pair.ask, pair.statement) for pair in fit.because)
    async with turn.transaction() as tx:
        await tell(tx, turn.now, me.id, AskSeen(ask.id, round(fit.fit * 100), because))
