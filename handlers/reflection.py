"""/reflect: the ten questions, their answers to read, change and delete, and the names in them."""

from bot.actions import reflection
from bot.actions.telling import tell
from bot.domain.answers import Unusable
from bot.domain.facts import Note, ReflectionShown, RulesShown
from bot.domain.reflection import Topic, topic_of
from handlers.member import me
from handlers.turn import Turn


async def begin(turn: Turn) -> None:
    """/reflect: the first question, or everything I answered."""
    async with turn.transaction() as tx:
        member = await me(turn, tx)
        await reflection.begin(tx, turn.now, member.id)


async def go_on(turn: Turn) -> None:
    """The next question without an answer."""
    async with turn.transaction() as tx:
        member = await me(turn, tx)
        await reflection.go_on(tx, turn.now, member.id)


async def edit(turn: Turn, topic: str) -> None:
    """One question again."""
    async with turn.transaction() as tx:
        member = await me(turn, tx)
        await reflection.ask(tx, turn.now, member.id, Topic(topic), run=False)


async def words(turn: Turn, topic: str, run: int, text: str) -> None:
    """The words of an answer."""
    async with turn.transaction() as tx:
        member = await me(turn, tx)
        refusal = await reflection.answer(tx, turn.now, member.id, Topic(topic), text, bool(run))
        if isinstance(refusal, Unusable):
            await turn.reply(tx, refusal)


async def skip(turn: Turn, topic: str, run: int) -> None:
    """Leave a question out."""
    async with turn.transaction() as tx:
        member = await me(turn, tx)
        if not await reflection.skip(tx, turn.now, member, Topic(topic), bool(run)):
            turn.answer("reflect_past")


async def stop(turn: Turn) -> None:
    """Enough for now."""
    async with turn.transaction() as tx:
        await reflection.stop(tx, turn.now, await me(turn, tx))


async def drop(turn: Turn, topic: str) -> None:
    """Delete one answer."""
    async with turn.transaction() as tx:
        await reflection.drop(tx, turn.now, await me(turn, tx), Topic(topic))
    turn.answer("reflect_dropped")


async def delete_all(turn: Turn, sure: int) -> None:
    """Delete all answers: asked once, because it cannot be undone."""
    async with turn.transaction() as tx:
        member = await me(turn, tx)
        if sure:
            await reflection.delete_all(tx, turn.now, member)
        else:
            row = (("button_delete_answers", "reflect-delete", 1), ("button_keep", "reflect-page"))
            await tell(tx, turn.now, member.id, Note("reflect_delete_sure", {}, (row,)))


async def page(turn: Turn) -> None:
    """Everything I answered."""
    async with turn.transaction() as tx:
        member = await me(turn, tx)
        await tell(tx, turn.now, member.id, ReflectionShown(member.id))


async def rules(turn: Turn) -> None:
    """My rules for referring out."""
    async with turn.transaction() as tx:
        member = await me(turn, tx)
        await tell(tx, turn.now, member.id, RulesShown(member.id))


async def keep_name(turn: Turn, number: int, digest: int) -> None:
    """A name of an answer becomes a prospect, or is none any more."""
    async with turn.transaction() as tx:
        member = await me(turn, tx)
        refusal = await reflection.keep_name(tx, turn.now, member.id, topic_of(number), digest)
    turn.answer(refusal or "saved", alert=refusal is not None)
