"""What clients of many trades ask and say: made-up examples, to show a member what their statement would bring them.

`python -m bot.matching.trades` reads them with the encoder and keeps their vectors; run it after a change of either."""

import json
import sys
from dataclasses import dataclass
from functools import cache
from pathlib import Path

import numpy as np

from bot.matching.encoder import Encoder, Vectors
from bot.matching.errors import ModelError
from bot.matching.package import FOLDER, checked, record, sha256

NAME = "trades.npz"
_LISTING = Path(__file__).parent / "trades.json"


@dataclass(frozen=True, slots=True)
class Trade:
    """`asks`: two referral requests; `says`: what a client says right before they need this trade."""

    trade: str
    asks: tuple[str, ...]
    says: tuple[str, ...]


@dataclass(frozen=True, slots=True)
class Examples:
    """All asks of all trades, `(asks, 384)` their vectors, `(trades, 384)` those of the names of the trades."""

    asks: tuple[str, ...]
    vectors: Vectors
    trades: Vectors


@cache
def trades() -> tuple[Trade, ...]:
    listed = json.loads(_LISTING.read_text(encoding="utf-8"))
    return tuple(Trade(entry["trade"], tuple(entry["asks"]), tuple(entry["says"])) for entry in listed)


def read_examples(file: Path) -> Examples:
    asks = tuple(ask for trade in trades() for ask in trade.asks)
    try:
        with np.load(file, allow_pickle=False) as kept:
            found = Examples(asks, kept["asks"].astype(np.float32), kept["trades"].astype(np.float32))
            made_for = str(kept["listing"])
    except (OSError, ValueError, KeyError) as wrong:
        raise ModelError(f"the examples of trades {file} cannot be read: {wrong}") from wrong
    if made_for != sha256(_LISTING):
        raise ModelError(f"the examples of trades {file} were made for another list of trades")
    return found


def build() -> int:
    """Writes the vectors of all examples; about two hundred runs of the encoder."""
    files = checked()
    encoder = Encoder(files["encoder"], files["tokenizer"])
    np.savez_compressed(
        FOLDER / NAME,
        asks=encoder.encode([ask for trade in trades() for ask in trade.asks]).astype(np.float16),
        trades=encoder.encode([trade.trade for trade in trades()]).astype(np.float16),
        listing=np.array(sha256(_LISTING)),
    )
    record("examples", NAME)
    return len(trades())


if __name__ == "__main__":
    sys.stdout.write(f"{build()} trades\n")
