"""Cuts a text into sentences and clauses that are literal pieces of it. Never changes a character."""

import re
from dataclasses import dataclass

_SENTENCE_END = re.compile(r"(?<=[.!?…])[\"'”’)\]]*\s+|\s*\n\s*|(?<=[。！？])")
_CLAUSE_END = re.compile(r"(?<=[,;:.!?…])\s+|\s+[-–—]+\s+|\s*[()\[\]\n]\s*|(?<=[。！？，；：、])")
_WORD = re.compile(r"\w", re.UNICODE)
_EDGE = " ,;:\t\r\n-–—"
_SHORT_CLAUSE = 3  # words; shorter clauses say nothing alone and stay with the next one


@dataclass(frozen=True, slots=True)
class Span:
    """A piece of a text: `text` is exactly what stands there between `start` and `end`."""

    start: int
    end: int
    text: str


def sentences(text: str) -> list[Span]:
    """The sentences of `text`, without outer white space and without those that have no letter or digit."""
    return _trimmed(text, _cut(text, 0, len(text), _SENTENCE_END), " \t\r\n")


def clauses(text: str) -> list[Span]:
    """The clauses of `text`, cut at punctuation, very short ones kept together with their neighbour."""
    found: list[tuple[int, int]] = []
    for sentence in sentences(text):
        found += _joined(text, _cut(text, sentence.start, sentence.end, _CLAUSE_END))
    return _trimmed(text, found, _EDGE)


def _cut(text: str, start: int, end: int, boundary: re.Pattern[str]) -> list[tuple[int, int]]:
    cut = []
    for match in boundary.finditer(text, start, end):
        cut.append((start, match.start()))
        start = match.end()
    return [*cut, (start, end)]


def _joined(text: str, cut: list[tuple[int, int]]) -> list[tuple[int, int]]:
    """A clause of fewer than three words takes in the next one; at the end of the sentence, the one before."""
    made: list[tuple[int, int]] = []
    open_from: int | None = None
    for start, end in cut:
        start = start if open_from is None else open_from
        short = len(text[start:end].split()) < _SHORT_CLAUSE
        open_from = start if short else None
        if not short:
            made.append((start, end))
    if open_from is not None:
        last = made.pop()[0] if made else open_from
        made.append((last, cut[-1][1]))
    return made


def _trimmed(text: str, cut: list[tuple[int, int]], edge: str) -> list[Span]:
    found = []
    for start, end in cut:
        piece = text[start:end]
        start += len(piece) - len(piece.lstrip(edge))
        piece = piece.strip(edge)
        if _WORD.search(piece):
            found.append(Span(start, start + len(piece), piece))
    return found
