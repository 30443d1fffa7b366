"""The 21 days: begun, looked at, stopped, shared; and started by a host for a whole circle."""

from datetime import date

from bot.actions import challenge as challenges
from bot.actions import member as members
from bot.actions.telling import tell
from bot.domain.facts import DriveOffered
from handlers import circle as circles
from handlers.turn import Turn


async def command(turn: Turn) -> None:
    """/challenge"""
    async with turn.transaction() as tx:
        member = await members.meet(tx, turn.now, turn.person, turn.person.language)
        await challenges.look(tx, turn.now, member)


async def first(turn: Turn, person: int) -> None:
    """The one to call first was tapped."""
    async with turn.transaction() as tx:
        member = await members.meet(tx, turn.now, turn.person, turn.person.language)
        refusal = await challenges.begin(tx, turn.now, member, person)
    turn.answer(refusal or "challenge_begun", alert=refusal is not None)


async def stop(turn: Turn, challenge_id: int) -> None:
    """Enough for now."""
    async with turn.transaction() as tx:
        refusal = await challenges.stop(tx, turn.now, challenge_id, turn.person.id)
    turn.answer(refusal or "saved", alert=refusal is not None)


async def share(turn: Turn, challenge_id: int, circle_id: int) -> None:
    """Show my squares in the group."""
    async with turn.transaction() as tx:
        refusal = await challenges.share(tx, turn.now, challenge_id, circle_id, turn.person.id)
    turn.answer(refusal or "challenge_was_shared", alert=refusal is not None)


async def followed(turn: Turn, drive_id: int) -> None:
    """The link on the group's card: I am in."""
    async with turn.transaction() as tx:
        member = await members.meet(tx, turn.now, turn.person, turn.person.language)
        refusal = await challenges.join_drive(tx, turn.now, member, drive_id)
        if refusal:
            await turn.reply(tx, refusal)


async def ask_drive(turn: Turn, circle_id: int) -> None:
    """A host wants a challenge for the whole circle: on which day?"""
    circle = await circles.hosted(turn, circle_id)
    if circle is None:
        turn.answer("hosts_only", alert=True)
        return
    async with turn.transaction() as tx:
        await tell(tx, turn.now, turn.person.id, DriveOffered(circle.id))


async def drive(turn: Turn, circle_id: int, day: int) -> None:
    """A start day was tapped. `day` is its number in the calendar (proleptic ordinal)."""
    circle = await circles.hosted(turn, circle_id)
    if circle is None:
        turn.answer("hosts_only", alert=True)
        return
    async with turn.transaction() as tx:
        done = await challenges.drive(tx, turn.now, circle, date.fromordinal(day))
    turn.answer("drive_begun" if done else "drive_day_past", alert=not done)
