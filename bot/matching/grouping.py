"""Asks that nobody took, grouped by how near they are as texts: what is missing more than once shows as one gap."""

from collections.abc import Sequence

import numpy as np

from bot.matching.encoder import Encoder, Vectors

_ALIKE = 0.50  # a cosine from which two asks are of one kind


def grouped(asks: Sequence[str], encoder: Encoder) -> list[tuple[int, ...]]:
    """The places of `asks`, each in one group; an ask that is like no other is a group by itself.

    1. An ask joins the group whose first ask it is nearest to, if it is near; otherwise it is the first of its own.
    2. The largest groups come first; within one, the ask most like the others."""
    if not asks:
        return []
    vectors = encoder.encode(asks)
    groups: dict[int, list[int]] = {}
    for row in range(len(asks)):
        near = {first: round(float(vectors[row] @ vectors[first]), 6) for first in groups}
        best = max(near, key=lambda first: (near[first], -first), default=row)
        groups.setdefault(best if near.get(best, 0.0) >= _ALIKE else row, []).append(row)
    made = [_ordered(rows, vectors) for rows in groups.values()]
    return sorted(made, key=lambda gap: (-len(gap), min(gap)))


def _ordered(rows: list[int], vectors: Vectors) -> tuple[int, ...]:
    middle: Vectors = np.asarray(vectors[rows].mean(axis=0))
    return tuple(sorted(rows, key=lambda row: (-round(float(vectors[row] @ middle), 6), row)))
