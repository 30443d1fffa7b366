"""The databases of the tests: files of SQLite, or a PostgreSQL cluster of this process's own, whichever was asked for.

The cluster is made in a temporary folder, listens on a free port of this machine only, belongs to an unprivileged user
and dies with the process. A test gets a copy of a database that was migrated once.
"""

import asyncio
import atexit
import hashlib
import os
import pwd
import re
import shutil
import signal
import socket
import sqlite3
import subprocess
import tempfile
import threading
import time
from contextlib import closing
from functools import cache
from pathlib import Path
from typing import Any, Protocol

import asyncpg

from storage.migrate import migrate

PATIENCE = 60.0
MIGRATED = "migrated"
QUICK = {  # nothing of a test outlives the machine
    "fsync": "off", "synchronous_commit": "off", "full_page_writes": "off", "shared_buffers": "64MB",
    "max_connections": "200", "autovacuum": "off", "max_wal_size": "4GB", "checkpoint_timeout": "1h",
}  # fmt: skip

Rows = list[tuple[Any, ...]]


class Unreadable(Exception):
    """There is no such table, or no such database, yet."""


class Databases(Protocol):
    """What a test may ask for. An address belongs to a folder."""

    def address(self, folder: Path) -> str: ...
    def make(self, url: str) -> None:
        """An empty database of the newest schema, unless there is one."""

    def make_bare(self, url: str) -> None:
        """A database without tables."""

    def copy(self, source: str, url: str) -> None:
        """A copy of a database that nobody has open."""

    def drop(self, url: str) -> None: ...
    def query(self, url: str, words: str, *values: Any) -> Rows:
        """Rows of a live database, or a change to it. Values stand for `?`."""

    def tables(self, url: str) -> list[str]: ...


class Files:
    """SQLite."""

    def __init__(self) -> None:
        self._home = Path(tempfile.mkdtemp(prefix="kringle-"))
        atexit.register(shutil.rmtree, self._home, ignore_errors=True)

    @staticmethod
    def path(url: str) -> Path:
        return Path(url.partition("///")[2])

    def address(self, folder: Path) -> str:
        return f"sqlite+aiosqlite:///{folder}/kringle.db"

    @cache  # noqa: B019 -- there is one of its kind
    def _migrated(self) -> Path:
        url = self.address(self._home)
        migrate(url)
        return self.path(url)

    def make(self, url: str) -> None:
        if not self.path(url).exists():
            shutil.copy(self._migrated(), self.path(url))

    def make_bare(self, url: str) -> None:
        self.path(url).touch()

    def copy(self, source: str, url: str) -> None:
        shutil.copy(self.path(source), self.path(url))

    def drop(self, url: str) -> None:
        """The folder goes with the test."""

    def query(self, url: str, words: str, *values: Any) -> Rows:
        try:
            live = sqlite3.connect(f"file:{self.path(url)}?mode=rw", uri=True, timeout=10)
            with closing(live), live:
                return live.execute(words, values).fetchall()
        except sqlite3.OperationalError as error:
            raise Unreadable(str(error)) from None

    def tables(self, url: str) -> list[str]:
        known = "SELECT name FROM sqlite_master WHERE type = 'table' AND name NOT LIKE 'sqlite_%'"
        return [row[0] for row in self.query(url, known)]


class Cluster:
    """PostgreSQL."""

    def __init__(self) -> None:
        self._loop = asyncio.new_event_loop()
        threading.Thread(target=self._loop.run_forever, daemon=True).start()
        with socket.socket() as free:
            free.bind(("127.0.0.1", 0))
            self.port = int(free.getsockname()[1])
        self._home = Path(tempfile.mkdtemp(prefix="kringle-pg-", dir="/tmp"))
        self._account: list[str] = []
        if os.getuid() == 0:  # PostgreSQL refuses to be run by root
            user = _unprivileged()
            os.chown(self._home, user.pw_uid, user.pw_gid)
            self._account = [f"--reuid={user.pw_uid}", f"--regid={user.pw_gid}", "--clear-groups"]
        self._alone = ["setpriv", *self._account]
        self._run_initdb()
        self.start()
        atexit.register(self._end)
        self._admin("CREATE DATABASE migrated")
        migrate(self._url(MIGRATED))
        self._admin("ALTER DATABASE migrated WITH allow_connections false")

    def _run_initdb(self) -> None:
        subprocess.run(
            [*self._alone, f"{_programs()}/initdb", "-D", str(self._home / "data"), "-U", "kringle", "--auth=trust",
             "--no-sync", "-E", "UTF8", "--locale=C.UTF-8", "--no-instructions"],
            cwd=self._home, check=True, stdout=subprocess.DEVNULL,
        )  # fmt: skip

    def start(self) -> None:
        """Returns when it answers. It ends with the thread that has started it."""
        chosen = [word for name, value in QUICK.items() for word in ("-c", f"{name}={value}")]
        with (self._home / "log").open("ab") as log:
            self._server = subprocess.Popen(
                [*self._alone, "--pdeathsig=INT", f"{_programs()}/postgres", "-D", str(self._home / "data"),
                 "-p", str(self.port), "-h", "127.0.0.1", "-k", str(self._home), *chosen],
                cwd=self._home, stdin=subprocess.DEVNULL, stdout=log, stderr=log, start_new_session=True,
            )  # fmt: skip
        deadline = time.monotonic() + PATIENCE
        while True:
            try:
                self._run("postgres", "SELECT 1")
                return
            except (OSError, asyncpg.PostgresError):
                assert self._server.poll() is None, (self._home / "log").read_text()
                assert time.monotonic() < deadline, "PostgreSQL does not answer"
                time.sleep(0.02)

    def stop(self) -> None:
        """As `pg_ctl stop -m fast` does: every connection is cut."""
        self._server.send_signal(signal.SIGINT)
        self._server.wait()

    def cut(self, url: str) -> None:
        """Ends every connection to a database."""
        connected = "SELECT pg_terminate_backend(pid) FROM pg_stat_activity WHERE datname = $1"
        self._run("postgres", connected, self.name(url))

    def _end(self) -> None:
        self.stop()
        shutil.rmtree(self._home, ignore_errors=True)

    def _url(self, name: str) -> str:
        return f"postgresql+asyncpg://kringle@127.0.0.1:{self.port}/{name}"

    @staticmethod
    def name(url: str) -> str:
        return url.rpartition("/")[2]

    def _run(self, name: str, words: str, *values: Any) -> Rows:
        async def run() -> Rows:
            connection = await asyncpg.connect(
                host="127.0.0.1", port=self.port, user="kringle", database=name, timeout=PATIENCE, ssl=False
            )
            try:
                if values:
                    return [tuple(row) for row in await connection.fetch(words, *values)]
                if words.lstrip().upper().startswith(("SELECT", "WITH")):
                    return [tuple(row) for row in await connection.fetch(words)]
                await connection.execute(words)
                return []
            finally:
                await connection.close()

        return asyncio.run_coroutine_threadsafe(run(), self._loop).result()

    def _admin(self, words: str) -> None:
        self._run("postgres", words)

    def address(self, folder: Path) -> str:
        return self._url("t" + hashlib.sha256(str(folder).encode()).hexdigest()[:16])

    def _create(self, url: str, template: str) -> None:
        self._admin(f"CREATE DATABASE {self.name(url)} TEMPLATE {template}")

    def make(self, url: str) -> None:
        known = self._run("postgres", "SELECT 1 FROM pg_database WHERE datname = $1", self.name(url))
        if not known:
            self._create(url, MIGRATED)

    def make_bare(self, url: str) -> None:
        self._create(url, "template0")

    def copy(self, source: str, url: str) -> None:
        self.drop(url)
        self._create(url, self.name(source))

    def drop(self, url: str) -> None:
        self._admin(f"DROP DATABASE IF EXISTS {self.name(url)} WITH (FORCE)")

    def query(self, url: str, words: str, *values: Any) -> Rows:
        numbers = iter(range(1, len(values) + 1))
        try:
            return self._run(self.name(url), re.sub(r"\?", lambda _: f"${next(numbers)}", words), *values)
        except (asyncpg.UndefinedTableError, asyncpg.InvalidCatalogNameError) as error:
            raise Unreadable(str(error)) from None

    def tables(self, url: str) -> list[str]:
        found = self.query(url, "SELECT tablename FROM pg_tables WHERE schemaname = 'public'")
        return [row[0] for row in found]


def _unprivileged() -> pwd.struct_passwd:
    for name in ("postgres", "nobody"):
        try:
            return pwd.getpwnam(name)
        except KeyError:
            continue
    raise LookupError("no unprivileged user to run PostgreSQL as")


def _programs() -> Path:
    """Where Debian keeps initdb and postgres, the newest version last."""
    known = sorted(Path("/usr/lib/postgresql").glob("*/bin/initdb"), key=lambda path: int(path.parts[-3]))
    found = known[-1] if known else shutil.which("initdb")
    assert found, "PostgreSQL is not installed: apt-get install postgresql"
    return Path(found).parent


def on_postgresql() -> bool:
    """Whether this run is on PostgreSQL."""
    return os.environ.get("TESTED_DATABASE") == "postgresql"


def broken(event: str, when: str = "") -> str:
    """What makes every change of a kind fail, as SQL."""
    if not on_postgresql():
        return f"CREATE TRIGGER broken BEFORE {event} {when} BEGIN SELECT RAISE(ABORT, 'broken'); END"
    return (
        "CREATE FUNCTION fail() RETURNS trigger LANGUAGE plpgsql AS $$BEGIN RAISE 'broken'; END$$;"
        f"CREATE TRIGGER broken BEFORE {event} FOR EACH ROW {when} EXECUTE FUNCTION fail()"
    )


def mended(table: str) -> str:
    """What ends that."""
    return f"DROP TRIGGER broken ON {table}" if on_postgresql() else "DROP TRIGGER broken"


@cache
def databases() -> Databases:
    """Those of this run."""
    return Cluster() if on_postgresql() else Files()
