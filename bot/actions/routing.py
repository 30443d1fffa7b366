"""What routing reads for a request: the statements of everybody who may be asked. Reads rows, and writes none."""

from datetime import datetime

import storage.learning
import storage.member
from bot.domain.learning import MOST_LESSONS
from bot.domain.referral import Referral
from bot.domain.routing import Statement
from storage.database import Transaction


async def statements_for(tx: Transaction, now: datetime, request: Referral) -> list[Statement]:
    """The statements of everybody in the circle who may be asked about a request, with what they took and passed on of
    other requests."""
    circle = await storage.member.of_circle(tx, request.circle_id)
    apart = (request.author_id, request.about_id)
    members = [one for one in circle if one.may_be_asked(now) and one.id not in apart]
    found = await storage.learning.lessons_of(tx, [one.id for one in members], MOST_LESSONS)

    def taught(member: int, taken: bool) -> tuple[str, ...]:
        lessons = found.get(member, ())
        return tuple(one.text for one in lessons if one.taken is taken and one.text != request.text)

    return [one.statement(taught(one.id, True), taught(one.id, False)) for one in members]
