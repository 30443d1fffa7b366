"""An ask in the group, and every button of its card and its offers."""

from telegram import MessageEntity

import storage.member
import storage.referral
from bot.actions import member as members
from bot.actions import referral as referrals
from bot.actions.telling import tell
from bot.domain.facts import MemberPicked, Note
from bot.domain.member import Waiting
from bot.domain.referral import OfferState, PassReason, Refusal
from handlers.turn import NOBODY, Turn

LIMITS = {"ask_too_long": {"most": 1000}, "ask_too_many": {"most": 10}}


async def need(turn: Turn, text: str) -> None:
    """/need TEXT, or /need as a reply to the message that holds the ask."""
    original = turn.message.reply_to_message
    about = None
    if not text and original is not None and not original.forum_topic_created:
        text = original.text or original.caption or ""
        writer = original.from_user
        about = writer.id if writer and not writer.is_bot and writer.id not in NOBODY else None
    await _ask(turn, text, about if about != turn.person.id else None)


async def mention(turn: Turn) -> None:
    """The bot is mentioned: the rest of the message is the ask."""
    text = without_mention(turn)
    if text is not None:
        await need(turn, text)


def without_mention(turn: Turn) -> str | None:
    """The message without the bot's name; None when the bot is not mentioned."""
    message = turn.message
    handle = f"@{turn.house.bot.username}".casefold()
    entities = message.parse_entities([MessageEntity.MENTION]) | message.parse_caption_entities([MessageEntity.MENTION])
    names = {words for words in entities.values() if words.casefold() == handle}
    text = message.text or message.caption or ""
    if not names:
        return None
    for name in names:
        text = text.replace(name, " ")
    return text.strip(" \n,:;–-")


async def _ask(turn: Turn, text: str, about: int | None) -> None:
    if turn.is_anonymous:
        await turn.only_reply(Refusal.ANONYMOUS)
        return
    async with turn.transaction() as tx:
        circle = await turn.circle(tx)
        if await storage.member.get(tx, turn.person.id):
            await members.meet(tx, turn.now, turn.person, turn.person.language)
        made = await referrals.ask(
            tx, turn.now, circle, turn.person, text, message_id=turn.message.message_id, thread_id=turn.thread_id,
            about_id=about,
        )  # fmt: skip
        if isinstance(made, Refusal):
            await turn.reply(tx, made, **LIMITS.get(made, {}))


async def edited(turn: Turn, text: str | None) -> None:
    """A message of the group was edited: if it is an ask, it is matched anew; if it has become one, it is made."""
    circle = await turn.known_circle()
    if circle is None:
        return
    async with turn.house.database.reading() as tx:
        request = await storage.referral.of_message(tx, circle.id, turn.message.message_id)
    if request is None:
        if text:
            await _ask(turn, text, None)
        return
    async with turn.transaction() as tx:
        refusal = await referrals.edit(tx, turn.now, request, turn.person.id, text or turn.message.text or "")
        if refusal and refusal is not Refusal.IS_OVER:
            await turn.reply(tx, refusal, **LIMITS.get(refusal, {}))


# Offers


async def claim(turn: Turn, offer_id: int) -> None:
    """I can help."""
    async with turn.transaction() as tx:
        refusal = await referrals.claim(tx, turn.now, offer_id, turn.person.id)
    _done(turn, refusal, "claim_done")


async def turn_down(turn: Turn, offer_id: int) -> None:
    """Not my client: the reason is asked next."""
    async with turn.transaction() as tx:
        refusal = await referrals.turn_down(tx, turn.now, offer_id, turn.person.id, OfferState.PASSED)
    _done(turn, refusal, "")


async def why(turn: Turn, offer_id: int, reason: str) -> None:
    """The reason for a pass."""
    async with turn.transaction() as tx:
        refusal = await referrals.turn_down(
            tx, turn.now, offer_id, turn.person.id, OfferState.PASSED, PassReason(reason)
        )
    _done(turn, refusal, "pass_noted")


async def later(turn: Turn, offer_id: int) -> None:
    """Not now."""
    async with turn.transaction() as tx:
        refusal = await referrals.turn_down(tx, turn.now, offer_id, turn.person.id, OfferState.LATER)
    _done(turn, refusal, "later_noted")


async def know(turn: Turn, offer_id: int) -> None:
    """I know who fits: pick the member, or write a name."""
    async with turn.transaction() as tx:
        offer = await storage.referral.get_offer(tx, offer_id)
        refusal: Refusal | None = Refusal.NOT_YOURS
        if offer is not None and offer.member_id == turn.person.id:
            refusal = await referrals.may_hint(tx, offer.referral_id, turn.person.id)
            if refusal is None:
                await tell(tx, turn.now, turn.person.id, MemberPicked(offer.referral_id, offer_id))
    _done(turn, refusal, "")


# The card


async def hint(turn: Turn, referral_id: int, offer_id: int) -> None:
    """I know someone: goes on in private, where nobody looks on."""
    async with turn.transaction() as tx:
        refusal = await referrals.may_hint(tx, referral_id, turn.person.id)
        reached = refusal is None and await tell(tx, turn.now, turn.person.id, MemberPicked(referral_id, offer_id))
    if refusal is Refusal.NOT_MEMBER or (refusal is None and not reached):
        link = turn.house.signer.start("h", referral_id)
        turn.answer("", url=f"https://t.me/{turn.house.bot.username}?start={link}")
    else:
        _done(turn, refusal, "hint_in_private")


async def close(turn: Turn, referral_id: int) -> None:
    """Close: only for the author."""
    async with turn.transaction() as tx:
        refusal = await referrals.close(tx, turn.now, referral_id, turn.person.id)
    _done(turn, refusal, "closed")


async def one_more(turn: Turn, referral_id: int) -> None:
    """One more: only for the author."""
    async with turn.transaction() as tx:
        refusal = await referrals.one_more(tx, turn.now, referral_id, turn.person.id)
    _done(turn, refusal, "looking_again")


# Hints


async def page(turn: Turn, referral_id: int, offer_id: int, number: int) -> None:
    """Another page of the list."""
    async with turn.transaction() as tx:
        await tell(tx, turn.now, turn.person.id, MemberPicked(referral_id, offer_id, number))


async def pick(turn: Turn, referral_id: int, member_id: int, offer_id: int) -> None:
    """A member of the list."""
    async with turn.transaction() as tx:
        refusal = await referrals.hint_member(tx, turn.now, referral_id, turn.person.id, member_id, offer_id)
        chosen = await storage.member.get(tx, member_id)
        if refusal is None and chosen is not None:
            await tell(tx, turn.now, turn.person.id, Note("hint_sent", {"name": chosen.name}))
    _done(turn, refusal, "hint_thanks")


async def write(turn: Turn, referral_id: int, offer_id: int) -> None:
    """Write a name instead."""
    async with turn.transaction() as tx:
        refusal = await referrals.may_hint(tx, referral_id, turn.person.id)
        if refusal is None:
            waiting: Waiting = {"for": "hint", "referral": referral_id, "offer": offer_id}
            await members.wait_for(tx, turn.person.id, waiting)
            await tell(tx, turn.now, turn.person.id, Note("hint_write"))
    _done(turn, refusal, "")


async def hint_words(turn: Turn, referral_id: int, offer_id: int, text: str) -> None:
    """The name that was written."""
    async with turn.transaction() as tx:
        refusal = await referrals.hint_name(tx, turn.now, referral_id, turn.person.id, text, offer_id)
        if refusal is not Refusal.EMPTY:
            await members.wait_for(tx, turn.person.id, None)
        await turn.reply(tx, refusal or "hint_thanks_written")


def _done(turn: Turn, refusal: Refusal | None, key: str) -> None:
    turn.answer(refusal or key, alert=refusal is not None)
