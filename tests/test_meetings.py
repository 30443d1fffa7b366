"""The picture of who has met whom: for every size of a circle a picture that a phone can show."""

import io

import pytest
from PIL import Image

from handlers.views.meetings import DOT, LINE, PAPER, draw_meetings

NAMES = ("Anna", "Ben", "Bartholomew-James", "Олександр", "李", "Zoë", "")


@pytest.mark.parametrize("number", [1, 2, 3, 14, 18, 19, 60, 200])
def test_every_size_of_a_circle_is_drawn(number: int) -> None:
    names = [NAMES[place % len(NAMES)] for place in range(number)]
    met = [(place, (place * 7 + 1) % number) for place in range(number) if place != (place * 7 + 1) % number]
    made = draw_meetings(names, met)
    with Image.open(io.BytesIO(made)) as picture:
        assert picture.size == (1080, 1080)
        found = {colour for _, colour in picture.convert("RGB").getcolors(maxcolors=1_000_000) or ()}
    wanted = {PAPER, DOT} | ({LINE} if met else set())
    assert {tuple(bytes.fromhex(colour[1:])) for colour in wanted} <= found
    assert len(made) < 1_500_000


def test_the_same_circle_looks_the_same() -> None:
    assert draw_meetings(NAMES, [(0, 1)]) == draw_meetings(NAMES, [(0, 1)])
    assert draw_meetings(NAMES, [(0, 1)]) != draw_meetings(NAMES, [(0, 2)])
