"""Whether people are still in the group on whose behalf they are told of each other: Telegram is asked once an hour."""

from datetime import timedelta

import storage.circle
import storage.membership
import storage.nudge
import storage.outbox
import storage.referral
from bot.actions import circle as circles
from bot.actions import nudge as nudges
from bot.domain.circle import Circle
from bot.domain.facts import Fact, Nudged, NudgeOfDay, OfferMade
from bot.domain.referral import OfferState
from bot.runtime.pulse import Pulse
from handlers.turn import House
from storage.outbox import Outgoing

MEMBERSHIP_AGE = timedelta(hours=1)  # how old Telegram's word that somebody is in the group may be


class Presence:
    """Who is still there. Whoever is not leaves the circle at once."""

    def __init__(self, house: House, pulse: Pulse) -> None:
        self._house = house
        self._pulse = pulse

    async def allows(self, row: Outgoing, fact: Fact) -> bool:
        """Whether a fact may be told now; if not, its row is settled, or has become another."""
        if isinstance(fact, OfferMade):
            return await self._still_in_group(row, fact)
        if isinstance(fact, Nudged):
            return await self._still_together(row, fact)
        return True

    async def _still_in_group(self, row: Outgoing, fact: OfferMade) -> bool:
        """Whether an offer may be shown; one that ended before its message was sent is never shown at all."""
        async with self._house.database.reading() as tx:
            offer = await storage.referral.get_offer(tx, fact.offer)
            request = await storage.referral.get(tx, offer.referral_id) if offer else None
            circle = await storage.circle.get(tx, request.circle_id) if request else None
            shown = await storage.outbox.get_posted(tx, str(fact.slot))
        if circle is None or offer is None:
            return True
        if offer.state is OfferState.CLOSED and shown is None:
            await self._drop(row, "ended before it was sent")
            return False
        if await self._is_present(circle, row.chat_id):
            return True
        await self._drop(row, "not in the group any more")
        return False

    async def _still_together(self, row: Outgoing, fact: Nudged) -> bool:
        """Whether a member may be given another's name: both are in a circle. If not, somebody else is chosen."""
        async with self._house.database.reading() as tx:
            made = await storage.nudge.get(tx, fact.nudge)
            if made is None or made.collaborator_id is None or await storage.outbox.get_posted(tx, str(fact.slot)):
                return True
            circles_shared = await storage.circle.shared_by(tx, made.member_id, made.collaborator_id)
        for circle in circles_shared:
            if await self._is_present(circle, made.member_id) and await self._is_present(circle, made.collaborator_id):
                return True
        async with self._house.database.transaction() as tx:
            instead = await nudges.instead(tx, self._pulse.now(), made, row.id)
        if not instead:
            await self._drop(row, "no longer in one group")
        return False

    async def name(self, row: Outgoing, fact: NudgeOfDay) -> Outgoing | None:
        """The day's nudge of a member becomes the one that names somebody, in the same place; None if there is none."""
        async with self._house.database.transaction() as tx:
            if await nudges.name(tx, self._pulse.now(), row.id, fact):
                return await storage.outbox.get(tx, row.id)
        await self._drop(row, "nobody to name")
        return None

    async def _is_present(self, circle: Circle, person: int) -> bool:
        """Whether a member is in a circle's group. Telegram is asked again, at most once an hour."""
        now = self._pulse.now()
        async with self._house.database.reading() as tx:
            if not await storage.membership.is_stale(tx, now, circle.id, person, MEMBERSHIP_AGE):
                return True
        present = await self._house.is_present(circle.chat_id, person)
        async with self._house.database.transaction() as tx:
            if present:
                await storage.membership.checked(tx, now, circle.id, person)
            elif present is None:
                await circles.fall_asleep(tx, now, circle.chat_id)
            else:
                await circles.leave(tx, now, circle, person)
        self._pulse.ring()
        return bool(present)

    async def _drop(self, row: Outgoing, reason: str) -> None:
        self._pulse.figures.sent("dropped")
        async with self._house.database.transaction() as tx:
            await storage.outbox.settle(tx, self._pulse.now(), row.id, "dropped", reason)
