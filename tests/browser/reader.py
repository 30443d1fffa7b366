"""The page as a person reads it: phones by their owner's name, messages by their words, buttons by their label."""

from collections.abc import Callable
from typing import TypeVar

from selenium.common.exceptions import (
    ElementClickInterceptedException,
    NoSuchElementException,
    StaleElementReferenceException,
)
from selenium.webdriver.chrome.webdriver import WebDriver
from selenium.webdriver.common.by import By
from selenium.webdriver.common.keys import Keys
from selenium.webdriver.remote.webelement import WebElement
from selenium.webdriver.support.ui import WebDriverWait

PATIENCE = 40.0  # seconds of real time; more than a busy machine ever needs
NOT_YET = (NoSuchElementException, StaleElementReferenceException, ElementClickInterceptedException, LookupError)
T = TypeVar("T")


class Page:
    """The whole page."""

    def __init__(self, driver: WebDriver) -> None:
        self.driver = driver

    def open(self, url: str) -> "Page":
        self.driver.get(url)
        self.until(lambda: self.all("[data-phone]"))
        return self

    def all(self, css: str) -> list[WebElement]:
        return self.driver.find_elements(By.CSS_SELECTOR, css)

    def one(self, css: str) -> WebElement:
        return self.driver.find_element(By.CSS_SELECTOR, css)

    def until(self, condition: Callable[[], T | None]) -> T:
        """Wait until `condition` gives something true; an element just redrawn, or still moving, counts as not yet."""
        wait = WebDriverWait(self.driver, PATIENCE, 0.05, NOT_YET)
        return wait.until(lambda _: condition())

    def size(self, width: int, height: int, *, phone: bool = False) -> None:
        self.driver.execute_cdp_cmd(
            "Emulation.setDeviceMetricsOverride",
            {"width": width, "height": height, "deviceScaleFactor": 1, "mobile": phone},
        )

    def phone(self, name: str) -> "Phone":
        """The phone of the person or group called so; waits until it is out."""

        def found() -> "Phone | None":
            for node in self.all("[data-phone]"):
                if node.get_attribute("data-name") == name:
                    return Phone(self, node.get_attribute("data-phone") or "")
            return None

        return self.until(found)

    def names(self) -> list[str]:
        return [node.get_attribute("data-name") or "" for node in self.all("[data-phone]")]

    def press(self, label: str, css: str = "body") -> None:
        """Press the last button under `css` that says `label`, once it is there."""

        def pressed() -> bool:
            for button in reversed(self.all(f"{css} button")):
                if button.text.strip() == label and button.is_displayed():
                    button.click()
                    return True
            return False

        self.until(pressed)

    def keys(self, *keys: str) -> None:
        """Type where the keyboard is now."""
        for key in keys:
            self.driver.switch_to.active_element.send_keys(key)

    def tab_to(self, wanted: Callable[[WebElement], bool], most: int = 120) -> WebElement:
        """Press Tab until the keyboard is on what is wanted."""
        for _ in range(most):
            self.keys(Keys.TAB)
            here = self.driver.switch_to.active_element
            if wanted(here):
                return here
        raise AssertionError(f"Tab never came there in {most} steps")

    def time(self) -> str:
        return self.one("[data-clock]").text

    def notice(self) -> str:
        """The newest toast or alert, once there is one."""
        return self.until(lambda: [node.text for node in self.all(".toast, dialog[open] p") if node.text][-1:])[0]

    def overflow(self) -> int:
        """By how many pixels the page is wider than the window."""
        width: int = self.driver.execute_script("return document.documentElement.scrollWidth - window.innerWidth")
        return width


class Phone:
    """One phone. Elements are looked up anew each time, because messages are redrawn when they change."""

    def __init__(self, page: Page, key: str) -> None:
        self.page = page
        self.key = key
        self.css = f'[data-phone="{key}"]'

    @property
    def box(self) -> WebElement:
        return self.page.one(f"{self.css} textarea")

    def texts(self) -> list[str]:
        return [node.text for node in self.page.all(f"{self.css} [data-message] .text")]

    def says(self, text: str) -> None:
        self.box.send_keys(text, Keys.ENTER)

    def message(self, words: str) -> WebElement:
        """The newest message with these words, once it is there."""

        def found() -> WebElement | None:
            nodes = self.page.all(f"{self.css} [data-message]")
            return next((node for node in reversed(nodes) if words in node.text), None)

        return self.page.until(found)

    def press(self, label: str) -> None:
        self.page.press(label, self.css)

    def buttons(self) -> list[str]:
        return [node.text for node in self.page.all(f"{self.css} .key")]

    def tool(self, words: str, label: str) -> None:
        """Use a small control (Reply, Edit, Delete) of the newest message with these words."""
        self.message(words).find_element(By.CSS_SELECTOR, f'[aria-label="{label}"]').click()

    def menu(self, label: str) -> None:
        self.page.one(f"{self.css} summary").click()
        self.press(label)

    def become(self, first_name: str) -> None:
        """In a group: choose who is typing."""
        for option in self.page.all(f'{self.css} select[aria-label="Who is typing in the group"] option'):
            if option.text.startswith(first_name):
                option.click()
                return
        raise LookupError(first_name)

    def in_view(self) -> bool:
        """Whether most of it is on the screen, across."""
        seen: bool = self.page.driver.execute_script(
            "const box = document.querySelector(arguments[0]).getBoundingClientRect();"
            "return Math.min(box.right, innerWidth) - Math.max(box.left, 0) > box.width * 0.6",
            self.css,
        )
        return seen


class Console:
    """What the page wrote to the browser's console and what it failed to load. A test that expects some says so."""

    def __init__(self, driver: WebDriver) -> None:
        self.driver = driver
        self.forgiven: list[str] = []
        self.driver.get_log("browser")

    def forgive(self, words: str) -> None:
        self.forgiven.append(words)

    def errors(self) -> list[str]:
        lines = [entry["message"] for entry in self.driver.get_log("browser") if entry["level"] == "SEVERE"]
        return [line for line in lines if not any(words in line for words in self.forgiven)]
