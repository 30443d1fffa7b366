"""What members give one another, in numbers: for a member about themselves, for hosts about their circle.

Counts only. Nothing here compares one member with another."""

from collections.abc import Iterable, Sequence
from dataclasses import dataclass
from datetime import date, datetime

from bot.domain.hours import local


@dataclass(frozen=True, slots=True)
class Count:
    """How often something happened: this month, and in all."""

    month: int = 0
    total: int = 0


def count(days: Iterable[date], today: date) -> Count:
    """Counts days, those of `today`'s month apart."""
    known = list(days)
    return Count(sum((day.year, day.month) == (today.year, today.month) for day in known), len(known))


@dataclass(frozen=True, slots=True)
class Goodwill:
    """A member's own ledger. `handed_on`: those of `given` that were a client of their own."""

    given: Count
    handed_on: Count
    received: Count
    called: Count
    thanked: Count


@dataclass(frozen=True, slots=True)
class Happened:
    """The local days on which things happened in a circle. `talked` and `hired`: by the day of the introduction."""

    asks: Sequence[date]
    handed_on: Sequence[date]
    introduced: Sequence[date]
    talked: Sequence[date]
    hired: Sequence[date]
    unmet: Sequence[date]
    calls: Sequence[date]
    thanked: Sequence[date]


COLUMNS = ("asks", "handed_on", "introduced", "talked", "hired", "unmet", "calls", "thanked")


def days_of(instants: Iterable[datetime], zone: str) -> list[date]:
    """The local dates of instants."""
    return [local(instant, zone).date() for instant in instants]


def by_month(happened: Happened) -> list[tuple[str, tuple[int, ...]]]:
    """A line for each month in which anything happened, oldest first: `2026-03` and a number for each of `COLUMNS`."""
    columns = [[f"{day:%Y-%m}" for day in getattr(happened, name)] for name in COLUMNS]
    months = sorted({month for column in columns for month in column})
    return [(month, tuple(column.count(month) for column in columns)) for month in months]
