"""GET /health: 200 while updates come in and messages go out, 503 when the last exchange is too old."""

from bot.sandbox.api.faults import Answer
from tests.faults.conftest import House
from tests.operators.conftest import Desk, desk_of, pass_time

BROKEN = Answer(502, "Bad Gateway")


async def test_all_is_well(house: House, desk: Desk) -> None:
    await house.anna.says("/help")
    status, body = await desk.health()
    assert status == 200
    assert body == {
        "ok": True,
        "database": True,
        "received_at": house.stage.clock.now().isoformat(),
        "sent_at": house.stage.clock.now().isoformat(),
        "inbox": 0,
        "outbox": 0,
    }


async def test_no_updates_for_two_minutes(house: House, desk: Desk) -> None:
    house.faults.add("getUpdates", BROKEN, times=1000)
    house.anna.person.says("/help")
    await house.stage.until_true(lambda: house.faults.planned[0].times < 1000)
    received_at = house.stage.bot.pulse.received_at
    assert received_at is not None
    pass_time(house, seconds=119 - (house.stage.clock.now() - received_at).total_seconds())
    assert (await desk.health())[0] == 200
    pass_time(house, seconds=2)
    status, body = await desk.health()
    assert (status, body["ok"]) == (503, False)
    assert (await desk_of(house, polls=False).health())[0] == 200
    house.faults.clear()
    house.anna.person.says("/help")
    pass_time(house, seconds=31)
    await house.stage.until_true(lambda: house.stage.bot.pulse.received_at != received_at)
    assert (await desk.health())[0] == 200


async def test_no_message_gets_out_for_two_minutes(house: House) -> None:
    desk = desk_of(house, polls=False)
    house.faults.add("sendMessage", BROKEN, times=1000)
    await house.tell(house.anna.id)
    await house.stage.until_true(lambda: house.stage.bot.pulse.failing_since is not None)
    assert (await desk.health())[0] == 200
    pass_time(house, seconds=121)
    status, body = await desk.health()
    assert (status, body["outbox"]) == (503, 1)
    house.faults.clear()
    await house.rest()
    assert (await desk.health())[0] == 200


async def test_a_refusal_is_an_answer(house: House) -> None:
    desk = desk_of(house, polls=False)
    house.faults.add("sendMessage", Answer(429, "Too Many Requests", {"retry_after": 600}), chat=house.anna.id)
    await house.tell(house.anna.id)
    await house.stage.until_true(lambda: house.query("SELECT max(attempts) FROM outbox") == [(1,)])
    pass_time(house, seconds=300)
    assert (await desk.health())[0] == 200


async def test_a_database_that_cannot_be_read(house: House, desk: Desk) -> None:
    house.query("ALTER TABLE outbox RENAME TO gone")
    assert await desk.health() == (503, {"ok": False, "database": False})
    house.query("ALTER TABLE gone RENAME TO outbox")
    assert (await desk.health())[0] == 200
