"""How good a routing was, against labels: the figures of the table that `evaluate` prints."""

import math
from collections.abc import Sequence
from dataclasses import dataclass


@dataclass(frozen=True, slots=True)
class Answer:
    """What was routed for one request, and its labels (member → grade)."""

    relevant: dict[str, int]
    routed: Sequence[str]
    ranked: Sequence[str]


@dataclass(frozen=True, slots=True)
class Figures:
    """Shares 0..1; None where nothing was there to be measured."""

    requests: int
    handled: float
    ndcg3: float | None
    precision: float | None
    recall: float | None
    abstain_p: float
    abstain_r: float
    abstain_f1: float
    wrong_offer: float
    offers: int


def figures(answers: Sequence[Answer]) -> Figures:
    """Over at least one answer."""
    wanted = [answer for answer in answers if answer.relevant]
    offers = [(member, answer) for answer in answers for member in answer.routed]
    perfect = [(member, answer) for answer in wanted for member, grade in answer.relevant.items() if grade == 2]
    silent = [answer for answer in answers if not answer.routed]
    rightly = sum(not answer.relevant for answer in silent)
    abstain_p = _share(rightly, len(silent)) or 0.0
    abstain_r = _share(rightly, len(answers) - len(wanted)) or 0.0
    both = abstain_p + abstain_r
    return Figures(
        requests=len(answers),
        handled=sum(map(_handled, answers)) / len(answers),
        ndcg3=_share(sum(map(_ndcg3, wanted)), len(wanted)),
        precision=_share(sum(member in answer.relevant for member, answer in offers), len(offers)),
        recall=_share(sum(member in answer.routed for member, answer in perfect), len(perfect)),
        abstain_p=abstain_p,
        abstain_r=abstain_r,
        abstain_f1=2 * abstain_p * abstain_r / both if both else 0.0,
        wrong_offer=sum(any(m not in a.relevant for m in a.routed) for a in answers) / len(answers),
        offers=len(offers),
    )


def _handled(answer: Answer) -> bool:
    """Nobody asked where nobody fits; otherwise the first one asked has the best grade there is."""
    if not answer.relevant or not answer.routed:
        return not answer.relevant and not answer.routed
    return answer.relevant.get(answer.routed[0], 0) == max(answer.relevant.values())


def _ndcg3(answer: Answer) -> float:
    ideal = _dcg(sorted(answer.relevant.values(), reverse=True)[:3])
    return _dcg([answer.relevant.get(member, 0) for member in answer.ranked[:3]]) / ideal


def _dcg(grades: Sequence[int]) -> float:
    gains: list[float] = [(2.0**grade - 1) / math.log2(place + 2) for place, grade in enumerate(grades)]
    return sum(gains)


def _share(part: float, whole: int) -> float | None:
    return part / whole if whole else None
