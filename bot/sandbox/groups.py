"""The groups of the sandbox as a test or a story uses them: `group.add(ben)`, `group.add_bot(by=anna)`.

Each change leaves behind the service messages and updates that Telegram sends for it.
"""

from dataclasses import dataclass

from bot.sandbox.people import Person
from bot.sandbox.world import membership, talk
from bot.sandbox.world.records import INSIDE, Chat, Message, Status, Topic, User
from bot.sandbox.world.world import Impossible, World


@dataclass(slots=True)
class ForumTopic:
    """A topic of a forum."""

    group: "Group"
    record: Topic

    @property
    def id(self) -> int:
        return self.record.id

    def close(self) -> None:
        membership.toggle_topic(self.group.world, self.group.record, self.group.owner, self.record, closed=True)

    def reopen(self) -> None:
        membership.toggle_topic(self.group.world, self.group.record, self.group.owner, self.record, closed=False)


class Group:
    """A group or supergroup."""

    def __init__(self, world: World, record: Chat) -> None:
        self.world = world
        self.record = record

    def __repr__(self) -> str:
        return f"Group({self.record.title!r}, id={self.record.id})"

    @property
    def id(self) -> int:
        return self.record.id

    @property
    def title(self) -> str:
        return self.record.title or ""

    @property
    def messages(self) -> list[Message]:
        return self.record.visible

    @property
    def owner(self) -> User:
        found = next((i for i, status in self.record.members.items() if status is Status.CREATOR), None)
        return self.world.users[found if found is not None else next(iter(self.record.members))]

    @property
    def members(self) -> list[Person]:
        """The people in it, without bots."""
        users = [self.world.users[i] for i, status in self.record.members.items() if status in INSIDE]
        return [Person(self.world, user) for user in users if not user.is_bot]

    def add(self, person: Person, by: Person | None = None) -> None:
        """`person` joins, or is added by somebody."""
        membership.join(self.world, self.record, person.user, by.user if by else person.user)

    def leave(self, person: Person) -> None:
        membership.leave(self.world, self.record, person.user, person.user)

    def kick(self, person: Person, by: Person | None = None) -> None:
        membership.leave(self.world, self.record, person.user, by.user if by else self.owner)

    def promote(self, person: Person) -> None:
        self._rank(person.user, Status.ADMINISTRATOR)

    def demote(self, person: Person) -> None:
        self._rank(person.user, Status.MEMBER)

    def promote_bot(self) -> None:
        self._rank(self.world.bot, Status.ADMINISTRATOR)

    def demote_bot(self) -> None:
        self._rank(self.world.bot, Status.MEMBER)

    def _rank(self, user: User, status: Status) -> None:
        if not self.record.has(user.id):
            raise Impossible(f"{user.name} is not in {self.title}.")
        membership.set_status(self.world, self.record, user, status, self.owner)
        self.world.changed()

    def add_bot(self, by: Person | None = None) -> None:
        membership.join(self.world, self.record, self.world.bot, by.user if by else self.owner)

    def remove_bot(self, by: Person | None = None) -> None:
        membership.leave(self.world, self.record, self.world.bot, by.user if by else self.owner)

    def topic(self, name: str) -> ForumTopic:
        """A new topic of this forum."""
        return ForumTopic(self, membership.open_topic(self.world, self.record, self.owner, name))

    def upgrade(self, *, silent: bool = False) -> "Group":
        """Become a supergroup; `silent`: without the two service messages, as happens to bots that were away."""
        return Group(self.world, membership.upgrade(self.world, self.record, self.owner, silent=silent))

    def renames(self, title: str) -> None:
        self.record.title = title
        talk.service(self.world, self.record, self.owner, {"new_chat_title": title})
