"""How the daily nudge looks: whom to call, why, what to ask, and what came of it."""

import storage.member
import storage.nudge
from bot.domain.asks import shorten
from bot.domain.facts import Nudged, NudgeSettingsShown
from bot.domain.member import Member, Question
from bot.domain.nudge import NudgeState
from bot.locales import Html
from handlers.views.message import Look, Words, person_link

HOURS = (7, 8, 9, 12, 17, 19)


async def nudged(look: Look, fact: Nudged) -> Words | None:
    """One collaborator, two lines on why, three questions to open with."""
    made = await storage.nudge.get(look.tx, fact.nudge)
    if made is None or look.reader is None:
        return None
    other = await storage.member.get(look.tx, made.collaborator_id) if made.collaborator_id else None
    if other is None:
        return Words(look.say("nudge_gone"))
    link = person_link(other.id, other.name, other.username)
    if made.state is not NudgeState.OPEN:
        talked = look.button("button_we_talked", "nudge", made.id, NudgeState.TALKED)
        change = look.button("button_change", "nudge", made.id, NudgeState.OPEN)
        rows = {NudgeState.TALKED: ((change,),), NudgeState.ELSE: ((talked,),)}
        return Words(look.say(f"nudge_{made.state}", partner=link), rows.get(made.state, ((talked, change),)))
    parts = [look.say("nudge_title", partner=link), *_why(look, other), _questions(look, other)]
    choices = (
        (
            look.button("button_we_talked", "nudge", made.id, NudgeState.TALKED),
            look.button("button_someone_else", "nudge", made.id, NudgeState.ELSE),
        ),
        (
            look.button("button_tomorrow", "nudge", made.id, NudgeState.TOMORROW),
            look.button("button_skip_today", "nudge", made.id, NudgeState.SKIPPED),
        ),
    )
    return Words("\n\n".join(parts), choices)


def _why(look: Look, other: Member) -> list[Html]:
    """One line from each statement."""
    theirs, mine = _statement(other), _statement(look.reader) if look.reader else ""
    lines = [look.say("nudge_theirs", name=other.first_name, words=theirs)] if theirs else []
    if mine:
        lines.append(look.say("nudge_yours", words=mine))
    return [Html("\n".join(lines))] if lines else []


def _statement(member: Member) -> str:
    phrase = member.listen_for[0] if member.listen_for else ""
    return shorten(member.perfect_client or member.what_i_do or phrase, 220)


def _questions(look: Look, other: Member) -> Html:
    phrase = other.listen_for[0] if other.listen_for else ""
    third = look.say("nudge_question_phrase", phrase=phrase) if phrase else look.say("nudge_question_signal")
    questions = [look.say("nudge_question_client"), third, look.say("nudge_question_mine")]
    return Html("\n".join([look.say("nudge_questions"), *(f"• {question}" for question in questions)]))


async def nudge_settings(look: Look, _fact: NudgeSettingsShown) -> Words | None:
    """When the nudge comes, with one tap to change it."""
    reader = look.reader
    if reader is None:
        return None
    if reader.is_paused(look.now):
        return Words(look.say("nudge_paused"), ((look.button("button_resume", "resume"),),))
    hours = tuple(look.named(f"{hour}:00", "nudge-at", f"{hour}h") for hour in HOURS)
    if not reader.nudge_on:
        return Words(look.say("nudge_is_off"), (hours,))
    due = look.say.moment(reader.next_nudge_at, reader.zone) if reader.next_nudge_at else "–"
    text = look.say("nudge_is_on", hour=look.say.clock(reader.nudge_at), zone=reader.zone, due=due)
    zone = look.button("label_zone", "edit", Question.ZONE)
    return Words(text, (hours, (zone, look.button("button_nudge_off", "nudge-off"))))
