"""Keeps the profiles of members by the content of their statements, the least recently used ones leave first."""

from collections import OrderedDict
from collections.abc import Sequence
from threading import Lock

from bot.domain.routing import Statement
from bot.matching.encoder import Encoder
from bot.matching.profile import Profile, profile_of

_ROOM = 12_000  # statements

Content = tuple[str | tuple[str, ...], ...]


class Shelf:
    """A bounded cache; a changed text is another content, so nothing is ever out of date."""

    def __init__(self, encoder: Encoder, room: int = _ROOM) -> None:
        self._encoder, self._room, self._lock = encoder, room, Lock()
        self._kept: OrderedDict[Content, Profile] = OrderedDict()

    def profiles(self, members: Sequence[Statement]) -> list[Profile]:
        """The profiles in the order of `members`, made where they are not on the shelf."""
        return [self._one(member) for member in members]

    def _one(self, member: Statement) -> Profile:
        content = content_of(member)
        with self._lock:
            found = self._kept.get(content)
            if found is not None:
                self._kept.move_to_end(content)
                return found
        made = profile_of(member, self._encoder)
        with self._lock:
            self._kept[content] = made
            while len(self._kept) > self._room:
                self._kept.popitem(last=False)
        return made


def content_of(member: Statement) -> Content:
    """All that a profile is made of; two members who say the same share one."""
    return (
        member.what_i_do,
        member.perfect_client,
        member.not_a_fit,
        member.listen_for,
        member.place,
        member.languages,
        member.business,
        member.examples,
        member.counter_examples,
    )
