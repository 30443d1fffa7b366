"""From features to probabilities: a logistic model whose coefficients are data, and its file."""

import json
from dataclasses import dataclass
from pathlib import Path

import numpy as np

from bot.matching.errors import ModelError
from bot.matching.features import NAMES, Floats

FILE = Path(__file__).parent / "model" / "coefficients.json"


@dataclass(frozen=True, slots=True)
class Coefficients:
    """`weights` belong to the features named in `names`; `offer` is the probability from which an offer is worth it."""

    names: tuple[str, ...]
    weights: tuple[float, ...]
    bias: float
    offer: float

    def probability(self, rows: Floats) -> Floats:
        """(members,): how likely each member is to be right for the ask."""
        logits = rows @ np.array(self.weights) + self.bias
        made: Floats = 1 / (1 + np.exp(-np.clip(logits, -30, 30)))
        return made


def load(path: Path = FILE) -> Coefficients:
    try:
        kept = json.loads(path.read_text(encoding="utf-8"))
        made = Coefficients(tuple(kept["names"]), tuple(kept["weights"]), float(kept["bias"]), float(kept["offer"]))
    except (OSError, ValueError, KeyError, TypeError) as wrong:
        raise ModelError(f"the routing coefficients {path} cannot be read: {wrong}") from wrong
    if made.names != NAMES or len(made.weights) != len(NAMES):
        raise ModelError(f"the routing coefficients {path} were made for other features")
    return made
