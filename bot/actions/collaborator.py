"""The perfect collaborator: the qualities a member looks for, and what they bring. Asked beside the first setup."""

from datetime import datetime

import storage.member
import storage.outbox
from bot.actions.telling import note, tell
from bot.domain.answers import Unusable
from bot.domain.asks import LONGEST_ANSWER, clean
from bot.domain.collaborator import Quality
from bot.domain.facts import BringsAsked, ProfileShown, QualitiesAsked
from bot.domain.member import Member
from storage.database import Transaction


async def ask_qualities(tx: Transaction, now: datetime, member: Member) -> None:
    """What do you look for? Six qualities by tap, or own words."""
    await storage.member.change(tx, member.id, waiting={"for": "seeks"})
    asked = QualitiesAsked(member.id)
    await storage.outbox.unpost(tx, str(asked.slot))  # asked for: a message at the end of the chat
    await tell(tx, now, member.id, asked)


async def toggle(tx: Transaction, now: datetime, member: Member, quality: Quality) -> None:
    """One quality is looked for, or no longer."""
    chosen = set(member.seeks) ^ {str(quality)}
    await storage.member.change(tx, member.id, seeks=[str(one) for one in Quality if one in chosen])
    await tell(tx, now, member.id, QualitiesAsked(member.id))


async def ask_brings(tx: Transaction, now: datetime, member: Member) -> None:
    """And what do you bring?"""
    await storage.member.change(tx, member.id, waiting={"for": "brings"})
    await tell(tx, now, member.id, BringsAsked(member.id))


async def words(tx: Transaction, now: datetime, member: Member, question: str, text: str) -> Unusable | None:
    """The words of an answer, kept at once; on to the second question, or back to the profile."""
    said = clean(text)
    if not any(character.isalnum() for character in said):
        return Unusable.EMPTY
    if len(said) > LONGEST_ANSWER:
        return Unusable.TOO_LONG
    column = "seeks_words" if question == "seeks" else "brings"
    await storage.member.change(tx, member.id, **{column: said})
    if question == "seeks":
        await ask_brings(tx, now, member)
    else:
        await done(tx, now, member)
    return None


async def clear(tx: Transaction, now: datetime, member: Member) -> None:
    """Takes both answers back."""
    await storage.member.change(tx, member.id, seeks=[], seeks_words="", brings="")
    await done(tx, now, member)


async def done(tx: Transaction, now: datetime, member: Member) -> None:
    """No more questions: the profile; in front of a challenge, the way to it."""
    await storage.member.change(tx, member.id, waiting=None)
    await note(tx, now, member.id, "collaborator_done")
    await tell(tx, now, member.id, ProfileShown(member.id))
