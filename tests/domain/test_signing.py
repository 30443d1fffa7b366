"""Links and buttons that only we can make."""

import re
import string

import pytest
from hypothesis import given
from hypothesis import strategies as st

from bot.domain.signing import BUTTON_BYTES, MAC_LENGTH, VERSION, Forged, Outdated, Press, Signer, Start

OURS = Signer(b"k" * 32)
THEIRS = Signer(b"t" * 32)
NUMBERS = st.integers(0, 10**18 - 1)
PURPOSES = st.sampled_from(string.ascii_lowercase)
ACTIONS = st.from_regex(r"[a-z]+(-[a-z]+)?", fullmatch=True).filter(lambda action: len(action) <= 12)
WORDS = st.from_regex(r"[a-z_]{1,12}", fullmatch=True)
ARGUMENTS = st.lists(st.one_of(st.integers(-(10**9), 10**9), WORDS), max_size=3)
ALPHABET = string.ascii_letters + string.digits + "_-:"


@given(PURPOSES, NUMBERS)
def test_a_link_opens_what_it_was_made_for(purpose: str, number: int) -> None:
    payload = OURS.start(purpose, number)
    assert re.fullmatch(r"[A-Za-z0-9_-]{1,64}", payload)
    assert OURS.read_start(payload) == Start(purpose, number)


@given(ACTIONS, ARGUMENTS)
def test_a_button_does_what_it_was_made_for(action: str, arguments: list[int | str]) -> None:
    data = OURS.button(action, *arguments)
    assert 1 <= len(data.encode()) <= BUTTON_BYTES
    assert OURS.read_button(data) == Press(action, tuple(arguments))


@given(ACTIONS, ARGUMENTS, NUMBERS, PURPOSES)
def test_another_key_makes_nothing_of_ours(action: str, arguments: list[int | str], number: int, purpose: str) -> None:
    assert isinstance(OURS.read_button(THEIRS.button(action, *arguments)), Forged)
    assert isinstance(OURS.read_start(THEIRS.start(purpose, number)), Forged)


@given(PURPOSES, NUMBERS, PURPOSES, NUMBERS)
def test_a_link_cannot_be_turned_into_another(purpose: str, number: int, other: str, another: int) -> None:
    mac = OURS.start(purpose, number)[-MAC_LENGTH:]
    if (purpose, number) != (other, another):
        assert isinstance(OURS.read_start(f"{other}{another}-{mac}"), Forged)


@given(ACTIONS, ARGUMENTS, ACTIONS, ARGUMENTS)
def test_a_button_cannot_be_turned_into_another(
    action: str, arguments: list[int | str], other: str, others: list[int | str]
) -> None:
    mac = OURS.button(action, *arguments).rpartition(":")[2]
    if (action, arguments) != (other, others):
        assert isinstance(OURS.read_button(":".join([str(VERSION), other, *map(str, others), mac])), Forged)


@given(ACTIONS, ARGUMENTS, st.data())
def test_a_button_with_one_character_changed_is_forged(
    action: str, arguments: list[int | str], data: st.DataObject
) -> None:
    button = OURS.button(action, *arguments)
    at = data.draw(st.integers(0, len(button) - 1))
    changed = button[:at] + data.draw(st.sampled_from(ALPHABET.replace(button[at], ""))) + button[at + 1 :]
    assert isinstance(OURS.read_button(changed), Forged)


@given(PURPOSES, NUMBERS, st.data())
def test_a_link_with_one_character_changed_is_forged(purpose: str, number: int, data: st.DataObject) -> None:
    payload = OURS.start(purpose, number)
    at = data.draw(st.integers(0, len(payload) - 1))
    changed = payload[:at] + data.draw(st.sampled_from(ALPHABET.replace(payload[at], ""))) + payload[at + 1 :]
    assert isinstance(OURS.read_start(changed), Forged)


def test_a_link_is_no_button_and_a_button_no_link() -> None:
    body = f"{VERSION}:claim:7"
    assert isinstance(OURS.read_button(f"{body}:{OURS.start('c', 7)[-MAC_LENGTH:]}"), Forged)
    assert isinstance(OURS.read_start(f"c7-{OURS.button('c', 7)[-MAC_LENGTH:]}"), Forged)


@given(st.text(max_size=80))
def test_any_text_is_read_without_a_fault(text: str) -> None:
    assert isinstance(OURS.read_button(text), Forged)
    assert isinstance(OURS.read_start(text), Forged)


@pytest.mark.parametrize(
    "text", ["", ":", "::", "1:claim:7:", "1:claim:7:\ud800", "j1-", "j-x", "j٣-AAAAAAAAAA", "J1-A"]
)
def test_odd_texts_are_forged(text: str) -> None:
    assert isinstance(OURS.read_button(text), Forged)
    assert isinstance(OURS.read_start(text), Forged)


def test_a_button_of_an_older_version_is_outdated(monkeypatch: pytest.MonkeyPatch) -> None:
    monkeypatch.setattr("bot.domain.signing.VERSION", VERSION - 1)
    older = OURS.button("claim", 7)
    monkeypatch.undo()
    assert isinstance(OURS.read_button(older), Outdated)


def test_a_button_too_long_for_telegram_is_a_fault_of_ours() -> None:
    with pytest.raises(ValueError, match="64 bytes"):
        OURS.button("claim", "x" * 60)


def test_a_short_key_is_refused() -> None:
    with pytest.raises(ValueError, match="32 bytes"):
        Signer(b"short")
