"""Circles of 12, 25 and 60 through 21 days, beside the same with random pairs: python -m tests.bench.challenge

Nobody is real: trades and clients are drawn, answers too, always the same ones. Prints one table.
"""

import random
from collections.abc import Callable, Iterator
from dataclasses import dataclass, field
from datetime import UTC, date, datetime, timedelta
from statistics import median

from bot.domain.member import Member
from bot.domain.nudge import Candidate, NudgeState, Share, choose

FIRST = date(2026, 3, 2)
_TRADES = (
    "bookkeeper electrician plumber gardener photographer copywriter lawyer notary architect carpenter baker "
    "caterer florist coach dentist osteopath insurer broker translator programmer designer printer painter "
    "roofer tiler locksmith mechanic courier mover cleaner tailor jeweller optician midwife tutor pianist "
    "trainer dietitian vet farrier"
)
TRADES = _TRADES.split()
_CLIENTS = (
    "bakeries landlords freelancers couples startups families restaurants farmers schools clinics hotels shops "
    "athletes teachers pensioners founders musicians builders charities importers"
)
CLIENTS = _CLIENTS.split()
ANSWERS = (NudgeState.TALKED, NudgeState.SKIPPED, NudgeState.ELSE, NudgeState.TOMORROW, NudgeState.OPEN)
OFTEN = (60, 15, 10, 10, 5)

Pick = Callable[["Town", Member, int, "int | None"], "int | None"]


@dataclass(slots=True)
class Made:
    """One suggestion, as the simulation keeps it."""

    member: int
    other: int
    day: int
    state: NudgeState
    new: bool


@dataclass(slots=True)
class Town:
    """A circle, and everything that happened in it. `offsets`: hours from UTC; `away`: (member, day) of holidays."""

    people: list[Member]
    offsets: dict[int, float]
    lot: random.Random
    away: set[tuple[int, int]] = field(default_factory=set)
    log: list[Made] = field(default_factory=list)

    def of(self, member: int) -> list[Made]:
        """The suggestions made to a member, in order."""
        return [one for one in self.log if one.member == member]

    def met(self, member: int) -> set[int]:
        """Whom a member has talked with, by either side's word."""
        talked = [one for one in self.log if one.state is NudgeState.TALKED]
        return {one.other for one in talked if one.member == member} | {
            one.member for one in talked if one.other == member
        }

    def there(self, member: int, day: int) -> list[Member]:
        """Everybody else who is not on holiday."""
        return [one for one in self.people if one.id != member and (one.id, day) not in self.away]

    def share(self, member: int, day: int) -> Share:
        """How often those who are there were suggested in seven days; whom the member keeps is not counted twice."""
        present = {one.id for one in self.there(member, day)}
        load = dict.fromkeys(present, 0)
        for one in self.log:
            kept = one.member == member and one.state is NudgeState.TOMORROW
            if one.other in present and one.day > day - 7 and not kept:
                load[one.other] += 1
        return Share(load, len(present))


def by_rules(town: Town, member: Member, day: int, kept: int | None) -> int | None:
    """The one whom the bot would name."""
    mine, met = town.of(member.id), town.met(member.id)
    today = {one.other for one in mine if one.day == day}
    candidates = []
    for other in town.there(member.id, day):
        if other.id not in today:
            named = [one for one in mine if one.other == other.id]
            shown = sum(one.state is not NudgeState.TOMORROW for one in named)
            last = max((one.day for one in town.log if {one.member, one.other} == {member.id, other.id}), default=None)
            last_on = FIRST + timedelta(days=last) if last is not None else None
            candidates.append(Candidate(other, town.offsets[other.id], other.id in met, shown, last_on))
    known = [one for one in town.people if one.id in met]
    share = town.share(member.id, day)
    best = choose(member, town.offsets[member.id], candidates, known, share, FIRST + timedelta(days=day), kept)
    return best[0].member if best else None


def at_random(town: Town, member: Member, day: int, kept: int | None) -> int | None:
    """Anybody."""
    there = [one.id for one in town.there(member.id, day)]
    return town.lot.choice(there) if there else None


def town_of(size: int, seed: int) -> Town:
    """A circle of people with trades, clients and zones."""
    lot = random.Random(seed)
    now = datetime(2026, 3, 1, tzinfo=UTC)
    people = [
        Member(id=number, first_name=f"M{number}", created_at=now, what_i_do=lot.choice(TRADES),
               perfect_client=" ".join(lot.sample(CLIENTS, 2)), not_a_fit=lot.choice(CLIENTS))
        for number in range(1, size + 1)
    ]  # fmt: skip
    return Town(people, {one.id: lot.choice((0, 0, 0, 1, 1, 5.5, -5)) for one in people}, lot)


def live(town: Town, days: int, pick: Pick) -> Iterator[tuple[Member, int, Share, Made | None]]:
    """Day after day, everybody is named somebody and answers; yields what was known before each suggestion."""
    for day in range(days):
        for member in town.people:
            if (member.id, day) in town.away:
                continue
            state = NudgeState.ELSE
            while state is NudgeState.ELSE:
                mine = town.of(member.id)
                kept = mine[-1].other if mine and mine[-1].state is NudgeState.TOMORROW else None
                before = {one.other for one in mine if one.state is not NudgeState.TOMORROW} | town.met(member.id)
                share = town.share(member.id, day)
                other = pick(town, member, day, kept)
                if other is None:
                    yield member, day, share, None
                    break
                state = town.lot.choices(ANSWERS, OFTEN)[0]
                made = Made(member.id, other, day, state, other not in before)
                town.log.append(made)
                yield member, day, share, made


def row(size: int, pick: Pick) -> str:
    """One line of the table."""
    town = town_of(size, size)
    without = sum(made is None for *_, made in live(town, 21, pick))
    people = sorted(len(town.met(member.id)) for member in town.people)
    answered = [one for one in town.log if one.state is NudgeState.TALKED]
    new = sum(one.new for one in answered) / len(answered)
    loads = [sum(one.other == member.id and day - 7 < one.day <= day and one.state is not NudgeState.TOMORROW
                 for one in town.log) for member in town.people for day in range(21)]  # fmt: skip
    name = "chosen" if pick is by_rules else "random"
    met = f"{people[0]:>3} {median(people):>6} {people[-1]:>4}"
    return f"{size:>7}  {name}  {met}   {new:>9.0%}   {max(loads):>11}   {without:>10}"


def main() -> None:
    """Prints the table."""
    print("                people met")
    print(" circle  pairs   min median  max   with new   most in 7 d   days' ideas")
    for size in (12, 25, 60):
        for pick in (by_rules, at_random):
            print(row(size, pick))


if __name__ == "__main__":
    main()
