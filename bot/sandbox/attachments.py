"""Things a person sends that are not text, as the fields of a message. Their bytes are never asked for here."""

from bot.sandbox.world.records import Fields, User
from bot.sandbox.world.world import World

PIXEL = bytes.fromhex(
    "89504e470d0a1a0a0000000d49484452000000010000000108060000001f15c4890000000d4944415478da63fccfc0f01f0005050202a1"
    "7b2b5c0000000049454e44ae426082"
)


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
