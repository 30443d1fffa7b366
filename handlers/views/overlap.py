"""How an overlap looks: what two members share, where they differ, and the deal they could make."""

import storage.member
import storage.membership
import storage.reflection
from bot.domain.asks import fold, mask_contacts, shorten
from bot.domain.facts import OverlapChoice, OverlapShown, Pairs
from bot.domain.member import Member
from bot.domain.names import labels
from bot.domain.reflection import Topic, mentions, says_nothing
from bot.locales import Html
from handlers.views.message import Look, Words

QUOTE = 160  # characters of one quote
NOTE = 400
MOST_NAMES = 24


async def choice(look: Look, _fact: OverlapChoice) -> Words | None:
    """Everybody in the reader's circles, a button each."""
    if look.reader is None:
        return None
    others = await storage.member.in_same_circles(look.tx, look.reader.id)
    if not others:
        return Words(look.say("who_nobody"))
    names = labels(others, 30)
    buttons = [look.named(names[other.id], "overlap", other.id) for other in others[:MOST_NAMES]]
    rows = tuple(tuple(buttons[at : at + 3]) for at in range(0, len(buttons), 3))
    return Words(look.say("overlap_whom"), rows)


async def shown(look: Look, fact: OverlapShown) -> Words | None:
    """Shares, differences and the deal, as far as the quotes still stand in both statements; only within a circle."""
    reader, other = look.reader, await storage.member.get(look.tx, fact.member)
    if reader is None or other is None or not await storage.membership.share_a_circle(look.tx, reader.id, other.id):
        return None
    mine, theirs = _said(reader), _said(other)
    quotes = [
        pair
        for pairs in (fact.services, fact.clients, fact.apart, fact.words, fact.send_me, fact.send_them)
        for pair in pairs
    ]
    if not all(a in mine and b in theirs for a, b in quotes):
        return None
    name = other.first_name
    parts = [
        look.say("overlap_title", name=other.name),
        *_shared(look, fact, name),
        *_different(look, fact, name),
        *_reach(look, fact, name),
        _deal(look, fact, name),
    ]
    note = await _note(look, reader, other, fact.same_trade)
    return Words("\n\n".join([*parts, *([note] if note else [])]))


def _said(member: Member) -> str:
    return "\n".join((member.what_i_do, member.perfect_client, member.not_a_fit, *member.listen_for))


def _quoted(text: str) -> str:
    return shorten(mask_contacts(text), QUOTE)


def _lines(*lines: Html) -> Html:
    return Html("\n".join(lines))


def _shared(look: Look, fact: OverlapShown, name: str) -> list[Html]:
    parts = []
    for key, pairs in (("overlap_services", fact.services), ("overlap_clients", fact.clients)):
        if pairs:
            said = [look.say("overlap_pair", mine=_quoted(a), name=name, theirs=_quoted(b)) for a, b in pairs]
            parts.append(_lines(look.say(key), *said))
    return parts or [look.say("overlap_little")]


def _different(look: Look, fact: OverlapShown, name: str) -> list[Html]:
    parts = []
    if fact.apart:
        said = [look.say("overlap_mine", mine=_quoted(a)) for a, _ in fact.apart if a]
        said += [look.say("overlap_theirs", name=name, theirs=_quoted(b)) for _, b in fact.apart if b]
        parts.append(_lines(look.say("overlap_apart"), *said))
    if fact.same_trade:
        parts.append(_lines(look.say("overlap_same_trade"), *_words(look, fact.words, name)))
    return parts


def _words(look: Look, words: Pairs, name: str) -> list[Html]:
    mine, theirs = [a for a, _ in words if a], [b for _, b in words if b]
    said = [look.say("overlap_my_words", words=" · ".join(mine))] if mine else []
    said += [look.say("overlap_their_words", name=name, words=" · ".join(theirs))] if theirs else []
    return said or [look.say("overlap_no_words")]


def _reach(look: Look, fact: OverlapShown, name: str) -> list[Html]:
    if fact.mine_reach_them and fact.theirs_reach_me:
        return [look.say("overlap_both_asked")]
    if fact.mine_reach_them:
        return [look.say("overlap_mine_reach", name=name)]
    return [look.say("overlap_theirs_reach", name=name)] if fact.theirs_reach_me else []


def _deal(look: Look, fact: OverlapShown, name: str) -> Html:
    lines = []
    for wanted, refused in fact.send_me:
        lines.append(look.say("overlap_send_me", wanted=_quoted(wanted)))
        if refused:
            lines.append(look.say("overlap_refused_by_them", name=name, refused=_quoted(refused)))
    for refused, wanted in fact.send_them:
        lines.append(look.say("overlap_send_them", wanted=_quoted(wanted)))
        if refused:
            lines.append(look.say("overlap_refused_by_me", refused=_quoted(refused)))
    return _lines(look.say("overlap_deal"), *lines) if lines else look.say("overlap_no_deal")


async def _note(look: Look, reader: Member, other: Member, same_trade: bool) -> Html | None:
    """What the reader noted of their rivals' services, where it is about this one: for the reader alone."""
    answers = await storage.reflection.of_member(look.tx, reader.id)
    note = answers.get(Topic.SERVICES, "")
    named = fold(other.name) in fold(note) or mentions(answers, {fold(other.name), fold(other.first_name)})
    if says_nothing(note) or not (same_trade or named):
        return None
    return look.say("overlap_note", note=shorten(note, NOTE))
