"""What answers teach: better sentences, lessons that can be taken back, how a past ask was seen."""

from tests.journeys.conftest import Circle

CAFES = (
    "a bookkeeper for a café with five staff, receipts in a shoebox",
    "who does the monthly books for a small bakery with 5 staff?",
    "my sister's restaurant needs a bookkeeper, receipts everywhere",
)


async def ask(circle: Circle, text: str) -> None:
    await circle.anna.says(f"/need {text}", chat=circle.group)
    await circle.stage.later(minutes=5)


async def test_a_taken_ask_becomes_a_lesson_that_can_be_forgotten(circle: Circle) -> None:
    await ask(circle, CAFES[0])
    await circle.ben.taps("I can help")
    await circle.ben.says("/profile")
    await circle.ben.taps("What I learned")
    assert "Yours\n1. " + CAFES[0] in circle.ben.last
    await circle.ben.taps("🗑 1")
    assert "learned nothing" in circle.ben.last


async def test_lessons_are_private(circle: Circle) -> None:
    await ask(circle, CAFES[0])
    await circle.ben.taps("I can help")
    await circle.carla.says("/profile")
    await circle.carla.taps("What I learned")
    assert "learned nothing" in circle.carla.last


async def test_booked_out_teaches_nothing(circle: Circle) -> None:
    await ask(circle, CAFES[0])
    await circle.ben.taps("Not my client")
    await circle.ben.taps("Fully booked")
    await circle.ben.says("/profile")
    await circle.ben.taps("What I learned")
    assert "learned nothing" in circle.ben.last


async def test_three_alike_passes_bring_a_sentence_to_take(circle: Circle) -> None:
    for text in CAFES:
        await ask(circle, text)
        await circle.ben.taps("Not my client")
        await circle.ben.taps("Wrong kind of client")
    offered = next(message for message in circle.ben.chat if "Not a fit could say" in message.text)
    words = offered.text.rpartition(":")[2].strip()
    await circle.ben.taps("Use it", message=offered)
    await circle.ben.says("/profile")
    assert words[:40] in circle.ben.last


async def test_a_past_ask_is_shown_beside_the_statement(circle: Circle) -> None:
    await ask(circle, CAFES[0])
    await circle.dev.says("/profile")
    await circle.dev.taps("What I learned")
    await circle.dev.taps("How past asks were seen")
    await circle.dev.taps("1")
    assert "did not look like yours" in circle.dev.last
    await circle.ben.says("/profile")
    await circle.ben.taps("What I learned")
    await circle.ben.taps("How past asks were seen")
    await circle.ben.taps("1")
    assert "looks like yours" in circle.ben.last


async def test_a_host_sees_how_offers_were_shared_out(circle: Circle) -> None:
    await ask(circle, CAFES[0])
    await circle.ben.taps("I can help")
    await circle.anna.says("/circle", chat=circle.group)
    await circle.anna.taps("Settings", chat=circle.group)
    await circle.anna.taps("Who was asked")
    assert "Ben Okoro: 1 · 1 · 1" in circle.anna.last
    assert "Carla Ruiz: 0 · 0 · 0" in circle.anna.last


async def test_a_lesson_of_somebody_else_cannot_be_forgotten(circle: Circle) -> None:
    await ask(circle, CAFES[0])
    await circle.ben.taps("I can help")
    await circle.ben.says("/profile")
    await circle.ben.taps("What I learned")
    data = circle.ben.chat[-1].buttons[0][0].data
    message = circle.carla.chat[-1]
    assert await circle.carla.presses(data, message) == "That button is not for you."
    await circle.ben.taps("What I learned")
    assert CAFES[0] in circle.ben.last
