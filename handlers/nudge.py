"""The daily nudge: its hour, on and off, and its four buttons."""

from datetime import time

from bot.actions import member as members
from bot.actions import nudge as nudges
from bot.actions.telling import tell
from bot.domain.facts import NudgeSettingsShown
from bot.domain.hours import parse_hour
from bot.domain.nudge import NudgeState
from handlers.turn import Turn

ON = ("on", "yes", "an", "ein", "ja")
OFF = ("off", "no", "aus", "nein")


async def command(turn: Turn, text: str) -> None:
    """/nudge [HH:MM | on | off]"""
    words = text.strip().lower()
    if not words:
        await _show(turn)
    elif words in ON:
        await _configure(turn, on=True)
    elif words in OFF:
        await _configure(turn, on=False)
    elif hour := parse_hour(words):
        await _configure(turn, on=True, at=hour)
    else:
        await turn.only_reply("nudge_how")


async def _show(turn: Turn) -> None:
    async with turn.transaction() as tx:
        await members.meet(tx, turn.now, turn.person, turn.person.language)
        await tell(tx, turn.now, turn.person.id, NudgeSettingsShown())


async def _configure(turn: Turn, *, on: bool, at: time | None = None) -> None:
    async with turn.transaction() as tx:
        await members.meet(tx, turn.now, turn.person, turn.person.language)
        await nudges.configure(tx, turn.now, turn.person.id, on=on, at=at)
        await tell(tx, turn.now, turn.person.id, NudgeSettingsShown())


async def set_hour(turn: Turn, hour: str) -> None:
    """An hour was tapped."""
    await _configure(turn, on=True, at=parse_hour(hour))
    turn.answer("saved")


async def off(turn: Turn) -> None:
    """No nudge, thank you."""
    await _configure(turn, on=False)
    turn.answer("saved")


async def answer(turn: Turn, nudge_id: int, state: str) -> None:
    """We talked · Someone else · Tomorrow · Skip today."""
    async with turn.transaction() as tx:
        refusal = await nudges.answer(tx, turn.now, nudge_id, turn.person.id, NudgeState(state))
    turn.answer(refusal or "saved", alert=refusal is not None)


async def toggle_day(turn: Turn, weekday: int) -> None:
    """A weekday was tapped: off, or on again. One of the seven stays."""
    async with turn.transaction() as tx:
        member = await members.meet(tx, turn.now, turn.person, turn.person.language)
        off = set(member.days_off) ^ {weekday}
        if len(off) <= nudges.MOST_DAYS_OFF and off <= set(range(7)):
            await nudges.configure(tx, turn.now, member.id, on=member.nudge_on, days_off=off)
            await tell(tx, turn.now, member.id, NudgeSettingsShown())
            turn.answer("saved")
        else:
            turn.answer("nudge_one_day", alert=True)
