"""Among members who fit an ask about equally well, the one who was offered less goes first. Never lifts a worse fit."""

from collections.abc import Mapping, Sequence

from bot.domain.routing import Fit, Key

NEAR = 0.08  # probabilities this close are one fit: the calibration is not finer than that


def fair_order(fits: Sequence[Fit], offered: Mapping[Key, int], near: float = NEAR) -> tuple[Fit, ...]:
    """`fits` in the order in which to offer; `offered`: offers to each member in the circle's recent past.

    1. The best fit and all within `near` of it are one group, then the best of the rest, and so on: no chain of small
       steps carries anybody further up than `near`.
    2. In a group fewer offers go first.
    3. Where these are equal the turn moves on by one with every round that the equals had, so that even members who are
       always asked together take turns. Nothing is drawn by lot: the same input gives the same order.
    """
    rest = sorted(fits, key=lambda fit: (-fit.fit, _by_key(fit.member)))
    order: list[Fit] = []
    while rest:
        group = [fit for fit in rest if fit.fit >= rest[0].fit - near]
        order += _turns(group, offered)
        rest = rest[len(group) :]
    return tuple(order)


def _turns(group: list[Fit], offered: Mapping[Key, int]) -> list[Fit]:
    had = sorted({offered.get(fit.member, 0) for fit in group})
    order: list[Fit] = []
    for times in had:
        equals = [fit for fit in group if offered.get(fit.member, 0) == times]
        equals.sort(key=lambda fit: _by_key(fit.member))
        first = times % len(equals)
        order += equals[first:] + equals[:first]
    return order


def _by_key(key: Key) -> tuple[bool, int, str]:
    return (isinstance(key, str), key if isinstance(key, int) else 0, key if isinstance(key, str) else "")
