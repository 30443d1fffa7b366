"""What happens to a group: the bot comes and goes, people come and go, its hosts decide."""

from datetime import timedelta

from telegram.constants import ChatMemberStatus

import storage.circle
import storage.member
import storage.outbox
from bot.actions import circle as circles
from bot.actions import member as members
from bot.actions import telling
from bot.actions.telling import tell
from bot.domain.circle import EXPIRIES, FOLLOW_UPS, WAVE_SIZES, WAVE_WAITS, Circle
from bot.domain.facts import CircleShown, ExposureShown, SettingsShown
from bot.domain.zones import parse_zone
from bot.locales import LANGUAGES
from handlers.turn import PRESENT, Turn
from storage.database import Transaction

GONE = (ChatMemberStatus.LEFT, ChatMemberStatus.BANNED)


async def bot_moved(turn: Turn) -> None:
    """The bot was added to a group, removed from it, or blocked by a person."""
    change = turn.update.my_chat_member
    if change is None:
        return
    status = change.new_chat_member.status
    async with turn.transaction() as tx:
        if turn.is_private:
            if status in GONE:
                await members.unreachable(tx, turn.now, turn.chat.id)
            elif await storage.member.get(tx, turn.chat.id):
                await members.meet(tx, turn.now, turn.person, turn.person.language)
        elif status in PRESENT:
            await _greet(turn, tx)
        else:
            await circles.fall_asleep(tx, turn.now, turn.chat.id)


async def _greet(turn: Turn, tx: Transaction) -> None:
    await circles.greet(
        tx, turn.now, turn.chat.id, turn.chat.title or "?", turn.person.language, turn.house.defaults,
        turn.update.update_id,
    )  # fmt: skip


async def person_moved(turn: Turn) -> None:
    """Somebody came or left, told by Telegram to bots that are admins."""
    change = turn.update.chat_member
    if change is None:
        return
    person = change.new_chat_member
    gone = person.status in GONE or (
        person.status == ChatMemberStatus.RESTRICTED and not getattr(person, "is_member", True)
    )
    if gone:
        await _left(turn, person.user.id)


async def service_left(turn: Turn) -> None:
    """The line "… left the group"."""
    who = turn.message.left_chat_member
    if who is None:
        return
    if who.id == turn.house.bot.id:
        async with turn.transaction() as tx:
            await circles.fall_asleep(tx, turn.now, turn.chat.id)
    else:
        await _left(turn, who.id)


async def _left(turn: Turn, person: int) -> None:
    async with turn.transaction() as tx:
        circle = await storage.circle.of_chat(tx, turn.chat.id)
        if circle is not None:
            await circles.leave(tx, turn.now, circle, person)


async def service_joined(turn: Turn) -> None:
    """The line "… joined the group"; only the bot's own coming matters."""
    if any(user.id == turn.house.bot.id for user in turn.message.new_chat_members):
        async with turn.transaction() as tx:
            await _greet(turn, tx)


async def service_created(turn: Turn) -> None:
    """A group was created with the bot in it."""
    async with turn.transaction() as tx:
        await _greet(turn, tx)


async def upgraded(turn: Turn) -> None:
    """The group became a supergroup: two messages tell it, in either order, or only one of them does."""
    message = turn.message
    async with turn.transaction() as tx:
        if message.migrate_to_chat_id:
            await circles.move(tx, turn.chat.id, message.migrate_to_chat_id)
        elif message.migrate_from_chat_id:
            await circles.move(tx, message.migrate_from_chat_id, turn.chat.id)


async def renamed(turn: Turn) -> None:
    """The group has a new title."""
    async with turn.transaction() as tx:
        await turn.circle(tx)


async def show(turn: Turn) -> None:
    """/circle: what this circle is and who is in it."""
    async with turn.transaction() as tx:
        circle = await turn.circle(tx)
        await telling.show(tx, turn.now, circle.id, CircleShown(circle.id), reply_to=turn.message.message_id,
                           thread_id=turn.thread_id)  # fmt: skip


async def open_settings(turn: Turn, circle_id: int) -> None:
    """The settings link was followed: hosts see them."""
    circle = await hosted(turn, circle_id)
    async with turn.transaction() as tx:
        member = await members.meet(tx, turn.now, turn.person, turn.person.language)
        if circle is None:
            await turn.reply(tx, "hosts_only")
        else:
            shown = SettingsShown(circle.id, member.id)
            await storage.outbox.unpost(tx, str(shown.slot))  # asked for: a message at the end of the chat
            await tell(tx, turn.now, member.id, shown)


async def hosted(turn: Turn, circle_id: int) -> Circle | None:
    """The circle, if who sent this update is one of its hosts."""
    async with turn.house.database.reading() as tx:
        circle = await storage.circle.get(tx, circle_id)
    if circle is None or not await turn.house.is_host(circle.chat_id, turn.person.id, turn.now):
        return None
    return circle


async def set_value(turn: Turn, circle_id: int, name: str, value: int) -> None:
    """One value of the settings was tapped."""
    circle = await hosted(turn, circle_id)
    if circle is None:
        turn.answer("hosts_only", alert=True)
        return
    span = timedelta(seconds=value)
    async with turn.transaction() as tx:
        if name == "size" and value in WAVE_SIZES:
            await circles.configure(tx, turn.now, circle.id, wave_size=value)
        elif name == "wait" and span in WAVE_WAITS:
            await circles.configure(tx, turn.now, circle.id, wave_wait=span)
        elif name == "expiry" and span in EXPIRIES:
            await circles.configure(tx, turn.now, circle.id, expiry=span)
        elif name == "follow" and span in FOLLOW_UPS:
            await circles.configure(tx, turn.now, circle.id, follow_up=span)
        await tell(tx, turn.now, turn.person.id, SettingsShown(circle.id, turn.person.id))
    turn.answer("saved")


async def set_language(turn: Turn, circle_id: int, code: str) -> None:
    """The language of the group was tapped."""
    circle = await hosted(turn, circle_id)
    if circle is None or code not in LANGUAGES:
        turn.answer("hosts_only", alert=True)
        return
    async with turn.transaction() as tx:
        await circles.configure(tx, turn.now, circle.id, language=code)
        await tell(tx, turn.now, turn.person.id, SettingsShown(circle.id, turn.person.id))
    turn.answer("saved")


async def ask_zone(turn: Turn, circle_id: int) -> None:
    """A host wants to change the circle's time zone."""
    circle = await hosted(turn, circle_id)
    if circle is None:
        turn.answer("hosts_only", alert=True)
        return
    async with turn.transaction() as tx:
        await members.wait_for(tx, turn.person.id, {"for": "circle_zone", "circle": circle.id})
        await turn.reply(tx, "circle_zone_question", title=circle.title)


async def show_exposure(turn: Turn, circle_id: int) -> None:
    """A host asks how the offers were shared out."""
    circle = await hosted(turn, circle_id)
    if circle is None:
        turn.answer("hosts_only", alert=True)
        return
    async with turn.transaction() as tx:
        await tell(tx, turn.now, turn.person.id, ExposureShown(circle.id))


async def zone_words(turn: Turn, circle_id: int, text: str) -> None:
    """The place or offset that a host wrote."""
    circle = await hosted(turn, circle_id)
    zone = parse_zone(text)
    async with turn.transaction() as tx:
        if circle is None:
            await members.wait_for(tx, turn.person.id, None)
            await turn.reply(tx, "hosts_only")
        elif zone is None:
            await turn.reply(tx, "answer_no_zone")
        else:
            await circles.configure(tx, turn.now, circle.id, zone=zone)
            await members.wait_for(tx, turn.person.id, None)
            shown = SettingsShown(circle.id, turn.person.id)
            await storage.outbox.unpost(tx, str(shown.slot))
            await tell(tx, turn.now, turn.person.id, shown)
