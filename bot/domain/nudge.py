"""The daily nudge: whom a member could call today, and what to ask them."""

import hashlib
from collections.abc import Mapping, Sequence
from dataclasses import dataclass
from datetime import date, datetime
from enum import StrEnum


class NudgeState(StrEnum):
    """What came of one suggestion."""

    OPEN = "open"
    TALKED = "talked"
    ELSE = "else"  # somebody else was asked for
    TOMORROW = "tomorrow"
    SKIPPED = "skipped"


@dataclass(frozen=True, slots=True)
class Nudge:
    """One collaborator suggested to one member. `turn` 0 is the day's nudge; later turns were asked for.

    `local_date` is the member's own date; (member, date, turn) is unique. `collaborator_id` is None once that person
    asked to be forgotten.
    """

    id: int
    member_id: int
    collaborator_id: int | None
    local_date: date
    turn: int
    state: NudgeState
    created_at: datetime


def choose_collaborator(
    member: int,
    candidates: Sequence[int],
    shown: Mapping[int, int],
    load: Mapping[int, int],
    kept: int | None,
    day: date,
) -> int | None:
    """Whom a member could call on a day; None when there is nobody.

    1. The one kept for tomorrow, if they are still there.
    2. Otherwise somebody shown to this member least often: nobody twice before everyone once.
    3. Among those, somebody who was suggested to others least often (`load`, of the last seven days).
    4. Among those, the order is fixed by member and day, so that a crash does not change the answer.
    """
    if kept is not None and kept in candidates:
        return kept
    if not candidates:
        return None

    def order(candidate: int) -> tuple[int, int, bytes]:
        lot = hashlib.sha256(f"{member}:{day.isoformat()}:{candidate}".encode()).digest()
        return shown.get(candidate, 0), load.get(candidate, 0), lot

    return min(candidates, key=order)
