"""The challenge: 21 days, one new collaborator a day. A day that was kept for tomorrow, a holiday or a weekday off uses
none of them up, and a skipped one is no failure."""

from collections.abc import Sequence
from dataclasses import dataclass
from datetime import date, datetime, timedelta
from enum import StrEnum
from itertools import groupby

from bot.domain.nudge import Nudge, NudgeState

DAYS = 21


class ChallengeState(StrEnum):
    """Where a challenge stands."""

    RUNNING = "running"
    FINISHED = "finished"
    STOPPED = "stopped"


@dataclass(frozen=True, slots=True)
class Challenge:
    """One member's 21 days. `starts_on` is their own local date; `drive_id` the circle's challenge they joined."""

    id: int
    member_id: int
    state: ChallengeState
    starts_on: date
    created_at: datetime
    drive_id: int | None = None
    ended_at: datetime | None = None


@dataclass(frozen=True, slots=True)
class Drive:
    """A challenge that a host started for a whole circle."""

    id: int
    circle_id: int
    starts_on: date
    created_at: datetime


class Square(StrEnum):
    """One of the 21."""

    TALKED = "talked"
    SKIPPED = "skipped"
    QUIET = "quiet"  # the day passed without an answer
    TODAY = "today"
    TO_COME = "to_come"


@dataclass(frozen=True, slots=True)
class Progress:
    """`squares`: always 21. `rests`: for each square, how many rest days lay before it. `streak`: calls in a row."""

    squares: tuple[Square, ...]
    rests: tuple[int, ...]
    streak: int

    @property
    def day(self) -> int:
        """How many days are used up, today's included."""
        return sum(square is not Square.TO_COME for square in self.squares)

    def count(self, square: Square) -> int:
        """How many squares are of one kind."""
        return sum(one is square for one in self.squares)


def used_days(history: Sequence[Nudge]) -> list[tuple[date, NudgeState]]:
    """The local dates that a challenge has used up, in order, with what came of them. `history` is in order."""
    used = []
    for day, made in groupby(history, key=lambda one: one.local_date):
        states = [one.state for one in made]
        if NudgeState.TALKED in states:
            used.append((day, NudgeState.TALKED))
        elif states[-1] is not NudgeState.TOMORROW:
            used.append((day, states[-1]))
    return used


def progress(history: Sequence[Nudge], today: date) -> Progress:
    """How far a challenge is, from its nudges.

    The streak counts calls; a rest day and a skipped one neither add to it nor break it, an older day without any
    answer ends it.
    """
    used = used_days(history)[:DAYS]
    squares, rests, streak = [], [], 0
    before = history[0].local_date - timedelta(days=1) if history else today
    for day, state in used:
        rests.append((day - before).days - 1)
        before = day
        if state is NudgeState.TALKED:
            squares.append(Square.TALKED)
            streak += 1
        elif state is NudgeState.SKIPPED:
            squares.append(Square.SKIPPED)
        elif day >= today:
            squares.append(Square.TODAY)
        else:
            squares.append(Square.QUIET)
            streak = 0
    to_come = DAYS - len(squares)
    return Progress((*squares, *[Square.TO_COME] * to_come), (*rests, *[0] * to_come), streak)


def is_over(history: Sequence[Nudge], today: date) -> bool:
    """Whether all 21 days are behind the member: the last is answered, or its date has passed."""
    used = used_days(history)
    if len(used) < DAYS:
        return False
    day, state = used[DAYS - 1]
    return day < today or state in (NudgeState.TALKED, NudgeState.SKIPPED)


IDEAS = ("association", "forum", "article", "owner", "supplier", "client", "neighbour", "event")


def idea_after(given: Sequence[str | None], member: int, day: date) -> str:
    """An idea for a day without a name: the one given longest ago, each once before any comes again."""
    counts = [sum(one == idea for one in given) for idea in IDEAS]
    first = (member + day.toordinal()) % len(IDEAS)
    order = sorted(range(len(IDEAS)), key=lambda at: (counts[at], (at - first) % len(IDEAS)))
    return IDEAS[order[0]]


def start_days(today: date) -> tuple[date, ...]:
    """The days on which a circle's challenge may start, by one tap: tomorrow, next Monday, the Monday after."""
    monday = today + timedelta(days=7 - today.weekday())
    return tuple(sorted({today + timedelta(days=1), monday, monday + timedelta(days=7)}))
