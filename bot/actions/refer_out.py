"""Refer out: a member hands on a client. Routed like an ask, without the group; the client's details come last."""

from datetime import datetime, timedelta

import storage.circle
import storage.introduction
import storage.member
import storage.membership
import storage.outbox
import storage.refer_out
import storage.referral
from bot.actions import referral as referrals
from bot.actions.referral import check
from bot.actions.telling import note, tell
from bot.domain.asks import clean, mask_contacts
from bot.domain.circle import CircleState
from bot.domain.facts import ClientShown, ConsentAsked, Fact, ReferOutShown
from bot.domain.introduction import MET
from bot.domain.refer_out import LONGEST_CLIENT, Consent, ReferOut, ReferReason, erase_client_at
from bot.domain.referral import ASKS_AN_HOUR, CIRCLE_ASKS_AN_HOUR, ReferralKind, ReferralState, Refusal
from storage.database import Transaction

HOUR = timedelta(hours=1)


async def begin(
    tx: Transaction, now: datetime, giver: int, text: str, message_id: int | None = None
) -> ReferOut | Refusal:
    """A member hands on a client. Nobody is asked before the giver has said where, if there is a choice, and why.

    Contact details in the words are left out for good: they are asked for once somebody has said yes.
    """
    words = _read(text)
    if isinstance(words, Refusal):
        return words
    masked, left_out = words
    circles = [one for one in await storage.circle.of_member(tx, giver) if one.state is CircleState.ACTIVE]
    if not circles:
        return Refusal.NO_CIRCLE
    begun = await storage.refer_out.drafts_since(tx, giver, now - HOUR)
    if begun + await storage.referral.asked_since(tx, now - HOUR, author=giver) >= ASKS_AN_HOUR:
        return Refusal.TOO_MANY
    made = await storage.refer_out.add(tx, now, giver, masked, circles[0].id if len(circles) == 1 else None,
                                       message_id)  # fmt: skip
    await tell(tx, now, giver, ReferOutShown(made.id))
    if left_out:
        await note(tx, now, giver, "refer_left_out")
    return made


def _read(text: str) -> tuple[str, bool] | Refusal:
    """The words about a client without contact details, and whether there were any."""
    words = check(text)
    if isinstance(words, Refusal):
        return words
    masked = mask_contacts(words)
    return (masked, masked != words) if any(c.isalnum() for c in masked) else Refusal.EMPTY


async def edit(tx: Transaction, now: datetime, made: ReferOut, text: str) -> Refusal | None:
    """The giver changed the words of their message: a draft has the new ones, a request is matched anew."""
    request = await storage.referral.get(tx, made.referral_id) if made.referral_id else None
    words = _read(text)
    if not made.is_draft and (request is None or not request.is_open):
        same = request is not None and not isinstance(words, Refusal) and words[0] == request.text
        return None if same else Refusal.REFER_OVER
    if isinstance(words, Refusal):
        return words
    masked, left_out = words
    if request is None:
        await storage.refer_out.change(tx, made.id, text=masked)
    elif made.giver_id is not None:
        await referrals.edit(tx, now, request, made.giver_id, masked)
    await tell(tx, now, made.giver_id, ReferOutShown(made.id))
    if left_out:
        await note(tx, now, made.giver_id, "refer_left_out")
    return None


async def choose_circle(
    tx: Transaction, now: datetime, refer_out_id: int, person: int, circle_id: int
) -> Refusal | None:
    """In which circle to look for somebody."""
    made = await storage.refer_out.get(tx, refer_out_id)
    if made is None or made.giver_id != person:
        return Refusal.NOT_YOURS
    if not made.is_draft:
        return Refusal.IS_OVER
    if not await storage.membership.is_joined(tx, circle_id, person):
        return Refusal.NOT_MEMBER
    await storage.refer_out.change(tx, made.id, circle_id=circle_id)
    await tell(tx, now, person, ReferOutShown(made.id))
    return None


async def choose_reason(
    tx: Transaction, now: datetime, refer_out_id: int, person: int, reason: ReferReason
) -> Refusal | None:
    """Why the client is handed on. With that it becomes a request, to be matched with members right away."""
    made = await storage.refer_out.get(tx, refer_out_id)
    giver = await storage.member.get(tx, person)
    if made is None or giver is None or made.giver_id != person:
        return Refusal.NOT_YOURS
    circle = await storage.circle.get(tx, made.circle_id) if made.circle_id else None
    if not made.is_draft or circle is None:
        return Refusal.IS_OVER
    if not await storage.membership.is_joined(tx, circle.id, person):
        return Refusal.NOT_MEMBER
    if await storage.referral.asked_since(tx, now - HOUR, circle=circle.id) >= CIRCLE_ASKS_AN_HOUR:
        return Refusal.CIRCLE_BUSY
    request = await storage.referral.add(
        tx, circle_id=circle.id, author_id=person, author_name=giver.name, about_id=None, text=made.text,
        kind=ReferralKind.REFER, state=ReferralState.ROUTING, thread_id=None, message_id=None, unclear=False,
        created_at=now, expires_at=now + circle.expiry,
    )  # fmt: skip
    await storage.refer_out.change(tx, made.id, referral_id=request.id, reason=reason, text="")
    await tell(tx, now, person, ReferOutShown(made.id))
    return None


async def drop(tx: Transaction, now: datetime, refer_out_id: int, person: int) -> Refusal | None:
    """The giver thought better of it before anybody was asked."""
    made = await storage.refer_out.get(tx, refer_out_id)
    if made is None or made.giver_id != person:
        return Refusal.NOT_YOURS
    if not made.is_draft:
        return Refusal.IS_OVER
    await forget_draft(tx, now, made)
    return None


async def forget_draft(tx: Transaction, now: datetime, made: ReferOut) -> None:
    """A draft that nobody will finish leaves no words; its message says so."""
    await storage.refer_out.change(tx, made.id, text="")
    await tell(tx, now, made.giver_id, ReferOutShown(made.id))


async def show_open(tx: Transaction, now: datetime, giver: int) -> None:
    """Shows a giver again, at the end of the chat, what is still open or waits for their answer."""
    for made in await storage.refer_out.of_giver(tx, giver):
        request = await storage.referral.get(tx, made.referral_id) if made.referral_id else None
        fact: Fact | None = None
        if made.is_draft or (request is not None and request.is_open):
            fact = ReferOutShown(made.id)
        elif (
            request is not None
            and request.state is ReferralState.INTRODUCED
            and made.consent in (None, Consent.NOT_YET)
        ):
            fact = await _consent_of(tx, made)
        if fact is not None:
            await storage.outbox.unpost(tx, str(fact.slot))
            await tell(tx, now, giver, fact)


# After the claim


async def ask_consent(tx: Transaction, now: datetime, referral_id: int) -> None:
    """Somebody takes the client: the giver is asked whether the client agrees to be put in touch.

    After "one more" the client has agreed to nothing yet, and what an earlier receiver could read of them is erased.
    """
    made = await storage.refer_out.of_referral(tx, referral_id)
    if made is None:
        return
    met = await storage.introduction.of_referral(tx, referral_id)
    if len(met) > 1:
        await storage.refer_out.change(tx, made.id, consent=None, client="", erase_at=None)
        await tell(tx, now, made.giver_id, ConsentAsked(made.id, len(met) - 2))
        for earlier in {one.receiver_id for one in met[:-1]} - {None, met[-1].receiver_id}:
            fact = ClientShown(made.id, int(earlier or 0))
            if await storage.outbox.get_posted(tx, str(fact.slot)):
                await tell(tx, now, earlier, fact)
    await tell(tx, now, made.giver_id, ConsentAsked(made.id, max(0, len(met) - 1)))


async def _consent_of(tx: Transaction, made: ReferOut) -> ConsentAsked:
    """The question on the one who took the client last."""
    met = await storage.introduction.of_referral(tx, made.referral_id or 0)
    return ConsentAsked(made.id, max(0, len(met) - 1))


async def _answerable(tx: Transaction, refer_out_id: int, person: int) -> tuple[ReferOut, int] | Refusal:
    """What a giver answers about, and who received the client."""
    made = await storage.refer_out.get(tx, refer_out_id)
    if made is None or made.giver_id != person or made.referral_id is None:
        return Refusal.NOT_YOURS
    met = await storage.introduction.of_referral(tx, made.referral_id)
    if not met:
        return Refusal.IS_OVER
    receiver = met[-1].receiver_id
    return Refusal.PARTNER_GONE if receiver is None else (made, receiver)


async def consent(
    tx: Transaction, now: datetime, refer_out_id: int, person: int, answer: Consent, turn: int = 0
) -> Refusal | None:
    """Whether the client agreed; it can be changed. Anything but a yes takes back what was passed on.

    `turn` is that of the question: an answer about somebody else than who took the client last is too late.
    """
    found = await _answerable(tx, refer_out_id, person)
    if isinstance(found, Refusal):
        return found
    made, receiver = found
    asked = await _consent_of(tx, made)
    if asked.turn != turn:
        return Refusal.IS_OVER
    values: dict[str, object] = {"consent": answer}
    if answer is not Consent.YES:
        values |= {"client": "", "erase_at": None}
    await storage.refer_out.change(tx, made.id, **values)
    await storage.member.change(
        tx, person, waiting={"for": "client", "refer_out": made.id} if answer is Consent.YES else None
    )
    await tell(tx, now, person, asked)
    if answer is Consent.YES:
        partner = await storage.member.get(tx, receiver)
        await note(tx, now, person, "client_write", name=partner.first_name if partner else "?")
    else:
        await tell(tx, now, receiver, ClientShown(made.id, receiver))
    return None


async def write_client(tx: Transaction, now: datetime, refer_out_id: int, person: int, text: str) -> Refusal | None:
    """The client's name and a way to reach them: for the receiver alone, until they are erased."""
    found = await _answerable(tx, refer_out_id, person)
    if isinstance(found, Refusal):
        return found
    made, receiver = found
    if made.consent is not Consent.YES:
        return Refusal.IS_OVER
    words = clean(text)
    if not any(c.isalnum() for c in words):
        return Refusal.CLIENT_EMPTY
    if len(words) > LONGEST_CLIENT:
        return Refusal.CLIENT_LONG
    met = await storage.introduction.of_referral(tx, made.referral_id or 0)
    known = bool({met[-1].giver_outcome, met[-1].receiver_outcome} & set(MET))
    erase_at = erase_client_at(now, outcome_known=known)
    await storage.refer_out.change(tx, made.id, client=words, erase_at=erase_at)
    shown = ClientShown(made.id, receiver)
    if not made.client:  # an edit of "not yet" would not be noticed; a message with details is always edited
        await storage.outbox.unpost(tx, str(shown.slot))
    await tell(tx, now, receiver, shown)
    await tell(tx, now, person, await _consent_of(tx, made))
    return None


async def outcome_known(tx: Transaction, now: datetime, referral_id: int) -> None:
    """Somebody said what became of it: the client's details are erased some time after the first who did."""
    made = await storage.refer_out.of_referral(tx, referral_id)
    if made is None or made.erase_at is None:
        return
    due = erase_client_at(now, outcome_known=True)
    await storage.refer_out.change(tx, made.id, erase_at=min(made.erase_at, due))


async def erase_client(tx: Transaction, now: datetime, made: ReferOut) -> None:
    """A client's details have been kept long enough: they leave the rows and both messages."""
    await storage.refer_out.change(tx, made.id, client="", erase_at=None)
    for met in await storage.introduction.of_referral(tx, made.referral_id or 0):
        if met.receiver_id is not None:
            await tell(tx, now, met.receiver_id, ClientShown(made.id, met.receiver_id))
    await tell(tx, now, made.giver_id, await _consent_of(tx, made))


async def messages_naming(tx: Transaction, person: int) -> list[tuple[int, Fact]]:
    """Messages to others that name a person as giver or receiver, with their chats."""
    found: list[tuple[int, Fact]] = []
    for made, receiver in await storage.refer_out.of_person(tx, person):
        if made.giver_id == person and receiver is not None:
            found.append((receiver, ClientShown(made.id, receiver)))
        elif made.giver_id is not None:
            asked = range((await _consent_of(tx, made)).turn + 1)
            found += [(made.giver_id, ConsentAsked(made.id, turn)) for turn in asked]
            found.append((made.giver_id, ReferOutShown(made.id)))
    return found
