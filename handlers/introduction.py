"""The buttons that follow an introduction."""

from bot.actions import introduction as introductions
from bot.domain.introduction import Outcome
from handlers.turn import Turn


async def went(turn: Turn, introduction_id: int, outcome: str, number: int) -> None:
    """How it went."""
    async with turn.transaction() as tx:
        refusal = await introductions.answer(
            tx, turn.now, introduction_id, turn.person.id, Outcome(outcome), number
        )  # fmt: skip
    turn.answer(refusal or "saved", alert=refusal is not None)


async def show_again(turn: Turn, introduction_id: int) -> None:
    """Where was that introduction?"""
    async with turn.transaction() as tx:
        refusal = await introductions.show_again(tx, turn.now, introduction_id, turn.person.id)
    turn.answer(refusal or "", alert=refusal is not None)


async def thank(turn: Turn, introduction_id: int, yes: int) -> None:
    """Whether thanks may be said in the group."""
    async with turn.transaction() as tx:
        refusal = await introductions.agree(tx, turn.now, introduction_id, turn.person.id, bool(yes))
    turn.answer(refusal or "saved", alert=refusal is not None)
