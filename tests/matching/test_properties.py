"""What holds for every text and every circle."""

from collections.abc import Sequence
from dataclasses import replace

from hypothesis import given, settings
from hypothesis import strategies as st

from bot.domain.routing import Fit, Statement
from bot.matching import Engine, load_engine
from bot.matching.circle import WIDE

from .conftest import CIRCLE

ANYTHING = st.text(st.characters(codec=None), max_size=120)
VOCABULARY = (
    *("who", "can", "help", "landlord", "flats", "receipts", "café", "stand,", "divorce.", "banner?", "gym!", "你好"),
    *("ünïcode", "—", "(tax)", "12", "\ud83d"),
)
WORDS = st.lists(st.sampled_from(VOCABULARY), max_size=14).map(" ".join)
TEXTS = st.one_of(ANYTHING, WORDS)
STATEMENTS = st.builds(
    Statement,
    member=st.one_of(st.integers(), st.text(max_size=4)),
    what_i_do=TEXTS,
    perfect_client=TEXTS,
    not_a_fit=TEXTS,
    listen_for=st.lists(TEXTS, max_size=2).map(tuple),
    place=TEXTS,
    languages=st.lists(TEXTS, max_size=2).map(tuple),
    examples=st.lists(TEXTS, max_size=1).map(tuple),
    counter_examples=st.lists(TEXTS, max_size=1).map(tuple),
)
CIRCLES = st.lists(STATEMENTS, max_size=4, unique_by=lambda statement: statement.member)


@settings(max_examples=25)
@given(text=TEXTS, members=CIRCLES)
def test_any_unicode_is_survived_and_evidence_is_literal(engine: Engine, text: str, members: list[Statement]) -> None:
    routing = engine.route(text, members)
    assert {fit.member for fit in routing.ranked} == {member.member for member in members}
    assert len(routing.ranked) == len(members)
    assert routing.ranked[: len(routing.routed)] == routing.routed
    for fit in routing.ranked:
        assert 0 <= fit.fit <= 1
        _literal(text, next(member for member in members if member.member == fit.member), fit)
    for member in members:
        _literal(text, member, engine.why(text, member, members))


@settings(max_examples=30)
@given(text=WORDS, order=st.permutations(CIRCLE))
def test_the_order_of_members_does_not_matter(engine: Engine, text: str, order: Sequence[Statement]) -> None:
    assert engine.route(text, order) == engine.route(text, CIRCLE)


@settings(max_examples=15)
@given(text=TEXTS)
def test_the_same_input_gives_the_same_answer(engine: Engine, text: str) -> None:
    assert engine.route(text, CIRCLE) == engine.route(text, CIRCLE)


def test_another_worker_gives_the_same_answer(engine: Engine) -> None:
    text = "Landlord with twelve flats, certificates overdue, and he is getting divorced. Who?"
    assert load_engine().route(text, CIRCLE[::-1]) == engine.route(text, CIRCLE)


@given(keys=st.lists(st.one_of(st.integers(), st.text(max_size=3)), min_size=2, max_size=4, unique=True))
def test_equal_members_come_by_key(engine: Engine, keys: list[int | str]) -> None:
    members = [Statement(member=key, what_i_do="Beekeeper", perfect_client="Schools with a garden") for key in keys]
    ranked = engine.route("A school garden wants bees. Who?", members).ranked
    assert [fit.member for fit in ranked] == sorted(keys, key=lambda key: (isinstance(key, str), key))


def _literal(text: str, statement: Statement, fit: Fit) -> None:
    said = (
        statement.what_i_do, statement.perfect_client, statement.not_a_fit, statement.business,
        *statement.listen_for, *statement.examples, *statement.counter_examples,
    )  # fmt: skip
    for pair in fit.because:
        assert pair.ask in text
        assert any(pair.statement in own for own in said)
        assert pair.ask.strip()
        assert pair.statement.strip()


def test_a_large_circle_is_ranked_whole_in_any_order(engine: Engine) -> None:
    many = [replace(CIRCLE[number % 5], member=number) for number in range(WIDE + 20)]
    text = "Two friends are splitting up and want it fair, without a judge. Who?"
    ranked = engine.route(text, many).ranked
    assert ranked == engine.route(text, many[::-1]).ranked
    assert {fit.member for fit in ranked} == set(range(WIDE + 20))
