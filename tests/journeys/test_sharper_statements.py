"""What the bot understood of a statement, and how it helps to say it better."""

from tests.journeys.conftest import Circle


async def test_the_statement_is_played_back_with_asks_it_would_bring(circle: Circle) -> None:
    await circle.ben.says("/profile")
    await circle.ben.taps("Perfect client")
    await circle.ben.says("Self-employed people and freelancers whose tax return is two years late.")
    played = next(text for text in circle.ben.heard() if "Self-employed people" in text and "Understood" in text)
    assert "For example:" in played
    assert played.count("• ") >= 2


async def test_listen_fors_are_asked_for_with_words_of_ones_own_trade(circle: Circle) -> None:
    ella = circle.stage.actor("Ella Novak")
    circle.group.add(ella.person)
    await ella.taps("Join this circle", chat=circle.group)
    await ella.says("I am a plumber and heating engineer.")
    await ella.says("Families in old houses whose boiler is older than their children.")
    assert "In your trade, for example" in ella.last
