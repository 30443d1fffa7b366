"""getUpdates and the webhook's settings: one way at a time, one poll at a time, acknowledgement by offset."""

import asyncio
import ipaddress
import re
from dataclasses import dataclass, field
from urllib.parse import urlsplit

from bot.sandbox.api.arguments import Arguments
from bot.sandbox.api.desk import Desk
from bot.sandbox.api.refusal import Refusal, bad, conflict, too_many
from bot.sandbox.world.records import Fields
from bot.sandbox.world.updates import DEFAULT
from bot.sandbox.world.world import Webhook, World

LONGEST_POLL = 50
OTHER_POLL = "terminated by other getUpdates request; make sure that only one bot instance is running"
WEBHOOK_ACTIVE = "can't use getUpdates method while webhook is active; use deleteWebhook to delete the webhook first"
WEBHOOK_SET = "terminated by setWebhook request"


@dataclass(slots=True)
class _OpenPoll:
    ended: Refusal | None = None


@dataclass(slots=True)
class Poller:
    """The open long poll, if there is one."""

    open: _OpenPoll | None = field(default=None)
    webhook_again: float = 0.0
    """When setWebhook is let through again, in seconds since 1970."""

    async def get_updates(self, desk: Desk, arguments: Arguments) -> list[Fields]:
        """Hand out what is waiting; with nothing there, wait up to `timeout` real seconds for it."""
        world = desk.world
        if world.webhook.url:
            raise conflict(WEBHOOK_ACTIVE)
        if arguments.given("allowed_updates"):
            world.updates.allow([str(kind) for kind in arguments.items("allowed_updates")])
        limit = min(max(arguments.number("limit") or 100, 1), 100)
        seconds = min(max(arguments.number("timeout") or 0, 0), LONGEST_POLL)
        if world.updates.acknowledge(arguments.number("offset") or 0):
            world.changed()
        found = self._ready(world, limit)
        if found or not seconds:
            return found
        self._end(world, conflict(OTHER_POLL))
        return await self._wait(world, limit, seconds)

    async def _wait(self, world: World, limit: int, seconds: int) -> list[Fields]:
        poll = self.open = _OpenPoll()
        try:
            async with asyncio.timeout(seconds):
                while True:
                    await world.updates.wait()
                    if poll.ended is not None:
                        raise poll.ended
                    found = self._ready(world, limit)
                    if found:
                        return found
        except TimeoutError:
            return []
        finally:
            if self.open is poll:
                self.open = None

    def _ready(self, world: World, limit: int) -> list[Fields]:
        world.updates.drop_expired(world.clock.now().timestamp())
        return [update.fields for update in world.updates.head(limit)]

    def _end(self, world: World, refusal: Refusal) -> None:
        if self.open is not None:
            self.open.ended = refusal
            self.open = None
            world.updates.wake()

    def set_webhook(self, desk: Desk, arguments: Arguments) -> bool:
        world = desk.world
        url, secret = arguments.text("url"), arguments.text("secret_token")
        if not url:
            return self.delete_webhook(desk, arguments)
        now = world.clock.now().timestamp()
        if desk.limits.on and now < self.webhook_again:
            raise too_many(1)
        self.webhook_again = now + 1
        _check_address(url)
        if len(secret) > 256:
            raise bad("secret token is too long")
        if secret and not re.fullmatch(r"[A-Za-z0-9_-]+", secret):
            raise bad("secret token contains unallowed characters")
        if arguments.given("allowed_updates"):
            world.updates.allow([str(kind) for kind in arguments.items("allowed_updates")])
        self._end(world, conflict(WEBHOOK_SET))
        most = min(max(arguments.number("max_connections") or 40, 1), 100)
        world.webhook = Webhook(url, secret, most, arguments.text("ip_address"))
        _drop(world, arguments)
        return True

    def delete_webhook(self, desk: Desk, arguments: Arguments) -> bool:
        desk.world.webhook = Webhook()
        _drop(desk.world, arguments)
        return True


def _drop(world: World, arguments: Arguments) -> None:
    if arguments.flag("drop_pending_updates"):
        world.updates.items.clear()
    world.updates.wake()
    world.changed()


def _check_address(url: str) -> None:
    """Telegram wants https on four ports; the look-alike also lets http through to this very machine."""
    try:
        parts = urlsplit(url)
        port = parts.port or (443 if parts.scheme == "https" else 80)
    except ValueError:
        raise bad("invalid webhook URL specified") from None
    host = parts.hostname or ""
    if parts.scheme not in ("http", "https") or not host:
        raise bad("invalid webhook URL specified")
    if _loopback(host):
        return
    if parts.scheme == "http":
        raise bad("bad webhook: An HTTPS URL must be provided for webhook")
    if port not in (443, 80, 88, 8443):
        raise bad("bad webhook: Webhook can be set up only on ports 80, 88, 443 or 8443")


def _loopback(host: str) -> bool:
    try:
        return host == "localhost" or ipaddress.ip_address(host).is_loopback
    except ValueError:
        return False


def get_webhook_info(desk: Desk, arguments: Arguments) -> Fields:
    webhook = desk.world.webhook
    found: Fields = {
        "url": webhook.url,
        "has_custom_certificate": False,
        "pending_update_count": len(desk.world.updates),
    }
    if webhook.url:
        found["max_connections"] = webhook.max_connections
        if webhook.ip_address:
            found["ip_address"] = webhook.ip_address
    if webhook.last_error:
        found |= {"last_error_date": webhook.last_error_date, "last_error_message": webhook.last_error}
    if desk.world.updates.allowed != DEFAULT:
        found["allowed_updates"] = sorted(desk.world.updates.allowed)
    return found
