"""How numbers look: a member's own ledger, a circle's numbers as text, file and picture, and the gap map."""

import asyncio
import csv
import io

import storage.circle
import storage.member
import storage.referral
import storage.stats
from bot.domain.asks import mask_contacts, shorten
from bot.domain.facts import GapMapShown, MeetingsDrawn, NumbersFiled, NumbersShown, StatsShown
from bot.domain.gaps import GAP_AGE, read_gaps
from bot.domain.hours import local
from bot.domain.stats import COLUMNS, Count, by_month, count
from bot.locales import Html
from handlers.views.meetings import draw_meetings
from handlers.views.message import File, Look, Picture, Words, that_fit

LONGEST_CAPTION = 900  # of the 1024 characters that Telegram takes
EXAMPLES = 3  # asks that are quoted of one gap


def _line(look: Look, key: str, counted: Count) -> Html:
    return look.say(key, month=counted.month, total=counted.total)


async def stats(look: Look, _fact: StatsShown) -> Words | None:
    """What the reader gave and what came back."""
    if look.reader is None:
        return None
    today = local(look.now, look.zone).date()
    made = await storage.stats.goodwill(look.tx, look.reader.id, today, look.zone)
    lines = [look.say("stats_title"), _line(look, "stats_given", made.given)]
    if made.handed_on.total:
        lines.append(_line(look, "stats_handed_on", made.handed_on))
    lines += [
        _line(look, "stats_received", made.received),
        _line(look, "stats_called", made.called),
        _line(look, "stats_thanked", made.thanked),
        look.say("stats_private"),
    ]
    return Words("\n".join(lines), ((look.button("button_refer", "refer"),),))


async def numbers(look: Look, fact: NumbersShown) -> Words | None:
    """The same for a circle: how much happened, never who did most."""
    circle = await storage.circle.get(look.tx, fact.circle)
    if circle is None:
        return None
    happened = await storage.stats.happened(look.tx, circle.id, circle.zone)
    today = local(look.now, circle.zone).date()
    members = await storage.member.count_joined(look.tx, circle.id, but=None)
    lines = [look.say("numbers_title", title=circle.title, n=members)]
    lines += [_line(look, f"numbers_{name}", count(getattr(happened, name), today)) for name in COLUMNS]
    row = (look.button("button_numbers_file", "numbers-file", circle.id), look.button("button_met", "met", circle.id))
    return Words("\n".join(lines), (row,))


async def numbers_file(look: Look, fact: NumbersFiled) -> File | None:
    """The numbers month by month, for a table."""
    circle = await storage.circle.get(look.tx, fact.circle)
    if circle is None:
        return None
    happened = await storage.stats.happened(look.tx, circle.id, circle.zone)
    written = io.StringIO()
    table = csv.writer(written)
    table.writerow(("month", *COLUMNS))
    table.writerows((month, *counted) for month, counted in by_month(happened))
    return File("kringle-circle.csv", written.getvalue().encode(), look.say("numbers_file_caption", title=circle.title))


async def meetings(look: Look, fact: MeetingsDrawn) -> Picture | Words | None:
    """Who has met whom, as a picture; its caption says the same in words."""
    circle = await storage.circle.get(look.tx, fact.circle)
    if circle is None:
        return None
    members = await storage.member.of_circle(look.tx, circle.id)
    if len(members) < 2:
        return Words(look.say("met_too_few"))
    names = {member.id: member.first_name for member in members}
    met = sorted(await storage.stats.meetings(look.tx, circle.id))
    possible = len(members) * (len(members) - 1) // 2
    caption = look.say("met_caption", title=circle.title, met=len(met), possible=possible)
    listed = that_fit([f"{names[one]} – {names[other]}" for one, other in met], LONGEST_CAPTION)
    if listed:
        caption = Html(f"{caption}\n{look.say('plain', text=' · '.join(listed))}")
    if len(listed) < len(met):
        caption = Html(f"{caption} {look.say('and_more', count=len(met) - len(listed))}")
    places = {member.id: place for place, member in enumerate(members)}
    edges = [(places[one], places[other]) for one, other in met]
    content = await asyncio.to_thread(draw_meetings, [names[member.id] for member in members], edges)
    return Picture("who-has-met-whom.png", content, caption)


async def gap_map(look: Look, fact: GapMapShown) -> Words | None:
    """Unmet asks by what was missing: whom to invite next. No names; contacts are hidden."""
    circle = await storage.circle.get(look.tx, fact.circle)
    if circle is None:
        return None
    parts = []
    for number, gap in enumerate(read_gaps(fact.gaps), 1):
        asks = [await storage.referral.get(look.tx, ask) for ask in gap]
        texts = [shorten(mask_contacts(ask.text), 120) for ask in asks if ask is not None and ask.text]
        if texts:
            lines = [look.say("gap_line", number=number, n=len(texts))]
            lines += [look.say("gap_ask", ask=text) for text in texts[:EXAMPLES]]
            parts.append(Html("\n".join(lines)))
    if not parts:
        return Words(look.say("gaps_none", days=GAP_AGE.days))
    title = look.say("gaps_title", title=circle.title, days=GAP_AGE.days)
    return Words("\n\n".join([title, *that_fit(parts)]))
