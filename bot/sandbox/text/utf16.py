"""Telegram counts offsets in UTF-16 code units; Python counts code points. This converts, and does nothing else."""


def length(text: str) -> int:
    """Number of UTF-16 code units of `text`."""
    return len(text) + sum(character > "\uffff" for character in text)


def at(text: str, offset: int) -> int:
    """The index in code points of a UTF-16 `offset`; past the end gives len(text)."""
    units = 0
    for index, character in enumerate(text):
        if units >= offset:
            return index
        units += 2 if character > "\uffff" else 1
    return len(text)


def part(text: str, offset: int, size: int) -> str:
    """The piece of `text` that starts at UTF-16 `offset` and is `size` units long."""
    return text[at(text, offset) : at(text, offset + size)]
