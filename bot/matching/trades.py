"""What clients of many trades ask and say: made-up examples, to show a member what their statement would bring them."""

import json
from dataclasses import dataclass
from functools import cache
from pathlib import Path


@dataclass(frozen=True, slots=True)
class Trade:
    """`asks`: two referral requests; `says`: what a client says right before they need this trade."""

    trade: str
    asks: tuple[str, ...]
    says: tuple[str, ...]


@cache
def trades() -> tuple[Trade, ...]:
    listed = json.loads((Path(__file__).parent / "trades.json").read_text(encoding="utf-8"))
    return tuple(Trade(entry["trade"], tuple(entry["asks"]), tuple(entry["says"])) for entry in listed)
