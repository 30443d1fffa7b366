"""Word by word: how much of an ask meets words of a statement, and how much of a statement is met by words of the ask.

Each word looks for the nearest word of the other text, in the light of its own text ("late interaction"): it tells
"a van for a roofer" from "a roofer for a van owner" better than one vector for each text can."""

from collections.abc import Sequence

import numpy as np

from bot.matching.ask import Ask
from bot.matching.nearness import Floats
from bot.matching.profile import Profile, Role, Strand

NAMES = (
    "covered", "covered_best", "covered_clause", "met", "met_trade", "met_client", "met_listen", "covered_listen",
    "met_not", "covered_not", "rather_not",
)  # fmt: skip
_OWN = (Role.TRADE, Role.CLIENT)
_HEARD = (Role.LISTEN, Role.EXAMPLE)
_BEST_OF_ASK, _BEST_OF_TRADE, _BEST_OF_CLIENT = 5, 4, 8  # words that count when the best ones are looked at
_CLAUSE = 2  # words that a clause needs to be looked at by itself


def alignment(ask: Ask, profiles: Sequence[Profile]) -> Floats:
    """(members, len(NAMES)), all between −1 and 1."""
    grains = np.concatenate([profile.grains for profile in profiles]).astype(np.float32)
    near = (grains @ (ask.reading.grains / 127).T).astype(np.float64)
    if not near.size:
        return np.zeros((len(profiles), len(NAMES)))
    clauses = [ask.reading.within(span.start, span.end) for span in ask.clauses]
    clauses = [inside for inside in clauses if inside.sum() >= _CLAUSE]
    pull = ask.reading.pull.astype(np.float64)
    ends = np.cumsum([len(profile.grains) for profile in profiles])
    rows = [
        _one(near[end - len(profile.grains) : end], profile.strands, pull, clauses)
        for profile, end in zip(profiles, ends, strict=True)
    ]
    return np.array(rows)


def _one(
    near: Floats, strands: Sequence[Strand], pull: Floats, clauses: Sequence[np.typing.NDArray[np.bool_]]
) -> list[float]:
    """`near`: (words of the statement, words of the ask)"""
    met = near.max(axis=1)
    own = [strand for strand in strands if strand.role in _OWN and strand.last > strand.first]
    heard = [strand for strand in strands if strand.role in _HEARD]
    refused = [strand for strand in strands if strand.role == Role.NOT_CLAUSE]
    covered = _covered(near, own)
    against = _covered(near, refused)
    return [
        float(covered @ pull),
        _best(covered, _BEST_OF_ASK),
        max((float(covered[inside].mean()) for inside in clauses), default=float(covered.mean())),
        float(np.concatenate([met[s.first : s.last] for s in own]).mean()) if own else 0.0,
        max((_best(met[s.first : s.last], _BEST_OF_TRADE) for s in own if s.role == Role.TRADE), default=0.0),
        max((_best(met[s.first : s.last], _BEST_OF_CLIENT) for s in own if s.role == Role.CLIENT), default=0.0),
        max((float(met[s.first : s.last].mean()) for s in heard), default=0.0),
        max((float(_covered(near, [s]) @ pull) for s in heard), default=0.0),
        max((float(met[s.first : s.last].mean()) for s in refused), default=0.0),
        float(against @ pull) if refused else 0.0,
        float(np.maximum(against - covered, 0.0).max()) if refused else 0.0,
    ]


def _covered(near: Floats, strands: Sequence[Strand]) -> Floats:
    """(words of the ask,): the nearest word of these strands to each."""
    made = np.zeros(near.shape[1]) if not strands else np.full(near.shape[1], -1.0)
    for strand in strands:
        made = np.maximum(made, near[strand.first : strand.last].max(axis=0))
    return made


def _best(values: Floats, most: int) -> float:
    return float(np.sort(values)[-most:].mean()) if len(values) else 0.0
