"""Names that look the same to people though they are written with other letters."""

import unicodedata
from collections import Counter
from collections.abc import Iterable, Mapping

from bot.domain.asks import shorten
from bot.domain.member import Member

_LATIN = str.maketrans(  # letters of Cyrillic and Greek, lower case, by the Latin ones that they look like
    "авеікмнорсстухѕјԁһѵԛԝαεηικνορτυχωϲ",
    "abeikmhopcctyxsjdhvqwaenlkvoptuxwc",
)
_STROKES = str.maketrans("il1|0", "llllo")


def look(name: str) -> str:
    """The same text for all names that can hardly be told apart: case, width, borrowed letters, l and I, rn and m."""
    plain = unicodedata.normalize("NFKC", name).casefold().translate(_LATIN).translate(_STROKES)
    return "".join(c for c in plain.replace("rn", "m") if c.isalnum())


def labels(members: Iterable[Member], longest: int) -> Mapping[int, str]:
    """A label for each member by id: the name, and of those that look alike what tells them apart: the name on
    Telegram, which nobody can copy, or else what they do."""
    everybody = list(members)
    count, handles = Counter(look(one.name) for one in everybody), Counter(one.username for one in everybody)
    found = {}
    for one in everybody:
        more = f"@{one.username}" if one.username and handles[one.username] == 1 else shorten(one.what_i_do, 24)
        apart = count[look(one.name)] > 1 and more
        found[one.id] = f"{one.name[:longest]} · {more}" if apart else one.name[:longest]
    return found
