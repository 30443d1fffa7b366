"""How the coefficients are found from samples: chatter first, then the choice, then what the choice has meant."""

import json
from collections.abc import Sequence

import numpy as np

from bot.matching.alignment import NAMES as ALIGNED
from bot.matching.calibration import FIT, Calibration, Linear, chatter_row, fit_rows
from bot.matching.comparison import CIRCLE, MEASURED, MEMBER, Compared, compared, usual_of
from bot.matching.nearness import Floats
from bot.matching.regression import conditional_logit, logistic, scaling
from bot.matching.samples import Sample, View

OFFER = 0.4  # a wrong offer costs two thirds of what a right one brings
_CHATTER_RIDGE, _CHOICE_RIDGE, _FIT_RIDGE = 20.0, 3.0, 3.0
_INNER = 5  # parts in which chatter is guessed for the circles that the choice is fitted on
_ACCEPTABLE = 0.5  # of the share of a perfect fit
_WEIGHT = {View.HEARD: 1.0, View.UNHEARD: 0.5, View.SMALL: 0.3, View.GONE: 0.1}
CHOSEN = (
    "whole", "trade", "client", "sentence", "listen", "no_listen", "part", "words", "words_listen", "words_not",
    "not_over", "near", "far", "tongue", "no_tongue", "standing", "lead",
    *ALIGNED, *(f"more_{name}" for name in ALIGNED),
)  # fmt: skip
NOBODY = ("top", "mean", "crowd", "length", "chatter")


def fit(samples: Sequence[Sample]) -> Calibration:
    weights = np.array([_WEIGHT[sample.view] for sample in samples])
    chatter = _chatter(samples)
    guessed = np.zeros(len(samples))
    circles = sorted({sample.circle for sample in samples})
    for part in range(_INNER):
        out = set(circles[part::_INNER])
        inner = _chatter([sample for sample in samples if sample.circle not in out])
        for row, sample in enumerate(samples):
            if sample.circle in out:
                guessed[row] = inner(chatter_row(sample.ask)[None, :])[0]
    usual = usual_of([sample.features for sample in samples if sample.view is View.HEARD])
    beside = [compared(sample.features, usual) for sample in samples]
    member, nobody = _choice(samples, beside, guessed, weights)
    return Calibration(usual, chatter, member, nobody, _fit(samples, beside, guessed, weights, member, nobody), OFFER)


def written(made: Calibration) -> str:
    """The file that `calibration.load` reads."""
    usual = dict(zip(MEASURED, _rounded(made.usual.means), strict=True))
    kept = {
        "usual": usual | {"spread": round(made.usual.spread, 5)},
        "chatter": {"weights": _rounded(made.chatter.weights), "bias": round(made.chatter.bias, 5)},
        "member": _named(MEMBER, made.member),
        "nobody": _named((*CIRCLE, "chatter"), made.nobody),
        "fit": _named(FIT, made.fit),
        "offer": made.offer,
    }
    return json.dumps(kept, indent=1) + "\n"


def _chatter(samples: Sequence[Sample]) -> Linear:
    heard = [sample for sample in samples if sample.view is View.HEARD]
    rows = np.stack([chatter_row(sample.ask) for sample in heard])
    hits = np.array([float(sample.kind == "chatter") for sample in heard])
    return Linear(*logistic(rows, hits, np.ones(len(hits)), _CHATTER_RIDGE))


def _choice(
    samples: Sequence[Sample], beside: Sequence[Compared], guessed: Floats, weights: Floats
) -> tuple[Linear, Linear]:
    """The logits of each member and of nobody, the latter with the bias of both."""
    columns = [MEMBER.index(name) for name in CHOSEN]
    asked = [(*CIRCLE, "chatter").index(name) for name in NOBODY]
    members = np.concatenate([each.member[:, columns] for each in beside])
    circles = np.array([np.append(each.circle, g)[asked] for each, g in zip(beside, guessed, strict=True)])
    (mean, scale), (mean_c, scale_c) = scaling(members), scaling(circles)
    width = len(columns) + len(asked) + 1
    rows, groups, shares = [], [], []
    for number, (sample, each, circle) in enumerate(zip(samples, beside, circles, strict=True)):
        block = np.zeros((len(sample.members) + 1, width))
        block[:-1, : len(columns)] = (each.member[:, columns] - mean) / scale
        block[-1, len(columns) :] = np.append((circle - mean_c) / scale_c, 1.0)
        rows.append(block)
        groups.append(np.full(len(block), number, dtype=np.intp))
        wanted = np.append(
            np.where(sample.grades == 1, _ACCEPTABLE, (sample.grades == 2) * 1.0), not sample.grades.any()
        )
        shares.append(wanted / wanted.sum())
    ridge = np.append(np.full(width - 1, _CHOICE_RIDGE), 0.0)
    found = conditional_logit(np.concatenate(rows), np.concatenate(groups), np.concatenate(shares), weights, ridge)
    own, other = found[: len(columns)] / scale, found[len(columns) : -1] / scale_c
    made = np.zeros(len(MEMBER))
    made[columns] = own
    nobody = np.zeros(len(CIRCLE) + 1)
    nobody[asked] = other
    return Linear(made, 0.0), Linear(nobody, float(found[-1] - other @ mean_c + own @ mean))


def _fit(
    samples: Sequence[Sample],
    beside: Sequence[Compared],
    guessed: Floats,
    weights: Floats,
    member: Linear,
    nobody: Linear,
) -> Linear:
    rows, hits, pull = [], [], []
    for sample, each, chatter, weight in zip(samples, beside, guessed, weights, strict=True):
        alone = float(nobody(np.append(each.circle, chatter)[None, :])[0])
        rows.append(fit_rows(each, member(each.member), alone))
        hits.append((sample.grades > 0) * 1.0)
        pull.append(np.where(sample.grades == 1, 0.6, 1.0) * weight)
    return Linear(*logistic(np.concatenate(rows), np.concatenate(hits), np.concatenate(pull), _FIT_RIDGE))


def _named(names: Sequence[str], made: Linear) -> dict[str, float]:
    kept = {name: round(float(weight), 5) for name, weight in zip(names, made.weights, strict=True) if weight}
    return kept | {"bias": round(made.bias, 5)}


def _rounded(values: Floats) -> list[float]:
    return [round(float(value), 5) for value in values]
