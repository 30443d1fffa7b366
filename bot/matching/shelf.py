"""Keeps the profiles of members by the content of their statements; those unused for longest leave first."""

from collections.abc import Callable, Sequence
from itertools import repeat
from operator import attrgetter
from threading import Lock

import numpy as np
import numpy.typing as npt

from bot.domain.routing import Statement
from bot.matching.encoder import DIMENSIONS, Encoder, Vectors
from bot.matching.nearness import Floats
from bot.matching.profile import Packed, Profile, Role, profile_of

_ROOM = 16_384  # statements
_FIRST = 256  # rows, before more are needed
_NO_ROW = -1
_AT_ONCE = 1024  # rows that are turned into numbers of full width at a time
_LISTEN = 0.4  # what the listen-fors count in a first look, compared with the statement

Content = tuple[str | tuple[str, ...], ...]
Rows = npt.NDArray[np.intp]

# All that a profile is made of; two members who say the same share one.
content_of: Callable[[Statement], Content] = attrgetter(
    "what_i_do", "perfect_client", "not_a_fit", "listen_for", "business", "examples", "counter_examples"
)


class Shelf:
    """Bounded and thread-safe. A changed text is another content, so nothing on the shelf is ever out of date.

    Each profile has a row; for the first look at a large circle that row of a matrix holds one rough vector in 8 bits.
    `used`: when a row was last asked for, counted in calls."""

    def __init__(self, encoder: Encoder, room: int = _ROOM) -> None:
        self._encoder, self._room, self._lock = encoder, room, Lock()
        self._rows: dict[Content, int] = {}
        self._contents: list[Content] = []
        self._profiles: list[Profile] = []
        self._calls = 0
        self._used = np.zeros(_FIRST, dtype=np.int64)
        self._scales = np.zeros(_FIRST)
        self._rough = np.zeros((_FIRST, DIMENSIONS), dtype=np.int8)

    def profiles(self, members: Sequence[Statement]) -> list[Profile]:
        """The profiles in the order of `members`, made where they are not on the shelf."""
        contents = list(map(content_of, members))
        with self._lock:
            rows = self._look(contents)
            found = [self._profiles[row] if row >= 0 else None for row in rows.tolist()]
        missing = {contents[place]: members[place] for place in np.flatnonzero(rows < 0).tolist()}
        made = {content: profile_of(member, self._encoder) for content, member in missing.items()}
        with self._lock:
            for content, profile in made.items():
                self._put(content, profile)
        return [made[content] if kept is None else kept for kept, content in zip(found, contents, strict=True)]

    def rough(self, vector: Vectors, members: Sequence[Statement]) -> Floats:
        """(members,): a cheap estimate of nearness, good enough to choose whom to look at closely. The same whatever
        lies on the shelf: sums of whole numbers do not depend on their order."""
        asked = _rounded(vector)[0].astype(np.float32)
        contents = list(map(content_of, members))
        with self._lock:
            rows = self._look(contents)
            if not (rows < 0).any():
                return self._near(asked)[rows]
        profiles = self.profiles(members)
        with self._lock:
            rows = self._look(contents)
            scores = self._near(asked)[rows]
        for place in np.flatnonzero(rows < 0).tolist():  # the circle is larger than the shelf
            row, scale = _rounded(rough_of(profiles[place]))
            scores[place] = float(row.astype(np.float32) @ asked) * scale
        return scores

    def _look(self, contents: Sequence[Content]) -> Rows:
        """(contents,): the row of each, −1 for what is not on the shelf."""
        self._calls += 1
        rows = np.fromiter(map(self._rows.get, contents, repeat(_NO_ROW)), dtype=np.intp, count=len(contents))
        self._used[rows[rows >= 0]] = self._calls
        return rows

    def _near(self, asked: Vectors) -> Floats:
        """(rows,): how near each rough vector is."""
        made = np.zeros(len(self._profiles))
        for first in range(0, len(made), _AT_ONCE):
            some = slice(first, min(first + _AT_ONCE, len(made)))
            made[some] = (self._rough[some].astype(np.float32) @ asked).astype(np.float64) * self._scales[some]
        return made

    def _put(self, content: Content, profile: Profile) -> None:
        """Whoever was unused for longest makes room."""
        if content in self._rows:
            return
        row = len(self._profiles)
        if row < self._room:
            self._contents.append(content)
            self._profiles.append(profile)
        else:
            row = int(self._used[:row].argmin())
            del self._rows[self._contents[row]]
            self._contents[row], self._profiles[row] = content, profile
        if row == len(self._used):
            self._used = np.append(self._used, np.zeros_like(self._used))
            self._scales = np.append(self._scales, np.zeros_like(self._scales))
            self._rough = np.append(self._rough, np.zeros_like(self._rough), axis=0)
        self._rows[content], self._used[row] = row, self._calls
        self._rough[row], self._scales[row] = _rounded(rough_of(profile))


def rough_of(profile: Profile) -> Vectors:
    """(384,): the statement and the middle of its listen-fors and examples."""
    vectors = profile.vectors()
    made = vectors[profile.roles == Role.WHOLE].sum(axis=0)
    heard = vectors[(profile.roles == Role.LISTEN) | (profile.roles == Role.EXAMPLE)]
    if len(heard):
        made = made + _LISTEN * heard.mean(axis=0)
    return np.asarray(made, dtype=np.float32)


def _rounded(vector: Vectors) -> tuple[Packed, float]:
    """`vector` in 8 bits, and what to multiply it by."""
    scale = max(float(np.abs(vector).max()), 1e-9) / 127
    return np.rint(vector / scale).astype(np.int8), scale
