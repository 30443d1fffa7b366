"""Start payloads and callback data that only we can make. A signature says "we wrote this"; who may use it is
checked where it is used."""

import hashlib
import hmac
import re
from base64 import urlsafe_b64encode
from dataclasses import dataclass

VERSION = 1
MAC_LENGTH = 10  # base64 characters: 60 bits
BUTTON_BYTES = 64  # Telegram's limit for callback data
Argument = int | str


@dataclass(frozen=True, slots=True)
class Press:
    """A button of ours: what it does and to what."""

    action: str
    arguments: tuple[Argument, ...]


@dataclass(frozen=True, slots=True)
class Start:
    """A deep link of ours: what it opens and which row."""

    purpose: str
    number: int


class Outdated:
    """A button of an older version."""


class Forged:
    """Not written by us."""


def _bytes(text: str) -> bytes:
    return text.encode("utf-8", "surrogatepass")  # halves of a character can arrive in JSON: forged, not a fault


class Signer:
    """Signs with HMAC-SHA256 (RFC 2104), cut to 60 bits: forging one takes 2^59 presses on average."""

    def __init__(self, key: bytes) -> None:
        if len(key) < 32:
            raise ValueError("a signing key has at least 32 bytes")
        self._key = key

    def _mac(self, text: str) -> str:
        digest = hmac.new(self._key, _bytes(text), hashlib.sha256).digest()
        return urlsafe_b64encode(digest).decode()[:MAC_LENGTH]

    def start(self, purpose: str, number: int) -> str:
        """The `?start=` payload for one row: at most 64 characters of A-Z a-z 0-9 _ -."""
        body = f"{purpose}{number}"
        return f"{body}-{self._mac('start ' + body)}"

    def read_start(self, payload: str) -> Start | Forged:
        """What a payload opens; Forged for anything that `start` did not make."""
        match = re.fullmatch(r"([a-z])([0-9]{1,18})-([A-Za-z0-9_-]+)", payload, re.ASCII)
        if not match or not hmac.compare_digest(match[3], self._mac(f"start {match[1]}{match[2]}")):
            return Forged()
        return Start(match[1], int(match[2]))

    def button(self, action: str, *arguments: Argument) -> str:
        """Callback data for one button. Raises ValueError when it would be over 64 bytes."""
        body = ":".join([str(VERSION), action, *map(str, arguments)])
        data = f"{body}:{self._mac('button ' + body)}"
        if len(data.encode()) > BUTTON_BYTES:
            raise ValueError(f"callback data over {BUTTON_BYTES} bytes: {action}")
        return data

    def read_button(self, data: str) -> Press | Outdated | Forged:
        """What a button does; Forged for data that `button` did not make, Outdated for that of another version."""
        body, _, mac = data.rpartition(":")
        if not body or not hmac.compare_digest(_bytes(mac), _bytes(self._mac("button " + body))):
            return Forged()
        version, action, *arguments = body.split(":")
        if version != str(VERSION):
            return Outdated()
        return Press(action, tuple(int(a) if re.fullmatch(r"-?[0-9]{1,18}", a, re.ASCII) else a for a in arguments))
