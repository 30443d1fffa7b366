"""The key that signs links and buttons, made once and kept in the database, so that every worker has the same."""

import secrets
from base64 import b64decode, b64encode

from sqlalchemy import delete, insert, select

from storage.database import Transaction
from storage.tables import secret

NAME = "signing"
BYTES = 32


async def recall(tx: Transaction, name: str) -> str | None:
    """What was noted under a name."""
    found: str | None = (await tx.execute(select(secret.c.value).where(secret.c.name == name))).scalar()
    return found


async def note(tx: Transaction, name: str, value: str) -> None:
    """Keeps a value in place of the one before."""
    await tx.execute(delete(secret).where(secret.c.name == name))
    await tx.execute(insert(secret).values(name=name, value=value))


async def signing_key(tx: Transaction) -> bytes:
    """The 32 bytes of the signing key; made the first time."""
    found = (await tx.execute(select(secret.c.value).where(secret.c.name == NAME))).scalar()
    if found:
        return b64decode(found)
    key = secrets.token_bytes(BYTES)
    await tx.execute(insert(secret).values(name=NAME, value=b64encode(key).decode()))
    return key
