"""An ask that cannot be one gets a clear sentence, and nothing changes."""

import pytest

from tests.journeys.conftest import Circle

ASK = "a bookkeeper for a 5-person bakery"


@pytest.mark.parametrize("words", ["", "  ", "???", "🤷", "\u200b"])
async def test_an_empty_ask(circle: Circle, words: str) -> None:
    said = await circle.anna.says(f"/need {words}".strip(" "), chat=circle.group)
    assert "What do you need? For example: /need" in circle.card().text
    assert circle.card().reply_to is said
    assert circle.card().labels == []


@pytest.mark.parametrize("length", [1001, 4000])
async def test_a_long_one(circle: Circle, length: int) -> None:
    await circle.anna.says("/need " + ("bakery " * 600)[:length].strip() + "x", chat=circle.group)
    assert "at most 1000 characters" in circle.card().text
    assert circle.asked("bakery") == []


async def test_the_longest_that_is_allowed(circle: Circle) -> None:
    words = f"{ASK} " + "&" * (999 - len(ASK))
    assert len(words) == 1000
    await circle.anna.says(f"/need {words}", chat=circle.group)
    assert "&&&" in circle.card().text


async def test_too_many_within_an_hour(circle: Circle) -> None:
    for number in range(10):
        await circle.anna.says(f"/need a vet for horse {number}", chat=circle.group)
        assert f"horse {number}" in circle.card().text
    await circle.anna.says("/need a vet for one more horse", chat=circle.group)
    assert "That’s 10 asks within an hour" in circle.card().text
    await circle.dev.says("/need a vet for a cow", chat=circle.group)
    assert "a vet for a cow" in circle.card().text
    await circle.stage.later(hours=1)
    await circle.anna.says("/need a vet for one more horse", chat=circle.group)
    assert "one more horse" in circle.card().text


async def test_an_anonymous_admin_and_a_channel(circle: Circle) -> None:
    telegram = circle.stage.telegram
    for voice in (telegram.anonymous_admin(circle.group), telegram.linked_channel(circle.group)):
        before = len(circle.cards())
        voice.says(f"/need@kringle_bot {ASK}")
        await circle.stage.settle()
        assert len(circle.cards()) == before + 1
        assert "Please ask as yourself" in circle.card().text
    assert circle.asked(ASK) == []


async def test_an_ask_in_private(circle: Circle) -> None:
    await circle.anna.says(f"/need {ASK}")
    assert circle.anna.last == "That works in your group: type it there."
    assert circle.asked(ASK) == []


async def test_a_private_command_in_the_group(circle: Circle) -> None:
    await circle.anna.says("/profile", chat=circle.group)
    assert "works in our private chat" in circle.card().text
    assert "wedding" not in circle.told_group()
