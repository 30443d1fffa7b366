"""Whatever a client sends, the look-alike answers; it never breaks."""

import asyncio
from datetime import UTC, datetime

from hypothesis import HealthCheck, given, settings
from hypothesis import strategies as st

from bot.sandbox.api.schema import METHODS
from bot.sandbox.clock import Clock
from bot.sandbox.telegram import Telegram

FIELDS = st.sampled_from(["type", "text", "id", "message_id", "inline_keyboard", "offset"])
WORDS = ["", "x", "{}", "[1]", "true", "7", "-1", "html", "²", "9" * 5000, "&#" + "9" * 5000]
VALUES: st.SearchStrategy[object] = st.recursive(
    st.none() | st.booleans() | st.integers(-9, 9) | st.sampled_from(WORDS),
    lambda inner: st.lists(inner, max_size=2) | st.dictionaries(FIELDS, inner, max_size=2),
    max_leaves=5,
)


@given(st.data())
@settings(suppress_health_check=[HealthCheck.too_slow], deadline=None)
def test_no_nonsense_brings_it_down(data: st.DataObject) -> None:
    clock = Clock(datetime(2026, 10, 1, tzinfo=UTC), frozen=True)
    telegram = Telegram(clock)
    anna = telegram.person("Anna", started=True)
    method = data.draw(st.sampled_from(sorted(set(METHODS) - {"getUpdates"})))
    names = st.sampled_from([*METHODS[method], "more"])
    params = data.draw(st.dictionaries(names, VALUES | st.just(anna.id), max_size=5))
    answered = asyncio.run(telegram.call(method, params))
    assert answered.status in (200, 400, 403)
