"""How the daily nudge looks: whom to call, why, what to ask, how to reach them, and what came of it."""

import storage.collaborator
import storage.member
import storage.nudge
import storage.prospect
from bot.domain.asks import shorten
from bot.domain.challenge import DAYS, used_days
from bot.domain.facts import Nudged, NudgeOfDay, NudgeSettingsShown
from bot.domain.hours import QUIET_FROM, QUIET_UNTIL, local, offset_of
from bot.domain.member import Member, Question
from bot.domain.nudge import Nudge, NudgeState, Why
from bot.locales import Html
from handlers.views.call import with_line
from handlers.views.collaborator import lines
from handlers.views.message import Look, Rows, Words, person_link

HOURS = (7, 8, 9, 12, 17, 19)
DAYS_OF_WEEK = range(7)


async def of_day(_look: Look, _fact: NudgeOfDay) -> None:
    """Nothing is said of a nudge that names nobody yet."""
    return


async def nudged(look: Look, fact: Nudged) -> Words | None:
    """One collaborator: two lines on why, three questions for them, how to reach them. Or an idea for the day."""
    made = await storage.nudge.get(look.tx, fact.nudge)
    if made is None or look.reader is None:
        return None
    if made.idea is not None:
        return await _idea(look, made)
    if made.why is Why.PROSPECT:
        return await _prospect(look, made, look.reader)
    other = await storage.member.get(look.tx, made.collaborator_id) if made.collaborator_id else None
    if other is None:
        return Words(look.say("nudge_gone"))
    link = person_link(other.id, other.name, other.username)
    if made.state is not NudgeState.OPEN:
        return await _answered(look, made, other.id, link)
    parts = [await _title(look, made, look.say("nudge_title", partner=link)), _why(look, made, other)]
    if sought := lines(look.say, other):
        parts.append(Html("\n".join(sought)))
    parts += [_questions(look, look.reader, other, made.id), _reach(look, look.reader, other)]
    return Words("\n\n".join(parts), _choices(look, made, "button_someone_else"))


async def _title(look: Look, made: Nudge, title: Html) -> Html:
    """The title, with the day of the challenge above it."""
    if made.challenge_id is None:
        return title
    history = await storage.nudge.of_challenge(look.tx, made.challenge_id)
    before = [one for one in history if one.local_date < made.local_date]
    return Html(f"{look.say('challenge_day', day=len(used_days(before)) + 1, days=DAYS)}\n{title}")


def _choices(look: Look, made: Nudge, instead: str, done: str = "button_we_talked") -> Rows:
    return (
        (
            look.button(done, "nudge", made.id, NudgeState.TALKED),
            look.button(instead, "nudge", made.id, NudgeState.ELSE),
        ),
        (
            look.button("button_tomorrow", "nudge", made.id, NudgeState.TOMORROW),
            look.button("button_skip_today", "nudge", made.id, NudgeState.SKIPPED),
        ),
    )


async def _answered(look: Look, made: Nudge, other: int, link: Html) -> Words:
    """What came of it and what can be changed; after "someone else" also the quiet way never to meet."""
    talked = look.button("button_we_talked", "nudge", made.id, NudgeState.TALKED)
    change = look.button("button_change", "nudge", made.id, NudgeState.OPEN)
    text = look.say(f"nudge_{made.state}", partner=link)
    if made.state is NudgeState.TALKED:
        return with_line(look, text, ((change,),), made.id)
    if made.state is not NudgeState.ELSE:
        return Words(text, ((talked, change),))
    if other in await storage.collaborator.avoided_by(look.tx, made.member_id):
        return Words(look.say("nudge_never", partner=link), ((look.button("button_change", "never", made.id, 0),),))
    return Words(text, ((talked,), (look.button("button_never", "never", made.id, 1),)))


async def _prospect(look: Look, made: Nudge, reader: Member) -> Words:
    """One of the member's own prospects: why they were noted, what to ask, and ways to meet them."""
    found = await storage.prospect.get(look.tx, made.prospect_id) if made.prospect_id else None
    if found is None:
        return Words(look.say("prospect_gone"))
    name = Html(f"<b>{look.say('plain', text=found.name)}</b>")
    card = (look.button("button_prospect", "prospect", found.id),)
    if made.state is not NudgeState.OPEN:
        text = look.say(f"nudge_{made.state}", partner=name)
        change = look.button("button_change", "nudge", made.id, NudgeState.OPEN)
        talked = look.button("button_we_talked", "nudge", made.id, NudgeState.TALKED)
        if made.state is NudgeState.TALKED:
            return with_line(look, text, (card, (change,)), made.id)
        return Words(text, ((talked,),) if made.state is NudgeState.ELSE else ((talked, change),))
    title = await _title(look, made, look.say("nudge_prospect_title", name=found.name))
    line = shorten(found.line, 220)
    why = look.say("nudge_why_prospect", name=found.name, words=line) if line else look.say("nudge_prospect_bare")
    ours = shorten(reader.perfect_client or reader.what_i_do, 120)
    asked = [look.say("nudge_question_client"), look.say("nudge_question_mine")]
    asked.insert(1, look.say("nudge_question_ours", words=ours) if ours else look.say("nudge_question_signal"))
    parts = [title, why, _listed(look, asked), look.say("nudge_prospect_meet", name=found.name)]
    return Words("\n\n".join(parts), (*_choices(look, made, "button_someone_else"), card))


async def _idea(look: Look, made: Nudge) -> Words:
    """A day without a name: something to do outside the circle, with one first step."""
    if made.state is not NudgeState.OPEN:
        change = look.button("button_change", "nudge", made.id, NudgeState.OPEN)
        text = look.say("idea_done" if made.state is NudgeState.TALKED else "idea_left")
        return Words(text, ((change,),) if made.state is not NudgeState.ELSE else ())
    text = await _title(look, made, look.say("idea_title"))
    return Words(f"{text}\n\n{look.say(f'idea_{made.idea}')}",
                 _choices(look, made, "button_another_idea", "button_idea_done"))  # fmt: skip


def reason(look: Look, why: Why, because: str, other: Member) -> Html:
    """Why this one, in one line."""
    words = because
    if why is Why.QUALITIES:
        words = ", ".join(look.say.label(f"quality_{one}") for one in because.split(",") if one)
        if not words:
            return look.say("nudge_why_new", name=other.first_name)
    return look.say(f"nudge_why_{why}", name=other.first_name, words=words)


def _why(look: Look, made: Nudge, other: Member) -> Html:
    """Two lines: what spoke for them, and whom they are after."""
    theirs = _statement(other)
    said = [reason(look, made.why or Why.NEW, made.because, other)]
    if theirs:
        said.append(look.say("nudge_theirs", name=other.first_name, words=theirs))
    return Html("\n".join(said))


def _statement(member: Member) -> str:
    phrase = member.listen_for[0] if member.listen_for else ""
    return shorten(member.perfect_client or member.what_i_do or phrase, 220)


def _questions(look: Look, mine: Member, other: Member, turn: int) -> Html:
    """Three questions for this person, made of what both have said; the third is another one from `turn` to `turn`."""
    say = look.say
    clients, ours = shorten(other.perfect_client, 120), shorten(mine.perfect_client or mine.what_i_do, 120)
    first = say("nudge_question_best", words=clients) if clients else say("nudge_question_client")
    asked = [first, say("nudge_question_ours", words=ours)] if ours else [first]
    others = []
    if other.listen_for:
        others.append(say("nudge_question_phrase", phrase=shorten(other.listen_for[0], 120)))
    if other.not_a_fit:
        others.append(say("nudge_question_sends", words=shorten(other.not_a_fit, 120)))
    if mine.not_a_fit:
        others.append(say("nudge_question_takes", words=shorten(mine.not_a_fit, 120)))
    turn %= max(1, len(others))
    asked += [*others[turn:], *others[:turn], say("nudge_question_mine"), say("nudge_question_signal")]
    return _listed(look, asked[:3])


def _listed(look: Look, questions: list[Html]) -> Html:
    return Html("\n".join([look.say("nudge_questions"), *(f"• {question}" for question in questions)]))


def _reach(look: Look, mine: Member, other: Member) -> Html:
    """How to reach them, and, where their clock is another, when the hours of both days meet."""
    today = local(look.now, mine.zone).date()
    ahead = offset_of(today, other.zone) - offset_of(today, mine.zone)
    if not ahead:
        return look.say("nudge_reach", name=other.first_name)
    clock = look.say.clock(local(look.now, other.zone).time())
    begins = max(QUIET_UNTIL.hour, QUIET_UNTIL.hour - ahead)
    ends = min(QUIET_FROM.hour, QUIET_FROM.hour - ahead)
    if ends <= begins:
        return look.say("nudge_reach_apart", name=other.first_name, clock=clock)
    return look.say("nudge_reach_hours", name=other.first_name, clock=clock, begins=_clock(begins), ends=_clock(ends))


def _clock(hour: float) -> str:
    return f"{int(hour):02}:{round(hour % 1 * 60):02}"


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
    days = tuple(
        look.named(f"{'✗' if day in reader.days_off else '✓'} {look.say.weekday(day)}", "nudge-day", day)
        for day in DAYS_OF_WEEK
    )
    return Words(text, (hours, days[:4], days[4:], (zone, look.button("button_nudge_off", "nudge-off"))))
