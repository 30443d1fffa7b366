"""Speaks SQL and nothing else does: tables on one page, a file per noun, the inbox and outbox ledgers, migrations."""
