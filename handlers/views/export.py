"""Everything that is kept about the reader, as a file."""

import json

import storage.export
from bot.domain.facts import Exported
from handlers.views.message import File, Look


async def exported(look: Look, fact: Exported) -> File | None:
    """Their own data as JSON, for nobody else."""
    if look.reader is None or look.reader.id != fact.member:
        return None
    records = await storage.export.everything(look.tx, fact.member)
    content = json.dumps(records, ensure_ascii=False, indent=2).encode()
    return File("kringle-my-data.json", content, look.say("export_caption"))
