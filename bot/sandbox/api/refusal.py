"""How the Bot API says no: a code, a description, sometimes parameters, in Telegram's own words."""

from bot.sandbox.world.records import Fields


class Refusal(Exception):
    """An answer with `ok: false`."""

    def __init__(self, code: int, description: str, parameters: Fields | None = None) -> None:
        super().__init__(description)
        self.code = code
        self.description = description
        self.parameters = parameters


def bad(reason: str) -> Refusal:
    """400, with Telegram's prefix and its lower-case first letter (names in capitals stay)."""
    shouted = len(reason) > 1 and (reason[1] == "_" or reason[1].isupper())
    return Refusal(400, "Bad Request: " + (reason if shouted else reason[:1].lower() + reason[1:]))


def forbidden(reason: str) -> Refusal:
    return Refusal(403, f"Forbidden: {reason}")


def conflict(reason: str) -> Refusal:
    return Refusal(409, f"Conflict: {reason}")


def too_many(seconds: int) -> Refusal:
    return Refusal(429, f"Too Many Requests: retry after {seconds}", {"retry_after": seconds})
