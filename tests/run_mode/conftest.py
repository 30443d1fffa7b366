"""The circle of the journeys, with the bot in a process of its own."""

import pytest

from tests.journeys.conftest import circle, engine, played

__all__ = ["circle", "engine", "played"]


@pytest.fixture(autouse=True)
def _in_a_process(monkeypatch: pytest.MonkeyPatch) -> None:
    monkeypatch.setenv("TESTED_BOT", "process")
