"""Whatever is typed, tapped or followed: no exception leaves the functions that read it."""

from collections.abc import Callable
from contextlib import suppress
from typing import Any

import pytest
from hypothesis import given
from hypothesis import strategies as st

from bot.actions.referral import check
from bot.domain import asks
from bot.domain.answers import read_answer, read_languages
from bot.domain.hours import parse_hour, zone_of
from bot.domain.member import Question
from bot.domain.prospect import read_prospect
from bot.domain.reflection import digest_of, names_in, read_reflection, says_nothing
from bot.domain.signing import Forged, Signer
from bot.domain.zones import parse_offset, parse_zone
from bot.locales import Speaker
from bot.runtime.receiving import incoming
from bot.sandbox.text.html import parse
from bot.settings import SettingsError, load_settings, parse_duration
from handlers.referral import command_text

SIGNER = Signer(b"k" * 32)
SEEDS = (
    "/need a bookkeeper for a 5-person bakery", "@kringle_bot a vet", "9:30 pm", "12am", "UTC+5:30", "Paris, Texas",
    "near Köln", "America/New_York", "+44 20 7946 0958", "anna@example.com", "https://t.me/x?start=j1-AAAAAAAAAA",
    "1. one 2. two; three | four", "English, Deutsch und Türkçe", "Rival & Sons: they do payroll", "none", "-",
    "Acme, Ledger & Co and Tom Lee, maybe", "0", "١٢", "½", "²", "1e999", "\u202e\u200b\u2066", "\ud800", "🤷🏽‍♀️",
    "<b>&amp;</b>", "%s {0} {name}", "'; DROP TABLE member; --", "\x00", "I" * 5000, "(" * 2000, "a@" * 2000,
    SIGNER.start("j", 1), SIGNER.button("claim", 7), SIGNER.button("value", "zone", "UTC+05:30", 1),
)  # fmt: skip
ANY = st.text(st.characters(), max_size=200)
PIECES = st.sampled_from(SEEDS)


@st.composite
def mangled(draw: st.DrawFn) -> str:
    """Something that people type, cut, doubled, or with anything else in it."""
    one, other = draw(PIECES), draw(st.one_of(PIECES, ANY))
    at, to = draw(st.integers(0, len(one))), draw(st.integers(0, len(other)))
    return draw(st.sampled_from((one[:at] + other[to:], one[at:] + one[:at], one + other, other * 2)))


TYPED = st.one_of(ANY, PIECES, mangled())
READERS: dict[str, Callable[[str], Any]] = {
    "ask": check,
    "clean": asks.clean,
    "fold": asks.fold,
    "contacts": asks.mask_contacts,
    "phrases": asks.split_phrases,
    "short": lambda text: asks.shorten(text, 20),
    "command": command_text,
    "hour": parse_hour,
    "offset": parse_offset,
    "place": parse_zone,
    "languages": read_languages,
    "prospect": read_prospect,
    "reflection": read_reflection,
    "names": names_in,
    "nothing": says_nothing,
    "digest": digest_of,
    "start payload": SIGNER.read_start,
    "callback data": SIGNER.read_button,
    **{f"answer: {question}": (lambda text, question=question: read_answer(question, text)) for question in Question},
}


@pytest.mark.parametrize("read", READERS.values(), ids=READERS)
@given(text=TYPED)
def test_anything_typed_is_read(read: Callable[[str], Any], text: str) -> None:
    read(text)


@given(TYPED)
def test_a_place_that_is_read_is_a_zone(text: str) -> None:
    zone = parse_zone(text)
    assert zone is None or zone_of(zone)


@given(TYPED)
def test_only_our_own_is_not_forged(text: str) -> None:
    ours = {seed for seed in SEEDS if seed.startswith(("j1-", "1:claim", "1:value"))}
    for read in (SIGNER.read_start, SIGNER.read_button):
        assert isinstance(read(text), Forged) or text in ours


JSON = st.recursive(
    st.one_of(st.none(), st.booleans(), st.integers(), st.floats(), st.text(st.characters(), max_size=20)),
    lambda inner: st.one_of(
        st.lists(inner, max_size=4),
        st.dictionaries(
            st.sampled_from(("update_id", "message", "callback_query", "chat", "from", "id", "text", "date")),
            inner,
            max_size=4,
        ),
    ),
    max_leaves=20,
)


@given(st.dictionaries(st.sampled_from(("update_id", "message", "callback_query", "chat_member", "x")), JSON))
def test_any_update_is_a_row_or_none(update: dict[str, Any]) -> None:
    row = incoming(update)
    if row is not None:
        assert abs(row.chat_key) < 2**63
        row.payload.encode()


@given(TYPED, st.sampled_from(("KRINGLE_TICK", "KRINGLE_LISTEN", "KRINGLE_WAVE_SIZE", "TELEGRAM_API_URL", "x")))
def test_a_setting_is_read_or_refused(text: str, name: str) -> None:
    for read in (parse_duration, lambda words: load_settings(**{name: words})):
        with suppress(SettingsError, ValueError):
            read(text)


@given(st.text(st.characters(exclude_categories=("Cs",)), max_size=300))
def test_what_is_escaped_is_what_is_read(text: str) -> None:
    shown = Speaker("en")("who_bare", name=text)
    assert asks.clean(text) in asks.clean(parse(str(shown)).text) or not asks.clean(text)
