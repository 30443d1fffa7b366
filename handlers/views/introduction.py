"""How an introduction looks to each of its two people, and the questions that follow it."""

import storage.introduction
import storage.member
import storage.referral
from bot.domain.asks import shorten
from bot.domain.facts import FollowedUp, Introduced, ThanksOffered, ThanksSaid
from bot.domain.introduction import MOST_FOLLOW_UPS, Introduction, Outcome, Side, other
from bot.domain.referral import ReferralKind
from bot.locales import Html
from handlers.views import refer_out
from handlers.views.message import Button, Look, Words, person_link


async def _partner(look: Look, made: Introduction, side: Side) -> tuple[Html, str]:
    """The other side, as a link and as a first name."""
    across = other(side)
    person = made.person(across)
    if person is None:
        gone = look.say("somebody_gone")
        return gone, gone
    member = await storage.member.get(look.tx, person)
    if member is None:  # a guest
        return person_link(person, made.giver_name, None), made.giver_name
    return person_link(person, member.name, member.username), member.first_name


async def introduced(look: Look, fact: Introduced) -> Words | None:
    """Names, how to reach each other, the whole ask, one suggested first line."""
    made = await storage.introduction.get(look.tx, fact.introduction)
    request = await storage.referral.get(look.tx, made.referral_id) if made else None
    side = made.side_of(fact.to) if made else None
    if made is None or request is None or side is None:
        return None
    link, name = await _partner(look, made, side)
    if request.kind is ReferralKind.REFER:
        return await refer_out.introduced(look, made, request, side, link, name)
    receiver = await storage.member.get(look.tx, made.receiver_id) if made.receiver_id else None
    does = shorten(receiver.what_i_do or receiver.perfect_client, 200) if receiver else ""
    parts = [look.say(f"introduced_{side}", partner=link)]
    if side is Side.GIVER and does:
        parts.append(look.say("introduced_does", name=name, does=does))
    if request.text:
        parts.append(Html(f"<blockquote>{look.say('plain', text=request.text)}</blockquote>"))
    if made.person(other(side)) is not None:
        ask = shorten(request.text, 80)
        mine = look.reader.first_name if look.reader else made.giver_name
        line = look.say(f"first_line_{side}", name=name, me=mine, ask=ask)
        parts.append(look.say("introduced_reach", name=name, line=line))
    return Words("\n\n".join(parts))


async def followed_up(look: Look, fact: FollowedUp) -> Words | None:
    """How did it go? The answer given is ticked and can be changed."""
    made = await storage.introduction.get(look.tx, fact.introduction)
    side = made.side_of(fact.to) if made else None
    request = await storage.referral.get(look.tx, made.referral_id) if made else None
    if made is None or side is None or request is None:
        return None
    link, _ = await _partner(look, made, side)
    answer = made.outcome(side)
    ask = shorten(request.text, 120)
    text = look.say("follow_up", partner=link, ask=ask) if ask else look.say("follow_up_bare", partner=link)
    if answer is not None:
        done = answer is Outcome.NOT_YET and made.follow_ups >= MOST_FOLLOW_UPS
        text = Html(f"{text}\n\n{look.say('follow_up_not_yet_last' if done else f'follow_up_{answer}')}")

    def button(outcome: Outcome) -> Button:
        label = look.say.label(f"button_{outcome}")
        return look.named(f"✓ {label}" if outcome is answer else label, "went", made.id, outcome, fact.turn)

    rows = ((button(Outcome.TALKED), button(Outcome.HIRED)), (button(Outcome.NOT_A_FIT), button(Outcome.NOT_YET)))
    return Words(text, rows)


async def thanks_offered(look: Look, fact: ThanksOffered) -> Words | None:
    """May thanks be said in the group?"""
    made = await storage.introduction.get(look.tx, fact.introduction)
    side = made.side_of(fact.to) if made else None
    if made is None or side is None:
        return None
    link, _ = await _partner(look, made, side)
    answer = made.thanks(side)
    if made.thanked_at is not None:
        return Words(look.say("thanks_done", partner=link))
    if made.person(other(side)) is None:
        return Words(look.say("thanks_private"))
    yes = look.button("button_thanks_yes", "thank", made.id, 1)
    no = look.button("button_thanks_no", "thank", made.id, 0)
    if answer is None:
        key = "thanks_asked_back" if made.thanks(other(side)) else f"thanks_asked_{side}"
        return Words(look.say(key, partner=link), ((yes, no),))
    if answer:
        return Words(look.say("thanks_waiting", partner=link), ((no,),))
    return Words(look.say("thanks_private"), ((yes,),))


async def thanks_said(look: Look, fact: ThanksSaid) -> Words | None:
    """Thanks, in the group; both agreed, so both are named, and nothing about the client is."""
    made = await storage.introduction.get(look.tx, fact.introduction)
    if made is None:
        return None
    giver = await storage.member.get(look.tx, made.giver_id) if made.giver_id else None
    receiver = await storage.member.get(look.tx, made.receiver_id) if made.receiver_id else None
    if giver is None or receiver is None:
        return Words(look.say("thanks_said_gone"))
    key = "thanks_said_hired" if Outcome.HIRED in (made.giver_outcome, made.receiver_outcome) else "thanks_said"
    return Words(look.say(key, giver=giver.name, receiver=receiver.name))
