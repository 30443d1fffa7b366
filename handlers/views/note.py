"""A note: one text by its key. A few of its values are shown in the reader's own way."""

from bot.domain.asks import mask_contacts
from bot.domain.facts import Note
from bot.domain.hours import is_quiet
from bot.locales import Html
from handlers.views.message import Look, Words, person_link


async def note(look: Look, fact: Note) -> Words | None:
    """The text of the note. The value `by` with `by_name` becomes a link to that person; `ask` and `hint` hide
    contacts."""
    values: dict[str, object] = dict(fact.values)
    if "by" in values:
        values["by"] = person_link(int(str(values["by"])), str(values["by_name"]), None)
    for name in values.keys() & {"ask", "hint"}:
        values[name] = mask_contacts(str(values[name]))
    text = look.say(fact.key, **values)
    return Words(Html(text), look.noted(fact.buttons), silent=is_quiet(look.now, look.zone))
