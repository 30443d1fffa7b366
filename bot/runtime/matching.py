"""Matches waiting requests with members. The engine runs in a thread, before the transaction that uses its answer."""

import asyncio
import logging

import storage.due
import storage.learning
import storage.member
import storage.refer_out
import storage.referral
from bot.actions import learning
from bot.actions import referral as referrals
from bot.actions.routing import statements_for
from bot.domain.asks import mask_contacts
from bot.domain.fairness import fair_order
from bot.domain.learning import MOST_LESSONS, Improvable, Suggestion
from bot.domain.referral import LATELY, Referral, ReferralKind
from bot.domain.routing import Fit, Routing, Statement
from bot.matching import Engine
from bot.runtime.pulse import Pulse
from storage.address import DatabaseAway
from storage.database import Database
from storage.tracing import UPDATE

log = logging.getLogger(__name__)

BATCH = 20
TRIES = 3


class Matcher:
    """Routes every request whose state says so."""

    def __init__(self, database: Database, router: Engine, pulse: Pulse) -> None:
        self._database = database
        self._router = router
        self._pulse = pulse
        self._failures: dict[int, int] = {}
        self.is_idle = True

    async def run(self) -> None:
        """Works until cancelled."""
        while True:
            self.is_idle = False
            waiting, wanted = await self._look()
            for request in waiting:
                await self._route(request)
            for suggestion in wanted:
                await self._suggest(suggestion)
            if not waiting and not wanted:
                self.is_idle = True
                await self._pulse.routing.wait(5.0)

    async def _look(self) -> tuple[list[Referral], list[Suggestion]]:
        async with self._database.reading() as tx:
            if not await storage.due.has_to_match(tx):
                return [], []
            return await storage.referral.to_route(tx, BATCH), await storage.learning.wanted(tx, BATCH)

    async def _route(self, request: Referral) -> None:
        UPDATE.set(request.update_id)
        statements, offered = await self._gather(request)
        try:
            routing = await asyncio.to_thread(self._router.route, mask_contacts(request.text), statements)
            order: tuple[Fit, ...] = fair_order(routing.routed, offered)
            differences = await self._differences(request, statements, order)
        except DatabaseAway:
            raise
        except Exception:
            self._failures[request.id] = self._failures.get(request.id, 0) + 1
            log.exception("request %s could not be matched", request.id)
            if self._failures[request.id] < TRIES:
                await self._pulse.rest(1.0)
                return
            routing, order, differences = (
                Routing((), (), True),
                (),
                {},
            )  # nobody is asked, and the circle is: never silence
        self._failures.pop(request.id, None)
        log.info("request %s matched: %d fit", request.id, len(order))
        async with self._database.transaction() as tx:
            await referrals.routed(tx, self._pulse.now(), request, routing, order)
            for member, words in differences.items():
                await storage.refer_out.set_difference(tx, request.id, member, words)
        self._pulse.ring()

    async def _differences(
        self, request: Referral, statements: list[Statement], order: tuple[Fit, ...]
    ) -> dict[int, tuple[str, str] | None]:
        """By which words the giver of a client and each rival who is asked differ."""
        if request.kind is not ReferralKind.REFER or request.author_id is None:
            return {}
        async with self._database.reading() as tx:
            giver = await storage.member.get(tx, request.author_id)
        if giver is None:
            return {}
        asked = {int(fit.member) for fit in order}
        return {
            int(one.member): await asyncio.to_thread(self._router.differ, giver.statement(), one)
            for one in statements
            if int(one.member) in asked
        }

    async def _suggest(self, wanted: Suggestion) -> None:
        """A better sentence out of the member's own words and those of the asks that they took, or passed on."""
        UPDATE.set(None)
        taken = wanted.question is Improvable.PERFECT_CLIENT
        async with self._database.reading() as tx:
            member = await storage.member.get(tx, wanted.member_id)
            lessons = (await storage.learning.lessons_of(tx, [wanted.member_id], MOST_LESSONS)).get(
                wanted.member_id, []
            )
            asks = [one.text for one in lessons if one.taken]
            if not taken:
                asks = await storage.learning.passed_asks(tx, wanted.member_id, MOST_LESSONS)
        words = None
        try:
            if member is not None:
                words = await asyncio.to_thread(
                    self._router.suggest_sentence, member.statement(), [mask_contacts(ask) for ask in asks],
                    against=not taken,
                )  # fmt: skip
        except Exception:
            log.exception("no suggestion could be made for member %s", wanted.member_id)
        async with self._database.transaction() as tx:
            await learning.suggested(tx, self._pulse.now(), wanted.id, words)
        self._pulse.ring()

    async def _gather(self, request: Referral) -> tuple[list[Statement], dict[int | str, int]]:
        """The statements of everybody who may be asked, with what they took and passed on, and their share so far."""
        now = self._pulse.now()
        async with self._database.reading() as tx:
            statements = await statements_for(tx, now, request)
            offered = await storage.referral.offered_since(tx, request.circle_id, now - LATELY)
        return statements, dict(offered.items())
