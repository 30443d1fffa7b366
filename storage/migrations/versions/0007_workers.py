"""Several processes on one database: who handles an update, and who has which duty."""

import sqlalchemy as sa
from alembic import op

from storage.types import Instant

revision = "0007"
down_revision = "0006"


def upgrade() -> None:
    """Adds the table of duties, and the holder of an update with the end of its claim."""
    op.create_table(
        "lease",
        sa.Column("name", sa.String(length=20), nullable=False),
        sa.Column("holder", sa.String(length=40), nullable=False),
        sa.Column("until", Instant(), nullable=False),
        sa.PrimaryKeyConstraint("name", name=op.f("pk_lease")),
    )
    op.add_column("inbox", sa.Column("claimed_by", sa.String(length=40), nullable=True))
    op.add_column("inbox", sa.Column("claimed_until", Instant(), nullable=True))
    new = sa.text("state = 'new'")
    op.create_index("ix_inbox_new_of_chat", "inbox", ["chat_key", "id"], sqlite_where=new, postgresql_where=new)
