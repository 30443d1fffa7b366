"""Draws who has met whom: everybody on one ring, a line between two who have talked. Nobody is larger or first."""

import io
import math
from collections.abc import Sequence

from PIL import Image, ImageDraw, ImageFont

SIZE = 1080  # pixels, square
SHARP = 2  # drawn so much larger and made smaller, for smooth lines
PAPER, INK, LINE, DOT = "#fbf7f0", "#2f2a26", "#c8553d", "#2f6f62"  # paper of its own, for light and dark alike
FONTS = ("DejaVuSans.ttf", "NotoSans-Regular.ttf", "Arial Unicode.ttf", "Arial.ttf")
LONGEST_NAME = 11
LEVEL = 18  # members, up to whom names are written level; of more, they lead away from the ring

Point = tuple[float, float]
Font = ImageFont.FreeTypeFont | ImageFont.ImageFont


def draw_meetings(names: Sequence[str], met: Sequence[tuple[int, int]]) -> bytes:
    """A PNG of 1080 × 1080 pixels. `met`: pairs of places in `names`."""
    side, number = SIZE * SHARP, max(1, len(names))
    image = Image.new("RGB", (side, side), PAPER)
    pen = ImageDraw.Draw(image)
    size, dot = max(17, min(38, 980 // number)) * SHARP, max(5.0, min(16.0, 320 / number)) * SHARP
    font, shown = _font(size), [_short(name) for name in names]
    wide = max((pen.textlength(name, font=font) for name in shown), default=0.0) + 2 * dot + 24 * SHARP
    rings = side / 2 - wide, side / 2 - (size * 2 + 2 * dot if number <= LEVEL else wide)
    places = [_at(place, number, rings, side) for place in range(len(names))]
    for one, other in met:
        pen.line(_bow(places[one], places[other], side), fill=LINE, width=max(2, round(dot / 4)), joint="curve")
    for place, ((x, y), name) in enumerate(zip(places, shown, strict=True)):
        pen.ellipse((x - dot, y - dot, x + dot, y + dot), fill=DOT)
        if number <= LEVEL:
            _level(pen, name, font, (x, y), dot + size / 2, _angle(place, number))
        else:
            _leading_away(image, name, font, (x, y), 2 * dot, _angle(place, number))
    made = io.BytesIO()
    image.reduce(SHARP).save(made, "PNG", optimize=True)
    return made.getvalue()


def _angle(place: int, number: int) -> float:
    return 2 * math.pi * place / number - math.pi / 2


def _at(place: int, number: int, rings: Point, side: int) -> Point:
    angle = _angle(place, number)
    return side / 2 + rings[0] * math.cos(angle), side / 2 + rings[1] * math.sin(angle)


def _bow(one: Point, other: Point, side: int) -> list[Point]:
    """A curve that leans to the middle, so that lines between neighbours are seen apart from the ring."""
    middle = side / 2
    bend = ((one[0] + other[0]) / 4 + middle / 2, (one[1] + other[1]) / 4 + middle / 2)
    return [
        (
            (1 - t) ** 2 * one[0] + 2 * t * (1 - t) * bend[0] + t**2 * other[0],
            (1 - t) ** 2 * one[1] + 2 * t * (1 - t) * bend[1] + t**2 * other[1],
        )
        for t in (step / 24 for step in range(25))
    ]


def _level(pen: ImageDraw.ImageDraw, name: str, font: Font, dot: Point, gap: float, angle: float) -> None:
    """A name beside its dot; above or below it at the top and the bottom."""
    left, top, right, bottom = font.getbbox(name)
    width, height = right - left, bottom - top
    across, down = math.cos(angle), math.sin(angle)
    x = dot[0] + gap * across + width * (across / 2 if abs(across) < 0.2 else math.copysign(0.5, across)) - width / 2
    y = dot[1] + (gap + height / 2) * down - height / 2
    pen.text((x - left, y - top), name, font=font, fill=INK)


def _leading_away(image: Image.Image, name: str, font: Font, dot: Point, gap: float, angle: float) -> None:
    """A name that leads away from the ring, never upside down."""
    left, top, right, bottom = font.getbbox(name)
    label = Image.new("L", (math.ceil(right - left) + 4, math.ceil(bottom - top) + 4), 0)
    ImageDraw.Draw(label).text((2 - left, 2 - top), name, font=font, fill=255)
    turn = 180 if math.cos(angle) < -1e-9 else 0
    label = label.rotate(turn - math.degrees(angle), expand=True, resample=Image.Resampling.BICUBIC)
    reach = gap + (right - left) / 2
    x, y = dot[0] + reach * math.cos(angle), dot[1] + reach * math.sin(angle)
    image.paste(Image.new("RGB", label.size, INK), (round(x - label.width / 2), round(y - label.height / 2)), label)


def _font(size: int) -> Font:
    """A font of this machine that knows many alphabets; otherwise the one that Pillow brings."""
    for name in FONTS:
        try:
            return ImageFont.truetype(name, size)
        except OSError:
            continue
    return ImageFont.load_default(size)


def _short(name: str) -> str:
    return name if len(name) <= LONGEST_NAME else name[: LONGEST_NAME - 1] + "…"
