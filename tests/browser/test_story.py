"""A newcomer opens the sandbox, reads the page and lives through an introduction: the real bot, a real browser."""

import os
import queue
import re
import signal
import subprocess
import sys
import threading
from collections.abc import Iterator
from contextlib import contextmanager
from pathlib import Path

import pytest
from reader import Console, Page
from selenium.webdriver.chrome.webdriver import WebDriver

pytestmark = [pytest.mark.browser, pytest.mark.slow]
CIRCLE = "Harbour Street Circle"
START_LIMIT = 120.0  # seconds
ROOT = Path(__file__).parents[2]


class Program:
    """`python -m bot sandbox` in a process of its own."""

    def __init__(self, data: Path) -> None:
        command = [sys.executable, "-m", "bot", "sandbox", "--port", "0", "--data", str(data)]
        environment = {**os.environ, "PYTHONPATH": str(ROOT)}
        self.process = subprocess.Popen(command, stdout=subprocess.PIPE, text=True, cwd=ROOT, env=environment)
        self._lines: queue.Queue[str] = queue.Queue()
        self._reader = threading.Thread(target=self._read)
        self._reader.start()

    def _read(self) -> None:
        assert self.process.stdout is not None
        for line in self.process.stdout:
            self._lines.put(line)

    def address(self) -> str:
        """Where the page is, once it is ready."""
        found = re.search(r"http://\S+", self._lines.get(timeout=START_LIMIT))
        assert found, "the program does not say where it is"
        return found[0]

    def stop(self) -> int:
        """Ctrl-C; the exit status."""
        self.process.send_signal(signal.SIGINT)
        status = self.process.wait(timeout=30)
        self._reader.join()
        assert self.process.stdout is not None
        self.process.stdout.close()
        return status


@contextmanager
def program(browser: WebDriver, data: Path) -> Iterator[Page]:
    """The page in front of the sandbox while the block runs; it stops cleanly on Ctrl-C."""
    made = Program(data)
    try:
        yield Page(browser).open(made.address())
        browser.get("about:blank")
    finally:
        status = made.stop()
    assert status == 0


def test_the_story_on_the_page(browser: WebDriver, console: Console, tmp_path: Path) -> None:
    with program(browser, tmp_path) as page:
        play(page)
        assert console.errors() == []
    with program(browser, tmp_path) as page:  # it goes on from there
        page.phone(CIRCLE).message("thank you, Anna Weber and Ben Okoro")
        page.phone("Carla Ruiz").says("/who")
        page.phone("Carla Ruiz").message("Farid Aziz")


def play(page: Page) -> None:
    """Does what the page says."""
    group, anna, ben = page.phone(CIRCLE), page.phone("Anna Weber"), page.phone("Ben Okoro")
    group.message("became real work: thank you, Ben Okoro and Dev Shah")
    assert any("patent attorney" in text for text in group.texts())
    anna.message("Today’s call")

    page.press("Put it in the box")
    page.keys("\n")
    group.message("Asked 1 of 5 members in private")
    ben.message("Anna Weber asks in Harbour Street Circle")
    ben.press("✅ I can help")
    anna.message("You have a match. Meet Ben Okoro")
    ben.message("You are introduced to Anna Weber")
    group.message("Introduced.")
    page.press("Five days on", ".guide")
    anna.message("Did you talk?")
    anna.press("🎉 Hired")
    ben.press("🎉 Hired")
    anna.press("💛 Yes, say it")
    ben.press("💛 Yes, say it")
    group.message("became real work: thank you, Anna Weber and Ben Okoro")
