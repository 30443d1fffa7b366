"""More than a fair number of taps, edits or joins is answered kindly, changes nothing and holds nobody else up."""

from bot.domain.limits import EDITS, JOINS, PRESSES
from tests.journeys.conftest import Circle

ASK = "/need a vet for an old horse"


async def test_taps(circle: Circle) -> None:
    await circle.anna.says(ASK, chat=circle.group)
    for _ in range(PRESSES.of_person):
        circle.ben.person.presses("nonsense", circle.card())
    await circle.stage.settle()
    notice = await circle.ben.taps("I know someone", chat=circle.group)
    assert notice == "That’s a lot of taps at once. Please wait a minute and tap again."
    assert "horse" not in circle.ben.last
    await circle.dev.taps("I know someone", chat=circle.group)
    assert "horse" in circle.dev.last
    await circle.stage.later(minutes=1)
    await circle.ben.taps("I know someone", chat=circle.group)
    assert "horse" in circle.ben.last


async def test_edits(circle: Circle) -> None:
    said = await circle.anna.says(f"{ASK} 0", chat=circle.group)
    for number in range(1, EDITS.of_person + 2):
        circle.anna.person.edits(said, f"{ASK} {number}")
    await circle.stage.settle()
    assert circle.anna.last == (
        "That was changed very often just now, so I keep the words I have. Edit it again in a while."
    )
    assert f"horse {EDITS.of_person}" in circle.card().text
    await circle.stage.later(hours=1)
    await circle.anna.edits(said, f"{ASK} at last")
    assert "horse at last" in circle.card().text


async def test_edits_of_a_client_handed_on(circle: Circle) -> None:
    said = await circle.anna.says("/refer a vet for an old horse")
    for number in range(1, EDITS.of_person + 2):
        circle.anna.person.edits(said, f"/refer a vet for {number} old horses")
    await circle.stage.settle()
    assert "changed very often" in circle.anna.last


async def test_joins(circle: Circle) -> None:
    link = next(m.buttons[0][0].url for m in circle.cards() if m.buttons)
    for _ in range(JOINS.of_person):
        circle.ben.person.opens(link)
    await circle.stage.settle()
    assert "already" in circle.ben.last
    asked = len(circle.stage.telegram.called("getChatMember"))
    circle.ben.person.opens(link)
    await circle.stage.settle()
    assert circle.ben.last == "That’s very many tries within an hour. Please tap the join button again a bit later."
    assert len(circle.stage.telegram.called("getChatMember")) == asked
    eve = circle.stage.actor("Eve Stone")
    circle.group.add(eve.person)
    await eve.taps("Join this circle", chat=circle.group)
    assert "1/8" in eve.last
