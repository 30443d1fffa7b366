"""Each member beside the others of the circle. A small circle is filled up with what is usual elsewhere: to be the best
of two says less than to be the best of twenty."""

from dataclasses import dataclass

import numpy as np

from bot.matching.alignment import NAMES as ALIGNED
from bot.matching.features import RAW, Features
from bot.matching.nearness import Floats

MEMBER = (*RAW, "standing", "lead", *(f"more_{name}" for name in ALIGNED))
CIRCLE = ("top", "second", "mean", "crowd", "length")
MEASURED = ("meaning", *ALIGNED)
_FILLED = 4.0  # usual members that every circle is thought to have besides


@dataclass(frozen=True, slots=True)
class Usual:
    """Of all pairs of asks and members: `means` in the order of MEASURED, and the `spread` of meaning."""

    means: Floats
    spread: float


@dataclass(frozen=True, slots=True)
class Compared:
    """`member`: (members, len(MEMBER)); `circle`: (len(CIRCLE),)"""

    member: Floats
    circle: Floats


def compared(features: Features, usual: Usual) -> Compared:
    measured = features.raw[:, [RAW.index(name) for name in MEASURED]]
    others = _of_others(measured, usual.means)
    meaning = measured[:, 0]
    deviation = (meaning - others[:, 0]) / _spread(meaning, usual)
    order = np.sort(np.append(meaning, usual.means[0]))[::-1]
    rival = np.where(meaning == order[0], order[1], order[0])
    member = np.column_stack([features.raw, deviation, np.maximum(meaning - rival, 0.0), (measured - others)[:, 1:]])
    mean = float((meaning.sum() + _FILLED * usual.means[0]) / (len(meaning) + _FILLED))
    circle = np.array([order[0], order[1], mean, np.log1p(len(meaning)), features.length])
    return Compared(member, circle)


def usual_of(all_features: list[Features]) -> Usual:
    rows = np.concatenate([features.raw for features in all_features])
    measured = rows[:, [RAW.index(name) for name in MEASURED]]
    return Usual(measured.mean(axis=0), float(measured[:, 0].std()))


def _of_others(measured: Floats, usual: Floats) -> Floats:
    """(members, measured): the mean of all others and of the usual members."""
    made: Floats = (measured.sum(axis=0) - measured + _FILLED * usual) / (len(measured) - 1 + _FILLED)
    return made


def _spread(meaning: Floats, usual: Usual) -> float:
    """Standard deviation in the circle filled up."""
    square = float(((meaning - meaning.mean()) ** 2).sum()) + _FILLED * usual.spread**2
    return max(float(np.sqrt(square / (len(meaning) + _FILLED))), 0.02)
