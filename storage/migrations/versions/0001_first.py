"""The first schema: ledgers, people and circles, requests, introductions, nudges."""

import sqlalchemy as sa
from alembic import op

from storage.types import Hour, Instant, Key, Seconds

revision = "0001"
down_revision = None


def upgrade() -> None:
    """Creates every table."""
    op.create_table(
        "circle",
        sa.Column("id", Key, nullable=False),
        sa.Column("chat_id", sa.BigInteger(), nullable=False),
        sa.Column("title", sa.Text(), nullable=False),
        sa.Column("state", sa.String(length=8), nullable=False),
        sa.Column("language", sa.String(length=12), nullable=False),
        sa.Column("zone", sa.String(length=64), nullable=False),
        sa.Column("wave_size", sa.Integer(), nullable=False),
        sa.Column("wave_wait", Seconds(), nullable=False),
        sa.Column("expiry", Seconds(), nullable=False),
        sa.Column("follow_up", Seconds(), nullable=False),
        sa.Column("created_at", Instant(), nullable=False),
        sa.CheckConstraint("state IN ('active', 'asleep')", name=op.f("ck_circle_state")),
        sa.CheckConstraint("wave_size BETWEEN 1 AND 20", name=op.f("ck_circle_wave_size")),
        sa.CheckConstraint("wave_wait > 0 AND expiry > 0 AND follow_up > 0", name=op.f("ck_circle_durations")),
        sa.PrimaryKeyConstraint("id", name=op.f("pk_circle")),
        sa.UniqueConstraint("chat_id", name=op.f("uq_circle_chat_id")),
    )
    op.create_table(
        "inbox",
        sa.Column("id", Key, nullable=False),
        sa.Column("bot_id", sa.BigInteger(), nullable=False),
        sa.Column("update_id", sa.BigInteger(), nullable=False),
        sa.Column("chat_key", sa.BigInteger(), nullable=False),
        sa.Column("person_id", sa.BigInteger(), nullable=True),
        sa.Column("payload", sa.Text(), nullable=False),
        sa.Column("state", sa.String(length=8), nullable=False),
        sa.Column("attempts", sa.Integer(), server_default="0", nullable=False),
        sa.Column("not_before", Instant(), nullable=True),
        sa.Column("received_at", Instant(), nullable=False),
        sa.Column("error", sa.Text(), nullable=True),
        sa.CheckConstraint("state IN ('new', 'done', 'dead')", name=op.f("ck_inbox_state")),
        sa.PrimaryKeyConstraint("id", name=op.f("pk_inbox")),
        sa.UniqueConstraint("bot_id", "update_id", name=op.f("uq_inbox_bot_id_update_id")),
    )
    op.create_index(
        "ix_inbox_new",
        "inbox",
        ["id"],
        sqlite_where=sa.text("state = 'new'"),
        postgresql_where=sa.text("state = 'new'"),
    )
    op.create_index("ix_inbox_received_at", "inbox", ["received_at"])
    op.create_table(
        "member",
        sa.Column("id", sa.BigInteger(), autoincrement=False, nullable=False),
        sa.Column("first_name", sa.Text(), nullable=False),
        sa.Column("last_name", sa.Text(), nullable=False),
        sa.Column("username", sa.String(length=64), nullable=True),
        sa.Column("language", sa.String(length=12), nullable=False),
        sa.Column("zone", sa.String(length=64), nullable=False),
        sa.Column("zone_known", sa.Boolean(), nullable=False),
        sa.Column("what_i_do", sa.Text(), nullable=False),
        sa.Column("perfect_client", sa.Text(), nullable=False),
        sa.Column("listen_for", sa.JSON(), nullable=False),
        sa.Column("not_a_fit", sa.Text(), nullable=False),
        sa.Column("place", sa.Text(), nullable=False),
        sa.Column("languages", sa.JSON(), nullable=False),
        sa.Column("nudge_on", sa.Boolean(), nullable=False),
        sa.Column("nudge_at", Hour(), nullable=False),
        sa.Column("next_nudge_at", Instant(), nullable=True),
        sa.Column("last_nudge_on", sa.Date(), nullable=True),
        sa.Column("days_off", sa.JSON(), nullable=False),
        sa.Column("seeks", sa.JSON(), nullable=False),
        sa.Column("seeks_words", sa.Text(), nullable=False),
        sa.Column("brings", sa.Text(), nullable=False),
        sa.Column("paused", sa.Boolean(), nullable=False),
        sa.Column("paused_until", Instant(), nullable=True),
        sa.Column("reachable", sa.Boolean(), nullable=False),
        sa.Column("waiting", sa.JSON(none_as_null=True), nullable=True),
        sa.Column("created_at", Instant(), nullable=False),
        sa.CheckConstraint("next_nudge_at IS NULL OR nudge_on", name=op.f("ck_member_next_nudge_at")),
        sa.CheckConstraint("paused_until IS NULL OR paused", name=op.f("ck_member_paused_until")),
        sa.PrimaryKeyConstraint("id", name=op.f("pk_member")),
    )
    op.create_index("ix_member_next_nudge_at", "member", ["next_nudge_at"])
    op.create_table(
        "outbox",
        sa.Column("id", Key, nullable=False),
        sa.Column("key", sa.String(length=120), nullable=True),
        sa.Column("chat_id", sa.BigInteger(), nullable=False),
        sa.Column("thread_id", sa.BigInteger(), nullable=True),
        sa.Column("reply_to", sa.BigInteger(), nullable=True),
        sa.Column("slot", sa.String(length=80), nullable=True),
        sa.Column("fact", sa.String(length=40), nullable=False),
        sa.Column("facts", sa.JSON(), nullable=False),
        sa.Column("priority", sa.Integer(), nullable=False),
        sa.Column("state", sa.String(length=8), nullable=False),
        sa.Column("attempts", sa.Integer(), server_default="0", nullable=False),
        sa.Column("not_before", Instant(), nullable=True),
        sa.Column("expires_at", Instant(), nullable=True),
        sa.Column("created_at", Instant(), nullable=False),
        sa.Column("sent_at", Instant(), nullable=True),
        sa.Column("error", sa.Text(), nullable=True),
        sa.CheckConstraint("state IN ('due', 'sent', 'dropped', 'dead')", name=op.f("ck_outbox_state")),
        sa.PrimaryKeyConstraint("id", name=op.f("pk_outbox")),
        sa.UniqueConstraint("key", name=op.f("uq_outbox_key")),
    )
    op.create_index("ix_outbox_chat_id", "outbox", ["chat_id"])
    op.create_index(
        "ix_outbox_due",
        "outbox",
        ["priority", "id"],
        sqlite_where=sa.text("state = 'due'"),
        postgresql_where=sa.text("state = 'due'"),
    )
    op.create_index(
        "ix_outbox_due_of_chat",
        "outbox",
        ["chat_id", "priority", "id"],
        sqlite_where=sa.text("state = 'due'"),
        postgresql_where=sa.text("state = 'due'"),
    )
    op.create_index("ix_outbox_slot", "outbox", ["slot"])
    op.create_table(
        "posted",
        sa.Column("slot", sa.String(length=80), nullable=False),
        sa.Column("chat_id", sa.BigInteger(), nullable=False),
        sa.Column("message_id", sa.BigInteger(), nullable=False),
        sa.Column("digest", sa.String(length=64), nullable=False),
        sa.Column("posted_at", Instant(), nullable=False),
        sa.PrimaryKeyConstraint("slot", name=op.f("pk_posted")),
    )
    op.create_index("ix_posted_chat_id", "posted", ["chat_id"])
    op.create_table(
        "secret",
        sa.Column("name", sa.String(length=40), nullable=False),
        sa.Column("value", sa.Text(), nullable=False),
        sa.PrimaryKeyConstraint("name", name=op.f("pk_secret")),
    )
    op.create_table(
        "avoidance",
        sa.Column("member_id", sa.BigInteger(), nullable=False),
        sa.Column("other_id", sa.BigInteger(), nullable=False),
        sa.CheckConstraint("member_id <> other_id", name=op.f("ck_avoidance_somebody_else")),
        sa.ForeignKeyConstraint(["member_id"], ["member.id"], name=op.f("fk_avoidance_member_id"), ondelete="CASCADE"),
        sa.ForeignKeyConstraint(["other_id"], ["member.id"], name=op.f("fk_avoidance_other_id"), ondelete="CASCADE"),
        sa.PrimaryKeyConstraint("member_id", "other_id", name=op.f("pk_avoidance")),
    )
    op.create_index("ix_avoidance_other_id", "avoidance", ["other_id"])
    op.create_table(
        "drive",
        sa.Column("id", Key, nullable=False),
        sa.Column("circle_id", Key, nullable=False),
        sa.Column("starts_on", sa.Date(), nullable=False),
        sa.Column("created_at", Instant(), nullable=False),
        sa.ForeignKeyConstraint(["circle_id"], ["circle.id"], name=op.f("fk_drive_circle_id"), ondelete="CASCADE"),
        sa.PrimaryKeyConstraint("id", name=op.f("pk_drive")),
        sa.UniqueConstraint("circle_id", "starts_on", name=op.f("uq_drive_circle_id_starts_on")),
    )
    op.create_table(
        "membership",
        sa.Column("circle_id", Key, nullable=False),
        sa.Column("member_id", sa.BigInteger(), nullable=False),
        sa.Column("state", sa.String(length=8), nullable=False),
        sa.Column("joined_at", Instant(), nullable=False),
        sa.Column("checked_at", Instant(), nullable=False),
        sa.CheckConstraint("state IN ('joined', 'left')", name=op.f("ck_membership_state")),
        sa.ForeignKeyConstraint(["circle_id"], ["circle.id"], name=op.f("fk_membership_circle_id"), ondelete="CASCADE"),
        sa.ForeignKeyConstraint(["member_id"], ["member.id"], name=op.f("fk_membership_member_id"), ondelete="CASCADE"),
        sa.PrimaryKeyConstraint("circle_id", "member_id", name=op.f("pk_membership")),
    )
    op.create_index("ix_membership_member_id", "membership", ["member_id"])
    op.create_table(
        "prospect",
        sa.Column("id", Key, nullable=False),
        sa.Column("member_id", sa.BigInteger(), nullable=False),
        sa.Column("name", sa.Text(), nullable=False),
        sa.Column("line", sa.Text(), nullable=False),
        sa.Column("state", sa.String(length=8), nullable=False),
        sa.Column("created_at", Instant(), nullable=False),
        sa.CheckConstraint("state IN ('to_call', 'called', 'invited', 'joined')", name=op.f("ck_prospect_state")),
        sa.ForeignKeyConstraint(["member_id"], ["member.id"], name=op.f("fk_prospect_member_id"), ondelete="CASCADE"),
        sa.PrimaryKeyConstraint("id", name=op.f("pk_prospect")),
        sqlite_autoincrement=True,
    )
    op.create_index("ix_prospect_member_id_state", "prospect", ["member_id", "state"])
    op.create_table(
        "referral",
        sa.Column("id", Key, nullable=False),
        sa.Column("circle_id", Key, nullable=False),
        sa.Column("author_id", sa.BigInteger(), nullable=True),
        sa.Column("author_name", sa.Text(), nullable=False),
        sa.Column("about_id", sa.BigInteger(), nullable=True),
        sa.Column("text", sa.Text(), nullable=False),
        sa.Column("kind", sa.String(length=8), server_default="ask", nullable=False),
        sa.Column("state", sa.String(length=12), nullable=False),
        sa.Column("thread_id", sa.BigInteger(), nullable=True),
        sa.Column("message_id", sa.BigInteger(), nullable=True),
        sa.Column("wave", sa.Integer(), server_default="0", nullable=False),
        sa.Column("wanted", sa.Integer(), server_default="1", nullable=False),
        sa.Column("unclear", sa.Boolean(), nullable=False),
        sa.Column("created_at", Instant(), nullable=False),
        sa.Column("wave_ends_at", Instant(), nullable=True),
        sa.Column("expires_at", Instant(), nullable=False),
        sa.CheckConstraint("kind IN ('ask', 'refer')", name=op.f("ck_referral_kind")),
        sa.CheckConstraint(
            "state IN ('routing', 'offering', 'nobody', 'introduced', 'withdrawn', 'expired')",
            name=op.f("ck_referral_state"),
        ),
        sa.CheckConstraint("wave_ends_at IS NULL OR state = 'offering'", name=op.f("ck_referral_wave_ends_at")),
        sa.CheckConstraint("wanted BETWEEN 1 AND 20", name=op.f("ck_referral_wanted")),
        sa.ForeignKeyConstraint(["circle_id"], ["circle.id"], name=op.f("fk_referral_circle_id"), ondelete="CASCADE"),
        sa.PrimaryKeyConstraint("id", name=op.f("pk_referral")),
        sa.UniqueConstraint("circle_id", "message_id", name=op.f("uq_referral_circle_id_message_id")),
    )
    op.create_index("ix_referral_author_id_created_at", "referral", ["author_id", "created_at"])
    op.create_index("ix_referral_state", "referral", ["state"])
    op.create_index("ix_referral_wave_ends_at", "referral", ["wave_ends_at"])
    op.create_table(
        "reflection",
        sa.Column("member_id", sa.BigInteger(), nullable=False),
        sa.Column("number", sa.Integer(), autoincrement=False, nullable=False),
        sa.Column("answer", sa.Text(), nullable=False),
        sa.Column("answered_at", Instant(), nullable=False),
        sa.CheckConstraint("number BETWEEN 1 AND 10", name=op.f("ck_reflection_number")),
        sa.ForeignKeyConstraint(["member_id"], ["member.id"], name=op.f("fk_reflection_member_id"), ondelete="CASCADE"),
        sa.PrimaryKeyConstraint("member_id", "number", name=op.f("pk_reflection")),
    )
    op.create_table(
        "suggestion",
        sa.Column("id", Key, nullable=False),
        sa.Column("member_id", sa.BigInteger(), nullable=False),
        sa.Column("question", sa.String(length=16), nullable=False),
        sa.Column("state", sa.String(length=8), nullable=False),
        sa.Column("words", sa.Text(), nullable=False),
        sa.Column("created_at", Instant(), nullable=False),
        sa.CheckConstraint("question IN ('perfect_client', 'not_a_fit')", name=op.f("ck_suggestion_question")),
        sa.CheckConstraint(
            "state IN ('wanted', 'offered', 'taken', 'declined', 'none')", name=op.f("ck_suggestion_state")
        ),
        sa.ForeignKeyConstraint(["member_id"], ["member.id"], name=op.f("fk_suggestion_member_id"), ondelete="CASCADE"),
        sa.PrimaryKeyConstraint("id", name=op.f("pk_suggestion")),
    )
    op.create_index("ix_suggestion_member_id", "suggestion", ["member_id"])
    op.create_index("ix_suggestion_state", "suggestion", ["state"])
    op.create_table(
        "challenge",
        sa.Column("id", Key, nullable=False),
        sa.Column("member_id", sa.BigInteger(), nullable=False),
        sa.Column("drive_id", Key, nullable=True),
        sa.Column("state", sa.String(length=8), nullable=False),
        sa.Column("starts_on", sa.Date(), nullable=False),
        sa.Column("created_at", Instant(), nullable=False),
        sa.Column("ended_at", Instant(), nullable=True),
        sa.CheckConstraint("state IN ('running', 'finished', 'stopped')", name=op.f("ck_challenge_state")),
        sa.ForeignKeyConstraint(["drive_id"], ["drive.id"], name=op.f("fk_challenge_drive_id"), ondelete="SET NULL"),
        sa.ForeignKeyConstraint(["member_id"], ["member.id"], name=op.f("fk_challenge_member_id"), ondelete="CASCADE"),
        sa.PrimaryKeyConstraint("id", name=op.f("pk_challenge")),
    )
    op.create_index("ix_challenge_drive_id", "challenge", ["drive_id"])
    op.create_index(
        "uq_challenge_running",
        "challenge",
        ["member_id"],
        unique=True,
        sqlite_where=sa.text("state = 'running'"),
        postgresql_where=sa.text("state = 'running'"),
    )
    op.create_table(
        "hint",
        sa.Column("id", Key, nullable=False),
        sa.Column("referral_id", Key, nullable=False),
        sa.Column("by_id", sa.BigInteger(), nullable=False),
        sa.Column("member_id", sa.BigInteger(), nullable=True),
        sa.Column("name", sa.Text(), nullable=False),
        sa.Column("created_at", Instant(), nullable=False),
        sa.ForeignKeyConstraint(["referral_id"], ["referral.id"], name=op.f("fk_hint_referral_id"), ondelete="CASCADE"),
        sa.PrimaryKeyConstraint("id", name=op.f("pk_hint")),
    )
    op.create_index("ix_hint_referral_id", "hint", ["referral_id"])
    op.create_table(
        "introduction",
        sa.Column("id", Key, nullable=False),
        sa.Column("referral_id", Key, nullable=False),
        sa.Column("giver_id", sa.BigInteger(), nullable=True),
        sa.Column("giver_name", sa.Text(), nullable=False),
        sa.Column("receiver_id", sa.BigInteger(), nullable=True),
        sa.Column("created_at", Instant(), nullable=False),
        sa.Column("follow_up_at", Instant(), nullable=True),
        sa.Column("follow_ups", sa.Integer(), server_default="0", nullable=False),
        sa.Column("giver_outcome", sa.String(length=12), nullable=True),
        sa.Column("receiver_outcome", sa.String(length=12), nullable=True),
        sa.Column("giver_thanks", sa.Boolean(), nullable=True),
        sa.Column("receiver_thanks", sa.Boolean(), nullable=True),
        sa.Column("thanked_at", Instant(), nullable=True),
        sa.CheckConstraint(
            "giver_outcome IS NULL OR giver_outcome IN ('talked', 'hired', 'not_a_fit', 'not_yet')",
            name=op.f("ck_introduction_giver_outcome"),
        ),
        sa.CheckConstraint(
            "receiver_outcome IS NULL OR receiver_outcome IN ('talked', 'hired', 'not_a_fit', 'not_yet')",
            name=op.f("ck_introduction_receiver_outcome"),
        ),
        sa.CheckConstraint(
            "thanked_at IS NULL OR (giver_thanks AND receiver_thanks)",
            name=op.f("ck_introduction_thanked_when_both_agreed"),
        ),
        sa.ForeignKeyConstraint(
            ["referral_id"], ["referral.id"], name=op.f("fk_introduction_referral_id"), ondelete="CASCADE"
        ),
        sa.PrimaryKeyConstraint("id", name=op.f("pk_introduction")),
        sa.UniqueConstraint("referral_id", "receiver_id", name=op.f("uq_introduction_referral_id_receiver_id")),
    )
    op.create_index("ix_introduction_follow_up_at", "introduction", ["follow_up_at"])
    op.create_index("ix_introduction_giver_id", "introduction", ["giver_id"])
    op.create_index("ix_introduction_receiver_id", "introduction", ["receiver_id"])
    op.create_table(
        "offer",
        sa.Column("id", Key, nullable=False),
        sa.Column("referral_id", Key, nullable=False),
        sa.Column("member_id", sa.BigInteger(), nullable=False),
        sa.Column("state", sa.String(length=8), nullable=False),
        sa.Column("rank", sa.Integer(), nullable=False),
        sa.Column("fit", sa.Float(), nullable=False),
        sa.Column("because", sa.JSON(), nullable=False),
        sa.Column("wave", sa.Integer(), nullable=True),
        sa.Column("reason", sa.String(length=8), nullable=True),
        sa.Column("hinted_by", sa.BigInteger(), nullable=True),
        sa.Column("sent_at", Instant(), nullable=True),
        sa.Column("answered_at", Instant(), nullable=True),
        sa.Column("learned", sa.Boolean(), server_default=sa.true(), nullable=False),
        sa.Column("differs", sa.JSON(none_as_null=True), nullable=True),
        sa.CheckConstraint(
            "reason IS NULL OR reason IN ('client', 'place', 'size', 'booked', 'trade')", name=op.f("ck_offer_reason")
        ),
        sa.CheckConstraint("reason IS NULL OR state = 'passed'", name=op.f("ck_offer_reason_of_a_pass")),
        sa.CheckConstraint(
            "state = 'waiting' OR state = 'closed' OR sent_at IS NOT NULL", name=op.f("ck_offer_sent_at")
        ),
        sa.CheckConstraint(
            "state IN ('waiting', 'open', 'claimed', 'passed', 'later', 'sent_on', 'lapsed', 'closed')",
            name=op.f("ck_offer_state"),
        ),
        sa.ForeignKeyConstraint(["member_id"], ["member.id"], name=op.f("fk_offer_member_id"), ondelete="CASCADE"),
        sa.ForeignKeyConstraint(
            ["referral_id"], ["referral.id"], name=op.f("fk_offer_referral_id"), ondelete="CASCADE"
        ),
        sa.PrimaryKeyConstraint("id", name=op.f("pk_offer")),
        sa.UniqueConstraint("referral_id", "member_id", name=op.f("uq_offer_referral_id_member_id")),
    )
    op.create_index("ix_offer_member_id", "offer", ["member_id"])
    op.create_table(
        "refer_out",
        sa.Column("id", Key, nullable=False),
        sa.Column("giver_id", sa.BigInteger(), nullable=True),
        sa.Column("text", sa.Text(), nullable=False),
        sa.Column("circle_id", Key, nullable=True),
        sa.Column("referral_id", Key, nullable=True),
        sa.Column("reason", sa.String(length=8), nullable=True),
        sa.Column("consent", sa.String(length=8), nullable=True),
        sa.Column("client", sa.Text(), nullable=False),
        sa.Column("erase_at", Instant(), nullable=True),
        sa.Column("created_at", Instant(), nullable=False),
        sa.CheckConstraint(
            "client = '' OR (consent = 'yes' AND erase_at IS NOT NULL)", name=op.f("ck_refer_out_client_agreed")
        ),
        sa.CheckConstraint("consent IS NULL OR consent IN ('yes', 'not_yet', 'no')", name=op.f("ck_refer_out_consent")),
        sa.CheckConstraint(
            "reason IS NULL OR reason IN ('fit', 'capacity', 'outgrown', 'scope')", name=op.f("ck_refer_out_reason")
        ),
        sa.ForeignKeyConstraint(["circle_id"], ["circle.id"], name=op.f("fk_refer_out_circle_id"), ondelete="CASCADE"),
        sa.ForeignKeyConstraint(["giver_id"], ["member.id"], name=op.f("fk_refer_out_giver_id"), ondelete="SET NULL"),
        sa.ForeignKeyConstraint(
            ["referral_id"], ["referral.id"], name=op.f("fk_refer_out_referral_id"), ondelete="CASCADE"
        ),
        sa.PrimaryKeyConstraint("id", name=op.f("pk_refer_out")),
        sa.UniqueConstraint("referral_id", name=op.f("uq_refer_out_referral_id")),
    )
    op.create_index("ix_refer_out_circle_id", "refer_out", ["circle_id"])
    op.create_index("ix_refer_out_erase_at", "refer_out", ["erase_at"])
    op.create_index("ix_refer_out_giver_id", "refer_out", ["giver_id"])
    op.create_table(
        "nudge",
        sa.Column("id", Key, nullable=False),
        sa.Column("member_id", sa.BigInteger(), nullable=False),
        sa.Column("collaborator_id", sa.BigInteger(), nullable=True),
        sa.Column("local_date", sa.Date(), nullable=False),
        sa.Column("turn", sa.Integer(), nullable=False),
        sa.Column("state", sa.String(length=8), nullable=False),
        sa.Column("created_at", Instant(), nullable=False),
        sa.Column("why", sa.String(length=12), nullable=True),
        sa.Column("because", sa.Text(), nullable=False),
        sa.Column("idea", sa.String(length=16), nullable=True),
        sa.Column("challenge_id", Key, nullable=True),
        sa.Column("confirm_at", Instant(), nullable=True),
        sa.Column("confirmed", sa.Boolean(), nullable=True),
        sa.CheckConstraint("state IN ('open', 'talked', 'else', 'tomorrow', 'skipped')", name=op.f("ck_nudge_state")),
        sa.CheckConstraint("member_id <> collaborator_id", name=op.f("ck_nudge_somebody_else")),
        sa.ForeignKeyConstraint(
            ["challenge_id"], ["challenge.id"], name=op.f("fk_nudge_challenge_id"), ondelete="SET NULL"
        ),
        sa.ForeignKeyConstraint(
            ["collaborator_id"], ["member.id"], name=op.f("fk_nudge_collaborator_id"), ondelete="SET NULL"
        ),
        sa.ForeignKeyConstraint(["member_id"], ["member.id"], name=op.f("fk_nudge_member_id"), ondelete="CASCADE"),
        sa.PrimaryKeyConstraint("id", name=op.f("pk_nudge")),
        sa.UniqueConstraint("member_id", "local_date", "turn", name=op.f("uq_nudge_member_id_local_date_turn")),
    )
    op.create_index("ix_nudge_challenge_id", "nudge", ["challenge_id"])
    op.create_index("ix_nudge_collaborator_id_created_at", "nudge", ["collaborator_id", "created_at"])
    op.create_index("ix_nudge_confirm_at", "nudge", ["confirm_at"])
    op.create_table(
        "memory",
        sa.Column("nudge_id", Key, nullable=False),
        sa.Column("member_id", sa.BigInteger(), nullable=False),
        sa.Column("words", sa.Text(), nullable=False),
        sa.Column("created_at", Instant(), nullable=False),
        sa.ForeignKeyConstraint(["member_id"], ["member.id"], name=op.f("fk_memory_member_id"), ondelete="CASCADE"),
        sa.ForeignKeyConstraint(["nudge_id"], ["nudge.id"], name=op.f("fk_memory_nudge_id"), ondelete="CASCADE"),
        sa.PrimaryKeyConstraint("nudge_id", "member_id", name=op.f("pk_memory")),
    )
    op.create_index("ix_memory_member_id", "memory", ["member_id"])
    # ### end Alembic commands ###


def downgrade() -> None:
    """Drops every table."""
    op.drop_table("memory")
    op.drop_table("nudge")
    op.drop_table("refer_out")
    op.drop_table("offer")
    op.drop_table("introduction")
    op.drop_table("hint")
    op.drop_table("challenge")
    op.drop_table("suggestion")
    op.drop_table("reflection")
    op.drop_table("referral")
    op.drop_table("prospect")
    op.drop_table("membership")
    op.drop_table("drive")
    op.drop_table("avoidance")
    op.drop_table("secret")
    op.drop_table("posted")
    op.drop_table("outbox")
    op.drop_table("member")
    op.drop_table("inbox")
    op.drop_table("circle")
