"""The schema: what is migrated equals the tables, wrong rows are refused, and nothing of it is SQLite's alone."""

import re
from collections.abc import Callable
from pathlib import Path
from typing import Any

import pytest
from alembic.autogenerate import compare_metadata
from alembic.migration import MigrationContext
from sqlalchemy import Connection, Select, insert, literal, select, update
from sqlalchemy.dialects import postgresql as pg
from sqlalchemy.dialects.sqlite import insert as sqlite_insert
from sqlalchemy.exc import IntegrityError
from sqlalchemy.schema import CreateIndex, CreateTable

import storage
import storage.membership
from bot.settings import Settings
from storage import postgresql, sqlite
from storage.address import DatabaseError, sqlite_path
from storage.database import Database, Transaction
from storage.tables import (
    avoidance,
    challenge,
    circle,
    hint,
    inbox,
    introduction,
    member,
    membership,
    metadata,
    nudge,
    offer,
    outbox,
    prospect,
    refer_out,
    reflection,
    suggestion,
)
from storage.tables import referral as request_table
from tests.databases import databases, on_postgresql
from tests.storage.conftest import NOW, a_circle, a_member, a_request, an_introduction, an_offer

STORAGE = Path(storage.__path__[0])
REFUSED = r"CHECK|UNIQUE|FOREIGN KEY|NOT NULL|violates (check|unique|foreign key|not-null) constraint"
change = postgresql.change if on_postgresql() else sqlite.change
CATALOGUE = {  # of PostgreSQL: lines that begin with the name of their table
    "table": "SELECT concat_ws(' ', table_name, column_name, data_type, character_maximum_length, is_nullable,"
    " column_default) FROM information_schema.columns WHERE table_schema = 'public'",
    "index": "SELECT concat_ws(' ', tablename, indexdef) FROM pg_indexes WHERE schemaname = 'public'"
    " UNION ALL SELECT concat_ws(' ', conrelid::regclass, conname, pg_get_constraintdef(oid)) FROM pg_constraint"
    " WHERE connamespace = 'public'::regnamespace",
}


def described(url: str) -> dict[tuple[str, str], list[str]]:
    """Every table and index: its lines in an order of their own, white space and quotes aside."""
    if on_postgresql():
        lines = [(kind, row[0]) for kind, words in CATALOGUE.items() for row in databases().query(url, words)]
        return {
            (kind, name): sorted(line for its, line in lines if its == kind and line.split(" ")[0] == name)
            for kind in CATALOGUE
            for name in metadata.tables
        }
    rows = databases().query(url, "SELECT type, name, sql FROM sqlite_master WHERE sql IS NOT NULL")
    found = {}
    for kind, name, sql in rows:
        if name.startswith(("sqlite_", "alembic_")):
            continue
        head, _, body = re.sub(r"\s+", " ", sql.replace('"', "")).partition("(")
        body, _, tail = body.rpartition(")")
        found[kind, name] = [head.strip(), *sorted(parts(body)), tail.strip()]
    return found


def parts(body: str) -> list[str]:
    """What stands between the outer commas."""
    depth, found = 0, [""]
    for character in body:
        depth += {"(": 1, ")": -1}.get(character, 0)
        if character == "," and not depth:
            found.append("")
        else:
            found[-1] += character
    return [part.strip() for part in found]


def test_a_migrated_database_equals_the_tables(settings: Settings, bare: str) -> None:
    databases().make(settings.database_url)
    change(bare, metadata.create_all)
    made = described(bare)
    assert {name for kind, name in made if kind == "table"} == set(metadata.tables)
    assert all(made.values())
    assert described(settings.database_url) == made


def test_alembic_finds_nothing_to_change(settings: Settings) -> None:
    databases().make(settings.database_url)

    def differences(connection: Connection) -> list[Any]:
        context = MigrationContext.configure(connection, opts={"compare_type": True, "compare_server_default": True})
        return list(compare_metadata(context, metadata))

    assert change(settings.database_url, differences) == []


HANDED_ON: dict[str, Any] = {"giver_id": 1, "text": "", "client": "", "created_at": NOW}
WRONG: dict[str, Callable[[], Any]] = {
    "prospect.state": lambda: insert(prospect).values(member_id=1, name="R", line="", state="x", created_at=NOW),
    "reflection.number": lambda: insert(reflection).values(member_id=1, number=11, answer="", answered_at=NOW),
    "circle.state": lambda: update(circle).values(state="dozing"),
    "circle.wave_size 0": lambda: update(circle).values(wave_size=0),
    "circle.wave_size 21": lambda: update(circle).values(wave_size=21),
    "circle.durations": lambda: update(circle).values(expiry=NOW - NOW),
    "circle.chat_id twice": lambda: insert(circle).from_select(
        [column.name for column in circle.c if column.name != "id"],
        select(*[column for column in circle.c if column.name != "id"]),
    ),
    "member.paused_until": lambda: update(member).values(paused=False, paused_until=NOW),
    "member.next_nudge_at": lambda: update(member).values(nudge_on=False, next_nudge_at=NOW),
    "member.first_name": lambda: update(member).values(first_name=None),
    "membership.state": lambda: update(membership).values(state="guest"),
    "membership of nobody": lambda: update(membership).values(member_id=99),
    "referral.state": lambda: update(request_table).values(state="lost"),
    "referral.wanted": lambda: update(request_table).values(wanted=0),
    "referral.wave_ends_at": lambda: update(request_table).values(state="nobody", wave_ends_at=NOW),
    "referral of no circle": lambda: update(request_table).values(circle_id=99),
    "offer.state": lambda: update(offer).values(state="maybe"),
    "offer.reason": lambda: update(offer).values(state="passed", reason="mood"),
    "offer.reason_of_a_pass": lambda: update(offer).values(state="claimed", reason="size"),
    "offer.sent_at": lambda: update(offer).values(state="open", sent_at=None),
    "referral.kind": lambda: update(request_table).values(kind="gift"),
    "refer_out.reason": lambda: insert(refer_out).values(**HANDED_ON | {"reason": "mood"}),
    "refer_out.consent": lambda: insert(refer_out).values(**HANDED_ON | {"consent": "perhaps"}),
    "refer_out.client_agreed": lambda: insert(refer_out).values(**HANDED_ON | {"client": "Zoe"}),
    "offer twice": lambda: insert(offer).values(
        referral_id=1, member_id=2, state="waiting", rank=0, fit=0.5, because=[]
    ),
    "introduction.giver_outcome": lambda: update(introduction).values(giver_outcome="rich"),
    "introduction.receiver_outcome": lambda: update(introduction).values(receiver_outcome="rich"),
    "introduction thanked by one": lambda: update(introduction).values(
        thanked_at=NOW, giver_thanks=True, receiver_thanks=False
    ),
    "nudge.state": lambda: update(nudge).values(state="called"),
    "nudge of oneself": lambda: update(nudge).values(collaborator_id=nudge.c.member_id),
    "nudge twice": lambda: insert(nudge).values(
        member_id=1, collaborator_id=2, local_date=NOW.date(), turn=0, state="open", created_at=NOW
    ),
    "challenge.state": lambda: insert(challenge).values(
        member_id=1, state="lost", starts_on=NOW.date(), created_at=NOW
    ),
    "challenge twice running": lambda: insert(challenge).from_select(
        ["member_id", "state", "starts_on", "created_at"],
        select(member.c.id, literal("running"), literal(NOW.date()), member.c.created_at)
        .where(member.c.id == 1)
        .union_all(
            select(member.c.id, literal("running"), literal(NOW.date()), member.c.created_at).where(member.c.id == 1)
        ),
    ),
    "avoidance.somebody_else": lambda: insert(avoidance).values(member_id=1, other_id=1),
    "hint of no request": lambda: insert(hint).values(referral_id=99, by_id=1, name="", created_at=NOW),
    "suggestion.question": lambda: insert(suggestion).values(
        member_id=1, question="place", state="taken", words="", created_at=NOW
    ),
    "suggestion.state": lambda: insert(suggestion).values(
        member_id=1, question="not_a_fit", state="lost", words="", created_at=NOW
    ),
    "inbox.state": lambda: insert(inbox).values(
        bot_id=1, update_id=1, chat_key=1, payload="", state="lost", received_at=NOW
    ),
    "outbox.state": lambda: insert(outbox).values(
        chat_id=1, fact="Note", facts={}, priority=0, state="lost", created_at=NOW
    ),
}


async def a_row_of_each(tx: Transaction) -> None:
    made = await a_circle(tx)
    for number in (1, 2):
        await a_member(tx, number, made)
    request = await a_request(tx, made)
    await an_offer(tx, request, 2)
    await an_introduction(tx, request, 2)
    values = {"member_id": 1, "collaborator_id": 2, "local_date": NOW.date(), "turn": 0, "state": "open"}
    await tx.execute(insert(nudge).values(**values, created_at=NOW))


@pytest.mark.parametrize("wrong", WRONG)
async def test_a_wrong_row_is_refused(database: Database, wrong: str) -> None:
    async with database.transaction() as tx:
        await a_row_of_each(tx)
    with pytest.raises(IntegrityError, match=REFUSED):
        async with database.transaction() as tx:
            await tx.execute(WRONG[wrong]())


def test_every_check_has_a_row_that_it_refuses() -> None:
    """A CHECK that was added without a wrong row here would go untested."""
    rules = {str(rule.name) for table in metadata.tables.values() for rule in table.constraints if rule.name}
    checks = {rule.removeprefix("ck_") for rule in rules if rule.startswith("ck_")}
    tried = " ".join(WRONG).replace(".", "_")
    named = {"circle_wave_size", "introduction_thanked_when_both_agreed", "nudge_somebody_else"}
    assert {rule for rule in checks - named if rule not in tried} == set()


async def test_what_hangs_on_a_row_goes_with_it(database: Database) -> None:
    async with database.transaction() as tx:
        await a_row_of_each(tx)
        await tx.execute(circle.delete())
        for table in (membership, request_table, offer, introduction):
            assert (await tx.execute(select(table))).all() == []


@pytest.mark.parametrize("name", sorted(metadata.tables))
def test_tables_are_made_on_postgresql_too(name: str) -> None:
    table = metadata.tables[name]
    made = str(CreateTable(table).compile(dialect=pg.dialect()))
    assert f"CREATE TABLE {name}" in made
    for column in table.c:
        if column.name.endswith(("_at", "_until", "not_before")) and column.name != "nudge_at":
            assert f"{column.name} TIMESTAMP WITH TIME ZONE" in made
    if "id" in table.c and table.c.id.autoincrement:
        assert "id BIGSERIAL" in made
    for index in table.indexes:
        assert str(index.name) in str(CreateIndex(index).compile(dialect=pg.dialect()))


@pytest.mark.parametrize(
    "statement",
    [
        storage.membership.circles_of(1),
        storage.membership.active_circles_of(1),
        storage.membership.circles_of(1).intersect(storage.membership.circles_of(2)),
        select(member).where(member.c.paused, member.c.next_nudge_at <= NOW).limit(5),
        insert(offer).values(referral_id=1, because=[["a", "b"]]).returning(offer.c.id),
        pg.insert(inbox).values([{"bot_id": 1}, {"bot_id": 2}]).on_conflict_do_nothing(),
        update(introduction).where(introduction.c.giver_thanks).values(follow_ups=introduction.c.follow_ups + 1),
    ],
    ids=range(7),
)
def test_statements_are_postgresqls_too(statement: Select[Any]) -> None:
    assert str(statement.compile(dialect=pg.dialect()))


def test_nothing_is_sqlites_alone_outside_the_files_that_say_so() -> None:
    own = {"address.py", "database.py", "migrate.py", "sqlite.py", "trip.py", "postgresql.py"}
    spoken = re.compile(
        r"(?i)\bpragma\b|\browid\b|sqlite_master|or ignore|or replace|julianday|strftime\('|exec_driver_sql"
    )
    for path in STORAGE.rglob("*.py"):
        if path.name in own:
            continue
        text = path.read_text()
        assert not spoken.search(text), path.name
        for line in text.splitlines():
            if "sqlite" in line.lower() and not re.search(r"\"\"\"|#", line):
                assert re.search(r"dialect|variant|sqlite_where|sqlite_autoincrement|Portable", line), (
                    f"{path.name}: {line}"
                )


def test_the_inbox_speaks_both_dialects() -> None:
    rows = [{"bot_id": 1, "update_id": 2}]
    for dialect_insert in (sqlite_insert, pg.insert):
        made = str(dialect_insert(inbox).values(rows).on_conflict_do_nothing().compile())
        assert "ON CONFLICT DO NOTHING" in made


@pytest.mark.parametrize("url", ["sqlite+aiosqlite://", "sqlite+aiosqlite:///:memory:", "postgresql+asyncpg://h/d"])
def test_an_address_without_a_file_is_refused(url: str) -> None:
    with pytest.raises(DatabaseError):
        sqlite_path(url)
