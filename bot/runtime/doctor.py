"""Looks whether everything is as it should be, and says so in one line each."""

import sys
from collections.abc import AsyncIterator

from telegram import Bot, WebhookInfo
from telegram.error import InvalidToken, TelegramError

from bot.matching import ModelError, load_engine
from bot.runtime.telegram import build
from bot.settings import Settings
from storage.address import DatabaseError, is_shared, sqlite_path
from storage.migrate import current, newest

Finding = tuple[bool, str]


async def examine(settings: Settings) -> int:
    """Prints a line for each finding; returns 0 when all is well, 1 otherwise."""
    well = True
    async for fine, words in _findings(settings):
        well = well and fine
        sys.stdout.write(f"{'ok ' if fine else 'BAD'}  {words}\n")
    return 0 if well else 1


async def _findings(settings: Settings) -> AsyncIterator[Finding]:
    yield True, "settings: all can be used"
    yield _database(settings)
    yield _model()
    if settings.token is None:
        yield False, "token: missing; write to @BotFather, send /newbot, set TELEGRAM_BOT_TOKEN"
        return
    async for finding in _telegram(settings):
        yield finding


def _database(settings: Settings) -> Finding:
    if is_shared(settings.database_url):
        return _shared_database(settings)
    try:
        path = sqlite_path(settings.database_url)
        if not path.exists():
            return True, f"database: {path} will be made at the first start"
        if path.stat().st_mode & 0o077:  # looked at first: opening it makes it private
            return False, f"database: {path} can be read by others; chmod 600 {path}"
        revision = current(settings.database_url)
    except (DatabaseError, OSError) as error:
        return False, f"database: {error}"
    except Exception as error:  # whatever the file is, it is no database
        return False, f"database: {path} cannot be read ({type(error).__name__})"
    if revision == newest():
        return True, f"database: {path}, schema {revision}"
    return False, f"database: {path} has schema {revision}, this program needs {newest()}; python -m bot migrate"


def _shared_database(settings: Settings) -> Finding:
    try:
        revision = current(settings.database_url)
    except DatabaseError as error:
        return False, f"database: {error}"
    if revision == newest():
        return True, f"database: PostgreSQL, schema {revision}"
    return False, f"database: schema {revision or 'none'}, this program needs {newest()}; python -m bot migrate"


def _model() -> Finding:
    try:
        load_engine()
    except ModelError as error:
        return False, f"model: {error}"
    return True, "model: whole"


async def _telegram(settings: Settings) -> AsyncIterator[Finding]:
    bot: Bot = build(settings).bot
    try:
        await bot.initialize()
        webhook = await bot.get_webhook_info()
    except InvalidToken:
        yield False, "token: Telegram does not know it; copy it anew from @BotFather"
        return
    except TelegramError as error:
        yield False, f"token: Telegram cannot be reached ({type(error).__name__})"
        return
    finally:
        await bot.shutdown()
    yield True, f"token: @{bot.username}"
    yield _webhook(settings, webhook)
    private = not bot.can_read_all_group_messages
    yield private, "group privacy: on" if private else "group privacy: off; turn it on with @BotFather, /setprivacy"
    yield bool(bot.can_join_groups), "groups: " + ("may be joined" if bot.can_join_groups else "turn on /setjoingroups")


def _webhook(settings: Settings, webhook: WebhookInfo) -> Finding:
    if webhook.url == (settings.webhook_url or ""):
        if webhook.last_error_message:
            return False, f"webhook: Telegram's last try failed: {webhook.last_error_message}"
        return True, "webhook: " + (webhook.url or "none, updates are polled")
    wanted = settings.webhook_url or "none"
    return False, f"webhook: Telegram has {webhook.url or 'none'}, the settings say {wanted}; start the bot to set it"
