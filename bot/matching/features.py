"""An ask and the members of a circle as numbers, each member by themselves."""

import math
from collections.abc import Sequence
from dataclasses import dataclass

import numpy as np
import numpy.typing as npt

from bot.matching.alignment import NAMES as ALIGNED
from bot.matching.alignment import alignment
from bot.matching.ask import Ask
from bot.matching.nearness import Floats, nearness
from bot.matching.profile import Profile, Role
from bot.matching.words import bm25, ceiling, refused

RAW = (
    "whole", "trade", "client", "sentence", "listen", "no_listen", "part", "words", "words_listen", "words_not",
    "not_over", "not_whole", "not_part", "near", "far", "tongue", "no_tongue", "own_part", "meaning", *ALIGNED,
)  # fmt: skip


@dataclass(frozen=True, slots=True)
class Features:
    """`raw`: (members, len(RAW)); `length`: of the ask, as a logarithm; `counter`: (members,), how much nearer the ask
    is to one they passed on than to what they want; `refused`: (members,), whether it names what is not a fit for them
    (two rules of their own: there are no labels to fit them on)."""

    raw: Floats
    length: float
    counter: Floats
    refused: npt.NDArray[np.bool_]


def features(ask: Ask, profiles: Sequence[Profile], near: Floats, tongue: Floats) -> Features:
    """`near` and `tongue`: (members,), 1 where place or language suit, −1 where they do not, 0 where unknown."""
    cosines = nearness(ask, profiles)
    taken, passed = cosines.best(Role.EXAMPLE)[:, 0], cosines.best(Role.COUNTER)[:, 0]
    whole_parts = cosines.best(Role.WHOLE)
    whole, trade = np.maximum(whole_parts[:, 0], taken), cosines.best(Role.TRADE)[:, 0]
    client = np.maximum(cosines.best(Role.CLIENT)[:, 0], taken)
    part = np.maximum(whole_parts.max(axis=1), taken)
    sentence = np.maximum(cosines.best(Role.SENTENCE).max(axis=1), taken)
    heard = cosines.has(Role.LISTEN) | cosines.has(Role.EXAMPLE)
    listen = np.maximum(cosines.best(Role.LISTEN).max(axis=1), taken) * heard
    against = cosines.best(Role.NOT)[:, 0]
    against_parts = cosines.best(Role.NOT_CLAUSE).max(axis=1)
    best = ceiling(ask.words, len(profiles))
    words, words_listen, words_not = (
        bm25(ask.words, documents) / best
        for documents in (
            [profile.words for profile in profiles],
            [profile.heard for profile in profiles],
            [profile.unwanted for profile in profiles],
        )
    )
    meaning = whole + 0.3 * sentence + 0.4 * np.where(heard, listen, 0.75 * whole) + 0.15 * words
    rows = (
        whole, trade, client, sentence, listen, ~heard, part, words, words_listen, words_not,
        np.maximum(against - whole, 0.0), against, against_parts, near > 0, near < 0, tongue > 0, tongue < 0,
        _lead(whole_parts).max(axis=1), meaning,
    )  # fmt: skip
    raw = np.column_stack([*rows, alignment(ask, profiles)])
    refusing = np.array([refused(ask.words, profile.refusals) for profile in profiles], dtype=np.bool_)
    return Features(raw, math.log1p(len(ask.text)), np.maximum(passed - whole, 0.0), refusing)


def _lead(values: Floats) -> Floats:
    """(members, parts): how far each is ahead of the best other, by column."""
    if len(values) < 2:
        return np.zeros_like(values)
    order = np.sort(values, axis=0)
    made: Floats = values - np.where(values == order[-1], order[-2], order[-1])
    return made
