"""From features to probabilities: three small linear models whose coefficients are data, and the file they are kept in.

1. `chatter`: is this a request at all, from the vector of the whole ask.
2. `choice`: a conditional logit; the members of the circle and "nobody" share out one probability.
3. `fit`: what that share, and the distance to the others, have meant: the probability that the member is right."""

import json
import math
from collections.abc import Mapping
from dataclasses import dataclass
from pathlib import Path

import numpy as np

from bot.matching.ask import Ask
from bot.matching.comparison import CIRCLE, MEASURED, MEMBER, Compared, Usual, compared
from bot.matching.errors import ModelError
from bot.matching.features import Features
from bot.matching.nearness import Floats

FIT = ("over_nobody", "over_rival", "behind", "share", "share_nobody", "own_part", "length")
_STEEPEST = 30.0  # logits beyond this are certain
_PASSED_ON = 6.0  # logits a unit of cosine by which an ask is nearer to one that the member passed on


@dataclass(frozen=True, slots=True)
class Linear:
    """`weights` in the order of the named features, scaling folded in."""

    weights: Floats
    bias: float

    def __call__(self, rows: Floats) -> Floats:
        made: Floats = rows @ self.weights + self.bias
        return made


@dataclass(frozen=True, slots=True)
class Judgement:
    """`fits`: (members,) probabilities; `anyone`: whether somebody is likelier right than nobody; `chatter`: 0..1."""

    fits: Floats
    anyone: bool
    chatter: float


@dataclass(frozen=True, slots=True)
class Calibration:
    """`offer`: the fit from which an offer is worth it."""

    usual: Usual
    chatter: Linear
    member: Linear
    nobody: Linear
    fit: Linear
    offer: float

    def judge(self, ask: Ask, features: Features) -> Judgement:
        chatter = float(self.chatter(chatter_row(ask)[None, :])[0])
        beside = compared(features, self.usual)
        chosen = self.member(beside.member) - _PASSED_ON * features.counter - _STEEPEST * features.refused
        nobody = float(self.nobody(np.append(beside.circle, chatter)[None, :])[0])
        fits = _probability(self.fit(fit_rows(beside, chosen, nobody)))
        return Judgement(fits, bool(chosen.max() > nobody), float(_probability(np.array([chatter]))[0]))


def chatter_row(ask: Ask) -> Floats:
    """(386,): the whole ask's vector, whether it asks with a question mark, how long it is."""
    shape = [float("?" in ask.text), math.log1p(len(ask.text))]
    return np.concatenate([ask.vector.astype(np.float64), shape])


def fit_rows(beside: Compared, chosen: Floats, nobody: float) -> Floats:
    """(members, len(FIT)) from the logits of the choice."""
    most = max(float(chosen.max()), nobody)
    total = most + math.log(float(np.exp(chosen - most).sum()) + math.exp(nobody - most))
    order = np.sort(chosen)
    rival = np.where(chosen == order[-1], order[-2], order[-1]) if len(order) > 1 else np.full(1, nobody)
    rows = (
        chosen - nobody,
        chosen - rival,
        np.minimum(chosen - rival, 0.0),
        np.exp(chosen - total),
        np.full(len(chosen), math.exp(nobody - total)),
        beside.member[:, MEMBER.index("own_part")],
        np.full(len(chosen), beside.circle[CIRCLE.index("length")]),
    )
    return np.stack(rows, axis=1)


def load(path: Path) -> Calibration:
    """Reads the file that `fitting` writes; features that it does not name weigh nothing."""
    try:
        kept = json.loads(path.read_text(encoding="utf-8"))
        return Calibration(
            Usual(np.array([kept["usual"][name] for name in MEASURED]), float(kept["usual"]["spread"])),
            Linear(np.array(kept["chatter"]["weights"], dtype=np.float64), float(kept["chatter"]["bias"])),
            _named(kept["member"], MEMBER),
            _named(kept["nobody"], (*CIRCLE, "chatter")),
            _named(kept["fit"], FIT),
            float(kept["offer"]),
        )
    except (OSError, ValueError, KeyError, TypeError) as wrong:
        raise ModelError(f"the routing coefficients {path} cannot be read: {wrong}") from wrong


def _named(kept: Mapping[str, float], names: tuple[str, ...]) -> Linear:
    unknown = kept.keys() - {*names, "bias"}
    if unknown:
        raise ValueError(f"made for other features: {', '.join(sorted(unknown))}")
    return Linear(np.array([kept.get(name, 0.0) for name in names], dtype=np.float64), float(kept["bias"]))


def _probability(logits: Floats) -> Floats:
    made: Floats = 1 / (1 + np.exp(-np.clip(logits, -_STEEPEST, _STEEPEST)))
    return made
