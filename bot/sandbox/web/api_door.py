"""`/bot<token>/<method>`: a request becomes a call, its answer goes back as Telegram would write it."""

import asyncio
import json
from collections.abc import Awaitable, Callable

from starlette.requests import Request
from starlette.responses import Response

from bot.sandbox.api.arguments import Upload
from bot.sandbox.api.calls import Answered, ConnectionCut, refused
from bot.sandbox.api.refusal import Refusal
from bot.sandbox.telegram import Telegram
from bot.sandbox.web.forms import read
from bot.sandbox.world.records import Fields

Uploads = dict[str, Upload]
Hangup = Callable[[Request], Awaitable[None]]


class ApiDoor:
    """Answers the bot; `hangup` breaks a connection when a fault asks for it."""

    def __init__(self, telegram: Telegram, hangup: Hangup) -> None:
        self.telegram = telegram
        self.hangup = hangup

    async def call(self, request: Request) -> Response:
        """One call. If the caller leaves while it waits, the call ends without effect."""
        if request.path_params["token"] != self.telegram.token:
            return wire(refused(Refusal(401, "Unauthorized")))
        try:
            params, uploads = await read(request)
        except Refusal as refusal:
            return wire(refused(refusal))
        method = request.path_params["method"]
        try:
            if self.telegram.may_wait(method):
                return wire(await self._while_there(request, method, params, uploads))
            return wire(await self.telegram.call(method, params, uploads))
        except ConnectionCut:
            await self.hangup(request)
            return Response(status_code=500)

    async def _while_there(self, request: Request, method: str, params: Fields, uploads: Uploads) -> Answered:
        """A call that may take long ends without effect when its caller leaves."""
        doing = asyncio.create_task(self.telegram.call(method, params, uploads))
        gone = asyncio.create_task(_gone(request))
        try:
            await asyncio.wait([doing, gone], return_when=asyncio.FIRST_COMPLETED)
            return doing.result() if doing.done() else Answered(499, {})
        finally:
            gone.cancel()
            doing.cancel()

    async def file(self, request: Request) -> Response:
        """`/file/bot<token>/<path>`: what getFile points to."""
        if request.path_params["token"] != self.telegram.token:
            return wire(refused(Refusal(401, "Unauthorized")))
        for stored in self.telegram.world.files.values():
            if stored.path == request.path_params["path"]:
                return Response(stored.data, media_type="application/octet-stream")
        return wire(refused(Refusal(404, "Not Found")))


async def _gone(request: Request) -> None:
    """Return when the caller has left."""
    while (await request.receive())["type"] != "http.disconnect":
        continue


async def nothing(request: Request) -> Response:
    """What Telegram says to an address it does not know."""
    return wire(refused(Refusal(404, "Not Found")))


def wire(answered: Answered) -> Response:
    """An answer as bytes, with Retry-After where Telegram sends it."""
    if answered.raw is not None:
        return Response(answered.raw, answered.status, media_type="text/html")
    headers = {}
    parameters = answered.body.get("parameters")
    if isinstance(parameters, dict) and "retry_after" in parameters:
        headers["Retry-After"] = str(parameters["retry_after"])
    body = json.dumps(answered.body, ensure_ascii=False, separators=(",", ":")).encode("utf-8", "surrogatepass")
    return Response(body, answered.status, headers, media_type="application/json")
