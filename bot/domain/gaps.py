"""The gap map: unmet asks by what was missing. Holds numbers only, so that it can be kept in a fact."""

from collections.abc import Sequence
from datetime import timedelta

GAP_AGE = timedelta(days=90)
MOST_GAPS = 60  # asks that are grouped: the latest

Gaps = list[tuple[int, ...]]  # asks of one kind side by side, the most typical first; the largest group first


def write_gaps(gaps: Gaps, ids: Sequence[int]) -> str:
    """Groups of places in a list, as the numbers of the asks that stand there: `7,3;12`."""
    return ";".join(",".join(str(ids[place]) for place in gap) for gap in gaps)


def read_gaps(text: str) -> Gaps:
    """What `write_gaps` wrote: groups of the asks' own numbers."""
    return [tuple(int(ask) for ask in gap.split(",")) for gap in text.split(";") if gap]
