"""Languages: whether an ask wants one spoken, and whether a member speaks it. Their names come from Unicode CLDR."""

import re
import unicodedata
from collections.abc import Sequence
from functools import lru_cache

from babel import Locale
from babel.languages import get_official_languages

_BEFORE = (
    r"(?:speak(?:s|ing|er)?|spoken|in|fluent(?:ly)?|w/|with|native|or|and|both|ideally|preferably|some|good|"
    r"understands?|knows?)"
)
_AFTER = r"(?:[- ]?speak(?:s|ing|ers?)|required|needed|preferred|pls|please|would|is a|a plus|ideally|preferably)"
_EVERYONE = frozenset({"english"})
_ALSO = frozenset({"mandarin", "cantonese", "yoruba", "igbo", "kurdish", "yiddish", "farsi"})


def wanted(text: str) -> frozenset[str]:
    """The languages, English aside, in which the ask wants to be served; empty for most asks."""
    plain = _plain(text)
    if not _names().search(plain):
        return frozenset()
    found = {match.group("a") or match.group("b") for match in _spoken().finditer(plain)}
    return frozenset(name for name in found if name) - _EVERYONE


def spoken(languages: Sequence[str]) -> frozenset[str]:
    """The words of what a member said they speak; of a language named in German, its English name as well."""
    words = frozenset(word for language in languages for word in _plain(language).replace("-", " ").split())
    return words | {_german()[word] for word in words & _german().keys()}


def heard(asked: frozenset[str], member: frozenset[str]) -> float:
    """1 when the member speaks a language that the ask wants, −1 when none of them, 0 when it wants none."""
    if not asked or not member:
        return 0.0
    return 1.0 if asked & member else -1.0


def _plain(text: str) -> str:
    return "".join(c for c in unicodedata.normalize("NFKD", text.lower()) if not unicodedata.combining(c))


@lru_cache(maxsize=1)
def _listed() -> str:
    """The English names of the languages that some country uses officially, as alternatives of a pattern."""
    lands = [str(land) for land in Locale("en").territories]
    codes = {code for land in lands for code in get_official_languages(land, regional=True, de_facto=True)}
    names = {_plain(Locale("en").languages.get(code.split("_")[0], "")) for code in codes} | _ALSO
    return "|".join(
        sorted((re.escape(name) for name in names if name.isalpha() and len(name) > 2), key=lambda n: (-len(n), n))
    )


@lru_cache(maxsize=1)
def _german() -> dict[str, str]:
    """English names of languages by their German ones."""
    english = Locale("en").languages
    both = ((_plain(name), _plain(english.get(code, ""))) for code, name in Locale("de").languages.items())
    return {german: name for german, name in both if german.isalpha() and name.isalpha()}


@lru_cache(maxsize=1)
def _names() -> re.Pattern[str]:
    return re.compile(rf"\b(?:{_listed()})\b")


@lru_cache(maxsize=1)
def _spoken() -> re.Pattern[str]:
    listed = _listed()
    return re.compile(rf"\b{_BEFORE}\s+(?P<a>{listed})\b(?!\s+[a-z]+(?:s|ing)\b)|\b(?P<b>{listed}){_AFTER}")
