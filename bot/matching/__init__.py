"""Perfect client and ask brought together: text → features → calibrated fit, evidence and abstention.

Read `engine` first, then `profile`, `features`, `calibration` and `evidence`. Knows nothing of Telegram or SQL."""

import os

# The products here are small: on a busy machine waiting for a second thread takes longer than the product. It must be
# said before numpy is loaded, and an operator may say otherwise.
os.environ.setdefault("OPENBLAS_NUM_THREADS", "1")

from bot.matching.engine import Engine, load_engine
from bot.matching.errors import ModelError

__all__ = ["Engine", "ModelError", "load_engine"]
