"""Health and figures, and in webhook mode the door for updates: an update is a row before Telegram hears 200."""

import asyncio
import hmac
import json
import logging
from collections.abc import AsyncIterator, Callable
from contextlib import asynccontextmanager
from datetime import timedelta
from urllib.parse import urlsplit

import uvicorn
from prometheus_client import CONTENT_TYPE_PLAIN_0_0_4
from starlette.applications import Starlette
from starlette.requests import Request
from starlette.responses import JSONResponse, Response
from starlette.routing import Route

import storage.inbox
import storage.outbox
from bot.runtime.logs import described
from bot.runtime.pulse import Pulse
from bot.runtime.receiving import Receiver, whole
from storage.address import DatabaseAway
from storage.database import Database

log = logging.getLogger(__name__)

TOO_OLD = timedelta(seconds=120)  # of the last exchange: a few long polls
READ_LIMIT = 4.0  # seconds; whoever asks waits no longer for a database that hangs
LARGEST_UPDATE = 1_048_576
SECRET_HEADER = "x-telegram-bot-api-secret-token"  # noqa: S105 -- the name of a header


class Door:
    """What the web server answers with."""

    def __init__(self, database: Database, receiver: Receiver, pulse: Pulse, secret: str | None,
                 polls: Callable[[], bool]) -> None:  # fmt: skip
        self._database = database
        self._receiver = receiver
        self._pulse = pulse
        self._secret = secret
        self._polls = polls

    async def health(self, _request: Request) -> Response:
        """200 while updates come in (polling) or could (webhook) and messages go out, 503 otherwise."""
        now, pulse = self._pulse.now(), self._pulse
        try:
            async with asyncio.timeout(READ_LIMIT), self._database.reading() as tx:
                waiting = await storage.inbox.count_waiting(tx)
                due = await storage.outbox.count_due(tx)
        except Exception as error:
            log.error("the database cannot be read: %s", described(error))
            return JSONResponse({"ok": False, "database": False}, status_code=503)
        receives = not self._polls() or (pulse.received_at is not None and now - pulse.received_at < TOO_OLD)
        sends = not due or pulse.failing_since is None or now - pulse.failing_since < TOO_OLD
        body = {
            "ok": receives and sends,
            "database": True,
            "received_at": pulse.received_at.isoformat() if pulse.received_at else None,
            "sent_at": pulse.sent_at.isoformat() if pulse.sent_at else None,
            "inbox": waiting,
            "outbox": due,
        }
        return JSONResponse(body, status_code=200 if body["ok"] else 503)

    async def metrics(self, _request: Request) -> Response:
        """Figures in Prometheus' text format."""
        pulse = self._pulse
        try:
            async with asyncio.timeout(READ_LIMIT), self._database.reading() as tx:
                text = await pulse.figures.text(tx, pulse.now(), pulse.received_at, pulse.sent_at)
        except (DatabaseAway, TimeoutError) as error:
            log.warning("no figures: %s", described(error))
            return Response(status_code=503)
        return Response(text, media_type=CONTENT_TYPE_PLAIN_0_0_4)

    async def update(self, request: Request) -> Response:
        """One update from Telegram; only with our secret."""
        given = request.headers.get(SECRET_HEADER, "")
        if self._secret is None or not hmac.compare_digest(given.encode(), self._secret.encode()):
            return Response(status_code=403)
        body = bytearray()
        async for chunk in request.stream():
            body += chunk
            if len(body) > LARGEST_UPDATE:
                return Response(status_code=413)
        try:
            update = json.loads(body)
        except (ValueError, RecursionError):
            return Response(status_code=400)
        if not isinstance(update, dict) or whole(update.get("update_id")) is None:
            return Response(status_code=400)
        try:
            await self._receiver.keep([update])
        except DatabaseAway as error:  # Telegram brings it again
            log.warning("an update could not be kept: %s", error)
            return Response(status_code=503)
        self._pulse.received_at = self._pulse.now()
        return Response(status_code=200)


def routes(door: Door, webhook_url: str | None) -> list[Route]:
    """The addresses that are answered."""
    found = [
        Route("/health", door.health, methods=["GET"]),
        Route("/metrics", door.metrics, methods=["GET"]),
    ]
    if webhook_url:
        found.append(Route(urlsplit(webhook_url).path or "/", door.update, methods=["POST"]))
    return found


@asynccontextmanager
async def serving(door: Door, webhook_url: str | None, host: str, port: int) -> AsyncIterator[None]:
    """Serves while the block runs."""
    app = Starlette(routes=routes(door, webhook_url))
    config = uvicorn.Config(app, host=host, port=port, log_config=None, access_log=False, lifespan="off",
                            timeout_graceful_shutdown=1)  # fmt: skip
    server = uvicorn.Server(config)
    config.load()
    server.lifespan = config.lifespan_class(config)
    await server.startup()
    ticking = asyncio.create_task(server.main_loop())
    try:
        yield
    finally:
        server.should_exit = True
        await ticking
        await server.shutdown()
