"""How a request looks: the status card in the group, the offer to one member, the list to pick somebody from."""

import storage.circle
import storage.introduction
import storage.member
import storage.referral
from bot.domain.asks import mask_contacts, shorten
from bot.domain.facts import CardShown, MemberPicked, OfferMade
from bot.domain.hours import is_quiet
from bot.domain.names import labels
from bot.domain.referral import Offer, OfferState, PassReason, Referral, ReferralKind, ReferralState, asked_count
from bot.locales import Html
from handlers.views import refer_out
from handlers.views.message import Button, Look, Rows, Words

PAGE = 8
EXCERPT = 120
QUOTE = 160


async def card(look: Look, fact: CardShown) -> Words | None:
    """Where a request stands, and nothing else: never who was asked, who passed or who took it."""
    request = await storage.referral.get(look.tx, fact.referral)
    if request is None or request.state is ReferralState.ROUTING or request.kind is ReferralKind.REFER:
        return None
    offers = await storage.referral.offers_of(look.tx, request.id)
    asked = asked_count(offers)
    members = await storage.member.count_joined(look.tx, request.circle_id, but=request.author_id)
    members = max(members, asked)  # whoever was asked and has left since still counts
    met = await storage.introduction.of_referral(look.tx, request.id)
    title = shorten(mask_contacts(request.text), EXCERPT)
    lines = [look.say("card_title", ask=title)] if title else []
    lines.append(_state_line(look, request, asked, members, len(met)))
    names = sum(1 for hint in await storage.referral.hints_of(look.tx, request.id) if hint.name)
    if names and request.is_open:
        lines.append(look.say("card_hints", n=names))
    return Words("\n".join(lines), await _card_buttons(look, request, names))


def _state_line(look: Look, request: Referral, asked: int, members: int, met: int) -> Html:
    match request.state:
        case ReferralState.OFFERING:
            key = "card_offering_more" if met else "card_offering"
            return look.say(key, asked=asked, n=members)
        case ReferralState.NOBODY if request.unclear and not asked:
            return look.say("card_unclear")
        case ReferralState.NOBODY if not members:
            return look.say("card_no_members")
        case ReferralState.NOBODY:
            return look.say("card_nobody_asked", asked=asked, n=members) if asked else look.say("card_nobody")
        case ReferralState.INTRODUCED:
            return look.say("card_introduced", n=met)
        case _:
            return look.say(f"card_{request.state}")


async def _card_buttons(look: Look, request: Referral, names: int) -> Rows:
    """An author who has not pressed Start, or has blocked the bot, finds links to what could not be told them."""
    author = await storage.member.get(look.tx, request.author_id) if request.author_id is not None else None
    away = request.author_id is not None and (author is None or not author.reachable)
    met = await storage.introduction.of_referral(look.tx, request.id) if away else []
    rows: list[tuple[Button, ...]] = []
    if met:
        rows.append((look.link("button_meet", "i", met[-1].id),))
    if away and names:
        rows.append((look.link("button_read_names", "n", request.id),))
    if request.is_open:
        know = look.button("button_know_someone", "hint", request.id, 0)
        rows.append((know, look.button("button_close", "close", request.id)))
    elif request.state is ReferralState.INTRODUCED and request.author_id is not None:
        rows.append((look.button("button_one_more", "more", request.id),))
    return tuple(rows)


async def offer(look: Look, fact: OfferMade) -> Words | None:
    """The ask, who asks, why this member; and where the offer stands by now."""
    found = await storage.referral.get_offer(look.tx, fact.offer)
    request = await storage.referral.get(look.tx, found.referral_id) if found else None
    circle = await storage.circle.get(look.tx, request.circle_id) if request else None
    if found is None or request is None or circle is None or look.reader is None:
        return None
    ask = Html(f"<blockquote>{look.say('plain', text=mask_contacts(request.text))}</blockquote>")
    author = request.author_name or look.say.label("somebody_gone")
    handed_on = request.kind is ReferralKind.REFER
    parts = [look.say("refer_offer_title" if handed_on else "offer_title", name=author, circle=circle.title), ask]
    if handed_on:
        parts += await refer_out.offered(look, found, request)
    if request.is_open and found.state in (OfferState.OPEN, OfferState.LAPSED):
        parts += await _why(look, found)
        parts.append(look.say("offer_question"))
    else:
        parts.append(_offer_state(look, found, request))
    silent = is_quiet(look.now, look.zone)
    return Words("\n\n".join(parts), _offer_buttons(look, found, request), silent=silent)


async def _why(look: Look, found: Offer) -> list[Html]:
    parts = []
    if found.hinted_by is not None:
        hinter = await storage.member.get(look.tx, found.hinted_by)
        name = hinter.name if hinter else look.say.label("somebody_gone")
        parts.append(look.say("offer_hinted", name=name))
    if found.because:
        lines = [
            look.say("offer_because_line", ask=shorten(mask_contacts(ask), QUOTE), statement=shorten(statement, QUOTE))
            for ask, statement in found.because[:2]
        ]
        parts.append(Html("\n".join([look.say("offer_because"), *lines])))
    return parts


def _offer_state(look: Look, found: Offer, request: Referral) -> Html:
    if found.state is OfferState.CLAIMED:
        return look.say("offer_claimed")
    if not request.is_open and request.state is not ReferralState.ROUTING:
        return look.say(f"offer_over_{request.state}")
    if found.state is OfferState.PASSED:
        if found.reason is None:
            return look.say("offer_why_not")
        return look.say("offer_passed", reason=look.say(f"reason_{found.reason}"))
    return look.say(f"offer_{found.state}")


def _offer_buttons(look: Look, found: Offer, request: Referral) -> Rows:
    claim = look.button("button_claim", "claim", found.id)
    if not request.is_open or found.state in (OfferState.CLAIMED, OfferState.CLOSED, OfferState.WAITING):
        return ()
    if found.state in (OfferState.OPEN, OfferState.LAPSED):
        return (
            (claim, look.button("button_pass", "pass", found.id)),
            (look.button("button_know", "know", found.id), look.button("button_later", "later", found.id)),
        )
    if found.state is OfferState.PASSED and found.reason is None:
        reasons = tuple((look.button(f"reason_{reason}", "why", found.id, reason),) for reason in PassReason)
        return (*reasons, (claim,))
    know = look.button("button_know", "know", found.id)
    if found.state is OfferState.PASSED:
        return ((claim,), (know, look.button("button_other_reason", "pass", found.id)))
    return ((claim,), (know, look.button("button_pass", "pass", found.id)))


async def picker(look: Look, fact: MemberPicked) -> Words | None:
    """Members of the circle to choose from, a page at a time, or a name to write."""
    request = await storage.referral.get(look.tx, fact.referral)
    if request is None or look.reader is None:
        return None
    if not request.is_open:
        return Words(look.say("request_over"))
    hidden = {look.reader.id, request.author_id, request.about_id}  # not those asked: nobody shall learn who they are
    members = [one for one in await storage.member.of_circle(look.tx, request.circle_id) if one.id not in hidden]
    members.sort(key=lambda one: (one.name.casefold(), one.id))
    page = members[fact.page * PAGE : (fact.page + 1) * PAGE]
    names = labels(members, 40)
    buttons = [look.named(names[one.id], "pick", request.id, one.id, fact.offer) for one in page]
    rows = [tuple(buttons[at : at + 2]) for at in range(0, len(buttons), 2)]
    turning = []
    if fact.page:
        turning.append(look.named("‹", "page", request.id, fact.offer, fact.page - 1))
    if len(members) > (fact.page + 1) * PAGE:
        turning.append(look.named("›", "page", request.id, fact.offer, fact.page + 1))
    if turning:
        rows.append(tuple(turning))
    rows.append((look.button("button_write_name", "write", request.id, fact.offer),))
    ask = shorten(mask_contacts(request.text), 200)
    return Words(look.say("pick_title" if page else "pick_nobody", ask=ask), tuple(rows))
