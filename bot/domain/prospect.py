"""A prospect: a possible collaborator outside the circle, as a name and a line. Never how to reach them: they have not
agreed to that."""

import re
from dataclasses import dataclass
from datetime import datetime
from enum import StrEnum

from bot.domain.answers import Unusable
from bot.domain.asks import MASK, clean, mask_contacts

LONGEST_NAME = 60
LONGEST_LINE = 200
MOST_PROSPECTS = 40  # of one member


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
