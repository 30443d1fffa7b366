"""Where two statements meet and where they do not, by the measure that routes: words that are near one another. Always
read in one order, so that both members see the same; quotes, never invents."""

import re
from collections.abc import Callable
from itertools import zip_longest

import numpy as np

from bot.domain.member import VAGUE
from bot.domain.overlap import Overlap, Pair
from bot.domain.routing import Statement
from bot.matching.encoder import Encoder
from bot.matching.evidence import met
from bot.matching.nearness import Floats
from bot.matching.profile import Profile, Role, Strand
from bot.matching.words import stems

_OWN = (Role.TRADE, Role.CLIENT)
_SAYS = (*_OWN, Role.LISTEN)
_MEETS = {  # from which nearness on two clauses of these roles are about the same; looser words ask for more
    frozenset((Role.TRADE,)): 0.6,
    frozenset((Role.CLIENT,)): 0.5,
    frozenset((Role.TRADE, Role.CLIENT)): 0.55,
    frozenset((Role.LISTEN,)): 0.6,
    frozenset((Role.CLIENT, Role.LISTEN)): 0.6,
    frozenset((Role.TRADE, Role.LISTEN)): 0.65,
}
_SENT_ON = 0.5  # from which nearness on what one refuses is what the other wants
_ALONE = 0.45  # below which nearness nothing of the other's comes near a clause
_SAME_TRADE = 0.6  # of the nearest services
_OTHER_WORD = 0.65  # below which nearness a word has no like in the other statement
_MOST, _MOST_APART, _MOST_WORDS = 3, 2, 4
_WORD = re.compile(r"[^\W\d_][\w'’-]+")

Reaches = Callable[[str, Statement], bool]


def overlap(
    one: Statement, other: Statement, profiles: tuple[Profile, Profile], encoder: Encoder, reaches: Reaches
) -> Overlap:
    """`profiles`: of both; `reaches`: whether an ask in some words would be offered to a member."""
    if _said(one) == _said(other):
        return _the_same(one, other, profiles[0], reaches)
    if _said(one) > _said(other):
        return overlap(other, one, (profiles[1], profiles[0]), encoder, reaches).mirrored()
    scores = _Scores(*profiles)
    services = scores.pairs({Role.TRADE}, {Role.TRADE, Role.LISTEN})
    clients = scores.pairs({Role.CLIENT}, {Role.CLIENT, Role.TRADE, Role.LISTEN}, {Role.LISTEN})
    same_trade = scores.best({Role.TRADE}) >= _SAME_TRADE
    mine, theirs = scores.alone(), scores.turned().alone()
    words: tuple[Pair, ...] = ()
    if same_trade:
        words = _padded(_own_words(one, profiles[1], encoder), _own_words(other, profiles[0], encoder))
    return Overlap(
        services=services,
        clients=clients,
        apart=_padded(mine[:_MOST_APART], theirs[:_MOST_APART]),
        words=words,
        send_me=scores.wanted(),
        send_them=tuple((refused, wanted) for wanted, refused in scores.turned().wanted()),
        same_trade=same_trade,
        mine_reach_them=reaches(one.perfect_client, other),
        theirs_reach_me=reaches(other.perfect_client, one),
    )


def _said(statement: Statement) -> tuple[str, ...]:
    return (
        statement.what_i_do, statement.perfect_client, statement.not_a_fit, statement.business, *statement.listen_for
    )  # fmt: skip


def _the_same(one: Statement, other: Statement, profile: Profile, reaches: Reaches) -> Overlap:
    """Two who say the same, word for word: everything overlaps and nothing differs but perhaps the place."""
    quotes = {role: tuple((s.text, s.text) for s in profile.quotable if s.role == role)[:_MOST] for role in _OWN}
    there, here = reaches(one.perfect_client, other), reaches(other.perfect_client, one)
    trade, client = quotes[Role.TRADE], quotes[Role.CLIENT]
    return Overlap(trade, client, same_trade=bool(trade), mine_reach_them=there, theirs_reach_me=here)


class _Scores:
    """How near each clause of one statement is to each of the other."""

    def __init__(self, one: Profile, other: Profile, scores: Floats | None = None) -> None:
        self._one, self._other = one, other
        self._mine, self._theirs = one.quotable, other.quotable
        near = (one.grains.astype(np.float64) @ other.grains.astype(np.float64).T) / 127**2
        self._scores: Floats = _scores(near, self._mine, self._theirs) if scores is None else scores

    def turned(self) -> "_Scores":
        """The very same numbers from the other side."""
        return _Scores(self._other, self._one, self._scores.T)

    def pairs(self, *roles: set[Role]) -> tuple[Pair, ...]:
        """The nearest clauses of which one has a role of the first set and the other one of the second (or, of further
        sets, both of that set); each clause once."""
        found = []
        for i, mine in enumerate(self._mine):
            for j, theirs in enumerate(self._theirs):
                both = frozenset((mine.role, theirs.role))
                if _fits(mine.role, theirs.role, roles) and self._scores[i, j] >= _MEETS[both]:
                    found.append((-float(self._scores[i, j]), i, j))
        taken: list[tuple[int, int]] = []
        for _, i, j in sorted(found):
            if all(i != a and j != b for a, b in taken):
                taken.append((i, j))
        return tuple((self._mine[i].text, self._theirs[j].text) for i, j in taken[:_MOST])

    def best(self, roles: set[Role]) -> float:
        """The highest score of two clauses of these roles; 0 where there are none."""
        return max(
            (float(self._scores[i, j]) for i, a in enumerate(self._mine) for j, b in enumerate(self._theirs)
             if a.role in roles and b.role in roles),
            default=0.0,
        )  # fmt: skip

    def alone(self) -> list[str]:
        """Clauses of mine on trade and client that nothing of theirs comes near, the client's first."""
        says = [j for j, strand in enumerate(self._theirs) if strand.role in _OWN]
        found = []
        for i, strand in enumerate(self._mine):
            nearest = max((float(self._scores[i, j]) for j in says), default=-1.0)
            if strand.role in _OWN and nearest < _ALONE:
                found.append((strand.role != Role.CLIENT, i))
        return list(dict.fromkeys(self._mine[i].text for _, i in sorted(found)))

    def wanted(self) -> tuple[Pair, ...]:
        """What I want and they would rather send on, in the words of both; else whom I alone serve; else, for the
        clients that both serve, what I alone do. Nothing where both do the same for the same people."""
        found = [
            (-float(self._scores[i, j]), i, j)
            for i, mine in enumerate(self._mine)
            for j, theirs in enumerate(self._theirs)
            if mine.role in _SAYS and theirs.role == Role.NOT_CLAUSE and self._scores[i, j] >= _SENT_ON
        ]
        if found:
            _, i, j = min(found)
            return ((self._mine[i].text, self._theirs[j].text),)
        alone = self.alone()
        clients = [strand.text for strand in self._mine if strand.role == Role.CLIENT]
        if clients and all(text in alone for text in clients):
            return ((clients[0], ""),)
        trades = [strand.text for strand in self._mine if strand.role == Role.TRADE]
        if trades and self.best({Role.TRADE}) < _MEETS[frozenset((Role.TRADE,))]:
            return ((trades[0], ""),)
        return ()


def _fits(mine: Role, theirs: Role, roles: tuple[set[Role], ...]) -> bool:
    first, second, *same = roles
    crossed = (mine in first and theirs in second) or (theirs in first and mine in second)
    return crossed or any(mine in one and theirs in one for one in same)


def _scores(near: Floats, mine: tuple[Strand, ...], theirs: tuple[Strand, ...]) -> Floats:
    """(clauses of mine, clauses of theirs), rounded; −1 where one has no words."""
    made = np.full((len(mine), len(theirs)), -1.0)
    for i, a in enumerate(mine):
        for j, b in enumerate(theirs):
            block = near[a.first : a.last, b.first : b.last]
            if block.size:
                common = len(set(stems(a.text)) & set(stems(b.text)))
                made[i, j] = round(met(block, common, a.text, b.text), 4)
    return made


def _own_words(mine: Statement, theirs: Profile, encoder: Encoder) -> list[str]:
    """Words of my trade and client that have no like in the other statement: those that carry mine, in its order."""
    known = set(theirs.words) | set(theirs.heard)
    found: dict[str, tuple[float, int, str]] = {}
    for at, text in enumerate((mine.what_i_do, mine.perfect_client)):
        read = encoder.read(text)
        near = read.grains.astype(np.float64) @ (theirs.grains.astype(np.float64).T / 127)
        nearest = near.max(axis=1, initial=-1.0)
        usual = float(read.pull.mean()) if len(read.pull) else 0.0
        for match in _WORD.finditer(text):
            inside, stem = read.within(*match.span()), stems(match[0])
            if not stem or match[0].casefold() in VAGUE or known & set(stem) or not inside.any():
                continue
            pull, like = float(read.pull[inside].sum()), float(nearest[inside].mean())
            if pull >= usual and like < _OTHER_WORD:
                found.setdefault(stem[0], (-round(pull * (1 - like), 4), 10_000 * at + match.start(), match[0]))
    chosen = sorted(found.values())[:_MOST_WORDS]
    return [word for _, word in sorted((place, word) for _, place, word in chosen)]


def _padded(mine: list[str], theirs: list[str]) -> tuple[Pair, ...]:
    return tuple(zip_longest(mine, theirs, fillvalue=""))
