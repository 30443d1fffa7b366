"""Which addresses Telegram accepts in links and buttons, and what it says of the others. Opens none of them."""

import re

HOST = re.compile(r"[^\s/?#]+")
TG = re.compile(r"^(tg|ton|tonsite):(?://)?(?P<rest>[A-Za-z0-9_.-]+(?:[/?#].*)?)$", re.IGNORECASE | re.DOTALL)
HTTP = re.compile(
    r"^(?:(?P<scheme>https?)://)?(?:[^/?#@\s]*@)?(?P<host>[^/?#:\s]+)(?P<port>:\d{1,5})?(?P<rest>[/?#].*)?$",
    re.IGNORECASE | re.DOTALL,
)
USER = re.compile(r"^tg:(?://)?user\?id=(\d{1,15})$", re.IGNORECASE)


class WrongLink(Exception):
    """Why an address is refused, in Telegram's words."""


def user_of(url: str) -> int | None:
    """The id in `tg://user?id=…`, the address that mentions a person."""
    found = USER.match(url)
    return int(found[1]) if found and int(found[1]) > 0 else None


def check(url: str) -> str:
    """The address as Telegram keeps it; raises WrongLink."""
    if TG.match(url):
        return re.sub(r"^(tg|ton|tonsite):(//)?", lambda m: f"{m[1].lower()}://", url, count=1, flags=re.IGNORECASE)
    scheme = re.match(r"^([A-Za-z][A-Za-z0-9+.-]*)://", url)
    if scheme and scheme[1].lower() not in ("http", "https"):
        raise WrongLink("Unsupported URL protocol")
    found = HTTP.match(url)
    if not found or any(character.isspace() for character in url):
        raise WrongLink("Wrong HTTP URL")
    host = found["host"].lower()
    if "." not in host.strip("."):
        raise WrongLink("Wrong HTTP URL")
    rest = found["rest"] or "/"
    slash = "" if rest[0] == "/" else "/"
    return f"{(found['scheme'] or 'http').lower()}://{host}{found['port'] or ''}{slash}{rest}"


def checked(url: str) -> str | None:
    """The address as Telegram keeps it, or None when it is none."""
    try:
        return check(url)
    except WrongLink:
        return None
