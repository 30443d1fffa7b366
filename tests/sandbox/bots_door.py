"""The bot's side of the look-alike in tests: calls over real HTTP, answers held against the official description."""

from dataclasses import dataclass
from typing import Any

import httpx
import pytest
from botapi_schema import OFFICIAL, faults


class Refused(Exception):
    """An answer with ok: false."""

    def __init__(self, answer: dict[str, Any]) -> None:
        super().__init__(answer["description"])
        self.code: int = answer["error_code"]
        self.description: str = answer["description"]
        self.parameters: dict[str, Any] = answer.get("parameters", {})


@dataclass
class Api:
    """The bot's side: calls over HTTP, every answer held against the official description."""

    http: httpx.AsyncClient
    token: str

    async def __call__(self, method: str, **params: Any) -> Any:
        answer = (await self.http.post(f"/bot{self.token}/{method}", json=params)).json()
        if not answer["ok"]:
            raise Refused(answer)
        if OFFICIAL:
            assert not faults(OFFICIAL["methods"][method]["returns"], answer["result"])
        return answer["result"]

    async def refused(self, method: str, **params: Any) -> str:
        """The code and description of a refusal."""
        with pytest.raises(Refused) as caught:
            await self(method, **params)
        return f"{caught.value.code} {caught.value.description}"

    async def updates(self, **params: Any) -> list[dict[str, Any]]:
        """What is waiting, confirmed at once."""
        found: list[dict[str, Any]] = await self("getUpdates", **params)
        if found:
            await self("getUpdates", offset=found[-1]["update_id"] + 1)
        return found
