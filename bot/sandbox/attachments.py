"""Things a person sends that are not text, as the fields of a message. Their bytes are never asked for here."""

import zlib

from bot.sandbox.world.records import Fields, User
from bot.sandbox.world.world import World


def _chunk(kind: bytes, data: bytes) -> bytes:
    return len(data).to_bytes(4, "big") + kind + data + zlib.crc32(kind + data).to_bytes(4, "big")


HEADER = bytes([0, 0, 0, 1, 0, 0, 0, 1, 8, 2, 0, 0, 0])
DATA = zlib.compress(b"\0\x20\x60\xa0")
PIXEL = b"\x89PNG\r\n\x1a\n" + _chunk(b"IHDR", HEADER) + _chunk(b"IDAT", DATA) + _chunk(b"IEND", b"")
"""A picture of one point."""


def attachment(world: World, kind: str, sender: User) -> Fields:
    """The fields of a sticker, photo, document, contact, location or voice message."""
    match kind:
        case "contact":
            contact: Fields = {
                "phone_number": "+4915550100200", "first_name": sender.first_name, "user_id": sender.id,
            }  # fmt: skip
            return {"contact": contact}
        case "location":
            return {"location": {"latitude": 53.5437, "longitude": 9.9665}}
        case "sticker":
            common = _file(world, "sticker.webp", "image/webp", "stickers")
            return {"sticker": common | {
                "type": "regular", "width": 512, "height": 512, "is_animated": False, "is_video": False, "emoji": "👍",
            }}  # fmt: skip
        case "photo":
            return {"photo": [_file(world, "photo.png", "image/png", "photos") | {"width": 1, "height": 1}]}
        case "voice":
            return {"voice": _file(world, "voice.ogg", "audio/ogg", "voice") | {
                "duration": 3, "mime_type": "audio/ogg",
            }}  # fmt: skip
        case "document":
            return {"document": _file(world, "notes.pdf", "application/pdf", "documents") | {
                "file_name": "notes.pdf", "mime_type": "application/pdf",
            }}  # fmt: skip
    raise ValueError(f"unknown kind of message: {kind}")


def _file(world: World, name: str, mime: str, folder: str) -> Fields:
    stored = world.store(name, mime, PIXEL, folder)
    return {"file_id": stored.id, "file_unique_id": stored.unique_id, "file_size": len(stored.data)}
