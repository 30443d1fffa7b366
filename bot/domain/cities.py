"""Where the world's cities and countries are and what time they keep, from GeoNames and the Unicode CLDR."""

import gzip
from collections.abc import Mapping
from dataclasses import dataclass
from datetime import UTC, datetime, timedelta
from functools import cache
from pathlib import Path
from zoneinfo import ZoneInfo, available_timezones

from babel import Locale

from bot.domain.asks import fold
from bot.domain.regions import REGIONS

FILE = Path(__file__).with_name("cities.tsv.gz")  # see cities.md beside it
LARGE_CITY = 100_000  # people: known by its other names too, and inside a longer answer
HUGE_CITY = 300_000  # known by its names in other scripts too
WHOLE_COUNTRY = 0.9  # of the people of a country or state keep the time that stands for it
TONGUES = ("en", "de", "fr", "es", "it", "nl", "pt", "pl", "sv", "da", "tr", "ru", "uk")  # of countries' names
ABBREVIATED = ("US", "Canada", "Etc", "Brazil", "Chile", "Mexico", "SystemV")  # areas whose zones bear no city's name
SEASONS = (datetime(2026, 1, 15, tzinfo=UTC), datetime(2026, 7, 15, tzinfo=UTC))


@dataclass(frozen=True, slots=True)
class City:
    """One city. `state` is the two letters of a state of the USA."""

    zone: str
    country: str
    state: str
    people: int


@cache
def _rows() -> Mapping[str, list[list[str]]]:
    """The lines of the file by their first word, without it."""
    found: dict[str, list[list[str]]] = {}
    for line in gzip.decompress(FILE.read_bytes()).decode().splitlines():
        kind, *values = line.split("\t")
        found.setdefault(kind, []).append(values)
    return found


@cache
def cities() -> Mapping[str, tuple[City, ...]]:
    """Cities of 15,000 people or more by their folded name, the largest first; those that only have it as another
    name after those that bear it."""
    found: dict[str, list[City]] = {}
    known_by: list[tuple[str, City]] = []
    for zone, country, state, people, name, others in sorted(_rows()["city"], key=lambda row: -int(row[3])):
        city = City(zone, country, state, int(people))
        found.setdefault(name, []).append(city)
        if others:
            known_by += [(other, city) for other in others.split("|")]
    for other, city in known_by:
        found.setdefault(other, []).append(city)
    return {name: tuple(alike) for name, alike in found.items()}


@cache
def countries() -> Mapping[str, str]:
    """Codes of countries by their folded names in a few languages."""
    names = {name: code for code, name in _rows()["country"]} | {"usa": "US"}
    known = set(names.values())
    for tongue in TONGUES:
        for code, name in Locale.parse(tongue).territories.items():
            if code in known:
                names.setdefault(fold(name), str(code))
    return names | {"usa": "US", "us": "US", "u s a": "US", "america": "US", "gb": "GB"}


@cache
def states() -> Mapping[str, str]:
    """Codes of the states of the USA by their folded names and by the codes themselves."""
    rows = _rows()["state"]
    return {name: code for code, name in rows} | {code.casefold(): code for code, _ in rows}


@cache
def zone_of_land(country: str, state: str = "") -> str | None:
    """The zone whose time nearly everybody in a country, or a state of the USA, keeps; None where they differ."""
    people: dict[str, int] = {}
    for city in {city for alike in cities().values() for city in alike}:
        if city.country == country and state in ("", city.state):
            people[city.zone] = people.get(city.zone, 0) + city.people
    if not people:
        return None
    main = max(people, key=lambda zone: (people[zone], zone))
    alike = sum(number for zone, number in people.items() if _offsets(zone) == _offsets(main))
    return main if alike >= WHOLE_COUNTRY * sum(people.values()) else None


def _offsets(zone: str) -> tuple[timedelta | None, ...]:
    return tuple(moment.astimezone(ZoneInfo(zone)).utcoffset() for moment in SEASONS)


@cache
def regions() -> Mapping[str, str]:
    """Zones by the folded names of regions."""
    return {fold(name): zone for zone, names in REGIONS.items() for name in names.split("; ")}


@cache
def zones() -> Mapping[str, str]:
    """IANA's names by themselves, in small letters, and by the folded city at their end."""
    found: dict[str, str] = {}
    for name in sorted(available_timezones()):
        found[fold_zone(name)] = name
    for name in sorted(available_timezones()):
        if "/" in name and name.partition("/")[0] not in ABBREVIATED:
            found.setdefault(fold(name.rpartition("/")[2].replace("_", " ")), name)
    return found


def fold_zone(name: str) -> str:
    """A zone's name for comparing: its signs count, as in `Etc/GMT+5`."""
    return name.strip().casefold().replace(" ", "_")
