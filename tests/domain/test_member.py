"""A member: what says enough to route by, what is still to be asked, when they may be written to."""

from dataclasses import replace
from datetime import UTC, datetime, timedelta

import pytest

from bot.domain.member import Member, Question, is_vague, question_after

NOW = datetime(2026, 3, 3, 9, tzinfo=UTC)
ANNA = Member(id=1, first_name="Anna", created_at=NOW)


@pytest.mark.parametrize(
    "words",
    [
        "",
        "anyone who needs help",
        "Everyone!",
        "Any business owner.",
        "People who want to grow",
        "small businesses",
        "Companies of all sizes",
        "clients who value quality",
        "nice people who pay on time",
        "SMEs",
        "businesses that need support",
        "all kinds of clients",
        "entrepreneurs who want more success",
        "whoever calls",
        "anyone in Bristol",
        "jeder, der Hilfe braucht",
        "Kleine Unternehmen",
        "10 to 50 people",
        "?",
    ],
)
def test_what_says_too_little(words: str) -> None:
    assert is_vague(words)


@pytest.mark.parametrize(
    "words",
    [
        "Dentists",
        "bakeries",
        "Small bakeries",
        "Landlords with flats",
        "Owner-run bakeries, cafés and restaurants with 3 to 15 staff",
        "Freelance designers who hate paperwork",
        "Couples who want a relaxed country wedding",
        "anyone planning a wedding in Bristol",
        "women over 50 returning to work after burnout",
        "people who have just been made redundant",
        "Start-ups before their first funding round",
        "Handwerksbetriebe mit 5 bis 20 Mitarbeitern",
        "旅行者",
    ],
)
def test_what_says_enough(words: str) -> None:
    assert not is_vague(words)


def test_the_questions_come_one_after_the_other() -> None:
    asked = [Question.WHAT_I_DO]
    while following := question_after(asked[-1], list(Question)):
        asked.append(following)
    assert asked == list(Question)


def test_a_question_that_has_its_answer_is_not_asked_again() -> None:
    left = [Question.WHAT_I_DO, Question.PLACE]
    assert question_after(Question.PERFECT_CLIENT, left) is Question.PLACE
    assert question_after(Question.PLACE, left) is None


def test_what_has_no_answer_is_still_to_be_asked() -> None:
    assert ANNA.unanswered() == list(Question)
    told = replace(ANNA, what_i_do="Weddings", listen_for=("we got engaged",), zone_known=True, nudge_on=True)
    assert told.unanswered() == [Question.PERFECT_CLIENT, Question.NOT_A_FIT, Question.PLACE, Question.LANGUAGES]


@pytest.mark.parametrize(
    ("said", "routable"),
    [
        ({}, False),
        ({"not_a_fit": "weddings", "place": "Bath", "languages": ("English",)}, False),
        ({"what_i_do": "Weddings"}, True),
        ({"perfect_client": "Couples"}, True),
        ({"listen_for": ("we got engaged",)}, True),
    ],
)
def test_who_can_be_routed_to(said: dict[str, object], routable: bool) -> None:
    assert replace(ANNA, **said).routable is routable  # type: ignore[arg-type]


@pytest.mark.parametrize(
    ("row", "asked"),
    [
        ({}, True),
        ({"reachable": False}, False),
        ({"paused": True}, False),
        ({"paused": True, "paused_until": NOW + timedelta(days=1)}, False),
        ({"paused": True, "paused_until": NOW}, True),
        ({"what_i_do": ""}, False),
    ],
)
def test_who_may_be_asked(row: dict[str, object], asked: bool) -> None:
    member = replace(ANNA, **{"what_i_do": "Weddings", **row})  # type: ignore[arg-type]
    assert member.may_be_asked(NOW) is asked


def test_routing_reads_every_statement_of_a_member() -> None:
    member = replace(
        ANNA, what_i_do="a", perfect_client="b", not_a_fit="c", listen_for=("d",), place="e", languages=("f",)
    )
    read = member.statement(examples=("g",), counter_examples=("h",))
    shown = (read.what_i_do, read.perfect_client, read.not_a_fit, *read.listen_for, read.place, *read.languages)
    assert (read.member, shown, read.examples, read.counter_examples) == (1, tuple("abcdef"), ("g",), ("h",))


@pytest.mark.parametrize(
    ("first", "last", "name"), [("Anna", "Berg", "Anna Berg"), ("Anna", "", "Anna"), ("", "", "?")]
)
def test_a_name_is_never_empty(first: str, last: str, name: str) -> None:
    assert replace(ANNA, first_name=first, last_name=last).name == name
