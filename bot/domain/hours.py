"""Local time: quiet hours, the next instant of a local hour, waits that stand still at night. Instants are UTC."""

import re
from collections.abc import Collection
from datetime import UTC, date, datetime, time, timedelta, timezone, tzinfo
from functools import lru_cache
from zoneinfo import ZoneInfo

QUIET_FROM = time(21, 0)
QUIET_UNTIL = time(8, 0)
ON_CALL = timedelta(minutes=15)  # a shorter wait is that of a circle on call, which has no quiet hours
MORNING = time(9, 0)


@lru_cache(1024)
def zone_of(name: str) -> tzinfo:
    """The zone of an IANA name or of `UTC+05:30`. Raises KeyError or ValueError for another name."""
    match = re.fullmatch(r"UTC([+-])(\d\d):(\d\d)", name)
    if match:
        offset = timedelta(hours=int(match[2]), minutes=int(match[3]))
        return timezone(offset if match[1] == "+" else -offset)
    return ZoneInfo(name)


def local(now: datetime, zone: str) -> datetime:
    """An instant as the clock on the wall in a zone shows it."""
    if now.tzinfo is None:
        raise ValueError("an instant needs its zone")
    return now.astimezone(zone_of(zone))


def instant_at(day: date, hour: time, zone: str) -> datetime:
    """The UTC instant of a local date and hour. An hour that comes twice is the first; one that is skipped moves
    forward by the length of the gap (PEP 495, fold=0)."""
    return datetime.combine(day, hour, zone_of(zone)).astimezone(UTC)


def next_instant(
    now: datetime, hour: time, zone: str, after: date | None = None, off: Collection[int] = ()
) -> datetime:
    """The first instant after `now` at which it is `hour` in the zone, on a local date later than `after` and on none
    of the weekdays that are `off` (0 is Monday; one of the seven is not)."""
    day = local(now, zone).date()
    if after is not None and day <= after:
        day = after + timedelta(days=1)
    while (instant := instant_at(day, hour, zone)) <= now or day.weekday() in off:
        day += timedelta(days=1)
    return instant


def is_quiet(now: datetime, zone: str) -> bool:
    """Whether it is between 21:00 and 8:00 in the zone."""
    hour = local(now, zone).time()
    return hour >= QUIET_FROM or hour < QUIET_UNTIL


def quiet_end(now: datetime, zone: str) -> datetime:
    """`now`, or the end of the quiet hours that it falls into."""
    if not is_quiet(now, zone):
        return now
    return next_instant(now, QUIET_UNTIL, zone)


def deadline(now: datetime, wait: timedelta, zone: str) -> datetime:
    """When a wait that began `now` is over, quiet hours not counted.

    1. A wait under 15 minutes belongs to a circle on call and is counted round the clock.
    2. Otherwise the wait begins at the end of the quiet hours, if it begins in them,
    3. and each evening what is left of it moves to the next morning.
    """
    if wait < ON_CALL:
        return now + wait
    start = quiet_end(now, zone)
    while True:
        evening = next_instant(start, QUIET_FROM, zone)
        if start + wait < evening:
            return start + wait
        wait -= evening - start
        start = quiet_end(evening, zone)


def waking(instant: datetime, wait: timedelta, zone: str) -> datetime:
    """An instant moved out of the quiet hours, unless the wait that led to it is one of a circle on call."""
    return instant if wait < ON_CALL else quiet_end(instant, zone)


def parse_hour(text: str) -> time | None:
    """`9`, `9:30`, `09.30`, `9h30`, `7am` or `7:15 pm` as a time of day; None for anything else."""
    match = re.fullmatch(r"\s*(\d{1,2})(?:\s*[:.h]\s*(\d{2}))?\s*(?:h|uhr|o'clock)?\s*(am|pm|a\.m\.|p\.m\.)?\s*",
                         text.lower(), re.ASCII)  # fmt: skip
    if not match:
        return None
    hour, minute, half = int(match[1]), int(match[2] or 0), (match[3] or "").replace(".", "")
    if half:
        if not 1 <= hour <= 12:
            return None
        hour = hour % 12 + (12 if half == "pm" else 0)
    return time(hour, minute) if hour < 24 and minute < 60 else None


def offset_of(day: date, zone: str) -> float:
    """How many hours a zone is ahead of UTC at noon of a day."""
    ahead = datetime.combine(day, time(12), zone_of(zone)).utcoffset() or timedelta(0)
    return ahead / timedelta(hours=1)
