"""A referral request from the ask to the claim: waves of offers, answers, hints, and the state the author is told."""

from collections.abc import Sequence
from datetime import datetime, timedelta

import storage.circle
import storage.introduction
import storage.member
import storage.membership
import storage.outbox
import storage.referral
from bot.actions import introduction
from bot.actions.telling import note, show, tell
from bot.domain.asks import LONGEST_ASK, clean, shorten
from bot.domain.circle import Circle, CircleState
from bot.domain.facts import CardShown, Note, OfferMade, Value
from bot.domain.hours import deadline
from bot.domain.member import Person
from bot.domain.referral import (
    ANSWERABLE,
    ASKS_AN_HOUR,
    CIRCLE_ASKS_AN_HOUR,
    OPEN,
    Offer,
    OfferState,
    PassReason,
    Referral,
    ReferralState,
    Refusal,
    awaits_answer,
    next_wave,
)
from bot.domain.routing import Fit, Routing
from storage.database import Transaction

MOST_WANTED = 20


def check(text: str) -> str | Refusal:
    """The ask as it will be kept, or why it cannot be one."""
    ask = clean(text)
    if not any(c.isalnum() for c in ask):
        return Refusal.EMPTY
    return ask if len(ask) <= LONGEST_ASK else Refusal.TOO_LONG


async def ask(
    tx: Transaction,
    now: datetime,
    circle: Circle,
    author: Person,
    text: str,
    *,
    message_id: int,
    thread_id: int | None,
    about_id: int | None = None,
) -> Referral | Refusal:
    """A new request, to be matched with members right away. The same message asks once."""
    words = check(text)
    if isinstance(words, Refusal):
        return words
    known = await storage.referral.of_message(tx, circle.id, message_id)
    if known is not None:
        return known
    hour_ago = now - timedelta(hours=1)
    if await storage.referral.asked_since(tx, hour_ago, author=author.id) >= ASKS_AN_HOUR:
        return Refusal.TOO_MANY
    if await storage.referral.asked_since(tx, hour_ago, circle=circle.id) >= CIRCLE_ASKS_AN_HOUR:
        return Refusal.CIRCLE_BUSY
    return await storage.referral.add(
        tx,
        circle_id=circle.id,
        author_id=author.id,
        author_name=shorten(clean(author.name), 64),
        about_id=about_id,
        text=words,
        state=ReferralState.ROUTING,
        thread_id=thread_id,
        message_id=message_id,
        unclear=False,
        created_at=now,
        expires_at=now + circle.expiry,
    )


async def edit(tx: Transaction, now: datetime, request: Referral, author_id: int, text: str) -> Refusal | None:
    """The author changed the words of their request: it is matched anew."""
    if author_id != request.author_id:
        return Refusal.NOT_AUTHOR
    words = check(text)
    if isinstance(words, Refusal):
        return words
    if not request.is_open:
        return Refusal.IS_OVER
    if words != request.text:
        await storage.referral.move_on(tx, request.id, OPEN, ReferralState.ROUTING, text=words)
    return None


async def routed(
    tx: Transaction, now: datetime, request: Referral, routing: Routing, order: Sequence[Fit]
) -> Referral | None:
    """The engine has spoken on a request: `order` is whom to offer it to, best and fairest first.

    1. Nothing happens if the request has changed meanwhile; it is routed again.
    2. Offers that nobody saw are replaced; an open offer to somebody who no longer fits is closed.
    3. The first wave goes out, or the circle is asked who knows someone.
    """
    current = await storage.referral.get(tx, request.id)
    if current is None or current.state is not ReferralState.ROUTING or current.text != request.text:
        return None
    await storage.referral.drop_waiting(tx, current.id)
    seen = {offer.member_id: offer for offer in await storage.referral.offers_of(tx, current.id)}
    fits = {int(fit.member): fit for fit in order}
    for offer in seen.values():
        if offer.member_id not in fits and offer.state in (OfferState.OPEN, OfferState.LAPSED):
            await close_offer(tx, now, offer)
    for rank, (member_id, fit) in enumerate(fits.items()):
        because = [[pair.ask, pair.statement] for pair in fit.because]
        known = seen.get(member_id)
        if known is not None:
            await storage.referral.change_offer(tx, known.id, rank=rank, fit=fit.fit, because=because)
            if known.state is OfferState.CLOSED:
                await storage.referral.move_offer(tx, known.id, [OfferState.CLOSED], OfferState.WAITING)
            elif known.sent_at is not None:
                await tell(tx, now, member_id, OfferMade(known.id))
            continue
        await storage.referral.add_offer(
            tx, referral_id=current.id, member_id=member_id, state=OfferState.WAITING, rank=rank, fit=fit.fit,
            because=because,
        )  # fmt: skip
    await storage.referral.change(tx, current.id, unclear=not routing.is_request)
    still_asked = awaits_answer(await storage.referral.offers_of(tx, current.id))
    if still_asked:
        await _wait_for_wave(tx, now, current)
    else:
        await _open_wave(tx, now, current)
    return current


async def _wait_for_wave(tx: Transaction, now: datetime, request: Referral) -> None:
    circle = await storage.circle.get(tx, request.circle_id)
    if circle is not None:
        ends_at = deadline(now, circle.wave_wait, circle.zone)
        await storage.referral.move_on(tx, request.id, OPEN, ReferralState.OFFERING, wave_ends_at=ends_at)
        await show_card(tx, now, request)


async def show_card(tx: Transaction, now: datetime, request: Referral) -> None:
    """Brings the status card in the group up to date."""
    await show(tx, now, request.circle_id, CardShown(request.id), reply_to=request.message_id,
               thread_id=request.thread_id)  # fmt: skip


async def may_offer(tx: Transaction, now: datetime, request: Referral, member_id: int) -> bool:
    """Whether a member may be asked about a request: in the circle, reachable, not paused, not who asks."""
    if member_id in (request.author_id, request.about_id):
        return False
    member = await storage.member.get(tx, member_id)
    if member is None or not member.reachable or member.is_paused(now):
        return False
    return await storage.membership.is_joined(tx, request.circle_id, member_id)


async def _open_wave(tx: Transaction, now: datetime, request: Referral) -> None:
    """Opens the next offers; with none left, asks the circle."""
    circle = await storage.circle.get(tx, request.circle_id)
    if circle is None:
        return
    if circle.state is CircleState.ASLEEP:  # nobody is asked for a group that the bot is not in; it goes on afterwards
        await storage.referral.move_on(tx, request.id, OPEN, ReferralState.NOBODY)
        return
    opened: list[Offer] = []
    waiting = next_wave(await storage.referral.offers_of(tx, request.id), MOST_WANTED * 50)
    for offer in waiting:
        if len(opened) == circle.wave_size:
            break
        if await may_offer(tx, now, request, offer.member_id):
            opened.append(offer)
        else:
            await storage.referral.move_offer(tx, offer.id, [OfferState.WAITING], OfferState.CLOSED)
    if not opened:
        await _nobody_yet(tx, now, request)
        return
    wave = request.wave + 1
    for offer in opened:
        await _open_offer(tx, now, offer, wave)
    ends_at = deadline(now, circle.wave_wait, circle.zone)
    await storage.referral.move_on(tx, request.id, OPEN, ReferralState.OFFERING, wave=wave, wave_ends_at=ends_at)
    await show_card(tx, now, request)


async def _open_offer(tx: Transaction, now: datetime, offer: Offer, wave: int) -> None:
    if offer.sent_at is not None:  # asked before: a fresh message, since an edit of the old one would not be noticed
        await storage.outbox.unpost(tx, str(OfferMade(offer.id).slot))
    await storage.referral.change_offer(tx, offer.id, state=OfferState.OPEN, wave=wave, sent_at=now, reason=None)
    await tell(tx, now, offer.member_id, OfferMade(offer.id))


async def _nobody_yet(tx: Transaction, now: datetime, request: Referral) -> None:
    await storage.referral.move_on(tx, request.id, OPEN, ReferralState.NOBODY)
    await show_card(tx, now, request)
    if request.wave:
        await note(tx, now, request.author_id, "nobody_yet", ask=shorten(request.text, 200))


async def move_along(tx: Transaction, now: datetime, referral_id: int, *, time_is_up: bool = False) -> None:
    """Opens the next wave of a request once everybody asked has answered, or their time is up."""
    request = await storage.referral.get(tx, referral_id)
    if request is None or request.state is not ReferralState.OFFERING:
        return
    offers = await storage.referral.offers_of(tx, referral_id)
    if not time_is_up and awaits_answer(offers):
        return
    for offer in offers:
        await storage.referral.move_offer(tx, offer.id, [OfferState.OPEN], OfferState.LAPSED)
    await _open_wave(tx, now, request)


async def close_offer(tx: Transaction, now: datetime, offer: Offer) -> None:
    """Ends an offer kindly: its message says so, without a sound."""
    open_states = [OfferState.WAITING, OfferState.OPEN, OfferState.LAPSED, OfferState.LATER]
    if await storage.referral.move_offer(tx, offer.id, open_states, OfferState.CLOSED) and offer.sent_at is not None:
        await tell(tx, now, offer.member_id, OfferMade(offer.id))


async def _answerable(
    tx: Transaction, offer_id: int, person: int, states: Sequence[OfferState] = ANSWERABLE
) -> tuple[Offer, Referral] | Refusal:
    """An offer and its request, if this person may answer it now."""
    offer = await storage.referral.get_offer(tx, offer_id)
    request = await storage.referral.get(tx, offer.referral_id) if offer else None
    if offer is None or request is None or offer.member_id != person:
        return Refusal.NOT_YOURS
    if not await storage.membership.is_joined(tx, request.circle_id, person):
        return Refusal.NOT_MEMBER
    if request.state is ReferralState.INTRODUCED:
        return Refusal.ALREADY_TAKEN
    if not request.is_open or offer.state not in states:
        return Refusal.IS_OVER
    return offer, request


async def claim(tx: Transaction, now: datetime, offer_id: int, person: int) -> Refusal | None:
    """A member's yes. The first one takes the request; a second tap of the same person changes nothing."""
    offer = await storage.referral.get_offer(tx, offer_id)
    if offer is not None and offer.member_id == person and offer.state is OfferState.CLAIMED:
        return None
    found = await _answerable(tx, offer_id, person)
    if isinstance(found, Refusal):
        if offer is not None and offer.member_id == person:
            await tell(tx, now, person, OfferMade(offer.id))
        return found
    offer, request = found
    if not await storage.referral.move_on(tx, request.id, OPEN, ReferralState.INTRODUCED):
        return Refusal.ALREADY_TAKEN
    await storage.referral.move_offer(tx, offer.id, ANSWERABLE, OfferState.CLAIMED, answered_at=now)
    for other in await storage.referral.offers_of(tx, request.id):
        if other.id != offer.id and other.sent_at is not None and other.state is not OfferState.CLAIMED:
            await storage.referral.move_offer(tx, other.id, [OfferState.OPEN, OfferState.LAPSED], OfferState.CLOSED)
            await tell(tx, now, other.member_id, OfferMade(other.id))
    await tell(tx, now, person, OfferMade(offer.id))
    await introduction.introduce(tx, now, request, person)
    await show_card(tx, now, request)
    return None


async def turn_down(
    tx: Transaction, now: datetime, offer_id: int, person: int, state: OfferState, reason: PassReason | None = None
) -> Refusal | None:
    """A member's no (`PASSED`, with a reason once they gave it) or not now (`LATER`). It can be changed while open."""
    found = await _answerable(tx, offer_id, person)
    if isinstance(found, Refusal):
        return found
    offer, request = found
    await storage.referral.move_offer(tx, offer.id, ANSWERABLE, state, answered_at=now, reason=reason)
    await tell(tx, now, person, OfferMade(offer.id))
    await move_along(tx, now, request.id)
    await show_card(tx, now, request)
    return None


async def hint_member(
    tx: Transaction, now: datetime, referral_id: int, by: int, member_id: int, offer_id: int = 0
) -> Refusal | None:
    """Somebody says which member fits: that member is asked. With `offer_id`, they were asked themselves."""
    request = await storage.referral.get(tx, referral_id)
    refusal = await _may_hint(tx, request, by)
    if refusal or request is None:
        return refusal or Refusal.IS_OVER
    if member_id == by:
        return Refusal.HINT_SELF
    if member_id in (request.author_id, request.about_id):
        return Refusal.HINT_AUTHOR
    if not await may_offer(tx, now, request, member_id):
        return Refusal.HINT_AWAY
    asked = {offer.member_id: offer for offer in await storage.referral.offers_of(tx, request.id)}
    known = asked.get(member_id)
    if known is not None and known.state not in (OfferState.WAITING, OfferState.CLOSED):
        return Refusal.HINT_ASKED
    if known is not None:
        await storage.referral.change_offer(tx, known.id, hinted_by=by)
    else:
        known = await storage.referral.add_offer(
            tx, referral_id=request.id, member_id=member_id, state=OfferState.WAITING, rank=len(asked), fit=0.0,
            because=[], hinted_by=by,
        )  # fmt: skip
    await _open_offer(tx, now, known, request.wave)
    await storage.referral.add_hint(tx, now, request.id, by, member_id, "")
    await _sent_on(tx, now, offer_id, by)
    if request.state is not ReferralState.ROUTING:
        await _wait_for_wave(tx, now, request)
    return None


async def hint_name(
    tx: Transaction, now: datetime, referral_id: int, by: int, name: str, offer_id: int = 0
) -> Refusal | None:
    """Somebody writes the name of a person outside the circle: the author is told who knows them."""
    request = await storage.referral.get(tx, referral_id)
    refusal = await _may_hint(tx, request, by)
    if refusal or request is None:
        return refusal or Refusal.IS_OVER
    words = shorten(clean(name), 100)
    if not words:
        return Refusal.EMPTY
    await storage.referral.add_hint(tx, now, request.id, by, None, words)
    await _sent_on(tx, now, offer_id, by)
    hinter = await storage.member.get(tx, by)
    values: dict[str, Value] = {"ask": shorten(request.text, 200), "name": words, "by": by, "by_name": hinter.name if hinter else "?"}
    await tell(tx, now, request.author_id, Note("hint_received", values))
    await move_along(tx, now, request.id)
    await show_card(tx, now, request)
    return None


async def _may_hint(tx: Transaction, request: Referral | None, by: int) -> Refusal | None:
    if request is None or not await storage.membership.is_joined(tx, request.circle_id, by):
        return Refusal.NOT_MEMBER
    if request.author_id == by:
        return Refusal.HINT_AUTHOR
    return None if request.is_open else Refusal.IS_OVER


async def _sent_on(tx: Transaction, now: datetime, offer_id: int, person: int) -> None:
    found = await _answerable(tx, offer_id, person) if offer_id else Refusal.IS_OVER
    if not isinstance(found, Refusal):
        offer, request = found
        await storage.referral.move_offer(tx, offer.id, ANSWERABLE, OfferState.SENT_ON, answered_at=now)
        await tell(tx, now, person, OfferMade(offer.id))
        await move_along(tx, now, request.id)


async def close(tx: Transaction, now: datetime, referral_id: int, person: int) -> Refusal | None:
    """The author withdraws their request, or closes it once it has led to somebody."""
    request = await storage.referral.get(tx, referral_id)
    if request is None or request.author_id != person:
        return Refusal.NOT_AUTHOR
    if not request.is_open:
        return Refusal.IS_OVER
    met = await storage.introduction.of_referral(tx, request.id)
    await end(tx, now, request, ReferralState.INTRODUCED if met else ReferralState.WITHDRAWN)
    return None


async def end(tx: Transaction, now: datetime, request: Referral, state: ReferralState) -> None:
    """A request is over: every open offer closes, the card says so, the author is told."""
    if not await storage.referral.move_on(tx, request.id, OPEN, state):
        return
    for offer in await storage.referral.offers_of(tx, request.id):
        await close_offer(tx, now, offer)
        if offer.state in (OfferState.PASSED, OfferState.SENT_ON):
            await tell(tx, now, offer.member_id, OfferMade(offer.id))
    await show_card(tx, now, request)
    told = await note(tx, now, request.author_id, f"author_{state}", ask=shorten(request.text, 200))
    if not told and state is ReferralState.EXPIRED:
        await show(tx, now, request.circle_id, Note("guest_expired", {"name": request.author_name}),
                   reply_to=request.message_id, thread_id=request.thread_id)  # fmt: skip


async def one_more(tx: Transaction, now: datetime, referral_id: int, person: int) -> Refusal | None:
    """The author would like to meet one more: the next members are asked, those kindly closed before among them."""
    request = await storage.referral.get(tx, referral_id)
    if request is None or request.author_id != person:
        return Refusal.NOT_AUTHOR
    if request.state is not ReferralState.INTRODUCED or request.wanted >= MOST_WANTED:
        return Refusal.IS_OVER
    circle = await storage.circle.get(tx, request.circle_id)
    if circle is None:
        return Refusal.IS_OVER
    await storage.referral.change(
        tx, request.id, state=ReferralState.OFFERING, wanted=request.wanted + 1, expires_at=now + circle.expiry
    )
    for offer in await storage.referral.offers_of(tx, request.id):
        await storage.referral.move_offer(tx, offer.id, [OfferState.CLOSED], OfferState.WAITING)
    fresh = await storage.referral.get(tx, request.id)
    if fresh is not None:
        await _open_wave(tx, now, fresh)
    return None


async def may_hint(tx: Transaction, referral_id: int, by: int) -> Refusal | None:
    """Whether a person may say who fits a request; None if so."""
    return await _may_hint(tx, await storage.referral.get(tx, referral_id), by)
