"""Photos and documents that the bot sends: uploaded, or named by a file id. Looks at pictures, never changes them."""

import mimetypes

from bot.sandbox.api.arguments import Arguments, Upload
from bot.sandbox.api.refusal import bad
from bot.sandbox.world.records import Fields, StoredFile
from bot.sandbox.world.world import World

MOST_BYTES = 50 * 1024 * 1024
MOST_PHOTO_BYTES = 10 * 1024 * 1024


def photo(world: World, arguments: Arguments, named: str) -> Fields:
    """The fields of a message with a photo."""
    stored = _stored(world, arguments, named, "photos")
    size = dimensions(stored.data)
    if size is None or len(stored.data) > MOST_PHOTO_BYTES:
        raise bad("IMAGE_PROCESS_FAILED")
    width, height = size
    if width + height > 10_000 or max(size) > 20 * min(size):
        raise bad("PHOTO_INVALID_DIMENSIONS")
    return {"photo": [_named(stored) | {"width": width, "height": height}]}


def document(world: World, arguments: Arguments, named: str) -> Fields:
    """The fields of a message with a document."""
    stored = _stored(world, arguments, named, "documents")
    return {"document": _named(stored) | {"file_name": stored.name, "mime_type": stored.mime}}


def _named(stored: StoredFile) -> Fields:
    return {"file_id": stored.id, "file_unique_id": stored.unique_id, "file_size": len(stored.data)}


def _stored(world: World, arguments: Arguments, named: str, folder: str) -> StoredFile:
    if named.startswith("attach://"):
        upload = arguments.uploads.get(named.removeprefix("attach://"))
        if upload is None:
            raise bad("there is no file in the request")
        return _keep(world, upload, folder)
    if named.startswith(("http://", "https://")):
        raise bad("failed to get HTTP URL content")
    if named not in world.files:
        raise bad("wrong remote file identifier specified: can't unserialize it. Wrong last symbol")
    return world.files[named]


def _keep(world: World, upload: Upload, folder: str) -> StoredFile:
    if not upload.data:
        raise bad("file must be non-empty")
    if len(upload.data) > MOST_BYTES:
        raise bad("file is too big")
    mime = mimetypes.guess_type(upload.name)[0] or upload.mime or "application/octet-stream"
    return world.store(upload.name or "file", mime, upload.data, folder)


def dimensions(data: bytes) -> tuple[int, int] | None:
    """Width and height in pixels of a PNG, JPEG, GIF or WebP; None when it is none of them."""
    if data[:8] == b"\x89PNG\r\n\x1a\n" and len(data) >= 24:
        return _positive(int.from_bytes(data[16:20], "big"), int.from_bytes(data[20:24], "big"))
    if data[:6] in (b"GIF87a", b"GIF89a") and len(data) >= 10:
        return _positive(int.from_bytes(data[6:8], "little"), int.from_bytes(data[8:10], "little"))
    if data[:4] == b"RIFF" and data[8:16] == b"WEBPVP8X" and len(data) >= 30:
        return int.from_bytes(data[24:27], "little") + 1, int.from_bytes(data[27:30], "little") + 1
    return _jpeg(data) if data[:2] == b"\xff\xd8" else None


def _positive(width: int, height: int) -> tuple[int, int] | None:
    return (width, height) if width > 0 and height > 0 else None


def _jpeg(data: bytes) -> tuple[int, int] | None:
    at = 2
    while at + 9 < len(data) and data[at] == 0xFF:
        marker = data[at + 1]
        if 0xC0 <= marker <= 0xCF and marker not in (0xC4, 0xC8, 0xCC):
            return _positive(int.from_bytes(data[at + 7 : at + 9], "big"), int.from_bytes(data[at + 5 : at + 7], "big"))
        at += 2 + int.from_bytes(data[at + 2 : at + 4], "big")
    return None
