"""/overlap NAME: where another member and I overlap and differ. The engine reads both statements before the
transaction, in a thread."""

import asyncio
from dataclasses import asdict

import storage.member
from bot.actions.telling import tell
from bot.domain.asks import clean
from bot.domain.facts import Fact, Note, OverlapChoice, OverlapShown
from bot.domain.member import Member
from handlers.member import me
from handlers.turn import Turn
from handlers.who import find_by_name

MOST = 3  # members of one name


async def command(turn: Turn, name: str) -> None:
    """With a name, the two of us; without one, everybody to choose from."""
    if not name:
        async with turn.transaction() as tx:
            member = await me(turn, tx)
            await tell(tx, turn.now, member.id, OverlapChoice())
        return
    async with turn.house.database.reading() as tx:
        others = await storage.member.in_same_circles(tx, turn.person.id)
    found = find_by_name(name, others)
    if found:
        await _compare(turn, found[:MOST])
        return
    async with turn.transaction() as tx:
        member = await me(turn, tx)
        if find_by_name(name, [member]):
            await turn.reply(tx, "overlap_self")
        else:
            await turn.reply(tx, "who_unknown", name=clean(name)[:60])


async def tapped(turn: Turn, member_id: int) -> None:
    """One name of the choice was tapped."""
    async with turn.house.database.reading() as tx:
        others = await storage.member.in_same_circles(tx, turn.person.id)
    other = next((one for one in others if one.id == member_id), None)
    if other is None:
        turn.answer("who_gone", alert=True)
    else:
        await _compare(turn, [other])


async def _compare(turn: Turn, others: list[Member]) -> None:
    async with turn.house.database.reading() as tx:
        mine = await storage.member.get(tx, turn.person.id)
    if mine is None or not _speaks(mine):
        await turn.only_reply("overlap_mute_me")
        return
    told: list[Fact] = []
    for other in others:
        if _speaks(other):
            found = await asyncio.to_thread(turn.house.router.overlap, mine.statement(), other.statement())
            told.append(OverlapShown(other.id, **asdict(found)))
        else:
            told.append(Note("overlap_mute", {"name": other.first_name}))
    async with turn.transaction() as tx:
        await me(turn, tx)
        for fact in told:
            await tell(tx, turn.now, mine.id, fact)


def _speaks(member: Member) -> bool:
    return bool(member.what_i_do or member.perfect_client)
