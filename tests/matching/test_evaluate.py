"""`evaluate` prints what a scorer needs, never looks at labels while routing, and refuses a bad file in one line."""

import json
from collections.abc import Iterator
from pathlib import Path
from typing import Any

import pytest

from bot.domain.routing import Statement
from bot.matching import Engine, evaluate

from .conftest import CIRCLE

ASKS = [
    ("r1", "1", "My barber friend works for himself and has a drawer full of letters from the tax people.", {}, "trap"),
    ("r2", "guest", "Two friends are splitting up and want it fair, without a judge.", {"2": 2}, "paraphrase"),
    ("r3", "5", "sparky? agent with twelve flats, certificates overdue", {"3": 2}, "short"),
    ("r4", "guest", "Thanks all for coming yesterday! 🎉", {}, "chatter"),
]


def _circles(relevant: Iterator[dict[str, int]] | None = None) -> list[dict[str, Any]]:
    members = [_member(statement) for statement in CIRCLE]
    requests = [
        {
            "id": key,
            "author": author,
            "text": text,
            "kind": kind,
            "why": "",
            "relevant": next(relevant) if relevant else own,
        }
        for key, author, text, own, kind in ASKS
    ]
    return [{"id": "c1", "name": "Bristol", "members": members, "requests": requests}]


def _member(statement: Statement) -> dict[str, Any]:
    return {
        "id": str(statement.member), "name": "", "business": "", "what_i_do": statement.what_i_do,
        "perfect_client": statement.perfect_client, "not_a_fit": statement.not_a_fit,
        "listen_for": list(statement.listen_for), "location": statement.place, "languages": list(statement.languages),
    }  # fmt: skip


@pytest.fixture(autouse=True)
def _one_engine(engine: Engine, monkeypatch: pytest.MonkeyPatch) -> None:
    monkeypatch.setattr(evaluate, "load_engine", lambda: engine)


def _lines(
    tmp_path: Path, circles: object, capsys: pytest.CaptureFixture[str], baseline: str | None = None
) -> list[Any]:
    path = tmp_path / "circles.json"
    path.write_text(json.dumps(circles), encoding="utf-8")
    assert evaluate.run(str(path), as_json=True, baseline=baseline) == 0
    return [json.loads(line) for line in capsys.readouterr().out.splitlines()]


@pytest.mark.parametrize("baseline", [None, "bm25", "tfidf"])
def test_a_line_a_request(tmp_path: Path, capsys: pytest.CaptureFixture[str], baseline: str | None) -> None:
    lines = _lines(tmp_path, _circles(), capsys, baseline)
    assert [line["id"] for line in lines] == ["r1", "r2", "r3", "r4"]
    for line, (_, author, text, _, _) in zip(lines, ASKS, strict=True):
        assert line["circle"] == 0
        assert sorted(line["ranked"]) == sorted({"1", "2", "3", "4", "5"} - {author})
        assert [offer["member"] for offer in line["routed"]] == line["ranked"][: len(line["routed"])]
        for offer in line["routed"]:
            assert 0 <= offer["fit"] <= 1
            assert all(ask in text for ask, _ in offer["because"])


def test_labels_are_not_read_while_routing(tmp_path: Path, capsys: pytest.CaptureFixture[str]) -> None:
    shuffled: Iterator[dict[str, int]] = iter([{"4": 2}, {}, {"1": 1}, {"2": 2, "3": 1}])
    assert _lines(tmp_path, _circles(), capsys) == _lines(tmp_path, _circles(shuffled), capsys)


def test_the_table_has_all_then_kinds_then_circles(tmp_path: Path, capsys: pytest.CaptureFixture[str]) -> None:
    path = tmp_path / "circles.json"
    path.write_text(json.dumps(_circles()), encoding="utf-8")
    assert evaluate.run(str(path), as_json=False) == 0
    head, *rows = capsys.readouterr().out.splitlines()
    assert head.split() == [
        "requests", "handled", "ndcg3", "precision", "recall",
        "abstain_p", "abstain_r", "abstain_f1", "wrong_offer", "offers",
    ]  # fmt: skip
    assert [row.split()[0] for row in rows] == ["all", "chatter", "paraphrase", "short", "trap", "c1"]
    assert all(len(row.split()) == 11 for row in rows)


@pytest.mark.parametrize(
    "text", ["", "not json", "{}", "[1]", '[{"id": "c"}]', '[{"id": "c", "members": [], "requests": [{"id": "r"}]}]']
)
def test_a_bad_file_is_one_line_and_status_2(tmp_path: Path, capsys: pytest.CaptureFixture[str], text: str) -> None:
    path = tmp_path / "bad.json"
    path.write_text(text)
    assert evaluate.run(str(path), as_json=True) == 2
    printed = capsys.readouterr()
    assert printed.out == ""
    assert len(printed.err.splitlines()) == 1
    assert "bad.json" in printed.err


def test_a_missing_file_and_an_unknown_baseline_are_refused(capsys: pytest.CaptureFixture[str]) -> None:
    assert evaluate.run("nowhere.json", as_json=False) == 2
    assert evaluate.run("nowhere.json", as_json=False, baseline="guess") == 2
    assert len(capsys.readouterr().err.splitlines()) == 2
