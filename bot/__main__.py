"""The program's commands: run, sandbox, migrate, backup, doctor, evaluate."""

import argparse
import asyncio
import logging
import signal
import sys
from pathlib import Path

from telegram.error import InvalidToken

from bot.app import run
from bot.matching import ModelError, evaluate
from bot.runtime import doctor
from bot.runtime.logs import outside, set_up
from bot.settings import Settings, SettingsError, load_settings
from bot.trial import sandbox
from storage.address import DatabaseError
from storage.database import backup
from storage.migrate import migrate

HOW_TO_START = (
    "There is no token: write to @BotFather in Telegram, send /newbot, and put TELEGRAM_BOT_TOKEN=… into .env\n"
    "To try Kringle without one: python -m bot sandbox"
)
FAULT, USAGE = 1, 2


def parser() -> argparse.ArgumentParser:
    """The command line."""
    commands = argparse.ArgumentParser(prog="python -m bot", description="Kringle, a bot for referral circles.")
    add = commands.add_subparsers(dest="command", required=True, metavar="COMMAND").add_parser
    trial = add("sandbox", help="the whole bot on a web page with telephones; no token, no network")
    trial.add_argument("--port", type=int, default=8080)
    trial.add_argument("--host", default="127.0.0.1")
    trial.add_argument("--data", type=Path, default=Path("sandbox-data"), metavar="DIR")
    trial.add_argument("--no-story", action="store_true", help="begin with an empty circle")
    add("run", help="the bot against Telegram")
    add("migrate", help="bring the database to the newest schema")
    add("backup", help="a consistent copy of a live database").add_argument("file", type=Path, metavar="FILE")
    add("doctor", help="check settings, database, token, webhook and group privacy")
    measure = add("evaluate", help="route labelled requests and print how well it went")
    measure.add_argument("file", metavar="FILE")
    measure.add_argument("--json", action="store_true", help="one line per request")
    measure.add_argument("--baseline", choices=evaluate.BASELINES, help="route by plain words instead")
    return commands


def main() -> int:
    """Runs one command; returns the exit status: 0 done, 1 it failed, 2 it cannot be done like this."""
    chosen = parser().parse_args()
    if chosen.command == "evaluate":
        return evaluate.run(chosen.file, as_json=chosen.json, baseline=chosen.baseline)
    try:
        settings = load_settings()
    except SettingsError as error:
        if chosen.command == "doctor":
            print("\n".join(f"BAD  settings: {line}" for line in str(error).splitlines()))
            return FAULT
        print(error, file=sys.stderr)
        return USAGE
    set_up(settings.log)
    try:
        return _do(chosen, settings)
    except (DatabaseError, ModelError) as error:
        print(error, file=sys.stderr)
    except InvalidToken:
        print("Telegram does not know this token: copy it anew from @BotFather", file=sys.stderr)
    except OSError as error:
        print(f"{error.strerror or error}", file=sys.stderr)
    except Exception:
        logging.getLogger("bot").critical("ended by a fault of its own", exc_info=True)
    return FAULT


def _do(chosen: argparse.Namespace, settings: Settings) -> int:
    match chosen.command:
        case "sandbox":
            asyncio.run(_until_stopped(sandbox(chosen.host, chosen.port, chosen.data, story=not chosen.no_story)))
        case "run" if settings.token is None:
            print(HOW_TO_START, file=sys.stderr)
            return USAGE
        case "run":
            asyncio.run(_until_stopped(run(settings)))
        case "migrate":
            print(f"The database has the newest schema, {migrate(settings.database_url)}.")
        case "backup":
            backup(settings.database_url, chosen.file)
            print(f"Copied to {chosen.file}.")
        case "doctor":
            return asyncio.run(doctor.examine(settings))
    return 0


async def _until_stopped(work: object) -> None:
    """Runs until SIGINT or SIGTERM, then stops gracefully."""
    task = asyncio.ensure_future(work)  # type: ignore[call-overload]
    loop = asyncio.get_running_loop()
    loop.set_exception_handler(outside)
    for number in (signal.SIGINT, signal.SIGTERM):
        loop.add_signal_handler(number, task.cancel)
    try:
        await task
    except asyncio.CancelledError:
        logging.getLogger("bot").info("stopped")


if __name__ == "__main__":
    sys.exit(main())
