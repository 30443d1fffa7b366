"""/need as a reply to the message that holds the ask: who typed the command asks, who wrote the message is left out."""

from tests.journeys.conftest import Circle

WORDS = "a bookkeeper for a 5-person bakery"


async def test_a_reply_takes_the_words_of_the_message(circle: Circle) -> None:
    said = await circle.dev.says(WORDS, chat=circle.group)
    await circle.anna.says("/need", chat=circle.group, reply_to=said)
    assert WORDS in circle.ben.last
    assert "Anna Berg asks" in circle.ben.last


async def test_who_typed_the_command_is_introduced(circle: Circle) -> None:
    said = await circle.dev.says(WORDS, chat=circle.group)
    await circle.anna.says("/need", chat=circle.group, reply_to=said)
    await circle.ben.taps("I can help")
    assert "Meet Ben Okoro" in circle.anna.last
    assert not circle.dev.sees("Meet Ben")


async def test_who_wrote_the_message_is_never_offered_it(circle: Circle) -> None:
    said = await circle.ben.says(WORDS, chat=circle.group)
    await circle.anna.says("/need", chat=circle.group, reply_to=said)
    assert "ben" not in circle.asked("bakery")


async def test_nor_is_the_one_who_is_answered_with_an_ask(circle: Circle) -> None:
    said = await circle.ben.says("My oven is broken again.", chat=circle.group)
    await circle.anna.says(f"/need {WORDS}", chat=circle.group, reply_to=said)
    assert "ben" not in circle.asked("bakery")


async def test_nobody_can_name_the_one_it_is_about(circle: Circle) -> None:
    said = await circle.ben.says(WORDS, chat=circle.group)
    await circle.anna.says("/need", chat=circle.group, reply_to=said)
    await circle.dev.taps("I know someone", chat=circle.group)
    assert "Ben Okoro" not in circle.dev.buttons()
    assert "Carla Ruiz" in circle.dev.buttons()


async def test_a_reply_to_ones_own_message(circle: Circle) -> None:
    said = await circle.anna.says(WORDS, chat=circle.group)
    await circle.anna.says("/need", chat=circle.group, reply_to=said)
    assert circle.asked("bakery") == ["ben"]


async def test_a_reply_to_an_ask_does_not_repeat_its_command(circle: Circle) -> None:
    said = await circle.dev.says(f"/need {WORDS}", chat=circle.group)
    await circle.anna.says("/need", chat=circle.group, reply_to=said)
    assert "/need" not in circle.ben.last


async def test_a_reply_to_what_the_bot_wrote_is_no_ask(circle: Circle) -> None:
    await circle.anna.says(f"/need {WORDS}", chat=circle.group)
    await circle.dev.says("/need", chat=circle.group, reply_to=circle.card())
    assert "What do you need?" in circle.card().text


async def test_a_mention_alone_as_a_reply(circle: Circle) -> None:
    said = await circle.dev.says(WORDS, chat=circle.group)
    await circle.anna.says("@kringle_bot", chat=circle.group, reply_to=said)
    assert WORDS in circle.ben.last


async def test_a_reply_to_a_post_of_the_linked_channel(circle: Circle) -> None:
    post = circle.stage.telegram.linked_channel(circle.group).says(WORDS)
    await circle.anna.says("/need", chat=circle.group, reply_to=post)
    assert WORDS in circle.ben.last
