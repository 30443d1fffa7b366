"""How prospects look: the list, one of them, and the words to invite them with."""

from urllib.parse import quote

import storage.circle
import storage.prospect
from bot.domain.asks import mask_contacts, shorten
from bot.domain.circle import CircleState
from bot.domain.facts import InvitationShown, ProspectShown, ProspectsListed
from bot.domain.prospect import Prospect, ProspectState
from bot.locales import Html
from handlers.views.message import Button, Look, Words, that_fit

SIGNS = {ProspectState.TO_CALL: "☎️", ProspectState.CALLED: "✅", ProspectState.INVITED: "✉️", ProspectState.JOINED: "🤝"}


async def listed(look: Look, fact: ProspectsListed) -> Words | None:
    """Everybody a member noted, a line each; a button opens one."""
    if look.reader is None or look.reader.id != fact.member:
        return None
    found = await storage.prospect.of_member(look.tx, fact.member)
    add = (look.button("button_add_prospect", "prospect-add"),)
    if not found:
        return Words(look.say("prospects_none"), (add,))
    shown = that_fit([_line(look, one) for one in found])
    parts = [look.say("prospects_title"), Html(""), *shown]
    if len(found) > len(shown):
        parts.append(look.say("and_more", count=len(found) - len(shown)))
    buttons = [look.named(f"{SIGNS[one.state]} {one.name[:28]}", "prospect", one.id) for one in found]
    rows = [tuple(buttons[at : at + 2]) for at in range(0, len(buttons), 2)]
    return Words("\n".join(parts), (*rows, add))


def _line(look: Look, one: Prospect) -> Html:
    sign, line = SIGNS[one.state], shorten(one.line, 80)
    if line:
        return look.say("prospect_line", sign=sign, name=one.name, line=line)
    return look.say("prospect_bare", sign=sign, name=one.name)


async def shown(look: Look, fact: ProspectShown) -> Words | None:
    """One prospect: every state one tap away, an invitation into each of the member's circles."""
    one = await storage.prospect.get(look.tx, fact.prospect)
    if one is None or look.reader is None or look.reader.id != one.member_id:
        return None
    lines = [_line(look, one), look.say(f"state_{one.state}")]
    states = [
        look.named(f"{SIGNS[state]} {look.say.label(f'state_{state}')}", "prospect-state", one.id, state)
        for state in ProspectState
        if state is not one.state
    ]
    circles = await storage.circle.of_member(look.tx, one.member_id)
    circles = [circle for circle in circles if circle.state is CircleState.ACTIVE]
    invite: list[tuple[Button, ...]] = [
        (
            look.named(
                look.say.label("button_invite", circle=shorten(circle.title, 30)), "prospect-invite", one.id, circle.id
            ),
        )
        for circle in circles[:5]
    ]
    rest = (
        look.button("button_all_prospects", "prospects"),
        look.button("button_drop_prospect", "prospect-drop", one.id),
    )
    return Words("\n".join(lines), (tuple(states), *invite, rest))


async def invitation(look: Look, fact: InvitationShown) -> Words | None:
    """An invitation to copy with one tap or to pass on with another. The member sends it, never the bot."""
    one = await storage.prospect.get(look.tx, fact.prospect)
    circle = await storage.circle.get(look.tx, fact.circle)
    if one is None or circle is None or look.reader is None or look.reader.id != one.member_id:
        return None
    link = look.start_url("j", circle.id)
    words = look.say.label("invitation_words", name=one.name, circle=mask_contacts(circle.title))
    share = f"https://t.me/share/url?url={quote(link, safe='')}&text={quote(words, safe='')}"
    rows = (
        (Button(look.say.label("button_send_invitation"), url=share),),
        (
            look.named(
                f"{SIGNS[ProspectState.INVITED]} {look.say.label('state_invited')}",
                "prospect-state",
                one.id,
                ProspectState.INVITED,
            ),
        ),
    )
    return Words(look.say("invitation", name=one.name, words=f"{words}\n{link}"), rows)
