"""Makes the message for a fact, in its reader's language, and hands it to Telegram."""

import html
import re
from dataclasses import dataclass
from datetime import datetime

from telegram import (
    Bot,
    InlineKeyboardButton,
    InlineKeyboardMarkup,
    InputFile,
    LinkPreviewOptions,
    Message,
    ReplyParameters,
)
from telegram.constants import ParseMode

import storage.circle
import storage.member
import storage.outbox
from bot.domain.facts import Fact, Note
from bot.locales import DEFAULT, Speaker
from handlers.turn import House
from handlers.views import view
from handlers.views.message import File, Look, Picture, Words
from storage.database import Transaction
from storage.outbox import Outgoing, Posted

LONGEST_MESSAGE = 4096

Made = Words | File | Picture


@dataclass(frozen=True, slots=True)
class Ready:
    """A message that waits for its turn, and the one that it brings up to date. The lowest `place` is next."""

    place: tuple[int, int]
    row: Outgoing
    made: Made
    shown: Posted | None


class Writer:
    """Speaks to Telegram for the sender. Errors are Telegram's own; what to do about them is not decided here."""

    def __init__(self, house: House) -> None:
        self._house = house
        self._bot: Bot = house.bot

    async def make(self, row: Outgoing, now: datetime) -> tuple[Made | None, Posted | None]:
        """The message for a fact as things stand now, None when there is nothing to say, and the one it replaces."""
        fact = row.fact()
        async with self._house.database.reading() as tx:
            shown = await storage.outbox.get_posted(tx, row.slot) if row.slot else None
            made = await view(await self._look(tx, row, now, fact), fact)
        return made, shown if shown is not None and shown.chat_id == row.chat_id else None

    async def send_file(self, row: Outgoing, made: File | Picture) -> None:
        """Sends a file or a picture."""
        file = InputFile(made.content, filename=made.name)
        if isinstance(made, File):
            await self._bot.send_document(row.chat_id, file, caption=made.caption, parse_mode=ParseMode.HTML)
        else:
            await self._bot.send_photo(row.chat_id, file, caption=made.caption, parse_mode=ParseMode.HTML)

    async def _look(self, tx: Transaction, row: Outgoing, now: datetime, fact: Fact) -> Look:
        stranger = (fact.language or DEFAULT if isinstance(fact, Note) else DEFAULT), "UTC"
        if row.chat_id > 0:
            reader = await storage.member.get(tx, row.chat_id)
            language, zone = (reader.language, reader.zone) if reader else stranger
        else:
            reader, circle = None, await storage.circle.of_chat(tx, row.chat_id)
            language, zone = (circle.language, circle.zone) if circle else stranger
        return Look(tx, now, Speaker(language), zone, reader, self._house.signer, self._bot.username)

    async def post(self, row: Outgoing, words: Words, shown: Posted | None, *, plain: bool = False) -> int:
        """Sends words, or brings the message `shown` up to date with them; returns the message's id."""
        text, mode = fit(words.text, plain=plain)
        keyboard = markup(words)
        preview = LinkPreviewOptions(is_disabled=True)
        if shown is not None:
            await self._bot.edit_message_text(
                text, chat_id=shown.chat_id, message_id=shown.message_id, parse_mode=mode, reply_markup=keyboard,
                link_preview_options=preview,
            )  # fmt: skip
            return shown.message_id
        reply = ReplyParameters(row.reply_to, allow_sending_without_reply=True) if row.reply_to else None
        sent: Message = await self._bot.send_message(
            row.chat_id, text, parse_mode=mode, reply_markup=keyboard, reply_parameters=reply,
            message_thread_id=row.thread_id, disable_notification=words.silent or None, link_preview_options=preview,
        )  # fmt: skip
        return sent.message_id


def markup(words: Words) -> InlineKeyboardMarkup | None:
    """The buttons as Telegram wants them."""
    if not words.buttons:
        return None
    return InlineKeyboardMarkup(
        [
            [
                InlineKeyboardButton(one.text, url=one.url)
                if one.url
                else InlineKeyboardButton(one.text, callback_data=one.data)
                for one in row
            ]
            for row in words.buttons
        ]
    )


def fit(text: str, *, plain: bool = False) -> tuple[str, str | None]:
    """A text and its parse mode. One that would be too long loses its markup and its end, never its beginning."""
    bare = html.unescape(re.sub(r"<[^>]+>", "", text))
    length = len(bare.encode("utf-16-le")) // 2
    if length > LONGEST_MESSAGE:
        return bare[: LONGEST_MESSAGE // 2 - 1] + "…", None
    return (bare, None) if plain else (text, ParseMode.HTML)
