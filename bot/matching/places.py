"""Where a member works and where an ask is: near, far, or not known. Says nothing about a name it cannot place."""

import math
import re
from collections.abc import Sequence
from dataclasses import dataclass
from functools import lru_cache

import numpy as np

from bot.matching.gazetteer import Gazetteer, Town

Point = tuple[float, float]

_NEAR, _FAR = 45.0, 110.0  # kilometres from a town where a member works
_HOME = 250.0  # kilometres around a circle in which small towns are believed
_KNOWN_EVERYWHERE = 250  # thousands of people; towns as large as this are believed wherever they are
_ANYWHERE = re.compile(
    r"\b(remote(ly)?|anywhere|online|world ?wide|nation ?wide|country ?wide|state ?wide|island ?wide|across|all over|"
    r"throughout|international(ly)?|global(ly)?|travell?s?|travell?ing|video|phone|telehealth|virtual(ly)?|"
    r"überall|weltweit|bundesweit|deutschlandweit|österreichweit|schweizweit|ortsunabhängig|telefonisch)\b",
    re.IGNORECASE,
)
_REMOTE_IS_FINE = re.compile(
    r"\b(remote(ly)?|online|anywhere|by phone|over the phone|video|zoom|doesn'?t matter where)\b", re.IGNORECASE
)
_NAME = re.compile(r"[^\W\d_]+(?:['’.-][^\W\d_]+)*", re.UNICODE)
_LOCATIVE = frozenset(["in", "near", "nr", "at", "around", "to", "outside", "of", "towards", "round", "by"])
_LONGEST = 3  # words of a name
_MOST = 40  # names of a circle that are looked at to find where it is
_EARTH = 12742.0  # kilometres across


@dataclass(frozen=True, slots=True)
class Area:
    """`points`: towns a member works in; `anywhere`: they also work far from them."""

    points: tuple[Point, ...]
    anywhere: bool


NOWHERE = Area((), True)


class Places:
    """Reads places out of texts; a name that many towns have is the one nearest to the circle."""

    def __init__(self, gazetteer: Gazetteer) -> None:
        self._gazetteer = gazetteer
        self._towns = lru_cache(maxsize=8192)(gazetteer.towns)

    def areas(self, places: Sequence[str]) -> list[Area]:
        """One area for each member's own words on where they work, read together as those of one circle."""
        named = [self._named(place, own=True) for place in places]
        home = _middle([towns for found in named for towns in found])
        areas = []
        for place, found in zip(places, named, strict=True):
            points = tuple(_point(town) for towns in found if (town := _believed(towns, home)))
            areas.append(Area(points, not points or bool(_ANYWHERE.search(place))))
        return areas

    def asked(self, text: str, areas: Sequence[Area]) -> tuple[Point, ...]:
        """The towns that an ask names, as far as they can be believed in this circle; none when remote is fine."""
        if _REMOTE_IS_FINE.search(text):
            return ()
        home = [point for area in areas for point in area.points]
        found = []
        for towns in self._named(text, own=False):
            near = [(min((_distance(_point(town), place) for place in home), default=math.inf), town) for town in towns]
            distance, town = min(near, key=lambda pair: (pair[0], -pair[1].people))
            if distance <= _HOME:
                found.append(_point(town))
            elif home and _largest(towns).people >= _KNOWN_EVERYWHERE:
                found.append(_point(_largest(towns)))
        return tuple(found)

    def _named(self, text: str, *, own: bool) -> list[list[Town]]:
        """The towns of each name in the text, longest names first. In an ask a name follows a word like "in"."""
        words = list(_NAME.finditer(text))
        found, at = [], 0
        while at < len(words):
            for length in range(min(_LONGEST, len(words) - at), 0, -1):
                first, last = words[at], words[at + length - 1]
                if not (first.group()[0].isupper() and last.group()[0].isupper()):
                    continue
                before = words[at - 1].group().lower() if at else ""
                towns = self._towns(text[first.start() : last.end()])
                if towns and (own or before in _LOCATIVE):
                    found.append(towns)
                    at += length - 1
                    break
            at += 1
        return found


def nearness(asked: Sequence[Point], area: Area) -> float:
    """1 when the ask is where the member works, −1 when it is too far, 0 when that is not known or does not matter."""
    if not asked or not area.points:
        return 0.0
    distance = min(_distance(place, point) for place in asked for point in area.points)
    if distance <= _NEAR:
        return 1.0
    return -1.0 if distance > _FAR and not area.anywhere else 0.0


def _point(town: Town) -> Point:
    return town.north, town.east


def _largest(towns: Sequence[Town]) -> Town:
    return max(towns, key=lambda town: (town.people, town.north, town.east))


def _believed(towns: Sequence[Town], home: Town | None) -> Town | None:
    """Of the towns of one name the nearest to the circle; none when only small ones far away or abroad have it."""
    if home is None:
        return _largest(towns)
    nearest = min(towns, key=lambda town: (_distance(_point(town), _point(home)), -town.people))
    if nearest.country == home.country and _distance(_point(nearest), _point(home)) <= 2 * _HOME:
        return nearest
    largest = _largest(towns)
    return largest if largest.people >= _KNOWN_EVERYWHERE else None


def _middle(named: Sequence[Sequence[Town]]) -> Town | None:
    """The town around which the most, and the largest, towns of the names lie that the members gave."""
    some = sorted({tuple(towns) for towns in named}, key=lambda towns: (-len(towns), towns[0].north, towns[0].east))[
        -_MOST:
    ]
    towns = [town for group in some for town in group]
    if not towns:
        return None
    north, east = np.radians([[town.north, town.east] for town in towns]).T
    half = np.sin((north[:, None] - north) / 2) ** 2
    half += np.cos(north)[:, None] * np.cos(north) * np.sin((east[:, None] - east) / 2) ** 2
    around = _EARTH * np.arcsin(np.sqrt(np.minimum(half, 1.0))) <= _HOME
    country = np.array([town.country for town in towns])
    size = 1 + 0.1 * np.log1p([town.people for town in towns])
    belonging = (around + 0.5 * (country[:, None] == country)) * size
    firsts = np.cumsum([0, *(len(group) for group in some[:-1])])
    worth = np.round(np.maximum.reduceat(belonging, firsts, axis=1).sum(axis=1), 6)
    best = max(range(len(towns)), key=lambda i: (worth[i], towns[i].people, towns[i].north, towns[i].east))
    return towns[best]


def _distance(one: Point, other: Point) -> float:
    """Kilometres, on a sphere."""
    north, south = math.radians(one[0]), math.radians(other[0])
    half = math.sin((north - south) / 2) ** 2
    half += math.cos(north) * math.cos(south) * math.sin(math.radians(one[1] - other[1]) / 2) ** 2
    return _EARTH * math.asin(math.sqrt(min(1.0, half)))
