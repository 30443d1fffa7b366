"""Keeps the bot going: updates in, requests matched, messages out, due rows looked at, health told."""

import os

os.environ.setdefault("PTB_TIMEDELTA", "true")  # durations as timedelta; otherwise the library warns at each 429
