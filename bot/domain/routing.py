"""What routing speaks of: a member's statement, how well it fits an ask, why, and who would be offered the ask.

Plain values; how a fit is computed is the business of `bot.matching`."""

from collections.abc import Sequence
from dataclasses import dataclass
from typing import Protocol

Key = int | str


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


class Router(Protocol):
    """Whatever routes; the caller leaves out the author and all who are paused, unreachable or already asked."""

    def route(self, text: str, members: Sequence[Statement]) -> Routing: ...
