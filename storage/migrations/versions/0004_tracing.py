"""Messages and requests name the update of Telegram that they follow from."""

import sqlalchemy as sa
from alembic import op

revision = "0004"
down_revision = "0003"


def upgrade() -> None:
    """Adds the number of the update to both."""
    for table in ("outbox", "referral"):
        op.add_column(table, sa.Column("update_id", sa.BigInteger(), nullable=True))
