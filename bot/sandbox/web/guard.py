"""Lets in only who speaks to this very host from this very page: no rebound names, no foreign pages."""

from urllib.parse import urlsplit

from starlette.datastructures import Headers
from starlette.responses import PlainTextResponse
from starlette.types import ASGIApp, Receive, Scope, Send

LOOPBACK = ("127.0.0.1", "localhost", "::1")


class Guard:
    """Refuses requests with another Host (DNS rebinding) or from another Origin (foreign pages)."""

    def __init__(self, app: ASGIApp, host: str) -> None:
        self.app = app
        self.hosts = {*LOOPBACK, host.lower()}

    async def __call__(self, scope: Scope, receive: Receive, send: Send) -> None:
        if scope["type"] != "http":
            return
        reason = self.objection(Headers(scope=scope))
        app = PlainTextResponse(reason, 403) if reason else self.app
        await app(scope, receive, send)

    def objection(self, headers: Headers) -> str:
        """Why a request is refused; empty when it is not."""
        host = headers.get("host", "")
        if _name(f"//{host}") not in self.hosts:
            return "This address does not serve that host.\n"
        origin = headers.get("origin")
        if origin is not None and urlsplit(origin).netloc.lower() != host.lower():
            return "Another page may not speak to the sandbox.\n"
        return ""


def _name(url: str) -> str:
    try:
        return (urlsplit(url).hostname or "").lower()
    except ValueError:
        return ""
