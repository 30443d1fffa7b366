"""The perfect collaborator: qualities by tap, own words, and what one brings."""

from bot.actions import collaborator as collaborators
from bot.actions import member as members
from bot.domain.answers import Unusable
from bot.domain.collaborator import Quality
from handlers.turn import Turn


async def ask(turn: Turn) -> None:
    """What do you look for?"""
    async with turn.transaction() as tx:
        member = await members.meet(tx, turn.now, turn.person, turn.person.language)
        await collaborators.ask_qualities(tx, turn.now, member)


async def toggle(turn: Turn, quality: str) -> None:
    """One quality was tapped."""
    async with turn.transaction() as tx:
        member = await members.meet(tx, turn.now, turn.person, turn.person.language)
        await collaborators.toggle(tx, turn.now, member, Quality(quality))


async def qualities_done(turn: Turn) -> None:
    """On to what they bring."""
    async with turn.transaction() as tx:
        member = await members.meet(tx, turn.now, turn.person, turn.person.language)
        await collaborators.ask_brings(tx, turn.now, member)


async def done(turn: Turn) -> None:
    """What they bring is left out."""
    async with turn.transaction() as tx:
        member = await members.meet(tx, turn.now, turn.person, turn.person.language)
        await collaborators.done(tx, turn.now, member)


async def clear(turn: Turn) -> None:
    """Both answers are taken back."""
    async with turn.transaction() as tx:
        member = await members.meet(tx, turn.now, turn.person, turn.person.language)
        await collaborators.clear(tx, turn.now, member)
    turn.answer("saved")


async def words(turn: Turn, question: str, text: str) -> None:
    """The words of an answer."""
    async with turn.transaction() as tx:
        member = await members.meet(tx, turn.now, turn.person, turn.person.language)
        refusal = await collaborators.words(tx, turn.now, member, question, text)
        if isinstance(refusal, Unusable):
            await turn.reply(tx, refusal)
