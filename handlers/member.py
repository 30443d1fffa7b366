"""What a member does in private: start, the profile, holidays, their own data."""

import asyncio
from dataclasses import replace

from telegram.error import TelegramError

import storage.circle
import storage.member
from bot.actions import circle as circles
from bot.actions import introduction as introductions
from bot.actions import member as members
from bot.actions.telling import note, tell
from bot.domain.answers import Unusable
from bot.domain.asks import LONGEST_ANSWER, clean
from bot.domain.facts import Exported, Note, ProfileShown
from bot.domain.limits import JOINS
from bot.domain.member import Member, Question
from bot.domain.signing import Forged
from bot.locales import LANGUAGES
from handlers import challenge, hint
from handlers import circle as circle_handlers
from handlers.turn import Turn
from storage.database import Transaction

LONGEST_PAUSE = 365


async def me(turn: Turn, tx: Transaction) -> Member:
    """The member who sent this update; made if they are new, reachable again if they were not."""
    return await members.meet(tx, turn.now, turn.person, turn.person.language)


async def start(turn: Turn, payload: str) -> None:
    """/start: follow a link of ours, or be welcomed."""
    if not payload:
        await welcome(turn)
        return
    link = turn.house.signer.read_start(payload)
    if isinstance(link, Forged):
        async with turn.transaction() as tx:
            await me(turn, tx)
            await turn.reply(tx, "start_forged")
        return
    match link.purpose:
        case "j":
            await join(turn, link.number)
        case "s":
            await circle_handlers.open_settings(turn, link.number)
        case "i":
            async with turn.transaction() as tx:
                await me(turn, tx)
                refusal = await introductions.show_again(tx, turn.now, link.number, turn.person.id)
                if refusal:
                    await turn.reply(tx, refusal)
        case "h":
            await hint.followed(turn, link.number)
        case "c":
            await challenge.followed(turn, link.number)
        case "n":
            await hint.read_names(turn, link.number)
        case _:
            await turn.only_reply("start_forged")


async def welcome(turn: Turn) -> None:
    """Without a link: what this is, and the next step."""
    async with turn.transaction() as tx:
        member = await me(turn, tx)
        mine = await storage.circle.of_member(tx, member.id)
        if not mine:
            await tell(tx, turn.now, member.id, Note("start_new", {}, ((("button_add_to_group", "add"),),)))
        elif questions := member.unanswered():
            row = (("button_continue", "continue", questions[0]),)
            await tell(tx, turn.now, member.id, Note("start_unfinished", {"name": member.first_name}, (row,)))
        else:
            await note(tx, turn.now, member.id, "start_back", name=member.first_name)


async def join(turn: Turn, circle_id: int) -> None:
    """The join link: only for people whom Telegram finds in the group."""
    async with turn.house.database.reading() as tx:
        circle = await storage.circle.get(tx, circle_id)
    if not turn.passes(JOINS, circle_id):
        await turn.only_reply("join_too_many")
        return
    present: bool | None = False
    answered = True
    if circle is not None:
        try:
            present = await turn.house.is_present(circle.chat_id, turn.person.id)
        except TelegramError:
            answered = False
    async with turn.transaction() as tx:
        member = await me(turn, tx)
        if not answered:
            await turn.reply(tx, "join_unknown")
        elif present is None:
            await turn.reply(tx, "join_asleep")
        elif not present or circle is None:
            await turn.reply(tx, "join_not_in_group")
        else:
            await circles.join(tx, turn.now, circle, member.id)


# The profile


async def profile(turn: Turn) -> None:
    """/profile: everything I said, each with a button to change it."""
    async with turn.transaction() as tx:
        member = await me(turn, tx)
        await tell(tx, turn.now, member.id, ProfileShown(member.id))


async def edit(turn: Turn, question: str) -> None:
    """Change one answer."""
    async with turn.transaction() as tx:
        await me(turn, tx)
        await members.ask_question(tx, turn.now, turn.person.id, Question(question), setup=False)


async def go_on(turn: Turn, question: str) -> None:
    """Continue with the questions where they were left."""
    async with turn.transaction() as tx:
        await me(turn, tx)
        await members.ask_question(tx, turn.now, turn.person.id, Question(question), setup=True)


async def skip(turn: Turn, question: str, setup: int) -> None:
    """Leave a question out. Of a question that is no longer the one being asked, nothing happens."""
    heard = await hear(turn, question, None)
    async with turn.transaction() as tx:
        member = await me(turn, tx)
        if _awaits(member, question):
            await members.skip(tx, turn.now, member.id, Question(question), bool(setup), heard)
        else:
            turn.answer("question_past")


async def value(turn: Turn, question: str, answer: str | int, setup: int) -> None:
    """A likely answer was tapped."""
    async with turn.transaction() as tx:
        member = await me(turn, tx)
        if _awaits(member, question) or not setup:
            await members.answer(tx, turn.now, member, Question(question), str(answer), bool(setup))
        else:
            turn.answer("question_past")


async def no_nudge(turn: Turn, setup: int) -> None:
    """No daily nudge, thank you."""
    async with turn.transaction() as tx:
        member = await me(turn, tx)
        if _awaits(member, Question.NUDGE_AT) or not setup:
            await members.no_nudge(tx, turn.now, member, bool(setup))
        else:
            turn.answer("question_past")


async def clear(turn: Turn, question: str) -> None:
    """Take an answer back."""
    async with turn.transaction() as tx:
        member = await me(turn, tx)
        await members.clear(tx, turn.now, member, Question(question))
    turn.answer("saved")


def _awaits(member: Member, question: str) -> bool:
    waiting = member.waiting or {}
    return waiting.get("for") == "question" and waiting.get("question") == question


async def hear(turn: Turn, question: str, text: str | None) -> members.Heard:
    """What the engine makes of a perfect client; asked before the transaction, in a thread. `text` None: skipped."""
    if question != Question.PERFECT_CLIENT:
        return members.NOTHING
    async with turn.house.database.reading() as tx:
        member = await storage.member.get(tx, turn.person.id)
        others = [] if text is None else await storage.member.in_same_circles(tx, turn.person.id)
    if member is None:
        return members.NOTHING
    engine = turn.house.router
    if text is None:
        return members.Heard(None, await asyncio.to_thread(engine.examples_of_trade, member.statement()))
    stated = replace(member.statement(), perfect_client=clean(text)[:LONGEST_ANSWER])
    around = [other.statement() for other in others if other.routable]
    understood = await asyncio.to_thread(engine.understand, stated, around)
    return members.Heard(understood, await asyncio.to_thread(engine.examples_of_trade, stated))


async def question_words(turn: Turn, question: str, setup: int, text: str) -> None:
    """The words of an answer."""
    heard = await hear(turn, question, text)
    async with turn.transaction() as tx:
        member = await me(turn, tx)
        refusal = await members.answer(tx, turn.now, member, Question(question), text, bool(setup), heard)
        if isinstance(refusal, Unusable):
            await turn.reply(tx, refusal)


# Holidays, language, data


async def pause(turn: Turn, text: str) -> None:
    """/pause [DAYS]: no offers, no nudges."""
    days = int(text) if text.isascii() and text.isdigit() and len(text) < 5 else None
    if text and (days is None or not 1 <= days <= LONGEST_PAUSE):
        await turn.only_reply("pause_how", most=LONGEST_PAUSE)
        return
    async with turn.transaction() as tx:
        member = await me(turn, tx)
        await members.pause(tx, turn.now, member.id, days)
        row = (("button_resume", "resume"),)
        fact = Note("paused_days", {"n": days}, (row,)) if days else Note("paused", {}, (row,))
        await tell(tx, turn.now, member.id, fact)


async def pause_for(turn: Turn, days: int) -> None:
    """A holiday of some days, in one tap."""
    await pause(turn, str(days))


async def resume(turn: Turn) -> None:
    """/resume: back from the holiday."""
    async with turn.transaction() as tx:
        member = await me(turn, tx)
        was_paused = member.is_paused(turn.now)
        await members.resume(tx, turn.now, member.id)
        await turn.reply(tx, "resumed" if was_paused else "not_paused")


async def language(turn: Turn) -> None:
    """/language: choose it."""
    async with turn.transaction() as tx:
        member = await me(turn, tx)
        rows = tuple(((f"language_{code}", "language", code),) for code in LANGUAGES)
        await tell(tx, turn.now, member.id, Note("language_choose", {}, rows))


async def set_language(turn: Turn, code: str) -> None:
    """A language was tapped."""
    async with turn.transaction() as tx:
        await me(turn, tx)
        if code in LANGUAGES:
            await storage.member.change(tx, turn.person.id, language=code)
            await turn.reply(tx, "language_set")


async def export(turn: Turn) -> None:
    """/export: everything that is kept about me, as a file."""
    async with turn.transaction() as tx:
        member = await me(turn, tx)
        await tell(tx, turn.now, member.id, Exported(member.id))


async def ask_forget(turn: Turn) -> None:
    """/forget: asks once before it cannot be undone."""
    async with turn.transaction() as tx:
        member = await me(turn, tx)
        rows = ((("button_forget_yes", "forget", 1), ("button_forget_no", "forget", 0)),)
        await tell(tx, turn.now, member.id, Note("forget_sure", {}, rows))


async def forget(turn: Turn, sure: int) -> None:
    """The answer to that."""
    async with turn.transaction() as tx:
        if sure:
            await members.forget(tx, turn.now, turn.person.id)
        else:
            await turn.reply(tx, "forget_kept")


async def privacy(turn: Turn) -> None:
    """/privacy: what is read, what is kept, who sees it."""
    await turn.only_reply("privacy")


async def help_me(turn: Turn) -> None:
    """/help: for where I am."""
    await turn.only_reply("help_private" if turn.is_private else "help_group")


async def cancel(turn: Turn) -> None:
    """/cancel: leave the question the bot is waiting on."""
    async with turn.transaction() as tx:
        member = await storage.member.get(tx, turn.person.id)
        waiting = member.waiting if member is not None and turn.is_private else None
        if waiting is None:
            await turn.reply(tx, "nothing_to_cancel")
            return
        await members.wait_for(tx, turn.person.id, None)
        if waiting["for"] == "reflection":
            await turn.reply(tx, "reflect_stopped")
        else:
            await turn.reply(tx, "cancelled_questions" if waiting.get("setup") else "cancelled")
