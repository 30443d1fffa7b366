"""Labelled requests as features, each once as it is and once as if no member had any listen-for."""

from collections.abc import Iterator
from dataclasses import dataclass, replace
from pathlib import Path

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


@dataclass(frozen=True, slots=True)
class Sample:
    """One request in its circle; `grades`: (members,), 2 perfect, 1 acceptable, 0 not; `heard`: with listen-fors."""

    circle: str
    heard: bool
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
        for heard in (True, False):
            for request, ask in zip(circle.requests, asks, strict=True):
                yield _sample(circle, request, ask, shelf, places, heard)


def _sample(circle: Circle, request: Request, ask: Ask, shelf: Shelf, places: Places, heard: bool) -> Sample:
    members = [member if heard else _unheard(member) for member in circle.others(request.author)]
    near, tongue = circumstances(ask, members, places)
    keys = tuple(str(member.member) for member in members)
    grades = np.array([request.relevant.get(key, 0) for key in keys])
    made = features(ask, shelf.profiles(members), near, tongue)
    return Sample(circle.id, heard, request.kind, ask, keys, grades, made)


def _unheard(member: Statement) -> Statement:
    return replace(member, listen_for=())
