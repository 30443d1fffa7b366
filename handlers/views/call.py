"""How a call looks afterwards: the line to remember, and the question to the one who was called."""

import storage.member
import storage.nudge
from bot.domain.facts import CallConfirmed
from bot.locales import Html
from handlers.views.collaborator import lines
from handlers.views.message import Look, Rows, Words, person_link


def awaits_line(look: Look, nudge_id: int) -> bool:
    """Whether the reader's next words would be the line on this call."""
    waiting = (look.reader.waiting if look.reader else None) or {}
    return waiting.get("for") == "remember" and waiting.get("nudge") == nudge_id


def with_line(look: Look, text: Html, rows: Rows, nudge_id: int) -> Words:
    """A message on a call, with the question for a line to remember while it is being waited for."""
    if not awaits_line(look, nudge_id):
        return Words(text, rows)
    asked = Html(f"{text}\n\n{look.say('remember_ask')}")
    return Words(asked, ((look.button("button_no_line", "no-line", nudge_id),), *rows))


async def confirmed(look: Look, fact: CallConfirmed) -> Words | None:
    """Did you talk? With what the caller looks for and brings."""
    made = await storage.nudge.get(look.tx, fact.nudge)
    caller = await storage.member.get(look.tx, made.member_id) if made else None
    if made is None or caller is None:
        return Words(look.say("nudge_gone"))
    link = person_link(caller.id, caller.name, caller.username)
    if made.confirmed is not None:
        change = look.button("button_change", "confirm", made.id, int(not made.confirmed))
        text = look.say("nudge_talked" if made.confirmed else "confirm_no", partner=link)
        return with_line(look, text, ((change,),), made.id)
    text = Html("\n".join([look.say("confirm_ask", partner=link), *lines(look.say, caller)]))
    both = look.button("button_we_talked", "confirm", made.id, 1), look.button("button_not_yet", "confirm", made.id, 0)
    return Words(text, (both,))
