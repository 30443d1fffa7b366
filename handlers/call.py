"""After a call: a line to remember, the other side's word, and never being suggested to each other again."""

from bot.actions import call as calls
from bot.actions import member as members
from bot.domain.answers import Unusable
from handlers.turn import Turn


async def line_words(turn: Turn, nudge_id: int, text: str) -> None:
    """The line that somebody wrote after a call."""
    async with turn.transaction() as tx:
        await members.meet(tx, turn.now, turn.person, turn.person.language)
        refusal = await calls.remember(tx, turn.now, nudge_id, turn.person.id, text)
        await turn.reply(tx, refusal if isinstance(refusal, Unusable) else "remembered")


async def no_line(turn: Turn, nudge_id: int) -> None:
    """No line, thank you."""
    async with turn.transaction() as tx:
        refusal = await calls.leave_out(tx, turn.now, nudge_id, turn.person.id)
    turn.answer(refusal or "saved", alert=refusal is not None)


async def confirm(turn: Turn, nudge_id: int, yes: int) -> None:
    """The one who was called says whether they talked."""
    async with turn.transaction() as tx:
        refusal = await calls.confirm(tx, turn.now, nudge_id, turn.person.id, bool(yes))
    turn.answer(refusal or "saved", alert=refusal is not None)


async def never(turn: Turn, nudge_id: int, never: int) -> None:
    """Not this person, ever; or again after all."""
    async with turn.transaction() as tx:
        refusal = await calls.never_again(tx, turn.now, nudge_id, turn.person.id, bool(never))
    turn.answer(refusal or "saved", alert=refusal is not None)
