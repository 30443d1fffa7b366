"""What routing speaks of: a member's statement, how well it fits an ask, why, and who would be offered the ask.

Plain values; how a fit is computed is the business of `bot.matching`."""

import re
from collections.abc import Sequence
from dataclasses import dataclass
from enum import StrEnum
from typing import Protocol

Key = int | str
_BETWEEN = re.compile(r"[.,;:!?…()\[\]\n/]|\s[-–—]\s|\b(?:and|or|und|oder)\b", re.IGNORECASE)


@dataclass(frozen=True, slots=True)
class Statement:
    """What one member says of themselves. `examples` are asks they took, `counter_examples` asks they passed on."""

    member: Key
    what_i_do: str = ""
    perfect_client: str = ""
    not_a_fit: str = ""
    listen_for: tuple[str, ...] = ()
    place: str = ""
    languages: tuple[str, ...] = ()
    business: str = ""
    examples: tuple[str, ...] = ()
    counter_examples: tuple[str, ...] = ()


@dataclass(frozen=True, slots=True)
class Because:
    """One pair of words that met: literal pieces of the ask and of the statement."""

    ask: str
    statement: str


@dataclass(frozen=True, slots=True)
class Fit:
    """How likely (0..1, calibrated) it is that `member` is right for an ask, and the words that carried it."""

    member: Key
    fit: float
    because: tuple[Because, ...]


@dataclass(frozen=True, slots=True)
class Routing:
    """`routed`: who would be offered the ask, best first, empty when the engine abstains. `ranked`: everyone given."""

    routed: tuple[Fit, ...]
    ranked: tuple[Fit, ...]
    is_request: bool


class Reach(StrEnum):
    """What a statement would attract."""

    CLEAR = "clear"
    EVERYTHING = "everything"
    NOTHING = "nothing"
    ANOTHERS = "another's"


class Sharpening(StrEnum):
    """The one question that would sharpen a statement; its words are written elsewhere."""

    WHOM = "whom"  # of all the clients they could take: which one they are best for
    TROUBLE = "trouble"  # what is going on at the client's right before they call
    DIFFERENCE = "difference"  # what they take that the member who says nearly the same does not
    LIMIT = "limit"  # whom they would rather send on


@dataclass(frozen=True, slots=True)
class Understanding:
    """What the engine makes of a statement: made-up asks that it would bring, one that it would not, and what to ask.

    `rival`: the member of the circle who says nearly the same, if one does."""

    brings: tuple[str, ...]
    sends_on: str | None
    reach: Reach
    question: Sharpening | None
    rival: Key | None = None


class Router(Protocol):
    """Whatever routes; the caller leaves out the author and all who are paused, unreachable or already asked."""

    def route(self, text: str, members: Sequence[Statement]) -> Routing: ...


def things(text: str) -> list[str]:
    """What a statement names, one piece of it for each thing."""
    return _BETWEEN.split(text)
