"""Cuts a text into sentences and clauses that are literal pieces of it. Never changes a character."""

import re

_SENTENCE_END = re.compile(r"(?<=[.!?…。！？])[\"'”’)\]]*\s+|\n+|(?<=[。！？])")
_CLAUSE_END = re.compile(r"(?<=[,;:.!?…])\s+|\s+[-–—]+\s+|\s*[()\[\]\n]\s*|[。！？，；：、]")
_BLANK = re.compile(r"\W+", re.UNICODE)
_SHORT_CLAUSE = 3  # words; shorter clauses say nothing alone and stay with the next one


def sentences(text: str) -> list[str]:
    """The sentences of `text`, each a literal substring without outer white space."""
    return _pieces(text, _SENTENCE_END)


def clauses(text: str) -> list[str]:
    """The clauses of `text`: literal substrings cut at punctuation, very short ones joined to their neighbour."""
    found: list[str] = []
    for sentence in sentences(text):
        found.extend(_joined(sentence))
    return found


def _pieces(text: str, end: re.Pattern[str]) -> list[str]:
    cut, start = [], 0
    for match in end.finditer(text):
        cut.append(text[start : match.start()])
        start = match.end()
    cut.append(text[start:])
    return [piece.strip() for piece in cut if _BLANK.sub("", piece)]


def _joined(sentence: str) -> list[str]:
    """Clauses of one sentence; a clause of fewer than three words is kept together with what follows it."""
    spans: list[tuple[int, int]] = []
    start = 0
    for match in _CLAUSE_END.finditer(sentence):
        if len(sentence[start : match.start()].split()) >= _SHORT_CLAUSE:
            spans.append((start, match.start()))
            start = match.end()
    if start < len(sentence):
        if spans and len(sentence[start:].split()) < _SHORT_CLAUSE:
            spans[-1] = (spans[-1][0], len(sentence))
        else:
            spans.append((start, len(sentence)))
    cut = (sentence[a:b].strip(" ,;:\t\n-–—") for a, b in spans)
    return [piece for piece in cut if _BLANK.sub("", piece)]
