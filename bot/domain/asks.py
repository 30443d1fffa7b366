"""The words of an ask: cleaned, measured, and masked where they hold contact details."""

import re
import unicodedata

from phonenumbers import Leniency, PhoneNumberMatcher

LONGEST_ASK = 1000
LONGEST_ANSWER = 600
MASK = "•••"
REGIONS = ("US", "GB", "DE", "FR", "ES", "IT", "AU", "IN")  # where a number without a country code may be from

_INVISIBLE = re.compile(r"[\u200b-\u200f\u202a-\u202e\u2060-\u2069\ufeff\u00ad]")
_ADDRESS = re.compile(
    r"""(?xi)
    [\w.+-]+ \s? (?:@|\(at\)|\[at\]) \s? [\w-]+ (?:\.[\w-]+)+      # an e-mail address
    | (?: https?:// | www\. | t\.me/ | wa\.me/ ) \S+               # a web address
    | (?<![\w@]) @ [a-z][\w]{3,31} \b                              # a name on Telegram
    """
)
_DIGITS = re.compile(r"(?<![\w£$€.,])\+?\(?\d(?:[ ()./–-]{0,2}\d){7,14}(?!\w)")


def clean(text: str) -> str:
    """The text as people see it: composed (NFC), without invisible or control characters, white space folded."""
    text = _INVISIBLE.sub("", unicodedata.normalize("NFC", text))
    text = "".join(c if c == "\n" or unicodedata.category(c) not in ("Cc", "Cs", "Co", "Cn") else " " for c in text)
    lines = [re.sub(r"[^\S\n]+", " ", line).strip() for line in text.split("\n")]
    return re.sub(r"\n{3,}", "\n\n", "\n".join(lines)).strip()


def fold(text: str) -> str:
    """A text for comparing names and places: no case, no accents, no punctuation but the slash."""
    plain = unicodedata.normalize("NFKD", text.casefold())
    plain = "".join(c for c in plain if not unicodedata.combining(c))
    return re.sub(r"[^\w/]+", " ", plain).strip()


def mask_contacts(text: str) -> str:
    """The text with telephone numbers, e-mail and web addresses and names on Telegram replaced by dots."""
    spans = [match.span() for match in _ADDRESS.finditer(text)]
    spans += [match.span() for match in _DIGITS.finditer(text) if not _is_date(match[0])]
    for region in REGIONS:
        found = PhoneNumberMatcher(text, region, leniency=Leniency.VALID)
        spans += [(match.start, match.end) for match in found]
    masked, at = [], 0
    for start, end in sorted(spans):
        if start >= at:
            masked += [text[at:start], MASK]
        at = max(at, end)
    return "".join(masked) + text[at:]


def _is_date(text: str) -> bool:
    return bool(re.fullmatch(r"\d{4}-\d\d-\d\d|\d{1,2}[./-]\d{1,2}[./-]\d{4}|(?:19|20)\d\d[ /–-](?:19|20)\d\d", text))


def shorten(text: str, length: int) -> str:
    """At most `length` characters on one line, cut between words, with an ellipsis where something is missing."""
    line = " ".join(text.split())
    if len(line) <= length:
        return line
    cut = line[: length - 1]
    head, _, _ = cut.rpartition(" ")
    return (head if len(head) > length // 2 else cut).rstrip(" ,;:.-") + "…"


def split_phrases(text: str) -> list[str]:
    """Up to three phrases out of one answer: a line each, or parted by semicolons or numbers."""
    lines = [line for line in text.split("\n") if line.strip()]
    if len(lines) == 1:
        lines = re.split(r"\s*[;|]\s*|\s+\d[.)]\s+", lines[0])
    phrases = [re.sub(r"^\s*(?:\d+\s*[.)]|[-*•–])\s*", "", line).strip(' "“”„«»') for line in lines]
    return [phrase for phrase in phrases if phrase][:3]
