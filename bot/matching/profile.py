"""A member's statement as the engine reads it: its pieces, each with a role and a vector, and its words."""

from collections import Counter
from collections.abc import Mapping
from dataclasses import dataclass
from enum import IntEnum

import numpy as np
import numpy.typing as npt

from bot.domain.routing import Statement
from bot.matching.clauses import clauses, sentences
from bot.matching.encoder import Encoder, Vectors
from bot.matching.words import stems

_MOST = 12  # pieces of one role that are read; a longer statement is not read further


class Role(IntEnum):
    """What a piece of a statement says about the ask that is like it."""

    WHOLE = 0
    TRADE = 1
    SENTENCE = 2
    LISTEN = 3
    NOT = 4
    EXAMPLE = 5
    COUNTER = 6


@dataclass(frozen=True, slots=True)
class Piece:
    """`text` is a literal piece of the statement, but for WHOLE, which is the trade and the client together."""

    role: Role
    text: str


@dataclass(frozen=True, slots=True)
class Profile:
    """`vectors`: (pieces, 384), unit length or zero; `words`: stems and how often they are said."""

    pieces: tuple[Piece, ...]
    roles: npt.NDArray[np.int8]
    vectors: npt.NDArray[np.float16]
    words: Mapping[str, int]

    def of(self, role: Role) -> Vectors:
        """(pieces of that role, 384)"""
        return self.vectors[self.roles == role].astype(np.float32)


def profile_of(statement: Statement, encoder: Encoder) -> Profile:
    """Reads one statement; about a dozen runs of the encoder."""
    pieces = tuple(pieces_of(statement))
    vectors = encoder.encode([piece.text for piece in pieces])
    words = Counter(stems(" ".join(piece.text for piece in pieces if piece.role in (Role.WHOLE, Role.LISTEN))))
    roles = np.array([piece.role for piece in pieces], dtype=np.int8)
    return Profile(pieces, roles, vectors.astype(np.float16), dict(words))


def pieces_of(statement: Statement) -> list[Piece]:
    """The pieces in a fixed order; a statement without any words has none."""
    whole = " ".join(part for part in (statement.what_i_do.strip(), statement.perfect_client.strip()) if part)
    found = [Piece(Role.WHOLE, whole or statement.business.strip())]
    found += _some(Role.TRADE, [statement.what_i_do.strip()])
    found += _some(Role.SENTENCE, sentences(statement.perfect_client))
    found += _some(Role.LISTEN, list(statement.listen_for))
    found += _some(Role.NOT, clauses(statement.not_a_fit))
    found += _some(Role.EXAMPLE, list(statement.examples))
    found += _some(Role.COUNTER, list(statement.counter_examples))
    return [piece for piece in found if piece.text.strip()]


def _some(role: Role, texts: list[str]) -> list[Piece]:
    return [Piece(role, text) for text in texts[:_MOST]]
