"""Equal fits take turns; a worse fit never overtakes a better one; nothing is drawn by lot."""

from collections import Counter

import pytest
from hypothesis import given
from hypothesis import strategies as st

from bot.domain.fairness import NEAR, fair_order
from bot.domain.routing import Fit, Key

FITS = st.lists(
    st.builds(Fit, member=st.integers(0, 30), fit=st.floats(0, 1), because=st.just(())),
    max_size=8,
    unique_by=lambda fit: fit.member,
)


@pytest.mark.parametrize("wave", [1, 2])
@pytest.mark.parametrize("second", [0.80, 0.75])
def test_over_fifty_asks_two_rivals_get_as_many_first_offers(wave: int, second: float) -> None:
    offered: Counter[Key] = Counter()
    first: Counter[Key] = Counter()
    for _ in range(50):
        order = fair_order([Fit("anna", 0.8, ()), Fit("bo", second, ())], offered)
        first[order[0].member] += 1
        offered.update(fit.member for fit in order[:wave])
    assert max(first.values()) <= 1.25 * min(first.values())


@given(fits=FITS, offered=st.dictionaries(st.integers(0, 30), st.integers(0, 50)))
def test_nobody_is_lifted_over_a_clearly_better_fit(fits: list[Fit], offered: dict[Key, int]) -> None:
    order = fair_order(fits, offered)
    assert sorted(order, key=lambda fit: fit.member) == sorted(fits, key=lambda fit: fit.member)
    for place, fit in enumerate(order):
        assert all(later.fit <= fit.fit + NEAR for later in order[place:])


@given(fits=FITS, offered=st.dictionaries(st.integers(0, 30), st.integers(0, 50)), seed=st.randoms())
def test_the_order_given_does_not_matter(fits: list[Fit], offered: dict[Key, int], seed: object) -> None:
    shuffled = list(fits)
    seed.shuffle(shuffled)  # type: ignore[attr-defined]
    assert fair_order(shuffled, offered) == fair_order(fits, offered)


def test_who_was_offered_less_goes_first_among_near_equals_only() -> None:
    fits = [Fit("far", 0.5, ()), Fit("often", 0.9, ()), Fit("seldom", 0.88, ())]
    assert [fit.member for fit in fair_order(fits, {"often": 3, "seldom": 1})] == ["seldom", "often", "far"]
