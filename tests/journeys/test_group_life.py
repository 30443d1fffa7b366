"""People come and go: nobody is left waiting for somebody who is gone."""

from bot.sandbox.api.faults import Answer
from tests.journeys.conftest import Circle

ASK = "an owner-run bakery with 5 staff, receipts in a shoebox, needs a bookkeeper for the books and VAT"


async def test_whoever_leaves_is_no_longer_asked(circle: Circle) -> None:
    circle.group.leave(circle.ben.person)
    await circle.stage.settle()
    assert "You are no longer in Harbour Circle" in circle.ben.last
    await circle.anna.says(f"/need {ASK}", chat=circle.group)
    assert not circle.ben.sees(ASK)
    await circle.anna.says("/circle", chat=circle.group)
    assert "3 members" in circle.card().text


async def test_leaving_closes_the_open_offer_and_the_ask_goes_on(circle: Circle) -> None:
    await circle.anna.says(f"/need {ASK}", chat=circle.group)
    offer = circle.ben.message(ASK)
    circle.group.leave(circle.ben.person)
    await circle.stage.settle()
    assert offer.labels == []
    assert "Who knows someone?" in circle.card().text


async def test_leaving_withdraws_what_one_has_asked(circle: Circle) -> None:
    await circle.anna.says(f"/need {ASK}", chat=circle.group)
    circle.group.promote(circle.carla.person)
    circle.group.kick(circle.anna.person, by=circle.carla.person)
    await circle.stage.settle()
    assert "Withdrawn" in circle.card().text
    assert "withdrawn" in circle.ben.message(ASK).text


async def test_kicked_counts_as_left(circle: Circle) -> None:
    circle.group.kick(circle.ben.person, by=circle.anna.person)
    await circle.stage.settle()
    assert "You are no longer in Harbour Circle" in circle.ben.last


async def test_an_admin_bot_is_told_of_it_too_and_says_it_once(circle: Circle) -> None:
    circle.group.promote_bot()
    circle.group.leave(circle.ben.person)
    await circle.stage.settle()
    assert sum("no longer in Harbour Circle" in text for text in circle.ben.heard()) == 1


async def test_somebody_gone_unnoticed_is_found_out_before_they_are_asked(circle: Circle) -> None:
    await circle.stage.later(hours=2)
    circle.group.record.members.pop(circle.ben.id)  # Telegram told nobody, as in a large group
    await circle.anna.says(f"/need {ASK}", chat=circle.group)
    assert not circle.ben.sees(ASK)
    assert "You are no longer in Harbour Circle" in circle.ben.last
    assert "Who knows someone?" in circle.card().text


async def test_whoever_blocks_the_bot_steps_back_and_comes_back(circle: Circle) -> None:
    await circle.anna.says(f"/need {ASK}", chat=circle.group)
    circle.ben.person.blocks()
    await circle.stage.settle()
    assert "Who knows someone?" in circle.card().text
    await circle.anna.says(f"/need {ASK}, please", chat=circle.group)
    assert not circle.ben.sees("please")
    await circle.ben.says("/start")
    assert "Hello again, Ben" in circle.ben.last
    await circle.anna.says(f"/need {ASK} in town", chat=circle.group)
    assert "in town" in circle.ben.last


async def test_unblocking_is_enough_to_be_asked_again(circle: Circle) -> None:
    circle.ben.person.blocks()
    await circle.stage.settle()
    circle.ben.person.unblocks()
    await circle.stage.settle()
    await circle.anna.says(f"/need {ASK}", chat=circle.group)
    assert circle.ben.sees(ASK)


async def test_a_deleted_account_holds_nobody_up(circle: Circle) -> None:
    circle.ben.person.deactivates()
    await circle.anna.says(f"/need {ASK}", chat=circle.group)
    assert "Who knows someone?" in circle.card().text


async def test_a_group_that_refuses_messages_puts_the_circle_to_sleep_until_it_is_heard_again(circle: Circle) -> None:
    refusal = Answer(403, "Forbidden: bot was kicked from the supergroup chat")
    circle.stage.telegram.faults.add("sendMessage", refusal, chat=circle.group.id)
    await circle.anna.says(f"/need {ASK}", chat=circle.group)
    await circle.anna.says("/circle", chat=circle.group)
    assert "4 members" in circle.cards()[-1].text or "4 members" in "".join(circle.said())
