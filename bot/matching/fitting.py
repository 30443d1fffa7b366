"""Fits the coefficients on labelled circles. Run by hand:

    python -m bot.matching.fitting --fold ENCODER.onnx CIRCLES.json [--fold …] [--write]

Each fold names an encoder and circles that it was not trained on: on circles that it knows, an encoder looks surer than
it is. Prints figures by cross-validation by circle; with --write, fits on all and replaces the file of the package."""

import argparse
import sys
from collections.abc import Iterable, Sequence
from pathlib import Path

import numpy as np

from bot.matching.calibration import Calibration
from bot.matching.figures import Answer, Figures, figures
from bot.matching.fitted import fit, written
from bot.matching.package import FOLDER, record
from bot.matching.samples import Sample, View, samples

PARTS = 7  # of the cross-validation


def cross_validated(all_samples: Sequence[Sample]) -> list[tuple[Sample, Answer]]:
    """Each sample answered by coefficients that were fitted without its circle."""
    circles = sorted({sample.circle for sample in all_samples})
    answered = []
    for part in range(PARTS):
        out = set(circles[part::PARTS])
        made = fit([sample for sample in all_samples if sample.circle not in out])
        answered += [(sample, answer(made, sample)) for sample in all_samples if sample.circle in out]
    return answered


def answer(made: Calibration, sample: Sample) -> Answer:
    """What the engine would do, without its texts."""
    judged = made.judge(sample.ask, sample.features)
    fits = np.round(judged.fits, 6)
    order = np.argsort(-fits, kind="stable")
    offers = max(int((fits >= made.offer).sum()), int(judged.anyone))
    ranked = [sample.members[row] for row in order]
    return Answer({m: int(g) for m, g in zip(sample.members, sample.grades, strict=True) if g}, ranked[:offers], ranked)


def main(arguments: Sequence[str] | None = None) -> int:
    parser = argparse.ArgumentParser(prog="python -m bot.matching.fitting")
    parser.add_argument("--fold", nargs=2, action="append", required=True, metavar=("ENCODER", "CIRCLES"))
    parser.add_argument("--write", action="store_true")
    given = parser.parse_args(arguments)
    found = [sample for encoder, circles in given.fold for sample in samples(Path(encoder), circles)]
    answered = cross_validated(found)
    for view in View:
        rows = [made for sample, made in answered if sample.view is view]
        sys.stdout.write(f"{view:24} {_line(figures(rows))}\n")
    if given.write:
        (FOLDER / "coefficients.json").write_text(written(fit(found)), encoding="utf-8")
        record("coefficients", "coefficients.json")
    return 0


def _line(row: Figures) -> str:
    shown: Iterable[tuple[str, float | None]] = (
        ("handled", row.handled),
        ("nDCG@3", row.ndcg3),
        ("precision", row.precision),
        ("recall", row.recall),
        ("abstain F1", row.abstain_f1),
        ("wrong offer", row.wrong_offer),
    )
    return "  ".join(f"{name} {value:.3f}" for name, value in shown if value is not None)


if __name__ == "__main__":
    sys.exit(main())
