"""The regressions that the coefficients come from, by Newton's method: logistic, and conditional logit."""

import numpy as np
import numpy.typing as npt

from bot.matching.nearness import Floats

_STEPS, _HALVINGS, _SMALL = 40, 12, 1e-7


def logistic(rows: Floats, hits: Floats, weights: Floats, ridge: float) -> tuple[Floats, float]:
    """Weights (features,) and bias for unscaled `rows` (n, features); `ridge` holds the scaled weights only."""
    mean, scale = scaling(rows)
    scaled = np.c_[(rows - mean) / scale, np.ones(len(rows))]
    held = ridge * np.eye(scaled.shape[1])
    held[-1, -1] = 1e-6
    found = np.zeros(scaled.shape[1])
    for _ in range(_STEPS):
        likely = 1 / (1 + np.exp(-np.clip(scaled @ found, -30, 30)))
        slope = scaled.T @ (weights * (hits - likely)) - held @ found
        curve = (scaled * (weights * likely * (1 - likely))[:, None]).T @ scaled + held
        step = np.linalg.solve(curve, slope)
        found = found + step
        if float(np.abs(step).max()) < _SMALL:
            break
    return found[:-1] / scale, float(found[-1] - found[:-1] @ (mean / scale))


def conditional_logit(
    rows: Floats, groups: npt.NDArray[np.intp], shares: Floats, weights: Floats, ridge: Floats
) -> Floats:
    """Weights (features,) such that the softmax over each group comes near to `shares`, which sum to 1 in a group.

    `groups`: (n,) sorted numbers from 0; `weights`: (groups,); `ridge`: (features,), how much each weight is held."""
    firsts = np.flatnonzero(np.r_[True, groups[1:] != groups[:-1]])
    pull = weights[groups]

    def likely_and_loss(guess: Floats) -> tuple[Floats, float]:
        logits = rows @ guess
        most = np.maximum.reduceat(logits, firsts)
        raised = np.exp(logits - most[groups])
        sums = np.add.reduceat(raised, firsts)
        spread = float(pull @ (shares * (logits - (most + np.log(sums))[groups])))
        return raised / sums[groups], 0.5 * float(ridge @ guess**2) - spread

    found = np.zeros(rows.shape[1])
    likely, loss = likely_and_loss(found)
    for _ in range(_STEPS):
        slope = rows.T @ (pull * (shares - likely)) - ridge * found
        means = np.add.reduceat(rows * likely[:, None], firsts, axis=0)
        curve = (rows * (pull * likely)[:, None]).T @ rows - (means * weights[:, None]).T @ means
        step = np.linalg.solve(curve + np.diag(ridge + 1e-6), slope)
        for _ in range(_HALVINGS):
            likely, better = likely_and_loss(found + step)
            if better <= loss:
                break
            step = step / 2
        found, loss = found + step, better
        if float(np.abs(step).max()) < _SMALL:
            break
    return found


def scaling(rows: Floats) -> tuple[Floats, Floats]:
    """Mean and standard deviation by column; 1 for a column that never changes."""
    scale = rows.std(axis=0)
    return rows.mean(axis=0), np.where(scale < 1e-6, 1.0, scale)
