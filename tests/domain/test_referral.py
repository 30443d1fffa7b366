"""A request and its offers, an introduction and its outcomes: the decisions that need no database."""

from datetime import UTC, datetime
from itertools import product

import pytest

from bot.domain.introduction import GOOD, MET, Introduction, Outcome, Side, other
from bot.domain.referral import (
    ANSWERABLE,
    OPEN,
    Offer,
    OfferState,
    Referral,
    ReferralState,
    asked_count,
    awaits_answer,
    next_wave,
)

NOW = datetime(2026, 3, 3, 9, tzinfo=UTC)


def offer(number: int, state: OfferState, rank: int = 0) -> Offer:
    sent_at = None if state is OfferState.WAITING else NOW
    return Offer(number, 1, number, state, rank, 0.5, (), sent_at=sent_at)


def test_a_wave_takes_the_best_of_those_who_wait() -> None:
    offers = [
        offer(1, OfferState.WAITING, 2),
        offer(2, OfferState.OPEN, 0),
        offer(3, OfferState.WAITING, 1),
        offer(4, OfferState.WAITING, 1),
        offer(5, OfferState.CLOSED, 0),
    ]
    assert [one.id for one in next_wave(offers, 2)] == [3, 4]
    assert [one.id for one in next_wave(offers, 9)] == [3, 4, 1]
    assert next_wave([offer(1, OfferState.LAPSED)], 2) == []


@pytest.mark.parametrize("state", OfferState)
def test_only_an_open_offer_is_waited_for(state: OfferState) -> None:
    assert awaits_answer([offer(1, OfferState.WAITING), offer(2, state)]) is (state is OfferState.OPEN)


def test_those_asked_are_those_it_was_sent_to() -> None:
    assert asked_count([offer(1, OfferState.WAITING), offer(2, OfferState.OPEN), offer(3, OfferState.LAPSED)]) == 2


def test_what_is_over_cannot_be_answered() -> None:
    assert {OfferState.WAITING, OfferState.CLAIMED, OfferState.CLOSED}.isdisjoint(ANSWERABLE)


@pytest.mark.parametrize("state", ReferralState)
def test_a_request_is_open_until_it_ends(state: ReferralState) -> None:
    request = Referral(1, 1, 1, "Anna", None, "a baker", state, None, 5, 0, 1, False, NOW, None, NOW)
    ended = (ReferralState.INTRODUCED, ReferralState.WITHDRAWN, ReferralState.EXPIRED)
    assert request.is_open is (state not in ended) is (state in OPEN)


def introduction(giver: Outcome | None, receiver: Outcome | None) -> Introduction:
    return Introduction(1, 1, 10, "Anna", 20, NOW, None, 0, giver, receiver, True, None, None)


@pytest.mark.parametrize(("giver", "receiver"), list(product([None, *Outcome], repeat=2)))
def test_two_answers_contradict_only_when_one_says_met_and_the_other_not_yet(
    giver: Outcome | None, receiver: Outcome | None
) -> None:
    pair = {giver, receiver}
    expected = Outcome.NOT_YET in pair and any(one in MET for one in pair)
    assert introduction(giver, receiver).contradicts is expected


def test_each_side_has_its_own_person_answer_and_thanks() -> None:
    made = introduction(Outcome.HIRED, Outcome.NOT_YET)
    assert [made.side_of(one) for one in (10, 20, 30)] == [Side.GIVER, Side.RECEIVER, None]
    assert [made.person(side) for side in Side] == [10, 20]
    assert [made.outcome(side) for side in Side] == [Outcome.HIRED, Outcome.NOT_YET]
    assert [made.thanks(side) for side in Side] == [True, None]
    assert all(other(other(side)) is side is not other(side) for side in Side)


def test_every_outcome_is_a_meeting_or_not_yet() -> None:
    assert set(Outcome) == {*MET, Outcome.NOT_YET}
    assert set(GOOD) < set(MET)
