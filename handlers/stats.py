"""/stats for a member; numbers, gap map and pictures for the hosts of a circle, always in private."""

import asyncio

import storage.stats
from bot.actions import member as members
from bot.actions.telling import tell
from bot.domain.asks import mask_contacts
from bot.domain.facts import Fact, GapMapShown, MeetingsDrawn, NumbersFiled, NumbersShown, StatsShown
from bot.domain.gaps import GAP_AGE, MOST_GAPS, write_gaps
from handlers.circle import hosted
from handlers.turn import Turn


async def command(turn: Turn) -> None:
    """/stats: what I gave and received, whom I called, thanks."""
    async with turn.transaction() as tx:
        await members.meet(tx, turn.now, turn.person, turn.person.language)
        await tell(tx, turn.now, turn.person.id, StatsShown())


async def numbers(turn: Turn, circle_id: int) -> None:
    """The circle's numbers."""
    await _show(turn, circle_id, NumbersShown(circle_id))


async def file(turn: Turn, circle_id: int) -> None:
    """The circle's numbers, as a file."""
    await _show(turn, circle_id, NumbersFiled(circle_id))


async def meetings(turn: Turn, circle_id: int) -> None:
    """Who has met whom."""
    await _show(turn, circle_id, MeetingsDrawn(circle_id))


async def gap_map(turn: Turn, circle_id: int) -> None:
    """What was missing. The engine is asked before the transaction, in a thread."""
    async with turn.house.database.reading() as tx:
        asks = await storage.stats.unmet(tx, circle_id, turn.now - GAP_AGE, MOST_GAPS)
    gaps = await asyncio.to_thread(turn.house.router.gaps, [mask_contacts(ask.text) for ask in asks])
    await _show(turn, circle_id, GapMapShown(circle_id, write_gaps(gaps, [ask.id for ask in asks])))


async def _show(turn: Turn, circle_id: int, fact: Fact) -> None:
    circle = await hosted(turn, circle_id)
    if circle is None:
        turn.answer("hosts_only", alert=True)
        return
    async with turn.transaction() as tx:
        await tell(tx, turn.now, turn.person.id, fact)
