"""A better sentence for a statement, made of the member's own words and of words of the clients that came to them."""

from collections.abc import Sequence

import numpy as np

from bot.matching.ask import Ask, read
from bot.matching.clauses import Span
from bot.matching.encoder import Encoder, Vectors

_FEWEST = 3  # asks, before they say anything about the member
_ALIKE = 0.30  # the mean cosine of asks that are of one kind
_SAID = 0.72  # a clause this near to the statement is in it already
_SHORTEST, _LONGEST = 3, 14  # words of a quoted clause
_QUOTED = 2


def suggestion(stated: str, asks: Sequence[str], encoder: Encoder) -> str | None:
    """`stated` with one or two clauses of the asks behind it, or None when these are few, unlike or already said."""
    told = [read(text, encoder) for text in asks if text.strip()]
    if len(told) < _FEWEST:
        return None
    vectors = np.stack([ask.vector for ask in told])
    cosines = vectors @ vectors.T
    if float((cosines.sum() - len(told)) / (len(told) * (len(told) - 1))) < _ALIKE:
        return None
    middle = vectors.mean(axis=0)
    said = encoder.encode([stated])[0]
    found = sorted(
        ((-_worth(vector, middle), row, span) for row, ask in enumerate(told) for span, vector in _clauses(ask, encoder)
         if float(vector @ said) < _SAID),
        key=lambda entry: (entry[0], entry[1], entry[2].start),
    )  # fmt: skip
    quoted: list[str] = []
    from_asks: set[int] = set()
    for _, row, span in found:
        if row not in from_asks and span.text.casefold() not in (text.casefold() for text in quoted):
            quoted.append(span.text)
            from_asks.add(row)
        if len(quoted) == _QUOTED:
            break
    if not quoted:
        return None
    own = stated.strip().rstrip(".;, ")
    return (f"{own} – " if own else "") + ", ".join(f"“{text.rstrip('.!?,; ')}”" for text in quoted)


def _worth(vector: Vectors, middle: Vectors) -> float:
    """How much of what the asks have in common a clause says."""
    return round(float(vector @ middle), 6)


def _clauses(ask: Ask, encoder: Encoder) -> list[tuple[Span, Vectors]]:
    spans = [span for span in ask.clauses if _SHORTEST <= len(span.text.split()) <= _LONGEST]
    vectors = encoder.read(ask.text, spans).vectors[1:]
    return list(zip(spans, vectors, strict=True))
