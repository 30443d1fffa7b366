"""How the two questions on the perfect collaborator look, and the lines they give to others."""

from bot.domain.collaborator import Quality
from bot.domain.facts import BringsAsked, QualitiesAsked
from bot.domain.member import Member
from bot.locales import Html, Speaker
from handlers.views.message import Look, Words


def sought(say: Speaker, member: Member) -> str:
    """What a member looks for, in one line; empty without an answer."""
    named = [say.label(f"quality_{quality}") for quality in Quality if quality in member.seeks]
    return ", ".join([*named, *([member.seeks_words] if member.seeks_words else [])])


def lines(say: Speaker, member: Member) -> list[Html]:
    """What a member looks for and brings, as lines for others to read."""
    both = (("label_seeks", sought(say, member)), ("label_brings", member.brings))
    return [say("profile_line", label=say(label), answer=answer) for label, answer in both if answer]


async def qualities(look: Look, fact: QualitiesAsked) -> Words | None:
    """Six qualities, a tap each; or own words."""
    reader = look.reader
    if reader is None or reader.id != fact.to:
        return None
    buttons = []
    for quality in Quality:
        name = look.say.label(f"quality_{quality}")
        buttons.append(look.named(f"✓ {name}" if quality in reader.seeks else name, "quality", quality))
    text = look.say("question_seeks")
    if known := sought(look.say, reader):
        text = Html(f"{text}\n\n{look.say('question_known', answer=known)}")
    rows = [tuple(buttons[at : at + 2]) for at in range(0, len(buttons), 2)]
    return Words(text, (*rows, (look.button("button_qualities_done", "qualities-done"),)))


async def brings(look: Look, fact: BringsAsked) -> Words | None:
    """What the reader brings, in their own words."""
    reader = look.reader
    if reader is None or reader.id != fact.to:
        return None
    text = look.say("question_brings")
    if not reader.brings:
        return Words(text, ((look.button("button_skip", "brings-done"),),))
    text = Html(f"{text}\n\n{look.say('question_known', answer=reader.brings)}")
    both = look.button("button_keep", "brings-done"), look.button("button_clear", "collaborator-clear")
    return Words(text, (both,))
