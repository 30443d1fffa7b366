"""Keeps the profiles of members by the content of their statements; those unused for longest leave first."""

from collections.abc import Sequence
from dataclasses import dataclass
from threading import Lock

import numpy as np

from bot.domain.routing import Statement
from bot.matching.encoder import DIMENSIONS, Encoder, Vectors
from bot.matching.nearness import Floats
from bot.matching.profile import Profile, Role, profile_of

_ROOM = 16_384  # statements
_NO_ROW = -1
_LISTEN = 0.4  # what the listen-fors count in a first look, compared with the statement

Content = tuple[str | tuple[str, ...], ...]


@dataclass(slots=True)
class _Kept:
    """`row`: of the matrix of rough vectors; `used`: when it was last asked for, counted in calls."""

    profile: Profile
    row: int
    used: int


class Shelf:
    """Bounded and thread-safe. A changed text is another content, so nothing on the shelf is ever out of date.

    Beside each profile lies one vector in a matrix, for the first look at a large circle."""

    def __init__(self, encoder: Encoder, room: int = _ROOM) -> None:
        self._encoder, self._room, self._lock = encoder, room, Lock()
        self._kept: dict[Content, _Kept] = {}
        self._calls = 0
        self._rough = np.zeros((256, DIMENSIONS), dtype=np.float32)
        self._free = list(range(255, -1, -1))

    def profiles(self, members: Sequence[Statement]) -> list[Profile]:
        """The profiles in the order of `members`, made where they are not on the shelf."""
        found = self._found(members)
        return [kept.profile for kept in found]

    def rough(self, vector: Vectors, members: Sequence[Statement]) -> Floats:
        """(members,): a cheap estimate of nearness, good enough to choose whom to look at closely."""
        found = self._found(members)
        with self._lock:
            rows = np.fromiter((kept.row for kept in found), dtype=np.intp, count=len(found))
            scores: Floats = (self._rough @ vector).astype(np.float64)[rows]
        for place in np.flatnonzero(rows < 0):  # the circle is larger than the shelf
            scores[place] = float(rough_of(found[int(place)].profile) @ vector)
        return scores

    def _found(self, members: Sequence[Statement]) -> list[_Kept]:
        """What is on the shelf of each member, after putting there what was missing."""
        contents = list(map(content_of, members))
        with self._lock:
            self._calls += 1
            found = list(map(self._kept.get, contents))
            for kept in found:
                if kept is not None:
                    kept.used = self._calls
        missing = {contents[place]: place for place, kept in enumerate(found) if kept is None}
        if missing:
            made = {content: profile_of(members[place], self._encoder) for content, place in missing.items()}
            with self._lock:
                new = {content: self._put(content, profile) for content, profile in made.items()}
            return [new[content] if kept is None else kept for kept, content in zip(found, contents, strict=True)]
        return [kept for kept in found if kept is not None]

    def _put(self, content: Content, profile: Profile) -> _Kept:
        """Whoever was unused for longest makes room, and has no row any more, where somebody holds them still."""
        if content in self._kept:
            return self._kept[content]
        if len(self._kept) >= self._room:
            oldest = min(self._kept, key=lambda one: self._kept[one].used)
            gone = self._kept.pop(oldest)
            self._free.append(gone.row)
            gone.row = _NO_ROW
        if not self._free:
            size = len(self._rough)
            larger = np.zeros((2 * size, DIMENSIONS), dtype=np.float32)  # what is not used takes no memory
            larger[:size] = self._rough
            self._rough = larger
            self._free = list(range(2 * size - 1, size - 1, -1))
        kept = _Kept(profile, self._free.pop(), self._calls)
        self._rough[kept.row] = rough_of(profile)
        self._kept[content] = kept
        return kept


def rough_of(profile: Profile) -> Vectors:
    """(384,): the statement and the middle of its listen-fors and examples."""
    vectors = profile.vectors()
    made = vectors[profile.roles == Role.WHOLE].sum(axis=0)
    heard = vectors[(profile.roles == Role.LISTEN) | (profile.roles == Role.EXAMPLE)]
    if len(heard):
        made = made + _LISTEN * heard.mean(axis=0)
    return np.asarray(made, dtype=np.float32)


def content_of(member: Statement) -> Content:
    """All that a profile is made of; two members who say the same share one."""
    return (
        member.what_i_do,
        member.perfect_client,
        member.not_a_fit,
        member.listen_for,
        member.business,
        member.examples,
        member.counter_examples,
    )
