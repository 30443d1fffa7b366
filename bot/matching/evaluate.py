"""`python -m bot evaluate`: routes labelled requests through the very engine that serves people, and says how well."""

import json
import sys
from collections.abc import Iterable, Sequence
from dataclasses import astuple, fields

from bot.domain.routing import Router, Routing
from bot.matching.baselines import baseline as baseline_named
from bot.matching.engine import load_engine
from bot.matching.errors import ModelError
from bot.matching.figures import Answer, Figures, figures
from bot.matching.labelled import BadFile, Circle, read_circles

BASELINES = ("bm25", "tfidf")


def run(path: str, *, as_json: bool, baseline: str | None = None) -> int:
    """Prints one JSON line a request, or the table; 2 with one clear line for a bad file, baseline or model."""
    if baseline is not None and baseline not in BASELINES:
        return _refuse(f"no such baseline: {baseline}; there are {' and '.join(BASELINES)}")
    try:
        circles = read_circles(path)
        router: Router = baseline_named(baseline) if baseline else load_engine()
    except (BadFile, ModelError) as wrong:
        return _refuse(str(wrong))
    if as_json:
        _print_lines(circles, router)
    else:
        _print_table(circles, router)
    return 0


def routings(circle: Circle, router: Router) -> Iterable[tuple[int, Routing]]:
    """(place of the request in the circle, what the router made of its text); no label is looked at."""
    for place, request in enumerate(circle.requests):
        yield place, router.route(request.text, circle.others(request.author))


def _print_lines(circles: Sequence[Circle], router: Router) -> None:
    for number, circle in enumerate(circles):
        for place, made in routings(circle, router):
            line = {
                "circle": number,
                "id": circle.requests[place].id,
                "routed": [
                    {
                        "member": fit.member,
                        "fit": round(fit.fit, 4),
                        "because": [[because.ask, because.statement] for because in fit.because],
                    }
                    for fit in made.routed
                ],
                "ranked": [fit.member for fit in made.ranked],
            }
            sys.stdout.write(json.dumps(line, ensure_ascii=False) + "\n")


def _print_table(circles: Sequence[Circle], router: Router) -> None:
    answers: list[tuple[str, str, Answer]] = []
    for circle in circles:
        for place, made in routings(circle, router):
            request = circle.requests[place]
            routed, ranked = ([str(fit.member) for fit in fits] for fits in (made.routed, made.ranked))
            answers.append((request.kind, circle.id, Answer(request.relevant, routed, ranked)))
    if not answers:
        sys.stdout.write("no requests\n")
        return
    rows = [("all", figures([answer for _, _, answer in answers]))]
    for names in ([kind for kind, _, _ in answers], [circle for _, circle, _ in answers]):
        for name in sorted(set(names)):
            rows.append((name, figures([row[2] for row, own in zip(answers, names, strict=True) if own == name])))
    sys.stdout.write(_table(rows))


def _table(rows: Sequence[tuple[str, Figures]]) -> str:
    head = " " * 14 + "".join(f"{field.name:>12}" for field in fields(Figures))
    lines = [f"{name:14.14}" + "".join(f"{_cell(value):>12}" for value in astuple(row)) for name, row in rows]
    return "\n".join([head, *lines]) + "\n"


def _cell(value: float | None) -> str:
    if value is None:
        return "–"
    return f"{value:.3f}" if isinstance(value, float) else str(value)


def _refuse(line: str) -> int:
    sys.stderr.write(line.replace("\n", " ") + "\n")
    return 2
