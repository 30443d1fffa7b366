"""The environment (and `.env`) as one frozen `Settings`. Everything wrong is named at once, never one by one."""

import re
from datetime import timedelta
from typing import Annotated, Any
from zoneinfo import ZoneInfo, ZoneInfoNotFoundError

from pydantic import (
    BeforeValidator,
    Field,
    PlainSerializer,
    SecretStr,
    ValidationError,
    field_validator,
    model_validator,
)
from pydantic_settings import BaseSettings, SettingsConfigDict

UNITS = {"s": 1, "m": 60, "h": 3600, "d": 86400}


class SettingsError(ValueError):
    """One line for each setting that cannot be used."""


def parse_duration(text: object) -> timedelta:
    """`90s`, `15m`, `2h` or `5d` as a positive timedelta. Raises ValueError for anything else."""
    if isinstance(text, timedelta):
        return text
    match = re.fullmatch(r"(\d{1,7})\s*([smhd])", str(text).strip().lower(), re.ASCII)
    if not match or int(match[1]) == 0:
        raise ValueError("must be a duration such as 90s, 15m, 2h or 5d")
    return timedelta(seconds=int(match[1]) * UNITS[match[2]])


def format_duration(value: timedelta) -> str:
    """The shortest text that `parse_duration` reads back as the same value; whole seconds only."""
    seconds = int(value.total_seconds())
    for unit in ("d", "h", "m"):
        if seconds % UNITS[unit] == 0:
            return f"{seconds // UNITS[unit]}{unit}"
    return f"{seconds}s"


Duration = Annotated[timedelta, BeforeValidator(parse_duration), PlainSerializer(format_duration)]


def _named(name: str, default: Any) -> Any:
    return Field(default=default, validation_alias=name)


class Settings(BaseSettings):
    """What an operator can decide. The names are those of the environment variables."""

    model_config = SettingsConfigDict(env_file=".env", env_file_encoding="utf-8", extra="ignore", frozen=True,
                                      populate_by_name=True)  # fmt: skip

    token: SecretStr | None = _named("TELEGRAM_BOT_TOKEN", None)
    api_url: str = _named("TELEGRAM_API_URL", "https://api.telegram.org")
    database_url: str = _named("DATABASE_URL", "sqlite+aiosqlite:///kringle.db")
    webhook_url: str | None = _named("KRINGLE_WEBHOOK_URL", None)
    webhook_secret: SecretStr | None = _named("KRINGLE_WEBHOOK_SECRET", None)
    listen: str = _named("KRINGLE_LISTEN", "127.0.0.1:8443")
    health: str | None = _named("KRINGLE_HEALTH", None)
    log: str = _named("KRINGLE_LOG", "info")
    zone: str = _named("KRINGLE_TIMEZONE", "UTC")
    wave_size: int = Field(default=2, ge=1, le=20, validation_alias="KRINGLE_WAVE_SIZE")
    wave_wait: Duration = _named("KRINGLE_WAVE_WAIT", timedelta(hours=2))
    expiry: Duration = _named("KRINGLE_EXPIRY", timedelta(hours=72))
    follow_up: Duration = _named("KRINGLE_FOLLOW_UP", timedelta(days=5))
    tick: Duration = _named("KRINGLE_TICK", timedelta(seconds=30))
    lease: Duration = _named("KRINGLE_LEASE", timedelta(seconds=15))

    @model_validator(mode="before")
    @classmethod
    def _empty_is_not_said(cls, values: dict[str, object]) -> dict[str, object]:
        return {name: value for name, value in values.items() if not isinstance(value, str) or value.strip()}

    @field_validator("token")
    @classmethod
    def _token(cls, value: SecretStr | None) -> SecretStr | None:
        if value and not re.fullmatch(r"\d+:[A-Za-z0-9_-]+", value.get_secret_value()):
            raise ValueError("does not look like a token from BotFather (digits, a colon, letters)")
        return value

    @field_validator("api_url")
    @classmethod
    def _api_url(cls, value: str) -> str:
        if not re.match(r"https?://\S+$", value):
            raise ValueError("must begin with http:// or https://")
        return value.rstrip("/")

    @field_validator("database_url")
    @classmethod
    def _database_url(cls, value: str) -> str:
        if not value.startswith(("sqlite+aiosqlite:///", "postgresql+asyncpg://")):
            raise ValueError("must begin with sqlite+aiosqlite:/// or postgresql+asyncpg://")
        return value

    @field_validator("listen", "health")
    @classmethod
    def _address(cls, value: str | None) -> str | None:
        if value is not None:
            split_address(value)
        return value

    @field_validator("log")
    @classmethod
    def _log(cls, value: str) -> str:
        if value.lower() not in ("debug", "info", "warning", "error"):
            raise ValueError("must be debug, info, warning or error")
        return value.lower()

    @field_validator("zone")
    @classmethod
    def _zone(cls, value: str) -> str:
        try:
            ZoneInfo(value)
        except (ZoneInfoNotFoundError, ValueError, OSError):
            raise ValueError("must be a time zone such as Europe/Berlin") from None
        return value

    @field_validator("webhook_secret")
    @classmethod
    def _secret(cls, value: SecretStr | None) -> SecretStr | None:
        if value and not re.fullmatch(r"[A-Za-z0-9_-]{16,256}", value.get_secret_value()):
            raise ValueError("must be 16 to 256 letters, digits, - or _")
        return value


def split_address(text: str) -> tuple[str, int]:
    """`host:port` as a pair. Raises ValueError when it is not one."""
    host, colon, port = text.rpartition(":")
    if not colon or not host or not port.isdigit() or int(port) > 65535:
        raise ValueError("must be host:port, such as 127.0.0.1:8080")
    return host.strip("[]"), int(port)


def load_settings(**values: Any) -> Settings:
    """Settings from the environment and `.env`; keyword values win. Raises SettingsError with a line per fault."""
    try:
        return Settings(**values)
    except ValidationError as error:
        lines = [f"{item['loc'][0]}: {item['msg'].removeprefix('Value error, ')}" for item in error.errors()]
        raise SettingsError("\n".join(lines)) from None
