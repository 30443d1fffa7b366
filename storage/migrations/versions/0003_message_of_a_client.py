"""A client handed on remembers which message it was, so that an edit of that message is followed."""

import sqlalchemy as sa
from alembic import op

revision = "0003"
down_revision = "0002"


def upgrade() -> None:
    """Adds the column."""
    op.add_column("refer_out", sa.Column("message_id", sa.BigInteger(), nullable=True))
