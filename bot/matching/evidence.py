"""Why: one or two pairs of clauses, of the ask and of the statement, whose words met. Quotes, never invents."""

import numpy as np

from bot.domain.routing import Because
from bot.matching.ask import Ask
from bot.matching.nearness import Floats
from bot.matching.profile import Profile, Role
from bot.matching.words import stems

FOR = (Role.TRADE, Role.CLIENT, Role.LISTEN, Role.EXAMPLE)
AGAINST = (Role.NOT_CLAUSE, Role.COUNTER)
_WORD = 0.06  # what a word in common adds: people believe what they can see
_WORDS = 3  # more words in common add no more
_SECOND = 0.75  # a second pair is shown when it is at least this near, compared with the first
_THIN = 3  # clauses with fewer words that say something carry little alone
_LONGEST = 180  # characters of one quoted piece


def evidence(ask: Ask, profile: Profile, roles: tuple[Role, ...] = FOR) -> tuple[Because, ...]:
    """At most two pairs, nearest first; none for an ask or a statement without words."""
    quotable = [strand for strand in profile.quotable if strand.role in roles]
    said = [(span, np.flatnonzero(ask.reading.within(span.start, span.end))) for span in ask.clauses]
    said = [(span, inside) for span, inside in said if len(inside)]
    if not quotable or not said:
        return ()
    near = (profile.grains.astype(np.float32) @ (ask.reading.grains / 127).T).astype(np.float64)
    stated = [set(stems(strand.text)) for strand in quotable]
    to_ask = [near[strand.first : strand.last].max(axis=0) for strand in quotable]
    found = []
    for i, (span, inside) in enumerate(said):
        words, to_statement = set(stems(span.text)), near[:, inside].max(axis=1)
        for j, strand in enumerate(quotable):
            both = to_ask[j][inside], to_statement[strand.first : strand.last]
            found.append((-_worth(*both, len(words & stated[j]), span.text, strand.text), i, j))
    found.sort()
    best, first, other = found[0]
    pairs = [(first, other)]
    pairs += [(i, j) for score, i, j in found[1:] if i != first and j != other and score <= _SECOND * best < 0][:1]
    return tuple(Because(said[i][0].text, quotable[j].text) for i, j in pairs)


def met(block: Floats, common: int, one: str, other: str) -> float:
    """How well two clauses meet, in both directions. `block`: (words of one, words of the other), how near each is to
    each; `common`: stems that both have."""
    return _worth(block.max(axis=0), block.max(axis=1), common, one, other)


def _worth(one_way: Floats, back: Floats, common: int, one: str, other: str) -> float:
    """`one_way` and `back`: for each word of a clause, how near the nearest word of the other clause is."""
    thin = (len(one_way) < _THIN) + (len(back) < _THIN)
    long = (len(one) > _LONGEST) + (len(other) > _LONGEST)
    near = float(np.add.reduce(one_way)) / len(one_way) + float(np.add.reduce(back)) / len(back)
    return float(near / 2 - 0.12 * thin) + _WORD * min(common, _WORDS) - 0.3 * long
