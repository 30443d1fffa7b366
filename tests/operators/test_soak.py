"""The verdict of a long run."""

from collections.abc import Callable

import pytest

from tests.bench.soak import Look, verdict


def run(memory: Callable[[int], float] = lambda _: 300.0, descriptors: Callable[[int], int] = lambda _: 30,
        done: Callable[[int], int] = lambda n: n, stuck: int = 0, inbox: int = 0) -> list[Look]:  # fmt: skip
    """Two hours, a look a minute."""
    return [Look(n * 60.0, memory(n), descriptors(n), inbox, 3, done(n), stuck) for n in range(121)]


def test_flat_is_flat_and_a_warm_up_is_forgiven() -> None:
    assert verdict(run()) == []
    assert verdict(run(memory=lambda n: 200 + min(n, 25) * 4 + n % 3)) == []
    assert verdict(run(descriptors=lambda n: 30 + n % 5)) == []


@pytest.mark.parametrize(
    ("looks", "words"),
    [
        (run(memory=lambda n: 300 + n / 2), "memory grew from"),
        (run(descriptors=lambda n: 30 + n // 4), "descriptors grew from"),
        (run(done=lambda n: min(n, 60)), "no journey"),
        (run(stuck=5), "were stuck"),
        (run(inbox=2), "never empty"),
    ],
)
def test_what_is_not(looks: list[Look], words: str) -> None:
    assert [words in one for one in verdict(looks)] == [True]
