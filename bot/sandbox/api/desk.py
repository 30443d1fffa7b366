"""What a method works with: the world and the limits."""

from dataclasses import dataclass

from bot.sandbox.api.limits import Limits
from bot.sandbox.world.world import World


@dataclass(frozen=True, slots=True)
class Desk:
    """Handed to every method."""

    world: World
    limits: Limits
