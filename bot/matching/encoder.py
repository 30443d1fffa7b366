"""The sentence encoder: text in, unit vector out, by onnxruntime on the processor. The only file that knows either library."""

import hashlib
import json
from pathlib import Path
from typing import Any

import numpy as np
import numpy.typing as npt
import onnxruntime  # type: ignore[import-untyped, unused-ignore]
from tokenizers import Tokenizer  # type: ignore[import-untyped, unused-ignore]

from bot.matching.errors import ModelError

Vectors = npt.NDArray[np.float32]

FOLDER = Path(__file__).parent / "model"
DIMENSIONS = 384
LONGEST = 256  # tokens; the rest of a longer text is not read
_THREADS = 2


class Encoder:
    """Texts to vectors of 384 dimensions and length 1. Thread-safe; the same text gives the same vector."""

    def __init__(self, folder: Path = FOLDER) -> None:
        names = _checked(folder)
        try:
            self._tokens: Any = Tokenizer.from_file(str(folder / names["tokenizer"]))
            options = onnxruntime.SessionOptions()
            options.intra_op_num_threads, options.inter_op_num_threads = _THREADS, 1
            options.log_severity_level = 3
            self._session: Any = onnxruntime.InferenceSession(
                str(folder / names["encoder"]), options, providers=["CPUExecutionProvider"]
            )
        except Exception as wrong:
            raise ModelError(f"the routing model in {folder} cannot be loaded: {wrong}") from wrong
        self._tokens.no_padding()
        self._tokens.enable_truncation(LONGEST)

    def encode(self, texts: list[str]) -> Vectors:
        """(len(texts), 384), one at a time: in a padded batch the quantised graph's result depends on its neighbours."""
        made = np.zeros((len(texts), DIMENSIONS), dtype=np.float32)
        for row, text in enumerate(texts):
            if text.strip():
                made[row] = self._one(text)
        return made

    def _one(self, text: str) -> Vectors:
        ids = np.array([self._tokens.encode(_encodable(text)).ids], dtype=np.int64)
        out: Vectors = self._session.run(None, {"input_ids": ids, "attention_mask": np.ones_like(ids)})[0][0]
        return out


def _encodable(text: str) -> str:
    """A lone surrogate cannot be written as UTF-8, which is what the tokenizer reads."""
    return text.encode("utf-8", "replace").decode("utf-8")


def _checked(folder: Path) -> dict[str, str]:
    """The names of the files of the model by their role, after comparing each with its recorded SHA-256."""
    listing = folder / "checksums.json"
    try:
        files: dict[str, dict[str, str]] = json.loads(listing.read_text(encoding="utf-8"))
    except (OSError, ValueError) as wrong:
        raise ModelError(f"the routing model is missing: {listing} cannot be read ({wrong})") from wrong
    for entry in files.values():
        path = folder / entry["file"]
        try:
            found = hashlib.sha256(path.read_bytes()).hexdigest()
        except OSError as wrong:
            raise ModelError(f"the routing model is incomplete: {path} cannot be read ({wrong})") from wrong
        if found != entry["sha256"]:
            raise ModelError(f"the routing model is damaged: {path} does not have the recorded SHA-256")
    return {role: entry["file"] for role, entry in files.items()}
