"""How near an ask and statements are as texts: cosines by role, for the ask and each of its sentences."""

from collections.abc import Sequence
from dataclasses import dataclass

import numpy as np
import numpy.typing as npt

from bot.matching.ask import Ask
from bot.matching.profile import Profile, Role

Floats = npt.NDArray[np.float64]


@dataclass(frozen=True, slots=True)
class Nearness:
    """`cosines`: (pieces of all, parts of the ask), those of one member side by side."""

    cosines: Floats
    roles: npt.NDArray[np.int8]
    owners: npt.NDArray[np.intp]
    members: int

    def best(self, role: Role) -> Floats:
        """(members, parts): the highest cosine with a piece of that role, 0 for who has none."""
        chosen = np.flatnonzero(self.roles == role)
        made = np.zeros((self.members, self.cosines.shape[1]))
        if len(chosen):
            owners = self.owners[chosen]
            firsts = np.flatnonzero(np.r_[True, owners[1:] != owners[:-1]])
            made[owners[firsts]] = np.maximum.reduceat(self.cosines[chosen], firsts, axis=0)
        return made

    def has(self, role: Role) -> npt.NDArray[np.bool_]:
        """(members,)"""
        made = np.zeros(self.members, dtype=np.bool_)
        made[self.owners[self.roles == role]] = True
        return made


def nearness(ask: Ask, profiles: Sequence[Profile]) -> Nearness:
    packed = np.concatenate([profile.packed for profile in profiles]).astype(np.float32)
    scales = np.concatenate([profile.scales for profile in profiles])
    cosines = (packed @ ask.reading.vectors.T).astype(np.float64) * scales[:, None]
    roles = np.concatenate([profile.roles for profile in profiles])
    owners = np.repeat(np.arange(len(profiles)), [len(profile.roles) for profile in profiles])
    return Nearness(cosines, roles, owners, len(profiles))
