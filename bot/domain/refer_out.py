"""A client handed on: why, what the client said to being put in touch, and how long their details are kept."""

from dataclasses import dataclass
from datetime import datetime, timedelta
from enum import StrEnum

KEEP_DRAFT = timedelta(days=1)  # one that its giver never finished
KEEP_CLIENT = timedelta(days=30)  # after the outcome
KEEP_WITHOUT_OUTCOME = timedelta(days=90)  # when nobody ever says how it went
LONGEST_CLIENT = 300  # characters of a name and a way to reach somebody


class ReferReason(StrEnum):
    """Why a member hands on a client."""

    FIT = "fit"
    CAPACITY = "capacity"
    OUTGROWN = "outgrown"
    SCOPE = "scope"


class Consent(StrEnum):
    """What the client said to being put in touch, as the giver tells it."""

    YES = "yes"
    NOT_YET = "not_yet"
    NO = "no"


@dataclass(frozen=True, slots=True)
class ReferOut:
    """What only giver and receiver know of a client handed on. Without a request it is a draft, and holds its text.

    `giver_id` is None once the giver asked to be forgotten."""

    id: int
    giver_id: int | None
    text: str
    circle_id: int | None
    referral_id: int | None
    reason: ReferReason | None
    consent: Consent | None
    client: str
    erase_at: datetime | None
    created_at: datetime
    message_id: int | None = None

    @property
    def is_draft(self) -> bool:
        """Whether its giver has yet to say where or why, and nobody has been asked."""
        return self.referral_id is None and bool(self.text)


def erase_client_at(now: datetime, *, outcome_known: bool) -> datetime:
    """When a client's details are to be erased."""
    return now + (KEEP_CLIENT if outcome_known else KEEP_WITHOUT_OUTCOME)
