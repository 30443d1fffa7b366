"""The table of contents: everything a person can do, in the order in which it is tried."""

from collections.abc import Awaitable, Callable, Coroutine
from typing import Any

from telegram import Update
from telegram.ext import (
    BaseHandler,
    CallbackContext,
    CallbackQueryHandler,
    ChatMemberHandler,
    CommandHandler,
    MessageHandler,
    filters,
)

from bot.domain.limits import PRESSES
from bot.domain.signing import Forged, Outdated
from handlers import (
    call,
    challenge,
    circle,
    collaborator,
    hint,
    introduction,
    learning,
    member,
    nudge,
    overlap,
    prospect,
    refer_out,
    referral,
    reflection,
    stats,
    who,
    words,
)
from handlers.referral import command_text
from handlers.turn import CURRENT, Turn

Do = Callable[[Turn], Awaitable[None]]
Handlers = list[BaseHandler[Any, Any, Any]]

NEW = filters.UpdateType.MESSAGE
GROUP = filters.ChatType.GROUPS
PRIVATE = filters.ChatType.PRIVATE
STATUS = filters.StatusUpdate
NEED_CAPTION = filters.CaptionRegex(r"^/need\b")

# What each signed button does; the rest of its data are the arguments.
ACTIONS: dict[str, Callable[..., Awaitable[None]]] = {
    # profile
    "skip": member.skip,
    "value": member.value,
    "clear": member.clear,
    "edit": member.edit,
    "continue": member.go_on,
    "no-nudge": member.no_nudge,
    "who": who.tapped,
    "pause": member.pause_for,
    "resume": member.resume,
    "language": member.set_language,
    "forget": member.forget,
    # circle
    "circle-set": circle.set_value,
    "circle-language": circle.set_language,
    "circle-zone": circle.ask_zone,
    "circle-exposure": circle.show_exposure,
    "numbers": stats.numbers,
    "numbers-file": stats.file,
    "met": stats.meetings,
    "gap-map": stats.gap_map,
    # offer
    "claim": referral.claim,
    "pass": referral.turn_down,
    "why": referral.why,
    "later": referral.later,
    "know": hint.know,
    # card
    "hint": hint.know_someone,
    "close": referral.close,
    "more": referral.one_more,
    # somebody who fits
    "page": hint.page,
    "pick": hint.pick,
    "write": hint.write,
    # refer out
    "refer": refer_out.ask_words,
    "refer-circle": refer_out.choose_circle,
    "refer-why": refer_out.choose_reason,
    "refer-drop": refer_out.drop,
    "consent": refer_out.consent,
    # after an introduction
    "introduction": introduction.show_again,
    "went": introduction.went,
    "thank": introduction.thank,
    # learning
    "suggestion": learning.decide,
    "lessons": learning.show_lessons,
    "unlearn": learning.unlearn,
    "past": learning.past,
    "seen": learning.seen,
    # nudge
    "nudge": nudge.answer,
    "nudge-at": nudge.set_hour,
    "nudge-off": nudge.off,
    "nudge-day": nudge.toggle_day,
    # after a call
    "confirm": call.confirm,
    "no-line": call.no_line,
    "never": call.never,
    # challenge
    "first": challenge.first,
    "stop": challenge.stop,
    "share": challenge.share,
    "drive": challenge.ask_drive,
    "drive-on": challenge.drive,
    # perfect collaborator
    "collaborator": collaborator.ask,
    "quality": collaborator.toggle,
    "qualities-done": collaborator.qualities_done,
    "brings-done": collaborator.done,
    "collaborator-clear": collaborator.clear,
    # reflection
    "reflect": reflection.edit,
    "reflect-on": reflection.go_on,
    "reflect-skip": reflection.skip,
    "reflect-stop": reflection.stop,
    "reflect-drop": reflection.drop,
    "reflect-delete": reflection.delete_all,
    "reflect-rules": reflection.rules,
    "reflect-page": reflection.page,
    "keep-name": reflection.keep_name,
    # overlap
    "overlap": overlap.tapped,
    # prospects
    "prospect": prospect.show,
    "prospects": prospect.show_all,
    "prospect-add": prospect.ask_words,
    "prospect-state": prospect.move,
    "prospect-invite": prospect.invite,
    "prospect-drop": prospect.remove,
}


def contents() -> Handlers:
    """The handlers, in order: the first that fits takes the update."""
    return [
        # A group's life
        ChatMemberHandler(_do(circle.bot_moved), ChatMemberHandler.MY_CHAT_MEMBER),
        ChatMemberHandler(_do(circle.person_moved), ChatMemberHandler.CHAT_MEMBER),
        MessageHandler(NEW & STATUS.MIGRATE, _do(circle.upgraded)),
        MessageHandler(NEW & STATUS.LEFT_CHAT_MEMBER, _do(circle.service_left)),
        MessageHandler(NEW & STATUS.NEW_CHAT_MEMBERS, _do(circle.service_joined)),
        MessageHandler(NEW & STATUS.CHAT_CREATED, _do(circle.service_created)),
        MessageHandler(NEW & STATUS.NEW_CHAT_TITLE, _do(circle.renamed)),
        # Buttons
        CallbackQueryHandler(_do(pressed)),
        # In the group
        *_command("need", GROUP, referral.need),
        CommandHandler("need", _edited_need, filters=filters.UpdateType.EDITED_MESSAGE & GROUP),
        MessageHandler(NEW & GROUP & NEED_CAPTION, _do(referral.caption)),
        *_command("circle", GROUP, circle.show),
        *_command("start", GROUP, member.help_me),
        # In private
        *_command("start", PRIVATE, member.start),
        *_command("profile", PRIVATE, member.profile),
        *_command("who", PRIVATE, who.look_up),
        *_command("refer", PRIVATE, refer_out.command),
        CommandHandler("refer", _edited_refer, filters=filters.UpdateType.EDITED_MESSAGE & PRIVATE),
        *_command("stats", PRIVATE, stats.command),
        *_command("nudge", PRIVATE, nudge.command),
        *_command("challenge", PRIVATE, challenge.command),
        *_command("reflect", PRIVATE, reflection.begin),
        *_command("overlap", PRIVATE, overlap.command),
        *_command("prospects", PRIVATE, prospect.command),
        *_command("pause", PRIVATE, member.pause),
        *_command("resume", PRIVATE, member.resume),
        *_command("language", PRIVATE, member.language),
        *_command("export", PRIVATE, member.export),
        *_command("forget", PRIVATE, member.ask_forget),
        *_command("privacy", PRIVATE | GROUP, member.privacy),
        # Everywhere
        *_command("help", PRIVATE | GROUP, member.help_me),
        *_command("cancel", PRIVATE | GROUP, member.cancel),
        # In the wrong place
        *_command(("need", "circle"), PRIVATE, words.wrong_place),
        *_command(tuple(PRIVATE_COMMANDS), GROUP, words.wrong_place),
        # Words
        MessageHandler(NEW & GROUP & filters.Entity("mention"), _do(referral.mention)),
        MessageHandler(NEW & GROUP & filters.CaptionEntity("mention"), _do(referral.mention)),
        MessageHandler(filters.UpdateType.EDITED_MESSAGE & GROUP & ~STATUS.ALL, _do(referral.edited_words)),
        MessageHandler(filters.UpdateType.EDITED_MESSAGE & PRIVATE & filters.TEXT, _do(refer_out.edited_words)),
        MessageHandler(NEW & PRIVATE & filters.COMMAND, _do(words.unknown_command)),
        MessageHandler(NEW & PRIVATE & ~STATUS.ALL, _do(words.words)),
    ]


PRIVATE_COMMANDS = (
    "profile", "who", "refer", "stats", "nudge", "challenge", "overlap", "reflect", "prospects", "pause", "resume",
    "language", "export", "forget",
)  # fmt: skip
GROUP_COMMANDS = ("need", "circle", "help", "privacy")
MENU = (*PRIVATE_COMMANDS, "privacy", "help", "cancel")
TAKE_TEXT: tuple[Callable[..., Awaitable[None]], ...] = (
    referral.need, member.start, who.look_up, member.pause, nudge.command, refer_out.command, overlap.command,
    prospect.command,
)  # fmt: skip
ALLOWED_UPDATES = ["message", "edited_message", "callback_query", "my_chat_member", "chat_member"]


def _do(what: Do) -> Callable[[Update, CallbackContext[Any, Any, Any, Any]], Coroutine[Any, Any, None]]:
    async def callback(_update: Update, _context: CallbackContext[Any, Any, Any, Any]) -> None:
        await what(CURRENT.get())

    return callback


def _command(names: str | tuple[str, ...], where: filters.BaseFilter, what: Callable[..., Awaitable[None]]) -> Handlers:
    takes_text = what in TAKE_TEXT

    async def callback(_update: Update, _context: CallbackContext[Any, Any, Any, Any]) -> None:
        turn = CURRENT.get()
        if takes_text:
            await what(turn, command_text(turn.message.text or ""))
        else:
            await what(turn)

    return [CommandHandler(names, callback, filters=NEW & where)]


async def _edited_need(_update: Update, _context: CallbackContext[Any, Any, Any, Any]) -> None:
    turn = CURRENT.get()
    await referral.edited(turn, command_text(turn.message.text or ""))


async def _edited_refer(_update: Update, _context: CallbackContext[Any, Any, Any, Any]) -> None:
    turn = CURRENT.get()
    await refer_out.edited(turn, command_text(turn.message.text or ""))


async def pressed(turn: Turn) -> None:
    """A button: only what we signed is obeyed; whether this person may is asked where it is done."""
    read = turn.house.signer.read_button(turn.query.data or "")
    chat = turn.update.effective_chat
    if not turn.passes(PRESSES, chat.id if chat else turn.person.id):
        turn.answer("button_too_many", alert=True)
    elif isinstance(read, Outdated):
        turn.answer("button_outdated", alert=True)
    elif isinstance(read, Forged) or read.action not in ACTIONS:
        turn.answer("button_unknown", alert=True)
    else:
        await ACTIONS[read.action](turn, *read.arguments)
