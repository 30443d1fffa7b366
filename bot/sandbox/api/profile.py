"""What the bot tells of itself: its commands per scope and language, its descriptions."""

import re

from bot.sandbox.api import access
from bot.sandbox.api.arguments import Arguments
from bot.sandbox.api.desk import Desk
from bot.sandbox.api.refusal import bad
from bot.sandbox.world.records import Fields
from bot.sandbox.world.world import World

COMMAND = re.compile(r"[a-z0-9_]{1,32}")
PLAIN_SCOPES = ("default", "all_private_chats", "all_group_chats", "all_chat_administrators")
CHAT_SCOPES = ("chat", "chat_administrators", "chat_member")
MOST_COMMANDS = 100


def set_my_commands(desk: Desk, arguments: Arguments) -> bool:
    commands = arguments.records("commands")
    if len(commands) > MOST_COMMANDS:
        raise bad("BOT_COMMANDS_TOO_MUCH")
    kept: list[Fields] = []
    for item in commands:
        name, description = str(item["command"]).removeprefix("/"), str(item["description"]).strip()
        if not COMMAND.fullmatch(name):
            raise bad("BOT_COMMAND_INVALID")
        if not 1 <= len(description) <= 256:
            raise bad("BOT_COMMAND_DESCRIPTION_INVALID")
        kept.append({"command": name, "description": description})
    desk.world.commands[scope_key(desk.world, arguments)] = kept
    desk.world.changed()
    return True


def delete_my_commands(desk: Desk, arguments: Arguments) -> bool:
    desk.world.commands.pop(scope_key(desk.world, arguments), None)
    desk.world.changed()
    return True


def get_my_commands(desk: Desk, arguments: Arguments) -> list[Fields]:
    return desk.world.commands.get(scope_key(desk.world, arguments), [])


def scope_key(world: World, arguments: Arguments) -> str:
    """Scope and language as one word, such as "all_group_chats:de"."""
    scope = arguments.record("scope") or {"type": "default"}
    kind = scope.get("type")
    language = arguments.text("language_code")
    if language and not re.fullmatch(r"[a-z]{2}", language):
        raise bad("invalid language code specified")
    if kind in PLAIN_SCOPES and set(scope) == {"type"}:
        return f"{kind}:{language}"
    if kind not in CHAT_SCOPES:
        raise bad("can't parse BotCommandScope: Unsupported type specified")
    if not scope.get("chat_id"):
        raise bad("can't parse BotCommandScope: Empty chat_id specified")
    chat = access.readable(world, str(scope["chat_id"]))
    member = f":{scope.get('user_id')}" if kind == "chat_member" else ""
    return f"{kind}:{language}:{chat.id}{member}"


def set_my_description(desk: Desk, arguments: Arguments) -> bool:
    return _describe(desk, arguments, "description", 512)


def set_my_short_description(desk: Desk, arguments: Arguments) -> bool:
    return _describe(desk, arguments, "short_description", 120)


def get_my_description(desk: Desk, arguments: Arguments) -> Fields:
    return _described(desk, arguments, "description")


def get_my_short_description(desk: Desk, arguments: Arguments) -> Fields:
    return _described(desk, arguments, "short_description")


def _describe(desk: Desk, arguments: Arguments, name: str, longest: int) -> bool:
    text = arguments.text(name)
    if len(text) > longest:
        raise bad(f"{name.replace('_', ' ')} is too long")
    desk.world.descriptions[f"{name}:{arguments.text('language_code')}"] = text
    desk.world.changed()
    return True


def _described(desk: Desk, arguments: Arguments, name: str) -> Fields:
    return {name: desk.world.descriptions.get(f"{name}:{arguments.text('language_code')}", "")}
