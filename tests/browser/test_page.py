"""The sandbox's page in a real Chromium, in front of the look-alike and a bot of a few lines."""

from collections.abc import Callable

import pytest
from reader import Console, Page
from scripted import CIRCLE
from selenium.webdriver.common.keys import Keys
from selenium.webdriver.remote.webelement import WebElement
from stage import Lookalike

pytestmark = pytest.mark.browser

HOSTILE = '<img src=x onerror="document.title=1">&lt;b&gt; </script> \u202eabc'


def button(label: str) -> Callable[[WebElement], bool]:
    return lambda element: element.tag_name == "button" and element.text == label


def labelled(label: str) -> Callable[[WebElement], bool]:
    return lambda element: element.get_attribute("aria-label") == label


@pytest.mark.parametrize(("width", "height"), [(1440, 900), (1024, 768), (375, 812), (320, 640)])
def test_nothing_is_wider_than_the_window(page: Page, width: int, height: int) -> None:
    page.size(width, height, phone=width < 500)
    page.phone(CIRCLE).says("/need " + "averyverylongwordwithoutanyspaces" * 8)
    page.phone(CIRCLE).message("Asked 1 of 4")
    assert page.overflow() <= 0
    for name in page.names():
        phone = page.phone(name)
        inner = page.driver.execute_script(
            "const log = document.querySelector(arguments[0]); return log.scrollWidth - log.clientWidth",
            f"{phone.css} .log",
        )
        assert inner <= 0, name


def test_an_introduction_by_following_the_guide(page: Page) -> None:
    page.press("Put it in the box", ".guide")
    assert page.driver.switch_to.active_element.get_attribute("value") == "/need a bookkeeper for a 5-person bakery"
    page.keys(Keys.ENTER)
    page.press("Show Ben’s phone", ".guide")
    page.press("I can help")
    assert page.notice() == "Thank you"
    page.phone("Anna Weber").message("You and Ben are introduced")
    page.phone("Ben Okafor").message("You and Anna are introduced")
    before = page.time()
    page.press("Five days on", ".guide")
    page.until(lambda: page.time() != before)
    page.phone("Anna Weber").says("/later")
    page.until(lambda: page.one(".guide h2").text == "All done")
    assert len(page.all(".guide li.done")) == 3


def test_with_the_keyboard_alone(page: Page) -> None:
    page.tab_to(labelled("Who is typing in the group"))
    page.keys("C")
    page.until(lambda: labelled("Message as Clara")(page.one('[data-phone^="group"] textarea')))
    page.tab_to(labelled("Message as Clara"))
    page.keys("/ne")
    assert [node.text.split()[0] for node in page.all(".suggestions [role=option]") if node.is_displayed()] == ["/need"]
    page.keys(Keys.ARROW_DOWN, Keys.ENTER, "a florist", Keys.ENTER)
    group = page.phone(CIRCLE)
    group.message("Asked 1 of 4")
    assert "/need a florist" in group.texts()

    page.driver.execute_script("document.activeElement.blur()")
    page.tab_to(button("I can help"))
    outline = page.driver.execute_script("return getComputedStyle(document.activeElement).outlineStyle")
    assert outline != "none"
    page.keys(Keys.ENTER)
    page.phone("Ben Okafor").message("You and Clara are introduced")
    assert page.driver.execute_script("return document.activeElement.closest('[data-phone]') !== null")


def test_shift_enter_makes_a_line_and_escape_leaves_the_suggestions(page: Page) -> None:
    anna = page.phone("Anna Weber")
    anna.box.send_keys("/")
    assert len([node for node in page.all(f"{anna.css} [role=option]") if node.is_displayed()]) == 3
    anna.box.send_keys(Keys.ESCAPE)
    assert not page.one(f"{anna.css} [role=listbox]").is_displayed()
    anna.box.send_keys(Keys.BACKSPACE, "one", Keys.SHIFT + Keys.ENTER + Keys.NULL, "two", Keys.ENTER)
    anna.message("You said: one\ntwo")


def test_new_messages_are_said_to_screen_readers(page: Page) -> None:
    page.phone("Anna Weber").says("hello")
    page.until(lambda: "Anna Weber: Kringle: You said: hello" in page.one(".announcer").get_attribute("textContent"))
    assert page.one(".announcer").get_attribute("aria-live") == "polite"


def test_a_button_answers_with_a_toast_or_an_alert(page: Page) -> None:
    group = page.phone(CIRCLE)
    group.says("/need a florist")
    group.press("Close")
    assert page.notice() == "Only the author may close this."
    page.press("OK", "dialog")
    assert not page.all("dialog")
    page.phone("Ben Okafor").press("Not my client")
    page.until(lambda: page.notice() == "Noted.")


def test_reply_edit_and_delete(page: Page) -> None:
    group = page.phone(CIRCLE)
    group.says("my books are a mess")
    group.become("Ben")
    group.tool("my books are a mess", "Reply")
    group.says("/need")
    assert "Anna Weber" in group.message("/need").find_element("css selector", ".quote").text
    group.message("my books are a mess\nAsked 1 of 4")

    group.says("a tpyo")
    group.tool("a tpyo", "Edit")
    group.box.send_keys(Keys.CONTROL + "a" + Keys.NULL, "a typo", Keys.ENTER)
    assert "edited" in group.message("a typo").text
    group.tool("a typo", "Delete")
    page.until(lambda: "a typo" not in group.texts())


def test_the_clock(page: Page) -> None:
    assert page.time() == "Tue 3 Mar, 09:12"
    for label, after in {
        "Three hours on": "Tue 3 Mar, 12:12",
        "Next morning 9:00": "Wed 4 Mar, 09:00",
        "One day on": "Thu 5 Mar, 09:00",
        "Five days on": "Tue 10 Mar, 09:00",
    }.items():
        page.press(label, ".clock")
        page.until(lambda after=after: page.time() == after)
    anna = page.phone("Anna Weber")
    anna.says("hello")
    anna.message("You said: hello")
    assert page.all(f"{anna.css} .day")[-1].text == "Tuesday 10 March"


def test_hostile_words_stay_words(page: Page) -> None:
    title = page.driver.title
    group = page.phone(CIRCLE)
    group.says(HOSTILE)
    group.message("<img src=x onerror=")
    page.press("Add someone", ".strip")
    page.one('dialog input[aria-label="First name"]').send_keys(HOSTILE[:60], Keys.ENTER)
    newcomer = page.phone(HOSTILE[:60])
    newcomer.press("Start")
    newcomer.message("Hello <img")
    assert page.all("main img, nav img, .announcer img, .toasts img") == []
    assert page.driver.title.endswith(title)


def test_a_newcomer_follows_the_join_link(page: Page) -> None:
    page.press("Add someone", ".strip")
    page.one('dialog input[aria-label="First name"]').send_keys("Mia", Keys.ENTER)
    mia = page.phone("Mia")
    group = page.phone(CIRCLE)
    page.until(lambda: labelled("Message as Mia")(group.box))
    group.press("Join this circle")
    mia.message("Hello Mia, joining c1")
    assert mia.in_view()


def test_who_is_shown_and_what_is_unread(page: Page) -> None:
    assert page.names() == [CIRCLE, "Anna Weber", "Ben Okafor", "Clara Lindqvist"]
    chip = page.one('[data-show][title="Ben Okafor"]')
    chip.click()
    page.until(lambda: "Ben Okafor" not in page.names())
    assert chip.get_attribute("aria-pressed") == "false"
    page.phone(CIRCLE).says("/need a florist")
    page.until(lambda: chip.get_attribute("aria-label") == "Ben, 1 unread")
    assert page.driver.title.startswith("(1)")
    chip.click()
    page.phone("Ben Okafor").message("a florist")
    page.until(lambda: not page.driver.title.startswith("("))


def test_on_a_phone_the_names_are_tabs(page: Page) -> None:
    page.size(375, 812, phone=True)
    page.driver.refresh()
    group = page.phone(CIRCLE)
    assert group.in_view()
    group.says("/need a florist")
    badge = page.one('[data-show][title="Ben Okafor"]')
    page.until(lambda: badge.get_attribute("aria-label") == "Ben, 1 unread")
    badge.click()
    ben = page.phone("Ben Okafor")
    page.until(ben.in_view)
    assert not group.in_view()
    ben.press("I can help")
    ben.message("You and Anna are introduced")


def test_block_and_leave(page: Page) -> None:
    anna = page.phone("Anna Weber")
    anna.menu("Block the bot")
    page.until(lambda: "Anna has blocked Kringle." in page.one(f"{anna.css} .gate").text)
    anna.press("Unblock")
    anna.says("hello")
    anna.message("You said: hello")

    group = page.phone(CIRCLE)
    group.menu("Leave the group as Anna")
    group.press("Join as Anna")
    group.says("back again")
    group.message("back again")


def test_a_refusal_is_one_sentence_and_the_words_stay(page: Page, console: Console) -> None:
    anna = page.phone("Anna Weber")
    page.driver.execute_script("arguments[0].value = 'x'.repeat(5000)", anna.box)
    anna.box.send_keys(Keys.ENTER)
    assert page.notice() == "A message has at most 4096 characters."
    page.until(lambda: len(anna.box.get_attribute("value") or "") == 5000)
    console.forgive("status of 400")


def test_it_reconnects_by_itself(page: Page, lookalike: Lookalike, console: Console) -> None:
    offline = page.one(".offline")
    assert not offline.is_displayed()
    lookalike.stop()
    page.until(offline.is_displayed)
    assert offline.text == "Reconnecting…"
    lookalike.start()
    page.until(lambda: not offline.is_displayed())
    page.phone("Anna Weber").says("still here")
    page.phone("Anna Weber").message("You said: still here")
    console.forgive("ERR_CONNECTION_REFUSED")
    console.forgive("ERR_INCOMPLETE_CHUNKED_ENCODING")
