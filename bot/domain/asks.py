"""The words of an ask: cleaned, measured, and masked where they hold contact details."""

import re
import unicodedata

from phonenumbers import Leniency, PhoneNumberMatcher

LONGEST_ASK = 1000
LONGEST_ANSWER = 600
MASK = "•••"
FEWEST_DIGITS = 5  # of a telephone number that can be dialled from elsewhere
REGIONS = ("US", "GB", "DE", "FR", "ES", "IT", "AU", "IN")  # where a number without a country code may be from

_PLAIN_LETTERS = str.maketrans({"ø": "o", "ł": "l", "đ": "d", "ı": "i", "æ": "ae", "œ": "oe", "ð": "d", "þ": "th"})
_INVISIBLE = re.compile(r"[\u200b\u200e\u200f\u202a-\u202e\u2060-\u2069\ufeff\u00ad]")
_JOINER = re.compile(  # joins letters of other scripts and parts of an emoji; elsewhere it only hides something
    r"(?<![^\x00-\x7f\u200c\u200d])[\u200c\u200d]+|[\u200c\u200d]+(?![^\x00-\x7f\u200c\u200d])"
)
_DOMAINS = "com|net|org|info|biz|eu|io|uk|de|ch|fr|es|nl|pl|pt|ie|ca|au|nz|app|dev|shop|online|site"
_ADDRESS = re.compile(
    rf"""(?xi)
    (?<![\w.+-]) [\w.+-]+ \s? (?:@|\(at\)|\[at\]) \s? [\w-]+ (?:\.[\w-]+)+                       # an e-mail address
    | (?<![\w.+-]) [\w.+-]+ \s (?:@|at|\(at\)|\[at\]) \s [\w-]+ \s? (?:dot|\(dot\)|\[dot\]) \s? [a-z]{{2,}}  # spelt out
    | \b(?: [a-z][a-z+]{{0,12}}:// | www\. | mailto: ) \S+                                    # a web address
    | (?<![\w.-]) (?!{"|".join(("booking", "amazon", "ebay", "etsy", "airbnb", "monday", "wordpress", "shopify"))})
      (?: [\w-]{{2,}}\. )+ (?: {_DOMAINS} ) \b (?: /\S* )?                              # without its beginning
    | (?<![\w.-]) (?: [\w-]+\. )+ (?: {_DOMAINS}|me|it|at|co|ly|tv ) /\S+                        # a page of somebody's
    | (?<![\w@]) @ [a-z]\w{{3,31}} \b                                                # a name on Telegram
    """
)
_DIGITS = re.compile(r"(?<![\w£$€.,])\+?\(?\d(?:[ ()./–-]{0,2}\d){7,14}(?!\w)")
_SHORT_NUMBER = re.compile(
    r"(?i)\b(?:tel|telefon|phone|call|ring|text|mobile?|cell|handy|fax|whatsapp|signal|anrufen)\b\D{0,12}?"
    r"(?P<number>\d(?:[ ()./–-]{0,2}\d){5,14})(?!\w)"
)
_YEAR = r"(?:19|20)\d\d"
_NO_NUMBER = re.compile(  # long runs of digits that nobody can be called by
    rf"""(?x)(?<![\d+]) (?:
    \d{{4}}-\d\d-\d\d (?:[ T]\d\d:\d\d)?                                  # dates
    | \d{{1,2}}\. (?:\d{{1,2}}\.)? \s?[–-]\s? \d{{1,2}}\.\d{{1,2}}\. (?:\d{{4}}|\d\d)?
    | \d{{1,2}}(?P<mark>[./-])\d{{1,2}}(?P=mark)(?:\d{{4}}|\d\d) (?:[ ]\d\d:\d\d)?
    | (?<!\d[ ./–-]) (?: {_YEAR} (?:[ ]?[ ,/–-][ ]?{_YEAR})+                 # years
    | [1-9]\d? (?:[ ]\d{{3}})? [ ]000                                        # amounts
    | \d+[05]0 [ ]?[–-][ ]? [1-9]\d*[05]0 ) (?![ ]?[\d/-])
    | (?<=\b[A-Z]{{2}}[ ]) \d{{5}}-\d{{4}}                                  # a postcode of the USA with its state
    ) (?!\d)"""
)


def clean(text: str) -> str:
    """The text as people see it: composed (NFC), without invisible or control characters, white space folded."""
    text = _JOINER.sub("", _INVISIBLE.sub("", unicodedata.normalize("NFC", text)))
    text = "".join(c if c == "\n" or unicodedata.category(c) not in ("Cc", "Cs", "Co", "Cn") else " " for c in text)
    lines = [re.sub(r"[^\S\n]+", " ", line).strip() for line in text.split("\n")]
    return re.sub(r"\n{3,}", "\n\n", "\n".join(lines)).strip()


def length(text: str) -> int:
    """How long a text is for Telegram: in units of UTF-16, of which an emoji takes two."""
    return len(text.encode("utf-16-le", "surrogatepass")) // 2


def fold(text: str) -> str:
    """A text for comparing names and places: no case, no accents, no punctuation but the slash."""
    plain = text.casefold()
    if not plain.isascii():
        plain = unicodedata.normalize("NFKD", plain.translate(_PLAIN_LETTERS))
        plain = "".join(c for c in plain if not unicodedata.combining(c))
    return re.sub(r"[^\w/]+", " ", plain).strip()


def mask_contacts(text: str) -> str:
    """The text with telephone numbers, e-mail and web addresses and names on Telegram replaced by dots."""
    spans = [match.span() for match in _ADDRESS.finditer(text)]
    bare = _NO_NUMBER.sub(lambda match: "#" * len(match[0]), text)
    spans += [match.span() for match in _DIGITS.finditer(bare)]
    spans += [match.span("number") for match in _SHORT_NUMBER.finditer(bare)]
    for region in REGIONS if sum(map(str.isdigit, bare)) >= FEWEST_DIGITS else ():
        found = PhoneNumberMatcher(bare, region, leniency=Leniency.VALID)
        spans += [(match.start, match.end) for match in found]
    masked, at = [], 0
    for start, end in sorted(spans):
        if start >= at:
            masked += [text[at:start], MASK]
        at = max(at, end)
    return "".join(masked) + text[at:]


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
