"""The words of an ask: what is cleaned, what is hidden, where it is cut."""

import re
import unicodedata
from time import process_time

import pytest
from hypothesis import given
from hypothesis import strategies as st

from bot.domain.asks import MASK, clean, fold, mask_contacts, shorten, split_phrases

NUMBERS = """
020 7946 0958 | +44 20 7946 0958 | (020) 7946 0958 | 07700 900123 | +44 (0)7700 900 123 | 0151 23456789
0151/23456789 | +49 151 23456789 | 030-901820 | (089) 123456 | 0049 89 123456 | +1 212-555-0123 | (212) 555-0123
212.555.0123 | 2125550123 | 06 12 34 56 78 | +33 6 12 34 56 78 | 612 345 678 | +34 612 34 56 78 | 02 9374 4000
0412 345 678 | +61 412 345 678 | 98765 43210 | +91 98765-43210 | 338 123 4567 | +39 06 6982 | 044 668 18 00
+41 44 668 18 00 | +43 1 234567 | 0664 1234567 | +31 6 12345678 | +351 912 345 678 | +55 11 91234-5678
+81 3-1234-5678 | +971 50 123 4567 | +86 138 0013 8000 | +27 82 123 4567 | +353 87 123 4567 | +48 601 234 567
+7 912 345-67-89 | 0151 2024 2025 | 612 345 000
"""
ADDRESSES = """
anna@example.com | anna.berg+x@sub.example.co.uk | anna (at) example.com | anna at example dot com
anna[at]example.com | anna @ example.com | anna@bücher.de | @anna_berg | t.me/anna_berg | telegram.me/anna
https://example.com/x?y=1 | http://example.com | www.example.com | example.com | anna-berg.de | wa.me/447700900123
instagram.com/anna | linkedin.com/in/anna | mailto:anna@example.com | tg://resolve?domain=anna | bakery.co.uk
HTTPS://EXAMPLE.COM | booking.com/hotel/anna
"""
PLAIN = """
a bookkeeper for a 5-person bakery | on 12 March 2026 | on 2026-03-12 | on 12.03.2026 | on 12/03/26 | on 3/12/2026
between 2026-03-12 and 2026-03-15 | 12.–15.03.2026 | 12.03.-15.03.2026 | 2024-2026 | 2024/2025 | 1998 – 2006
£85,000 | £85,000 VAT threshold | € 1.250.000 | 1.250.000 € | 1 250 000 € | 85.000 EUR | $1,000,000 | 1000000 dollars
2,500,000 in turnover | 25 000 – 50 000 euros | VAT threshold of 90000 | Kleinunternehmer bis 25.000 EUR
SW1A 1AA | 10115 Berlin | 75008 Paris | 90210 | CA 90210-1234 | D-10115 Berlin | 12 flats | flat 12, 34 Baker Street
Musterstraße 12-14 | house 221b | 24/7 | 9-17 | 9:00-17:30 | Mon-Fri 08:00-18:00 | 60 to 120 guests | 120 m²
3-4 people | ISO 9001 | ISO 27001:2022 | § 19 UStG | SGB XI § 45b | Windows 10/11 | 1099-MISC | 401(k) | Form 1040
a 2.5-ton van | iPhone 15 | 5 x 4 x 3 m | 200 x 90 x 40 cm | 2 adults, 3 kids 4, 7, 9 | budget 1500-2000
budget 1500 - 2000 EUR | 10 000 000 customers | 100000 followers | 1.5 million | HRB 123456 | Class of 2008-2012
1,234,567.89 | Node.js and Vue.js | e.g. someone | i.e. a person | U.S. visa | Dr. Smith | St. Ives | 5 p.m.
e-mail marketing | tax years 2022/23, 2023/24 and 2024/25 | 2022 2023 2024 | 2022, 2023, 2024 | rooms 101, 102, 103
16 Dec 2026 14:30 | 2026-03-12 14:30 | 12.03.2026 14:30 | 14:30 12/03/2026 | lat 51.5074 | version 3.11.14
a host on booking.com | meet at noon | call 2 of 3 lenders | ring the bell by 12.03.2026 | 20,000 a year
"""


def cells(table: str) -> list[str]:
    return [cell.strip() for line in table.strip().splitlines() for cell in line.split(" | ")]


@pytest.mark.parametrize("number", cells(NUMBERS))
def test_a_telephone_number_is_hidden(number: str) -> None:
    for around in ("{}", "call me on {} please", "({})", "Anna, {}.", "a baker\n{}\nsoon"):
        hidden = mask_contacts(around.format(number))
        assert MASK in hidden
        assert not re.search(r"\d{3}", hidden)


@pytest.mark.parametrize("address", cells(ADDRESSES))
def test_an_address_is_hidden(address: str) -> None:
    for around in ("{}", "write to {} please", "Anna ({})"):
        hidden = mask_contacts(around.format(address))
        assert MASK in hidden
        assert "example" not in hidden.lower()
        assert "anna" not in hidden.removeprefix("Anna")


@pytest.mark.parametrize("text", ["ring 5550123", "tel. 555-0123", "Telefon: 55 01 23", "WhatsApp 5550123"])
def test_a_short_number_is_hidden_next_to_a_word_that_says_so(text: str) -> None:
    assert mask_contacts(text).endswith(MASK)


@pytest.mark.parametrize("text", cells(PLAIN))
def test_what_nobody_can_be_called_by_stays(text: str) -> None:
    for around in ("{}", "we need {} soon", "for two: {}."):
        assert mask_contacts(around.format(text)) == around.format(text)


def test_everything_is_hidden_in_one_text() -> None:
    text = "A baker for 12 flats. 020 7946 0958, anna@example.com or @anna_berg, https://example.com. By 12.03.2026."
    assert mask_contacts(text) == f"A baker for 12 flats. {MASK}, {MASK} or {MASK}, {MASK} By 12.03.2026."


@given(st.text())
def test_hiding_twice_hides_nothing_more(text: str) -> None:
    once = mask_contacts(text)
    assert mask_contacts(once) == once


@pytest.mark.parametrize(
    ("text", "cleaned"),
    [
        ("  a   baker\t please ", "a baker please"),
        ("a\r\nb", "a\nb"),
        ("a\n\n\n\n\nb", "a\n\nb"),
        ("a\u200bb\u202ec\ufeff", "abc"),
        ("e\u0301", "é"),
        ("\x00a\x07b", "a b"),
        ("soft\u00adhyphen", "softhyphen"),
        ("\ud800", ""),
        ("a\u2028b", "a b"),
        ("👩\u200d🍳 wanted", "👩\u200d🍳 wanted"),
        ("\n\n", ""),
        ("", ""),
    ],
)
def test_clean(text: str, cleaned: str) -> None:
    assert clean(text) == cleaned


@given(st.text())
def test_clean_text_is_clean(text: str) -> None:
    cleaned = clean(text)
    assert clean(cleaned) == cleaned
    assert cleaned == cleaned.strip()
    assert "\n\n\n" not in cleaned
    assert not any(unicodedata.category(c) in ("Cc", "Cs") and c != "\n" for c in cleaned)
    cleaned.encode()


@pytest.mark.parametrize(
    ("text", "length", "short"),
    [
        ("short", 10, "short"),
        ("exactly ten", 11, "exactly ten"),
        ("a bookkeeper for a bakery", 20, "a bookkeeper for a…"),
        ("a bookkeeper, for a bakery", 14, "a bookkeeper…"),
        ("Donaudampfschifffahrtsgesellschaft", 10, "Donaudamp…"),
        ("two\nlines", 20, "two lines"),
        ("", 5, ""),
    ],
)
def test_shorten(text: str, length: int, short: str) -> None:
    assert shorten(text, length) == short


@given(st.text(), st.integers(min_value=1, max_value=100))
def test_a_short_text_is_short_and_on_one_line(text: str, length: int) -> None:
    short = shorten(text, length)
    assert len(short) <= length
    assert len(short.splitlines()) <= 1


@pytest.mark.parametrize(
    ("text", "phrases"),
    [
        ("one", ["one"]),
        ("one\ntwo\nthree", ["one", "two", "three"]),
        ("one\n\ntwo", ["one", "two"]),
        ("one; two; three", ["one", "two", "three"]),
        ("1. one 2. two 3. three", ["one", "two", "three"]),
        ("1) one\n2) two", ["one", "two"]),
        ("- one\n• two\n– three", ["one", "two", "three"]),
        ("“one” \n„two“\n«three»", ["one", "two", "three"]),
        ("one | two", ["one", "two"]),
        ("my boiler, which is old, died", ["my boiler, which is old, died"]),
        ("a\nb\nc\nd", ["a", "b", "c"]),
        ("24/7 help\n3 kids", ["24/7 help", "3 kids"]),
        ("…", ["…"]),
        ("", []),
        ("-\n*", []),
    ],
)
def test_split_phrases(text: str, phrases: list[str]) -> None:
    assert split_phrases(text) == phrases


@pytest.mark.parametrize(
    ("text", "folded"),
    [
        ("Köln", "koln"),
        ("KØBENHAVN", "kobenhavn"),
        ("Łódź", "lodz"),
        ("Straße", "strasse"),
        ("O’Brien-Smith", "o brien smith"),
        ("  St. Ives ", "st ives"),
        ("America/New_York", "america/new_york"),
        ("🙂", ""),
        ("Иван", "иван"),
    ],
)
def test_fold(text: str, folded: str) -> None:
    assert fold(text) == folded


@pytest.mark.parametrize("piece", ["x", "a.", "a-", "a at ", "a@", "a dot ", "://", "🙂", "tel "])
def test_a_long_text_takes_no_longer_than_its_length(piece: str) -> None:
    text = piece * (20_000 // len(piece))
    began = process_time()
    mask_contacts(text)
    assert process_time() - began < 5
