"""What changes while a message is on its way to Telegram is shown all the same."""

from bot.sandbox.api.faults import Hang
from tests.journeys.conftest import Circle

ASK = "a bookkeeper for a 5-person bakery"


async def test_a_yes_while_the_card_is_on_its_way_reaches_the_card(circle: Circle) -> None:
    slow = Hang(processed=True)
    circle.stage.telegram.faults.add("sendMessage", slow, chat=circle.group.id)
    circle.anna.person.says(f"/need {ASK}", chat=circle.group)
    await circle.stage.until_true(lambda: slow.waiting == 1 and circle.ben.sees(ASK))
    circle.ben.person.taps("I can help")
    await circle.stage.until_true(lambda: circle.anna.sees("Meet Ben Okoro"))
    slow.release()
    await circle.stage.settle()
    assert "Introduced" in circle.card().text
