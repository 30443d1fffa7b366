"""Whom a member could call today, and why."""

from dataclasses import replace
from datetime import UTC, date, datetime, timedelta

import pytest
from hypothesis import given
from hypothesis import strategies as st

from bot.domain.collaborator import Quality, hours_in_common, qualities_met, telling
from bot.domain.member import Member
from bot.domain.nudge import Candidate, Share, Why, choose

DAY = date(2026, 3, 3)
NOW = datetime(2026, 3, 3, 9, tzinfo=UTC)


def member(number: int, **more: object) -> Member:
    return Member(id=number, first_name=f"M{number}", created_at=NOW, **more)  # type: ignore[arg-type]


def chosen(candidates: list[Candidate], load: dict[int, int] | None = None, *, mine: Member | None = None,
           kept: int | None = None, day: date = DAY) -> list[int]:  # fmt: skip
    me = mine or member(1)
    share = Share(load or {}, len(candidates))
    return [one.member for one in choose(me, 0, candidates, [], share, day, kept, most=99)]


def of(number: int, **more: object) -> Candidate:
    return Candidate(member(number), 0.0, **more)  # type: ignore[arg-type]


def test_with_nobody_there_is_nobody() -> None:
    assert chosen([]) == []


def test_the_one_kept_for_today_comes_first_while_they_are_there() -> None:
    assert chosen([of(2), of(3, shown=5)], kept=3)[0] == 3
    assert chosen([of(2)], kept=3) == [2]


def test_nobody_a_second_time_before_everyone_once() -> None:
    assert chosen([of(2, shown=1), of(3)], {3: 0}) == [3]
    assert chosen([of(2, met=True, last_on=DAY), of(3)]) == [3]


def test_while_all_who_are_new_have_had_their_share_nobody_is_named_again() -> None:
    assert chosen([of(2, shown=1), of(3), of(4, shown=1)], {3: 2}) == []


def test_then_who_was_named_less_often_and_then_who_was_met_longest_ago() -> None:
    assert chosen([of(2, shown=2), of(3, shown=1)])[0] == 3
    met = [of(2, met=True, last_on=DAY), of(3, met=True, last_on=DAY - timedelta(days=9))]
    assert chosen(met)[0] == 3
    assert choose(member(1), 0, met, [], Share({}, 2), DAY)[0].why is Why.AGAIN


def test_nobody_has_more_than_twice_the_mean() -> None:
    assert Share({2: 1}, 4).most == 1
    assert not Share({2: 1}, 4).allows(2)
    assert Share({2: 1, 3: 1, 4: 1, 5: 1}, 4).most == 2
    assert chosen([of(2, shown=1), of(3, shown=1)], {2: 9, 3: 1})[0] == 3
    assert 2 not in chosen([of(2, shown=1), of(3, shown=1), of(4, shown=1)], {2: 11, 3: 0})


def test_a_call_within_both_days_goes_before_one_at_night() -> None:
    assert chosen([replace(of(2), offset=12.0), of(3)])[0] == 3


@pytest.mark.parametrize(
    ("mine", "theirs", "why", "words"),
    [
        ({"not_a_fit": "restaurants"}, {"perfect_client": "Restaurants by the sea"}, Why.SENDS, "restaurants"),
        ({"what_i_do": "Gardening"}, {"what_i_do": "Plumber", "not_a_fit": "gardens"}, Why.TAKES, "gardens"),
        ({"seeks": ("integrity",)}, {"brings": "You can trust me with anything"}, Why.QUALITIES, "integrity"),
        ({"what_i_do": "Plumber", "perfect_client": "landlords, letting agents"},
         {"what_i_do": "Electrician", "perfect_client": "letting agents with many landlords"},
         Why.CLIENTS, "letting, agents, landlords"),
        ({"what_i_do": "I plan weddings from the first to the last dance"},
         {"what_i_do": "Minibuses, with a driver", "not_a_fit": "last-minute night rides"},
         Why.GAP, "Minibuses"),
        ({"perfect_client": "Busy couples"}, {"what_i_do": "Plumber", "perfect_client": "busy men"},
         Why.GAP, "Plumber"),
        ({}, {"what_i_do": "- Brand designer: names and logos. And more."}, Why.GAP, "Brand designer"),
        ({}, {}, Why.NEW, ""),
    ],
)  # fmt: skip
def test_why(mine: dict[str, object], theirs: dict[str, object], why: Why, words: str) -> None:
    (choice,) = choose(member(1, **mine), 0, [Candidate(member(2, **theirs), 0)], [], Share({}, 1), DAY)
    assert (choice.why, choice.because) == (why, words)


def test_the_largest_gap_of_knowledge_is_filled_first() -> None:
    known = [member(9, what_i_do="Bookkeeper for bakeries")]
    two = [
        Candidate(member(2, what_i_do="Bookkeeping, bakeries"), 0),
        Candidate(member(3, what_i_do="Falconer, owls"), 0),
    ]
    assert choose(member(1), 0, two, known, Share({}, 2), DAY)[0].member == 3


@given(st.permutations(list(range(2, 12))), st.integers(0, 400))
def test_the_order_of_the_rows_changes_nothing(people: list[int], days: int) -> None:
    day = DAY + timedelta(days=days)
    assert chosen([of(one) for one in people], day=day) == chosen([of(one) for one in sorted(people)], day=day)


def test_not_everybody_calls_the_same_person_on_one_day() -> None:
    first = {chosen([of(100), of(101), of(102)], mine=member(one))[0] for one in range(30)}
    assert first == {100, 101, 102}


def test_words_that_tell() -> None:
    words = telling("I help bakeries and a bakery with bookkeeping")
    assert words.named(words.stems) == "bakeries, bakery, bookkeeping"
    assert telling("Anyone who needs help").stems == frozenset()


def test_qualities_are_heard_in_own_words() -> None:
    seeker = member(1, seeks=("honesty", "focus"))
    assert qualities_met(seeker, member(2, brings="Honest, and I specialise in owls")) == [
        Quality.HONESTY, Quality.FOCUS,
    ]  # fmt: skip
    assert qualities_met(seeker, member(2)) == []


@pytest.mark.parametrize(("one", "other", "hours"), [(0, 0, 13), (0, 5.5, 7.5), (0, 12, 1), (13, -11, 13), (-8, 9, 6)])
def test_hours_in_common(one: float, other: float, hours: float) -> None:
    assert hours_in_common(one, other) == hours
