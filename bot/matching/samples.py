"""Labelled requests as features: as they are, as if no member had any listen-for, and in circles of other sizes."""

from collections.abc import Iterator
from dataclasses import dataclass, replace
from enum import StrEnum
from pathlib import Path
from random import Random

import numpy as np
import numpy.typing as npt

from bot.domain.routing import Statement
from bot.matching.ask import Ask, read
from bot.matching.circle import circumstances
from bot.matching.encoder import Encoder
from bot.matching.features import Features, features
from bot.matching.gazetteer import Gazetteer
from bot.matching.labelled import Circle, Request, read_circles
from bot.matching.package import checked
from bot.matching.places import Places
from bot.matching.shelf import Shelf

_SMALLEST = 2  # members of a small circle
_KEPT = 0.85  # how often those who fit are among them: in a small circle people ask for what they know is there


class View(StrEnum):
    """Figures are measured on the first two; the third teaches what a small circle is like,
    the fourth that an ask of any length may be one that nobody fits."""

    HEARD = "with listen-fors"
    UNHEARD = "without any listen-for"
    SMALL = "some of the members"
    GONE = "without those who fit"


@dataclass(frozen=True, slots=True)
class Sample:
    """One request in its circle; `grades`: (members,), 2 perfect, 1 acceptable, 0 not; `view`: how it is looked at."""

    circle: str
    view: View
    kind: str
    ask: Ask
    members: tuple[str, ...]
    grades: npt.NDArray[np.int64]
    features: Features


def samples(encoder: Path, circles: str | Path) -> Iterator[Sample]:
    """All requests of a file, as seen through one encoder."""
    files = checked()
    reader, places = Encoder(encoder, files["tokenizer"]), Places(Gazetteer(files["places"]))
    shelf = Shelf(reader)
    for circle in read_circles(circles):
        asks = [read(request.text, reader) for request in circle.requests]
        for view in View:
            for request, ask in zip(circle.requests, asks, strict=True):
                members = _seen(circle, request, view)
                yield _sample(circle, request, ask, members, shelf, places, view)


def _seen(circle: Circle, request: Request, view: View) -> list[Statement]:
    members = circle.others(request.author)
    if view is View.UNHEARD:
        return [replace(member, listen_for=()) for member in members]
    if view is View.GONE:
        return [member for member in members if member.member not in request.relevant]
    if view is View.SMALL:
        chance = Random(f"{circle.id} {request.id}")  # the same small circle on every run
        some = chance.sample(members, chance.randint(_SMALLEST, len(members)))
        kept = request.relevant if chance.random() < _KEPT else {}
        return [member for member in members if member in some or member.member in kept]
    return members


def _sample(
    circle: Circle, request: Request, ask: Ask, members: list[Statement], shelf: Shelf, places: Places, view: View
) -> Sample:
    near, tongue = circumstances(ask, members, places)
    keys = tuple(str(member.member) for member in members)
    grades = np.array([request.relevant.get(key, 0) for key in keys])
    made = features(ask, shelf.profiles(members), near, tongue)
    return Sample(circle.id, view, request.kind, ask, keys, grades, made)
