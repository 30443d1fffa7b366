"""The perfect collaborator: which qualities a member looks for, and what two members could do for each other.

Words are compared by their beginnings; nothing here knows a language model, so that an answer is the same anywhere.
"""

import re
from collections.abc import Iterable
from dataclasses import dataclass
from enum import StrEnum

from bot.domain.member import VAGUE, Member
from bot.domain.routing import things

STEM = 6  # letters by which two words are taken for one: "bookkeeper", "bookkeeping"
SHORTEST = 4
_PAUSE = re.compile(r"[.,;:!?…()\n]|\s[-–—]\s")


class Quality(StrEnum):
    """What a member may look for in a collaborator, by one tap."""

    OPENNESS = "openness"
    SKILLS = "skills"
    INTEGRITY = "integrity"
    HONESTY = "honesty"
    COMMITMENT = "commitment"
    FOCUS = "focus"


# Words that say that somebody brings a quality.
_SAID: dict[Quality, tuple[str, ...]] = {
    Quality.OPENNESS: ("open", "collab", "share", "togeth", "curiou"),
    Quality.SKILLS: ("skill", "expert", "experi", "knowle", "traine", "certif", "qualif", "years"),
    Quality.INTEGRITY: ("integr", "reliab", "trust", "promis", "princi"),
    Quality.HONESTY: ("honest", "frank", "candid", "straig", "truth"),
    Quality.COMMITMENT: ("commit", "dedica", "loyal", "persis", "follow"),
    Quality.FOCUS: ("focus", "specia", "niche", "concen"),
}


@dataclass(frozen=True, slots=True)
class Words:
    """The telling words of a text: beginnings, each with a word that begins so."""

    stems: frozenset[str]
    whole: tuple[tuple[str, str], ...]

    def named(self, stems: Iterable[str], most: int = 3) -> str:
        """Up to `most` of the words with these beginnings, in the order of the text."""
        wanted = set(stems)
        return ", ".join([word for stem, word in self.whole if stem in wanted][:most])


def telling(*texts: str) -> Words:
    """The telling words of texts, without the little ones and those that everybody uses."""
    whole: dict[str, str] = {}
    for text in texts:
        for word in re.findall(r"[^\W\d_]{3,}", text.casefold()):
            if len(word) >= SHORTEST and word not in VAGUE:
                whole.setdefault(word[:STEM], word)
    return Words(frozenset(whole), tuple(whole.items()))


def opening(text: str) -> str:
    """The first telling words of a statement, up to where it pauses."""
    return next((piece for piece in _trimmed(_PAUSE.split(text)) if telling(piece).stems), "")


def wanted_by(said: str, not_a_fit: str) -> str:
    """The first thing of somebody's not-a-fit that what another says of themselves names, in so many words; or ""."""
    stems = telling(said).stems
    return next((piece for piece in _trimmed(things(not_a_fit)) if (own := telling(piece).stems) and own <= stems), "")


def _trimmed(pieces: Iterable[str]) -> list[str]:
    return [piece.strip(" -–—\"'“”") for piece in pieces]


def qualities_brought(member: Member) -> frozenset[Quality]:
    """The qualities that a member's own words about what they bring speak of."""
    words = re.findall(r"[^\W\d_]+", member.brings.casefold())
    return frozenset(one for one, said in _SAID.items() if any(word.startswith(said) for word in words))


def qualities_met(seeker: Member, other: Member) -> list[Quality]:
    """The qualities that one looks for and the other brings, in their fixed order."""
    brought = qualities_brought(other)
    return [one for one in Quality if one in seeker.seeks and one in brought]


def hours_in_common(offset: float, other: float) -> float:
    """How many hours of two people's days (8:00 to 21:00) meet, given their offsets from UTC in hours: 0 to 13."""
    apart = abs(offset - other) % 24
    return max(0.0, 13 - min(apart, 24 - apart))
