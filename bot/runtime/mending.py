"""What is written down about a message that Telegram did not take, as the table of remedies says."""

from datetime import datetime

import storage.outbox
from bot.actions import circle as circles
from bot.actions import member as members
from bot.runtime.failures import Remedy, Verdict
from storage.database import Transaction
from storage.outbox import Outgoing


async def mend(tx: Transaction, now: datetime, row: Outgoing, verdict: Verdict, reason: str) -> None:
    """Does what a verdict says: the fact is told again, elsewhere or otherwise, or is given up."""
    match verdict.remedy:
        case Remedy.SENT:
            await storage.outbox.settle(tx, now, row.id, "sent")
        case Remedy.AGAIN | Remedy.UNKNOWN | Remedy.PAUSE:
            await storage.outbox.postpone(tx, row.id, now + verdict.after, reason)
        case Remedy.MOVED:
            await circles.move(tx, row.chat_id, verdict.new_chat_id)
        case Remedy.ANEW if row.slot is not None:
            await storage.outbox.unpost(tx, row.slot)
        case Remedy.NO_TOPIC if row.thread_id is not None:
            await storage.outbox.leave_topic(tx, row.id)
        case Remedy.UNREACHABLE | Remedy.NEVER_STARTED:
            await members.unreachable(tx, now, row.chat_id)
            await storage.outbox.settle(tx, now, row.id, "dropped", reason)
            if verdict.remedy is Remedy.NEVER_STARTED:
                await circles.show_the_way(tx, now, row.chat_id)
        case Remedy.ASLEEP:
            await circles.fall_asleep(tx, now, row.chat_id)
            await storage.outbox.settle(tx, now, row.id, "dropped", reason)
        case _:
            await storage.outbox.settle(tx, now, row.id, "dead", reason)
