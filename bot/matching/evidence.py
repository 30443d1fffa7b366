"""Why: the one or two pairs of clauses, one of the ask and one of the statement, that are nearest in meaning."""

from bot.domain.routing import Because
from bot.matching.clauses import clauses
from bot.matching.encoder import Encoder
from bot.matching.profile import Profile, Role

_SHOWN = (Role.TRADE, Role.SENTENCE, Role.LISTEN)
_SECOND = 0.75  # a second pair is shown when it is at least this near, compared with the first
_LONGEST = 160  # characters of one quoted piece
_MOST = 12  # clauses of an ask that are looked at


def evidence(text: str, profile: Profile, encoder: Encoder, roles: tuple[Role, ...] = _SHOWN) -> tuple[Because, ...]:
    """At most two pairs, nearest first; none for an ask or a statement without words."""
    said = [piece for piece in clauses(text) if len(piece) <= _LONGEST][:_MOST]
    shown = [(row, piece) for row, piece in enumerate(profile.pieces) if piece.role in roles]
    if not said or not shown:
        return ()
    near = encoder.encode(said) @ profile.vectors[[row for row, _ in shown]].astype("float32").T
    order = sorted(((-float(near[i, j]), i, j) for i in range(len(said)) for j in range(len(shown))))
    best, i, j = order[0]
    pairs = [Because(said[i], shown[j][1].text)]
    for far, a, b in order[1:]:
        if a != i and b != j and far <= _SECOND * best:
            pairs.append(Because(said[a], shown[b][1].text))
            break
    return tuple(pairs)
