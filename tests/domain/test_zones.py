"""From what people write about where they are to the time they keep."""

from zoneinfo import available_timezones

import pytest
from hypothesis import given
from hypothesis import strategies as st

from bot.domain.hours import zone_of
from bot.domain.zones import parse_offset, parse_zone

PLACES = """
Bristol | Europe/London
bristol | Europe/London
Bristol, UK | Europe/London
Bristol and Bath | Europe/London
London, Ontario | America/Toronto
Greater Manchester area | Europe/London
near Köln | Europe/Berlin
Koeln | Europe/Berlin
Munich | Europe/Berlin
Zuerich | Europe/Zurich
Wien | Europe/Vienna
Frankfurt am Main | Europe/Berlin
10115 Berlin | Europe/Berlin
Berlin-Kreuzberg | Europe/Berlin
Berlin (CET) | Europe/Berlin
Raum Stuttgart | Europe/Berlin
Genève | Europe/Zurich
København | Europe/Copenhagen
Warszawa | Europe/Warsaw
Torino | Europe/Rome
Lisboa | Europe/Lisbon
Santiago | America/Santiago
Santiago de Compostela | Europe/Madrid
São Paulo | America/Sao_Paulo
東京 | Asia/Tokyo
Москва | Europe/Moscow
Київ | Europe/Kyiv
Kathmandu | Asia/Kathmandu
Bombay | Asia/Kolkata
Nice | Europe/Paris
Cork | Europe/Dublin
Reading | Europe/London
Reading, PA | America/New_York
Cambridge | Europe/London
Cambridge, MA | America/New_York
Perth | Australia/Perth
Perth, Scotland | Europe/London
Paris | Europe/Paris
Paris, Texas | America/Chicago
Portland, Maine | America/New_York
Chicago, IL | America/Chicago
Washington DC | America/New_York
NYC | America/New_York
St Ives, Cornwall | Europe/London
Cornwall | Europe/London
Sussex coast | Europe/London
Scotland | Europe/London
U.K. | Europe/London
Bayern | Europe/Berlin
Deutschland | Europe/Berlin
España | Europe/Madrid
The Netherlands | Europe/Amsterdam
Jordan | Asia/Amman
China | Asia/Shanghai
Tenerife | Atlantic/Canary
Bali | Asia/Makassar
Texas | America/Chicago
Florida | America/New_York
California | America/Los_Angeles
Ontario | America/Toronto
we work in bristol | Europe/London
10 miles around Leeds | Europe/London
Brighton & Hove | Europe/London
Bristol or online | Europe/London
London and the South East | Europe/London
Bristl | Europe/London
Manchestr | Europe/London
"""
ZONES = """
Europe/Berlin | Europe/Berlin
europe/berlin | Europe/Berlin
America/New_York | America/New_York
america/new york | America/New_York
America/Argentina/Buenos_Aires | America/Argentina/Buenos_Aires
CET | Europe/Berlin
BST | Europe/London
PST | America/Los_Angeles
Eastern time | America/New_York
UTC | UTC
gmt | UTC
Z | UTC
+0 | UTC
+2 | UTC+02:00
+02:00 | UTC+02:00
+0200 | UTC+02:00
+5:30 | UTC+05:30
+530 | UTC+05:30
-5 | UTC-05:00
−5 | UTC-05:00
–5 | UTC-05:00
UTC +2 | UTC+02:00
utc-3:30 | UTC-03:30
GMT+1 | UTC+01:00
+14 | UTC+14:00
-12 | UTC-12:00
"""
NONSENSE = """
+15 | +2:75 | +99 | 2 | 12 | 52 | 930 | h2 | a5 | anywhere | remote | online | Everywhere | hello | asdfgh
I don't know | not sure | none | ? | 🙂 | the moon | Narnia | home | at home | yes | skip | same as everyone | here
9:00 | all of Europe | Europe | Central Europe | of | and | man | USA | United States | Canada | Russia | Georgia
Orange | / | , | ( | it depends
"""


def rows(table: str) -> list[tuple[str, str]]:
    return [
        (left.strip(), right.strip()) for left, _, right in (line.partition("|") for line in table.split("\n") if line)
    ]


@pytest.mark.parametrize(("text", "zone"), [*rows(PLACES), *rows(ZONES)])
def test_what_people_write(text: str, zone: str) -> None:
    assert parse_zone(text) == zone


@pytest.mark.parametrize("text", [cell.strip() for line in NONSENSE.strip().split("\n") for cell in line.split("|")])
def test_nonsense_has_no_zone(text: str) -> None:
    assert parse_zone(text) is None


def test_every_zone_is_known_by_its_own_name() -> None:
    names = {zone for zone in available_timezones() if "/" in zone} - {"Etc/UTC"}
    assert {name: parse_zone(name) for name in names} == {name: name for name in names}


@given(st.text(max_size=300))
def test_any_text_gives_a_zone_that_there_is_or_none(text: str) -> None:
    zone = parse_zone(text)
    assert zone is None or zone_of(zone)


@given(st.integers(-14 * 60, 14 * 60).filter(bool))
def test_an_offset_is_read_as_it_is_written(minutes: int) -> None:
    written = f"{'+' if minutes > 0 else '-'}{abs(minutes) // 60:02d}:{abs(minutes) % 60:02d}"
    assert parse_offset(written) == f"UTC{written}"


@pytest.mark.parametrize(
    ("text", "home", "zone"),
    [
        ("Newcastle", "", "Australia/Sydney"),
        ("Newcastle", "Europe/London", "Europe/London"),
        ("near Newcastle", "Europe/London", "Europe/London"),
        ("Newcastle", "Africa/Johannesburg", "Africa/Johannesburg"),
        ("Newcastle, Australia", "Europe/London", "Australia/Sydney"),
        ("Worcester", "Europe/London", "Europe/London"),
        ("Perth", "Europe/London", "Australia/Perth"),
        ("Paris", "America/Chicago", "Europe/Paris"),
        ("Berlin", "Europe/London", "Europe/Berlin"),
    ],
)
def test_of_several_cities_of_a_name_the_one_at_home_is_meant(text: str, home: str, zone: str) -> None:
    assert parse_zone(text, home) == zone
