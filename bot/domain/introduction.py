"""An introduction and what became of it, as each side tells it."""

from dataclasses import dataclass
from datetime import datetime
from enum import StrEnum


class Side(StrEnum):
    """Whose view of an introduction."""

    GIVER = "giver"  # who asked
    RECEIVER = "receiver"  # who took it


class Outcome(StrEnum):
    """What became of an introduction."""

    TALKED = "talked"
    HIRED = "hired"
    NOT_A_FIT = "not_a_fit"
    NOT_YET = "not_yet"


MET = (Outcome.TALKED, Outcome.HIRED, Outcome.NOT_A_FIT)
GOOD = (Outcome.TALKED, Outcome.HIRED)
MOST_FOLLOW_UPS = 2


@dataclass(frozen=True, slots=True)
class Introduction:
    """Two people put in touch over one request. An id is None once that person asked to be forgotten."""

    id: int
    referral_id: int
    giver_id: int | None
    giver_name: str
    receiver_id: int | None
    created_at: datetime
    follow_up_at: datetime | None
    follow_ups: int
    giver_outcome: Outcome | None
    receiver_outcome: Outcome | None
    giver_thanks: bool | None
    receiver_thanks: bool | None
    thanked_at: datetime | None

    def side_of(self, person: int) -> Side | None:
        """Which side a person is on; None for somebody else."""
        if person == self.giver_id:
            return Side.GIVER
        return Side.RECEIVER if person == self.receiver_id else None

    def person(self, side: Side) -> int | None:
        """Who is on a side."""
        return self.giver_id if side is Side.GIVER else self.receiver_id

    def outcome(self, side: Side) -> Outcome | None:
        """What a side said became of it."""
        return self.giver_outcome if side is Side.GIVER else self.receiver_outcome

    def thanks(self, side: Side) -> bool | None:
        """Whether a side agreed that thanks are said in the group; None while it was not asked or did not answer."""
        return self.giver_thanks if side is Side.GIVER else self.receiver_thanks

    @property
    def contradicts(self) -> bool:
        """One side says that they met and the other that they did not."""
        answers = {self.giver_outcome, self.receiver_outcome}
        return Outcome.NOT_YET in answers and bool(answers & set(MET))


def other(side: Side) -> Side:
    """The other side."""
    return Side.RECEIVER if side is Side.GIVER else Side.GIVER
