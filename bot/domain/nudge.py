"""The daily nudge: whom a member could call today, and why. Pure: the same rows give the same answer after a crash."""

import hashlib
from collections.abc import Iterable, Mapping, Sequence
from dataclasses import dataclass
from datetime import date, datetime
from enum import StrEnum

from bot.domain.collaborator import hours_in_common, opening, qualities_met, telling, wanted_by
from bot.domain.member import Member

FEW_HOURS = 3.0  # with fewer hours in common a call is hard to find
FEW_ALIKE = 2  # words that two perfect clients must share before they are called the same people
OUGHT_TO_BE = 2  # how many times the mean of a circle anybody may be suggested in seven days
EVEN = 3.0  # how much being suggested as often as the others speaks against somebody


class NudgeState(StrEnum):
    """What came of one suggestion."""

    OPEN = "open"
    TALKED = "talked"
    ELSE = "else"  # somebody else was asked for
    TOMORROW = "tomorrow"
    SKIPPED = "skipped"


class Why(StrEnum):
    """What spoke most for a collaborator."""

    SENDS = "sends"  # the member would rather send on whom the other serves
    TAKES = "takes"  # the other way round
    GAP = "gap"  # a trade or client that the member knows nobody for
    CLIENTS = "clients"  # the same clients, another trade
    QUALITIES = "qualities"  # brings what the member looks for
    NEW = "new"
    AGAIN = "again"  # nobody new is left; this one was longest ago
    CHOSEN = "chosen"  # the member chose them
    KEPT = "kept"  # for tomorrow, which is today
    PROSPECT = "prospect"  # one of the member's own, outside the circle


@dataclass(frozen=True, slots=True)
class Nudge:
    """One collaborator suggested to one member. `turn` 0 is the day's nudge; later turns were asked for.

    `local_date` is the member's own date; (member, date, turn) is unique. `collaborator_id` is None once that person
    asked to be forgotten, or where `prospect_id` names one of the member's own prospects or `idea` something to do
    outside the circle. `confirm_at` is when the other side is asked whether they talked, `confirmed` what they said.
    """

    id: int
    member_id: int
    collaborator_id: int | None
    local_date: date
    turn: int
    state: NudgeState
    created_at: datetime
    why: Why | None = None
    because: str = ""
    idea: str | None = None
    challenge_id: int | None = None
    confirm_at: datetime | None = None
    confirmed: bool | None = None
    prospect_id: int | None = None


@dataclass(frozen=True, slots=True)
class Candidate:
    """Somebody who could be called today. `last_on` is when they were last suggested to or talked with the member."""

    member: Member
    offset: float  # hours from UTC today
    met: bool = False
    shown: int = 0
    last_on: date | None = None


@dataclass(frozen=True, slots=True)
class Choice:
    """Whom, why, and the words that spoke for them. `again`: they were suggested or met before."""

    member: int
    why: Why
    because: str = ""
    again: bool = False


@dataclass(frozen=True, slots=True)
class Share:
    """How often everybody of a circle was suggested in the last seven days; whom a member keeps for tomorrow counts
    once.

    The bound: whoever is suggested has been so, this time counted, at most twice the circle's mean of the seven days up
    to then, or once. It holds for calls too, since a call follows from a suggestion and counts on its day, whatever the
    answers are and however late they come: "Someone else" and a skipped day have used up their share as well.
    """

    load: Mapping[int, int]
    people: int

    @property
    def most(self) -> int:
        """How often anybody may be, the next suggestion counted: twice the mean, but at least once."""
        return max(1, OUGHT_TO_BE * (sum(self.load.values()) + 1) // max(1, self.people))

    def allows(self, person: int) -> bool:
        """Whether one more suggestion of somebody keeps within it."""
        return self.load.get(person, 0) < self.most


def choose(
    member: Member,
    offset: float,
    candidates: Sequence[Candidate],
    known: Iterable[Member],
    share: Share,
    day: date,
    kept: int | None = None,
    most: int = 1,
) -> list[Choice]:
    """Up to `most` people whom a member could call on a day, best first. Nobody who would have more than their share.

    1. The one kept for tomorrow, if they are still there.
    2. Somebody never suggested and never met. While there is such a person nobody is suggested again, even where all of
       them have had their share for this week.
    3. Then who was suggested least often and not yet met, and then whoever was met longest ago.
    4. Among equals: a call can be found within the hours of both days; then what fills the largest gap, whose clients
       and qualities complement theirs, and who was suggested less; the last word has a lot fixed by member and day.
    """
    free = [one for one in candidates if share.allows(one.member.id)]
    new = [one for one in candidates if not one.met and not one.shown]
    made: list[Choice] = [_kept(one) for one in free if one.member.id == kept]
    if new:
        pool = [one for one in free if not one.met and not one.shown]
    else:
        pool = [one for one in free if not one.met] or free
    knowledge = telling(*(_said(one) for one in known), _said(member)).stems
    mean = sum(share.load.values()) / max(1, share.people)
    ranked = []
    for one in pool:
        worth, choice = _worth(member, offset, one, knowledge)
        worth -= EVEN * share.load.get(one.member.id, 0) / (mean + 1)
        near = hours_in_common(offset, one.offset) >= FEW_HOURS
        long_ago = one.last_on.toordinal() if one.last_on and one.met else 0
        lot = hashlib.sha256(f"{member.id}:{day.isoformat()}:{one.member.id}".encode()).digest()
        ranked.append(((one.shown if not one.met else 0, long_ago, not near, -round(worth, 6), lot), choice))
    made += [choice for _, choice in sorted(ranked, key=lambda pair: pair[0]) if choice.member != kept]
    return made[:most]


def _kept(one: Candidate) -> Choice:
    return Choice(one.member.id, Why.KEPT)


def _said(member: Member) -> str:
    return " ".join((member.what_i_do, member.perfect_client, *member.listen_for))


def _worth(mine: Member, offset: float, one: Candidate, knowledge: frozenset[str]) -> tuple[float, Choice]:
    """How much speaks for a candidate, and what speaks most."""
    theirs = one.member
    clients, my_clients = telling(theirs.perfect_client), telling(mine.perfect_client)
    trade, my_trade = telling(theirs.what_i_do), telling(mine.what_i_do)
    alike = my_clients.stems & clients.stems if not my_trade.stems & trade.stems else frozenset()
    sends = wanted_by(_said(theirs), mine.not_a_fit)
    takes = wanted_by(_said(mine), theirs.not_a_fit)
    both = [*qualities_met(mine, theirs), *qualities_met(theirs, mine)]
    said = telling(_said(theirs)).stems
    gap = len(said - knowledge) / max(1, len(said))
    parts: list[tuple[float, Why, str]] = [
        (2.0 if sends else 0.0, Why.SENDS, sends),
        (1.5 if takes else 0.0, Why.TAKES, takes),
        (min(1.2, 0.5 * len(alike)), Why.CLIENTS, clients.named(alike) if len(alike) >= FEW_ALIKE else ""),
        (min(1.2, 0.4 * len(both)), Why.QUALITIES, ",".join(dict.fromkeys(qualities_met(mine, theirs)))),
        (gap, Why.GAP, opening(theirs.what_i_do) or opening(theirs.perfect_client)),
    ]
    worth = sum(part[0] for part in parts) + hours_in_common(offset, one.offset) / 26
    if one.met:
        return worth, Choice(theirs.id, Why.AGAIN, again=True)
    best = max((part for part in parts if part[0] > 0 and part[2]), key=lambda part: part[0], default=None)
    _, why, words = best or (0.0, Why.NEW, "")
    return worth, Choice(theirs.id, why, words, again=one.shown > 0)
