"""How often is too often: sliding windows for a person and for a circle, and no refusal that prolongs itself."""

from datetime import UTC, datetime, timedelta

from hypothesis import given
from hypothesis import strategies as st

from bot.domain.limits import EDITS, JOINS, PRESSES, Limit, Turnstile

NOW = datetime(2026, 3, 3, 9, 30, tzinfo=UTC)
FEW = Limit("few", 3, 5, timedelta(minutes=1))
STEPS = st.lists(st.tuples(st.integers(0, 40), st.sampled_from("abc"), st.sampled_from("xy")), max_size=60)


def test_one_too_many_waits_until_the_first_is_old() -> None:
    gate = Turnstile()
    assert [gate.passes(FEW, 1, 7, NOW) for _ in range(5)] == [True, True, True, False, False]
    assert not gate.passes(FEW, 1, 7, NOW + timedelta(seconds=59))
    assert gate.passes(FEW, 1, 7, NOW + timedelta(seconds=60))


def test_a_circle_is_full_by_all_its_people_and_another_is_not() -> None:
    gate = Turnstile()
    assert [gate.passes(FEW, person, 7, NOW) for person in (1, 1, 1, 2, 2, 2)] == [True] * 5 + [False]
    assert gate.passes(FEW, 2, 8, NOW)


def test_kinds_are_counted_by_themselves() -> None:
    gate = Turnstile()
    assert all(gate.passes(limit, 1, 7, NOW) for limit in (PRESSES, EDITS, JOINS) for _ in range(limit.of_person))
    assert not any(gate.passes(limit, 1, 7, NOW) for limit in (PRESSES, EDITS, JOINS))


@given(STEPS)
def test_no_window_ever_holds_more(steps: list[tuple[int, str, str]]) -> None:
    gate, now, passed = Turnstile(), NOW, []
    for seconds, person, circle in steps:
        now += timedelta(seconds=seconds)
        lately = [one for one in passed if now - one[0] < FEW.window]
        full = (sum(one[1] == person for one in lately) >= FEW.of_person,
                sum(one[2] == circle for one in lately) >= FEW.of_circle)  # fmt: skip
        went = gate.passes(FEW, ord(person), ord(circle), now)
        assert went is not any(full)
        if went:
            passed.append((now, person, circle))


def test_what_is_old_is_forgotten() -> None:
    gate = Turnstile(_room=100)
    for person in range(51):
        gate.passes(PRESSES, person, person, NOW)
    gate.passes(PRESSES, 1, 1, NOW + timedelta(hours=2))
    assert len(gate._passed) == 2
