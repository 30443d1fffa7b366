"""From what a person writes about where they are to a time zone: a place, a zone's name or an offset."""

import re
from functools import cache
from itertools import pairwise

from rapidfuzz import fuzz, process

from bot.domain.asks import fold
from bot.domain.cities import LARGE_CITY, City, cities, countries, fold_zone, regions, states, zone_of_land, zones
from bot.domain.regions import NOWHERE

LARGEST_OFFSET = 14 * 60  # minutes, of Kiribati
SHORTEST_NAME = 4  # letters, of a place inside a longer answer or with a typing error
FAR_SMALLER = 10  # times: Perth in Scotland is not meant where nothing but the name is said
ALIKE = 85  # of 100: how alike a name with a typing error must be
LONGEST = 200  # letters that are looked at
NEAR = r"(?:\b(?:in|near|around|from|of|at|bei|um|nahe|raum|region|aus|stadt|greater|central|mostly)\b)"


def parse_offset(text: str) -> str | None:
    """`+2`, `UTC-5`, `GMT+5:30` or `UTC` as a zone name; None for anything else or more than 14 hours."""
    text = text.strip().lower()
    match = re.fullmatch(r"(?:utc|gmt)?\s*([+−–-])\s*(\d{1,2})(?::?([0-5]\d))?(?:\s*h)?", text, re.ASCII)
    if not match:
        return "UTC" if text in ("utc", "gmt", "z", "etc/utc") else None
    hours, minutes = int(match[2]), int(match[3] or 0)
    if hours * 60 + minutes > LARGEST_OFFSET:
        return None
    if hours == minutes == 0:
        return "UTC"
    return f"UTC{'+' if match[1] == '+' else '-'}{hours:02d}:{minutes:02d}"


def parse_zone(text: str, home: str = "") -> str | None:
    """The zone of an offset, an IANA name or a place ("Bristol", "Portland, Maine", "near Köln"); None if unknown.

    1. An offset or the name of a zone is taken as it is.
    2. Of a place with a land behind a comma ("Paris, Texas") the one in that land.
    3. Each piece of the answer as a whole: a region, a country or state that keeps one time, a city. Of several cities
       of a name the one that keeps the time of `home`, if it is not far smaller than the largest; else the largest.
    4. A large city, region or country among other words.
    5. A large city with a typing error.
    """
    text = text[:LONGEST]
    if offset := parse_offset(text):
        return offset
    if "/" in text and (zone := zones().get(fold_zone(text))):
        return zone
    whole = fold(text)
    if not whole or whole in NOWHERE:
        return None
    pieces = [fold(piece) for piece in re.split(r"[,;/()&|\n]| and | und | or | oder ", text, flags=re.IGNORECASE)]
    pieces = [piece for piece in pieces if piece]
    for piece, land in pairwise(pieces):
        if zone := _within(piece, land):
            return zone
    for piece in (whole, *pieces):
        if zone := _named(piece, home):
            return zone
    for piece in pieces:
        if zone := _among_words(piece, home):
            return zone
    return next((zone for piece in pieces if (zone := _mistyped(piece))), None)


def _within(place: str, land: str) -> str | None:
    """The zone of a city in a state, country or region."""
    found = cities().get(place, ())
    state, country, region = states().get(land), countries().get(land), regions().get(land)
    for city in found:
        if _lies_in(city, state, country, region):
            return city.zone
    return None


def _lies_in(city: City, state: str | None, country: str | None, region: str | None) -> bool:
    return (city.country == "US" and city.state == state) or city.country == country or city.zone == region


def _named(name: str, home: str) -> str | None:
    """The zone of exactly this name."""
    if name in NOWHERE:
        return None
    if name in regions():
        return regions()[name]
    found = cities().get(name, ())
    land = countries().get(name)
    if land:
        return zone_of_land(land)
    if len(name) > 2 and name in states() and not (found and found[0].people > 10 * LARGE_CITY):
        return zone_of_land("US", states()[name])
    if any(city.zone == home and city.people * FAR_SMALLER > found[0].people for city in found):
        return home
    return found[0].zone if found else zones().get(name)


def _among_words(piece: str, home: str) -> str | None:
    """The zone of a place inside a longer answer; what follows "in" or "near" may be a smaller one."""
    words = piece.split()
    if near := re.search(rf"{NEAR}\s+(.+)$", piece):
        following = near[1].split()
        for length in range(min(3, len(following)), 0, -1):
            name = " ".join(following[:length])
            if len(name) >= SHORTEST_NAME and (zone := _named(name, home)):
                return zone
    for length in range(min(3, len(words)), 0, -1):
        for at in range(len(words) - length + 1):
            name = " ".join(words[at : at + length])
            if len(name) >= SHORTEST_NAME and _is_large(name) and (zone := _named(name, home)):
                return zone
    return None


def _is_large(name: str) -> bool:
    found = cities().get(name, ())
    return name in regions() or name in countries() or bool(found and found[0].people >= LARGE_CITY)


@cache
def _large() -> tuple[str, ...]:
    return tuple(
        name for name, found in cities().items() if len(name) > SHORTEST_NAME and found[0].people >= LARGE_CITY
    )


def _mistyped(piece: str) -> str | None:
    if len(piece) <= SHORTEST_NAME or piece in NOWHERE or piece in countries() or piece in states():
        return None
    close = process.extractOne(piece, _large(), scorer=fuzz.ratio, score_cutoff=ALIKE)
    return cities()[close[0]][0].zone if close else None
