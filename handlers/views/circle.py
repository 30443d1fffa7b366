"""How a circle looks: the welcome, the list of who is in it, the hosts' settings."""

import storage.circle
import storage.member
import storage.referral
from bot.domain.circle import EXPIRIES, FOLLOW_UPS, WAVE_SIZES, WAVE_WAITS
from bot.domain.facts import CircleShown, CircleWelcomed, ExposureShown, SettingsShown
from bot.domain.referral import LATELY
from bot.locales import LANGUAGES, Html
from handlers.views.message import Button, Look, Words, that_fit

MOST_NAMES = 40


async def welcome(look: Look, fact: CircleWelcomed) -> Words | None:
    """One short message, one button."""
    return Words(look.say("circle_welcome"), ((look.link("button_join", "j", fact.circle),),))


async def circle(look: Look, fact: CircleShown) -> Words | None:
    """What the circle is and who is in it."""
    found = await storage.circle.get(look.tx, fact.circle)
    if found is None:
        return None
    members = await storage.member.of_circle(look.tx, found.id)
    shown = that_fit([member.name for member in members[:MOST_NAMES]])
    names = ", ".join(shown)
    more = len(members) - len(shown)
    text = look.say("circle_card", title=found.title, n=len(members))
    if names:
        text = Html(f"{text}\n\n{look.say('circle_members', names=names)}")
    if more > 0:
        text = Html(f"{text} {look.say('and_more', count=more)}")
    buttons = ((look.link("button_join", "j", found.id), look.link("button_settings", "s", found.id)),)
    return Words(text, buttons)


async def settings(look: Look, fact: SettingsShown) -> Words | None:
    """The circle's settings, each value a button."""
    found = await storage.circle.get(look.tx, fact.circle)
    if found is None:
        return None

    def choices(name: str, values: list[tuple[str, int]], chosen: int) -> tuple[Button, ...]:
        return tuple(
            look.named(f"✓ {label}" if value == chosen else label, "circle-set", found.id, name, value)
            for label, value in values
        )

    waits = [(look.say.span(wait), int(wait.total_seconds())) for wait in WAVE_WAITS]
    expiries = [(look.say.span(expiry), int(expiry.total_seconds())) for expiry in EXPIRIES]
    follow_ups = [(look.say.span(wait), int(wait.total_seconds())) for wait in FOLLOW_UPS]
    sizes = [(str(size), size) for size in WAVE_SIZES]
    languages = tuple(
        look.named(f"✓ {name}" if code == found.language else name, "circle-language", found.id, code)
        for code, name in LANGUAGES.items()
    )
    text = look.say(
        "circle_settings",
        title=found.title,
        size=found.wave_size,
        wait=look.say.span(found.wave_wait),
        expiry=look.say.span(found.expiry),
        follow_up=look.say.span(found.follow_up),
        zone=found.zone,
    )
    buttons = (
        choices("size", sizes, found.wave_size),
        choices("wait", waits, int(found.wave_wait.total_seconds())),
        choices("expiry", expiries, int(found.expiry.total_seconds())),
        choices("follow", follow_ups, int(found.follow_up.total_seconds())),
        (
            look.button("button_zone", "circle-zone", found.id),
            look.button("button_exposure", "circle-exposure", found.id),
        ),
        (look.button("button_numbers", "numbers", found.id), look.button("button_gaps", "gap-map", found.id)),
        (look.button("button_drive", "drive", found.id),),
        languages,
    )
    return Words(text, buttons if len(languages) > 1 else buttons[:-1])


async def exposure(look: Look, fact: ExposureShown) -> Words | None:
    """How the offers of the last weeks were shared out; for hosts."""
    found = await storage.circle.get(look.tx, fact.circle)
    if found is None:
        return None
    shares = await storage.referral.exposure(look.tx, found.id, look.now - LATELY)
    members = await storage.member.of_circle(look.tx, found.id)
    members.sort(key=lambda member: (-shares.get(member.id, (0, 0, 0))[1], member.name))
    lines = []
    for member in members[:MOST_NAMES]:
        asked, first, claimed = shares.get(member.id, (0, 0, 0))
        lines.append(look.say("exposure_line", name=member.name, asked=asked, first=first, claimed=claimed))
    title = look.say("exposure_title", title=found.title, days=LATELY.days)
    return Words("\n".join([title, *that_fit(lines)]))
