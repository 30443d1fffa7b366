"""Telegram's HTML parse mode, tag by tag, with its own words for what is wrong.

It follows the behaviour of the real parser, oddities included; it never guesses what broken HTML meant.
"""

from dataclasses import dataclass, field, replace

from bot.sandbox.text import utf16
from bot.sandbox.text.formatted import Entity, Formatted
from bot.sandbox.text.tags import TAGS, BrokenHtml, Tag, add, learn

END = "\0"
SPACE = " \t\r\n\0\v"
NAMED = {"lt": "<", "gt": ">", "amp": "&", "quot": '"'}
LETTERS = frozenset("abcdefghijklmnopqrstuvwxyzABCDEFGHIJKLMNOPQRSTUVWXYZ")
DIGITS = frozenset("0123456789")
HEX = DIGITS | frozenset("abcdefABCDEF")


@dataclass(slots=True)
class _Reader:
    """A cursor over the markup and what it has produced so far."""

    source: str
    at: int = 0
    size: int = 0
    out: list[str] = field(default_factory=list)
    tags: list[Tag] = field(default_factory=list)
    entities: list[Entity] = field(default_factory=list)

    @property
    def here(self) -> str:
        return self.source[self.at]

    def emit(self, character: str) -> None:
        self.out.append(character)
        self.size += utf16.length(character)

    def skip(self, stops: str) -> str:
        start = self.at
        while self.here not in stops:
            self.at += 1
        return self.source[start : self.at]

    def skip_space(self) -> None:
        while self.here != END and self.here in SPACE:
            self.at += 1

    def bytes_before(self, index: int) -> int:
        return len(self.source[:index].encode("utf-8", "surrogatepass"))


def parse(markup: str) -> Formatted:
    """Text and entities of `markup`; raises BrokenHtml."""
    reader = _Reader(markup.replace(END, " ") + END)
    last = len(reader.source) - 1
    while reader.at < last:
        character = reader.here
        if character == "&":
            decoded, reader.at = _decode(reader.source, reader.at)
            reader.emit(decoded)
        elif character != "<":
            reader.emit(character)
            reader.at += 1
        elif reader.source[reader.at + 1] == "/":
            _close(reader)
        else:
            _open(reader)
    if reader.tags:
        raise BrokenHtml(f'Can\'t find end tag corresponding to start tag "{reader.tags[-1].name}"')
    text = "".join(reader.out)
    if any("\ud800" <= character <= "\udfff" for character in text):
        raise BrokenHtml(
            "Text contains invalid Unicode characters after decoding HTML entities, check for unmatched "
            "surrogate code units"
        )
    return Formatted(text, tuple(replace(e, language=None) if e.kind == "code" else e for e in reader.entities))


def _decode(source: str, at: int) -> tuple[str, int]:
    """The character that an `&…;` at `at` stands for and where it ends; a bare `&` stands for itself."""
    end = at + 1
    if source[end] == "#":
        hexadecimal = source[end + 1] == "x"
        end += 2 if hexadecimal else 1
        start = end
        while source[end] in (HEX if hexadecimal else DIGITS):
            end += 1
        code = int(source[start:end] or "0", 16 if hexadecimal else 10) if end - at < 10 else 0
        if code == 0 or code >= 0x10FFFF:
            return "&", at + 1
        found = chr(code)
    else:
        while source[end] in LETTERS:
            end += 1
        found = NAMED.get(source[at + 1 : end], "")
        if not found:
            return "&", at + 1
    return found, end + 1 if source[end] == ";" else end


def _open(reader: _Reader) -> None:
    begin = reader.at
    where = f"at byte offset {reader.bytes_before(begin)}"
    reader.at += 1
    name = _lower(reader.skip(SPACE + ">"))
    if reader.here == END:
        raise BrokenHtml(f"Unclosed start tag {where}")
    if name not in TAGS:
        raise BrokenHtml(f'Unsupported start tag "{name}" {where}')
    tag = Tag(name, reader.size, len(reader.out))
    while reader.here != ">":
        reader.skip_space()
        if reader.here == ">":
            break
        _attribute(reader, tag, where)
    reader.at += 1
    if name == "span" and tag.argument != "spoiler":
        raise BrokenHtml(f'Tag "span" must have class "tg-spoiler" {where}')
    reader.tags.append(tag)


def _attribute(reader: _Reader, tag: Tag, where: str) -> None:
    name = reader.skip(SPACE + "=>/\"'")
    if not name:
        raise BrokenHtml(f'Empty attribute name in the tag "{tag.name}" {where}')
    reader.skip_space()
    if reader.here != "=":
        if reader.here == END:
            raise BrokenHtml(f'Unclosed start tag "{tag.name}" {where}')
        learn(tag, name, "")
        return
    reader.at += 1
    reader.skip_space()
    if reader.here == END:
        raise BrokenHtml(f'Unclosed start tag "{tag.name}" {where}')
    value = _value(reader)
    if reader.here == END:
        raise BrokenHtml(f"Unclosed start tag {where}")
    learn(tag, name, value)


def _value(reader: _Reader) -> str:
    quote = reader.here
    start = reader.at
    if quote not in "'\"":
        while reader.here in LETTERS or reader.here in DIGITS or reader.here in ".-":
            reader.at += 1
        if reader.here not in SPACE + ">":
            raise BrokenHtml(f"Unexpected end of name token at byte offset {reader.bytes_before(start)}")
        return _lower(reader.source[start : reader.at])
    reader.at += 1
    value: list[str] = []
    while reader.here not in (quote, END):
        if reader.here == "&":
            decoded, reader.at = _decode(reader.source, reader.at)
            value.append(decoded)
        else:
            value.append(reader.here)
            reader.at += 1
    if reader.here == quote:
        reader.at += 1
    return "".join(value)


def _close(reader: _Reader) -> None:
    where = f"at byte offset {reader.bytes_before(reader.at)}"
    if not reader.tags:
        raise BrokenHtml(f"Unexpected end tag {where}")
    reader.at += 2
    name = _lower(reader.skip(SPACE + ">"))
    reader.skip_space()
    if reader.here != ">":
        raise BrokenHtml(f"Unclosed end tag {where}")
    tag = reader.tags.pop()
    if name and name != tag.name:
        raise BrokenHtml(f'Unmatched end tag {where}, expected "</{tag.name}>", found "</{name}>"')
    reader.at += 1
    if reader.size > tag.offset:
        add(reader.entities, tag, reader.size - tag.offset, "".join(reader.out[tag.begin :]))


def _lower(text: str) -> str:
    return "".join(c.lower() if c in LETTERS else c for c in text)
