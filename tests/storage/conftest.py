"""A real database for each test, copied from one that was migrated once."""

from collections.abc import AsyncIterator, Iterator
from datetime import UTC, datetime, timedelta
from pathlib import Path

import pytest

import storage.circle
import storage.introduction
import storage.member
import storage.membership
import storage.referral
from bot.domain.circle import Circle, CircleDefaults
from bot.domain.introduction import Introduction
from bot.domain.member import Member
from bot.domain.referral import Offer, OfferState, Referral, ReferralState
from bot.settings import Settings
from storage.database import Database, Transaction
from tests.databases import databases

NOW = datetime(2026, 3, 3, 9, 30, tzinfo=UTC)
DEFAULTS = CircleDefaults("Europe/London", 2, timedelta(hours=2), timedelta(hours=72), timedelta(days=5))


@pytest.fixture
async def database(settings: Settings) -> AsyncIterator[Database]:
    """An empty database of this test's own."""
    databases().make(settings.database_url)
    opened = Database(settings.database_url)
    yield opened
    await opened.close()


@pytest.fixture
def bare(tmp_path: Path) -> Iterator[str]:
    """The address of a database without tables."""
    folder = tmp_path / "bare"
    folder.mkdir()
    url = databases().address(folder)
    databases().make_bare(url)
    yield url
    databases().drop(url)


@pytest.fixture
async def tx(database: Database) -> AsyncIterator[Transaction]:
    """One transaction for the whole test."""
    async with database.transaction() as transaction:
        yield transaction


async def a_circle(tx: Transaction, chat_id: int = -100, title: str = "Harbour Circle") -> Circle:
    return await storage.circle.add(tx, NOW, chat_id, title, "en", DEFAULTS)


async def a_member(tx: Transaction, number: int, circle: Circle | None = None, **more: object) -> Member:
    member = Member(id=number, created_at=NOW, **{"first_name": f"M{number}", **more})  # type: ignore[arg-type]
    await storage.member.add(tx, member)
    if circle is not None:
        await storage.membership.join(tx, NOW, circle.id, number)
    return member


async def a_request(tx: Transaction, circle: Circle, author: int | None = 1, **more: object) -> Referral:
    values: dict[str, object] = {
        "circle_id": circle.id, "author_id": author, "author_name": "Anna", "about_id": None, "text": "a baker",
        "state": ReferralState.ROUTING, "thread_id": None, "message_id": 5, "unclear": False, "created_at": NOW,
        "expires_at": NOW + timedelta(days=3),
    }  # fmt: skip
    return await storage.referral.add(tx, **(values | more))


async def an_offer(tx: Transaction, request: Referral, member: int, **more: object) -> Offer:
    values: dict[str, object] = {
        "referral_id": request.id, "member_id": member, "state": OfferState.OPEN, "rank": 0, "fit": 0.75,
        "because": [["a baker", "bakeries"]], "sent_at": NOW,
    }  # fmt: skip
    return await storage.referral.add_offer(tx, **(values | more))


async def an_introduction(tx: Transaction, request: Referral, receiver: int, **more: object) -> Introduction:
    values: dict[str, object] = {
        "referral_id": request.id, "giver_id": request.author_id, "giver_name": "Anna", "receiver_id": receiver,
        "created_at": NOW, "follow_up_at": NOW + timedelta(days=5),
    }  # fmt: skip
    return await storage.introduction.add(tx, **(values | more))
