"""Perfect client and ask brought together: text → features → calibrated fit, evidence and abstention.

Read `engine` first, then `profile`, `features`, `calibration` and `evidence`. Knows nothing of Telegram or SQL."""

from bot.matching.engine import Engine, load_engine
from bot.matching.errors import ModelError

__all__ = ["Engine", "ModelError", "load_engine"]
