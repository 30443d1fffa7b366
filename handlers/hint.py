"""Somebody knows someone: the list to pick from, a name to write, the link for those who have not pressed Start."""

import storage.member
import storage.outbox
import storage.referral
from bot.actions import hint as hints
from bot.actions import member as members
from bot.actions.telling import tell
from bot.domain.facts import MemberPicked, Note
from bot.domain.member import Waiting
from bot.domain.referral import Refusal
from handlers.turn import Turn
from storage.database import Transaction


async def know(turn: Turn, offer_id: int) -> None:
    """I know who fits, on an offer."""
    async with turn.transaction() as tx:
        offer = await storage.referral.get_offer(tx, offer_id)
        refusal: Refusal | None = Refusal.NOT_YOURS
        if offer is not None and offer.member_id == turn.person.id:
            refusal = await hints.may_hint(tx, offer.referral_id, turn.person.id)
            if refusal is None:
                await _show_list(turn, tx, offer.referral_id, offer_id)
    turn.answer(refusal or "", alert=refusal is not None)


async def know_someone(turn: Turn, referral_id: int, offer_id: int) -> None:
    """I know someone, on the card: goes on in private, where nobody looks on."""
    async with turn.transaction() as tx:
        refusal = await hints.may_hint(tx, referral_id, turn.person.id)
        reached = refusal is None and await _show_list(turn, tx, referral_id, offer_id)
    if refusal is Refusal.NOT_MEMBER or (refusal is None and not reached):
        link = turn.house.signer.start("h", referral_id)
        turn.answer("", url=f"https://t.me/{turn.house.bot.username}?start={link}")
    else:
        turn.answer(refusal or "hint_in_private", alert=refusal is not None)


async def followed(turn: Turn, referral_id: int) -> None:
    """The link behind that button: choose a member, or write a name. Whoever is no member is shown how to be one."""
    async with turn.transaction() as tx:
        await members.meet(tx, turn.now, turn.person, turn.person.language)
        refusal = await hints.may_hint(tx, referral_id, turn.person.id)
        request = await storage.referral.get(tx, referral_id)
        if refusal is None:
            await _show_list(turn, tx, referral_id, 0)
        elif refusal is Refusal.NOT_MEMBER and request is not None:
            row = (("button_join", "link", "j", request.circle_id),)
            await tell(tx, turn.now, turn.person.id, Note("join_first", {}, (row,)))
        else:
            await turn.reply(tx, refusal)


async def _show_list(turn: Turn, tx: Transaction, referral_id: int, offer_id: int) -> bool:
    fact = MemberPicked(referral_id, turn.person.id, offer_id)
    await storage.outbox.unpost(tx, str(fact.slot))  # asked for: a message at the end of the chat
    return await tell(tx, turn.now, turn.person.id, fact)


async def page(turn: Turn, referral_id: int, offer_id: int, number: int) -> None:
    """Another page of the list."""
    async with turn.transaction() as tx:
        refusal = await hints.may_hint(tx, referral_id, turn.person.id)
        if refusal is None:
            await tell(tx, turn.now, turn.person.id, MemberPicked(referral_id, turn.person.id, offer_id, number))
    turn.answer(refusal or "", alert=refusal is not None)


async def pick(turn: Turn, referral_id: int, member_id: int, offer_id: int) -> None:
    """A member of the list."""
    async with turn.transaction() as tx:
        refusal = await hints.hint_member(tx, turn.now, referral_id, turn.person.id, member_id, offer_id)
        chosen = await storage.member.get(tx, member_id)
        if refusal is None and chosen is not None:
            await tell(tx, turn.now, turn.person.id, Note("hint_sent", {"name": chosen.name}))
    turn.answer(refusal or "hint_thanks", alert=refusal is not None)


async def write(turn: Turn, referral_id: int, offer_id: int) -> None:
    """Write a name instead."""
    async with turn.transaction() as tx:
        refusal = await hints.may_hint(tx, referral_id, turn.person.id)
        if refusal is None:
            waiting: Waiting = {"for": "hint", "referral": referral_id, "offer": offer_id}
            await members.wait_for(tx, turn.person.id, waiting)
            await tell(tx, turn.now, turn.person.id, Note("hint_write"))
    turn.answer(refusal or "", alert=refusal is not None)


async def name_words(turn: Turn, referral_id: int, offer_id: int, text: str) -> None:
    """The name that was written."""
    async with turn.transaction() as tx:
        refusal = await hints.hint_name(tx, turn.now, referral_id, turn.person.id, text, offer_id)
        if refusal not in (Refusal.HINT_EMPTY, Refusal.HINT_LONG):
            await members.wait_for(tx, turn.person.id, None)
        await turn.reply(tx, refusal or "hint_thanks_written")


async def read_names(turn: Turn, referral_id: int) -> None:
    """The link on the card of an author whom the bot could not write to: the names that came in."""
    async with turn.transaction() as tx:
        await members.meet(tx, turn.now, turn.person, turn.person.language)
        refusal = await hints.show_names(tx, turn.now, referral_id, turn.person.id)
        if refusal:
            await turn.reply(tx, refusal)
