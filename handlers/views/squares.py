"""Draws the 21 squares of a challenge: a PNG with a ground of its own, so that it reads alike in light and dark."""

from io import BytesIO

from PIL import Image, ImageDraw, ImageFont

from bot.domain.challenge import Progress, Square

ACROSS, SIDE, GAP, EDGE, HEAD = 7, 96, 20, 40, 96  # pixels
GROUND, INK, PALE = "#1d2733", "#f4f1ea", "#8fa3b8"
FILL = {
    Square.TALKED: "#4cc38a",
    Square.SKIPPED: "#55677a",
    Square.QUIET: "#3a4858",
    Square.TODAY: "#f2c14e",
    Square.TO_COME: GROUND,
}


def draw(progress: Progress, title: str) -> bytes:
    """The squares in three rows of seven under a title; a tick for a call, a dash for a skipped day, a dot before a
    square for each rest day, three at most."""
    rows = -(-len(progress.squares) // ACROSS)
    width = 2 * EDGE + ACROSS * SIDE + (ACROSS - 1) * GAP
    image = Image.new("RGB", (width, EDGE + HEAD + rows * SIDE + (rows - 1) * GAP + EDGE), GROUND)
    pen = ImageDraw.Draw(image)
    pen.text((EDGE, EDGE), title, fill=INK, font=ImageFont.load_default(44))
    for number, (square, rests) in enumerate(zip(progress.squares, progress.rests, strict=True)):
        left = EDGE + number % ACROSS * (SIDE + GAP)
        top = EDGE + HEAD + number // ACROSS * (SIDE + GAP)
        _square(pen, left, top, number + 1, square)
        for dot in range(min(3, rests)):
            at = top + SIDE // 2 + (dot - (min(3, rests) - 1) / 2) * 18
            pen.ellipse((left - GAP // 2 - 5, at - 5, left - GAP // 2 + 5, at + 5), fill=PALE)
    made = BytesIO()
    image.quantize(32).save(made, "PNG", optimize=True)
    return made.getvalue()


def _square(pen: ImageDraw.ImageDraw, left: int, top: int, number: int, square: Square) -> None:
    box = (left, top, left + SIDE, top + SIDE)
    pen.rounded_rectangle(
        box, 18, fill=FILL[square], outline=PALE if square is Square.TO_COME else FILL[square], width=3
    )
    middle, across = top + SIDE // 2, left + SIDE // 2
    if square is Square.TALKED:
        pen.line(((left + 26, middle + 4), (left + 42, middle + 22), (left + 72, middle - 20)), fill=GROUND, width=11,
                 joint="curve")  # fmt: skip
    elif square is Square.SKIPPED:
        pen.line(((left + 30, middle), (left + SIDE - 30, middle)), fill=INK, width=9)
    else:
        ink = GROUND if square is Square.TODAY else PALE
        pen.text((across, middle), str(number), fill=ink, font=ImageFont.load_default(38), anchor="mm")
