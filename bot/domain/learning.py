"""What a member's answers teach: asks to route by, and when to offer a better sentence."""

from collections.abc import Sequence
from dataclasses import dataclass
from enum import StrEnum

from bot.domain.referral import OfferState, PassReason

ALIKE = 3  # answers of one kind before something is offered
MOST_LESSONS = 10  # of each kind that routing reads: the latest


@dataclass(frozen=True, slots=True)
class Lesson:
    """One answered ask that routing learns from. `taken`: claimed; otherwise passed on as the wrong kind of client."""

    offer_id: int
    text: str
    taken: bool


class SuggestionState(StrEnum):
    """Where a suggestion stands."""

    WANTED = "wanted"  # to be made by the engine
    OFFERED = "offered"
    TAKEN = "taken"
    DECLINED = "declined"
    NONE = "none"  # the engine had nothing better to say


class Improvable(StrEnum):
    """Statements that a suggestion can be about."""

    PERFECT_CLIENT = "perfect_client"
    NOT_A_FIT = "not_a_fit"


@dataclass(frozen=True, slots=True)
class Suggestion:
    """A better statement, made of the member's own words and the clients'."""

    id: int
    member_id: int
    question: Improvable
    state: SuggestionState
    words: str


class Advice(StrEnum):
    """What three alike answers lead to."""

    PERFECT_CLIENT = "perfect_client"  # asks were taken: put what they have in common into the statement
    NOT_A_FIT = "not_a_fit"  # asks of one kind were passed on: say so in the statement
    OTHERWISE = "otherwise"  # asks were passed on for a place or for want of time: no statement's wording helps


def advice(answers: Sequence[tuple[OfferState, PassReason | None]]) -> Advice | None:
    """What to offer after the latest answers, newest first: when the last three of their kind are alike.

    1. Every third claim asks for words in the perfect client.
    2. So does every third pass for one reason, for words under "not a fit", or for something else.
    """
    if not answers:
        return None
    state, reason = answers[0]
    if state is OfferState.CLAIMED:
        claims = sum(one is OfferState.CLAIMED for one, _ in answers)
        return Advice.PERFECT_CLIENT if claims % ALIKE == 0 else None
    alike = sum(one is OfferState.PASSED and why is reason for one, why in answers)
    if reason is None or alike % ALIKE:
        return None
    return Advice.OTHERWISE if reason in (PassReason.PLACE, PassReason.BOOKED) else Advice.NOT_A_FIT
