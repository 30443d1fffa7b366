"""Every text that a person reads, one file per language. Values are escaped here and nowhere else."""

import html
import re
from collections.abc import Mapping
from datetime import date, datetime, time, timedelta
from functools import cache
from importlib import import_module
from typing import Literal, cast

from babel import Locale
from babel.dates import format_date, format_datetime, format_time, get_day_names
from babel.units import format_unit

from bot.domain.hours import zone_of

LANGUAGES = {"en": "English", "de": "Deutsch"}
DEFAULT = "en"
DAY = {"en": "EEE d MMM", "de": "EEE, d. MMM"}  # a weekday with its date, in the pattern letters of Unicode CLDR
SECONDS = {"day": 86_400, "hour": 3_600, "minute": 60, "second": 1}


class Html(str):
    """A text that is HTML already."""

    __slots__ = ()


def supported(code: str | None) -> str:
    """The language to speak with somebody whose Telegram speaks `code`, such as `de-AT`."""
    short = (code or "").lower().replace("_", "-").partition("-")[0]
    return short if short in LANGUAGES else DEFAULT


@cache
def texts(language: str) -> Mapping[str, str]:
    """All texts of a language by key."""
    return cast("Mapping[str, str]", import_module(f"bot.locales.{language}").TEXTS)


class Speaker:
    """Speaks one language: `say("offer_title", name="Ben")`."""

    def __init__(self, language: str) -> None:
        self.language = supported(language)
        self._texts = texts(self.language)
        self._locale = Locale.parse(self.language)

    def __call__(self, key: str, **values: object) -> Html:
        """The text of a key with its values escaped; with `n`, in the plural form of that number.

        Raises KeyError for a key or a value that is missing.
        """
        pattern = self._texts.get(key)
        if pattern is None:
            form = self._locale.plural_form(cast("int", values["n"])) if "n" in values else "other"
            pattern = self._texts.get(f"{key}.{form}") or self._texts[f"{key}.other"]
        return Html(re.sub(r"\{(\w+)\}", lambda match: self._escape(values[match[1]]), pattern))

    def has(self, key: str) -> bool:
        """Whether there is a text of this name."""
        return key in self._texts or f"{key}.other" in self._texts

    @staticmethod
    def _escape(value: object) -> str:
        return value if isinstance(value, Html) else html.escape(str(value), quote=False)

    def label(self, key: str, **values: object) -> str:
        """The text of a key for a button or a notice: plain, not HTML."""
        return html.unescape(self(key, **values))

    def clock(self, hour: time) -> str:
        """A time of day as this language writes it."""
        return format_time(hour, "HH:mm", locale=self._locale)

    def moment(self, instant: datetime, zone: str) -> str:
        """An instant as the reader's clock shows it: weekday, day and hour."""
        return format_datetime(instant.astimezone(zone_of(zone)), f"{DAY[self.language]}, HH:mm", locale=self._locale)

    def day(self, day: date) -> str:
        """A date as weekday, day and month."""
        return format_date(day, DAY[self.language], locale=self._locale)

    def weekday(self, number: int) -> str:
        """A weekday in two or three letters; 0 is Monday."""
        return str(get_day_names("abbreviated", "stand-alone", self._locale)[number])

    def span(self, span: timedelta) -> str:
        """A length of time in the largest unit that divides it: "2 hr", "3 days"."""
        seconds = int(span.total_seconds())
        unit = next(unit for unit, length in SECONDS.items() if seconds % length == 0)
        form: Literal["long", "short"] = "long" if unit == "day" else "short"
        return format_unit(seconds // SECONDS[unit], f"duration-{unit}", form, locale=self._locale)
