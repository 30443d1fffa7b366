"""A circle: a Telegram group that Kringle serves, and what its hosts decided."""

from dataclasses import dataclass
from datetime import datetime, timedelta
from enum import StrEnum


class CircleState(StrEnum):
    """Whether the bot is in the group."""

    ACTIVE = "active"
    ASLEEP = "asleep"


@dataclass(frozen=True, slots=True)
class CircleDefaults:
    """What a new circle starts with."""

    zone: str
    wave_size: int
    wave_wait: timedelta
    expiry: timedelta
    follow_up: timedelta


@dataclass(frozen=True, slots=True)
class Circle:
    """One group. `chat_id` changes when Telegram upgrades the group; `id` never does."""

    id: int
    chat_id: int
    title: str
    state: CircleState
    language: str
    zone: str
    wave_size: int
    wave_wait: timedelta
    expiry: timedelta
    follow_up: timedelta
    created_at: datetime


WAVE_WAITS = (timedelta(minutes=30), timedelta(hours=2), timedelta(hours=6), timedelta(days=1))
EXPIRIES = (timedelta(days=1), timedelta(days=3), timedelta(days=7))
FOLLOW_UPS = (timedelta(days=2), timedelta(days=5), timedelta(days=10))
WAVE_SIZES = (1, 2, 3, 5)
