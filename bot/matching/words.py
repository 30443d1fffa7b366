"""Words: stems of a text and BM25 of an ask over the statements of a circle."""

import math
import re
from collections import Counter
from collections.abc import Sequence
from functools import lru_cache

import numpy as np
import numpy.typing as npt
import snowballstemmer

from bot.domain.member import LITTLE, UNIVERSAL, VAGUE
from bot.domain.routing import things

_WORD = re.compile(r"[^\W_]+(?:['’][^\W_]+)?", re.UNICODE)
_SATURATION, _LENGTH = 1.2, 0.75  # BM25's k1 and b, its usual values
# fmt: off
_STOP = frozenset((
    "a", "about", "after", "all", "also", "am", "an", "and", "any", "anybody", "anyone", "are", "as", "at", "be",
    "because", "been", "before", "being", "but", "by", "can", "could", "did", "do", "does", "doing", "don", "done",
    "for", "from", "get", "gets", "getting", "go", "going", "got", "had", "has", "have", "having", "he", "her", "hers",
    "him", "his", "how", "i", "if", "in", "into", "is", "it", "its", "just", "know", "let", "like", "ll", "me",
    "more", "most", "much", "my", "need", "needs", "no", "nor", "not", "now", "of", "off", "on", "one", "or", "our",
    "out", "over", "re", "really", "s", "she", "so", "some", "somebody", "someone", "such", "t", "than", "that",
    "the", "their", "them", "then", "there", "these", "they", "thing", "things", "this", "those", "through", "to",
    "too", "up", "us", "ve", "very", "want", "wants", "was", "we", "were", "what", "when", "where", "which",
    "while", "who", "whom", "whose", "why", "will", "with", "would", "you", "your",
))
# fmt: on
_REFUSING = ("anymore", "avoid", "longer", "never", "nothing", "only", "take", "work")
_NAMED = 0.15  # of an ask; a word in passing in a long story is no refusal


def stems(text: str) -> list[str]:
    """Stems of the words of `text` in order, without the words that every text has."""
    words = (word.replace("’", "'").split("'")[0] for word in _WORD.findall(text.lower()))
    return [_stem(word) for word in words if word not in _STOP and (len(word) > 1 or word.isdigit())]


def vagueness(text: str) -> float:
    """Which share of the words of `text` speaks of everybody or of what everybody wants, little words left out; 1 for a
    text without words."""
    little = (_STOP | LITTLE) - UNIVERSAL
    words = [word for word in _WORD.findall(text.casefold()) if word not in little]
    return sum(word in VAGUE for word in words) / len(words) if words else 1.0


def refusals(not_a_fit: str) -> tuple[frozenset[str], ...]:
    """What a not-a-fit names, one set of stems for each thing, without the words that only say no."""
    saying_no = frozenset(map(_stem, _REFUSING))
    parts = (frozenset(stems(part)) - saying_no for part in things(not_a_fit))
    return tuple(part for part in parts if part)


def refused(ask: Sequence[str], named: Sequence[frozenset[str]]) -> bool:
    """Whether the stems of an ask name, in so many words, a thing among these `refusals`."""
    asked = frozenset(ask)
    return any(thing <= asked and len(thing) >= _NAMED * len(asked) for thing in named)


def bm25(ask: Sequence[str], documents: Sequence[Sequence[str]]) -> npt.NDArray[np.float64]:
    """(len(documents),): BM25 of the stems of an ask over documents given as stems."""
    lengths = np.array([len(document) for document in documents], dtype=np.float64)
    scores = np.zeros(len(documents))
    norm = _SATURATION * (1 - _LENGTH + _LENGTH * lengths / max(float(lengths.mean()) if len(lengths) else 0.0, 1.0))
    for term, times in sorted(Counter(ask).items()):
        counts = np.array([document.count(term) for document in documents], dtype=np.float64)
        holders = int((counts > 0).sum())
        if holders:
            rarity = math.log(1 + (len(documents) - holders + 0.5) / (holders + 0.5))
            scores += min(times, 2) * rarity * counts * (_SATURATION + 1) / (counts + norm)
    return scores


def ceiling(ask: Sequence[str], documents: int) -> float:
    """What BM25 would give at most to a short document with all the words of the ask, none of which others have."""
    rarest = math.log(1 + (documents - 0.5) / 1.5) if documents else 0.0
    return max(1e-9, len(set(ask)) * max(rarest, 0.1) * (_SATURATION + 1) / 2)


@lru_cache(maxsize=20_000)
def _stem(word: str) -> str:
    made: str = snowballstemmer.stemmer("english").stemWord(word)
    return made
