"""The key that signs links and buttons, made once and kept in the database, so that every worker has the same."""

import secrets
from base64 import b64decode, b64encode

from sqlalchemy import insert, select

from storage.database import Transaction
from storage.tables import secret

NAME = "signing"
BYTES = 32


async def signing_key(tx: Transaction) -> bytes:
    """The 32 bytes of the signing key; made the first time."""
    found = (await tx.execute(select(secret.c.value).where(secret.c.name == NAME))).scalar()
    if found:
        return b64decode(found)
    key = secrets.token_bytes(BYTES)
    await tx.execute(insert(secret).values(name=NAME, value=b64encode(key).decode()))
    return key
