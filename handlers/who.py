"""Looking one another up: everybody in my circles, or one of them by name."""

from rapidfuzz import fuzz, process

import storage.member
from bot.actions.telling import tell
from bot.domain.asks import clean, fold
from bot.domain.facts import MemberShown, MembersListed
from bot.domain.member import Member
from handlers.member import me
from handlers.turn import Turn

CLOSE_NAME = 75  # of 100


async def look_up(turn: Turn, name: str) -> None:
    """/who: everybody in my circles, or one of them."""
    async with turn.transaction() as tx:
        member = await me(turn, tx)
        if not name:
            await tell(tx, turn.now, member.id, MembersListed())
            return
        others = await storage.member.in_same_circles(tx, member.id)
        found = find_by_name(name, others) or find_by_name(name, [member])
        for other in found[:3]:
            await tell(tx, turn.now, member.id, MemberShown(other.id))
        if not found:
            await turn.reply(tx, "who_unknown", name=clean(name)[:60])


def find_by_name(name: str, members: list[Member]) -> list[Member]:
    """Members of that name: the exact ones, else those that begin so, else the closest."""
    wanted = fold(name.lstrip("@"))
    if not wanted:
        return []
    names = {one.id: fold(one.name) for one in members}
    handles = {one.id: fold(one.username or "") for one in members}
    exact = [one for one in members if wanted in (names[one.id], fold(one.first_name), handles[one.id])]
    if exact:
        return exact
    beginning = [one for one in members if any(word.startswith(wanted) for word in names[one.id].split())]
    if beginning:
        return beginning
    close = process.extract(wanted, names, scorer=fuzz.WRatio, score_cutoff=CLOSE_NAME, limit=3)
    by_id = {one.id: one for one in members}
    return [by_id[key] for _, _, key in close]


async def tapped(turn: Turn, member_id: int) -> None:
    """One name of the list was tapped."""
    async with turn.transaction() as tx:
        member = await me(turn, tx)
        if await storage.membership.share_a_circle(tx, member.id, member_id):
            await tell(tx, turn.now, member.id, MemberShown(member_id))
        else:
            turn.answer("who_gone", alert=True)
