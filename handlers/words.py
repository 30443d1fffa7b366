"""Words and other things written in private: an answer to what the bot waits for, or nothing it knows."""

import storage.member
import storage.outbox
from bot.domain.facts import Note
from handlers import call, circle, collaborator, hint, member, prospect, refer_out, reflection
from handlers.turn import Turn


async def words(turn: Turn) -> None:
    """Gives the words to whatever the member's row says that the bot waits for."""
    text = turn.message.text
    async with turn.house.database.reading() as tx:
        known = await storage.member.get(tx, turn.person.id)
    waiting = known.waiting if known else None
    if waiting is None:
        await _not_waiting(turn)
    elif text is None:
        await turn.only_reply("words_please")
    elif waiting["for"] == "question":
        await member.question_words(turn, str(waiting["question"]), int(waiting["setup"]), text)
    elif waiting["for"] == "hint":
        await hint.name_words(turn, int(waiting["referral"]), int(waiting["offer"]), text)
    elif waiting["for"] == "refer":
        await refer_out.words(turn, text)
    elif waiting["for"] == "client":
        await refer_out.client_words(turn, int(waiting["refer_out"]), text)
    elif waiting["for"] == "reflection":
        await reflection.words(turn, str(waiting["topic"]), int(waiting["run"]), text)
    elif waiting["for"] == "prospect":
        await prospect.words(turn, text)
    elif waiting["for"] == "circle_zone":
        await circle.zone_words(turn, int(waiting["circle"]), text)
    elif waiting["for"] == "remember":
        await call.line_words(turn, int(waiting["nudge"]), text)
    elif waiting["for"] in ("seeks", "brings"):
        await collaborator.words(turn, str(waiting["for"]), text)
    else:
        await _not_waiting(turn)


async def _not_waiting(turn: Turn) -> None:
    async with turn.transaction() as tx:
        if await storage.member.get(tx, turn.person.id):
            await member.me(turn, tx)
        await turn.reply(tx, "not_waiting")


async def unknown_command(turn: Turn) -> None:
    """A command that there is not."""
    await turn.only_reply("unknown_command")


async def wrong_place(turn: Turn) -> None:
    """A command that works somewhere else."""
    if turn.is_private:
        await turn.only_reply("only_in_group")
        return
    note = Note("only_in_private", {}, ((("button_open_chat", "chat"),),))
    async with turn.transaction() as tx:
        await storage.outbox.put(
            tx, turn.now, turn.chat.id, note, reply_to=turn.message.message_id, thread_id=turn.thread_id
        )
