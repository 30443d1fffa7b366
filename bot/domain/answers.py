"""What a member's answer to a profile question means: the values to keep, or why it cannot be used."""

import re
from collections.abc import Mapping
from enum import StrEnum

from bot.domain.asks import LONGEST_ANSWER, clean, length, split_phrases
from bot.domain.hours import parse_hour
from bot.domain.member import Question
from bot.domain.zones import parse_zone

LONGEST_PLACE = 120
MOST_LANGUAGES = 8


class Unusable(StrEnum):
    """Why an answer was not kept: told by the text of the same name."""

    EMPTY = "answer_empty"
    TOO_LONG = "answer_too_long"
    NO_ZONE = "answer_no_zone"
    NO_HOUR = "answer_no_hour"
    WORDS_PLEASE = "words_please"


def read_answer(question: Question, text: str, zone: str = "") -> Mapping[str, object] | Unusable:
    """The columns of a member that an answer sets. `zone`: the one that they are taken to live in so far."""
    words = clean(text)
    if not any(c.isalnum() for c in words):
        return Unusable.EMPTY
    if length(words) > LONGEST_ANSWER:
        return Unusable.TOO_LONG
    match question:
        case Question.LISTEN_FOR:
            phrases = split_phrases(words)
            return {"listen_for": phrases} if phrases else Unusable.EMPTY
        case Question.PLACE:
            return {"place": words} if length(words) <= LONGEST_PLACE else Unusable.TOO_LONG
        case Question.LANGUAGES:
            languages = read_languages(words)
            return {"languages": languages} if languages else Unusable.EMPTY
        case Question.ZONE:
            found = parse_zone(words, zone)
            return {"zone": found, "zone_known": True} if found else Unusable.NO_ZONE
        case Question.NUDGE_AT:
            hour = parse_hour(words)
            return {"nudge_at": hour, "nudge_on": True} if hour else Unusable.NO_HOUR
        case _:
            return {str(question): words}


def read_languages(text: str) -> list[str]:
    """The languages named in an answer, in its order, each once."""
    parts = re.split(r"\s*(?:[,;/&+\n]|\band\b|\bund\b|\bplus\b)\s*", text)
    names = [part.strip(" .").capitalize() for part in parts]
    return list(dict.fromkeys(name for name in names if name))[:MOST_LANGUAGES]
