"""A nudge may name one of the member's own prospects."""

import sqlalchemy as sa
from alembic import op

from storage.types import Key

revision = "0002"
down_revision = "0001"


def upgrade() -> None:
    """Adds the column; SQLite builds the table anew for it, with the rules that it has."""
    with op.batch_alter_table("nudge") as nudge:
        nudge.add_column(sa.Column("prospect_id", Key, nullable=True))
        nudge.create_foreign_key(op.f("fk_nudge_prospect_id"), "prospect", ["prospect_id"], ["id"], ondelete="SET NULL")
    op.create_index("ix_nudge_prospect_id", "nudge", ["prospect_id"])
