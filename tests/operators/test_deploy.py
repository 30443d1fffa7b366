"""The README's unit for systemd and its compose file: taken from there and held against what reads them."""

import configparser
import re
import shutil
import subprocess
import sys
from pathlib import Path
from typing import Any

import pytest
import yaml

from bot.app import STOP_LIMIT
from bot.settings import Settings, load_settings, split_address

ROOT = Path(__file__).parents[2]
README = (ROOT / "README.md").read_text()
MOST_EXPOSED = 20  # of 100, for `systemd-analyze security`
NAMES = {str(field.validation_alias) for field in Settings.model_fields.values()}
OWN = {"KRINGLE_DB_PASSWORD"}  # of the compose file alone


def block(language: str) -> str:
    """The only code block of a language."""
    (found,) = re.findall(rf"^```{language}\n(.*?)^```$", README, re.DOTALL | re.MULTILINE)
    return str(found)


@pytest.fixture
def unit(tmp_path: Path) -> Path:
    """The unit as a file, with a program that this machine has."""
    path = tmp_path / "kringle.service"
    text = block("ini").replace("/opt/kringle/.venv/bin/python", sys.executable)
    path.write_text(text)
    return path


def analyze(*words: str) -> subprocess.CompletedProcess[str]:
    if shutil.which("systemd-analyze") is None:
        pytest.skip("systemd-analyze is not installed")
    return subprocess.run(["systemd-analyze", *words], capture_output=True, text=True, check=False, timeout=60)


def test_systemd_takes_the_unit(unit: Path) -> None:
    checked = analyze("verify", "--man=no", str(unit))
    told = [line for line in checked.stderr.splitlines() if "kringle.service" in line]
    assert (checked.returncode, told) == (0, [])


def test_systemd_finds_a_fault_where_there_is_one(unit: Path) -> None:
    unit.write_text(unit.read_text().replace("Type=exec", "Type=exactly").replace("ExecStart=/", "ExecStart=/nowhere/"))
    assert "kringle.service" in analyze("verify", "--man=no", str(unit)).stderr


def test_the_unit_exposes_little(unit: Path) -> None:
    checked = analyze("security", "--offline=true", f"--threshold={MOST_EXPOSED}", str(unit))
    assert checked.returncode == 0, checked.stdout


def test_the_unit_agrees_with_the_program() -> None:
    parser = configparser.ConfigParser(strict=False, interpolation=None)
    parser.optionxform = str  # type: ignore[method-assign, assignment]
    parser.read_string(block("ini"))
    service = parser["Service"]
    name, _, url = service["Environment"].partition("=")
    assert name == "DATABASE_URL"
    assert load_settings(database_url=url).database_url.endswith(f"/var/lib/{service['StateDirectory']}/kringle.db")
    assert service["RestartPreventExitStatus"] == "2"  # no token, wrong settings: trying again is no help
    assert float(service["TimeoutStopSec"]) > 2 * STOP_LIMIT
    assert service["UMask"] == "0077"


@pytest.fixture(scope="module")
def compose() -> dict[str, Any]:
    return dict(yaml.safe_load(block("yaml")))


def test_the_compose_file_names_what_it_uses(compose: dict[str, Any]) -> None:
    services = compose["services"]
    assert set(compose) == {"services", "volumes"}
    for service in services.values():
        assert ("image" in service) != ("build" in service)
        assert set(service.get("depends_on", {})) <= set(services)
        for mount in service.get("volumes", ()):
            assert mount.partition(":")[0] in compose["volumes"]
    assert services["bot"]["depends_on"]["db"]["condition"] == "service_healthy"
    assert services["db"]["healthcheck"]


def test_the_compose_file_agrees_with_the_program(compose: dict[str, Any]) -> None:
    bot, db = compose["services"]["bot"], compose["services"]["db"]
    assert set(bot["environment"]) <= NAMES
    assert set(re.findall(r"\$\{(\w+)", block("yaml"))) == OWN
    url = bot["environment"]["DATABASE_URL"].replace("${KRINGLE_DB_PASSWORD:?}", "secret1")
    settings = load_settings(database_url=url, health=bot["environment"]["KRINGLE_HEALTH"])
    assert settings.database_url == "postgresql+asyncpg://kringle:secret1@db/kringle"
    assert db["environment"]["POSTGRES_USER"] == db["environment"]["POSTGRES_DB"] == "kringle"
    host, port = split_address(str(settings.health))
    assert f"http://{host}:{port}/health" in bot["healthcheck"]["test"][-1]
    shell = bot["command"][-1]
    assert shell == "python -m bot migrate && exec python -m bot run"  # exec: the signal to stop reaches the bot


def test_the_compose_file_gives_away_nothing(compose: dict[str, Any]) -> None:
    bot, db = compose["services"]["bot"], compose["services"]["db"]
    assert "ports" not in bot
    assert "ports" not in db
    assert bot["cap_drop"] == ["ALL"]
    assert bot["read_only"] is True
    recipe = bot["build"]["dockerfile_inline"]
    assert recipe.rstrip().endswith("USER kringle")
    assert "--require-hashes -r requirements.txt" in recipe
    assert "COPY ." not in recipe  # .env stands there
    for name in re.findall(r"^COPY (.*) \S+$", recipe, re.MULTILINE):
        assert all((ROOT / one).exists() for one in name.split())
