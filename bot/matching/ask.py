"""An ask as the engine reads it: itself, its sentences in its light, its words, and the languages it wants."""

from dataclasses import dataclass

from bot.matching.clauses import Span, clauses, sentences
from bot.matching.encoder import Encoder, Reading, Vectors
from bot.matching.tongues import wanted
from bot.matching.words import stems

_MOST = 24  # sentences, and clauses, of an ask that are looked at by themselves


@dataclass(frozen=True, slots=True)
class Ask:
    """`reading.vectors`: (1 + sentences, 384): the whole ask and, where it has several, its sentences: the need may be
    hidden among them."""

    text: str
    reading: Reading
    clauses: tuple[Span, ...]
    words: tuple[str, ...]
    tongues: frozenset[str]

    @property
    def vector(self) -> Vectors:
        """(384,)"""
        made: Vectors = self.reading.vectors[0]
        return made


def read(text: str, encoder: Encoder) -> Ask:
    """One run of the encoder, however long the ask is."""
    inner = sentences(text)[:_MOST]
    reading = encoder.read(text, inner if len(inner) > 1 else ())
    return Ask(text, reading, tuple(clauses(text)[:_MOST]), tuple(stems(text)), wanted(text))
