"""What is read, kept and seen: told on request, and so."""

from tests.journeys.conftest import Circle


async def test_it_is_told_in_both_places(circle: Circle) -> None:
    await circle.ben.says("/privacy")
    for words in ("What I read", "What I keep", "Who sees it", "/export", "/forget"):
        assert words in circle.ben.last
    await circle.ben.says("/privacy", chat=circle.group)
    assert "What I read" in circle.card().text


async def test_what_people_say_to_each_other_is_not_answered(circle: Circle) -> None:
    said = len(circle.said())
    await circle.ben.says("Does anybody need a bookkeeper for a bakery?", chat=circle.group)
    circle.group.promote_bot()  # an admin reads everything; it still minds its own business
    await circle.ben.says("Does anybody need a bookkeeper for a bakery?", chat=circle.group)
    assert len(circle.said()) == said


async def test_in_the_group_statements_stay_private(circle: Circle) -> None:
    await circle.anna.says("/circle", chat=circle.group)
    assert "shoebox" not in circle.card().text
    assert "Ben Okoro" in circle.card().text
