"""A member's prospects: noted, called, invited, joined, or deleted. The bot itself never writes to any of them."""

from datetime import datetime

import storage.member
import storage.membership
import storage.outbox
import storage.prospect
from bot.actions.telling import note, tell
from bot.domain.answers import Unusable
from bot.domain.asks import fold
from bot.domain.facts import InvitationShown, Note, ProspectShown
from bot.domain.prospect import MOST_PROSPECTS, ProspectRefusal, ProspectState, read_prospect
from storage.database import Transaction


async def add(tx: Transaction, now: datetime, member_id: int, name: str, line: str) -> int | ProspectRefusal:
    """Notes a prospect; one of that name gets the new line instead. Returns its id."""
    mine = await storage.prospect.of_member(tx, member_id)
    known = next((one for one in mine if fold(one.name) == fold(name)), None)
    if known is not None:
        if line:
            await storage.prospect.change(tx, member_id, known.id, line=line)
        return known.id
    if len(mine) >= MOST_PROSPECTS:
        return ProspectRefusal.FULL
    return await storage.prospect.add(tx, now, member_id, name, line)


async def add_words(tx: Transaction, now: datetime, member_id: int, text: str) -> Unusable | ProspectRefusal | None:
    """Notes what a member wrote: a name, and a line on why. Contact details are left out, and that is said.

    Somebody of the member's own circles is no prospect: they are shown the way to them instead.
    """
    read = read_prospect(text)
    if isinstance(read, Unusable | ProspectRefusal):
        return read
    others = await storage.member.in_same_circles(tx, member_id)
    known = next((one for one in others if fold(one.name) == fold(read.name)), None)
    if known is not None:
        await storage.member.change(tx, member_id, waiting=None)
        await tell(
            tx,
            now,
            member_id,
            Note("prospect_is_member", {"name": known.name}, ((("button_show_member", "who", known.id),),)),
        )
        return None
    made = await add(tx, now, member_id, read.name, read.line)
    if isinstance(made, ProspectRefusal):
        return made
    await storage.member.change(tx, member_id, waiting=None)
    if read.left_out:
        await note(tx, now, member_id, "prospect_left_out", name=read.name)
    await _show(tx, now, member_id, made)
    return None


async def ask_words(tx: Transaction, now: datetime, member_id: int) -> None:
    """Asks for a name and waits for it."""
    await storage.member.change(tx, member_id, waiting={"for": "prospect"})
    await note(tx, now, member_id, "prospect_write")


async def show(tx: Transaction, now: datetime, person: int, prospect_id: int) -> ProspectRefusal | None:
    """Shows one prospect to the member whose it is."""
    found = await storage.prospect.get(tx, prospect_id)
    if found is None or found.member_id != person:
        return ProspectRefusal.GONE
    await _show(tx, now, person, prospect_id)
    return None


async def _show(tx: Transaction, now: datetime, member_id: int, prospect_id: int) -> None:
    fact = ProspectShown(prospect_id)
    await storage.outbox.unpost(tx, str(fact.slot))  # anew, at the end of the chat
    await tell(tx, now, member_id, fact)


async def move(
    tx: Transaction, now: datetime, person: int, prospect_id: int, state: ProspectState
) -> ProspectRefusal | None:
    """How far the member has come with a prospect, in any order."""
    if not await storage.prospect.change(tx, person, prospect_id, state=state):
        return ProspectRefusal.GONE
    await tell(tx, now, person, ProspectShown(prospect_id))
    return None


async def remove(tx: Transaction, now: datetime, person: int, prospect_id: int) -> ProspectRefusal | None:
    """Deletes a prospect."""
    if not await storage.prospect.remove(tx, person, prospect_id):
        return ProspectRefusal.GONE
    await note(tx, now, person, "prospect_deleted")
    return None


async def invite(
    tx: Transaction, now: datetime, person: int, prospect_id: int, circle_id: int
) -> ProspectRefusal | None:
    """The words of an invitation into one of the member's circles, for the member to send."""
    found = await storage.prospect.get(tx, prospect_id)
    if found is None or found.member_id != person or not await storage.membership.is_joined(tx, circle_id, person):
        return ProspectRefusal.GONE
    await tell(tx, now, person, InvitationShown(prospect_id, circle_id))
    return None
