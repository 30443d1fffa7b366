"""Reads labelled circles: members, requests and who is right for each. Says in one line what is wrong with a file."""

import json
from dataclasses import dataclass
from pathlib import Path
from typing import Any

from bot.domain.routing import Statement


class BadFile(ValueError):
    """The file is not one of labelled circles; the message is for the person who named it."""


@dataclass(frozen=True, slots=True)
class Request:
    """`relevant`: member → grade, 2 perfect, 1 acceptable. Only scoring and fitting look at it."""

    id: str
    author: str
    text: str
    kind: str
    relevant: dict[str, int]


@dataclass(frozen=True, slots=True)
class Circle:
    id: str
    name: str
    members: tuple[Statement, ...]
    requests: tuple[Request, ...]

    def others(self, author: str) -> list[Statement]:
        """Everyone who could be asked: all but the author."""
        return [member for member in self.members if member.member != author]


def read_circles(path: str | Path) -> list[Circle]:
    try:
        text = Path(path).read_text(encoding="utf-8")
    except (OSError, UnicodeError) as wrong:
        raise BadFile(f"{path} cannot be read: {wrong}") from wrong
    try:
        listed = json.loads(text)
    except ValueError as wrong:
        raise BadFile(f"{path} is not JSON: {wrong}") from wrong
    if not isinstance(listed, list):
        raise BadFile(f"{path} is not a list of circles")
    try:
        return [_circle(entry) for entry in listed]
    except (KeyError, TypeError, AttributeError, ValueError) as wrong:
        raise BadFile(f"{path} is not a list of circles with members and requests: {wrong!r}") from wrong


def _circle(entry: dict[str, Any]) -> Circle:
    members = tuple(_statement(member) for member in entry["members"])
    requests = tuple(_request(request) for request in entry["requests"])
    return Circle(str(entry["id"]), str(entry.get("name", "")), members, requests)


def _statement(entry: dict[str, Any]) -> Statement:
    return Statement(
        member=str(entry["id"]),
        what_i_do=str(entry.get("what_i_do") or ""),
        perfect_client=str(entry.get("perfect_client") or ""),
        not_a_fit=str(entry.get("not_a_fit") or ""),
        listen_for=tuple(str(said) for said in entry.get("listen_for") or ()),
        place=str(entry.get("location") or ""),
        languages=tuple(str(language) for language in entry.get("languages") or ()),
        business=str(entry.get("business") or ""),
    )


def _request(entry: dict[str, Any]) -> Request:
    relevant = {str(member): int(grade) for member, grade in (entry.get("relevant") or {}).items()}
    return Request(
        str(entry["id"]),
        str(entry.get("author", "guest")),
        str(entry["text"]),
        str(entry.get("kind", "plain")),
        relevant,
    )
