"""A circle may be silent for weeks; the first word after that is heard."""

from tests.journeys.conftest import Circle


async def test_after_a_month_of_silence_the_bot_answers(circle: Circle) -> None:
    await circle.stage.later(days=30)
    await circle.ben.says("/help")
    assert "/profile" in circle.ben.last
    await circle.stage.later(days=30)
    await circle.stage.restart()
    await circle.anna.says("/circle", chat=circle.group)
    assert "4 members" in circle.card().text
