"""What is due is found by an index, however many members there are."""

import sqlalchemy as sa
from alembic import op

revision = "0006"
down_revision = "0005"


def upgrade() -> None:
    """Adds the indexes that were missing."""
    for name, table, column, rule in (
        ("ix_member_paused_until", "member", "paused_until", "paused_until IS NOT NULL"),
        ("ix_refer_out_draft", "refer_out", "created_at", "referral_id IS NULL"),
    ):
        op.create_index(name, table, [column], sqlite_where=sa.text(rule), postgresql_where=sa.text(rule))
