"""Reflection: names out of answers, rules out of conditions, where to go on."""

import pytest
from hypothesis import given
from hypothesis import strategies as st

from bot.domain.answers import Unusable
from bot.domain.asks import mask_contacts
from bot.domain.reflection import (
    MOST_NAMES,
    Topic,
    digest_of,
    first_open,
    mentions,
    names_in,
    read_reflection,
    refer_out_rules,
    says_nothing,
    topic_after,
    topic_of,
)


@pytest.mark.parametrize(
    ("answer", "names"),
    [
        ("Acme Books and Harbour Accounting", ["Acme Books", "Harbour Accounting"]),
        ("Mostly Smith and Sons, Jane Doe (payroll too) and Tom Lee.", ["Smith and Sons", "Jane Doe", "Tom Lee"]),
        ("My main competitors are Acme Books, Ledger & Co", ["Acme Books", "Ledger & Co"]),
        ("The big one in town is Acme Books", ["Acme Books"]),
        ("1. Acme\n2. Bolt Ltd – cheap\n3. Corner Books", ["Acme", "Bolt Ltd", "Corner Books"]),
        ("They would go to Acme, I think", ["Acme"]),
        ("The treasurer Ruth Miller, whom I met last year at the fair", ["Ruth Miller"]),
        ("Acme Books. Ledger Ltd.", ["Acme Books", "Ledger Ltd"]),
        ("acme books, probably tom lee", ["acme books", "tom lee"]),
        ("山田太郎、佐藤", ["山田太郎", "佐藤"]),
        ("Müller und Söhne, Café Österreich", ["Müller und Söhne", "Café Österreich"]),
        ("Acme, ACME and acme.", ["Acme"]),
        ("Ruth Miller, call her on +49 171 2345678 or ruth@x.com", ["Ruth Miller"]),
        ("@tomlee", []),
        ("none really", []),
        ("No one", []),
        ("Nobody, honestly", []),
        ("I don’t know", []),
        ("", []),
    ],
)
def test_names(answer: str, names: list[str]) -> None:
    assert names_in(answer) == names


@given(st.text(max_size=200))
def test_names_of_any_text(answer: str) -> None:
    found = names_in(answer)
    assert len(found) <= MOST_NAMES
    assert len({digest_of(name) for name in found}) == len(found)
    for name in found:
        assert 0 < len(name) <= 60
        assert name in mask_contacts(answer)


@pytest.mark.parametrize("answer", ["", "No", "none", "Nothing at all.", "Keine", "don't know yet", "n/a"])
def test_nothing_is_said(answer: str) -> None:
    assert says_nothing(answer)


@pytest.mark.parametrize("answer", ["No limited companies", "Never on a Sunday", "Nothing under 500"])
def test_something_is_said(answer: str) -> None:
    assert not says_nothing(answer)


def test_rules() -> None:
    found = refer_out_rules({Topic.CONDITIONS: "- I am full\n2) They answer. Same day", Topic.STOPS: "price; trust"})
    assert found.when == ("I am full", "They answer", "Same day")
    assert found.unless == ("price", "trust")
    assert len(found) == 5
    assert len(refer_out_rules({Topic.CONDITIONS: "", Topic.STOPS: "Nothing"})) == 0


def test_where_to_go_on() -> None:
    assert first_open({}) is Topic.RIVALS
    assert first_open({Topic.RIVALS: "", Topic.OTHERWISE: "Tom"}) is Topic.SERVICES
    assert first_open(dict.fromkeys(Topic, "x") | {Topic.STOPS: ""}) is Topic.STOPS
    assert first_open(dict.fromkeys(Topic, "x")) is None
    assert topic_after(Topic.RIVALS, {Topic.OTHERWISE: "x", Topic.SERVICES: ""}) is Topic.SERVICES
    assert topic_after(Topic.CUSTOMER, {}) is None
    assert [topic_of(topic.number) for topic in Topic] == list(Topic)


def test_reading() -> None:
    assert read_reflection("  Acme  ") == "Acme"
    assert read_reflection("…") is Unusable.EMPTY
    assert read_reflection("x" * 1001) is Unusable.TOO_LONG


def test_who_is_mentioned() -> None:
    answers = {Topic.RIVALS: "Carla Ruiz", Topic.CONTACTS: "Tom Lee"}
    assert mentions(answers, {"carla ruiz"})
    assert not mentions(answers, {"tom lee"})
