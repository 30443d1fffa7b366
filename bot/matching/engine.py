"""The engine: which members of a circle an ask should be offered to, how sure that is, and why."""

from collections.abc import Sequence
from functools import lru_cache
from pathlib import Path

import numpy as np

from bot.domain.overlap import Overlap
from bot.domain.routing import Fit, Key, Routing, Statement, Understanding
from bot.matching.ask import Ask, read
from bot.matching.calibration import Calibration, Judgement, load
from bot.matching.circle import by_key, circumstances, close_and_far
from bot.matching.encoder import Encoder
from bot.matching.evidence import AGAINST, evidence
from bot.matching.features import features
from bot.matching.gazetteer import Gazetteer
from bot.matching.grouping import grouped
from bot.matching.overlap import overlap
from bot.matching.package import FOLDER, checked
from bot.matching.places import Places
from bot.matching.rivals import alike, difference
from bot.matching.shelf import Shelf
from bot.matching.suggestion import suggestion
from bot.matching.trades import Examples, read_examples
from bot.matching.understanding import sayings, understood

_MOST = 6  # members who would be offered one ask in all its waves
_FAR = 16_384  # of a large circle whose place in a ranking is remembered
_BESIDE = 24  # others of the circle beside whom a statement is tried


class Engine:
    """Synchronous, thread-safe, deterministic; what it remembers makes it faster and never changes an answer."""

    def __init__(self, encoder: Encoder, calibration: Calibration, places: Places, examples: Examples) -> None:
        self._encoder, self._calibration, self._places, self._examples = encoder, calibration, places, examples
        self._shelf = Shelf(encoder)

    def route(self, text: str, members: Sequence[Statement]) -> Routing:
        """Ranks all `members` and names those to offer `text` to; the caller leaves out who must not be asked."""
        ask = read(text, self._encoder)
        close, far = close_and_far(ask, members, self._shelf)
        if not close or not ask.text.strip():
            return Routing((), tuple(Fit(member.member, 0.0, ()) for member in close), bool(ask.text.strip()))
        judged = self._judge(ask, close)
        fits = np.round(judged.fits, 6)
        order = sorted(range(len(close)), key=lambda row: (-fits[row], by_key(close[row].member)))
        ranked = [Fit(close[row].member, float(fits[row]), ()) for row in order]
        offers = self._offers(ranked, judged)
        profiles = self._shelf.profiles([close[row] for row in order[:offers]])
        routed = tuple(
            Fit(fit.member, fit.fit, evidence(ask, profile)) for fit, profile in zip(ranked, profiles, strict=False)
        )
        rest = (*ranked[offers:], *map(_far, [member.member for member in far]))
        return Routing(routed, routed + rest, judged.chatter < 0.5)

    def why(self, text: str, statement: Statement, others: Sequence[Statement] = ()) -> Fit:
        """How one member was seen for an ask, beside the others of the circle: the words that speak for them, or, where
        they fit badly and their own words say so, against them."""
        ask = read(text, self._encoder)
        if not ask.text.strip():
            return Fit(statement.member, 0.0, ())
        fit = self._beside(ask, statement, others)
        profile = self._shelf.profiles([statement])[0]
        against = evidence(ask, profile, AGAINST) if fit < self._calibration.offer else ()
        return Fit(statement.member, fit, against or evidence(ask, profile))

    def understand(self, statement: Statement, others: Sequence[Statement] = ()) -> Understanding:
        """What a statement would bring beside the others of the circle."""
        near = [other for other in others if other.member != statement.member][:_BESIDE]
        own, *profiles = self._shelf.profiles([statement, *near])
        keyed = [(other.member, profile) for other, profile in zip(near, profiles, strict=True)]
        return understood(
            statement, own, keyed, self._examples,
            lambda ask, member: self._beside(read(ask, self._encoder), member, near),
        )  # fmt: skip

    def overlap(self, one: Statement, other: Statement) -> Overlap:
        """Where two members meet and differ, seen from `one`; from `other` it is the same, mirrored."""
        mine, theirs = self._shelf.profiles([one, other])
        return overlap(one, other, (mine, theirs), self._encoder, self._reaches)

    def examples_of_trade(self, statement: Statement) -> tuple[str, ...]:
        """What clients of the member's trade say right before they need it, where the engine knows the trade."""
        return sayings(statement, self._encoder, self._examples)

    def differ(self, one: Statement, other: Statement) -> tuple[str, str] | None:
        """By which words two members of a like trade differ, one clause of each; None when they are no rivals."""
        mine, theirs = self._shelf.profiles([one, other])
        return difference(one, other, alike(mine, theirs), self._encoder)

    def gaps(self, asks: Sequence[str]) -> list[tuple[int, ...]]:
        """The places of `asks` in groups of one kind, the largest first; each in one."""
        return grouped(asks, self._encoder)

    def suggest_sentence(self, statement: Statement, asks: Sequence[str], *, against: bool = False) -> str | None:
        """A better perfect client made of what they took, or, `against`, a better not-a-fit of what they passed on."""
        return suggestion(statement.not_a_fit if against else statement.perfect_client, asks, self._encoder)

    def _reaches(self, text: str, statement: Statement) -> bool:
        fit = self._beside(read(text, self._encoder), statement, ()) if text.strip() else 0.0
        return fit >= self._calibration.offer

    def _beside(self, ask: Ask, statement: Statement, others: Sequence[Statement]) -> float:
        rest = (other for other in others if other.member != statement.member)
        close, _ = close_and_far(ask, [statement, *rest], self._shelf)
        if statement not in close:
            return 0.0
        return float(np.round(self._judge(ask, close).fits[close.index(statement)], 6))

    def _judge(self, ask: Ask, members: Sequence[Statement]) -> Judgement:
        near, tongue = circumstances(ask, members, self._places)
        return self._calibration.judge(ask, features(ask, self._shelf.profiles(members), near, tongue))

    def _offers(self, ranked: Sequence[Fit], judged: Judgement) -> int:
        """All whose fit is worth an offer; the best in any case, unless nobody is the likeliest."""
        worth = sum(fit.fit >= self._calibration.offer for fit in ranked[:_MOST])
        return max(worth, int(judged.anyone))


@lru_cache(maxsize=_FAR)
def _far(member: Key) -> Fit:
    """Of somebody in a large circle who was not looked at closely: made once, since there may be thousands."""
    return Fit(member, 0.0, ())


def load_engine(folder: Path = FOLDER) -> Engine:
    """Reads model, tokenizer, gazetteer and coefficients; a `ModelError` says what is missing or damaged."""
    files = checked(folder)
    return Engine(
        Encoder(files["encoder"], files["tokenizer"]),
        load(files["coefficients"]),
        Places(Gazetteer(files["places"])),
        read_examples(files["examples"]),
    )
