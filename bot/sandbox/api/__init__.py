"""The methods of the Bot API over the world: parameters, refusals, limits, faults. Knows no HTTP."""
