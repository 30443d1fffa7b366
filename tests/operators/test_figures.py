"""GET /metrics: what is counted, what waits and since when, what became of offers."""

import storage.introduction
from bot.domain.introduction import Outcome
from bot.domain.referral import OfferState
from bot.sandbox.api.faults import Answer
from tests.databases import broken
from tests.faults.conftest import House
from tests.operators.conftest import Desk, pass_time
from tests.storage.conftest import a_circle, a_member, a_request, an_introduction, an_offer

BREAKS = broken("UPDATE OF paused ON member")


async def test_updates_by_kind_and_result(house: House, desk: Desk) -> None:
    before = await desk.figures()
    await house.anna.says("/pause 3")
    said = house.anna.person.says("/need a baker", chat=house.group)
    house.anna.person.edits(said, "/need two bakers")
    house.anna.person.taps("I’m back")
    house.telegram.raw_update({"message": 5})
    await house.rest()
    house.query(BREAKS)
    house.anna.person.says("/pause 4")
    await house.rest()
    after = await desk.figures()

    def counted(kind: str, result: str) -> float:
        name = f'kringle_updates_total{{kind="{kind}",result="{result}"}}'
        return after.get(name, 0) - before.get(name, 0)

    assert counted("message", "handled") == 2
    assert counted("edited_message", "handled") == 1
    assert counted("callback_query", "handled") == 1
    assert counted("unreadable", "set_aside") == 1
    assert (counted("message", "failed"), counted("message", "set_aside")) == (2, 1)


async def test_sends_by_result(house: House, desk: Desk) -> None:
    for fault in (Answer(502, "Bad Gateway"), Answer(400, "Bad Request: something new")):
        house.faults.add("sendMessage", fault, chat=house.anna.id)
    before = (await desk.figures()).get('kringle_sends_total{result="sent"}', 0)
    for _ in range(3):
        await house.tell(house.anna.id)
    await house.rest()
    figures = await desk.figures()
    assert figures['kringle_sends_total{result="again"}'] == 1
    assert figures['kringle_sends_total{result="dead"}'] == 1
    assert figures['kringle_sends_total{result="sent"}'] == before + 2


async def test_what_waits_and_since_when(house: House, desk: Desk) -> None:
    figures = await desk.figures()
    assert figures["kringle_inbox_waiting"] == figures["kringle_inbox_age_seconds"] == 0
    assert {figures[f'kringle_outbox_depth{{priority="{name}"}}'] for name in ("answer", "offer", "nudge")} == {0}
    house.faults.add("sendMessage", Answer(429, "Too Many Requests", {"retry_after": 600}), chat=house.anna.id)
    await house.tell(house.anna.id)
    await house.stage.until_true(lambda: house.query("SELECT max(attempts) FROM outbox") == [(1,)])
    pass_time(house, seconds=90)
    house.query(
        "INSERT INTO inbox (bot_id, update_id, chat_key, payload, state, not_before, received_at)"
        " SELECT 7, 7, 7, '', 'new', NULL, max(received_at) FROM inbox"
    )
    pass_time(house, seconds=30)
    figures = await desk.figures()
    assert figures["kringle_inbox_waiting"] == 1
    assert figures["kringle_inbox_age_seconds"] >= 120
    assert figures['kringle_outbox_depth{priority="answer"}'] == 1
    assert figures['kringle_outbox_age_seconds{priority="answer"}'] >= 120
    assert figures['kringle_outbox_age_seconds{priority="offer"}'] == 0


async def test_a_late_tick_shows(house: House, desk: Desk) -> None:
    await house.stage.bot.ticker.tick()
    assert (await desk.figures())["kringle_tick_lag_seconds"] < 60
    pass_time(house, minutes=10)
    assert (await desk.figures())["kringle_tick_lag_seconds"] >= 500
    await house.stage.bot.ticker.tick()
    assert (await desk.figures())["kringle_tick_lag_seconds"] >= 500  # so late was the last one
    await house.stage.bot.ticker.tick()
    assert (await desk.figures())["kringle_tick_lag_seconds"] == 0


async def test_offers_and_outcomes(house: House, desk: Desk) -> None:
    async with house.stage.bot.house.database.transaction() as tx:
        circle = await a_circle(tx, -500)
        for number in (901, 902):
            await a_member(tx, number, circle)
        request = await a_request(tx, circle)
        await an_offer(tx, request, 901)
        met = await an_introduction(tx, request, 902)
        await storage.introduction.change(tx, met.id, giver_outcome=Outcome.HIRED, receiver_outcome=Outcome.HIRED)
    figures = await desk.figures()
    found = {name: value for name, value in figures.items() if name.startswith("kringle_offers")}
    assert len(found) == len(OfferState)
    assert sum(found.values()) == 1
    assert figures['kringle_outcomes{outcome="hired"}'] == 2
    assert figures['kringle_outcomes{outcome="not_yet"}'] == 0
    assert figures['kringle_last_exchange_timestamp_seconds{direction="sent"}'] > 0


async def test_no_figure_names_anybody(house: House, desk: Desk) -> None:
    await house.anna.says("/need somebody who is called Rumpelstiltskin", chat=house.group)
    text = " ".join(await desk.figures())
    for word in ("Anna", "anna_t", "Harbour", "Rumpel", str(house.anna.id), str(house.group.id)):
        assert word not in text
