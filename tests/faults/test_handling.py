"""A handler that raises: tried again, then set aside, and the person is told. Other chats do not notice."""

import asyncio

import storage.inbox
from bot.sandbox.people import CallbackPress
from storage.database import Database
from tests.databases import broken, mended
from tests.faults.conftest import House

SOMETHING_WRONG = "Something went wrong on my side"
NO_REQUESTS = broken("INSERT ON referral", "WHEN (NEW.text LIKE '%boom%')")
NO_HOLIDAYS = broken("UPDATE OF paused ON member")


async def test_after_three_tries_the_group_is_told(house: House) -> None:
    house.query(NO_REQUESTS)
    house.anna.person.says("/need somebody who goes boom", chat=house.group)
    await house.rest()
    assert [text for text in house.in_group() if SOMETHING_WRONG in text] != []
    assert house.query("SELECT attempts, state FROM inbox WHERE state = 'dead'") == [(3, "dead")]
    assert house.query("SELECT count(*) FROM referral") == [(0,)]


async def test_in_private_the_person_is_told(house: House) -> None:
    await house.anna.says("/pause 3")
    house.query(NO_HOLIDAYS)
    house.anna.person.says("/resume")
    await house.rest()
    assert SOMETHING_WRONG in house.anna.last


async def test_a_press_is_answered(house: House) -> None:
    await house.anna.says("/pause 3")
    house.query(NO_HOLIDAYS)
    press: CallbackPress = house.anna.person.taps("I’m back")
    await house.rest()
    answer = await press.answered()
    assert answer is not None
    assert SOMETHING_WRONG in (answer.text or "")


async def test_what_works_again_at_the_second_try_is_done_in_order(house: House) -> None:
    await house.anna.says("/pause 3")
    house.query(NO_HOLIDAYS)
    house.anna.person.says("/pause 4")
    house.anna.person.says("/pause 5")
    await house.stage.until_true(lambda: house.query("SELECT max(attempts) FROM inbox") == [(1,)])
    assert not house.anna.sees("for 5 days")
    house.query(mended("member"))
    await house.rest()
    assert [text[-7:] for text in house.anna.heard()] == ["3 days.", "4 days.", "5 days."]
    assert house.query("SELECT count(*) FROM inbox WHERE state <> 'done'") == [(0,)]


async def test_a_chat_that_is_tried_again_holds_nobody_up(house: House) -> None:
    await house.anna.says("/pause 3")
    house.query(NO_HOLIDAYS)
    house.anna.person.says("/resume")
    house.ben.person.says("/help")
    await house.stage.until_true(lambda: house.ben.sees("Kringle"))
    assert not house.anna.sees("went wrong")
    await house.rest()


async def test_a_locked_database_is_waited_for(house: House) -> None:
    other = Database(house.url)  # as another process would
    async with other.transaction() as tx:
        await storage.inbox.count_waiting(tx)
        house.anna.person.says("/pause 3")
        await asyncio.sleep(0.2)
        assert not house.anna.sees("for 3 days")
    await other.close()
    await house.rest()
    assert house.anna.sees("for 3 days")


async def test_a_flooding_chat_holds_nobody_up_and_keeps_its_order(house: House) -> None:
    flood = [f"/pause {number}" for number in range(1, 61)]
    for words in flood:
        house.anna.person.says(words)
    house.ben.person.says("/help")
    await house.until(lambda: house.ben.sees("Kringle"))
    handled = house.query("SELECT count(*) FROM inbox WHERE state = 'done'")[0][0]
    assert handled < len(flood)
    await house.rest()
    told = [text.split(" for ")[1] for text in house.anna.heard()]
    assert told == [f"{number} day{'s' if number > 1 else ''}." for number in range(1, 61)]
