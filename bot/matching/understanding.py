"""What a statement would bring: tried against made-up asks of many trades, beside the other members of the circle."""

from collections.abc import Callable, Sequence

import numpy as np

from bot.domain.routing import Key, Reach, Sharpening, Statement, Understanding
from bot.matching.encoder import Encoder, Vectors
from bot.matching.nearness import Floats
from bot.matching.profile import Profile, Role
from bot.matching.trades import Examples, trades
from bot.matching.words import vagueness

_LIKELY = 0.3  # a fit from which an ask would be theirs
_CLOSE = 0.45  # a cosine from which an ask has to do with a statement
_REFUSED = 0.25  # how much nearer to what they send on than to what they want
_SAME = 0.86  # a cosine from which two statements say the same
_FAR = 0.35  # a cosine below which even the nearest ask has nothing to do with a statement
_FLAT = 0.15  # a statement whose nearest asks are hardly nearer than all others is about everybody
_FLAT_AND_VAGUE, _VAGUE = 0.27, 0.4  # so is one that is a little less flat and of whose words so many say little
_NEAREST = 5  # asks that count as the nearest ones
_TRADE = 0.62  # a cosine with a trade, and a little with its asks, from which it is known

Judge = Callable[[str, Statement], float]


def understood(
    statement: Statement, profile: Profile, others: Sequence[tuple[Key, Profile]], examples: Examples, judge: Judge
) -> Understanding:
    """`judge`: the fit of the statement for an ask in its circle."""
    whole = _one(profile, Role.WHOLE)
    if whole is None:
        return Understanding((), None, Reach.NOTHING, Sharpening.WHOM)
    near: Floats = (examples.vectors @ whole).astype(np.float64)
    order = np.argsort(-near, kind="stable")
    nearest = [(int(row), judge(examples.asks[int(row)], statement)) for row in order[: 2 * _NEAREST]]
    ranked = sorted(nearest, key=lambda pair: (-round(pair[1], 6), pair[0]))
    brings = [row for row, fit in ranked if fit >= _LIKELY or near[row] >= _CLOSE][:2]
    rival = _rival(whole, others)
    likely = bool(brings) or near[order[0]] >= _FAR
    reach = _reach(statement, profile, near, likely, rival, examples)
    return Understanding(
        tuple(examples.asks[row] for row in brings),
        _sent_on(profile, brings, ranked, near, examples),
        reach,
        _question(reach, statement),
        rival,
    )


def sayings(statement: Statement, encoder: Encoder, examples: Examples) -> tuple[str, ...]:
    """What clients of the nearest known trade say; empty when no known trade is near."""
    said = statement.what_i_do.strip() or statement.business.strip()
    if not said:
        return ()
    vector = encoder.encode([said])[0]
    asked = (examples.vectors @ vector).reshape(len(trades()), -1).max(axis=1)
    near = examples.trades @ vector + 0.3 * asked
    best = int(np.argmax(near))
    return trades()[best].says if near[best] >= _TRADE else ()


def _reach(
    statement: Statement, profile: Profile, near: Floats, likely: bool, rival: Key | None, examples: Examples
) -> Reach:
    """`likely`: whether the statement has to do with any ask at all."""
    client = _one(profile, Role.CLIENT)
    about = near if client is None else (examples.vectors @ client).astype(np.float64)
    ahead = float(np.sort(about)[-_NEAREST:].mean() - about.mean())
    if not likely:
        return Reach.NOTHING
    vague = vagueness(statement.perfect_client or statement.what_i_do or statement.business)
    if ahead < _FLAT or vague == 1 or (ahead < _FLAT_AND_VAGUE and vague >= _VAGUE):
        return Reach.EVERYTHING
    return Reach.CLEAR if rival is None else Reach.ANOTHERS


def _question(reach: Reach, statement: Statement) -> Sharpening | None:
    asked = {
        Reach.EVERYTHING: Sharpening.WHOM,
        Reach.NOTHING: Sharpening.TROUBLE,
        Reach.ANOTHERS: Sharpening.DIFFERENCE,
    }.get(reach)
    return asked or (None if statement.not_a_fit.strip() else Sharpening.LIMIT)


def _sent_on(
    profile: Profile, brings: list[int], ranked: list[tuple[int, float]], near: Floats, examples: Examples
) -> str | None:
    """An ask that is near and yet not theirs: nearest to what they send on, or else the nearest unlikely one."""
    against = _one(profile, Role.NOT)
    if against is not None:
        refused = (examples.vectors @ against).astype(np.float64) - 0.5 * near
        for row in np.argsort(-refused, kind="stable")[:_NEAREST]:
            if int(row) not in brings and refused[row] >= _REFUSED:
                return examples.asks[int(row)]
    unlikely = [row for row, fit in reversed(ranked) if row not in brings and fit < _LIKELY]
    return examples.asks[unlikely[0]] if unlikely else None


def _rival(whole: Vectors, others: Sequence[tuple[Key, Profile]]) -> Key | None:
    near = [(float(vector @ whole), key) for key, other in others if (vector := _one(other, Role.WHOLE)) is not None]
    best = max(near, key=lambda pair: pair[0], default=(0.0, None))
    return best[1] if best[0] >= _SAME else None


def _one(profile: Profile, role: Role) -> Vectors | None:
    """The vector of a piece that there is at most one of."""
    rows = profile.vectors()[profile.roles == role]
    return rows[0] if len(rows) else None
