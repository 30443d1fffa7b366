"""How learning looks: a better sentence to take, the asks that routing learned from, how a past ask was seen."""

import storage.learning
import storage.referral
from bot.domain.asks import mask_contacts, shorten
from bot.domain.facts import AskSeen, LessonsShown, PastAsksListed, SuggestionMade
from bot.domain.learning import MOST_LESSONS, SuggestionState
from bot.locales import Html
from handlers.views.message import Look, Words

MOST_SHOWN = 8  # lessons of each kind in one message
LIKELY = 0.5
QUOTE = 160


async def suggestion(look: Look, fact: SuggestionMade) -> Words | None:
    """The statement as it could be; one tap takes it."""
    made = await storage.learning.get_suggestion(look.tx, fact.suggestion)
    if made is None or made.state in (SuggestionState.WANTED, SuggestionState.NONE):
        return None
    label = look.say(f"label_{made.question}")
    words = Html(f"<blockquote>{look.say('plain', text=mask_contacts(made.words))}</blockquote>")
    if made.state is not SuggestionState.OFFERED:
        return Words(look.say(f"suggestion_{made.state}", label=label))
    text = Html(
        "\n\n".join([look.say(f"suggestion_{made.question}"), look.say("suggestion_words", label=label), words])
    )
    rows = (
        (look.button("button_use_it", "suggestion", made.id, 1), look.button("button_edit", "edit", made.question)),
        (look.button("button_no_thanks", "suggestion", made.id, 0),),
    )
    return Words(text, rows)


async def lessons(look: Look, fact: LessonsShown) -> Words | None:
    """The asks that a member took or passed on, each of which routing can be told to forget."""
    if look.reader is None or look.reader.id != fact.member:
        return None
    found = (await storage.learning.lessons_of(look.tx, [fact.member], MOST_LESSONS)).get(fact.member, [])
    past = (look.button("button_past_asks", "past"),)
    if not found:
        return Words(look.say("lessons_none"), (past,))
    parts, buttons, number = [look.say("lessons_title")], [], 0
    for taken in (True, False):
        kind = [one for one in found if one.taken is taken][:MOST_SHOWN]
        if kind:
            parts.append(look.say("lessons_taken" if taken else "lessons_passed"))
        for one in kind:
            number += 1
            parts.append(look.say("lesson_line", number=number, ask=shorten(mask_contacts(one.text), 120)))
            buttons.append(look.named(f"🗑 {number}", "unlearn", one.offer_id))
    rows = [tuple(buttons[at : at + 5]) for at in range(0, len(buttons), 5)]
    return Words("\n".join(parts), (*rows, past))


async def past_asks(look: Look, _fact: PastAsksListed) -> Words | None:
    """The latest asks of the reader's circles, to see how each looked beside their statement."""
    if look.reader is None:
        return None
    asks = await storage.referral.recent_for(look.tx, look.reader.id, MOST_SHOWN)
    if not asks:
        return Words(look.say("past_none"))
    lines = [look.say("past_title")]
    lines += [
        look.say("lesson_line", number=number, ask=shorten(mask_contacts(ask.text), 120))
        for number, ask in enumerate(asks, 1)
    ]
    buttons = [look.named(str(number), "seen", ask.id) for number, ask in enumerate(asks, 1)]
    return Words("\n".join(lines), (tuple(buttons[:4]), tuple(buttons[4:])) if len(buttons) > 4 else (tuple(buttons),))


async def ask_seen(look: Look, fact: AskSeen) -> Words | None:
    """How the engine saw one ask beside the reader's statement, in the words of both."""
    request = await storage.referral.get(look.tx, fact.referral)
    if request is None or look.reader is None or not request.text:
        return None
    likely = fact.percent >= LIKELY * 100
    parts = [
        Html(f"<blockquote>{look.say('plain', text=shorten(mask_contacts(request.text), 400))}</blockquote>"),
        look.say("seen_likely" if likely else "seen_unlikely"),
    ]
    lines = [
        look.say("offer_because_line", ask=shorten(mask_contacts(ask), QUOTE), statement=shorten(statement, QUOTE))
        for ask, statement in fact.because[:2]
    ]
    if lines:
        parts.append(Html("\n".join([look.say("seen_words"), *lines])))
    edit = (
        look.button("label_perfect_client", "edit", "perfect_client"),
        look.button("label_listen_for", "edit", "listen_for"),
    )
    return Words("\n\n".join(parts), (edit,))
