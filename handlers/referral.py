"""An ask in the group, and the buttons of its card and its offers that answer it."""

import re

from telegram import MessageEntity

import storage.member
import storage.referral
from bot.actions import member as members
from bot.actions import offer as offers
from bot.actions import referral as referrals
from bot.actions.telling import note
from bot.domain.limits import EDITS
from bot.domain.referral import OfferState, PassReason, Refusal
from handlers.turn import NOBODY, Turn

LIMITS = {"ask_too_long": {"most": 1000}, "ask_too_many": {"most": 10}}


def command_text(text: str) -> str:
    """What stands behind a command, with its line breaks."""
    return re.sub(r"^/\S+\s*", "", text).strip()


async def need(turn: Turn, text: str) -> None:
    """/need TEXT, or /need as a reply to the message that holds the ask."""
    await _ask(turn, *_asked(turn, text))


def _asked(turn: Turn, text: str) -> tuple[str, int | None]:
    """The words of the ask, and whose message it answers, if it does: that person is not asked about it."""
    original = turn.message.reply_to_message
    if original is None or original.forum_topic_created:
        return text, None
    writer = original.from_user
    if writer is not None and writer.id == turn.house.bot.id:  # what the bot has written is nobody's ask
        return text, None
    about = writer.id if writer and not writer.is_bot and writer.id not in (*NOBODY, turn.person.id) else None
    return text or command_text(original.text or original.caption or ""), about


async def caption(turn: Turn) -> None:
    """/need under a picture."""
    text = _under_picture(turn)
    if text is not None:
        await need(turn, text)


def _under_picture(turn: Turn) -> str | None:
    text = turn.message.caption or ""
    command = re.match(r"/need(@\w+)?(?=\s|$)", text, re.ASCII)
    meant = command is not None and command[1] in (None, f"@{turn.house.bot.username}")
    return command_text(text) if meant else None


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
        text = re.sub(rf"{re.escape(name)}\s*[,:;–-]?", " ", text)
    return text.strip(" \n,:;–-")


async def _ask(turn: Turn, text: str, about: int | None) -> None:
    if turn.is_anonymous:
        await turn.only_reply(Refusal.ANONYMOUS)
        return
    async with turn.transaction() as tx:
        circle = await turn.circle(tx)
        if await storage.member.get(tx, turn.person.id):
            await members.meet(tx, turn.now, turn.person, turn.person.language, in_private=False)
        made = await referrals.ask(
            tx, turn.now, circle, turn.person, text, message_id=turn.message.message_id, thread_id=turn.thread_id,
            about_id=about,
        )  # fmt: skip
        if isinstance(made, Refusal):
            await turn.reply(tx, made, **LIMITS.get(made, {}))


async def edited(turn: Turn, text: str | None) -> None:
    """A message of the group was edited: if it is an ask, it is matched anew; if it has become one, it is made.

    `text` is None when it neither begins with the command nor mentions the bot.
    """
    circle = await turn.known_circle()
    if circle is None:
        return
    async with turn.house.database.reading() as tx:
        request = await storage.referral.of_message(tx, circle.id, turn.message.message_id)
    if request is None:
        if text is not None:
            await need(turn, text)
        return
    words = turn.message.text or turn.message.caption or "" if text is None else _asked(turn, text)[0]
    if turn.person.id == request.author_id and not turn.passes(EDITS, circle.id):
        async with turn.transaction() as tx:
            if not await note(tx, turn.now, turn.person.id, "edit_too_many"):
                await turn.reply(tx, "edit_too_many")
        return
    async with turn.transaction() as tx:
        refusal = await referrals.edit(tx, turn.now, request, turn.person.id, words)
        if refusal is Refusal.EDIT_OVER:  # nothing that the group needs to hear
            await note(tx, turn.now, turn.person.id, refusal)
        elif refusal and refusal is not Refusal.NOT_AUTHOR:
            await turn.reply(tx, refusal, **LIMITS.get(refusal, {}))


async def edited_words(turn: Turn) -> None:
    """An edited message without the command at its beginning."""
    under_picture = _under_picture(turn)
    await edited(turn, without_mention(turn) if under_picture is None else under_picture)


# Offers


async def claim(turn: Turn, offer_id: int) -> None:
    """I can help."""
    async with turn.transaction() as tx:
        refusal = await offers.claim(tx, turn.now, offer_id, turn.person.id)
    _done(turn, refusal, "claim_done")


async def turn_down(turn: Turn, offer_id: int) -> None:
    """Not my client: the reason is asked next."""
    async with turn.transaction() as tx:
        refusal = await offers.turn_down(tx, turn.now, offer_id, turn.person.id, OfferState.PASSED)
    _done(turn, refusal, "")


async def why(turn: Turn, offer_id: int, reason: str) -> None:
    """The reason for a pass."""
    async with turn.transaction() as tx:
        refusal = await offers.turn_down(tx, turn.now, offer_id, turn.person.id, OfferState.PASSED, PassReason(reason))
    _done(turn, refusal, "pass_noted")


async def later(turn: Turn, offer_id: int) -> None:
    """Not now."""
    async with turn.transaction() as tx:
        refusal = await offers.turn_down(tx, turn.now, offer_id, turn.person.id, OfferState.LATER)
    _done(turn, refusal, "later_noted")


# The card


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


def _done(turn: Turn, refusal: Refusal | None, key: str) -> None:
    turn.answer(refusal or key, alert=refusal is not None)
