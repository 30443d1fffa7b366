"""The control API of the page: see everything, act as anybody, move the clock. The bot has no way in here."""

import json
from collections.abc import Awaitable, Callable
from datetime import datetime, timedelta
from zoneinfo import ZoneInfo, ZoneInfoNotFoundError

from starlette.requests import Request
from starlette.responses import JSONResponse, Response, StreamingResponse
from starlette.routing import Route

from bot.sandbox.telegram import Telegram
from bot.sandbox.web.acts import Wrong, act, new_person, number
from bot.sandbox.web.snapshot import snapshot
from bot.sandbox.web.stream import Streams
from bot.sandbox.world.records import Fields
from bot.sandbox.world.world import Impossible

SHOWN_INLINE = ("image/png", "image/jpeg", "image/gif", "image/webp")
SAFE = {"X-Content-Type-Options": "nosniff", "Content-Security-Policy": "sandbox"}


class ControlDoor:
    """What the page talks to."""

    def __init__(self, telegram: Telegram, on_clock_moved: Callable[[], Awaitable[None]] | None) -> None:
        self.telegram = telegram
        self.on_clock_moved = on_clock_moved
        self.streams = Streams(telegram)

    def routes(self) -> list[Route]:
        return [
            Route("/events", self.events),
            Route("/state", self.state),
            Route("/act", self.act, methods=["POST"]),
            Route("/people", self.people, methods=["POST"]),
            Route("/clock", self.clock, methods=["POST"]),
            Route("/file/{id}", self.file),
        ]

    def close(self) -> None:
        self.streams.close()

    async def events(self, request: Request) -> Response:
        headers = {"Cache-Control": "no-store", "X-Accel-Buffering": "no"}
        return StreamingResponse(self.streams.events(), media_type="text/event-stream", headers=headers)

    async def state(self, request: Request) -> Response:
        return JSONResponse(snapshot(self.telegram.world), headers={"Cache-Control": "no-store"})

    async def act(self, request: Request) -> Response:
        return await self._answer(request, lambda asked: act(self.telegram, asked))

    async def people(self, request: Request) -> Response:
        return await self._answer(request, lambda asked: new_person(self.telegram, asked))

    async def clock(self, request: Request) -> Response:
        return await self._answer(request, self._move)

    async def file(self, request: Request) -> Response:
        stored = self.telegram.world.files.get(request.path_params["id"])
        if stored is None:
            return JSONResponse({"ok": False, "error": "There is no such file."}, 404)
        if stored.mime in SHOWN_INLINE:
            return Response(stored.data, media_type=stored.mime, headers=SAFE)
        name = "".join(c if c.isascii() and (c.isalnum() or c in "._-") else "_" for c in stored.name)
        headers = SAFE | {"Content-Disposition": f'attachment; filename="{name}"'}
        return Response(stored.data, media_type="application/octet-stream", headers=headers)

    async def _answer(self, request: Request, do: Callable[[Fields], Awaitable[Fields]]) -> Response:
        try:
            asked = json.loads(await request.body())
            if not isinstance(asked, dict):
                raise Wrong("A JSON object is expected.")
            json.dumps(asked, ensure_ascii=False).encode()  # refuses half a surrogate pair, which is no text
            return JSONResponse({"ok": True} | await do(asked))
        except (Wrong, Impossible, LookupError) as wrong:
            return JSONResponse({"ok": False, "error": str(wrong.args[0] if wrong.args else wrong)}, 400)
        except ValueError:
            return JSONResponse({"ok": False, "error": "The request is not JSON."}, 400)

    async def _move(self, asked: Fields) -> Fields:
        clock = self.telegram.clock
        try:
            if "advance" in asked:
                clock.move(timedelta(seconds=number(asked, "advance")))
            elif "to" in asked:
                clock.move_to(datetime.fromisoformat(str(asked["to"])))
            else:
                clock.move_to(next_local(clock.now(), str(asked.get("to_local")), str(asked.get("zone") or "UTC")))
        except (ValueError, OverflowError, ZoneInfoNotFoundError) as error:
            raise Wrong(f"The clock cannot be moved so: {error}.") from None
        if self.on_clock_moved is not None:
            await self.on_clock_moved()
        self.telegram.world.changed()
        return {"now": clock.now().isoformat()}


def next_local(now: datetime, hour: str, zone: str) -> datetime:
    """The next instant at which it is `hour` (HH:MM) in `zone`."""
    local = now.astimezone(ZoneInfo(zone))
    hours, _, minutes = hour.partition(":")
    for days in (0, 1, 2):
        day = local.date() + timedelta(days=days)
        when = datetime(day.year, day.month, day.day, int(hours), int(minutes or 0), tzinfo=local.tzinfo)
        if when > now:
            return when
    raise ValueError("no such hour")
