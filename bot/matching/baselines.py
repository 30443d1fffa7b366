"""What the engine is compared with: BM25 and TF-IDF over whole profiles, each with one threshold for all circles."""

import math
from collections import Counter
from collections.abc import Callable, Sequence

import numpy as np
import numpy.typing as npt

from bot.domain.routing import Fit, Router, Routing, Statement
from bot.matching.words import bm25, stems

_OFFERS = 2  # a score of words says little about how many fit: at most this many are offered


class WordRouter:
    """Offers to those whose score is at least `least`, ranks by the score, ties by place in the list."""

    def __init__(self, score: Callable[[list[str], list[list[str]]], npt.NDArray[np.float64]], least: float) -> None:
        self._score, self._least = score, least

    def route(self, text: str, members: Sequence[Statement]) -> Routing:
        documents = [stems(_text(member)) for member in members]
        scores = self._score(stems(text), documents) if members else np.zeros(0)
        order = sorted(range(len(members)), key=lambda row: (-scores[row], row))
        ranked = tuple(Fit(members[row].member, min(1.0, float(scores[row])), ()) for row in order)
        routed = tuple(fit for fit in ranked[:_OFFERS] if fit.fit >= self._least)
        return Routing(routed, ranked, bool(routed))


def baseline(name: str) -> Router:
    """`bm25` or `tfidf`; the thresholds gave the best share of requests handled on the training circles."""
    return {"bm25": WordRouter(_bm25_share, 0.1), "tfidf": WordRouter(_tfidf_cosine, 0.15)}[name]


def _bm25_share(ask: list[str], documents: list[list[str]]) -> npt.NDArray[np.float64]:
    """BM25 as a share of what a document equal to the ask would get."""
    own = bm25(ask, [*documents, ask])
    made: npt.NDArray[np.float64] = own[:-1] / max(float(own[-1]), 1e-9)
    return made


def _tfidf_cosine(ask: list[str], documents: list[list[str]]) -> npt.NDArray[np.float64]:
    holders = Counter(term for document in documents for term in set(document))
    rarity = {term: math.log((1 + len(documents)) / (1 + held)) + 1 for term, held in holders.items()}
    asked = {term: times * rarity.get(term, 0.0) for term, times in Counter(ask).items()}
    length = math.sqrt(sum(weight**2 for weight in asked.values())) or 1.0
    found = []
    for document in documents:
        own = {term: times * rarity[term] for term, times in Counter(document).items()}
        size = math.sqrt(sum(weight**2 for weight in own.values())) or 1.0
        found.append(sum(weight * own.get(term, 0.0) for term, weight in asked.items()) / length / size)
    return np.array(found)


def _text(member: Statement) -> str:
    return " ".join((member.business, member.what_i_do, member.perfect_client, *member.listen_for))
