"""The environment as settings: defaults, durations, and every fault named at once."""

import re
from datetime import timedelta
from pathlib import Path

import pytest
from hypothesis import given
from hypothesis import strategies as st

from bot.settings import Settings, SettingsError, format_duration, load_settings, parse_duration, split_address

ROOT = Path(__file__).parents[1]
NAMES = {str(field.validation_alias): name for name, field in Settings.model_fields.items()}


@pytest.mark.parametrize(
    ("text", "seconds"), [("90s", 90), ("15m", 900), ("2h", 7200), ("5d", 432000), (" 2 H ", 7200), ("1s", 1)]
)
def test_a_duration(text: str, seconds: int) -> None:
    assert parse_duration(text) == timedelta(seconds=seconds)


@pytest.mark.parametrize("text", ["", "2", "h", "0s", "-5m", "1.5h", "2h30m", "2 weeks", "99999999d", "1w", None, "٢h"])
def test_what_is_no_duration(text: object) -> None:
    with pytest.raises(ValueError, match="duration"):
        parse_duration(text)


@given(st.integers(1, 10**7 - 1).map(lambda seconds: timedelta(seconds=seconds)))
def test_a_duration_is_read_as_it_is_written(value: timedelta) -> None:
    assert parse_duration(format_duration(value)) == value


def test_the_defaults() -> None:
    settings = load_settings()
    assert settings.model_dump() == {
        "token": None,
        "api_url": "https://api.telegram.org",
        "database_url": "sqlite+aiosqlite:///kringle.db",
        "webhook_url": None,
        "webhook_secret": None,
        "listen": "127.0.0.1:8443",
        "health": None,
        "log": "info",
        "zone": "UTC",
        "wave_size": 2,
        "wave_wait": "2h",
        "expiry": "3d",
        "follow_up": "5d",
        "tick": "30s",
        "lease": "15s",
    }
    assert (settings.expiry, settings.tick) == (timedelta(hours=72), timedelta(seconds=30))


def test_the_environment_is_read(monkeypatch: pytest.MonkeyPatch) -> None:
    given_values = {
        "TELEGRAM_BOT_TOKEN": "42:abc_DEF-1",
        "TELEGRAM_API_URL": "http://127.0.0.1:8081/",
        "DATABASE_URL": "sqlite+aiosqlite:////srv/kringle.db",
        "KRINGLE_WEBHOOK_URL": "https://example.com/hook",
        "KRINGLE_WEBHOOK_SECRET": "s" * 16,
        "KRINGLE_LISTEN": "0.0.0.0:80",
        "KRINGLE_HEALTH": "[::1]:9000",
        "KRINGLE_LOG": "DEBUG",
        "KRINGLE_TIMEZONE": "Europe/Berlin",
        "KRINGLE_WAVE_SIZE": "3",
        "KRINGLE_WAVE_WAIT": "90s",
        "KRINGLE_EXPIRY": "1d",
        "KRINGLE_FOLLOW_UP": "2d",
        "KRINGLE_TICK": "5s",
        "KRINGLE_LEASE": "6s",
    }
    assert set(given_values) == set(NAMES)
    for name, value in given_values.items():
        monkeypatch.setenv(name, value)
    settings = load_settings()
    assert settings.token is not None
    assert settings.token.get_secret_value() == "42:abc_DEF-1"
    assert settings.api_url == "http://127.0.0.1:8081"
    assert (settings.log, settings.zone, settings.wave_size) == ("debug", "Europe/Berlin", 3)
    assert settings.wave_wait == timedelta(seconds=90)
    assert split_address(str(settings.health)) == ("::1", 9000)


WRONG = {
    "TELEGRAM_BOT_TOKEN": "my-secret-token",
    "TELEGRAM_API_URL": "api.telegram.org",
    "DATABASE_URL": "mysql://x",
    "KRINGLE_WEBHOOK_SECRET": "short",
    "KRINGLE_LISTEN": "8443",
    "KRINGLE_HEALTH": "localhost:99999",
    "KRINGLE_LOG": "loud",
    "KRINGLE_TIMEZONE": "Mars/Olympus",
    "KRINGLE_WAVE_SIZE": "0",
    "KRINGLE_WAVE_WAIT": "soon",
    "KRINGLE_EXPIRY": "-3d",
    "KRINGLE_FOLLOW_UP": "5",
    "KRINGLE_TICK": "0s",
    "KRINGLE_LEASE": "1",
}


def test_everything_that_is_wrong_is_named_at_once(monkeypatch: pytest.MonkeyPatch) -> None:
    for name, value in WRONG.items():
        monkeypatch.setenv(name, value)
    with pytest.raises(SettingsError) as caught:
        load_settings()
    lines = str(caught.value).splitlines()
    assert {line.partition(":")[0] for line in lines} == set(WRONG)
    assert len(lines) == len(WRONG)
    assert "my-secret-token" not in str(caught.value)
    assert "short" not in str(caught.value)


@pytest.mark.parametrize("name", WRONG)
def test_one_wrong_value_is_named_alone(name: str, monkeypatch: pytest.MonkeyPatch) -> None:
    monkeypatch.setenv(name, WRONG[name])
    with pytest.raises(SettingsError, match=rf"^{name}: \S[^\n]+$"):
        load_settings()


@pytest.mark.parametrize("name", NAMES)
@pytest.mark.parametrize("empty", ["", "  "])
def test_an_empty_value_is_none_at_all(name: str, empty: str, monkeypatch: pytest.MonkeyPatch) -> None:
    monkeypatch.setenv(name, empty)
    assert load_settings() == Settings()
    monkeypatch.delenv(name)
    assert load_settings() == Settings()


def test_a_file_is_read_and_the_environment_goes_before_it(tmp_path: Path, monkeypatch: pytest.MonkeyPatch) -> None:
    (tmp_path / ".env").write_text("KRINGLE_WAVE_SIZE=3\nKRINGLE_LOG=debug\nSOMETHING_ELSE=1\nKRINGLE_EXPIRY=\n")
    monkeypatch.setenv("KRINGLE_LOG", "error")
    settings = load_settings()
    assert (settings.wave_size, settings.log, settings.expiry) == (3, "error", timedelta(hours=72))


def test_a_secret_is_not_shown() -> None:
    settings = load_settings(token="42:hidden", webhook_secret="hidden-hidden-hidden")
    assert "hidden" not in repr(settings) + str(settings) + settings.model_dump_json()


def test_settings_cannot_be_changed() -> None:
    with pytest.raises(ValueError, match="frozen"):
        load_settings().wave_size = 3


def test_the_example_names_every_setting_with_a_line_of_meaning_and_its_default(tmp_path: Path) -> None:
    text = (ROOT / ".env.example").read_text()
    lines = text.splitlines()
    found = {}
    for at, line in enumerate(lines):
        if match := re.fullmatch(r"#?([A-Z_]+)=(\S*)", line):
            assert re.match(r"# \S", lines[at - 1]), f"{match[1]} has no meaning"
            found[match[1]] = match[2]
    assert list(found) == list(NAMES)
    defaults = load_settings()
    for name, value in found.items():
        if value:
            assert load_settings(**{NAMES[name]: value}) == defaults, name
        else:
            assert getattr(defaults, NAMES[name]) is None, name
    (tmp_path / ".env").write_text(text)
    assert load_settings() == defaults
