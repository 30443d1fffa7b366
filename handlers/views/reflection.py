"""How reflection looks: one question, all answers, what came of them. Shown to the member whose answers they are."""

import storage.member
import storage.prospect
import storage.reflection
from bot.domain.asks import LONGEST_ASK, fold, mask_contacts, shorten
from bot.domain.facts import NamesOffered, ReferOutOffered, ReflectionAsked, ReflectionDone, ReflectionShown, RulesShown
from bot.domain.reflection import (
    NAMING,
    Answers,
    ReferOutRules,
    Topic,
    digest_of,
    first_open,
    names_in,
    refer_out_rules,
    says_nothing,
    topic_of,
)
from bot.locales import Html
from handlers.views.message import Button, Look, Words

SHOWN = 220  # characters of one answer among all ten


async def _answers(look: Look, member: int) -> Answers | None:
    """A member's answers, for that member."""
    if look.reader is None or look.reader.id != member:
        return None
    return await storage.reflection.of_member(look.tx, member)


async def asked(look: Look, fact: ReflectionAsked) -> Words | None:
    """One question and what was answered before, whole."""
    if look.reader is None or fact.topic not in list(Topic):
        return None
    topic = Topic(fact.topic)
    answers = await storage.reflection.of_member(look.tx, look.reader.id)
    text = Html(f"<b>{topic.number}/{len(Topic)}</b> · {look.say(f'reflect_{topic}')}")
    if fact.run and not answers:
        text = Html(f"{look.say('reflect_intro')}\n\n{text}")
    known = answers.get(topic, "")
    if known:
        text = Html(f"{text}\n\n{look.say('question_known', answer=known)}")
    run = int(fact.run)
    keep = look.button("button_keep" if known else "button_skip", "reflect-skip", topic, run)
    if fact.run:
        return Words(text, ((keep, look.button("button_enough", "reflect-stop")),))
    drop = (look.button("button_clear", "reflect-drop", topic),) if known else ()
    return Words(text, ((keep, *drop),))


async def page(look: Look, fact: ReflectionShown) -> Words | None:
    """Every question by its short name, with the answer; a number under it opens each."""
    answers = await _answers(look, fact.member)
    if answers is None:
        return None
    lines = [look.say("reflect_title")]
    for topic in Topic:
        label, answer = look.say(f"topic_{topic}"), shorten(answers.get(topic, ""), SHOWN) or "–"
        lines.append(look.say("reflect_line", number=topic.number, label=label, answer=answer))
    numbers = [look.named(str(topic.number), "reflect", topic) for topic in Topic]
    rows: list[tuple[Button, ...]] = [tuple(numbers[:5]), tuple(numbers[5:])]
    if first_open(answers):
        rows.insert(0, (look.button("button_continue", "reflect-on"),))
    if len(refer_out_rules(answers)):
        rows.append((look.button("button_rules", "reflect-rules"),))
    if answers:
        rows.append((look.button("button_delete_answers", "reflect-delete", 0),))
    return Words("\n".join(lines), tuple(rows))


async def done(look: Look, fact: ReflectionDone) -> Words | None:
    """Three lines: prospects, rules, and what is looked at differently."""
    answers = await _answers(look, fact.member)
    if answers is None:
        return None
    named = [name for topic in NAMING for name in names_in(answers.get(topic, ""))]
    mine = {fold(one.name): one.name for one in await storage.prospect.of_member(look.tx, fact.member)}
    kept = list(dict.fromkeys(mine[fold(name)] for name in named if fold(name) in mine))
    rules = refer_out_rules(answers)
    noted = not says_nothing(answers.get(Topic.SERVICES, ""))
    lines = [
        look.say("reflect_done"),
        look.say("done_prospects", n=len(kept), names=", ".join(kept)) if kept else look.say("done_no_prospects"),
        look.say("done_rules", n=len(rules)) if len(rules) else look.say("done_no_rules"),
        look.say("done_overlap" if noted else "done_no_overlap"),
    ]
    row = [look.button("button_answers", "reflect-page")]
    if len(rules):
        row.append(look.button("button_rules", "reflect-rules"))
    return Words("\n".join(lines), (tuple(row),))


async def rules(look: Look, fact: RulesShown) -> Words | None:
    """When I hand a client on, and what holds me back; with the questions that change it."""
    answers = await _answers(look, fact.member)
    if answers is None:
        return None
    found = refer_out_rules(answers)
    parts = [look.say("rules_title" if len(found) else "rules_none"), *rule_lines(look, found)]
    edit = (
        look.button("topic_conditions", "reflect", Topic.CONDITIONS),
        look.button("topic_stops", "reflect", Topic.STOPS),
    )
    return Words("\n".join(parts), (edit,))


def rule_lines(look: Look, found: ReferOutRules, most: int = 99, longest: int = LONGEST_ASK) -> list[Html]:
    """Up to `most` rules of each kind under its title, none of more than `longest` characters; or nothing."""
    lines = []
    for key, listed in (("rules_when", found.when), ("rules_unless", found.unless)):
        if listed:
            lines.append(look.say(key))
            lines += [look.say("rules_line", rule=shorten(rule, longest)) for rule in listed[:most]]
    return lines


async def names(look: Look, fact: NamesOffered) -> Words | None:
    """The names of one answer: a tap notes one, another takes it back. Members of the circle are no prospects."""
    answers = await _answers(look, fact.member)
    found = names_in(answers.get(topic_of(fact.number), "")) if answers else []
    if not found:
        return None
    mine = {fold(one.name) for one in await storage.prospect.of_member(look.tx, fact.member)}
    inside = {fold(one.name) for one in await storage.member.in_same_circles(look.tx, fact.member)}
    outside = [name for name in found if fold(name) not in inside]
    parts = [look.say("names_offered")] if outside else []
    parts += [look.say("names_inside", name=name) for name in found if fold(name) in inside]
    buttons = [
        look.named(f"{'✓' if fold(name) in mine else '➕'} {name}", "keep-name", fact.number, digest_of(name))
        for name in outside
    ]
    rows = tuple(tuple(buttons[at : at + 2]) for at in range(0, len(buttons), 2))
    return Words("\n".join(parts), rows)


async def refer_out(look: Look, fact: ReferOutOffered) -> Words | None:
    """The last answer as a command, to be copied with a tap and sent."""
    answers = await _answers(look, fact.member)
    customer = answers.get(Topic.CUSTOMER, "") if answers else ""
    if says_nothing(customer):
        return None
    return Words(look.say("reflect_refer", customer=shorten(mask_contacts(customer), LONGEST_ASK)))
