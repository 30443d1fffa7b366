"""Faults for tests: a queue of things that go wrong with the next calls of a method. Empty, it changes nothing."""

import asyncio
from dataclasses import dataclass, field

from bot.sandbox.world.records import Fields


@dataclass(frozen=True, slots=True)
class Answer:
    """Answer with an error instead of doing it."""

    code: int
    description: str
    parameters: Fields | None = None


@dataclass(slots=True)
class Hang:
    """Leave the caller waiting: until `release()`, or until it gives up.

    Then the call goes on; `processed` does it first and withholds only the answer.
    """

    processed: bool = False
    waiting: int = 0
    """How many callers hang at this moment."""
    _go: asyncio.Event = field(default_factory=asyncio.Event)

    def release(self) -> None:
        self._go.set()

    async def wait(self) -> None:
        self.waiting += 1
        try:
            await self._go.wait()
        finally:
            self.waiting -= 1


@dataclass(frozen=True, slots=True)
class Cut:
    """Break the connection without an answer, before doing it or (`processed`) after."""

    processed: bool = False


@dataclass(frozen=True, slots=True)
class Slow:
    """Do it at once, answer after `seconds` of real time."""

    seconds: float


@dataclass(frozen=True, slots=True)
class Garbage:
    """Answer something that is not JSON, without doing it."""

    body: bytes = b"<html><body>502 Bad Gateway</body></html>"
    status: int = 502


Fault = Answer | Hang | Cut | Slow | Garbage


@dataclass(slots=True)
class _Planned:
    method: str
    chat: int | None
    fault: Fault
    times: int | None


@dataclass(slots=True)
class Faults:
    """What shall go wrong, in the order it was added."""

    planned: list[_Planned] = field(default_factory=list)
    _hanging: list[Hang] = field(default_factory=list)

    def add(self, method: str, fault: Fault, *, times: int | None = 1, chat: int | None = None) -> None:
        """Let the next `times` calls of `method` ("*" is any; None times is always) to `chat` (None is any) fail."""
        if isinstance(fault, Hang):
            self._hanging.append(fault)
        self.planned.append(_Planned(method.lower(), chat, fault, times))

    def clear(self) -> None:
        """Nothing goes wrong any more; who hangs goes on."""
        for hang in self._hanging:
            hang.release()
        self._hanging.clear()
        self.planned.clear()

    def take(self, method: str, chat: str) -> Fault | None:
        """The fault for this call, used up by it."""
        for planned in self.planned:
            if planned.method not in ("*", method.lower()) or (planned.chat is not None and str(planned.chat) != chat):
                continue
            if planned.times is not None:
                planned.times -= 1
                if planned.times <= 0:
                    self.planned.remove(planned)
            return planned.fault
        return None
