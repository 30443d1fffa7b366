"""Which group messages reach the bot while its privacy mode is on. Private chats and service messages always do."""

from bot.sandbox.world.records import LEADING, Chat, Kind, Message
from bot.sandbox.world.world import World


def reaches_bot(world: World, chat: Chat, message: Message) -> bool:
    """Whether Telegram shows this message to the bot."""
    if chat.kind is Kind.PRIVATE:
        return True
    status = chat.status(world.bot.id)
    if not chat.has(world.bot.id):
        return False
    if message.service or not world.privacy or status in LEADING:
        return True
    if message.reply_to is not None and message.reply_to.sender_id == world.bot.id:
        return True
    formatted = message.formatted
    name = f"@{world.bot.username}".lower()
    if any(mention.lower() == name for mention in formatted.of("mention")):
        return True
    if any(entity.kind == "text_mention" and entity.user == world.bot.id for entity in message.entities):
        return True
    if any(command.lower().endswith(name) for command in formatted.of("bot_command")):
        return True
    first = next((e for e in message.entities if e.kind == "bot_command" and e.offset == 0), None)
    return first is not None and "@" not in formatted.of("bot_command")[0]
