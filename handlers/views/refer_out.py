"""How a client handed on looks: to the giver in place of a card, to who is asked, and to the one who takes them."""

import storage.circle
import storage.introduction
import storage.member
import storage.refer_out
import storage.referral
import storage.reflection
from bot.domain.asks import mask_contacts, shorten
from bot.domain.circle import CircleState
from bot.domain.facts import ClientShown, ConsentAsked, ReferOutShown
from bot.domain.hours import is_quiet
from bot.domain.introduction import Introduction, Side
from bot.domain.refer_out import Consent, ReferOut, ReferReason
from bot.domain.referral import Offer, Referral, ReferralState, asked_count
from bot.domain.reflection import refer_out_rules
from bot.locales import Html
from handlers.views.message import Button, Look, Words, person_link
from handlers.views.reflection import rule_lines

QUOTE = 160
MOST_RULES = 3  # of each kind, beside a client about to be handed on


def quoted(look: Look, text: str) -> Html:
    """The words about the client, without contacts."""
    return Html(f"<blockquote>{look.say('plain', text=mask_contacts(text))}</blockquote>")


async def shown(look: Look, fact: ReferOutShown) -> Words | None:
    """The questions before anybody is asked; from then on where it stands."""
    made = await storage.refer_out.get(look.tx, fact.refer_out)
    if made is None or look.reader is None or made.giver_id != look.reader.id:
        return None
    if made.is_draft:
        return await _questions(look, made, look.reader.id)
    request = await storage.referral.get(look.tx, made.referral_id) if made.referral_id else None
    if request is None:
        return Words(look.say("refer_dropped"))
    parts = [look.say("refer_title"), quoted(look, request.text), *_reason(look, made), await _state(look, request)]
    row: tuple[Button, ...] = ()
    if request.is_open:
        row = (look.button("button_close", "close", request.id),)
    elif request.state is ReferralState.INTRODUCED:
        row = (look.button("button_one_more", "more", request.id),)
    return Words("\n".join(parts), (row,) if row else ())


async def _questions(look: Look, made: ReferOut, giver: int) -> Words:
    drop = (look.button("button_refer_drop", "refer-drop", made.id),)
    head = Html(f"{look.say('refer_title')}\n{quoted(look, made.text)}\n")
    if made.circle_id is None:
        circles = [
            one
            for one in await storage.circle.of_member(look.tx, giver)
            if one.state is CircleState.ACTIVE
        ]  # fmt: skip
        choices = tuple((look.named(one.title[:40], "refer-circle", made.id, one.id),) for one in circles)
        return Words(Html(f"{head}{look.say('refer_which_circle')}"), (*choices, drop))
    reasons = [look.button(f"refer_reason_{reason}", "refer-why", made.id, reason) for reason in ReferReason]
    rules = rule_lines(look, refer_out_rules(await storage.reflection.of_member(look.tx, giver)), MOST_RULES, QUOTE)
    mine = (look.button("button_rules", "reflect-rules"),) if rules else ()
    parts = [Html(f"{head}{look.say('refer_why')}"), *([look.say("refer_rules"), *rules] if rules else [])]
    rows = (tuple(reasons[:2]), tuple(reasons[2:]), mine, drop)
    return Words("\n".join(parts), tuple(row for row in rows if row))


def _reason(look: Look, made: ReferOut | None) -> list[Html]:
    if made is None or made.reason is None:
        return []
    return [look.say("refer_because", reason=look.say(f"refer_reason_{made.reason}"))]


async def _state(look: Look, request: Referral) -> Html:
    asked = asked_count(await storage.referral.offers_of(look.tx, request.id))
    met = len(await storage.introduction.of_referral(look.tx, request.id))
    match request.state:
        case ReferralState.ROUTING:
            return look.say("refer_looking")
        case ReferralState.OFFERING:
            members = await storage.member.count_joined(look.tx, request.circle_id, but=request.author_id)
            return look.say("card_offering_more" if met else "card_offering", asked=asked, n=max(members, asked))
        case ReferralState.NOBODY if request.unclear and not asked:
            return look.say("refer_unclear")
        case ReferralState.NOBODY:
            return look.say("refer_nobody")
        case ReferralState.INTRODUCED:
            return look.say("card_introduced", n=max(1, met))
        case _:
            return look.say(f"card_{request.state}")


async def offered(look: Look, found: Offer, request: Referral) -> list[Html]:
    """What an offer says of a client handed on: the giver's reason and, for a rival, by which words the two differ."""
    parts = _reason(look, await storage.refer_out.of_referral(look.tx, request.id))
    words = await storage.refer_out.difference(look.tx, found.id)
    if words is not None:
        theirs, yours = (shorten(mask_contacts(one), QUOTE) for one in words)
        parts.append(look.say("refer_differs", name=request.author_name, theirs=theirs, yours=yours))
    return parts


async def introduced(look: Look, made: Introduction, request: Referral, side: Side, link: Html, name: str) -> Words:
    """Giver and receiver of a client, put in touch with each other; the client comes later, and only if they agree."""
    parts = [look.say("refer_introduced_giver" if side is Side.GIVER else "refer_introduced_receiver", partner=link)]
    handed = await storage.refer_out.of_referral(look.tx, request.id)
    if side is Side.GIVER and made.receiver_id:
        receiver = await storage.member.get(look.tx, made.receiver_id)
        does = shorten(receiver.what_i_do or receiver.perfect_client, 200) if receiver else ""
        parts += [look.say("introduced_does", name=name, does=does)] if does else []
    if request.text:
        parts.append(quoted(look, request.text))
    if side is Side.RECEIVER and handed is not None:
        parts += [*_reason(look, handed), look.say("refer_consent_first", name=name)]
    me = look.reader.first_name if look.reader else made.giver_name
    if made.giver_id is not None and made.receiver_id is not None:
        key = "refer_first_line_giver" if side is Side.GIVER else "refer_first_line_receiver"
        line = look.say(key, name=name, me=me, ask=shorten(mask_contacts(request.text), 80))
        parts.append(look.say("introduced_reach", name=name, line=line))
    return Words("\n\n".join(parts))


async def _receiver(look: Look, made: ReferOut) -> tuple[Html, int | None]:
    """Who took the client, as a link, and their number; None when they are gone or nobody has."""
    met = await storage.introduction.of_referral(look.tx, made.referral_id or 0)
    person = met[-1].receiver_id if met else None
    receiver = await storage.member.get(look.tx, person) if person is not None else None
    if receiver is None:
        return look.say("somebody_gone"), None
    return person_link(receiver.id, receiver.name, receiver.username), receiver.id


async def consent(look: Look, fact: ConsentAsked) -> Words | None:
    """Has your client agreed? The answer is ticked and can be changed."""
    made = await storage.refer_out.get(look.tx, fact.refer_out)
    if made is None or look.reader is None or made.giver_id != look.reader.id or made.referral_id is None:
        return None
    link, receiver = await _receiver(look, made)
    if fact.turn < len(await storage.introduction.of_referral(look.tx, made.referral_id)) - 1:
        return Words(look.say("consent_past"), silent=True)
    if receiver is None:
        return Words(look.say("client_receiver_gone"))

    def button(answer: Consent) -> Button:
        label = look.say.label(f"consent_{answer}")
        return look.named(f"✓ {label}" if answer is made.consent else label, "consent", made.id, answer, fact.turn)

    text = look.say("consent_question", partner=link)
    if made.client:
        text = Html(f"{text}\n\n{look.say('consent_passed_on', partner=link, client=made.client)}")
    elif made.consent in (Consent.NOT_YET, Consent.NO):
        text = Html(f"{text}\n\n{look.say(f'consent_is_{made.consent}', partner=link)}")
    buttons = tuple(button(answer) for answer in Consent)
    return Words(text, (buttons,), silent=is_quiet(look.now, look.zone))


async def client(look: Look, fact: ClientShown) -> Words | None:
    """The client's details for the receiver alone; or that there are none, not yet or no more."""
    made = await storage.refer_out.get(look.tx, fact.refer_out)
    _, receiver = await _receiver(look, made) if made else (None, None)
    if made is None or look.reader is None or look.reader.id != fact.to:
        return None
    if receiver != fact.to:
        met = await storage.introduction.of_referral(look.tx, made.referral_id or 0)
        earlier = receiver is not None and fact.to in {one.receiver_id for one in met}
        return Words(look.say("client_moved_on"), silent=True) if earlier else None
    giver = await storage.member.get(look.tx, made.giver_id) if made.giver_id is not None else None
    name = giver.first_name if giver else look.say.label("somebody_gone")
    if made.client:
        return Words(look.say("client_agreed", name=name, client=made.client))
    if made.consent is Consent.YES or made.consent is None:
        return Words(look.say("client_erased"))
    return Words(look.say(f"client_is_{made.consent}", name=name), silent=is_quiet(look.now, look.zone))
