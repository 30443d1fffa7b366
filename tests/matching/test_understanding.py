"""A statement is tried against made-up asks; a better one is made of the member's and the clients' own words."""

from dataclasses import replace

import pytest

from bot.domain.routing import Reach, Sharpening, Statement
from bot.matching import Engine
from bot.matching.trades import trades

VAGUE = [
    "Anyone who needs help", "Everybody who wants to grow", "All kinds of people and companies", "asdf qwer",
    "small businesses", "Business owners", "Anybody who needs advice", "Kleine und mittlere Unternehmen",
    "My clients are people who want more out of life, who are open minded, friendly and motivated.",
    "Businesses of every size and industry that want to save time and money, and get better results.",
    "Small and medium-sized businesses, start-ups, entrepreneurs, freelancers and corporates that want to grow",
]  # fmt: skip
# Few words, or of trades that no made-up ask is about, and yet nobody would take them for everybody.
CLEAR = [
    ("", "Landlords"), ("", "Owner-run bakeries"), ("", "Musicians with back pain"),
    ("Pet sitting in your own house, overnight included.",
     "People who travel for work several times a year and have a cat or an older dog that hates kennels."),
    ("Localisation manager for hire: string extraction, translation memories, testing.",
     "Software company with a product in English only and the first real customers in Germany, France or Japan."),
    ("Milking machine testing, pulsators, vacuum pumps.",
     "Cow cockies in the Waikato with a herringbone or rotary, 200 to 800 in milk, owner operator."),
]  # fmt: skip


def test_a_clear_statement_brings_asks_of_its_trade(engine: Engine, circle: tuple[Statement, ...]) -> None:
    seen = engine.understand(circle[1], circle)
    own = next(trade for trade in trades() if trade.trade.startswith("family lawyer"))
    assert set(seen.brings) & set(own.asks)
    assert seen.sends_on not in seen.brings
    assert seen.reach is Reach.CLEAR
    assert seen.question is None


@pytest.mark.parametrize("text", VAGUE)
def test_a_vague_statement_is_asked_about(engine: Engine, circle: tuple[Statement, ...], text: str) -> None:
    seen = engine.understand(Statement("new", perfect_client=text), circle)
    assert seen.reach in (Reach.EVERYTHING, Reach.NOTHING)
    assert seen.question in (Sharpening.WHOM, Sharpening.TROUBLE)


@pytest.mark.parametrize(("trade", "client"), CLEAR)
def test_a_plain_statement_of_few_or_rare_words_is_clear(engine: Engine, trade: str, client: str) -> None:
    seen = engine.understand(Statement("new", what_i_do=trade, perfect_client=client))
    assert seen.reach is Reach.CLEAR


def test_nothing_said_is_nothing_understood(engine: Engine) -> None:
    seen = engine.understand(Statement("new"))
    assert (seen.brings, seen.sends_on, seen.reach) == ((), None, Reach.NOTHING)


def test_who_says_the_same_as_another_is_asked_for_the_difference(
    engine: Engine, circle: tuple[Statement, ...]
) -> None:
    seen = engine.understand(replace(circle[2], member="twin"), circle)
    assert (seen.reach, seen.question, seen.rival) == (Reach.ANOTHERS, Sharpening.DIFFERENCE, 3)


def test_a_clear_statement_without_a_limit_is_asked_for_one(engine: Engine, circle: tuple[Statement, ...]) -> None:
    assert engine.understand(replace(circle[1], not_a_fit=""), circle).question is Sharpening.LIMIT


def test_listen_fors_of_a_known_trade(engine: Engine, circle: tuple[Statement, ...]) -> None:
    known = next(trade for trade in trades() if trade.trade.startswith("family lawyer"))
    assert engine.examples_of_trade(circle[1]) == known.says
    assert engine.examples_of_trade(Statement("new", what_i_do="qwx zzk")) == ()


def test_a_better_sentence_is_made_of_own_words_and_clients_words(
    engine: Engine, circle: tuple[Statement, ...]
) -> None:
    asks = [
        "Potter friend just registered for VAT, the return is late and she panics",
        "Ceramics studio with two staff, VAT return is three weeks late",
        "My neighbour's furniture workshop got a letter, VAT return overdue, who can help?",
    ]
    better = engine.suggest_sentence(circle[0], asks)
    assert better is not None
    assert better.startswith(circle[0].perfect_client.rstrip("."))
    quoted = [piece.split("”")[0] for piece in better.split("“")[1:]]
    assert quoted
    assert all(any(piece in ask for ask in asks) for piece in quoted)
    against = engine.suggest_sentence(circle[0], asks, against=True)
    assert against is not None
    assert against.startswith("Limited companies with staff")


def test_no_sentence_from_few_or_unlike_asks(engine: Engine, circle: tuple[Statement, ...]) -> None:
    assert engine.suggest_sentence(circle[0], ["VAT return late", "VAT again"]) is None
    unlike = ["A tortoise is ill", "We need a mural on a wall", "Parcel to Norway, customs sent it back"]
    assert engine.suggest_sentence(circle[0], unlike) is None
