"""What every test may use: settings for a folder of its own, and nothing from this machine's environment."""

import os
from collections.abc import Iterator
from pathlib import Path

import pytest
from hypothesis import settings as hypothesis_settings

from bot.settings import Settings, load_settings
from tests import compiled
from tests.databases import databases, on_postgresql
from tests.overheard import OVERHEARD

hypothesis_settings.register_profile("kringle", deadline=None, max_examples=60)  # time is no measure on a busy machine
hypothesis_settings.load_profile("kringle")


def pytest_addoption(parser: pytest.Parser) -> None:
    parser.addoption("--bot", choices=("here", "process"), default="here",
                     help="whether journeys run the bot in this process or in one of its own")  # fmt: skip
    parser.addoption("--database", choices=("sqlite", "postgresql"), default="sqlite",
                     help="what the bot keeps its rows in; postgresql starts a cluster of its own")  # fmt: skip


def pytest_configure(config: pytest.Config) -> None:
    os.environ["TESTED_BOT"] = config.getoption("--bot")
    os.environ["TESTED_DATABASE"] = config.getoption("--database")
    compiled.share()


def pytest_collection_modifyitems(config: pytest.Config, items: list[pytest.Item]) -> None:
    other = "sqlite" if on_postgresql() else "postgresql"
    left_out = [item for item in items if item.get_closest_marker(other)]
    config.hook.pytest_deselected(items=left_out)
    items[:] = [item for item in items if not item.get_closest_marker(other)]


@pytest.fixture(scope="session", autouse=True)
def _no_log_tells_a_secret() -> Iterator[None]:
    OVERHEARD.begin()
    yield
    OVERHEARD.search()


@pytest.fixture(autouse=True)
def _clean_environment(monkeypatch: pytest.MonkeyPatch, tmp_path: Path) -> None:
    for name in list(os.environ):
        if name.startswith(("KRINGLE_", "TELEGRAM_", "DATABASE_URL")):
            monkeypatch.delenv(name)
    monkeypatch.chdir(tmp_path)


@pytest.fixture
def settings(tmp_path: Path) -> Iterator[Settings]:
    """Settings for a database of its own, which is there once it is made."""
    url = databases().address(tmp_path)
    yield load_settings(database_url=url)
    databases().drop(url)
