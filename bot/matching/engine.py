"""The engine: which members of a circle an ask should be offered to, how sure that is, and why."""

from collections.abc import Sequence
from pathlib import Path

from bot.domain.routing import Fit, Routing, Statement
from bot.matching.calibration import Coefficients, load
from bot.matching.encoder import FOLDER, Encoder
from bot.matching.evidence import evidence
from bot.matching.features import features, read
from bot.matching.shelf import Shelf

_MOST = 6  # members who would be offered one ask in all its waves


class Engine:
    """Synchronous, thread-safe, without state that changes an answer: the same input gives the same output."""

    def __init__(self, encoder: Encoder, coefficients: Coefficients) -> None:
        self._encoder, self._coefficients, self._shelf = encoder, coefficients, Shelf(encoder)

    def route(self, text: str, members: Sequence[Statement]) -> Routing:
        """Ranks all `members` and names those to offer `text` to; the caller leaves out who must not be asked."""
        if not text.strip() or not members:
            return Routing((), tuple(Fit(member.member, 0.0, ()) for member in sorted(members, key=_by_key)), False)
        ask = read(text, self._encoder)
        ordered = sorted(members, key=_by_key)
        profiles = self._shelf.profiles(ordered)
        sure = self._coefficients.probability(features(ask, profiles))
        places = sorted(range(len(ordered)), key=lambda row: (-round(float(sure[row]), 6), row))
        ranked, routed = [], []
        for row in places:
            fit = Fit(ordered[row].member, float(sure[row]), ())
            if fit.fit >= self._coefficients.offer and len(routed) < _MOST:
                fit = Fit(fit.member, fit.fit, evidence(text, profiles[row], self._encoder))
                routed.append(fit)
            ranked.append(fit)
        return Routing(tuple(routed), tuple(ranked), True)


def load_engine(folder: Path = FOLDER) -> Engine:
    """Reads model, tokenizer and coefficients; a `ModelError` says what is missing or damaged."""
    return Engine(Encoder(folder), load(folder / "coefficients.json"))


def _by_key(member: Statement) -> tuple[bool, int, str]:
    """Numbers before words, each in its own order: ties never depend on the order of the members."""
    key = member.member
    return (isinstance(key, str), key if isinstance(key, int) else 0, key if isinstance(key, str) else "")
