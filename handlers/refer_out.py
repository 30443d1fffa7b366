"""Refer out, in private: /refer, the questions before anybody is asked, and what comes after the claim."""

import storage.refer_out
from bot.actions import member as members
from bot.actions import refer_out as refer_outs
from bot.domain.asks import LONGEST_ASK
from bot.domain.limits import EDITS
from bot.domain.refer_out import LONGEST_CLIENT, Consent, ReferReason
from bot.domain.referral import ASKS_AN_HOUR, Refusal
from handlers.turn import Turn
from storage.database import Transaction


async def command(turn: Turn, text: str) -> None:
    """/refer TEXT. Without words it explains itself, shows what is open, and takes the next words."""
    async with turn.transaction() as tx:
        await members.meet(tx, turn.now, turn.person, turn.person.language)
        if text:
            await _begin(turn, tx, text)
            return
        await refer_outs.show_open(tx, turn.now, turn.person.id)
        await _wait(turn, tx)


async def edited(turn: Turn, text: str | None) -> None:
    """A private message was edited: if it handed on a client, the new words count; if it does so now, it begins.

    `text` is None when the message does not begin with the command.
    """
    async with turn.house.database.reading() as tx:
        made = await storage.refer_out.of_message(tx, turn.person.id, turn.message.message_id)
    if made is None:
        if text:
            await command(turn, text)
        return
    if not turn.passes(EDITS, turn.person.id):
        await turn.only_reply("edit_too_many")
        return
    words = turn.message.text or "" if text is None else text
    async with turn.transaction() as tx:
        refusal = await refer_outs.edit(tx, turn.now, made, words)
        if refusal is Refusal.EMPTY:
            await turn.reply(tx, "refer_how")
        elif refusal is not None:
            await turn.reply(tx, refusal, most=LONGEST_ASK)


async def edited_words(turn: Turn) -> None:
    """An edited private message without the command at its beginning."""
    await edited(turn, None)


async def ask_words(turn: Turn) -> None:
    """A button that leads here: the next words are about the client."""
    async with turn.transaction() as tx:
        await members.meet(tx, turn.now, turn.person, turn.person.language)
        await _wait(turn, tx)


async def words(turn: Turn, text: str) -> None:
    """The words about a client that were waited for."""
    async with turn.transaction() as tx:
        await members.wait_for(tx, turn.person.id, None)
        await _begin(turn, tx, text)


async def _wait(turn: Turn, tx: Transaction) -> None:
    await members.wait_for(tx, turn.person.id, {"for": "refer"})
    await turn.reply(tx, "refer_how")


async def _begin(turn: Turn, tx: Transaction, text: str) -> None:
    made = await refer_outs.begin(tx, turn.now, turn.person.id, text, turn.message.message_id)
    if made is Refusal.EMPTY:
        await _wait(turn, tx)
    elif made is Refusal.TOO_LONG:
        await members.wait_for(tx, turn.person.id, {"for": "refer"})
        await turn.reply(tx, made, most=LONGEST_ASK)
    elif isinstance(made, Refusal):
        await turn.reply(tx, made, most=ASKS_AN_HOUR)


async def choose_circle(turn: Turn, refer_out_id: int, circle_id: int) -> None:
    """In which circle."""
    async with turn.transaction() as tx:
        refusal = await refer_outs.choose_circle(tx, turn.now, refer_out_id, turn.person.id, circle_id)
    turn.answer(refusal or "", alert=refusal is not None)


async def choose_reason(turn: Turn, refer_out_id: int, reason: str) -> None:
    """Why the client is handed on."""
    async with turn.transaction() as tx:
        refusal = await refer_outs.choose_reason(
            tx, turn.now, refer_out_id, turn.person.id, ReferReason(reason)
        )  # fmt: skip
    turn.answer(refusal or "refer_on_its_way", alert=refusal is not None)


async def drop(turn: Turn, refer_out_id: int) -> None:
    """Rather not."""
    async with turn.transaction() as tx:
        refusal = await refer_outs.drop(tx, turn.now, refer_out_id, turn.person.id)
    turn.answer(refusal or "", alert=refusal is not None)


async def consent(turn: Turn, refer_out_id: int, answer: str, of: int = 0) -> None:
    """Has the client agreed? Yes, not yet, no. `of`: which of those who took the client was asked about."""
    async with turn.transaction() as tx:
        refusal = await refer_outs.consent(tx, turn.now, refer_out_id, turn.person.id, Consent(answer), of)
    turn.answer(refusal or "saved", alert=refusal is not None)


async def client_words(turn: Turn, refer_out_id: int, text: str) -> None:
    """The client's name and how to reach them."""
    async with turn.transaction() as tx:
        refusal = await refer_outs.write_client(tx, turn.now, refer_out_id, turn.person.id, text)
        if refusal is Refusal.CLIENT_LONG:
            await turn.reply(tx, refusal, most=LONGEST_CLIENT)
            return
        if refusal is not Refusal.CLIENT_EMPTY:
            await members.wait_for(tx, turn.person.id, None)
        await turn.reply(tx, refusal or "client_passed_on")
