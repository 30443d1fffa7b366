"""An ask and a circle as numbers: one row of features a member, each comparable between circles."""

from collections.abc import Sequence
from dataclasses import dataclass

import numpy as np
import numpy.typing as npt

from bot.matching.clauses import sentences
from bot.matching.encoder import Encoder, Vectors
from bot.matching.profile import Profile, Role
from bot.matching.words import bm25, ceiling, stems

Floats = npt.NDArray[np.float64]

_MOST = 8  # sentences of a long ask that are read by themselves
NAMES = ("whole", "sentence", "listen", "no_listen", "words", "not_over", "example", "counter_over", "lead", "standing", "crowd")


@dataclass(frozen=True, slots=True)
class Ask:
    """`vectors`: (1 + sentences, 384), the whole ask first; `parts`: the texts of those rows."""

    text: str
    parts: tuple[str, ...]
    vectors: Vectors
    words: tuple[str, ...]


def read(text: str, encoder: Encoder) -> Ask:
    """The whole ask and, where it has more than one, its sentences: the need may be hidden in the middle."""
    inner = sentences(text)
    parts = (text.strip(), *(inner[:_MOST] if len(inner) > 1 else ()))
    return Ask(text, parts, encoder.encode(list(parts)), tuple(stems(text)))


def features(ask: Ask, profiles: Sequence[Profile]) -> Floats:
    """(len(profiles), len(NAMES))"""
    whole = np.array([_best(ask.vectors[:1], profile, Role.WHOLE, 0.0) for profile in profiles])
    inner = np.array([_best(ask.vectors, profile, Role.SENTENCE, 0.0) for profile in profiles])
    listen = np.array([_best(ask.vectors, profile, Role.LISTEN, np.nan) for profile in profiles])
    against = np.array([_best(ask.vectors, profile, Role.NOT, 0.0) for profile in profiles])
    example = np.array([_best(ask.vectors, profile, Role.EXAMPLE, 0.0) for profile in profiles])
    counter = np.array([_best(ask.vectors, profile, Role.COUNTER, 0.0) for profile in profiles])
    heard = ~np.isnan(listen)
    meaning = 0.5 * whole + 0.2 * inner + 0.3 * np.where(heard, listen, 0.7 * whole + 0.3 * inner)
    meaning = np.maximum(meaning, example)
    lead, standing = _among(meaning)
    return np.stack(
        [
            whole,
            inner,
            np.where(heard, listen, 0.0),
            (~heard).astype(np.float64),
            bm25(ask.words, [profile.words for profile in profiles]) / ceiling(ask.words, len(profiles)),
            np.maximum(against - meaning, 0.0),
            example,
            np.maximum(counter - np.maximum(meaning, example), 0.0),
            lead,
            standing,
            np.full(len(profiles), np.log1p(len(profiles))),
        ],
        axis=1,
    )


def _best(parts: Vectors, profile: Profile, role: Role, missing: float) -> float:
    """The highest cosine between a part of the ask and a piece of that role."""
    pieces = profile.of(role)
    return float((parts @ pieces.T).max()) if len(pieces) else missing


def _among(meaning: Floats) -> tuple[Floats, Floats]:
    """How far each is ahead of the best other, and how many standard deviations above the circle."""
    if len(meaning) < 2:
        return np.zeros_like(meaning), np.zeros_like(meaning)
    order = np.sort(meaning)
    rival = np.where(meaning == order[-1], order[-2], order[-1])
    return meaning - rival, (meaning - meaning.mean()) / max(float(meaning.std()), 0.02)
