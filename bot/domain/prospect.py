"""A prospect: a possible collaborator outside the circle, as a name and a line. Never how to reach them: they have not
agreed to that."""

import re
from collections.abc import Iterable, Sequence
from dataclasses import dataclass
from datetime import date, datetime, timedelta
from enum import StrEnum

from bot.domain.answers import Unusable
from bot.domain.asks import MASK, clean, mask_contacts
from bot.domain.nudge import Nudge, NudgeState

LONGEST_NAME = 60
LONGEST_LINE = 200
MOST_PROSPECTS = 40  # of one member
REST = timedelta(days=14)  # until one who was named, and not called, is named again


class ProspectState(StrEnum):
    """How far a member has come with a prospect."""

    TO_CALL = "to_call"
    CALLED = "called"
    INVITED = "invited"
    JOINED = "joined"


class ProspectRefusal(StrEnum):
    """Why nothing was done: told by the text of the same name."""

    GONE = "prospect_gone"
    FULL = "prospect_full"
    CONTACT = "prospect_contact"


@dataclass(frozen=True, slots=True)
class Prospect:
    """One of a member's own list; nobody else sees it."""

    id: int
    member_id: int
    name: str
    line: str
    state: ProspectState
    created_at: datetime


@dataclass(frozen=True, slots=True)
class ProspectWords:
    """What somebody wrote of a prospect. `left_out`: there were contact details in it, which are not kept."""

    name: str
    line: str
    left_out: bool


def read_prospect(text: str) -> ProspectWords | Unusable | ProspectRefusal:
    """A name, and after a dash, a colon or on a new line, a line on why."""
    words = clean(text)
    if not any(c.isalnum() for c in words):
        return Unusable.EMPTY
    bare = mask_contacts(words)
    left_out = bare != words
    name, _, line = (_without(part) for part in _DASH.sub("\n", bare, count=1).partition("\n"))
    name, line = " ".join(name.split()).strip(" ,;:.-–"), " ".join(line.split()).strip(" ,;:-–")
    if not any(c.isalpha() for c in name):
        return ProspectRefusal.CONTACT if left_out else Unusable.EMPTY
    if len(name) > LONGEST_NAME or len(line) > LONGEST_LINE:
        return Unusable.TOO_LONG
    return ProspectWords(name, line, left_out)


_DASH = re.compile(r"\s+[-–—]+\s+|:\s+|\n")
_CALL_ON = re.compile(
    rf"(?i)(?:\b(?:(?:tel|telefon|phone|call|ring|text|mobile|cell|handy|fax|whatsapp|signal|e-?mail|mail|at|on|under|"
    rf"her|his|their|number|is)\b[.:\s]*)+)?{MASK}"
)


def _without(masked: str) -> str:
    """A masked text without the masks, and without the words that only led to them ("ring her on")."""
    bare = re.sub(r"\(\s*\)", "", _CALL_ON.sub("", masked))
    return re.sub(r"[ \t]+(?=[,.;:!?]|[ \t])", "", bare)


def kept_prospect(history: Sequence[Nudge]) -> int | None:
    """The prospect whom a member kept for the next day. `history`: all suggestions to the member, in order."""
    latest = history[-1] if history else None
    return latest.prospect_id if latest is not None and latest.state is NudgeState.TOMORROW else None


def prospect_of_the_day(to_call: Iterable[Prospect], history: Sequence[Nudge], today: date) -> Prospect | None:
    """Which of the prospects still to call a day names: never named or named longest ago, then noted first.

    One who was named within a fortnight rests, so that a name nobody wants to call does not come every day.
    """
    named = {one.prospect_id: one.local_date for one in history}
    rested = [one for one in to_call if one.id not in named or named[one.id] + REST <= today]
    return min(rested, key=lambda one: (named.get(one.id, date.min), one.id), default=None)
