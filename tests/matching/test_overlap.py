"""Where two statements overlap: the same from both sides, quoted and never invented, for every text."""

from hypothesis import given, settings
from hypothesis import strategies as st

from bot.domain.overlap import Overlap
from bot.domain.routing import Statement
from bot.matching import Engine, load_engine

PIECES = (
    *("Bookkeeper for bakeries.", "Bookkeeper; payroll", "bakeries, cafés and shops", "my receipts are in a shoebox"),
    *(
        "Wedding planner",
        "couples with 80 guests",
        "Freelancers.",
        "VAT!",
        "你好。面包店",
        "ünïcode —",
        "\ud83d",
        " ",
        "12",
        "\n",
    ),
)
TEXTS = st.one_of(
    st.lists(st.sampled_from(PIECES), max_size=4).map(" ".join), st.text(st.characters(codec=None), max_size=60)
)
STATEMENTS = st.builds(
    Statement,
    member=st.integers(0, 3),
    what_i_do=TEXTS,
    perfect_client=TEXTS,
    not_a_fit=TEXTS,
    listen_for=st.lists(TEXTS, max_size=2).map(tuple),
    place=st.sampled_from(["", "Bristol", "Berlin"]),
)
BEN = Statement(
    1,
    "Bookkeeper. Monthly books, VAT, payroll for small food businesses.",
    "Owner-run bakeries, cafés and restaurants with 3 to 15 staff whose receipts are in a shoebox.",
    "Freelancers and limited companies.",
)
CARLA = Statement(
    2,
    "Bookkeeper and tax adviser for freelancers.",
    "Freelance designers, writers and developers who hate paperwork and want their tax return done.",
)
COACH = Statement(3, "Business coach for founders.", "Founders of small food businesses, bakeries and cafés.")
DEV = Statement(4, "Electrician: rewires, fuse boards.", "Landlords and letting agents who need certificates on time.")


def said(statement: Statement) -> list[str]:
    return [statement.what_i_do, statement.perfect_client, statement.not_a_fit, *statement.listen_for]


def check(one: Statement, other: Statement, found: Overlap) -> None:
    for pairs in (found.services, found.clients, found.apart, found.words, found.send_me, found.send_them):
        for mine, theirs in pairs:
            assert any(mine in text for text in said(one))
            assert any(theirs in text for text in said(other))
            assert mine or theirs
    assert len(found.services) <= 3
    assert len(found.clients) <= 3


@settings(max_examples=20)
@given(one=STATEMENTS, other=STATEMENTS)
def test_the_same_from_both_sides_and_literal(engine: Engine, one: Statement, other: Statement) -> None:
    found = engine.overlap(one, other)
    assert engine.overlap(other, one) == found.mirrored()
    assert found.mirrored().mirrored() == found
    check(one, other, found)


@settings(max_examples=10)
@given(one=STATEMENTS)
def test_those_who_say_the_same_differ_in_nothing(engine: Engine, one: Statement) -> None:
    found = engine.overlap(one, one)
    assert found == found.mirrored()
    assert found.apart == found.words == found.send_me == found.send_them == ()


def test_the_same_in_another_process(engine: Engine) -> None:
    assert load_engine().overlap(CARLA, BEN) == engine.overlap(BEN, CARLA).mirrored()


def test_two_of_one_trade(engine: Engine) -> None:
    found = engine.overlap(BEN, CARLA)
    assert found.same_trade
    assert ("Bookkeeper.", "Bookkeeper and tax adviser for freelancers.") in found.services
    assert found.clients == ()
    assert "bakeries" in [mine for mine, _ in found.words]
    assert "developers" in [theirs for _, theirs in found.words]
    assert not found.mine_reach_them
    assert not found.theirs_reach_me
    assert found.send_them[0][0] == "Freelancers and limited companies."


def test_other_trades_for_the_same_clients(engine: Engine) -> None:
    found = engine.overlap(BEN, COACH)
    assert not found.same_trade
    assert found.services == ()
    assert found.clients
    assert found.send_me == (("Bookkeeper.", ""),)
    assert found.send_them == (("", "Business coach for founders."),)
    assert found.mine_reach_them


def test_nothing_in_common(engine: Engine) -> None:
    found = engine.overlap(COACH, DEV)
    assert found.services == found.clients == ()
    assert not found.same_trade
    assert not found.mine_reach_them
    assert not found.theirs_reach_me
    assert found.send_them[0][1].startswith("Landlords and letting agents")
