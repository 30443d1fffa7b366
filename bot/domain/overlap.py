"""Where two members meet: clients and services that overlap, where they differ, and what they could send each other."""

from dataclasses import dataclass

Pair = tuple[str, str]


@dataclass(frozen=True, slots=True)
class Overlap:
    """Seen from one of the two, "me". Every quote is a literal piece of a statement; in every pair mine comes first.

    `apart`: clauses that nothing of the other's comes near, `words`: the words that tell two of one trade apart; both
    with "" where one side has fewer. `send_me`: what I want, and the words with which they would rather send it on, or
    ""; `send_them`: the words with which I would rather send it on, or "", and what they want. `mine_reach_them`: an
    ask for my perfect client would be offered to them too; `theirs_reach_me`: the other way round.
    """

    services: tuple[Pair, ...] = ()
    clients: tuple[Pair, ...] = ()
    apart: tuple[Pair, ...] = ()
    words: tuple[Pair, ...] = ()
    send_me: tuple[Pair, ...] = ()
    send_them: tuple[Pair, ...] = ()
    same_trade: bool = False
    mine_reach_them: bool = False
    theirs_reach_me: bool = False

    def mirrored(self) -> "Overlap":
        """The same, seen from the other one."""
        return Overlap(
            _turned(self.services),
            _turned(self.clients),
            _turned(self.apart),
            _turned(self.words),
            _turned(self.send_them),
            _turned(self.send_me),
            self.same_trade,
            self.theirs_reach_me,
            self.mine_reach_them,
        )


def _turned(pairs: tuple[Pair, ...]) -> tuple[Pair, ...]:
    return tuple((theirs, mine) for mine, theirs in pairs)
