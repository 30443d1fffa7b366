"""Who writes into a group without being a person: an anonymous admin, a linked channel, somebody's own channel."""

from dataclasses import dataclass

from bot.sandbox.groups import ForumTopic, Group
from bot.sandbox.world import talk
from bot.sandbox.world.records import Chat, Fields, Kind, Message, User
from bot.sandbox.world.world import CHANNEL_BOT, TELEGRAM


@dataclass(slots=True)
class Voice:
    """Somebody who writes into a group without being a person: an anonymous admin, a channel."""

    group: Group
    sender: User
    sender_chat: Chat
    forwarded: bool = False

    def says(self, text: str, reply_to: Message | None = None, topic: ForumTopic | None = None) -> Message:
        world = self.group.world
        origin: Fields = {}
        if self.forwarded:
            post = world.post(self.sender_chat, None, text=text)
            channel: Fields = {"id": self.sender_chat.id, "type": "channel", "title": self.sender_chat.title}
            origin = {
                "is_automatic_forward": True,
                "forward_origin": {"type": "channel", "date": post.date, "chat": channel, "message_id": post.id},
            }
        return talk.say(
            world, self.group.record, self.sender, text,
            reply_to=reply_to, topic=topic.record if topic else None, sender_chat=self.sender_chat, origin=origin,
        )  # fmt: skip


def channel_voice(group: Group, title: str, *, linked: bool) -> Voice:
    """A channel that writes into the group: its linked channel (777000) or somebody's own (136817688)."""
    world = group.world
    world.counters.supergroup -= 1
    channel = Chat(world.counters.supergroup + 1, Kind.CHANNEL, title)
    world.chats[channel.id] = channel
    return Voice(group, world.users[TELEGRAM if linked else CHANNEL_BOT], channel, forwarded=linked)
