"""/prospects: possible collaborators outside the circle, for nobody but the member who noted them."""

from bot.actions import prospect
from bot.actions.telling import tell
from bot.domain.facts import ProspectsListed
from bot.domain.prospect import MOST_PROSPECTS, ProspectState
from handlers.member import me
from handlers.turn import Turn


async def command(turn: Turn, text: str) -> None:
    """/prospects: all of mine; with a name, one more."""
    if text:
        await words(turn, text)
    else:
        await show_all(turn)


async def show_all(turn: Turn) -> None:
    """All of mine."""
    async with turn.transaction() as tx:
        member = await me(turn, tx)
        await tell(tx, turn.now, member.id, ProspectsListed(member.id))


async def words(turn: Turn, text: str) -> None:
    """A name and a line on why."""
    async with turn.transaction() as tx:
        member = await me(turn, tx)
        refusal = await prospect.add_words(tx, turn.now, member.id, text)
        if refusal is not None:
            await turn.reply(tx, refusal, most=MOST_PROSPECTS)


async def ask_words(turn: Turn) -> None:
    """Note somebody."""
    async with turn.transaction() as tx:
        member = await me(turn, tx)
        await prospect.ask_words(tx, turn.now, member.id)


async def show(turn: Turn, prospect_id: int) -> None:
    """One of them."""
    async with turn.transaction() as tx:
        member = await me(turn, tx)
        refusal = await prospect.show(tx, turn.now, member.id, prospect_id)
    if refusal:
        turn.answer(refusal, alert=True)


async def move(turn: Turn, prospect_id: int, state: str) -> None:
    """To call, called, invited or joined."""
    async with turn.transaction() as tx:
        member = await me(turn, tx)
        refusal = await prospect.move(tx, turn.now, member.id, prospect_id, ProspectState(state))
    turn.answer(refusal or "saved", alert=refusal is not None)


async def invite(turn: Turn, prospect_id: int, circle_id: int) -> None:
    """The words to invite them with."""
    async with turn.transaction() as tx:
        member = await me(turn, tx)
        refusal = await prospect.invite(tx, turn.now, member.id, prospect_id, circle_id)
    if refusal:
        turn.answer(refusal, alert=True)


async def remove(turn: Turn, prospect_id: int) -> None:
    """Delete one of them."""
    async with turn.transaction() as tx:
        member = await me(turn, tx)
        refusal = await prospect.remove(tx, turn.now, member.id, prospect_id)
    turn.answer(refusal or "saved", alert=refusal is not None)
