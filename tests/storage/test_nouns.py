"""Every noun goes into its rows and comes back as it was."""

from dataclasses import fields, replace
from datetime import UTC, date, datetime, time, timedelta, timezone

import pytest

import storage.circle
import storage.introduction
import storage.member
import storage.membership
import storage.nudge
import storage.referral
import storage.secret
from bot.domain.circle import CircleState
from bot.domain.introduction import Outcome
from bot.domain.member import Member, MembershipState
from bot.domain.nudge import NudgeState
from bot.domain.referral import OfferState, PassReason, ReferralState
from storage.database import Database, Transaction
from tests.storage.conftest import DEFAULTS, NOW, a_circle, a_member, a_request, an_introduction, an_offer

HOSTILE = "<b>Robert'); DROP TABLE member;--</b> 🙂 \u202e \n \x07 “”" + "x" * 3000


async def test_a_circle(tx: Transaction) -> None:
    made = await storage.circle.add(tx, NOW, -1001234567890123, HOSTILE, "en", DEFAULTS)
    assert (made.title, made.state, made.zone, made.wave_wait) == (
        HOSTILE,
        CircleState.ACTIVE,
        "Europe/London",
        timedelta(hours=2),
    )
    assert await storage.circle.get(tx, made.id) == made
    assert await storage.circle.of_chat(tx, -1001234567890123) == made
    await storage.circle.change(tx, made.id, state=CircleState.ASLEEP, expiry=timedelta(seconds=90))
    changed = replace(made, state=CircleState.ASLEEP, expiry=timedelta(seconds=90))
    assert await storage.circle.get(tx, made.id) == changed
    assert await storage.circle.get(tx, made.id + 1) is None
    assert await storage.circle.of_chat(tx, 7) is None


async def test_a_member(tx: Transaction) -> None:
    made = Member(
        id=2**52, first_name=HOSTILE, created_at=NOW, last_name="Ørsted", username="m", language="de",
        zone="UTC+05:30", zone_known=True, what_i_do=HOSTILE, perfect_client="b", listen_for=("c", '"d"'),
        not_a_fit="e", place="f", languages=("English", "Español"), nudge_on=True, nudge_at=time(7, 5),
        next_nudge_at=NOW, last_nudge_on=date(2026, 3, 2), paused=True, paused_until=NOW, reachable=False,
        waiting={"for": "question", "question": "place", "setup": 1}, days_off=(5, 6), seeks=("focus",),
        seeks_words="g", brings="h",
    )  # fmt: skip
    assert all(getattr(made, field.name) not in (None, "", ()) for field in fields(Member))
    await storage.member.add(tx, made)
    back = await storage.member.get(tx, made.id)
    assert back == made
    assert back is not None
    assert back.waiting == made.waiting
    await storage.member.change(tx, made.id, waiting=None, listen_for=["z"], last_nudge_on=None)
    back = await storage.member.get(tx, made.id)
    assert back == replace(made, listen_for=("z",), last_nudge_on=None)
    assert back is not None
    assert back.waiting is None
    assert await storage.member.get_all(tx, [made.id, 5]) == {made.id: back}


async def test_a_request_and_its_offer(tx: Transaction) -> None:
    circle = await a_circle(tx)
    await a_member(tx, 2)
    request = await a_request(tx, circle, text=HOSTILE, about_id=9, thread_id=3, message_id=2**40)
    assert request.text == HOSTILE
    assert (request.wave, request.wanted, request.wave_ends_at) == (0, 1, None)
    assert await storage.referral.get(tx, request.id) == request
    assert await storage.referral.of_message(tx, circle.id, 2**40) == request
    assert await storage.referral.open_by(tx, 1) == [request]
    made = await an_offer(tx, request, 2, because=[["a", "b"], [HOSTILE, "d"]], fit=0.123456789)
    assert made.because == (("a", "b"), (HOSTILE, "d"))
    assert made.fit == 0.123456789
    assert await storage.referral.get_offer(tx, made.id) == made
    assert await storage.referral.offers_of(tx, request.id) == [made]
    await storage.referral.change_offer(tx, made.id, state=OfferState.PASSED, reason=PassReason.SIZE, answered_at=NOW)
    back = await storage.referral.get_offer(tx, made.id)
    assert back is not None
    assert (back.state, back.reason) == (OfferState.PASSED, PassReason.SIZE)


async def test_an_introduction(tx: Transaction) -> None:
    request = await a_request(tx, await a_circle(tx))
    made = await an_introduction(tx, request, 2)
    assert await storage.introduction.get(tx, made.id) == made
    await storage.introduction.change(tx, made.id, giver_outcome=Outcome.HIRED, receiver_thanks=False, follow_ups=1)
    changed = replace(made, giver_outcome=Outcome.HIRED, receiver_thanks=False, follow_ups=1)
    assert await storage.introduction.get(tx, made.id) == changed
    assert await storage.introduction.of_referral(tx, request.id) == [changed]
    assert await storage.introduction.of_person(tx, 2) == await storage.introduction.of_person(tx, 1) == [changed]
    assert await storage.introduction.partners_of(tx, 1) == {2}


async def test_a_nudge(tx: Transaction) -> None:
    circle = await a_circle(tx)
    for number in (1, 2):
        await a_member(tx, number, circle)
    await a_member(tx, 3, await a_circle(tx, -200))
    values = {"member_id": 1, "collaborator_id": 2, "local_date": date(2026, 3, 3), "turn": 0, "created_at": NOW}
    made = await storage.nudge.add(tx, state=NudgeState.OPEN, **values)
    assert await storage.nudge.get(tx, made.id) == made
    await storage.nudge.change(tx, made.id, state=NudgeState.TALKED)
    talked = replace(made, state=NudgeState.TALKED)
    assert await storage.nudge.of_member(tx, 1) == await storage.nudge.of_day(tx, 1, date(2026, 3, 3)) == [talked]
    assert await storage.nudge.load_since(tx, NOW - timedelta(days=7), 2) == {2: 1}
    assert await storage.nudge.load_since(tx, NOW, 2) == {}
    assert await storage.nudge.load_since(tx, NOW - timedelta(days=7), 3) == {}, "of another circle"


async def test_a_membership(tx: Transaction) -> None:
    circle = await a_circle(tx)
    await a_member(tx, 1)
    assert await storage.membership.state(tx, circle.id, 1) is None
    assert await storage.membership.join(tx, NOW, circle.id, 1)
    assert not await storage.membership.join(tx, NOW, circle.id, 1)
    assert await storage.membership.leave(tx, circle.id, 1)
    assert not await storage.membership.leave(tx, circle.id, 1)
    assert await storage.membership.state(tx, circle.id, 1) is MembershipState.LEFT
    assert await storage.membership.join(tx, NOW, circle.id, 1)
    assert await storage.membership.is_joined(tx, circle.id, 1)


async def test_who_is_in_the_same_circle(tx: Transaction) -> None:
    harbour, hill = await a_circle(tx), await a_circle(tx, -200, "Hill")
    for number in (1, 2, 3, 4):
        await a_member(tx, number, harbour if number < 4 else hill)
    await storage.membership.leave(tx, harbour.id, 3)
    assert [one.id for one in await storage.member.of_circle(tx, harbour.id)] == [1, 2]
    assert [one.id for one in await storage.member.in_same_circles(tx, 1)] == [2]
    assert await storage.member.count_joined(tx, harbour.id, but=1) == 1
    assert await storage.member.count_joined(tx, harbour.id, but=None) == 2
    assert await storage.membership.share_a_circle(tx, 1, 2)
    assert not await storage.membership.share_a_circle(tx, 1, 3)
    assert not await storage.membership.share_a_circle(tx, 1, 4)
    await storage.circle.change(tx, harbour.id, state=CircleState.ASLEEP)
    assert [one.id for one in await storage.member.in_same_circles(tx, 1)] == [2]
    assert await storage.member.in_same_circles(tx, 1, active=True) == []


async def test_how_old_the_word_is_that_somebody_is_in_the_group(tx: Transaction) -> None:
    circle = await a_circle(tx)
    await a_member(tx, 1, circle)
    later, age = NOW + timedelta(hours=2), timedelta(hours=1)
    assert await storage.membership.is_stale(tx, later, circle.id, 1, age)
    await storage.membership.checked(tx, later, circle.id, 1)
    assert not await storage.membership.is_stale(tx, later, circle.id, 1, age)


async def test_what_is_due(tx: Transaction) -> None:
    circle = await a_circle(tx)
    soon, later = NOW + timedelta(minutes=1), NOW + timedelta(hours=1)
    offering = await a_request(
        tx, circle, state=ReferralState.OFFERING, wave_ends_at=soon, expires_at=later, message_id=1
    )
    over = await a_request(tx, circle, state=ReferralState.EXPIRED, expires_at=NOW, message_id=2)
    routing = await a_request(tx, circle, message_id=3, expires_at=later)
    assert await storage.referral.to_route(tx, 9) == [routing]
    assert await storage.referral.waves_over(tx, NOW, 9) == []
    assert await storage.referral.waves_over(tx, soon, 9) == [offering]
    assert await storage.referral.expired(tx, soon, 9) == []
    assert {one.id for one in await storage.referral.expired(tx, later, 9)} == {offering.id, routing.id}
    assert await storage.referral.asked_since(tx, NOW - timedelta(hours=1), author=1) == 3
    assert await storage.referral.asked_since(tx, NOW, circle=circle.id) == 0
    made = await an_introduction(tx, over, 2, follow_up_at=soon)
    assert await storage.introduction.to_follow_up(tx, NOW, 9) == []
    assert await storage.introduction.to_follow_up(tx, soon, 9) == [made]
    nudged = await a_member(tx, 5, nudge_on=True, next_nudge_at=soon)
    away = await a_member(tx, 6, paused=True, paused_until=soon)
    assert await storage.member.due_nudges(tx, NOW, 9) == await storage.member.pauses_over(tx, NOW, 9) == []
    assert await storage.member.due_nudges(tx, soon, 9) == [nudged.nudge_hour]
    assert await storage.member.pauses_over(tx, soon, 9) == [away]


async def test_an_instant_keeps_its_moment_whatever_its_zone(tx: Transaction) -> None:
    elsewhere = NOW.astimezone(timezone(timedelta(hours=5, minutes=30)))
    await a_member(tx, 1, next_nudge_at=elsewhere, nudge_on=True)
    back = await storage.member.get(tx, 1)
    assert back is not None
    assert back.next_nudge_at == NOW
    assert back.next_nudge_at.tzinfo is UTC
    assert await storage.member.due_nudges(tx, elsewhere, 9)
    assert not await storage.member.due_nudges(tx, elsewhere - timedelta(microseconds=1), 9)


async def test_a_naive_instant_is_refused(database: Database) -> None:
    naive = datetime(2026, 3, 3)  # noqa: DTZ001
    with pytest.raises(Exception, match="naive"):
        async with database.transaction() as tx:
            await a_member(tx, 1, paused=True, paused_until=naive)
    with pytest.raises(Exception, match="naive"):
        async with database.reading() as tx:
            await storage.member.due_nudges(tx, naive, 9)


async def test_the_signing_key_is_made_once(database: Database) -> None:
    async with database.transaction() as tx:
        key = await storage.secret.signing_key(tx)
    async with database.transaction() as tx:
        assert await storage.secret.signing_key(tx) == key
    assert len(key) == 32


async def test_a_group_that_was_upgraded_keeps_its_circle(tx: Transaction) -> None:
    circle = await a_circle(tx, -100)
    await a_member(tx, 1, circle)
    for _ in range(2):
        await storage.circle.move(tx, -100, -1000)
        assert await storage.circle.of_chat(tx, -1000) == replace(circle, chat_id=-1000)
        assert await storage.circle.of_chat(tx, -100) is None


async def test_a_group_that_wrote_before_its_upgrade_was_told_keeps_its_circle(tx: Transaction) -> None:
    circle = await a_circle(tx, -100)
    await a_member(tx, 1, circle)
    early = await a_circle(tx, -1000)
    asked = await a_request(tx, early)
    await storage.circle.move(tx, -100, -1000)
    found = await storage.circle.of_chat(tx, -1000)
    assert found is not None
    assert [one.id for one in await storage.member.of_circle(tx, found.id)] == [1]
    kept = await storage.referral.get(tx, asked.id)
    assert kept is not None
    assert kept.circle_id == found.id
    assert await storage.circle.of_chat(tx, -100) is None
