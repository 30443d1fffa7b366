"""Reflection: ten questions that a member answers for themselves, and what follows from the answers."""

import re
import zlib
from collections.abc import Container, Mapping
from dataclasses import dataclass
from enum import StrEnum

from bot.domain.answers import Unusable
from bot.domain.asks import MASK, clean, fold, mask_contacts

LONGEST_REFLECTION = 1000
LONGEST_NAME = 60
MOST_NAMES = 8  # out of one answer
MOST_RULES = 6  # out of one answer


class Topic(StrEnum):
    """The ten questions, in the order in which they are asked."""

    RIVALS = "rivals"
    OTHERWISE = "otherwise"
    SERVICES = "services"
    REFERRED = "referred"
    STOPS = "stops"
    CONDITIONS = "conditions"
    ASSOCIATION = "association"
    BROUGHT = "brought"
    CONTACTS = "contacts"
    CUSTOMER = "customer"

    @property
    def number(self) -> int:
        """Its place among the ten, from 1."""
        return list(Topic).index(self) + 1


NAMING = (Topic.RIVALS, Topic.OTHERWISE, Topic.CONTACTS)  # answers that name people and firms
Answers = Mapping[Topic, str]  # an empty answer is a question that was left out


@dataclass(frozen=True, slots=True)
class ReferOutRules:
    """When a member hands a client on, and what holds them back: in their own words."""

    when: tuple[str, ...]
    unless: tuple[str, ...]

    def __len__(self) -> int:
        return len(self.when) + len(self.unless)


def topic_of(number: int) -> Topic:
    """The question with a number from 1 to 10."""
    return list(Topic)[number - 1]


def topic_after(topic: Topic, answers: Answers) -> Topic | None:
    """The next question without an answer; None after the last."""
    later = list(Topic)[topic.number :]
    return next((one for one in later if not answers.get(one)), None)


def first_open(answers: Answers) -> Topic | None:
    """Where to go on: the first question never asked, else the first that was left out; None if all is said."""
    new = next((one for one in Topic if one not in answers), None)
    return new or next((one for one in Topic if not answers[one]), None)


def read_reflection(text: str) -> str | Unusable:
    """An answer as it is kept."""
    words = clean(text)
    if not any(c.isalnum() for c in words):
        return Unusable.EMPTY
    return words if len(words) <= LONGEST_REFLECTION else Unusable.TOO_LONG


_NOTHING = re.compile(
    r"(?i)(?:no|none|nope|nobody|no one|noone|nothing|not really|not that i know|i (?:don.?t|do not) know|don.?t know|"
    r"never|n/?a|not sure|keine?|niemand|nichts|nein|wei(?:ß|ss) nicht)"
    r"(?: (?:really|yet|so far|at all|much|idea))*[\s.!–-]*"
)
_LEAD_IN = re.compile(  # what stands before a name where nobody writes capital letters
    r"(?i)^(?:(?:and|or|also|then|maybe|perhaps|probably|mainly|mostly|certainly|i (?:think|guess|suppose|know)|it is|"
    r"there (?:is|are)|it would be|they would go to|people like|someone like|of course|above all)[\s,:]+)+"
)
_PARTS = re.compile(
    r"\s*[,;\n•|/、，；]\s*|(?<=[^\W\d_]{4})[.!?…]\s+|"
    r"\s+(?:and|und|or|oder)\s+(?!(?i:sons?|daughters?|partners?|co|brothers|söhne)\b)"
)
_CAPITAL = r"[^\W\d_a-zß-ÿ]"
_RUN = re.compile(
    rf"(?<!\w){_CAPITAL}[\w'’.&-]*(?:\s+(?:(?:of|the|de|da|van|von|der|for|and|und|&)\s+)*{_CAPITAL}[\w'’.&-]*)*"
)
_OPENING = re.compile(  # words with a capital letter only because a sentence begins with them
    r"(?:I|The|A|An|My|Our|Some|One|His|Her|Their|And|Also|Maybe|Perhaps|Probably|Mainly|Mostly|Wohl|Auch|Vielleicht|"
    r"Der|Die|Das|Ein|Eine|Mein|Meine|There|They|It|We|You|In|At|If|When|Then|Certainly|People|Someone)(?:\s+|$)"
)
_MOST_WORDS = 4  # of something that may be a name without a capital letter


def says_nothing(answer: str) -> bool:
    """Whether an answer is only another way to say "none"."""
    return not answer or bool(_NOTHING.fullmatch(answer.strip()))


def names_in(answer: str) -> list[str]:
    """The people and firms that an answer names, in its order, each once; contact details are never part of a name.

    1. The answer is cut at commas, lines and "and".
    2. Of each part, the longest run of words with capital letters is the name, whatever is said around it.
    3. Where nothing has a capital letter, as in many scripts and much typing, short parts are names.
    """
    parts = [part for part in _PARTS.split(mask_contacts(answer).replace(MASK, "\n")) if part and part.strip()]
    if not parts or says_nothing(parts[0]):
        return []
    names = [name for part in parts if (name := _capitals(part))] or [name for part in parts if (name := _bare(part))]
    found = {fold(name): name[:LONGEST_NAME].strip() for name in reversed(names) if fold(name)}
    return list(reversed(found.values()))[:MOST_NAMES]


def _capitals(part: str) -> str:
    runs = [match[0] for match in _RUN.finditer(part)]
    while any(_OPENING.match(run) for run in runs):
        runs = [_OPENING.sub("", run, count=1) for run in runs]
    return max((run.strip(" .'’&-") for run in runs), key=len, default="")


def _bare(part: str) -> str:
    words = _LEAD_IN.sub("", re.sub(r"^\s*(?:\d+\s*[.)]|[-*–])\s*", "", part))
    words = re.split(r"\s+[-–—]+\s+|\s*[(:]", words)[0].strip(" \t.!?\"“”„'’)-–")
    talk = re.match(r"(?i)(?:the|a|an|my|our|some|i|we|they|it|who|which|that|not|but|really|honestly)\b", words)
    return "" if talk or len(words.split()) > _MOST_WORDS or not any(c.isalpha() for c in words) else words


def digest_of(name: str) -> int:
    """A number for a name, so that a button can mean it."""
    return zlib.crc32(fold(name).encode("utf-8", "replace"))


def refer_out_rules(answers: Answers) -> ReferOutRules:
    """The rules that follow from the conditions a member named, and from what they said would stop them."""
    return ReferOutRules(_rules(answers.get(Topic.CONDITIONS, "")), _rules(answers.get(Topic.STOPS, "")))


def _rules(answer: str) -> tuple[str, ...]:
    if says_nothing(answer):
        return ()
    parts = re.split(r"\s*[;\n]\s*|(?<=[.!?…])\s+", answer)
    parts = [re.sub(r"^\s*(?:\d+\s*[.)]|[-*•–])\s*", "", part).strip().rstrip(".;") for part in parts]
    return tuple(part for part in parts if any(c.isalnum() for c in part))[:MOST_RULES]


def mentions(answers: Answers, names: Container[str]) -> bool:
    """Whether the rivals a member named are among some names, given as `fold` makes them."""
    said = (name for topic in (Topic.RIVALS, Topic.OTHERWISE) for name in names_in(answers.get(topic, "")))
    return any(fold(name) in names for name in said)
