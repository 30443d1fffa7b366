"""A referral request from the ask to its end: routing, waves of offers, and the state that its author is told."""

from collections.abc import Sequence
from datetime import datetime, timedelta

import storage.circle
import storage.introduction
import storage.member
import storage.membership
import storage.outbox
import storage.refer_out
import storage.referral
from bot.actions.telling import note, show, tell
from bot.domain.asks import LONGEST_ASK, clean, length, shorten
from bot.domain.circle import Circle, CircleState
from bot.domain.facts import CardShown, Note, OfferMade, ReferOutShown
from bot.domain.hours import deadline
from bot.domain.member import Person
from bot.domain.referral import (
    ASKS_AN_HOUR,
    CIRCLE_ASKS_AN_HOUR,
    OPEN,
    Offer,
    OfferState,
    Referral,
    ReferralKind,
    ReferralState,
    Refusal,
    asked_count,
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
    return ask if length(ask) <= LONGEST_ASK else Refusal.TOO_LONG


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
        author_name=shorten(clean(author.name), 64) or "?",
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
    if not request.is_open:
        return Refusal.EDIT_OVER if words != request.text else None
    if isinstance(words, Refusal):
        return words
    if words != request.text:
        await storage.referral.move_on(tx, request.id, OPEN, ReferralState.ROUTING, text=words)
    return None


async def routed(
    tx: Transaction, now: datetime, request: Referral, routing: Routing, order: Sequence[Fit]
) -> Referral | None:
    """The engine has spoken on a request: `order` is whom to offer it to, best and fairest first.

    1. Nothing happens if the request has changed meanwhile; it is routed again.
    2. Offers that nobody saw are replaced. Whoever was asked sees the new words; an offer that no longer fits is
       closed, unless a member thought of them.
    3. The wave is filled up, or the circle is asked who knows someone.
    """
    current = await storage.referral.get(tx, request.id)
    if current is None or current.state is not ReferralState.ROUTING or current.text != request.text:
        return None
    await storage.referral.drop_waiting(tx, current.id)
    seen = {offer.member_id: offer for offer in await storage.referral.offers_of(tx, current.id)}
    fits = {int(fit.member): fit for fit in order}
    for offer in seen.values():
        if offer.member_id not in fits:
            await _fits_no_more(tx, now, offer)
    for rank, (member_id, fit) in enumerate(fits.items()):
        because = [[pair.ask, pair.statement] for pair in fit.because]
        known = seen.get(member_id)
        if known is None:
            await storage.referral.add_offer(
                tx, referral_id=current.id, member_id=member_id, state=OfferState.WAITING, rank=rank, fit=fit.fit,
                because=because,
            )  # fmt: skip
            continue
        await storage.referral.change_offer(tx, known.id, rank=rank, fit=fit.fit, because=because)
        reopened = await storage.referral.move_offer(tx, known.id, [OfferState.CLOSED], OfferState.WAITING)
        if not reopened and known.sent_at is not None:
            await tell(tx, now, member_id, OfferMade(known.id))
    await storage.referral.change(tx, current.id, unclear=not routing.is_request)
    await _open_wave(tx, now, current)
    return current


async def _fits_no_more(tx: Transaction, now: datetime, offer: Offer) -> None:
    await storage.referral.change_offer(tx, offer.id, fit=0.0, because=[])
    if offer.hinted_by is None:
        await close_offer(tx, now, offer)
    if offer.sent_at is not None:
        await tell(tx, now, offer.member_id, OfferMade(offer.id))


async def wait_for_wave(tx: Transaction, now: datetime, request: Referral) -> None:
    """Gives those asked their time from now on."""
    circle = await storage.circle.get(tx, request.circle_id)
    if circle is not None:
        ends_at = deadline(now, circle.wave_wait, circle.zone)
        await storage.referral.move_on(tx, request.id, OPEN, ReferralState.OFFERING, wave_ends_at=ends_at)
        await show_card(tx, now, request)


async def show_card(tx: Transaction, now: datetime, request: Referral) -> None:
    """Brings the status card in the group up to date; of a client handed on, the giver's own message instead."""
    if request.kind is ReferralKind.REFER:
        made = await storage.refer_out.of_referral(tx, request.id)
        if made is not None:
            await tell(tx, now, made.giver_id, ReferOutShown(made.id))
        return
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
    offers = await storage.referral.offers_of(tx, request.id)
    asked = sum(offer.state is OfferState.OPEN for offer in offers)
    opened: list[Offer] = []
    for offer in next_wave(offers, len(offers)):
        if asked + len(opened) >= circle.wave_size:
            break
        if await may_offer(tx, now, request, offer.member_id):
            opened.append(offer)
        else:
            await storage.referral.move_offer(tx, offer.id, [OfferState.WAITING], OfferState.CLOSED)
    if not asked and not opened:
        await _nobody_yet(tx, now, request, told=asked_count(offers) > 0)
        return
    wave = request.wave + bool(opened)
    for offer in opened:
        await open_offer(tx, now, offer, wave)
    await storage.referral.change(tx, request.id, wave=wave)
    await wait_for_wave(tx, now, request)


async def open_offer(tx: Transaction, now: datetime, offer: Offer, wave: int) -> None:
    """Asks one member."""
    if offer.sent_at is not None:  # asked before: a fresh message, since an edit of the old one would not be noticed
        await storage.outbox.unpost(tx, str(OfferMade(offer.id).slot))
    await storage.referral.change_offer(tx, offer.id, state=OfferState.OPEN, wave=wave, sent_at=now, reason=None)
    await tell(tx, now, offer.member_id, OfferMade(offer.id))


async def _nobody_yet(tx: Transaction, now: datetime, request: Referral, *, told: bool) -> None:
    await storage.referral.move_on(tx, request.id, OPEN, ReferralState.NOBODY)
    await show_card(tx, now, request)
    if told:
        key = "refer_nobody_yet" if request.kind is ReferralKind.REFER else "nobody_yet"
        await note(tx, now, request.author_id, key, ask=shorten(request.text, 200))


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


async def close(tx: Transaction, now: datetime, referral_id: int, person: int) -> Refusal | None:
    """The author withdraws their request, or closes it once it has led to somebody."""
    request = await storage.referral.get(tx, referral_id)
    if request is None or request.author_id != person:
        return Refusal.NOT_AUTHOR
    if not request.is_open:
        return Refusal.IS_OVER
    await end(tx, now, request, ReferralState.WITHDRAWN)
    return None


async def end(tx: Transaction, now: datetime, request: Referral, state: ReferralState) -> None:
    """A request is over: every open offer closes, the card says so, the author is told.

    One that has led to an introduction, and looked for one more, stays introduced.
    """
    met = bool(await storage.introduction.of_referral(tx, request.id))
    if not await storage.referral.move_on(tx, request.id, OPEN, ReferralState.INTRODUCED if met else state):
        return
    for offer in await storage.referral.offers_of(tx, request.id):
        await close_offer(tx, now, offer)
        if offer.state in (OfferState.PASSED, OfferState.SENT_ON):
            await tell(tx, now, offer.member_id, OfferMade(offer.id))
    await show_card(tx, now, request)
    if request.kind is ReferralKind.REFER:
        if state is ReferralState.EXPIRED:
            key = "author_expired_more" if met else "refer_expired"
            await note(tx, now, request.author_id, key, ask=shorten(request.text, 200))
        return
    key = f"{state}_more" if met else str(state)
    told = await note(tx, now, request.author_id, f"author_{key}", ask=shorten(request.text, 200))
    if not told and state is ReferralState.EXPIRED:
        await show(tx, now, request.circle_id, Note(f"guest_{key}", {"name": request.author_name}),
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
        if offer.fit or offer.hinted_by is not None:
            await storage.referral.move_offer(tx, offer.id, [OfferState.CLOSED], OfferState.WAITING)
    fresh = await storage.referral.get(tx, request.id)
    if fresh is not None:
        await _open_wave(tx, now, fresh)
    return None
