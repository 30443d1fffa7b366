"""The sentence encoder: a text to a unit vector, and to a vector of each of its words, by onnxruntime on the processor.
The only file that knows that library."""

from collections.abc import Sequence
from dataclasses import dataclass
from pathlib import Path
from typing import Any

import numpy as np
import numpy.typing as npt
import onnxruntime  # type: ignore[import-untyped, unused-ignore]
from tokenizers import Tokenizer

from bot.matching.clauses import Span
from bot.matching.errors import ModelError

Vectors = npt.NDArray[np.float32]
Offsets = npt.NDArray[np.intp]

DIMENSIONS = 384  # of a text
GRAIN = 96  # of a word
LONGEST = 192  # tokens, as in training; the rest of a longer text is not read
_THREADS = 2
# Words that say nothing about whom an ask is for. They are read, and left out when words are compared one by one.
# fmt: off
_FUNCTION_WORDS = frozenset((
    "a", "an", "the", "of", "to", "in", "on", "at", "for", "and", "or", "but", "i", "we", "he", "she", "it", "they",
    "my", "our", "his", "her", "their", "is", "are", "was", "were", "be", "been", "has", "have", "had", "do",
    "does", "did", "not", "no", "with", "as", "by", "from", "that", "this", "who", "what", "can", "could", "would",
    ".", ",", "!", "?", ";", ":", "'", '"', "(", ")", "-", "[CLS]", "[SEP]",
))
# fmt: on


@dataclass(frozen=True, slots=True)
class Reading:
    """`vectors`: (1 + spans, 384), the text and pieces of it in its light. For each word that says something:
    `grains`: (words, 96), unit length; `pull`: (words,), its part in the text's vector, sums to 1; where it stands."""

    vectors: Vectors
    grains: Vectors
    pull: Vectors
    starts: Offsets
    ends: Offsets

    def within(self, start: int, end: int) -> npt.NDArray[np.bool_]:
        """(words,): those that stand between two places of the text."""
        return (self.starts >= start) & (self.ends <= end)


class Encoder:
    """Thread-safe; the same text gives the same vectors on every run. Texts go in one at a time: in a padded batch the
    quantised graph's result would depend on a text's neighbours."""

    def __init__(self, model: Path, tokenizer: Path) -> None:
        try:
            self._tokens = Tokenizer.from_file(str(tokenizer))
            options = onnxruntime.SessionOptions()
            options.intra_op_num_threads, options.inter_op_num_threads = _THREADS, 1
            options.log_severity_level = 3
            # Threads that wait by spinning would take the processor from everything else of the bot.
            options.add_session_config_entry("session.intra_op.allow_spinning", "0")
            self._session: Any = onnxruntime.InferenceSession(str(model), options, providers=["CPUExecutionProvider"])
        except Exception as wrong:  # both libraries raise exceptions of their own kinds
            raise ModelError(f"the routing model {model} cannot be loaded: {wrong}") from wrong
        self._tokens.no_padding()
        self._tokens.enable_truncation(LONGEST)
        known = (self._tokens.token_to_id(word) for word in sorted(_FUNCTION_WORDS))
        self._silent = np.array(sorted(word for word in known if word is not None), dtype=np.int64)

    def encode(self, texts: Sequence[str]) -> Vectors:
        """(len(texts), 384), each of length 1, or zero for a text without characters."""
        made = np.zeros((len(texts), DIMENSIONS), dtype=np.float32)
        for row, text in enumerate(texts):
            made[row] = self.read(text).vectors[0]
        return made

    def read(self, text: str, spans: Sequence[Span] = ()) -> Reading:
        """One run of the model whatever the number of spans; a span beyond the longest text that is read is zero."""
        vectors = np.zeros((1 + len(spans), DIMENSIONS), dtype=np.float32)
        text = _encodable(text)
        read = self._tokens.encode(text)
        starts, ends = np.array(read.offsets, dtype=np.intp).reshape(-1, 2).T
        ids = np.array([read.ids], dtype=np.int64)
        there = np.flatnonzero(ends > starts)
        if not text.strip() or not len(there):
            return Reading(vectors, np.zeros((0, GRAIN), np.float32), np.zeros(0, np.float32), starts[:0], ends[:0])
        states, weights, grains = self._session.run(None, {"input_ids": ids, "attention_mask": np.ones_like(ids)})
        pull = np.exp(weights[0])
        weighted = states[0] * pull[:, None]
        vectors[0] = _unit(weighted.sum(axis=0))
        for row, span in enumerate(spans, start=1):
            inside = (starts >= span.start) & (ends <= span.end) & (ends > starts)
            vectors[row] = _unit(weighted[inside].sum(axis=0))
        # A word may be several pieces, of which one alone may be another word: "shoe" in "shoebox".
        words = np.array([-1 if word is None else word for word in read.word_ids])[there]
        first = np.flatnonzero(np.diff(words, prepend=-2))
        last = np.append(first[1:], len(there)) - 1
        said = (first < last) | ~np.isin(ids[0][there[first]], self._silent)
        said = said if said.any() else np.ones_like(said)
        pulls = np.add.reduceat(pull[there], first)[said]
        made = np.add.reduceat(grains[0][there] * pull[there, None], first, axis=0)[said]
        made /= np.linalg.norm(made, axis=1, keepdims=True)
        return Reading(vectors, made, pulls / pulls.sum(), starts[there[first]][said], ends[there[last]][said])


def _unit(vector: Vectors) -> Vectors:
    length = float(np.linalg.norm(vector))
    made: Vectors = vector / length if length > 0 else vector
    return made


def _encodable(text: str) -> str:
    """A lone surrogate cannot be written as UTF-8, which is what the tokenizer reads; no character moves."""
    return text.encode("utf-8", "replace").decode("utf-8")
