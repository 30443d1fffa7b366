"""A small story played by the people of the sandbox, so that the page opens on a circle that is already alive.

They only say, tap and wait, as people do; what the bot makes of it is the bot's business.
"""

from collections.abc import Awaitable, Callable
from datetime import datetime, timedelta
from typing import Protocol
from zoneinfo import ZoneInfo

from bot.sandbox.groups import Group
from bot.sandbox.people import Person
from bot.sandbox.telegram import Telegram

ZONE = "Europe/London"
TITLE = "Harbour Street Circle"
ASK = "/need a bookkeeper for a 5-person bakery, her receipts are in a shoebox"
ANSWERED_ASK = "/need an electrician for two rented flats, the safety certificates run out next week"
UNMET_ASK = "/need a patent attorney, a client of mine has invented a folding bike rack"

# What each one answers, question by question, after joining.
STATEMENTS: dict[str, tuple[str, ...]] = {
    "Anna Weber": (
        "I plan weddings and big family parties, from the first idea to the last dance.",
        "Busy couples who want a relaxed country wedding for 60 to 120 guests and have no time to plan it themselves.",
        (
            "we got engaged and have no idea where to start\nour venue has just cancelled\nmy sister was going "
            "to organise it"
        ),
        "Corporate conferences and anything for under 20 people.",
        "Bristol and Somerset",
        "English, German",
    ),
    "Ben Okoro": (
        "Bookkeeper: monthly books, VAT and payroll for small food businesses.",
        "Owner-run bakeries, cafés and restaurants with 3 to 15 staff who keep receipts in a shoebox and dread VAT.",
        "my receipts are in a shoebox\nI have no idea whether we earned anything\nthe taxman has written again",
        "Limited companies with a finance team, and personal tax returns.",
        "Bristol",
        "English",
    ),
    "Carla Ruiz": (
        "Brand designer: names, logos and websites for small firms.",
        "Founders in food, crafts and hospitality who open within six months and have nothing but a name on a napkin.",
        "we open in spring and have no website\nmy nephew made our logo\npeople can't find us online",
        "Online shops with more than 50 products.",
        "anywhere",
        "English, Spanish",
    ),
    "Dev Shah": (
        "Electrician with two vans: rewires, fuse boards, testing and safety certificates.",
        "Landlords and letting agents with flats whose safety certificates must be done on time without chasing.",
        "the electrical certificate runs out next week\nthe lights keep tripping\nthe last electrician never came back",
        "Industrial units, solar panels and car chargers.",
        "Bristol and Bath",
        "English, Punjabi",
    ),
    "Ella Novak": (
        "Family solicitor and mediator: separation, finances, arrangements for children.",
        "Couples with a business or a house to divide who want to separate fairly and stay out of court.",
        "we've agreed it's over and don't want it to get ugly\nshe owns half the firm on paper",
        "Wills, probate and house sales.",
        "Bristol",
        "English, Czech",
    ),
    "Farid Aziz": (
        "I run three minibuses: airport runs and day trips with a driver.",
        "Families and small groups of five to sixteen with a lot of luggage who want one vehicle and one fixed price.",
        "we won't all fit in one taxi\nhow do we get everyone to the airport",
        "Single passengers and last-minute night rides.",
        "Bristol and the South West",
        "English, Arabic",
    ),
}
HOUR = "9:00"


class Rest(Protocol):
    """Waits until the bot has done everything that follows from what happened."""

    def __call__(self) -> Awaitable[None]: ...


class Story:
    """The people, the group, and what they do."""

    def __init__(self, telegram: Telegram, rest: Rest, moved: Callable[[], Awaitable[None]]) -> None:
        self.telegram = telegram
        self._rest = rest
        self._moved = moved

    async def play(self, ends_at: datetime, *, joined: bool) -> None:
        """Six people join; one ask ends in thanks, one finds nobody; the clock ends shortly after `ends_at`.

        With `joined` false they only stand around the button to join.
        """
        people = {name: self._person(name) for name in STATEMENTS}
        anna, ben, carla, dev = list(people.values())[:4]
        group = await self._gather(list(people.values()))
        if not joined:
            await self._wait_until(ends_at)
            return
        for name, person in people.items():
            await self._join(person, group, STATEMENTS[name])
        await self._wait(timedelta(hours=1))
        await self._do(ben.says, ANSWERED_ASK, group)
        await self._do(dev.taps, "I can help")
        await self._wait(timedelta(hours=3))
        await self._do(carla.says, UNMET_ASK, group)
        await self._wait_until(ends_at - timedelta(days=1, hours=-2))
        for person, outcome in ((ben, "Hired"), (dev, "Hired")):
            await self._do(person.taps, outcome)
            await self._do(person.taps, "Yes, say it")
        await self._do(anna.says, "Lovely news, you two!", group)
        await self._wait_until(ends_at)

    def _person(self, name: str) -> Person:
        first, _, last = name.partition(" ")
        return self.telegram.person(first, last_name=last, username=f"{first}_{last}".lower(), language_code="en")

    async def _gather(self, people: list[Person]) -> Group:
        group = self.telegram.group(TITLE, creator=people[0], members=people[1:])
        group.add_bot(by=people[0])
        await self._rest()
        return group

    async def _join(self, person: Person, group: Group, answers: tuple[str, ...]) -> None:
        await self._do(person.taps, "Join this circle", None, group)
        for answer in answers:
            await self._do(person.says, answer)
        await self._do(person.says, "Bristol")  # the time zone, by the name of a place
        await self._do(person.says, HOUR)

    async def _do(self, act: Callable[..., object], *words: object) -> None:
        act(*words)
        await self._rest()

    async def _wait(self, span: timedelta) -> None:
        self.telegram.clock.move(span)
        await self._moved()
        await self._rest()

    async def _wait_until(self, when: datetime) -> None:
        await self._wait(when - self.telegram.clock.now())


def this_morning(now: datetime) -> datetime:
    """The latest instant, not after `now`, at which it was nine in the story's zone."""
    local = now.astimezone(ZoneInfo(ZONE))
    nine = local.replace(hour=9, minute=0, second=5, microsecond=0)
    return nine if nine <= local else nine - timedelta(days=1)


DAYS = timedelta(days=7)  # from the first hello to this morning: long enough for "how did it go?"
