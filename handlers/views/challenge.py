"""How the 21 days look: whom to call first, where they stand, the squares, the end, and the card of a whole circle."""

import storage.challenge
import storage.circle
import storage.collaborator
import storage.introduction
import storage.member
import storage.nudge
from bot.actions.choosing import choices
from bot.domain.asks import shorten
from bot.domain.challenge import DAYS, Challenge, Progress, Square, progress, start_days
from bot.domain.facts import (
    ChallengeOffered,
    ChallengePictured,
    ChallengeShared,
    ChallengeShown,
    ChallengeSummed,
    DriveOffered,
    DriveShown,
)
from bot.domain.hours import local
from bot.domain.introduction import Introduction, Outcome
from bot.domain.nudge import NudgeState
from bot.locales import Html
from handlers.views.message import Look, Picture, Words, that_fit
from handlers.views.nudge import reason
from handlers.views.squares import draw

MARKS = {Square.TALKED: "🟩", Square.SKIPPED: "➖", Square.QUIET: "◽", Square.TODAY: "🟨", Square.TO_COME: "⬜"}


async def offered(look: Look, fact: ChallengeOffered) -> Words | None:
    """Who will you be calling first? Three names with a reason each."""
    reader = look.reader
    if reader is None or reader.id != fact.to:
        return None
    lines, buttons = [look.say("challenge_first", days=DAYS)], []
    for choice in await choices(look.tx, look.now, reader, local(look.now, reader.zone).date(), most=3):
        other = await storage.member.get(look.tx, choice.member)
        if other is not None:
            why = reason(look, choice.why, choice.because, other)
            lines.append(look.say("challenge_name", name=other.name, why=why))
            buttons.append((look.named(f"☎️ {other.name[:30]}", "first", other.id),))
    if not buttons:
        return Words(look.say("challenge_nobody"))
    if not reader.seeks and not reader.brings:
        buttons.append((look.button("button_collaborator", "collaborator"),))
    return Words("\n\n".join(lines), tuple(buttons))


async def shown(look: Look, fact: ChallengeShown) -> Words | None:
    """Where it stands, in a line; and a way to stop."""
    challenge = await storage.challenge.get(look.tx, fact.challenge)
    if challenge is None or look.reader is None:
        return None
    made = await _progress(look, challenge)
    if made.day:
        text = look.say("challenge_is_on", day=made.day, days=DAYS)
    else:
        hour = look.say.clock(look.reader.nudge_at)
        text = look.say("challenge_starts", day=look.say.day(challenge.starts_on), hour=hour)
    stop = look.button("button_stop_challenge", "stop", challenge.id)
    return Words(text, ((stop, look.button("button_collaborator", "collaborator")),))


async def pictured(look: Look, fact: ChallengePictured) -> Picture | None:
    """The squares, and the same in words."""
    challenge = await storage.challenge.get(look.tx, fact.challenge)
    if challenge is None:
        return None
    made = await _progress(look, challenge)
    title = look.say.label("challenge_title", day=made.day, days=DAYS)
    return Picture("challenge.png", draw(made, title), _caption(look, made))


def _caption(look: Look, made: Progress) -> str:
    marks = "\n".join("".join(MARKS[one] for one in made.squares[at : at + 7]) for at in range(0, DAYS, 7))
    line = look.say(
        "challenge_caption", day=made.day, days=DAYS, talked=made.count(Square.TALKED), rests=sum(made.rests),
        skipped=made.count(Square.SKIPPED), left=made.count(Square.TO_COME), streak=made.streak,
    )  # fmt: skip
    return f"{line}\n{marks}"


async def _progress(look: Look, challenge: Challenge) -> Progress:
    today = local(look.now, look.zone).date()
    return progress(await storage.nudge.of_challenge(look.tx, challenge.id), today)


async def summed(look: Look, fact: ChallengeSummed) -> Words | None:
    """Whom they met, which trades they can refer to now, what came of it, and one real refer-out."""
    challenge = await storage.challenge.get(look.tx, fact.challenge)
    if challenge is None or look.reader is None:
        return None
    history = await storage.nudge.of_challenge(look.tx, challenge.id)
    met = dict.fromkeys(
        one.collaborator_id for one in history if one.state is NudgeState.TALKED and one.collaborator_id
    )
    notes = await storage.collaborator.remembered(look.tx, look.reader.id, challenge.id)
    known = await storage.member.get_all(look.tx, [one for one in met if one])
    lines = []
    for person in (known[one] for one in met if one in known):
        line = look.say("summary_met", name=person.name, trade=shorten(person.what_i_do or person.perfect_client, 80))
        own = next((notes[one.id] for one in history if one.collaborator_id == person.id and one.id in notes), "")
        lines.append(Html(f"{line}\n{look.say('summary_line', words=shorten(own, 120))}") if own else line)
    since = [one for one in await storage.introduction.of_person(look.tx, look.reader.id)
             if one.created_at >= challenge.created_at]  # fmt: skip
    parts = [look.say("summary_title", n=len(lines))]
    if lines:
        parts += [look.say("summary_trades"), Html("\n".join(that_fit(lines)))]
    parts += [look.say("summary_came", introductions=len(since), hired=sum(_hired(one) for one in since))]
    parts.append(look.say("summary_refer"))
    circles = await storage.circle.of_member(look.tx, look.reader.id)
    label = look.say.label("button_share")
    rows = [(look.named(f"{label} · {one.title[:24]}", "share", challenge.id, one.id),) for one in circles[:3]]
    return Words("\n\n".join(parts), tuple(rows))


def _hired(introduction: Introduction) -> bool:
    return Outcome.HIRED in (introduction.giver_outcome, introduction.receiver_outcome)


async def shared(look: Look, fact: ChallengeShared) -> Picture | None:
    """The squares of a member who wants the group to see them."""
    challenge = await storage.challenge.get(look.tx, fact.challenge)
    member = await storage.member.get(look.tx, challenge.member_id) if challenge else None
    if challenge is None or member is None:
        return None
    made = await _progress(look, challenge)
    caption = look.say("challenge_shared", name=member.first_name, days=DAYS, n=made.count(Square.TALKED))
    return Picture("challenge.png", draw(made, look.say.label("challenge_title", day=made.day, days=DAYS)), caption)


async def drive(look: Look, fact: DriveShown) -> Words | None:
    """The one card of a circle's challenge: when it starts and how many are in. Never who is, or who is not."""
    found = await storage.challenge.get_drive(look.tx, fact.drive)
    if found is None:
        return None
    inside = await storage.challenge.count_in(look.tx, found.id)
    text = look.say("drive_card", day=look.say.day(found.starts_on), days=DAYS)
    count = look.say("drive_in", n=inside) if inside else look.say("drive_nobody_in")
    return Words(f"{text}\n\n{count}", ((look.link("button_drive_join", "c", found.id),),))


async def drive_days(look: Look, fact: DriveOffered) -> Words | None:
    """On which day?"""
    circle = await storage.circle.get(look.tx, fact.circle)
    if circle is None:
        return None
    days = start_days(local(look.now, circle.zone).date())
    buttons = tuple((look.named(look.say.day(day), "drive-on", circle.id, day.toordinal()),) for day in days)
    return Words(look.say("drive_when", title=circle.title, days=DAYS), buttons)
