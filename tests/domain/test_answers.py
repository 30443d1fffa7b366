"""What an answer to a question of the profile means."""

from datetime import time

import pytest
from hypothesis import given
from hypothesis import strategies as st

from bot.domain.answers import LONGEST_PLACE, MOST_LANGUAGES, Unusable, read_answer, read_languages
from bot.domain.asks import LONGEST_ANSWER
from bot.domain.member import Question
from bot.locales import LANGUAGES, texts


@pytest.mark.parametrize(
    ("question", "text", "kept"),
    [
        (Question.WHAT_I_DO, "  I plan   weddings ", {"what_i_do": "I plan weddings"}),
        (Question.PERFECT_CLIENT, "Couples", {"perfect_client": "Couples"}),
        (Question.NOT_A_FIT, "Clubs\nand bars", {"not_a_fit": "Clubs\nand bars"}),
        (Question.LISTEN_FOR, "one\n2. two", {"listen_for": ["one", "two"]}),
        (Question.PLACE, "Bath", {"place": "Bath"}),
        (Question.LANGUAGES, "english and german", {"languages": ["English", "German"]}),
        (Question.ZONE, "Bristol", {"zone": "Europe/London", "zone_known": True}),
        (Question.NUDGE_AT, "7:30", {"nudge_at": time(7, 30), "nudge_on": True}),
        (Question.NUDGE_AT, "0:00", {"nudge_at": time(0), "nudge_on": True}),
        (Question.ZONE, "Narnia", Unusable.NO_ZONE),
        (Question.NUDGE_AT, "soon", Unusable.NO_HOUR),
        (Question.PLACE, "x" * (LONGEST_PLACE + 1), Unusable.TOO_LONG),
        *((question, "x" * (LONGEST_ANSWER + 1), Unusable.TOO_LONG) for question in Question),
        *((question, nothing, Unusable.EMPTY) for question in Question for nothing in ("", " \n", "\u200b", "…", "🙂")),
    ],
)
def test_read_answer(question: Question, text: str, kept: object) -> None:
    assert read_answer(question, text) == kept


@given(st.sampled_from(Question), st.text(max_size=700))
def test_any_text_is_an_answer_or_says_why_not(question: Question, text: str) -> None:
    kept = read_answer(question, text)
    if not isinstance(kept, Unusable):
        assert kept
        assert all(value not in ("", []) for value in kept.values())


@pytest.mark.parametrize("language", LANGUAGES)
@pytest.mark.parametrize("why", Unusable)
def test_every_reason_has_its_words(language: str, why: Unusable) -> None:
    assert texts(language)[why]


@pytest.mark.parametrize(
    ("text", "names"),
    [
        ("English, German", ["English", "German"]),
        ("english / german & french", ["English", "German", "French"]),
        ("Deutsch und Englisch", ["Deutsch", "Englisch"]),
        ("English, english", ["English"]),
        ("Finland Swedish", ["Finland swedish"]),
        (", ,", []),
        ("Roundhand", ["Roundhand"]),
        (",".join(f"L{n}" for n in range(20)), [f"L{n}" for n in range(MOST_LANGUAGES)]),
    ],
)
def test_read_languages(text: str, names: list[str]) -> None:
    assert read_languages(text) == names
