"""Every table on one page. Portable between SQLite and PostgreSQL; rules that a row must keep are CHECKs."""

from sqlalchemy import (
    JSON,
    BigInteger,
    Boolean,
    CheckConstraint,
    Column,
    Date,
    Float,
    ForeignKey,
    Index,
    Integer,
    MetaData,
    String,
    Table,
    Text,
    UniqueConstraint,
    text,
    true,
)

from storage.types import Hour, Instant, Key, Seconds

metadata = MetaData(
    naming_convention={
        "ix": "ix_%(table_name)s_%(column_0_N_name)s",
        "uq": "uq_%(table_name)s_%(column_0_N_name)s",
        "ck": "ck_%(table_name)s_%(constraint_name)s",
        "fk": "fk_%(table_name)s_%(column_0_N_name)s",
        "pk": "pk_%(table_name)s",
    }
)


def one_of(column: str, *values: str, null: bool = False) -> CheckConstraint:
    """A CHECK that a column holds one of a few words."""
    listed = ", ".join(f"'{value}'" for value in values)
    rule = f"{column} IN ({listed})"
    return CheckConstraint(f"{column} IS NULL OR {rule}" if null else rule, name=column)


def reference(name: str, target: str, *, null: bool = False, ondelete: str = "CASCADE") -> Column[int]:
    """A column that names a row of another table."""
    return Column(name, Key, ForeignKey(target, ondelete=ondelete), nullable=null)


secret = Table("secret", metadata, Column("name", String(40), primary_key=True), Column("value", Text, nullable=False))

# Ledgers: what came in, what must go out.
inbox = Table(
    "inbox",
    metadata,
    Column("id", Key, primary_key=True),
    Column("bot_id", BigInteger, nullable=False),
    Column("update_id", BigInteger, nullable=False),
    Column("chat_key", BigInteger, nullable=False),  # updates of one key are handled one after the other
    Column("person_id", BigInteger),
    Column("payload", Text, nullable=False),  # emptied once handled
    Column("state", String(8), nullable=False),
    Column("attempts", Integer, nullable=False, server_default="0"),
    Column("not_before", Instant),
    Column("received_at", Instant, nullable=False),
    Column("error", Text),
    Column("claimed_by", String(40)),  # the process that handles it, where several share the database
    Column("claimed_until", Instant),
    UniqueConstraint("bot_id", "update_id"),
    one_of("state", "new", "done", "dead"),
)
Index("ix_inbox_new", inbox.c.id, sqlite_where=text("state = 'new'"), postgresql_where=text("state = 'new'"))
Index("ix_inbox_new_of_chat", inbox.c.chat_key, inbox.c.id,
      sqlite_where=text("state = 'new'"), postgresql_where=text("state = 'new'"))  # fmt: skip
Index("ix_inbox_received_at", inbox.c.received_at)

outbox = Table(
    "outbox",
    metadata,
    Column("id", Key, primary_key=True),
    Column("key", String(120), unique=True),  # what must exist once only
    Column("chat_id", BigInteger, nullable=False),
    Column("thread_id", BigInteger),
    Column("reply_to", BigInteger),
    Column("slot", String(80)),
    Column("fact", String(40), nullable=False),
    Column("facts", JSON, nullable=False),
    Column("priority", Integer, nullable=False),
    Column("state", String(8), nullable=False),
    Column("attempts", Integer, nullable=False, server_default="0"),
    Column("not_before", Instant),
    Column("expires_at", Instant),
    Column("created_at", Instant, nullable=False),
    Column("sent_at", Instant),
    Column("error", Text),
    Column("update_id", BigInteger),  # of Telegram: what it was put for
    one_of("state", "due", "sent", "dropped", "dead"),
)
Index("ix_outbox_due", outbox.c.priority, outbox.c.id,
      sqlite_where=text("state = 'due'"), postgresql_where=text("state = 'due'"))  # fmt: skip
Index("ix_outbox_slot", outbox.c.slot)
Index("ix_outbox_chat_id", outbox.c.chat_id)
Index("ix_outbox_due_of_chat", outbox.c.chat_id, outbox.c.priority, outbox.c.id,
      sqlite_where=text("state = 'due'"), postgresql_where=text("state = 'due'"))  # fmt: skip

Index("ix_outbox_sent_at", outbox.c.sent_at,
      sqlite_where=text("sent_at IS NOT NULL"), postgresql_where=text("sent_at IS NOT NULL"))  # fmt: skip
Index("ix_outbox_expires_at", outbox.c.expires_at,
      sqlite_where=text("state = 'due'"), postgresql_where=text("state = 'due'"))  # fmt: skip

held = Table(  # chats that Telegram asked us to leave alone for a while
    "held",
    metadata,
    Column("chat_id", BigInteger, primary_key=True, autoincrement=False),  # a group's, or 0 for everybody
    Column("until", Instant, nullable=False),
)

posted = Table(
    "posted",
    metadata,
    Column("slot", String(80), primary_key=True),
    Column("chat_id", BigInteger, nullable=False),
    Column("message_id", BigInteger, nullable=False),
    Column("digest", String(64), nullable=False),  # of what it shows
    Column("posted_at", Instant, nullable=False),
)
Index("ix_posted_chat_id", posted.c.chat_id)

lease = Table(  # what only one of several processes may do at a time
    "lease",
    metadata,
    Column("name", String(20), primary_key=True),
    Column("holder", String(40), nullable=False),
    Column("until", Instant, nullable=False),
)

# People and their circles.
circle = Table(
    "circle",
    metadata,
    Column("id", Key, primary_key=True),
    Column("chat_id", BigInteger, nullable=False, unique=True),
    Column("title", Text, nullable=False),
    Column("state", String(8), nullable=False),
    Column("language", String(12), nullable=False),
    Column("zone", String(64), nullable=False),
    Column("wave_size", Integer, nullable=False),
    Column("wave_wait", Seconds, nullable=False),
    Column("expiry", Seconds, nullable=False),
    Column("follow_up", Seconds, nullable=False),
    Column("created_at", Instant, nullable=False),
    one_of("state", "active", "asleep"),
    CheckConstraint("wave_size BETWEEN 1 AND 20", name="wave_size"),
    CheckConstraint("wave_wait > 0 AND expiry > 0 AND follow_up > 0", name="durations"),
)

member = Table(
    "member",
    metadata,
    Column("id", BigInteger, primary_key=True, autoincrement=False),
    Column("first_name", Text, nullable=False),
    Column("last_name", Text, nullable=False),
    Column("username", String(64)),
    Column("language", String(12), nullable=False),
    Column("zone", String(64), nullable=False),
    Column("zone_known", Boolean, nullable=False),
    Column("what_i_do", Text, nullable=False),
    Column("perfect_client", Text, nullable=False),
    Column("listen_for", JSON, nullable=False),
    Column("not_a_fit", Text, nullable=False),
    Column("place", Text, nullable=False),
    Column("languages", JSON, nullable=False),
    Column("nudge_on", Boolean, nullable=False),
    Column("nudge_at", Hour, nullable=False),
    Column("next_nudge_at", Instant),
    Column("last_nudge_on", Date),
    Column("days_off", JSON, nullable=False),
    Column("seeks", JSON, nullable=False),
    Column("seeks_words", Text, nullable=False),
    Column("brings", Text, nullable=False),
    Column("paused", Boolean, nullable=False),
    Column("paused_until", Instant),
    Column("reachable", Boolean, nullable=False),
    Column("waiting", JSON(none_as_null=True)),
    Column("created_at", Instant, nullable=False),
    CheckConstraint("paused_until IS NULL OR paused", name="paused_until"),
    CheckConstraint("next_nudge_at IS NULL OR nudge_on", name="next_nudge_at"),
)
Index("ix_member_next_nudge_at", member.c.next_nudge_at)
Index("ix_member_paused_until", member.c.paused_until,
      sqlite_where=text("paused_until IS NOT NULL"), postgresql_where=text("paused_until IS NOT NULL"))  # fmt: skip

membership = Table(
    "membership",
    metadata,
    Column("circle_id", Key, ForeignKey("circle.id", ondelete="CASCADE"), primary_key=True),
    Column("member_id", BigInteger, ForeignKey("member.id", ondelete="CASCADE"), primary_key=True),
    Column("state", String(8), nullable=False),
    Column("joined_at", Instant, nullable=False),
    Column("checked_at", Instant, nullable=False),  # when Telegram last said that they are in the group
    one_of("state", "joined", "left"),
)
Index("ix_membership_member_id", membership.c.member_id)

# Requests.
referral = Table(
    "referral",
    metadata,
    Column("id", Key, primary_key=True),
    reference("circle_id", "circle.id"),
    Column("author_id", BigInteger),  # may be a guest, so it names no row; empty once forgotten
    Column("author_name", Text, nullable=False),
    Column("about_id", BigInteger),  # whose message it was, when somebody else asked in reply to it
    Column("text", Text, nullable=False),
    Column("kind", String(8), nullable=False, server_default="ask"),
    Column("state", String(12), nullable=False),
    Column("thread_id", BigInteger),
    Column("message_id", BigInteger),
    Column("wave", Integer, nullable=False, server_default="0"),
    Column("wanted", Integer, nullable=False, server_default="1"),
    Column("unclear", Boolean, nullable=False),
    Column("created_at", Instant, nullable=False),
    Column("wave_ends_at", Instant),
    Column("expires_at", Instant, nullable=False),
    Column("update_id", BigInteger),  # of Telegram: the last that asked to have it matched
    one_of("state", "routing", "offering", "nobody", "introduced", "withdrawn", "expired"),
    one_of("kind", "ask", "refer"),
    CheckConstraint("wanted BETWEEN 1 AND 20", name="wanted"),
    CheckConstraint("wave_ends_at IS NULL OR state = 'offering'", name="wave_ends_at"),
    UniqueConstraint("circle_id", "message_id"),
)
Index("ix_referral_author_id_created_at", referral.c.author_id, referral.c.created_at)
Index("ix_referral_state", referral.c.state)
Index("ix_referral_wave_ends_at", referral.c.wave_ends_at)

offer = Table(
    "offer",
    metadata,
    Column("id", Key, primary_key=True),
    reference("referral_id", "referral.id"),
    Column("member_id", BigInteger, ForeignKey("member.id", ondelete="CASCADE"), nullable=False),
    Column("state", String(8), nullable=False),
    Column("rank", Integer, nullable=False),
    Column("fit", Float, nullable=False),
    Column("because", JSON, nullable=False),
    Column("wave", Integer),
    Column("reason", String(8)),
    Column("hinted_by", BigInteger),
    Column("sent_at", Instant),
    Column("answered_at", Instant),
    Column("learned", Boolean, nullable=False, server_default=true()),  # whether routing may learn from the answer
    Column("differs", JSON(none_as_null=True)),  # words of a rival who hands on a client, and of this member
    UniqueConstraint("referral_id", "member_id"),
    one_of("state", "waiting", "open", "claimed", "passed", "later", "sent_on", "lapsed", "closed"),
    one_of("reason", "client", "place", "size", "booked", "trade", null=True),
    CheckConstraint("reason IS NULL OR state = 'passed'", name="reason_of_a_pass"),
    CheckConstraint("state = 'waiting' OR state = 'closed' OR sent_at IS NOT NULL", name="sent_at"),
)
Index("ix_offer_member_id", offer.c.member_id)

hint = Table(
    "hint",
    metadata,
    Column("id", Key, primary_key=True),
    reference("referral_id", "referral.id"),
    Column("by_id", BigInteger, nullable=False),
    Column("member_id", BigInteger),
    Column("name", Text, nullable=False),
    Column("created_at", Instant, nullable=False),
)
Index("ix_hint_referral_id", hint.c.referral_id)

introduction = Table(
    "introduction",
    metadata,
    Column("id", Key, primary_key=True),
    reference("referral_id", "referral.id"),
    Column("giver_id", BigInteger),
    Column("giver_name", Text, nullable=False),
    Column("receiver_id", BigInteger),
    Column("created_at", Instant, nullable=False),
    Column("follow_up_at", Instant),
    Column("follow_ups", Integer, nullable=False, server_default="0"),
    Column("giver_outcome", String(12)),
    Column("receiver_outcome", String(12)),
    Column("giver_thanks", Boolean),
    Column("receiver_thanks", Boolean),
    Column("thanked_at", Instant),
    UniqueConstraint("referral_id", "receiver_id"),
    one_of("giver_outcome", "talked", "hired", "not_a_fit", "not_yet", null=True),
    one_of("receiver_outcome", "talked", "hired", "not_a_fit", "not_yet", null=True),
    CheckConstraint("thanked_at IS NULL OR (giver_thanks AND receiver_thanks)", name="thanked_when_both_agreed"),
)
Index("ix_introduction_follow_up_at", introduction.c.follow_up_at)
Index("ix_introduction_giver_id", introduction.c.giver_id)
Index("ix_introduction_receiver_id", introduction.c.receiver_id)

# Clients handed on.
refer_out = Table(
    "refer_out",
    metadata,
    Column("id", Key, primary_key=True),
    Column("giver_id", BigInteger, ForeignKey("member.id", ondelete="SET NULL")),  # empty once forgotten
    Column("text", Text, nullable=False),  # until it is a request
    reference("circle_id", "circle.id", null=True),
    reference("referral_id", "referral.id", null=True),
    Column("reason", String(8)),
    Column("consent", String(8)),  # what the client said to being put in touch
    Column("client", Text, nullable=False),  # a name and a way to reach them
    Column("erase_at", Instant),
    Column("created_at", Instant, nullable=False),
    Column("message_id", BigInteger),  # of the giver's private chat
    UniqueConstraint("referral_id"),
    one_of("reason", "fit", "capacity", "outgrown", "scope", null=True),
    one_of("consent", "yes", "not_yet", "no", null=True),
    CheckConstraint("client = '' OR (consent = 'yes' AND erase_at IS NOT NULL)", name="client_agreed"),
)
Index("ix_refer_out_giver_id", refer_out.c.giver_id)
Index("ix_refer_out_circle_id", refer_out.c.circle_id)
Index("ix_refer_out_erase_at", refer_out.c.erase_at)
Index("ix_refer_out_draft", refer_out.c.created_at,
      sqlite_where=text("referral_id IS NULL"), postgresql_where=text("referral_id IS NULL"))  # fmt: skip

# Learning.
suggestion = Table(
    "suggestion",
    metadata,
    Column("id", Key, primary_key=True),
    Column("member_id", BigInteger, ForeignKey("member.id", ondelete="CASCADE"), nullable=False),
    Column("question", String(16), nullable=False),
    Column("state", String(8), nullable=False),
    Column("words", Text, nullable=False),
    Column("created_at", Instant, nullable=False),
    one_of("question", "perfect_client", "not_a_fit"),
    one_of("state", "wanted", "offered", "taken", "declined", "none"),
)
Index("ix_suggestion_member_id", suggestion.c.member_id)
Index("ix_suggestion_state", suggestion.c.state)

# Calls.
drive = Table(  # a challenge of a whole circle
    "drive",
    metadata,
    Column("id", Key, primary_key=True),
    reference("circle_id", "circle.id"),
    Column("starts_on", Date, nullable=False),
    Column("created_at", Instant, nullable=False),
    UniqueConstraint("circle_id", "starts_on"),
)

challenge = Table(
    "challenge",
    metadata,
    Column("id", Key, primary_key=True),
    Column("member_id", BigInteger, ForeignKey("member.id", ondelete="CASCADE"), nullable=False),
    reference("drive_id", "drive.id", null=True, ondelete="SET NULL"),
    Column("state", String(8), nullable=False),
    Column("starts_on", Date, nullable=False),
    Column("created_at", Instant, nullable=False),
    Column("ended_at", Instant),
    one_of("state", "running", "finished", "stopped"),
)
Index("ix_challenge_drive_id", challenge.c.drive_id)
Index("uq_challenge_running", challenge.c.member_id, unique=True,
      sqlite_where=text("state = 'running'"), postgresql_where=text("state = 'running'"))  # fmt: skip

nudge = Table(
    "nudge",
    metadata,
    Column("id", Key, primary_key=True),
    Column("member_id", BigInteger, ForeignKey("member.id", ondelete="CASCADE"), nullable=False),
    Column("collaborator_id", BigInteger, ForeignKey("member.id", ondelete="SET NULL")),  # empty once forgotten
    Column("local_date", Date, nullable=False),
    Column("turn", Integer, nullable=False),
    Column("state", String(8), nullable=False),
    Column("created_at", Instant, nullable=False),
    Column("why", String(12)),
    Column("because", Text, nullable=False, default=""),
    Column("idea", String(16)),  # something to do outside the circle, in the place of a collaborator
    reference("prospect_id", "prospect.id", null=True, ondelete="SET NULL"),  # of the member's own, in that place
    reference("challenge_id", "challenge.id", null=True, ondelete="SET NULL"),
    Column("confirm_at", Instant),
    Column("confirmed", Boolean),
    UniqueConstraint("member_id", "local_date", "turn"),
    one_of("state", "open", "talked", "else", "tomorrow", "skipped"),
    CheckConstraint("member_id <> collaborator_id", name="somebody_else"),
)
Index("ix_nudge_collaborator_id_created_at", nudge.c.collaborator_id, nudge.c.created_at)
Index("ix_nudge_confirm_at", nudge.c.confirm_at)
Index("ix_nudge_challenge_id", nudge.c.challenge_id)
Index("ix_nudge_prospect_id", nudge.c.prospect_id)

memory = Table(  # one line on a call, for its writer alone
    "memory",
    metadata,
    Column("nudge_id", Key, ForeignKey("nudge.id", ondelete="CASCADE"), primary_key=True),
    Column("member_id", BigInteger, ForeignKey("member.id", ondelete="CASCADE"), primary_key=True),
    Column("words", Text, nullable=False),
    Column("created_at", Instant, nullable=False),
)
Index("ix_memory_member_id", memory.c.member_id)

avoidance = Table(  # two who are never suggested to each other
    "avoidance",
    metadata,
    Column("member_id", BigInteger, ForeignKey("member.id", ondelete="CASCADE"), primary_key=True),
    Column("other_id", BigInteger, ForeignKey("member.id", ondelete="CASCADE"), primary_key=True),
    CheckConstraint("member_id <> other_id", name="somebody_else"),
)
Index("ix_avoidance_other_id", avoidance.c.other_id)

# What a member keeps for themselves.
reflection = Table(
    "reflection",
    metadata,
    Column("member_id", BigInteger, ForeignKey("member.id", ondelete="CASCADE"), primary_key=True),
    Column("number", Integer, primary_key=True, autoincrement=False),  # of the question
    Column("answer", Text, nullable=False),  # empty when the question was left out
    Column("answered_at", Instant, nullable=False),
    CheckConstraint("number BETWEEN 1 AND 10", name="number"),
)

prospect = Table(
    "prospect",
    metadata,
    Column("id", Key, primary_key=True),
    Column("member_id", BigInteger, ForeignKey("member.id", ondelete="CASCADE"), nullable=False),
    Column("name", Text, nullable=False),
    Column("line", Text, nullable=False),
    Column("state", String(8), nullable=False),
    Column("created_at", Instant, nullable=False),
    one_of("state", "to_call", "called", "invited", "joined"),
    sqlite_autoincrement=True,  # a button for one that was deleted never means another
)
Index("ix_prospect_member_id_state", prospect.c.member_id, prospect.c.state)
