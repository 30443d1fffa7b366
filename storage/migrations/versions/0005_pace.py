"""The pace of messages survives a restart: pauses that Telegram asked for, and what was sent lately."""

import sqlalchemy as sa
from alembic import op

from storage.types import Instant

revision = "0005"
down_revision = "0004"


def upgrade() -> None:
    """Adds the table of pauses, and finds what was sent lately and what has expired without reading everything."""
    op.create_table(
        "held",
        sa.Column("chat_id", sa.BigInteger(), autoincrement=False, nullable=False),
        sa.Column("until", Instant(), nullable=False),
        sa.PrimaryKeyConstraint("chat_id", name=op.f("pk_held")),
    )
    for column, rule in (("sent_at", "sent_at IS NOT NULL"), ("expires_at", "state = 'due'")):
        op.create_index(
            f"ix_outbox_{column}", "outbox", [column], sqlite_where=sa.text(rule), postgresql_where=sa.text(rule)
        )
