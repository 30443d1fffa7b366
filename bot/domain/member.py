"""A member: what they have said of themselves, and when they may be written to."""

import re
from collections.abc import Sequence
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


def _is_paused(now: datetime, paused: bool, until: datetime | None) -> bool:
    return paused and (until is None or now < until)


class MembershipState(StrEnum):
    """Where a person stands with a circle."""

    JOINED = "joined"
    LEFT = "left"


@dataclass(frozen=True, slots=True)
class NudgeHour:
    """All that decides when a member is nudged."""

    member: int
    zone: str
    on: bool
    at: time
    next_at: datetime | None
    last_on: date | None
    days_off: tuple[int, ...]  # 0 is Monday
    paused: bool
    paused_until: datetime | None
    reachable: bool

    def is_paused(self, now: datetime) -> bool:
        """Whether the member is on holiday."""
        return _is_paused(now, self.paused, self.paused_until)


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
    days_off: tuple[int, ...] = ()  # 0 is Monday
    seeks: tuple[str, ...] = ()
    seeks_words: str = ""
    brings: str = ""
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
        return _is_paused(now, self.paused, self.paused_until)

    @property
    def nudge_hour(self) -> NudgeHour:
        """When they are nudged."""
        return NudgeHour(
            self.id, self.zone, self.nudge_on, self.nudge_at, self.next_nudge_at, self.last_nudge_on, self.days_off,
            self.paused, self.paused_until, self.reachable,
        )  # fmt: skip

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


def question_after(question: Question, unanswered: Sequence[Question]) -> Question | None:
    """The next question of the profile without an answer; None after the last."""
    order = list(Question)
    later = order[order.index(question) + 1 :]
    return next((one for one in later if one in unanswered), None)


_EVERYBODY = (
    "all any anybody anyone anything every everybody everyone everything whoever whomever "
    "alle allen alles jede jeden jeder jedermann"
)
_LITTLE = (
    "a am an and are as at be but by can for from has have i in is it its just like me more most my not of on or our "
    "out so some such that the their them they this those to us we well what who whom whose will with you your "
    "aus bei das den dem der die ein eine einen einer fur für haben ich im ist mit oder sie sind und von "
    "was wer zu zum zur"
)
_SAYS_LITTLE = (
    # people and firms of no particular kind
    "brand brands business businesses client clients company companies consumer consumers customer customers "
    "entrepreneur entrepreneurs firm firms folks founder founders individual individuals kind kinds man men "
    "organisation organisations organization organizations owner owners people person persons professional "
    "professionals size sizes sme smes somebody someone sort sorts start-up start-ups startup startups type types "
    "women woman betrieb betriebe firma firmen kunde kunden kundin kundinnen kundschaft leute menschen person personen "
    "unternehmen unternehmer unternehmerin unternehmerinnen "
    # what everybody wants
    "best better big bigger brauchen care change cool different friendly good great grow growing growth help honest "
    "improve interested interesting kind large love loves me medium money motivated need needing needs new nice open "
    "pay pays product products quality ready really results right save serious service services small success "
    "successful suchen support time trust value values want wants willing wollen work working works gute guten "
    "hilfe kleine kleinen mittlere mittleren nette netten unterstützung wachsen wollen wünschen"
)
UNIVERSAL = frozenset(_EVERYBODY.split())
LITTLE = frozenset(_LITTLE.split())
VAGUE = UNIVERSAL | LITTLE | frozenset(_SAYS_LITTLE.split())


def is_vague(perfect_client: str) -> bool:
    """Whether a statement names too little to route by: "anyone who needs help". A trade alone is enough, a single
    telling word next to "anyone" is not."""
    words = {word.casefold() for word in re.findall(r"\w[\w'’-]*", perfect_client)}
    telling = {word for word in words - VAGUE if not word.isdigit()}
    return len(telling) < (2 if words & UNIVERSAL else 1)
