"""A member's statement as the engine reads it: its pieces, each with a role and a vector, and its words one by one."""

from collections.abc import Sequence
from dataclasses import dataclass
from enum import IntEnum

import numpy as np
import numpy.typing as npt

from bot.domain.routing import Statement
from bot.matching.clauses import Span, clauses, sentences
from bot.matching.encoder import Encoder, Reading, Vectors
from bot.matching.words import refusals, stems

_MOST = 8  # pieces of one role that are read; a longer statement is not read further

Packed = npt.NDArray[np.int8]


class Role(IntEnum):
    """What a piece of a statement says about an ask that is like it."""

    WHOLE = 0  # trade and perfect client together
    TRADE = 1
    CLIENT = 2
    SENTENCE = 3  # of the perfect client
    LISTEN = 4
    NOT = 5  # all of it
    NOT_CLAUSE = 6
    EXAMPLE = 7
    COUNTER = 8


@dataclass(frozen=True, slots=True)
class Strand:
    """Words of one piece that stand side by side among the `grains` of a profile, and the piece."""

    role: Role
    first: int
    last: int
    text: str


@dataclass(frozen=True, slots=True)
class Profile:
    """Vectors in 8 bits, so that ten thousand members fit into memory; this loses less than 0.002 of a cosine.

    `packed`: (pieces, 384) with `roles` and `scales` (pieces,); `grains`: (words, 96), in 127ths; `strands`: which of
    these words belong together; `quotable`: clauses that evidence may quote, as strands too; `words`, `heard`,
    `unwanted`: stems of what they do and want, of their listen-fors and of what they do not want; `refusals`: the
    stems of each thing that they do not want."""

    packed: Packed
    roles: Packed
    scales: npt.NDArray[np.float32]
    grains: Packed
    strands: tuple[Strand, ...]
    quotable: tuple[Strand, ...]
    words: tuple[str, ...]
    heard: tuple[str, ...]
    unwanted: tuple[str, ...]
    refusals: tuple[frozenset[str], ...]

    def vectors(self) -> Vectors:
        """(pieces, 384)"""
        made: Vectors = self.packed.astype(np.float32) * self.scales[:, None]
        return made


def profile_of(statement: Statement, encoder: Encoder) -> Profile:
    """Reads one statement; about a dozen runs of the encoder."""
    weave = _Weave(encoder)
    trade, client = statement.what_i_do.strip(), statement.perfect_client.strip()
    whole = " ".join(part for part in (trade, client) if part) or statement.business.strip()
    weave.two(Role.WHOLE, whole, len(trade))
    for role, text in (
        (Role.TRADE, trade),
        (Role.CLIENT, client),
        *((Role.SENTENCE, span.text) for span in sentences(client)[:_MOST]),
    ):
        weave.alone(role, text)
    for role, texts in (
        (Role.LISTEN, statement.listen_for),
        (Role.EXAMPLE, statement.examples),
        (Role.COUNTER, statement.counter_examples),
    ):
        for text in texts[:_MOST]:
            weave.woven(role, text)
    weave.cut(statement.not_a_fit)
    return Profile(
        *_packed(weave.roles, weave.vectors),
        np.rint(np.concatenate([*weave.grains, np.zeros((0, 96), np.float32)]) * 127).astype(np.int8),
        tuple(weave.strands),
        tuple(weave.quotable),
        tuple(stems(" ".join((trade, client, statement.business)))),
        tuple(stems(" ".join(statement.listen_for))),
        tuple(stems(statement.not_a_fit)),
        refusals(statement.not_a_fit),
    )


class _Weave:
    """Collects pieces and words while a statement is read."""

    def __init__(self, encoder: Encoder) -> None:
        self._encoder = encoder
        self.roles: list[Role] = []
        self.vectors: list[Vectors] = []
        self.grains: list[Vectors] = []
        self.strands: list[Strand] = []
        self.quotable: list[Strand] = []
        self._words = 0

    def alone(self, role: Role, text: str) -> Reading | None:
        """A piece by its vector only."""
        if not text.strip():
            return None
        read = self._encoder.read(text)
        self.roles.append(role)
        self.vectors.append(read.vectors[0])
        return read

    def woven(self, role: Role, text: str) -> None:
        """A piece by its vector and its words."""
        read = self.alone(role, text)
        if read is not None and len(read.grains):
            base = self._add(read)
            strand = Strand(role, base, self._words, text)
            self.strands.append(strand)
            self.quotable.append(strand)

    def two(self, role: Role, text: str, border: int) -> None:
        """Trade and client read together, their words apart; their clauses may be quoted."""
        read = self.alone(role, text)
        if read is None:
            return
        base = self._add(read)
        middle = base + int(read.within(0, border).sum())
        if middle > base:
            self.strands.append(Strand(Role.TRADE, base, middle, text[:border]))
        if self._words > middle:
            self.strands.append(Strand(Role.CLIENT, middle, self._words, text[border:].strip()))
        for start, end, own in ((0, border, Role.TRADE), (border, len(text), Role.CLIENT)):
            spans = [Span(start + s.start, start + s.end, s.text) for s in clauses(text[start:end])]
            self.quotable += self._strands(own, read, base, spans)

    def cut(self, text: str) -> None:
        """What is not a fit: as a whole, and each of its clauses."""
        read = self.alone(Role.NOT, text)
        if read is None:
            return
        spans = clauses(text)[:_MOST]
        base = self._add(read)
        found = self._strands(Role.NOT_CLAUSE, read, base, spans)
        self.strands += found
        self.quotable += found
        for span in spans:
            self.alone(Role.NOT_CLAUSE, span.text)

    def _add(self, read: Reading) -> int:
        base = self._words
        self.grains.append(read.grains)
        self._words += len(read.grains)
        return base

    @staticmethod
    def _strands(role: Role, read: Reading, base: int, spans: Sequence[Span]) -> list[Strand]:
        made = []
        for span in spans:
            inside = np.flatnonzero(read.within(span.start, span.end))
            if len(inside):
                made.append(Strand(role, base + int(inside[0]), base + int(inside[-1]) + 1, span.text))
        return made


def _packed(roles: list[Role], vectors: list[Vectors]) -> tuple[Packed, Packed, npt.NDArray[np.float32]]:
    rows = np.array(vectors, dtype=np.float32).reshape(len(roles), -1 if roles else 384)
    scales = (np.abs(rows).max(axis=1, initial=1e-9) / 127).astype(np.float32)
    return np.rint(rows / scales[:, None]).astype(np.int8), np.array(roles, dtype=np.int8), scales
