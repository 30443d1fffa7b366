"""How a member's own things look: the profile questions, the profile, other members."""

from collections.abc import Sequence

import storage.circle
import storage.member
import storage.membership
from bot.domain.asks import shorten
from bot.domain.facts import Asked, MemberShown, MembersListed, PlayedBack, ProfileShown
from bot.domain.hours import local
from bot.domain.member import Member, Question
from bot.domain.names import labels
from bot.domain.zones import parse_zone
from bot.locales import LANGUAGES, Html, Speaker
from handlers.views.collaborator import lines as collaborator_lines
from handlers.views.message import Button, Look, Rows, Words, person_link, that_fit

HOURS = (8, 9, 12, 17)
MOST_LISTED = 25


def quoted(say: Speaker, phrases: Sequence[str], between: str) -> str:
    """Phrases in the quotation marks of the reader's language."""
    return between.join(say.label("quoted", words=phrase) for phrase in phrases)


async def asked(look: Look, fact: Asked) -> Words | None:
    """One question, what is known so far, and one-tap answers where there are likely ones."""
    question = Question(fact.question)
    reader = look.reader
    if reader is None:
        return None
    setup = int(fact.setup)
    rows: list[tuple[Button, ...]] = list(_likely(look, reader, question, setup))
    known = answer_text(look.say, reader, question)
    if setup:
        rows.append((look.button("button_skip", "skip", question, setup),))
    elif known:
        rows.append((look.button("button_keep", "skip", question, 0), look.button("button_clear", "clear", question)))
    else:
        rows.append((look.button("button_skip", "skip", question, 0),))
    text = look.say(f"question_{question}")
    if fact.examples:
        said = quoted(look.say, fact.examples[:2], " – ")
        text = look.say("question_listen_for_trade", said=said)
    if setup:
        number = list(Question).index(question) + 1
        text = Html(f"<b>{number}/{len(Question)}</b> · {text}")
    if known:
        text = Html(f"{text}\n\n{look.say('question_known', answer=known)}")
    return Words(text, tuple(rows))


def _likely(look: Look, reader: Member, question: Question, setup: int) -> Rows:
    match question:
        case Question.PLACE:
            return ((look.button("button_anywhere", "value", question, "anywhere", setup),),)
        case Question.LANGUAGES:
            name = LANGUAGES.get(reader.language, LANGUAGES["en"])
            both = dict.fromkeys((name, "English"))
            return (tuple(look.named(one, "value", question, one, setup) for one in both),)
        case Question.ZONE:
            zone = parse_zone(reader.place, reader.zone) or reader.zone
            if zone.startswith("UTC") and zone != "UTC":
                return ()
            clock = look.say.clock(local(look.now, zone).time())
            return ((look.named(f"{zone} ({clock})", "value", question, zone, setup),),)
        case Question.NUDGE_AT:
            return (
                tuple(look.named(f"{hour}:00", "value", question, f"{hour}h", setup) for hour in HOURS),
                (look.button("button_no_nudge", "no-nudge", setup),),
            )
        case _:
            return ()


def answer_text(say: Speaker, member: Member, question: Question) -> str:
    """What a member answered to a question; empty without an answer."""
    match question:
        case Question.LISTEN_FOR:
            return quoted(say, member.listen_for, " · ")
        case Question.LANGUAGES:
            return ", ".join(member.languages)
        case Question.PLACE:
            return say.label("button_anywhere") if member.place == "anywhere" else member.place
        case Question.ZONE:
            return member.zone if member.zone_known else ""
        case Question.NUDGE_AT:
            return say.clock(member.nudge_at) if member.nudge_on else ""
        case _:
            return str(getattr(member, question))


async def profile(look: Look, fact: ProfileShown) -> Words | None:
    """Every answer, with a button to change each."""
    member = await storage.member.get(look.tx, fact.member)
    if member is None:
        return None
    circles = await storage.circle.of_member(look.tx, member.id)
    lines = [look.say("profile_title", name=member.name)]
    lines += [
        look.say("profile_line", label=look.say(f"label_{question}"), answer=answer)
        if (answer := shorten(answer_text(look.say, member, question), 400))
        else look.say("profile_empty", label=look.say(f"label_{question}"))
        for question in Question
    ]
    lines += collaborator_lines(look.say, member)
    if circles:
        lines.append(look.say("profile_circles", circles=", ".join(circle.title for circle in circles)))
    if member.is_paused(look.now):
        lines.append(look.say("profile_paused"))
    lines.append(look.say("profile_change"))
    buttons = [look.button(f"label_{question}", "edit", question) for question in Question]
    rows = (
        *(tuple(buttons[at : at + 2]) for at in range(0, len(buttons), 2)),
        (look.button("button_collaborator", "collaborator"), look.button("button_lessons", "lessons")),
    )
    if not member.routable:
        rows = ((look.button("button_continue", "continue", member.unanswered()[0]),), *rows)
    return Words("\n".join(lines), rows)


async def member_shown(look: Look, fact: MemberShown) -> Words | None:
    """What a member of the same circle has said of themselves."""
    member = await storage.member.get(look.tx, fact.member)
    if member is None or look.reader is None:
        return None
    if member.id != look.reader.id and not await storage.membership.share_a_circle(look.tx, member.id, look.reader.id):
        return None
    lines = [Html(f"<b>{person_link(member.id, member.name, member.username)}</b>")]
    shown = (Question.WHAT_I_DO, Question.PERFECT_CLIENT, Question.LISTEN_FOR, Question.NOT_A_FIT, Question.PLACE,
             Question.LANGUAGES)  # fmt: skip
    lines += [
        look.say("profile_line", label=look.say(f"label_{question}"), answer=answer)
        for question in shown
        if (answer := answer_text(look.say, member, question))
    ]
    lines += collaborator_lines(look.say, member)
    if len(lines) == 1:
        lines.append(look.say("who_says_nothing"))
    if member.is_paused(look.now):
        lines.append(look.say("who_paused", name=member.first_name))
    return Words("\n".join(lines))


async def members(look: Look, fact: MembersListed) -> Words | None:
    """Everybody in the reader's circles, a line each."""
    if look.reader is None:
        return None
    others = await storage.member.in_same_circles(look.tx, look.reader.id)
    if not others:
        return Words(look.say("who_nobody"))
    listed, names = [], labels(others, 64)
    for other in others[:MOST_LISTED]:
        does, name = shorten(other.what_i_do or other.perfect_client, 70), names[other.id]
        line = look.say("who_line", name=name, does=does) if does else look.say("who_bare", name=name)
        listed.append(line)
    shown = that_fit(listed)
    lines = [look.say("who_title"), *shown]
    if len(others) > len(shown):
        lines.append(look.say("and_more", count=len(others) - len(shown)))
    names = labels(others, 30)
    buttons = [look.named(names[other.id], "who", other.id) for other in others[:24]]
    rows = tuple(tuple(buttons[at : at + 3]) for at in range(0, len(buttons), 3))
    return Words("\n".join(lines), rows)


async def played_back(look: Look, fact: PlayedBack) -> Words | None:
    """What the bot understood of the perfect client; where it is too vague to route by, one sharpening question."""
    member = await storage.member.get(look.tx, fact.member)
    if member is None or not member.perfect_client:
        return None
    if fact.sharpen:
        keep = look.button("button_keep", "skip", Question.PERFECT_CLIENT, int(fact.setup))
        return Words(look.say("played_back_vague"), ((keep,),))
    lines = [look.say("played_back", words=shorten(member.perfect_client, 300))]
    if fact.brings:
        lines.append(look.say("played_back_brings"))
        lines += [look.say("played_back_line", ask=ask) for ask in fact.brings]
    if fact.sends_on:
        lines += [look.say("played_back_sends_on"), look.say("played_back_line", ask=fact.sends_on)]
    if not fact.question:
        return Words("\n".join(lines))
    lines.append(look.say(f"sharpening_{fact.question}"))
    return Words("\n".join(lines), ((look.button("button_sharpen", "edit", Question.PERFECT_CLIENT),),))
