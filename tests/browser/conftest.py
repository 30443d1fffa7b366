"""One real Chromium for all browser tests, and for each test a look-alike of its own with a bot of a few lines."""

import shutil
from collections.abc import Iterator

import pytest
from reader import Console, Page
from scripted import CIRCLE
from selenium import webdriver
from selenium.webdriver.chrome.webdriver import WebDriver
from stage import Lookalike

OPTIONS = (
    "--headless=new", "--no-sandbox", "--disable-gpu", "--disable-quic", "--disable-dev-shm-usage", "--no-first-run",
    "--disable-background-networking", "--disable-component-update", "--disable-sync",
)  # fmt: skip
ZONE = "Europe/Berlin"


@pytest.fixture(scope="session")
def chromium(tmp_path_factory: pytest.TempPathFactory) -> Iterator[WebDriver]:
    """The browser itself, started once."""
    binary, driver_path = shutil.which("chromium"), shutil.which("chromedriver")
    if not binary or not driver_path:
        pytest.skip("browser tests need chromium and chromedriver (Debian: apt install chromium chromium-driver)")
    options = webdriver.ChromeOptions()
    options.binary_location = binary
    for option in (*OPTIONS, f"--user-data-dir={tmp_path_factory.mktemp('chromium')}"):
        options.add_argument(option)
    options.set_capability("goog:loggingPrefs", {"browser": "ALL"})
    driver = webdriver.Chrome(options=options, service=webdriver.ChromeService(driver_path))
    try:
        yield driver
    finally:
        driver.quit()


@pytest.fixture
def browser(chromium: WebDriver) -> Iterator[WebDriver]:
    """The browser with an empty tab of 1440 × 900 in Berlin."""
    before = chromium.current_window_handle
    chromium.switch_to.new_window("tab")
    Page(chromium).size(1440, 900)
    chromium.execute_cdp_cmd("Emulation.setTimezoneOverride", {"timezoneId": ZONE})
    try:
        yield chromium
    finally:
        chromium.close()
        chromium.switch_to.window(before)


@pytest.fixture
def console(browser: WebDriver) -> Console:
    """What the browser complains of; `page` fails on any of it at its end."""
    return Console(browser)


@pytest.fixture
def lookalike() -> Iterator[Lookalike]:
    made = Lookalike()
    try:
        yield made
    finally:
        made.close()


@pytest.fixture
def page(browser: WebDriver, console: Console, lookalike: Lookalike) -> Iterator[Page]:
    """The page, open, with the circle and three people's phones out; it is left before its server goes away."""
    opened = Page(browser).open(lookalike.address)
    opened.phone(CIRCLE).message("I am Kringle")
    yield opened
    assert console.errors() == []
    browser.get("about:blank")
