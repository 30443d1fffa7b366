"""The body of a request → parameters and uploaded files: query, form, JSON and multipart, with the standard library."""

import json
import re
from urllib.parse import parse_qsl

from starlette.requests import Request

from bot.sandbox.api.arguments import Upload
from bot.sandbox.api.refusal import bad
from bot.sandbox.world.records import Fields

BOUNDARY = re.compile(r'boundary="?([^";,]+)"?', re.IGNORECASE)
NAMED = re.compile(rb'\b(name|filename)="((?:[^"\\]|\\.)*)"', re.IGNORECASE)


async def read(request: Request) -> tuple[Fields, dict[str, Upload]]:
    """Parameters and files of a call; raises Refusal when the body cannot be read."""
    params: Fields = dict(parse_qsl(request.url.query, keep_blank_values=True))
    body = await request.body()
    kind = request.headers.get("content-type", "").partition(";")[0].strip().lower()
    if not body:
        return params, {}
    if kind == "application/json":
        return params | _json(body), {}
    if kind == "multipart/form-data":
        found = BOUNDARY.search(request.headers["content-type"])
        if found is None:
            raise bad("can't parse multipart form: boundary is missing")
        fields, uploads = multipart(body, found[1].encode())
        return params | fields, uploads
    try:
        return params | dict(parse_qsl(body.decode(), keep_blank_values=True)), {}
    except UnicodeDecodeError:
        raise bad("strings must be encoded in UTF-8") from None


def _json(body: bytes) -> Fields:
    try:
        decoded = json.loads(body)
    except (ValueError, RecursionError):
        raise bad("can't parse JSON object") from None
    if not isinstance(decoded, dict):
        raise bad("can't parse JSON object: an Object is expected")
    return decoded


def multipart(body: bytes, boundary: bytes) -> tuple[Fields, dict[str, Upload]]:
    """The parts of a multipart body: those with a file name are files, the others are text."""
    fields: Fields = {}
    uploads: dict[str, Upload] = {}
    for part in (b"\r\n" + body).split(b"\r\n--" + boundary)[1:]:
        if part.startswith(b"--"):
            break
        head, separator, data = part.partition(b"\r\n\r\n")
        names = {key.lower(): _text(value) for key, value in NAMED.findall(head)}
        if not separator or b"name" not in names:
            raise bad("can't parse multipart form")
        if b"filename" in names:
            mime = re.search(rb"content-type:\s*([^\r\n;]+)", head, re.IGNORECASE)
            uploads[names[b"name"]] = Upload(names[b"filename"], _text(mime[1]) if mime else "", data)
        else:
            fields[names[b"name"]] = _text(data)
    return fields, uploads


def _text(data: bytes) -> str:
    try:
        return data.decode()
    except UnicodeDecodeError:
        raise bad("strings must be encoded in UTF-8") from None
