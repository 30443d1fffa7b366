"""Word by word: how much of an ask meets words of a statement, and how much of a statement is met by words of the ask.

Each word looks for the nearest word of the other text, in the light of its own text ("late interaction"): it tells
"a van for a roofer" from "a roofer for a van owner" better than one vector for each text can."""

from collections.abc import Sequence
from dataclasses import dataclass

import numpy as np

from bot.matching.ask import Ask
from bot.matching.nearness import Floats
from bot.matching.profile import Profile, Role

NAMES = (
    "covered", "covered_best", "covered_clause", "met", "met_trade", "met_client", "met_listen", "covered_listen",
    "met_not", "covered_not", "rather_not",
)  # fmt: skip
_OWN = (Role.TRADE, Role.CLIENT)
_HEARD = (Role.LISTEN, Role.EXAMPLE)
_BEST_OF_ASK, _BEST_OF_TRADE, _BEST_OF_CLIENT = 5, 4, 8  # words that count when the best ones are looked at
_CLAUSE = 2  # words that a clause needs to be looked at by itself


@dataclass(frozen=True, slots=True)
class _Met:
    """`near`: (strands, words of the ask), the nearest word of a strand to each; `met`: (words of all statements,), the
    nearest word of the ask to each, and its running `sums`."""

    near: Floats
    met: Floats
    sums: Floats

    def mean(self, strands: Sequence[tuple[int, int]]) -> float:
        """Of `met` over all words of these strands."""
        words = sum(last - first for first, last in strands)
        return float(sum(self.sums[last] - self.sums[first] for first, last in strands)) / words if words else 0.0

    def best(self, strand: tuple[int, int], most: int) -> float:
        return float(np.sort(self.met[slice(*strand)])[-most:].mean())


def alignment(ask: Ask, profiles: Sequence[Profile]) -> Floats:
    """(members, len(NAMES)), all between −1 and 1."""
    grains = np.concatenate([profile.grains for profile in profiles]).astype(np.float32)
    near = (grains @ (ask.reading.grains / 127).T).astype(np.float64)
    if not near.size:
        return np.zeros((len(profiles), len(NAMES)))
    bases = np.cumsum([0, *(len(profile.grains) for profile in profiles)])
    placed = [
        [(strand.role, int(base) + strand.first, int(base) + strand.last) for strand in profile.strands]
        for profile, base in zip(profiles, bases, strict=False)
    ]
    ends = [place for strands in placed for _, first, last in strands for place in (first, last)]
    met = near.max(axis=1)
    nearest = np.maximum.reduceat(np.vstack([near, near[-1:]]), ends, axis=0)[::2]
    found = _Met(nearest, met, np.append(0.0, np.cumsum(met)))
    pull = ask.reading.pull.astype(np.float64)
    covered, against, rows, row = [], [], [], 0
    for strands in placed:
        own, refused, values = _one(found, strands, row, pull)
        covered.append(own)
        against.append(refused)
        rows.append(values)
        row += len(strands)
    return np.column_stack(
        [_of_ask(ask, np.array(covered), pull), rows, _refused(np.array(covered), np.array(against), pull)]
    )


def _one(
    found: _Met, strands: Sequence[tuple[Role, int, int]], row: int, pull: Floats
) -> tuple[Floats, Floats, list[float]]:
    """What of the ask one statement covers, what of it they refuse, and how much of the statement the ask meets.

    `row`: of the first of the strands among all."""
    roles = [role for role, _, _ in strands]
    words = {i: (first, last) for i, (_, first, last) in enumerate(strands)}
    own = [i for i, role in enumerate(roles) if role in _OWN]
    taken = [i for i, role in enumerate(roles) if role == Role.EXAMPLE]
    heard = [i for i, role in enumerate(roles) if role in _HEARD]
    refused = [i for i, role in enumerate(roles) if role == Role.NOT_CLAUSE]
    none = np.zeros(len(pull))
    values = [
        max([found.mean([words[i] for i in own]), *(found.mean([words[i]]) for i in taken)]),
        max((found.best(words[i], _BEST_OF_TRADE) for i in own if roles[i] == Role.TRADE), default=0.0),
        max((found.best(words[i], _BEST_OF_CLIENT) for i in own if roles[i] == Role.CLIENT), default=0.0),
        max((found.mean([words[i]]) for i in heard), default=0.0),
        max((float(found.near[row + i] @ pull) for i in heard), default=0.0),
        max((found.mean([words[i]]) for i in refused), default=0.0),
    ]
    covered = found.near[[row + i for i in own + taken]].max(axis=0) if own + taken else none
    against = found.near[[row + i for i in refused]].max(axis=0) if refused else np.full(len(pull), np.nan)
    return covered, against, values


def _of_ask(ask: Ask, covered: Floats, pull: Floats) -> Floats:
    """(members, 3): how much of the ask is covered; of its best words; of its best clause."""
    inside = [ask.reading.within(span.start, span.end) for span in ask.clauses]
    inside = [words for words in inside if words.sum() >= _CLAUSE] or [np.ones(len(pull), dtype=np.bool_)]
    clauses = np.array(inside, dtype=np.float64)
    by_clause = (covered @ clauses.T / clauses.sum(axis=1)).max(axis=1)
    return np.column_stack([covered @ pull, np.sort(covered, axis=1)[:, -_BEST_OF_ASK:].mean(axis=1), by_clause])


def _refused(covered: Floats, against: Floats, pull: Floats) -> Floats:
    """(members, 2): how much of the ask meets what they refuse; how much more a word of it does than what they want."""
    rather = np.maximum(against - covered, 0.0).max(axis=1)
    made: Floats = np.nan_to_num(np.column_stack([against @ pull, rather]))
    return made
