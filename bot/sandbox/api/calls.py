"""A call of the bot on record, and an answer on its way back."""

from dataclasses import dataclass, field
from datetime import datetime

from bot.sandbox.api.arguments import Upload
from bot.sandbox.api.refusal import Refusal
from bot.sandbox.world.records import Fields


class ConnectionCut(Exception):
    """The caller shall see a broken connection instead of an answer."""


@dataclass(frozen=True, slots=True)
class Call:
    """One call the bot made, for assertions: `result` is the description when it was refused."""

    method: str
    params: Fields
    at: datetime
    ok: bool
    result: object
    uploads: dict[str, Upload] = field(default_factory=dict)


@dataclass(frozen=True, slots=True)
class Answered:
    """An answer as it goes over the wire: a status and a JSON object, or raw bytes."""

    status: int
    body: Fields
    raw: bytes | None = None


def refused(refusal: Refusal) -> Answered:
    """A refusal as an answer."""
    body: Fields = {"ok": False, "error_code": refusal.code, "description": refusal.description}
    if refusal.parameters:
        body["parameters"] = refusal.parameters
    return Answered(refusal.code, body)
