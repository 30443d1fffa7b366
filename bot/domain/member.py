"""A member: what they have said of themselves, and when they may be written to."""

from dataclasses import dataclass, field
from datetime import date, datetime, time
from enum import StrEnum

from bot.domain.routing import Statement

Waiting = dict[str, str | int]


class Question(StrEnum):
    """The questions of the profile, in the order in which they are asked."""

    WHAT_I_DO = "what_i_do"
    PERFECT_CLIENT = "perfect_client"
    LISTEN_FOR = "listen_for"
    NOT_A_FIT = "not_a_fit"
    PLACE = "place"
    LANGUAGES = "languages"
    ZONE = "zone"
    NUDGE_AT = "nudge_at"


@dataclass(frozen=True, slots=True)
class Person:
    """Somebody on Telegram, as an update names them."""

    id: int
    first_name: str
    last_name: str = ""
    username: str | None = None
    language: str = "en"

    @property
    def name(self) -> str:
        """The name as others read it."""
        return f"{self.first_name} {self.last_name}".strip() or "?"


class MembershipState(StrEnum):
    """Where a person stands with a circle."""

    JOINED = "joined"
    LEFT = "left"


@dataclass(frozen=True, slots=True)
class Member:
    """A person who pressed Start. `id` is their Telegram user id, which is also their private chat."""

    id: int
    first_name: str
    created_at: datetime
    last_name: str = ""
    username: str | None = None
    language: str = "en"
    zone: str = "UTC"
    zone_known: bool = False
    what_i_do: str = ""
    perfect_client: str = ""
    listen_for: tuple[str, ...] = ()
    not_a_fit: str = ""
    place: str = ""
    languages: tuple[str, ...] = ()
    nudge_on: bool = False
    nudge_at: time = time(9, 0)
    next_nudge_at: datetime | None = None
    last_nudge_on: date | None = None
    paused: bool = False
    paused_until: datetime | None = None
    reachable: bool = True
    waiting: Waiting | None = field(default=None, compare=False)

    @property
    def name(self) -> str:
        """The name as others read it."""
        return f"{self.first_name} {self.last_name}".strip() or "?"

    @property
    def routable(self) -> bool:
        """Whether there is anything to route by."""
        return bool(self.perfect_client or self.what_i_do or self.listen_for)

    def is_paused(self, now: datetime) -> bool:
        """Whether the member is on holiday from offers and nudges."""
        return self.paused and (self.paused_until is None or now < self.paused_until)

    def may_be_asked(self, now: datetime) -> bool:
        """Whether an offer may be sent to them."""
        return self.reachable and not self.is_paused(now) and self.routable

    def statement(self, examples: tuple[str, ...] = (), counter_examples: tuple[str, ...] = ()) -> Statement:
        """What routing reads of a member."""
        return Statement(
            member=self.id,
            what_i_do=self.what_i_do,
            perfect_client=self.perfect_client,
            not_a_fit=self.not_a_fit,
            listen_for=self.listen_for,
            place=self.place,
            languages=self.languages,
            examples=examples,
            counter_examples=counter_examples,
        )

    def unanswered(self) -> list[Question]:
        """The questions without an answer, in order."""
        answered = {
            Question.WHAT_I_DO: self.what_i_do,
            Question.PERFECT_CLIENT: self.perfect_client,
            Question.LISTEN_FOR: self.listen_for,
            Question.NOT_A_FIT: self.not_a_fit,
            Question.PLACE: self.place,
            Question.LANGUAGES: self.languages,
            Question.ZONE: self.zone_known,
            Question.NUDGE_AT: self.nudge_on,
        }
        return [question for question in Question if not answered[question]]


def question_after(question: Question) -> Question | None:
    """The next question of the profile; None after the last."""
    order = list(Question)
    at = order.index(question) + 1
    return order[at] if at < len(order) else None


VAGUE = frozenset(
    "a all any anybody anyone business businesses client clients customer customers everybody everyone good help "
    "i in interested is my nice of people person somebody someone support that the to want wants we who with work "
    "working need needs needing and or companies company everything anything whoever great services service".split()
)
FEWEST_TELLING_WORDS = 2


def is_vague(perfect_client: str) -> bool:
    """Whether a statement names too little to route by: "anyone who needs help"."""
    words = {word.strip(".,!?;:'\"()").casefold() for word in perfect_client.split()}
    return len(words - VAGUE - {""}) < FEWEST_TELLING_WORDS
