"""A circle's life: the bot comes and goes, people join and leave, hosts decide."""

from datetime import datetime, timedelta

import storage.circle
import storage.member
import storage.membership
import storage.outbox
import storage.referral
from bot.actions import nudge, referral
from bot.actions.telling import show, tell
from bot.domain.circle import Circle, CircleDefaults, CircleState
from bot.domain.facts import Asked, CardShown, CircleWelcomed, Note, Value
from bot.domain.referral import OPEN, OfferState, ReferralState
from storage.database import Transaction

LEFT_OPEN = (OfferState.WAITING, OfferState.OPEN, OfferState.LAPSED, OfferState.LATER)


async def greet(
    tx: Transaction, now: datetime, chat_id: int, title: str, language: str, defaults: CircleDefaults, occasion: int
) -> Circle:
    """The bot is in a group: the circle begins, or wakes up, and the group is greeted once an `occasion`."""
    known = await storage.circle.of_chat(tx, chat_id)
    circle = await meet(tx, now, chat_id, title, language, defaults)
    if known is None or known.state is CircleState.ASLEEP:
        await show(tx, now, circle.id, CircleWelcomed(circle.id), key=f"welcome:{circle.id}:{occasion}")
    return circle


async def meet(
    tx: Transaction, now: datetime, chat_id: int, title: str, language: str, defaults: CircleDefaults
) -> Circle:
    """The circle of a group that the bot is evidently in; made if it is not known, woken if it was asleep."""
    circle = await storage.circle.of_chat(tx, chat_id)
    if circle is None:
        return await storage.circle.add(tx, now, chat_id, title, language, defaults)
    if circle.state is CircleState.ASLEEP:
        for request in await storage.referral.open_in(tx, circle.id):  # what was asked before goes on
            await storage.referral.move_on(tx, request.id, OPEN, ReferralState.ROUTING)
    if circle.state is CircleState.ASLEEP or circle.title != title:
        await storage.circle.change(tx, circle.id, state=CircleState.ACTIVE, title=title)
        found = await storage.circle.get(tx, circle.id)
        return found or circle
    return circle


async def fall_asleep(tx: Transaction, now: datetime, chat_id: int) -> None:
    """The bot is no longer in a group: nothing more is sent there. Members and requests stay for its return."""
    circle = await storage.circle.of_chat(tx, chat_id)
    if circle is not None:
        await storage.circle.change(tx, circle.id, state=CircleState.ASLEEP)
        await storage.outbox.drop_for(tx, now, chat_id, "the bot is not in the group")


async def show_the_way(tx: Transaction, now: datetime, member_id: int) -> None:
    """A member who must press Start before the bot may write to them: their groups show the button, once."""
    for circle in await storage.circle.of_member(tx, member_id):
        await show(tx, now, circle.id, CircleWelcomed(circle.id), key=f"way:{circle.id}:{member_id}")


async def move(tx: Transaction, old: int, new: int) -> None:
    """Telegram upgraded a group to a supergroup; its number changed. Does nothing the second time."""
    await storage.circle.move(tx, old, new)


async def join(tx: Transaction, now: datetime, circle: Circle, member_id: int) -> None:
    """A member of the group joins its circle. Whoever has said nothing to route by is asked the first question."""
    is_new = await storage.membership.join(tx, now, circle.id, member_id)
    member = await storage.member.get(tx, member_id)
    if member is None:
        return
    if not member.zone_known and member.zone != circle.zone:
        await storage.member.change(tx, member_id, zone=circle.zone)
        await nudge.schedule(tx, now, member_id)
    questions = member.unanswered()
    values: dict[str, Value] = {"circle": circle.title, "name": member.first_name}
    if member.routable:
        rows = ((("button_continue", "continue", questions[0]),),) if questions else ()
        await tell(tx, now, member_id, Note("joined_known" if is_new else "joined_before", values, rows))
        return
    await tell(tx, now, member_id, Note("joined" if is_new else "joined_before", values))
    await storage.member.change(tx, member_id, waiting={"for": "question", "question": questions[0], "setup": 1})
    await tell(tx, now, member_id, Asked(questions[0]))


async def leave(tx: Transaction, now: datetime, circle: Circle, member_id: int) -> bool:
    """Somebody is no longer in the group: they leave its circle, and what was open between them ends."""
    if not await storage.membership.leave(tx, circle.id, member_id):
        return False
    await tell(tx, now, member_id, Note("left_circle", {"circle": circle.title}))
    for offer in await storage.referral.offers_to(tx, member_id, LEFT_OPEN):
        request = await storage.referral.get(tx, offer.referral_id)
        if request and request.circle_id == circle.id:
            await referral.close_offer(tx, now, offer)
            await referral.move_along(tx, now, request.id)
    for request in await storage.referral.open_by(tx, member_id):
        if request.circle_id == circle.id:
            await referral.end(tx, now, request, ReferralState.WITHDRAWN)
    return True


async def configure(
    tx: Transaction,
    now: datetime,
    circle_id: int,
    *,
    zone: str | None = None,
    language: str | None = None,
    wave_size: int | None = None,
    wave_wait: timedelta | None = None,
    expiry: timedelta | None = None,
    follow_up: timedelta | None = None,
) -> None:
    """A host decides; what is None stays. Members who never named their own zone go by the circle's."""
    values = {"zone": zone, "language": language, "wave_size": wave_size, "wave_wait": wave_wait, "expiry": expiry,
              "follow_up": follow_up}  # fmt: skip
    chosen = {name: value for name, value in values.items() if value is not None}
    if chosen:
        await storage.circle.change(tx, circle_id, **chosen)
    if zone is not None:
        for member in await storage.member.of_circle(tx, circle_id):
            if not member.zone_known:
                await storage.member.change(tx, member.id, zone=zone)
                await nudge.schedule(tx, now, member.id)


async def refresh_cards(tx: Transaction, now: datetime, member_id: int) -> None:
    """Brings the cards of a member's open requests up to date."""
    for request in await storage.referral.open_by(tx, member_id):
        if request.state in OPEN:
            await show(tx, now, request.circle_id, CardShown(request.id))
