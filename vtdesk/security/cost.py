"""What one guess of a wachtzin costs: the parameters of Argon2id, their floor and their ceiling."""

import os
from collections.abc import Callable
from dataclasses import dataclass, replace

_MIB = 1024  # memory is counted in KiB, as Argon2 does


@dataclass(frozen=True, slots=True)
class Cost:
    """Memory in KiB, passes over it, and lanes that run side by side."""

    memory: int
    passes: int
    lanes: int

    def possible(self) -> bool:
        """Tell whether Argon2 accepts these at all."""
        return self.passes >= 1 and self.lanes >= 1 and self.memory >= 8 * self.lanes

    def bearable(self) -> bool:
        """Tell whether a machine survives this: a foreign header must not eat the laptop."""
        most = _MOST_BEARABLE
        return (
            self.memory <= most.memory and self.passes <= most.passes and self.lanes <= most.lanes
        )

    def readable(self) -> bool:
        """Tell whether an existing kluis may be opened with this."""
        return any(self._at_least(least) for least in _LEAST_READABLE)

    def writable(self) -> bool:
        """Tell whether a new slot may be written with this."""
        return self._at_least(FLOOR)

    def outgrown(self, seconds: float) -> bool:
        """Tell whether a guess that took so long is too cheap now: for the rules, or by half."""
        return not self.writable() or seconds < _AIM / 2

    def work(self) -> int:
        """Give how much one guess has to do, to compare with another."""
        return self.memory * self.passes

    def _at_least(self, other: "Cost") -> bool:
        return self.memory >= other.memory and self.passes >= other.passes


FLOOR = Cost(memory=64 * _MIB, passes=3, lanes=1)
_MOST_BEARABLE = Cost(memory=2048 * _MIB, passes=64, lanes=16)
_LEAST_READABLE = (  # the minimum of OWASP ASVS 5, appendix C
    Cost(memory=19 * _MIB, passes=2, lanes=1),
    Cost(memory=12 * _MIB, passes=3, lanes=1),
)
_CEILING = 1024 * _MIB
_AIM = 0.85  # seconds; between 0.7 and 1.0 is good
_GOOD = (0.7, 1.0)
_MOST_PASSES = 12
_TRIES = 3


def calibrate(measure: Callable[[Cost], float], *, lanes: int | None = None) -> Cost:
    """Find the cost at which one guess takes 0.7 to 1.0 s here; `measure` runs it and times it."""
    ceiling = min(_CEILING, _quarter_of_memory())
    cost = replace(FLOOR, lanes=lanes or min(4, os.cpu_count() or 1))
    for _ in range(_TRIES):
        seconds = measure(cost)
        if _GOOD[0] <= seconds <= _GOOD[1]:
            break
        better = _scaled(cost, _AIM / max(seconds, 1e-3), ceiling)
        if better == cost:
            break
        cost = better
    return cost


def _scaled(cost: Cost, factor: float, ceiling: int) -> Cost:
    """Change memory first, for it hurts an attacker most; passes only when memory is at its end."""
    work = cost.memory * cost.passes * factor
    memory = round(work / FLOOR.passes / _MIB) * _MIB
    memory = max(FLOOR.memory, min(memory, ceiling))
    passes = max(FLOOR.passes, min(round(work / memory), _MOST_PASSES))
    return replace(cost, memory=memory, passes=passes)


def _quarter_of_memory() -> int:
    """Leave room for the rest of the laptop; unknown sizes do not limit."""
    try:
        total = os.sysconf("SC_PAGE_SIZE") * os.sysconf("SC_PHYS_PAGES") // 1024
    except (AttributeError, ValueError, OSError):
        return _CEILING
    return max(FLOOR.memory, total // 4 // _MIB * _MIB)
