"""What there is to be said, as facts. A fact becomes words in its reader's language when it is sent, never earlier.

A fact with a `slot` is one message that is kept up to date: it is sent once and edited from then on.
"""

from collections.abc import Mapping
from dataclasses import asdict, dataclass, field
from enum import IntEnum
from typing import ClassVar

Value = str | int
Json = dict[str, object]
Pairs = tuple[tuple[str, str], ...]


class Priority(IntEnum):
    """Which of two due messages goes first: the lower number."""

    ANSWER = 0
    OFFER = 1
    FOLLOW_UP = 2
    NUDGE = 3


@dataclass(frozen=True, slots=True)
class Fact:
    """Something to tell one chat. Subclasses hold numbers that name rows, never words made for a reader."""

    priority: ClassVar[Priority] = Priority.ANSWER

    @property
    def slot(self) -> str | None:
        """Names the one message that this fact keeps up to date; None for a message of its own."""
        return None


@dataclass(frozen=True, slots=True)
class Note(Fact):
    """One text of `bot.locales` by its key, with the values that it names and the buttons under it.

    `buttons` holds rows of (text key, action, argument, …); an action becomes signed callback data. `language` is that
    of a reader of whom there is no row.
    """

    key: str
    values: Mapping[str, Value] = field(default_factory=dict)
    buttons: tuple[tuple[tuple[Value, ...], ...], ...] = ()
    language: str = ""


@dataclass(frozen=True, slots=True)
class CircleWelcomed(Fact):
    """The bot introduces itself to a group, with the button to join."""

    circle: int


@dataclass(frozen=True, slots=True)
class CircleShown(Fact):
    """What this circle is and who is in it; in the group."""

    circle: int


@dataclass(frozen=True, slots=True)
class SettingsShown(Fact):
    """The circle's settings, in private, to one of its hosts."""

    circle: int
    to: int

    @property
    def slot(self) -> str | None:
        return f"settings:{self.circle}:{self.to}"


@dataclass(frozen=True, slots=True)
class Asked(Fact):
    """One question of the profile. `setup` is true while the questions come one after the other."""

    question: str
    setup: bool = True
    examples: tuple[str, ...] = ()  # what clients of the reader's trade say


@dataclass(frozen=True, slots=True)
class PlayedBack(Fact):
    """What the bot understood of a new perfect-client statement.

    `sharpen`: the statement is too vague, and a sharper one is asked for once. `brings` are made-up asks that it would
    bring, `sends_on` one that it would not, `question` which question would sharpen it, if any.
    """

    member: int
    setup: bool = True
    sharpen: bool = False
    brings: tuple[str, ...] = ()
    sends_on: str = ""
    question: str = ""


@dataclass(frozen=True, slots=True)
class ProfileShown(Fact):
    """A member's own statements, each with a button to change it."""

    member: int


@dataclass(frozen=True, slots=True)
class MemberShown(Fact):
    """What one member has said of themselves, shown to another of the same circle."""

    member: int


@dataclass(frozen=True, slots=True)
class MembersListed(Fact):
    """Everybody in the reader's circles."""


@dataclass(frozen=True, slots=True)
class CardShown(Fact):
    """The status card of a request, in the group."""

    referral: int

    @property
    def slot(self) -> str | None:
        return f"card:{self.referral}"


@dataclass(frozen=True, slots=True)
class OfferMade(Fact):
    """A request offered to one member: "is this yours?" It keeps showing where the offer stands."""

    priority: ClassVar[Priority] = Priority.OFFER
    offer: int

    @property
    def slot(self) -> str | None:
        return f"offer:{self.offer}"


@dataclass(frozen=True, slots=True)
class MemberPicked(Fact):
    """The list of members from which somebody says who fits a request; it turns its pages."""

    referral: int
    to: int
    offer: int = 0
    page: int = 0

    @property
    def slot(self) -> str | None:
        return f"pick:{self.referral}:{self.to}"


@dataclass(frozen=True, slots=True)
class Introduced(Fact):
    """An introduction, as told to one of its two people."""

    introduction: int
    to: int

    @property
    def slot(self) -> str | None:
        return f"introduction:{self.introduction}:{self.to}"


@dataclass(frozen=True, slots=True)
class FollowedUp(Fact):
    """The question how it went, to one side of an introduction; shows the answer once there is one."""

    priority: ClassVar[Priority] = Priority.FOLLOW_UP
    introduction: int
    to: int
    turn: int = 0

    @property
    def slot(self) -> str | None:
        return f"follow-up:{self.introduction}:{self.to}:{self.turn}"


@dataclass(frozen=True, slots=True)
class ThanksOffered(Fact):
    """The question whether thanks may be said in the group, to one side of an introduction."""

    priority: ClassVar[Priority] = Priority.FOLLOW_UP
    introduction: int
    to: int

    @property
    def slot(self) -> str | None:
        return f"thanks:{self.introduction}:{self.to}"


@dataclass(frozen=True, slots=True)
class ThanksSaid(Fact):
    """Thanks said in the group, which both sides agreed to."""

    introduction: int

    @property
    def slot(self) -> str | None:
        return f"thanks-said:{self.introduction}"


@dataclass(frozen=True, slots=True)
class Nudged(Fact):
    """Today's collaborator to call; shows the answer once there is one."""

    priority: ClassVar[Priority] = Priority.NUDGE
    nudge: int

    @property
    def slot(self) -> str | None:
        return f"nudge:{self.nudge}"


@dataclass(frozen=True, slots=True)
class NudgeOfDay(Fact):
    """A member's nudge of a local date (as YYYY-MM-DD) is due. It becomes the one that names somebody when it is its
    turn, so that ten thousand of one morning are chosen as they are sent."""

    priority: ClassVar[Priority] = Priority.NUDGE
    member: int
    day: str


@dataclass(frozen=True, slots=True)
class NudgeSettingsShown(Fact):
    """When the reader is nudged, with buttons to change it."""


@dataclass(frozen=True, slots=True)
class CallConfirmed(Fact):
    """The question whether they talked, to the one who was called; shows the answer once there is one."""

    priority: ClassVar[Priority] = Priority.FOLLOW_UP
    nudge: int
    to: int

    @property
    def slot(self) -> str | None:
        return f"confirm:{self.nudge}:{self.to}"


@dataclass(frozen=True, slots=True)
class ChallengeOffered(Fact):
    """Who will you be calling first? Three names, each with a reason."""

    to: int


@dataclass(frozen=True, slots=True)
class ChallengeShown(Fact):
    """Where a member's challenge stands, with a way to stop it."""

    challenge: int


@dataclass(frozen=True, slots=True)
class ChallengePictured(Fact):
    """The 21 squares of a challenge, to its member."""

    challenge: int


@dataclass(frozen=True, slots=True)
class ChallengeSummed(Fact):
    """The end of a challenge: whom they met, what came of it, one real refer-out."""

    challenge: int

    @property
    def slot(self) -> str | None:
        return f"summed:{self.challenge}"


@dataclass(frozen=True, slots=True)
class ChallengeShared(Fact):
    """The squares of a member who wants to show them, in the group."""

    challenge: int


@dataclass(frozen=True, slots=True)
class DriveShown(Fact):
    """A challenge for the whole circle, in the group: the day it starts and how many are in."""

    drive: int

    @property
    def slot(self) -> str | None:
        return f"drive:{self.drive}"


@dataclass(frozen=True, slots=True)
class DriveOffered(Fact):
    """The days on which a host may start a challenge for the circle."""

    circle: int


@dataclass(frozen=True, slots=True)
class QualitiesAsked(Fact):
    """What the reader looks for in a collaborator, each quality one tap."""

    to: int

    @property
    def slot(self) -> str | None:
        return f"qualities:{self.to}"


@dataclass(frozen=True, slots=True)
class BringsAsked(Fact):
    """What the reader brings as a collaborator."""

    to: int


@dataclass(frozen=True, slots=True)
class Exported(Fact):
    """Everything kept about the reader, as a file."""

    member: int


@dataclass(frozen=True, slots=True)
class SuggestionMade(Fact):
    """A better statement that a member may take; shows what they decided."""

    priority: ClassVar[Priority] = Priority.FOLLOW_UP
    suggestion: int

    @property
    def slot(self) -> str | None:
        return f"suggestion:{self.suggestion}"


@dataclass(frozen=True, slots=True)
class LessonsShown(Fact):
    """The asks that routing has learned from a member's answers."""

    member: int


@dataclass(frozen=True, slots=True)
class PastAsksListed(Fact):
    """The latest asks of the reader's circles."""


@dataclass(frozen=True, slots=True)
class AskSeen(Fact):
    """How likely an ask was the reader's, in percent, and the pairs of words that spoke for or against it."""

    referral: int
    percent: int
    because: tuple[tuple[str, str], ...] = ()


@dataclass(frozen=True, slots=True)
class ReferOutShown(Fact):
    """A client handed on, as the giver sees it: the questions first, then where it stands."""

    refer_out: int

    @property
    def slot(self) -> str | None:
        return f"refer-out:{self.refer_out}"


@dataclass(frozen=True, slots=True)
class ConsentAsked(Fact):
    """The question to a giver whether their client agreed to be put in touch; shows the answer once there is one.

    `turn` counts those who took the client before: with "one more" each of them is asked about anew.
    """

    refer_out: int
    turn: int = 0

    @property
    def slot(self) -> str | None:
        return f"consent:{self.refer_out}:{self.turn}" if self.turn else f"consent:{self.refer_out}"


@dataclass(frozen=True, slots=True)
class ClientShown(Fact):
    """The client handed on, to the receiver alone: how to reach them, once they have agreed."""

    refer_out: int
    to: int

    @property
    def slot(self) -> str | None:
        return f"client:{self.refer_out}:{self.to}"


@dataclass(frozen=True, slots=True)
class StatsShown(Fact):
    """What the reader gave and received, whom they called, and thanks."""


@dataclass(frozen=True, slots=True)
class NumbersShown(Fact):
    """A circle's numbers; for its hosts."""

    circle: int


@dataclass(frozen=True, slots=True)
class NumbersFiled(Fact):
    """A circle's numbers month by month, as a file; for its hosts."""

    circle: int


@dataclass(frozen=True, slots=True)
class MeetingsDrawn(Fact):
    """Who of a circle has met whom, as a picture; for its hosts."""

    circle: int


@dataclass(frozen=True, slots=True)
class GapMapShown(Fact):
    """The unmet asks of a circle by what was missing; for its hosts. `gaps`: see `bot.domain.gaps`."""

    circle: int
    gaps: str


@dataclass(frozen=True, slots=True)
class ExposureShown(Fact):
    """How the first offers of a circle were shared out; for its hosts."""

    circle: int


@dataclass(frozen=True, slots=True)
class ReflectionAsked(Fact):
    """One question of reflection. `run` is true while the questions come one after the other."""

    topic: str
    run: bool = True


@dataclass(frozen=True, slots=True)
class ReflectionShown(Fact):
    """A member's own answers, each with a button to read it whole and change it."""

    member: int


@dataclass(frozen=True, slots=True)
class ReflectionDone(Fact):
    """Three lines on what changed because of a member's answers."""

    member: int


@dataclass(frozen=True, slots=True)
class RulesShown(Fact):
    """A member's own rules for referring out."""

    member: int


@dataclass(frozen=True, slots=True)
class NamesOffered(Fact):
    """The names of one answer, by the number of its question, each to be noted as a prospect with one tap."""

    member: int
    number: int

    @property
    def slot(self) -> str | None:
        return f"names:{self.member}:{self.number}"


@dataclass(frozen=True, slots=True)
class ReferOutOffered(Fact):
    """The customer whom a member could refer now, as a command to send."""

    member: int


@dataclass(frozen=True, slots=True)
class ProspectsListed(Fact):
    """All prospects of a member."""

    member: int


@dataclass(frozen=True, slots=True)
class ProspectShown(Fact):
    """One prospect, with how far the member has come."""

    prospect: int

    @property
    def slot(self) -> str | None:
        return f"prospect:{self.prospect}"


@dataclass(frozen=True, slots=True)
class InvitationShown(Fact):
    """The words with which a member may invite a prospect into a circle."""

    prospect: int
    circle: int


@dataclass(frozen=True, slots=True)
class OverlapChoice(Fact):
    """Everybody in the reader's circles, to compare with."""


@dataclass(frozen=True, slots=True)
class OverlapShown(Fact):
    """Where the reader and another member overlap and differ: see `bot.domain.overlap.Overlap`, whose fields these
    are. Quotes are shown only while they still stand in the two statements."""

    member: int
    services: Pairs = ()
    clients: Pairs = ()
    apart: Pairs = ()
    words: Pairs = ()
    send_me: Pairs = ()
    send_them: Pairs = ()
    same_trade: bool = False
    mine_reach_them: bool = False
    theirs_reach_me: bool = False


FACTS: dict[str, type[Fact]] = {
    kind.__name__: kind
    for kind in (
        Note, CircleWelcomed, CircleShown, SettingsShown, Asked, PlayedBack, ProfileShown, MemberShown, MembersListed,
        CardShown, OfferMade, MemberPicked, Introduced, FollowedUp, ThanksOffered, ThanksSaid, Nudged, NudgeOfDay,
        NudgeSettingsShown, Exported, SuggestionMade, LessonsShown, PastAsksListed, AskSeen, ExposureShown,
        ReferOutShown, ConsentAsked, ClientShown, StatsShown, NumbersShown, NumbersFiled, MeetingsDrawn, GapMapShown,
        CallConfirmed, ChallengeOffered, ChallengeShown, ChallengePictured, ChallengeSummed, ChallengeShared,
        DriveShown, DriveOffered, QualitiesAsked, BringsAsked,
        ReflectionAsked, ReflectionShown, ReflectionDone, RulesShown, NamesOffered, ReferOutOffered, ProspectsListed,
        ProspectShown, InvitationShown, OverlapChoice, OverlapShown,
    )
}  # fmt: skip


def write_fact(fact: Fact) -> tuple[str, Json]:
    """A fact as its name and a JSON object."""
    return type(fact).__name__, asdict(fact)


def read_fact(name: str, values: Json) -> Fact:
    """The fact that `write_fact` wrote. Raises KeyError or TypeError for one that this version does not know."""
    if name == "Note":
        rows = tuple(tuple(tuple(button) for button in row) for row in values.get("buttons", ()))  # type: ignore[attr-defined]
        return Note(**{**values, "buttons": rows})  # type: ignore[arg-type]
    for listed in ("brings", "examples"):
        if listed in values:
            values = {**values, listed: tuple(values[listed])}  # type: ignore[arg-type]
    if name == "AskSeen":
        because = tuple((str(ask), str(words)) for ask, words in values.get("because", ()))  # type: ignore[attr-defined]
        return AskSeen(**{**values, "because": because})  # type: ignore[arg-type]
    if name == "OverlapShown":
        read = {key: tuple((a, b) for a, b in v) if isinstance(v, list | tuple) else v for key, v in values.items()}
        return OverlapShown(**read)  # type: ignore[arg-type]
    return FACTS[name](**values)
