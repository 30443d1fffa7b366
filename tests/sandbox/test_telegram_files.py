"""Photos and documents that the bot sends, and what Telegram says of the wrong ones."""

import json

import httpx
import pytest
from bots_door import Api

from bot.sandbox.api.arguments import Upload
from bot.sandbox.api.media import dimensions
from bot.sandbox.attachments import PIXEL
from bot.sandbox.people import Person
from bot.sandbox.telegram import Telegram


async def test_photos_and_documents(api: Api, http: httpx.AsyncClient, telegram: Telegram, anna: Person) -> None:
    path = f"/bot{telegram.token}"
    sent = await http.post(f"{path}/sendPhoto", data={"chat_id": anna.id, "caption": "<i>c</i>", "parse_mode": "HTML"},
                           files={"photo": ("p.png", PIXEL)})  # fmt: skip
    photo = sent.json()["result"]
    assert (photo["photo"][-1]["width"], photo["caption"]) == (1, "c")
    again = await api("sendPhoto", chat_id=anna.id, photo=photo["photo"][-1]["file_id"])
    at = {"chat_id": anna.id, "message_id": again["message_id"]}
    await api("editMessageCaption", **at, caption="new")
    assert await api.refused("editMessageText", **at, text="x") == (
        "400 Bad Request: there is no text in the message to edit")  # fmt: skip
    media = json.dumps({"type": "photo", "media": "attach://new", "caption": "d"})
    edited = await http.post(f"{path}/editMessageMedia", data=at | {"media": media}, files={"new": ("q.png", PIXEL)})
    assert edited.json()["result"]["caption"] == "d"
    broken = await http.post(f"{path}/sendPhoto", data={"chat_id": anna.id}, files={"photo": ("p.png", b"no picture")})
    assert broken.json()["description"] == "Bad Request: IMAGE_PROCESS_FAILED"
    document = await http.post(f"{path}/sendDocument", data={"chat_id": anna.id},
                               files={"document": ("mine.json", b'{"a": 1}', "application/json")})  # fmt: skip
    sent_document = document.json()["result"]["document"]
    assert (sent_document["file_name"], sent_document["mime_type"]) == ("mine.json", "application/json")
    file = await api("getFile", file_id=sent_document["file_id"])
    assert (await http.get(f"/file/bot{telegram.token}/{file['file_path']}")).content == b'{"a": 1}'
    assert await api.refused("sendPhoto", chat_id=anna.id) == "400 Bad Request: there is no photo in the request"
    assert (await api.refused("sendPhoto", chat_id=anna.id, photo="attach://x")).endswith("no file in the request")
    assert "too long" in await api.refused("sendPhoto", chat_id=anna.id, photo="x", caption="x" * 1025)
    assert telegram.called("sendDocument")[0].uploads["document"].name == "mine.json"


JPEG = bytes.fromhex("ffd8ffe000104a46494600010100000100010000ffc0001108001000200301220002110103110100")
GIF = b"GIF89a" + bytes([7, 0, 5, 0])
WEBP = b"RIFF\0\0\0\0WEBPVP8X" + bytes(8) + bytes([8, 0, 0, 4, 0, 0])


@pytest.mark.parametrize(
    ("data", "size"),
    [(PIXEL, (1, 1)), (JPEG, (32, 16)), (GIF, (7, 5)), (WEBP, (9, 5)), (b"GIF89a\0\0\0\0", None), (JPEG[:9], None)],
)
def test_the_size_of_a_picture(data: bytes, size: tuple[int, int] | None) -> None:
    assert dimensions(data) == size


@pytest.mark.parametrize(
    ("photo", "said"),
    [
        (b"", "file must be non-empty"),
        (GIF.replace(bytes([7, 0, 5, 0]), bytes([0, 1, 5, 0])), "PHOTO_INVALID_DIMENSIONS"),
        (PIXEL + bytes(10 * 1024 * 1024), "IMAGE_PROCESS_FAILED"),
    ],
)
async def test_wrong_photos(telegram: Telegram, anna: Person, photo: bytes, said: str) -> None:
    answered = await telegram.call("sendPhoto", {"chat_id": anna.id}, {"photo": Upload("p.png", "image/png", photo)})
    assert answered.body["description"] == f"Bad Request: {said}"


@pytest.mark.parametrize(
    ("named", "said"),
    [
        ("https://example.org/p.png", "failed to get HTTP URL content"),
        ("nonsense", "wrong remote file identifier specified: can't unserialize it. Wrong last symbol"),
    ],
)
async def test_wrong_names_of_photos(api: Api, anna: Person, named: str, said: str) -> None:
    assert await api.refused("sendPhoto", chat_id=anna.id, photo=named) == f"400 Bad Request: {said}"


async def test_another_document(telegram: Telegram, anna: Person) -> None:
    await telegram.call("sendDocument", {"chat_id": anna.id}, {"document": Upload("a.txt", "", b"a")})
    at = {"chat_id": anna.id, "message_id": anna.chat[-1].id}
    media = {"type": "document", "media": "attach://new", "caption": "b"}
    answered = await telegram.call("editMessageMedia", at | {"media": media}, {"new": Upload("b.txt", "", b"b")})
    assert (answered.status, anna.chat[-1].text) == (200, "b")
    answered = await telegram.call("editMessageMedia", at | {"media": {"type": "dance", "media": "x"}})
    assert answered.status == 400
    answered = await telegram.call("sendMessage", at | {"text": "x"}, {"thing": Upload("b.txt", "", b"b")})
    assert answered.body["description"] == 'Bad Request: unknown parameter "message_id" of sendMessage'
    said = {"chat_id": anna.id, "text": "x"}
    answered = await telegram.call("sendMessage", said, {"thing": Upload("b.txt", "", b"b")})
    assert answered.body["description"] == 'Bad Request: unknown parameter "thing" of sendMessage'
