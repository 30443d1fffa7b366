"""Local time: an hour of the day in every zone, the nights in which a wait stands still."""

from datetime import UTC, date, datetime, time, timedelta
from zoneinfo import ZoneInfo, available_timezones

import pytest
from hypothesis import given
from hypothesis import strategies as st

from bot.domain.hours import (
    ON_CALL,
    QUIET_FROM,
    QUIET_UNTIL,
    deadline,
    instant_at,
    is_quiet,
    local,
    next_instant,
    parse_hour,
    quiet_end,
    waking,
    zone_of,
)

ZONES = sorted(available_timezones() - {"Factory", "localtime"})
INSTANTS = st.datetimes(datetime(2020, 1, 1), datetime(2035, 1, 1), timezones=st.just(UTC))  # noqa: DTZ001
OFFSETS = st.integers(-14 * 60, 14 * 60).map(
    lambda minutes: f"UTC{'+' if minutes >= 0 else '-'}{abs(minutes) // 60:02d}:{abs(minutes) % 60:02d}"
)
SOME_ZONE = st.one_of(st.sampled_from(ZONES), OFFSETS)
MINUTES = st.builds(time, st.integers(0, 23), st.integers(0, 59))


def utc(*when: int) -> datetime:
    return datetime(*when, tzinfo=UTC)  # type: ignore[misc]


def fires(zone: str, hour: time, first: date, days: int) -> list[datetime]:
    """The instants at which a daily alarm rings, one after the other."""
    at = instant_at(first, time(0), zone) - timedelta(hours=6)
    found = []
    while (at := next_instant(at, hour, zone, local(at, zone).date() if found else first - timedelta(days=1))) <= (
        instant_at(first, time(0), zone) + timedelta(days=days)
    ):
        found.append(at)
    return found


def test_half_past_two_in_berlin_comes_once_when_the_clock_goes_back() -> None:
    rung = fires("Europe/Berlin", time(2, 30), date(2026, 10, 24), 3)
    assert rung == [utc(2026, 10, 24, 0, 30), utc(2026, 10, 25, 0, 30), utc(2026, 10, 26, 1, 30)]


def test_half_past_two_in_berlin_moves_to_half_past_three_when_the_clock_goes_forward() -> None:
    rung = fires("Europe/Berlin", time(2, 30), date(2026, 3, 28), 3)
    assert rung == [utc(2026, 3, 28, 1, 30), utc(2026, 3, 29, 1, 30), utc(2026, 3, 30, 0, 30)]
    assert [local(at, "Europe/Berlin").time() for at in rung] == [time(2, 30), time(3, 30), time(2, 30)]


def test_midnight_that_santiago_skips_is_not_lost() -> None:
    rung = fires("America/Santiago", time(0), date(2026, 9, 5), 3)
    seen = [local(at, "America/Santiago") for at in rung]
    assert [(at.date(), at.time()) for at in seen[:3]] == [
        (date(2026, 9, 5), time(0)),
        (date(2026, 9, 6), time(1)),
        (date(2026, 9, 7), time(0)),
    ]


def test_the_day_that_samoa_left_out_is_no_reason_to_stop() -> None:
    zone = "Pacific/Apia"  # there was no 30 December 2011
    at = next_instant(utc(2011, 12, 29, 20), time(9), zone)
    later = next_instant(at, time(9), zone, after=local(at, zone).date())
    assert local(later, zone).date() > local(at, zone).date()


def test_every_zone_has_every_date_once_for_a_year() -> None:
    wrong = []
    days = [utc(2026, 1, 1) + timedelta(days=day) for day in range(366)]
    alike = {tuple(day.astimezone(ZoneInfo(zone)).utcoffset() for day in days): zone for zone in ZONES}
    assert len(alike) > 40
    for zone in alike.values():
        for hour in (time(0), time(2, 30)):  # the hours at which clocks are changed
            at = next_instant(utc(2026, 1, 1), hour, zone)
            first = local(at, zone).date()
            for count in range(1, 365):
                at = next_instant(at, hour, zone, after=first + timedelta(days=count - 1))
                if local(at, zone).date() != first + timedelta(days=count):
                    wrong.append((zone, hour, at))
    assert wrong == []


@given(INSTANTS, MINUTES, SOME_ZONE)
def test_the_next_instant_is_ahead_within_two_days_at_that_hour(now: datetime, hour: time, zone: str) -> None:
    at = next_instant(now, hour, zone)
    assert now < at <= now + timedelta(hours=49)
    shown = local(at, zone)
    gap = shown.time() != hour
    if gap:  # only where the hour was skipped on that day, and then not earlier than asked
        naive = datetime.combine(shown.date(), hour)
        assert naive.replace(tzinfo=zone_of(zone)).astimezone(UTC).astimezone(zone_of(zone)).time() != hour
        assert shown.time() > hour or shown.time() < time(3)


@given(INSTANTS, MINUTES, SOME_ZONE)
def test_the_next_instant_after_a_date_is_on_a_later_one(now: datetime, hour: time, zone: str) -> None:
    today = local(now, zone).date()
    at = next_instant(now, hour, zone, after=today)
    assert local(at, zone).date() > today


@pytest.mark.parametrize(
    ("at", "quiet"),
    [((7, 59), True), ((8, 0), False), ((12, 0), False), ((20, 59), False), ((21, 0), True), ((0, 0), True)],
)
def test_quiet_hours(at: tuple[int, int], quiet: bool) -> None:
    moment = datetime(2026, 3, 3, *at, tzinfo=ZoneInfo("Europe/Berlin")).astimezone(UTC)
    assert is_quiet(moment, "Europe/Berlin") is quiet
    assert (quiet_end(moment, "Europe/Berlin") == moment) is not quiet


@given(INSTANTS, SOME_ZONE)
def test_the_end_of_quiet_hours_is_not_quiet(now: datetime, zone: str) -> None:
    end = quiet_end(now, zone)
    assert now <= end < now + timedelta(hours=36)
    assert not is_quiet(end, zone)


@pytest.mark.parametrize(
    ("begins", "wait", "ends"),
    [
        ((3, 9, 0), timedelta(hours=2), (3, 11, 0)),
        ((3, 20, 0), timedelta(hours=2), (4, 9, 0)),
        ((3, 23, 0), timedelta(hours=2), (4, 10, 0)),
        ((3, 3, 0), timedelta(hours=2), (3, 10, 0)),
        ((3, 8, 0), timedelta(hours=13), (4, 8, 0)),
        ((3, 8, 0), timedelta(hours=26), (5, 8, 0)),
        ((3, 23, 0), timedelta(minutes=10), (3, 23, 10)),
        ((3, 20, 59), timedelta(minutes=15), (4, 8, 14)),
    ],
)
def test_a_wait_stands_still_at_night(
    begins: tuple[int, int, int], wait: timedelta, ends: tuple[int, int, int]
) -> None:
    assert deadline(utc(2026, 3, *begins), wait, "UTC") == utc(2026, 3, *ends)


@given(INSTANTS, st.timedeltas(timedelta(minutes=1), timedelta(days=3)), SOME_ZONE)
def test_a_wait_is_at_least_as_long_as_it_says_and_ends_by_day(now: datetime, wait: timedelta, zone: str) -> None:
    end = deadline(now, wait, zone)
    assert end >= now + wait
    if wait >= ON_CALL:
        assert not is_quiet(end, zone)
        assert waking(end, wait, zone) == end
    else:
        assert end == now + wait


@pytest.mark.parametrize(
    ("text", "hour"),
    [
        ("9", time(9)),
        ("09", time(9)),
        ("9:30", time(9, 30)),
        ("09.30", time(9, 30)),
        ("9h30", time(9, 30)),
        ("9h", time(9)),
        ("9 Uhr", time(9)),
        ("7am", time(7)),
        ("7:15 pm", time(19, 15)),
        ("12am", time(0)),
        ("12 p.m.", time(12)),
        ("0:00", time(0)),
        ("23:59", time(23, 59)),
        (" 17:30 ", time(17, 30)),
        ("24:00", None),
        ("9:60", None),
        ("13pm", None),
        ("0am", None),
        ("nine", None),
        ("", None),
        ("-9", None),
        ("9:3", None),
        ("930", None),
        ("9:00:00", None),
        ("٩", None),
        ("9 to 5", None),
    ],
)
def test_parse_hour(text: str, hour: time | None) -> None:
    assert parse_hour(text) == hour


@given(st.text())
def test_any_text_is_an_hour_or_none(text: str) -> None:
    assert isinstance(parse_hour(text), time | None)


@given(MINUTES)
def test_an_hour_is_read_as_it_is_written(hour: time) -> None:
    assert parse_hour(hour.strftime("%H:%M")) == hour


def test_a_naive_instant_is_refused() -> None:
    with pytest.raises(ValueError, match="zone"):
        local(datetime(2026, 3, 3), "UTC")  # noqa: DTZ001


@pytest.mark.parametrize("name", ["Mars/Olympus", "UTC+2", "", "../etc/passwd", "UTC+99:00"])
def test_a_zone_that_is_none_is_refused(name: str) -> None:
    with pytest.raises((KeyError, ValueError)):
        zone_of(name)


def test_quiet_hours_are_the_night() -> None:
    assert QUIET_FROM > QUIET_UNTIL
