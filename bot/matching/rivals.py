"""Two members of a like trade, and the words by which they differ: what makes a rival safe to refer to."""

from collections.abc import Sequence

import numpy as np

from bot.domain.routing import Statement
from bot.matching.clauses import clauses
from bot.matching.encoder import Encoder
from bot.matching.profile import Profile, Role

_ALIKE = 0.43  # a cosine of what two members do from which they are rivals
_SHORTEST = 2  # words of a clause that says something alone


def difference(one: Statement, other: Statement, nearness: float, encoder: Encoder) -> tuple[str, str] | None:
    """Of each statement the clause that is least like anything the other says; None when they are no rivals.

    `nearness`: see `alike`."""
    if nearness < _ALIKE:
        return None
    left, right = _clauses(one), _clauses(other)
    if not left or not right:
        return None
    cosines = encoder.encode(left) @ encoder.encode(right).T
    mine, theirs = int(np.argmin(np.round(cosines.max(axis=1), 6))), int(np.argmin(np.round(cosines.max(axis=0), 6)))
    return (left[mine], right[theirs]) if left[mine].casefold() != right[theirs].casefold() else None


def alike(one: Profile, other: Profile) -> float:
    """How near (−1..1) what two members do is."""
    left, right = _trade(one), _trade(other)
    return 0.0 if left is None or right is None else float(left @ right)


def _trade(profile: Profile) -> np.ndarray[tuple[int, ...], np.dtype[np.float32]] | None:
    rows = profile.vectors()[profile.roles == Role.TRADE]
    return rows[0] if len(rows) else None


def _clauses(statement: Statement) -> Sequence[str]:
    """Of the perfect client, since that is what a client is chosen by; of the trade where there is none."""
    for text in (statement.perfect_client, statement.what_i_do):
        found = [span.text.rstrip(".!?,; ") for span in clauses(text) if len(span.text.split()) >= _SHORTEST]
        if found:
            return found
    return ()
