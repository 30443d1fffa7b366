"""Telegram itself, for one bot: the world, and the door through which the bot's calls come in.

It knows nothing of the bot but its name and token.
"""

import asyncio
from collections import deque
from collections.abc import Callable
from pathlib import Path

from bot.sandbox import journal
from bot.sandbox.api.arguments import Upload, check
from bot.sandbox.api.calls import Answered, Call, ConnectionCut, refused
from bot.sandbox.api.desk import Desk
from bot.sandbox.api.faults import Answer, Cut, Fault, Faults, Garbage, Hang, Slow
from bot.sandbox.api.limits import Limits
from bot.sandbox.api.methods import METHODS
from bot.sandbox.api.polling import Poller
from bot.sandbox.api.refusal import Refusal
from bot.sandbox.api.schema import BY_LOWER
from bot.sandbox.clock import Clock
from bot.sandbox.groups import Group
from bot.sandbox.people import Person
from bot.sandbox.voices import Voice, channel_voice
from bot.sandbox.world import membership
from bot.sandbox.world.records import Fields, User
from bot.sandbox.world.world import ANONYMOUS_ADMIN, World

CALLS_KEPT = 10_000


class Telegram:
    """The look-alike. `limits` None: flood control works unless the clock is frozen."""

    def __init__(
        self,
        clock: Clock,
        *,
        token: str = "42:sandbox-token",  # noqa: S107 -- the sandbox's own, worth nothing outside of it
        username: str = "kringle_bot",
        name: str = "Kringle",
        limits: bool | None = None,
        privacy: bool = True,
        world: World | None = None,
    ) -> None:
        bot_id = int(token.partition(":")[0])
        bot = User(bot_id, name, username=username, is_bot=True)
        self.clock = clock
        self.token = token
        self.world = world or World(clock, bot, privacy=privacy)
        self.limits = Limits(on=not clock.frozen if limits is None else limits)
        self.faults = Faults()
        self.calls: deque[Call] = deque(maxlen=CALLS_KEPT)
        self.poller = Poller()

    # people and groups

    def person(
        self,
        first_name: str,
        *,
        last_name: str | None = None,
        username: str | None = None,
        language_code: str | None = "en",
        started: bool = False,
    ) -> Person:
        """A new person; `started`: as if they had pressed Start long ago."""
        user = User(self.world.counters.person, first_name, last_name, username, language_code, started=started)
        self.world.counters.person += 1
        self.world.users[user.id] = user
        self.world.changed()
        return Person(self.world, user)

    def group(
        self,
        title: str,
        creator: Person,
        *,
        members: list[Person] | tuple[Person, ...] = (),
        forum: bool = False,
        supergroup: bool = True,
        bot: bool = False,
    ) -> Group:
        """A new group; `bot`: made with the bot in it from the start."""
        users = [member.user for member in members]
        chat = membership.create_group(self.world, title, creator.user, users, supergroup=supergroup, forum=forum)
        if bot:
            membership.begin_with_bot(self.world, chat, creator.user)
        return Group(self.world, chat)

    @property
    def people(self) -> list[Person]:
        return [Person(self.world, user) for user in self.world.people()]

    @property
    def groups(self) -> list[Group]:
        return [Group(self.world, chat) for chat in self.world.groups()]

    def anonymous_admin(self, group: Group) -> Voice:
        """An admin of `group` who writes in its name."""
        return Voice(group, self.world.users[ANONYMOUS_ADMIN], group.record)

    def linked_channel(self, group: Group, title: str = "News") -> Voice:
        """The channel whose posts Telegram forwards into `group`."""
        return channel_voice(group, title, linked=True)

    def channel(self, group: Group, title: str = "A channel") -> Voice:
        """Somebody who writes in the name of their channel."""
        return channel_voice(group, title, linked=False)

    # updates

    def raw_update(self, update: Fields) -> int:
        """Queue a hand-made update, however broken; answers its id."""
        return self.world.updates.put_raw(update, self.clock.now().timestamp())

    def pending(self) -> int:
        """How many updates were not confirmed yet."""
        return len(self.world.updates)

    def on_change(self, listener: Callable[[], None]) -> Callable[[], None]:
        """Call `listener` after every change; call what this answers to stop it."""
        self.world.listeners.append(listener)
        return lambda: self.world.listeners.remove(listener)

    # keeping

    def save(self, path: Path) -> None:
        """Write the world and the clock's offset to a file, whole or not at all."""
        journal.save(self.world, self.clock, path)

    @classmethod
    def load(
        cls,
        path: Path,
        clock: Clock | None = None,
        *,
        token: str = "42:sandbox-token",  # noqa: S107 -- the sandbox's own, worth nothing outside of it
        limits: bool | None = None,
    ) -> "Telegram":
        """The Telegram that was saved; without a clock, with one that goes on from where it was."""
        world = journal.load(path, clock)
        return cls(world.clock, token=token, limits=limits, world=world)

    # calls

    def called(self, method: str, chat: int | None = None) -> list[Call]:
        """The calls of one method, optionally to one chat, oldest first."""
        found = (call for call in self.calls if call.method == method)
        return [call for call in found if chat is None or str(call.params.get("chat_id")) == str(chat)]

    def may_wait(self, method: str) -> bool:
        """Whether a call of `method` can take longer than a moment."""
        return method.lower() == "getupdates" or bool(self.faults.planned)

    async def call(self, method: str, params: Fields, uploads: dict[str, Upload] | None = None) -> Answered:
        """Do one call as the bot; raises ConnectionCut where a fault says so."""
        name = BY_LOWER.get(method.lower())
        if name is None:
            return self._noted(method, params, {}, Refusal(404, "Not Found: method not found"))
        files = uploads or {}
        fault = self.faults.take(name, str(params.get("chat_id", "")))
        early = await self._before(fault)
        if early is not None:
            if isinstance(fault, Answer):
                self._note(name, params, files, ok=False, result=fault.description)
            return early
        try:
            answered = self._noted(name, params, files, await self._do(name, params, files))
        except Refusal as refusal:
            answered = self._noted(name, params, files, refusal)
        await self._after(fault)
        return answered

    async def _do(self, name: str, params: Fields, uploads: dict[str, Upload]) -> object:
        arguments = check(name, params, uploads)
        desk = Desk(self.world, self.limits)
        match name:
            case "getUpdates":
                return await self.poller.get_updates(desk, arguments)
            case "setWebhook":
                return self.poller.set_webhook(desk, arguments)
            case "deleteWebhook":
                return self.poller.delete_webhook(desk, arguments)
        return METHODS[name](desk, arguments)

    async def _before(self, fault: Fault | None) -> Answered | None:
        match fault:
            case Answer():
                return refused(Refusal(fault.code, fault.description, fault.parameters))
            case Garbage():
                return Answered(fault.status, {}, fault.body)
            case Cut(processed=False):
                raise ConnectionCut
            case Hang(processed=False):
                await fault.wait()
        return None

    async def _after(self, fault: Fault | None) -> None:
        match fault:
            case Cut(processed=True):
                raise ConnectionCut
            case Hang(processed=True):
                await fault.wait()
            case Slow():
                await asyncio.sleep(fault.seconds)

    def _noted(self, method: str, params: Fields, uploads: dict[str, Upload], result: object) -> Answered:
        if isinstance(result, Refusal):
            self._note(method, params, uploads, ok=False, result=result.description)
            return refused(result)
        self._note(method, params, uploads, ok=True, result=result)
        return Answered(200, {"ok": True, "result": result})

    def _note(self, method: str, params: Fields, uploads: dict[str, Upload], *, ok: bool, result: object) -> None:
        self.calls.append(Call(method, params, self.clock.now(), ok, result, uploads))
