"""Where towns are, by name, from GeoNames (CC BY 4.0). Finds all towns of a name; choosing is not its part."""

import hashlib
import unicodedata
from dataclasses import dataclass
from functools import lru_cache
from pathlib import Path

import numpy as np

from bot.matching.errors import ModelError


@dataclass(frozen=True, slots=True)
class Town:
    """Degrees north and east, thousands of people, ISO country."""

    north: float
    east: float
    people: int
    country: str


class Gazetteer:
    """About 300,000 names in a few megabytes: digests of the names are kept, not the names."""

    def __init__(self, file: Path) -> None:
        try:
            with np.load(file, allow_pickle=False) as kept:
                self._names, self._north, self._east = kept["names"], kept["north"], kept["east"]
                self._people, self._country = kept["people"], kept["country"]
        except (OSError, ValueError, KeyError) as wrong:
            raise ModelError(f"the gazetteer {file} cannot be read: {wrong}") from wrong

    def towns(self, name: str) -> list[Town]:
        """All towns called `name`, whatever its case and accents."""
        wanted = np.uint64(digest(name))
        first, last = np.searchsorted(self._names, wanted, "left"), np.searchsorted(self._names, wanted, "right")
        return [
            Town(
                int(self._north[row]) / 100,
                int(self._east[row]) / 100,
                int(self._people[row]),
                self._country[row].decode("ascii"),
            )
            for row in range(int(first), int(last))
        ]


def digest(name: str) -> int:
    """64 bits of a name without case and accents."""
    return _digest(name.casefold())


@lru_cache(maxsize=4096)
def _digest(name: str) -> int:
    plain = "".join(c for c in unicodedata.normalize("NFKD", name) if not unicodedata.combining(c))
    return int.from_bytes(hashlib.blake2b(plain.encode("utf-8", "replace"), digest_size=8).digest(), "big")
