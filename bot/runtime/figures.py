"""Figures for Prometheus. What happens is counted as it happens; how things stand is read from rows when asked."""

from datetime import datetime, timedelta

from prometheus_client import CollectorRegistry, Counter, Gauge, generate_latest

import storage.standing
from bot.domain.facts import Priority
from bot.domain.introduction import Outcome
from bot.domain.referral import OfferState
from storage.database import Transaction


class Figures:
    """The figures of one running bot. No label ever names a person, a chat or words."""

    def __init__(self) -> None:
        self._registry = CollectorRegistry()
        self._updates = Counter("kringle_updates", "Updates by kind and by what became of the try to handle them",
                                ("kind", "result"), registry=self._registry)  # fmt: skip
        self._sends = Counter("kringle_sends", "Tries to send a message by what became of them", ("result",),
                              registry=self._registry)  # fmt: skip
        self._doubles = Counter("kringle_possible_doubles", "Messages sent again although they may have arrived",
                                registry=self._registry)  # fmt: skip
        self._inbox = self._gauge("kringle_inbox_waiting", "Updates that are not handled yet")
        self._inbox_age = self._gauge("kringle_inbox_age_seconds", "How long the oldest of them has waited")
        self._outbox = self._gauge("kringle_outbox_depth", "Messages that are not sent yet", "priority")
        self._outbox_age = self._gauge(
            "kringle_outbox_age_seconds", "How long the oldest of them has waited", "priority"
        )
        self._offers = self._gauge("kringle_offers", "Offers by state", "state")
        self._outcomes = self._gauge("kringle_outcomes", "Answers after introductions", "outcome")
        self._tick_lag = self._gauge("kringle_tick_lag_seconds", "How much too late due rows were looked at")
        self._exchanged = self._gauge(
            "kringle_last_exchange_timestamp_seconds", "When Telegram last gave updates or took a message", "direction"
        )
        self._late = timedelta(0)
        self._next_tick_at: datetime | None = None

    def _gauge(self, name: str, meaning: str, *labels: str) -> Gauge:
        return Gauge(name, meaning, labels, registry=self._registry)

    def handled(self, kind: str, result: str) -> None:
        """One try to handle an update: `handled`, `failed` (tried again) or `set_aside`."""
        self._updates.labels(kind, result).inc()

    def sent(self, result: str, count: int = 1) -> None:
        """Tries to send a message: `sent`, `dropped`, `expired`, `superseded` (by a newer one, perhaps when it was on
        its way), or the name of the remedy for what went wrong."""
        self._sends.labels(result).inc(count)

    def perhaps_doubled(self) -> None:
        """Nobody knows whether a message arrived, and it is sent again."""
        self._doubles.inc()

    def ticked(self, now: datetime, every: timedelta) -> None:
        """Due rows are looked at now, and will be again after `every`."""
        self._late = self._overdue(now)
        self._next_tick_at = now + every

    def ticks_no_more(self) -> None:
        """Due rows are looked at by another worker."""
        self._late, self._next_tick_at = timedelta(0), None

    def _overdue(self, now: datetime) -> timedelta:
        return max(timedelta(0), now - self._next_tick_at) if self._next_tick_at else timedelta(0)

    async def text(
        self, tx: Transaction, now: datetime, received_at: datetime | None, sent_at: datetime | None
    ) -> bytes:
        """Everything in Prometheus' text format."""
        updates = await storage.standing.updates(tx)
        self._inbox.set(updates.count)
        self._inbox_age.set(_age(updates.since, now))
        messages = await storage.standing.messages(tx)
        for priority in Priority:
            waiting = messages.get(priority, storage.standing.Waiting(0, None))
            self._outbox.labels(priority.name.lower()).set(waiting.count)
            self._outbox_age.labels(priority.name.lower()).set(_age(waiting.since, now))
        offers = await storage.standing.offers(tx)
        for state in OfferState:
            self._offers.labels(state).set(offers.get(state, 0))
        outcomes = await storage.standing.outcomes(tx)
        for outcome in Outcome:
            self._outcomes.labels(outcome).set(outcomes.get(outcome, 0))
        self._tick_lag.set(max(self._late, self._overdue(now)).total_seconds())
        for direction, at in (("received", received_at), ("sent", sent_at)):
            if at is not None:
                self._exchanged.labels(direction).set(at.timestamp())
        return generate_latest(self._registry)


def _age(since: datetime | None, now: datetime) -> float:
    return max(0.0, (now - since).total_seconds()) if since else 0.0
