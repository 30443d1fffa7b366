"""Rebuilds the encoder from the original weights. Run by hand, with the packages of the extra `build`:

    python -m bot.matching.build WEIGHTS CIRCLES.json… [--leave-out ID,ID…] [--steps 450] [--to FILE.onnx]

WEIGHTS is the folder of all-MiniLM-L6-v2. Without --to the file of the package is replaced. To fit the coefficients,
build two more encoders with --leave-out, each without one half of the circles that `fitting` looks at, and hand them to
it."""

import argparse
import sys
from collections.abc import Sequence
from pathlib import Path

from bot.matching.finetuning import finetune
from bot.matching.graph import Graph, export
from bot.matching.labelled import read_circles
from bot.matching.package import FOLDER, record, sha256
from bot.matching.trades import build as build_trades

ORIGINAL = "53aa51172d142c89d9012cce15ae4d6cc0ca6895895114379cacb4fab128d9db"
NAME = "kringle-minilm-int8.onnx"


def main(arguments: Sequence[str] | None = None) -> int:
    parser = argparse.ArgumentParser(prog="python -m bot.matching.build")
    parser.add_argument("weights", type=Path)
    parser.add_argument("circles", type=Path, nargs="+")
    parser.add_argument("--leave-out", default="")
    parser.add_argument("--steps", type=int, default=450)
    parser.add_argument("--to", type=Path)
    given = parser.parse_args(arguments)
    if sha256(given.weights / "model.safetensors") != ORIGINAL:
        sys.stderr.write(f"{given.weights} does not hold the original weights\n")
        return 2
    left_out = set(given.leave_out.split(","))
    read = [circle for file in given.circles for circle in read_circles(file)]
    circles = [circle for circle in read if circle.id not in left_out]
    graph = Graph(given.weights, FOLDER / "tokenizer.json")
    finetune(graph, circles, given.steps)
    graph.eval()
    graph.project([f"{member.what_i_do} {member.perfect_client}" for c in circles for member in c.members])
    export(graph, given.to or FOLDER / NAME)
    if given.to is None:
        record("encoder", NAME)
        build_trades()
    return 0


if __name__ == "__main__":
    sys.exit(main())
