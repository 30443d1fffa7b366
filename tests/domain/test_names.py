"""Names that look the same."""

import pytest
from hypothesis import given
from hypothesis import strategies as st

from bot.domain.member import Member
from bot.domain.names import labels, look
from tests.storage.conftest import NOW


@pytest.mark.parametrize(
    ("one", "other"),
    [
        ("Ben Okoro", "Веn Оkоrо"),
        ("Ben Okoro", "BEN OKORO"),
        ("Ben Okoro", "Ben 0koro"),
        ("Ben Okoro", "Ｂｅｎ Okoro"),
        ("Bill", "BiIl"),
        ("Bernard", "Bemard"),
        ("Ben Okoro", "Ben\u200b O-koro"),
    ],
)
def test_these_look_the_same(one: str, other: str) -> None:
    assert look(one) == look(other)


@pytest.mark.parametrize(("one", "other"), [("Ben", "Bea"), ("Иван", "Анна"), ("José", "Jose"), ("Ann", "Anna")])
def test_these_do_not(one: str, other: str) -> None:
    assert look(one) != look(other)


def member(number: int, name: str, username: str | None, does: str = "") -> Member:
    return Member(id=number, first_name=name, username=username, what_i_do=does, created_at=NOW)


def test_only_those_that_look_alike_are_told_apart() -> None:
    people = [member(1, "Ben", "ben_b", "Books"), member(2, "BEN", None, "Bread"), member(3, "Anna", "anna")]
    assert labels(people, 20) == {1: "Ben · @ben_b", 2: "BEN · Bread", 3: "Anna"}


@given(st.lists(st.text(max_size=80), max_size=5), st.integers(5, 40))
def test_any_names_have_labels_of_a_length(names: list[str], longest: int) -> None:
    found = labels([member(at, name, "handle") for at, name in enumerate(names)], longest)
    assert len(found) == len(names)
    assert all(len(label) <= longest + 27 for label in found.values())
