"""The circles that the encoder learns from: labelled as the scorer understands it, and each request said once."""

from collections import Counter
from pathlib import Path

import pytest

from bot.matching.labelled import Circle, read_circles

FILES = sorted((Path(__file__).parents[2] / "training").glob("*.json"))
KINDS = {"plain", "paraphrase", "trap", "nobody", "multi", "long", "short", "chatter"}


@pytest.mark.parametrize("path", FILES, ids=lambda path: path.stem)
def test_every_label_names_a_member_who_may_be_asked(path: Path) -> None:
    for circle in read_circles(path):
        ids = [str(member.member) for member in circle.members]
        assert len(set(ids)) == len(ids)
        assert all(member.perfect_client for member in circle.members)
        for request in circle.requests:
            assert request.author in {"guest", *ids}, request.id
            assert set(request.relevant) <= {*ids} - {request.author}, request.id
            assert set(request.relevant.values()) <= {1, 2}, request.id
            assert request.kind in KINDS, request.id
            assert not (request.relevant and request.kind in {"nobody", "chatter"}), request.id


def test_no_request_and_no_statement_stands_twice() -> None:
    circles: list[Circle] = [circle for path in FILES for circle in read_circles(path)]
    assert circles
    assert len({circle.id for circle in circles}) == len(circles)
    texts = Counter(request.text for circle in circles for request in circle.requests)
    statements = Counter(member.perfect_client for circle in circles for member in circle.members)
    assert [text for text, count in (texts + statements).items() if count > 1] == []
