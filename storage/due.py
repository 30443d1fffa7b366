"""What is due, as rules on rows: each stands here once, for the look at everything and for the rows themselves."""

from datetime import datetime

from sqlalchemy import BindParameter, ColumnElement, Executable, and_, bindparam, exists, literal_column, or_, select

from bot.domain.learning import SuggestionState
from bot.domain.refer_out import KEEP_DRAFT
from bot.domain.referral import OPEN, ReferralState
from storage.database import Transaction
from storage.tables import inbox, introduction, member, nudge, outbox, refer_out, referral, suggestion
from storage.types import Instant

When = datetime | BindParameter[datetime]

# Words of a statement, not values of it: those of an index that has only the rows in one state. SQLite would plan the
# statement anew each time that the value is given.
NEW: ColumnElement[str] = literal_column("'new'")
DUE: ColumnElement[str] = literal_column("'due'")
OPEN_STATES: list[ColumnElement[str]] = [literal_column(f"'{state}'") for state in OPEN]


def expired_request(now: When) -> ColumnElement[bool]:
    """An open request whose time is up."""
    return and_(referral.c.state.in_(OPEN_STATES), referral.c.expires_at <= now)


def wave_over(now: When) -> ColumnElement[bool]:
    """A request whose wave has had its time."""
    return referral.c.wave_ends_at <= now


def follow_up(now: When) -> ColumnElement[bool]:
    """An introduction whose two sides are to be asked how it went."""
    return introduction.c.follow_up_at <= now


def stale_draft(before: When) -> ColumnElement[bool]:
    """A client to hand on whom nobody went on with since before an instant."""
    return and_(refer_out.c.referral_id.is_(None), refer_out.c.text != "", refer_out.c.created_at <= before)


def client_to_erase(now: When) -> ColumnElement[bool]:
    """A client's details that have been kept long enough."""
    return refer_out.c.erase_at <= now


def pause_over(now: When) -> ColumnElement[bool]:
    """A member whose holiday has ended."""
    return and_(member.c.paused, member.c.paused_until <= now)


def due_nudge(now: When) -> ColumnElement[bool]:
    """A member whose nudge is due."""
    return member.c.next_nudge_at <= now


def call_to_confirm(now: When) -> ColumnElement[bool]:
    """A call whose other side is to be asked."""
    return nudge.c.confirm_at <= now


def expired_message(now: When) -> ColumnElement[bool]:
    """A fact due to be told that nobody wants to hear any more."""
    return and_(outbox.c.state == DUE, outbox.c.expires_at <= now)


def _to_match() -> ColumnElement[bool]:
    """A request that is to be routed, or a suggestion that is to be made."""
    requests = exists().where(referral.c.state == ReferralState.ROUTING)
    return or_(requests, exists().where(suggestion.c.state == SuggestionState.WANTED))


TO_MATCH = select(_to_match())
TO_DO = select(or_(exists().where(inbox.c.state == NEW), _to_match()), exists().where(outbox.c.state == DUE))


def _look() -> Executable:
    now, drafts = bindparam("now", type_=Instant), bindparam("drafts", type_=Instant)
    rules = {
        "expiry": expired_request(now),
        "wave": wave_over(now),
        "follow-up": follow_up(now),
        "draft": stale_draft(drafts),
        "client": client_to_erase(now),
        "holiday": pause_over(now),
        "nudge": due_nudge(now),
        "call": call_to_confirm(now),
        "message": expired_message(now),
    }
    return select(*(exists().where(rule).label(name) for name, rule in rules.items()))


LOOK = _look()


async def kinds(tx: Transaction, now: datetime) -> set[str]:
    """Of which kinds something is due, by one question."""
    row = (await tx.execute(LOOK, {"now": now, "drafts": now - KEEP_DRAFT})).one()
    return {name for name, is_due in row._mapping.items() if is_due}


async def has_to_match(tx: Transaction) -> bool:
    """Whether the engine has something to do."""
    return bool((await tx.execute(TO_MATCH)).scalar_one())


async def to_do(tx: Transaction) -> tuple[bool, bool]:
    """Whether there is something to handle or to match, and whether there is something to tell, now or later."""
    to_handle, to_tell = (await tx.execute(TO_DO)).one()
    return bool(to_handle), bool(to_tell)
