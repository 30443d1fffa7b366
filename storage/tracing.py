"""Which update of Telegram is being dealt with, so that what is logged and what is kept because of it can name it."""

from contextvars import ContextVar

UPDATE: ContextVar[int | None] = ContextVar("update", default=None)  # its number, in this task
