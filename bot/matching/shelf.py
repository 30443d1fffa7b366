"""Keeps the profiles of members by the content of their statements; those unused for longest leave first."""

from collections import OrderedDict
from collections.abc import Sequence
from threading import Lock

import numpy as np

from bot.domain.routing import Statement
from bot.matching.encoder import DIMENSIONS, Encoder, Vectors
from bot.matching.nearness import Floats
from bot.matching.profile import Profile, Role, profile_of

_ROOM = 16_384  # statements
_LISTEN = 0.4  # what the listen-fors count in a first look, compared with the statement

Content = tuple[str | tuple[str, ...], ...]


class Shelf:
    """Bounded and thread-safe. A changed text is another content, so nothing on the shelf is ever out of date.

    Beside each profile lies one vector in a matrix, for the first look at a large circle."""

    def __init__(self, encoder: Encoder, room: int = _ROOM) -> None:
        self._encoder, self._room, self._lock = encoder, room, Lock()
        self._kept: OrderedDict[Content, tuple[Profile, int]] = OrderedDict()
        self._rough = np.zeros((256, DIMENSIONS), dtype=np.float32)
        self._free = list(range(255, -1, -1))

    def profiles(self, members: Sequence[Statement]) -> list[Profile]:
        """The profiles in the order of `members`, made where they are not on the shelf."""
        contents = [content_of(member) for member in members]
        made = self._made(members, contents)
        with self._lock:
            return [made[content] if content in made else self._kept[content][0] for content in contents]

    def rough(self, vector: Vectors, members: Sequence[Statement]) -> Floats:
        """(members,): a cheap estimate of nearness, good enough to choose whom to look at closely."""
        contents = [content_of(member) for member in members]
        made = self._made(members, contents)
        with self._lock:
            rows = [self._kept[content][1] if content in self._kept else -1 for content in contents]
            scores: Floats = (self._rough @ vector).astype(np.float64)[rows]
        for place, row in enumerate(rows):
            if row < 0:  # the circle is larger than the shelf
                scores[place] = float(rough_of(made[contents[place]]) @ vector)
        return scores

    def _made(self, members: Sequence[Statement], contents: Sequence[Content]) -> dict[Content, Profile]:
        """Profiles that were not on the shelf; afterwards they are. The others are marked as used."""
        with self._lock:
            missing = {}
            for member, content in zip(members, contents, strict=True):
                if content in self._kept:
                    self._kept.move_to_end(content)
                else:
                    missing[content] = member
        made = {content: profile_of(member, self._encoder) for content, member in missing.items()}
        with self._lock:
            for content, profile in made.items():
                self._put(content, profile)
            # What was there a moment ago another thread may have pushed out: it is read again, which is rare.
            gone = {c: m for m, c in zip(members, contents, strict=True) if c not in self._kept and c not in made}
        return made | {content: profile_of(member, self._encoder) for content, member in gone.items()}

    def _put(self, content: Content, profile: Profile) -> None:
        if content in self._kept:
            return
        if len(self._kept) >= self._room:
            self._free.append(self._kept.popitem(last=False)[1][1])
        if not self._free:
            size = len(self._rough)
            self._rough = np.concatenate([self._rough, np.zeros_like(self._rough)])
            self._free = list(range(2 * size - 1, size - 1, -1))
        row = self._free.pop()
        self._rough[row] = rough_of(profile)
        self._kept[content] = (profile, row)


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
