"""Counting by month, and the gap map as it is kept in a fact."""

from datetime import date

from hypothesis import given
from hypothesis import strategies as st

from bot.domain.gaps import read_gaps, write_gaps
from bot.domain.stats import COLUMNS, Count, Happened, by_month, count

DAYS = st.lists(st.dates(date(2025, 1, 1), date(2027, 12, 31)), max_size=12)


def test_this_month_and_in_all() -> None:
    days = [date(2026, 3, 1), date(2026, 3, 31), date(2026, 2, 28), date(2025, 3, 3)]
    assert count(days, date(2026, 3, 15)) == Count(2, 4)
    assert count([], date(2026, 3, 15)) == Count()


@given(st.lists(DAYS, min_size=len(COLUMNS), max_size=len(COLUMNS)))
def test_the_months_add_up_to_all(columns: list[list[date]]) -> None:
    made = by_month(Happened(*columns))
    assert [month for month, _ in made] == sorted({f"{day:%Y-%m}" for days in columns for day in days})
    for at, days in enumerate(columns):
        assert sum(counted[at] for _, counted in made) == len(days)


@given(st.lists(st.lists(st.integers(1, 2**40), min_size=1, max_size=5).map(tuple), max_size=6))
def test_gaps_are_read_back_as_they_were_written(gaps: list[tuple[int, ...]]) -> None:
    ids = [ask for gap in gaps for ask in gap]
    places, at = [], 0
    for gap in gaps:
        places.append(tuple(range(at, at + len(gap))))
        at += len(gap)
    assert read_gaps(write_gaps(places, ids)) == gaps
