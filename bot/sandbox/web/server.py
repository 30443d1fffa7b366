"""The look-alike's HTTP server in the running loop, on loopback only unless told otherwise.

It installs no signal handlers and goes away at once, open long polls and event streams included.
"""

import asyncio
import socket
from collections.abc import AsyncIterator, Awaitable, Callable, Mapping
from contextlib import asynccontextmanager, suppress
from dataclasses import dataclass
from pathlib import Path

from starlette.applications import Starlette
from starlette.requests import Request
from starlette.responses import Response
from starlette.routing import Mount, Route
from starlette.staticfiles import StaticFiles
from starlette.types import ASGIApp
from uvicorn.config import Config
from uvicorn.protocols.http.h11_impl import H11Protocol
from uvicorn.server import ServerState

from bot.sandbox.telegram import Telegram
from bot.sandbox.web.api_door import ApiDoor, nothing
from bot.sandbox.web.control import ControlDoor
from bot.sandbox.web.guard import Guard
from bot.sandbox.web.webhook import Courier

GRACE = 2.0
PAGE = Path(__file__).parent.parent / "page"


@dataclass(frozen=True, slots=True)
class Served:
    """Where the look-alike answers; `address` has no slash at its end."""

    host: str
    port: int

    @property
    def address(self) -> str:
        return f"http://{f'[{self.host}]' if ':' in self.host else self.host}:{self.port}"


class _Lines:
    """The open connections, so that one can be broken, or all of them at the end."""

    def __init__(self) -> None:
        self.state = ServerState()

    async def hangup(self, request: Request) -> None:
        """Break the connection of a request and wait until that is known."""
        for protocol in list(self.state.connections):
            if isinstance(protocol, H11Protocol) and protocol.client == request.scope["client"]:
                protocol.transport.abort()
        while (await request.receive())["type"] != "http.disconnect":
            continue

    async def close(self) -> None:
        for protocol in list(self.state.connections):
            if isinstance(protocol, H11Protocol):
                protocol.transport.abort()
        tasks = set(self.state.tasks)
        if tasks:
            _, stuck = await asyncio.wait(tasks, timeout=GRACE)
            for task in stuck:
                task.cancel()


def _app(telegram: Telegram, lines: _Lines, control: ControlDoor, host: str) -> ASGIApp:
    door = ApiDoor(telegram, lines.hangup)
    routes: list[Route | Mount] = [
        Route("/bot{token}/{method}", door.call, methods=["GET", "POST"]),
        Route("/file/bot{token}/{path:path}", door.file),
        *control.routes(),
    ]
    if PAGE.is_dir():
        routes.append(Mount("/", StaticFiles(directory=PAGE, html=True)))
    app = Starlette(routes=routes, exception_handlers={404: _not_found, 405: _not_found})
    return Guard(app, host)


async def _not_found(request: Request, error: Exception) -> Response:
    return await nothing(request)


@asynccontextmanager
async def serve(
    telegram: Telegram,
    host: str = "127.0.0.1",
    port: int = 0,
    *,
    on_clock_moved: Callable[[], Awaitable[None]] | None = None,
    shown: Mapping[str, object] | None = None,
) -> AsyncIterator[Served]:
    """Serve `telegram` while the block runs; port 0 takes a free one. `on_clock_moved` is awaited by POST /clock;
    `shown` goes to the page with every snapshot: the `zone` of its times, what its `guide` suggests."""
    telegram.world.shown = dict(shown or {})
    loop = asyncio.get_running_loop()
    lines = _Lines()
    control = ControlDoor(telegram, on_clock_moved)
    config = Config(
        _app(telegram, lines, control, host), log_config=None, access_log=False, lifespan="off", ws="none",
        server_header=False, timeout_keep_alive=75,
    )  # fmt: skip
    config.load()
    server = await loop.create_server(
        lambda: H11Protocol(config=config, server_state=lines.state, app_state={}), host, port, backlog=512
    )
    courier = asyncio.create_task(Courier(telegram.world).run())
    bound: socket.socket = server.sockets[0]
    try:
        yield Served(host, bound.getsockname()[1])
    finally:
        server.close()
        control.close()
        courier.cancel()
        await lines.close()
        with suppress(asyncio.CancelledError):
            await courier
