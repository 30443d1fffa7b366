"""The engine finds who is meant when no word is shared, leaves out who said no, and stays silent when nobody fits."""

from dataclasses import replace

import pytest

from bot.domain.routing import Statement
from bot.matching import Engine

MEANT = [
    ("My barber friend works for himself and hasn't opened his post since spring, HMRC wants something. Who?", 1),
    ("Pals of mine are splitting up after twenty years. No drama, they just want it fair, without a judge.", 2),
    ("sparky? agent with twelve flats, safety reports overdue", 3),
    ("My mum had her hip done and the hospital said build it up, but she won't set foot in a fitness club.", 4),
    (
        "Trade fair is on Friday and the roller banners came with the wrong phone number! Who prints fast?",
        5,
    ),
]
NOBODY = [
    "Can anyone recommend a vet for an old tortoise?",
    "Looking for a patent attorney for a folding bicycle rack.",
    "Who does thermal drone surveys of warehouse roofs?",
]
CHATTER = [
    "Thanks everybody for coming yesterday, what a lovely breakfast! 🎉",
    "Cheers to whoever sent me the nice couple, they signed this morning 👏",
]


@pytest.mark.parametrize(("ask", "member"), MEANT)
def test_the_one_who_is_meant_is_asked_first(
    engine: Engine, circle: tuple[Statement, ...], ask: str, member: int
) -> None:
    routing = engine.route(ask, circle)
    assert [fit.member for fit in routing.routed][:1] == [member]
    assert routing.is_request


@pytest.mark.parametrize("ask", NOBODY)
def test_nobody_is_asked_when_nobody_fits(engine: Engine, circle: tuple[Statement, ...], ask: str) -> None:
    routing = engine.route(ask, circle)
    assert routing.routed == ()
    assert {fit.member for fit in routing.ranked} == {1, 2, 3, 4, 5}
    assert routing.is_request


@pytest.mark.parametrize("text", CHATTER)
def test_what_is_no_request_is_recognised(engine: Engine, circle: tuple[Statement, ...], text: str) -> None:
    routing = engine.route(text, circle)
    assert routing.routed == ()
    assert not routing.is_request


def test_a_claimed_ask_draws_asks_like_it(engine: Engine, circle: tuple[Statement, ...]) -> None:
    ask = "The cellar of a friend's pub floods whenever it rains, who has a pump?"
    taught = [replace(m, examples=("Water in the cellar of a restaurant after every storm",)) if m.member == 4 else m
              for m in circle]  # fmt: skip
    before, after = (engine.why(ask, members[3], members).fit for members in (list(circle), taught))
    assert after > before + 0.05


def test_a_passed_ask_keeps_away_asks_like_it(engine: Engine, circle: tuple[Statement, ...]) -> None:
    ask = "A landlord friend wants the old wiring in his own holiday cottage looked at. Who?"
    taught = [replace(m, counter_examples=("Wiring of a landlord's own holiday cottage",)) if m.member == 3 else m
              for m in circle]  # fmt: skip
    before, after = (engine.why(ask, members[2], members).fit for members in (list(circle), taught))
    assert after < before


def test_why_not_me_quotes_what_is_not_a_fit(engine: Engine, circle: tuple[Statement, ...]) -> None:
    seen = engine.why("Who puts solar panels on a barn?", circle[2], circle)
    assert seen.fit < 0.5
    assert "No solar panels" in [pair.statement for pair in seen.because]


@pytest.mark.parametrize(
    ("not_a_fit", "left_out"),
    [
        ("", False),
        ("Bakeries: I no longer work for bakeries.", True),
        ("No bakeries any more.", True),
        ("Restaurants, bakeries and hotels.", True),
        ("Restaurants with more than 15 staff.", False),
        ("Bakeries with more than 50 staff.", False),
    ],
)
def test_who_names_it_as_not_a_fit_is_left_out(engine: Engine, not_a_fit: str, left_out: bool) -> None:
    ben = Statement(1, "Bookkeeper for small food businesses.", "Owner-run bakeries and cafés.", not_a_fit)
    dev = Statement(2, "Electrician: rewires and fuse boards.", "Landlords who need safety certificates.")
    seen = engine.route("a bookkeeper for a 5-person bakery", [ben, dev])
    assert [fit.member for fit in seen.routed] == ([] if left_out else [1])


def test_a_word_in_passing_in_a_long_story_refuses_nothing(engine: Engine) -> None:
    ben = Statement(1, "Bookkeeper for small food businesses.", "Owner-run bakeries and cafés.", "Clubs.")
    story = (
        "We met at the rowing club and got talking. He took over his aunt's bakery in spring, has five people, wants a "
        "bookkeeper for the monthly books and payroll, and keeps every receipt in a shoebox."
    )
    assert [fit.member for fit in engine.route(story, [ben]).routed] == [1]


def test_why_sees_an_ask_as_routing_does(engine: Engine, circle: tuple[Statement, ...]) -> None:
    asks = ("Who does books for a market trader with a bag of receipts?", "We split up and have two children", "hm")
    for ask in asks:
        seen = engine.route(ask, circle).ranked
        assert {fit.member: engine.why(ask, circle[fit.member - 1], circle).fit for fit in seen} == {
            fit.member: fit.fit for fit in seen
        }


def test_why_sees_a_large_circle_as_routing_does(engine: Engine, circle: tuple[Statement, ...]) -> None:
    ask = "Who does books for a market trader with a bag of receipts?"
    many = [replace(circle[number % len(circle)], member=number, business=f"No {number}") for number in range(70)]
    seen = {fit.member: fit.fit for fit in engine.route(ask, many).ranked}
    for member in (many[0], many[1], many[68], many[69]):
        assert engine.why(ask, member, many).fit == seen[member.member]
    assert 0.0 in seen.values()
