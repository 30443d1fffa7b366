"""/help and /cancel for where I am; words, stickers and commands that nobody waited for get a kind sentence."""

import pytest

from tests.journeys.conftest import Circle


async def test_help_in_private(circle: Circle) -> None:
    await circle.ben.says("/help")
    for command in ("/profile", "/who", "/nudge", "/pause", "/export", "/forget", "/privacy"):
        assert command in circle.ben.last


async def test_help_in_the_group(circle: Circle) -> None:
    await circle.ben.says("/help", chat=circle.group)
    assert "Type /need" in circle.card().text
    assert "/profile" not in circle.card().text


async def test_cancel_in_the_group(circle: Circle) -> None:
    await circle.ben.says("/cancel", chat=circle.group)
    assert "nothing to cancel" in circle.card().text


@pytest.mark.parametrize("command", ["/profile", "/who Anna", "/nudge 9:00", "/pause", "/resume", "/export", "/forget"])
async def test_a_private_command_in_the_group_is_answered_kindly_with_a_way(circle: Circle, command: str) -> None:
    heard = len(circle.ben.heard())
    await circle.ben.says(command, chat=circle.group)
    assert "works in our private chat" in circle.card().text
    assert circle.card().labels == ["💬 Open our chat"]
    assert circle.card().buttons[0][0].url == "https://t.me/kringle_bot"
    assert len(circle.ben.heard()) == heard


@pytest.mark.parametrize("command", ["/need a plumber", "/circle"])
async def test_a_group_command_in_private_says_where_it_works(circle: Circle, command: str) -> None:
    await circle.ben.says(command)
    assert "works in your group" in circle.ben.last


async def test_an_unknown_command(circle: Circle) -> None:
    await circle.ben.says("/teleport")
    assert "I don’t know that command. /help" in circle.ben.last
    said = len(circle.said())
    await circle.ben.says("/teleport", chat=circle.group)
    assert len(circle.said()) == said, "in a group it may be meant for another bot"


async def test_words_that_nobody_waits_for(circle: Circle) -> None:
    await circle.ben.says("hello?")
    assert "I’m not waiting for an answer" in circle.ben.last


@pytest.mark.parametrize("kind", ["sticker", "photo", "document", "voice", "location", "contact"])
async def test_things_that_are_no_words(circle: Circle, kind: str) -> None:
    heard = len(circle.ben.heard())
    await circle.ben.sends(kind)
    assert len(circle.ben.heard()) == heard + 1


async def test_a_forged_button_and_an_old_one(circle: Circle) -> None:
    message = circle.ben.chat[-1]
    assert "doesn’t work" in (await circle.ben.presses("1:forget:1:AAAAAAAAAA", message) or "")
    assert "doesn’t work" in (await circle.ben.presses("\U0001f600" * 16, message) or "")


async def test_language(circle: Circle) -> None:
    await circle.ben.says("/language")
    await circle.ben.taps("English")
    assert "I speak English with you" in circle.ben.last
