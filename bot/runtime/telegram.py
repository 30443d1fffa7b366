"""The bot as Telegram sees it: the client, the commands in its menus, webhook or polling."""

import hashlib
import logging
import ssl
from datetime import timedelta
from functools import cache

import httpx
from telegram import (
    Bot,
    BotCommand,
    BotCommandScopeAllChatAdministrators,
    BotCommandScopeAllGroupChats,
    BotCommandScopeAllPrivateChats,
    BotCommandScopeDefault,
)
from telegram.error import InvalidToken, NetworkError, RetryAfter, TelegramError
from telegram.ext import Application, ApplicationBuilder
from telegram.request import HTTPXRequest

import storage.secret
from bot.locales import DEFAULT, LANGUAGES, Speaker
from bot.runtime.dispatching import App, remember_error
from bot.runtime.pulse import Pulse
from bot.settings import Settings
from handlers.contents import ALLOWED_UPDATES, GROUP_COMMANDS, MENU, contents
from storage.database import Database

log = logging.getLogger(__name__)

CONNECTIONS = 32
LONGEST_REST = 30.0
WEBHOOK = "webhook"


@cache
def tls() -> ssl.SSLContext:
    """The certificates that are trusted; read once, since it takes a quarter of a second."""
    return httpx.create_ssl_context()


def build(settings: Settings) -> App:
    """The application: our handlers, no updater, no job queue."""
    token = settings.token.get_secret_value() if settings.token else ""
    request = HTTPXRequest(
        connection_pool_size=CONNECTIONS, connect_timeout=10, read_timeout=20, write_timeout=20, pool_timeout=10,
        httpx_kwargs={"verify": tls()},
    )  # fmt: skip
    unused = HTTPXRequest(httpx_kwargs={"verify": tls()})  # the poller asks for updates by itself
    builder = ApplicationBuilder().token(token).updater(None).job_queue(None).request(request)
    builder = builder.get_updates_request(unused)
    if settings.api_url != "https://api.telegram.org":
        builder = builder.base_url(f"{settings.api_url}/bot").base_file_url(f"{settings.api_url}/file/bot")
    application: Application = builder.build()  # type: ignore[type-arg]
    application.add_handlers(contents())
    application.add_error_handler(remember_error)
    return application


async def connect(bot: Bot, pulse: Pulse) -> None:
    """Learns who we are, however long Telegram takes to answer. Raises InvalidToken when it refuses the token."""
    rest = 0.5
    while True:
        try:
            await bot.initialize()
            return
        except InvalidToken:
            raise
        except TelegramError as error:
            wait = _wait(error, rest)
            log.warning("Telegram does not answer yet, again in %.1f s: %s", wait, type(error).__name__)
            await pulse.rest(wait)
            rest = min(rest * 2, LONGEST_REST)


def _wait(error: TelegramError, rest: float) -> float:
    if isinstance(error, RetryAfter):
        wait = error.retry_after
        return wait.total_seconds() if isinstance(wait, timedelta) else float(wait)
    return rest


async def introduce(bot: Bot, settings: Settings, pulse: Pulse, database: Database) -> None:
    """Sets the menus and says how updates shall come; tries until Telegram has taken it all."""
    rest = 0.5
    while True:
        try:
            await _set_way_of_updates(bot, settings, database)
            await _set_menus(bot)
            return
        except (NetworkError, RetryAfter, TelegramError) as error:
            log.warning("the menus could not be set yet: %s", type(error).__name__)
            await pulse.rest(_wait(error, rest))
            rest = min(rest * 2, LONGEST_REST)


async def _set_way_of_updates(bot: Bot, settings: Settings, database: Database) -> None:
    """Tells Telegram where to bring updates, unless it has been told the same and says so."""
    if not settings.webhook_url:
        await bot.delete_webhook()
        return
    secret = settings.webhook_secret.get_secret_value() if settings.webhook_secret else None
    wanted = hashlib.sha256(repr((settings.webhook_url, secret, ALLOWED_UPDATES)).encode()).hexdigest()
    async with database.reading() as tx:
        known = await storage.secret.recall(tx, WEBHOOK)
    if known == wanted and (await bot.get_webhook_info()).url == settings.webhook_url:
        return
    await bot.set_webhook(settings.webhook_url, secret_token=secret, allowed_updates=ALLOWED_UPDATES)
    async with database.noting() as tx:
        await storage.secret.note(tx, WEBHOOK, wanted)


async def _set_menus(bot: Bot) -> None:
    private, group = BotCommandScopeAllPrivateChats(), BotCommandScopeAllGroupChats()
    for language in LANGUAGES:
        code = None if language == DEFAULT else language
        say = Speaker(language)

        def commands(names: tuple[str, ...], say: Speaker = say) -> list[BotCommand]:
            return [BotCommand(name, say.label(f"command_{name}")) for name in names]

        await bot.set_my_commands(commands(MENU), scope=private, language_code=code)
        await bot.set_my_commands(commands(GROUP_COMMANDS), scope=group, language_code=code)
        await bot.set_my_commands(
            commands((*GROUP_COMMANDS, "cancel")), scope=BotCommandScopeAllChatAdministrators(), language_code=code
        )
        await bot.delete_my_commands(scope=BotCommandScopeDefault(), language_code=code)  # of an older version
