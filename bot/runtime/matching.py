"""Matches waiting requests with members. The engine runs in a thread, before the transaction that uses its answer."""

import asyncio
import logging
from datetime import timedelta

import storage.member
import storage.referral
from bot.actions import referral as referrals
from bot.domain.asks import mask_contacts
from bot.domain.fairness import fair_order
from bot.domain.referral import OfferState, PassReason, Referral
from bot.domain.routing import Fit, Router, Routing, Statement
from bot.runtime.pulse import Pulse
from storage.database import Database

log = logging.getLogger(__name__)

BATCH = 20
EXAMPLES = 10
LATELY = timedelta(days=30)
TRIES = 3


class Matcher:
    """Routes every request whose state says so."""

    def __init__(self, database: Database, router: Router, pulse: Pulse) -> None:
        self._database = database
        self._router = router
        self._pulse = pulse
        self._failures: dict[int, int] = {}
        self.is_idle = True

    async def run(self) -> None:
        """Works until cancelled."""
        while True:
            self.is_idle = False
            async with self._database.reading() as tx:
                waiting = await storage.referral.to_route(tx, BATCH)
            for request in waiting:
                await self._route(request)
            if not waiting:
                self.is_idle = True
                await self._pulse.routing.wait(5.0)

    async def _route(self, request: Referral) -> None:
        statements, offered = await self._gather(request)
        try:
            routing = await asyncio.to_thread(self._router.route, mask_contacts(request.text), statements)
            order: tuple[Fit, ...] = fair_order(routing.routed, offered)
        except Exception:
            self._failures[request.id] = self._failures.get(request.id, 0) + 1
            log.exception("request %s could not be matched", request.id)
            if self._failures[request.id] < TRIES:
                await self._pulse.rest(1.0)
                return
            routing, order = Routing((), (), True), ()  # nobody is asked, and the circle is: never silence
        self._failures.pop(request.id, None)
        async with self._database.transaction() as tx:
            await referrals.routed(tx, self._pulse.now(), request, routing, order)
        self._pulse.outbox.ring()

    async def _gather(self, request: Referral) -> tuple[list[Statement], dict[int | str, int]]:
        """The statements of everybody who may be asked, with what they took and passed on, and their share so far."""
        now = self._pulse.now()
        async with self._database.reading() as tx:
            circle = await storage.member.of_circle(tx, request.circle_id)
            members = [one for one in circle if one.may_be_asked(now)]
            members = [one for one in members if one.id not in (request.author_id, request.about_id)]
            ids = [one.id for one in members]
            taken = await storage.referral.asks_answered(tx, ids, [OfferState.CLAIMED], None, EXAMPLES)
            passed = await storage.referral.asks_answered(tx, ids, [], PassReason.CLIENT, EXAMPLES)
            offered = await storage.referral.offered_lately(tx, request.circle_id, now - LATELY)
        statements = [one.statement(taken.get(one.id, ()), passed.get(one.id, ())) for one in members]
        return statements, dict(offered.items())
