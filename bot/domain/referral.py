"""A referral request and its offers: their states, who may be offered it next, and when the next wave is due."""

from collections.abc import Iterable, Sequence
from dataclasses import dataclass
from datetime import datetime, timedelta
from enum import StrEnum

ASKS_AN_HOUR = 10  # by one person
CIRCLE_ASKS_AN_HOUR = 60
LATELY = timedelta(days=30)  # the past that shares out first offers
LONGEST_HINT = 200  # characters of a name and a word on why


class ReferralState(StrEnum):
    """Where a request stands. The first three are open."""

    ROUTING = "routing"  # to be matched with members now
    OFFERING = "offering"  # members are being asked
    NOBODY = "nobody"  # nobody yet: the circle is asked who knows someone
    INTRODUCED = "introduced"
    WITHDRAWN = "withdrawn"
    EXPIRED = "expired"


OPEN = (ReferralState.ROUTING, ReferralState.OFFERING, ReferralState.NOBODY)


class ReferralKind(StrEnum):
    """What a request is: for somebody else's sake or one's own, or a client of one's own handed on."""

    ASK = "ask"  # in the group
    REFER = "refer"  # in private; the group never hears of it


class OfferState(StrEnum):
    """Where the offer to one member stands."""

    WAITING = "waiting"  # chosen, for a later wave
    OPEN = "open"
    CLAIMED = "claimed"
    PASSED = "passed"
    LATER = "later"  # "not now"
    SENT_ON = "sent_on"  # "I know who fits"
    LAPSED = "lapsed"  # no answer in time; still theirs to take
    CLOSED = "closed"  # somebody else took it, or it is over


ANSWERABLE = (OfferState.OPEN, OfferState.LAPSED, OfferState.PASSED, OfferState.LATER, OfferState.SENT_ON)


class PassReason(StrEnum):
    """Why an offer was not the member's."""

    CLIENT = "client"
    PLACE = "place"
    SIZE = "size"
    BOOKED = "booked"
    TRADE = "trade"


@dataclass(frozen=True, slots=True)
class Referral:
    """One request. `author_id` is None once its author asked to be forgotten; `about_id` is whose message it was, when
    somebody else asked in reply to it."""

    id: int
    circle_id: int
    author_id: int | None
    author_name: str
    about_id: int | None
    text: str
    state: ReferralState
    thread_id: int | None
    message_id: int | None
    wave: int
    wanted: int
    unclear: bool
    created_at: datetime
    wave_ends_at: datetime | None
    expires_at: datetime
    kind: ReferralKind = ReferralKind.ASK
    update_id: int | None = None  # of Telegram: the last that asked to have it matched

    @property
    def is_open(self) -> bool:
        """Whether somebody can still take it."""
        return self.state in OPEN


@dataclass(frozen=True, slots=True)
class Offer:
    """A request offered to one member. `because` holds pairs (words of the ask, words of the statement)."""

    id: int
    referral_id: int
    member_id: int
    state: OfferState
    rank: int
    fit: float
    because: tuple[tuple[str, str], ...]
    wave: int | None = None
    reason: PassReason | None = None
    hinted_by: int | None = None
    sent_at: datetime | None = None


@dataclass(frozen=True, slots=True)
class Hint:
    """Somebody in the circle knows someone: a member, or a name outside the circle."""

    by_id: int
    member_id: int | None
    name: str


class Refusal(StrEnum):
    """What a person may do wrong, or too late: a value, told in one sentence by the text of the same name."""

    EMPTY = "ask_empty"
    TOO_LONG = "ask_too_long"
    TOO_MANY = "ask_too_many"
    CIRCLE_BUSY = "ask_circle_busy"
    ANONYMOUS = "ask_anonymous"
    NOT_YOURS = "not_yours"
    NOT_AUTHOR = "not_author"
    ALREADY_TAKEN = "already_taken"
    IS_OVER = "request_over"
    EDIT_OVER = "edit_over"
    NOT_MEMBER = "not_member"
    HINT_SELF = "hint_self"
    HINT_AUTHOR = "hint_author"
    HINT_OWN = "hint_own"
    HINT_EMPTY = "hint_empty"
    HINT_LONG = "answer_too_long"
    HINT_AWAY = "hint_away"
    PARTNER_GONE = "partner_gone"
    NUDGE_PAST = "nudge_past"
    NO_CIRCLE = "refer_no_circle"
    REFER_OVER = "refer_edit_over"
    CLIENT_EMPTY = "client_empty"
    CLIENT_LONG = "client_too_long"
    CHALLENGE_RUNNING = "challenge_running"
    CANNOT_BE_CALLED = "challenge_cannot"


def next_wave(offers: Sequence[Offer], size: int) -> list[Offer]:
    """The offers to open now, best first: none while one is open and the wave has time left is the caller's to know."""
    waiting = sorted((o for o in offers if o.state is OfferState.WAITING), key=lambda o: (o.rank, o.id))
    return waiting[:size]


def awaits_answer(offers: Iterable[Offer]) -> bool:
    """Whether somebody asked in this wave has not answered yet."""
    return any(offer.state is OfferState.OPEN for offer in offers)


def asked_count(offers: Iterable[Offer]) -> int:
    """How many members have been asked so far."""
    return sum(offer.sent_at is not None for offer in offers)
