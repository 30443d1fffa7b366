"""Facts are written as JSON and read back as they were; each has its view."""

import json
from dataclasses import fields
from typing import Any

import pytest
from hypothesis import given
from hypothesis import strategies as st

from bot.domain import facts
from bot.domain.facts import FACTS, Fact, MemberPicked, Note, Priority, read_fact, write_fact
from handlers.views import VIEWS

VALUES = st.one_of(st.text(max_size=30), st.integers(-(2**60), 2**60))
ROWS = st.lists(st.lists(st.lists(VALUES, min_size=2, max_size=4).map(tuple), max_size=3).map(tuple), max_size=3)
NOTES = st.builds(Note, st.text(max_size=20), st.dictionaries(st.text(max_size=9), VALUES, max_size=4), ROWS.map(tuple))
TYPES: dict[Any, st.SearchStrategy[Any]] = {
    int: st.integers(-(2**60), 2**60),
    str: st.text(max_size=30),
    bool: st.booleans(),
    tuple[str, ...]: st.lists(st.text(max_size=9), max_size=3).map(tuple),
    tuple[tuple[str, str], ...]: st.lists(st.tuples(st.text(max_size=9), st.text(max_size=9)), max_size=3).map(tuple),
}


def some(kind: type[Fact]) -> st.SearchStrategy[Fact]:
    if kind is Note:
        return NOTES
    return st.builds(kind, *(TYPES[field.type] for field in fields(kind)))


def test_every_fact_can_be_read_and_has_a_view() -> None:
    known = [value for value in vars(facts).values() if isinstance(value, type) and issubclass(value, Fact)]
    kinds = set(known) - {Fact}
    assert set(FACTS.values()) == kinds == set(VIEWS)
    assert all(name == kind.__name__ for name, kind in FACTS.items())


@given(st.sampled_from(list(FACTS.values())).flatmap(some))
def test_a_fact_is_read_back_as_it_was_written(fact: Fact) -> None:
    name, values = write_fact(fact)
    back = read_fact(name, json.loads(json.dumps(values)))
    assert back == fact
    assert type(back) is type(fact)
    assert back.slot == fact.slot
    assert fact.slot is None or len(fact.slot) <= 80


@pytest.mark.parametrize(
    "kind", [kind for kind in FACTS.values() if kind not in (Note, MemberPicked)], ids=lambda kind: kind.__name__
)
def test_two_things_never_share_a_message(kind: type[Fact]) -> None:
    """A slot names everything that tells one message from another. (The list to pick from is one for each reader,
    whichever page of it they see.)"""
    numbers = [2 if field.type is int else "what_i_do" for field in fields(kind)]
    fact = kind(*numbers)
    if fact.slot is None:
        return
    for at, field in enumerate(fields(kind)):
        assert field.type is int
        changed = kind(*(3 if at == one else number for one, number in enumerate(numbers)))
        assert changed.slot != fact.slot


@pytest.mark.parametrize(
    ("name", "values"),
    [
        ("Unknown", {}),
        ("CardShown", {}),
        ("CardShown", {"referral": 1, "more": 2}),
        ("Note", {}),
        ("Note", {"key": "x", "n": 1}),
    ],
)
def test_a_fact_of_another_version_is_refused(name: str, values: dict[str, object]) -> None:
    with pytest.raises((KeyError, TypeError)):
        read_fact(name, values)


def test_answers_go_first_and_nudges_last() -> None:
    assert [one.name for one in sorted(Priority)] == ["ANSWER", "OFFER", "FOLLOW_UP", "NUDGE"]
    assert facts.OfferMade.priority is Priority.OFFER
    assert facts.Nudged.priority is Priority.NUDGE
    assert facts.FollowedUp.priority is facts.ThanksOffered.priority is Priority.FOLLOW_UP
    assert facts.CardShown.priority is facts.Introduced.priority is Priority.ANSWER
