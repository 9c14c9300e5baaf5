"""Measuring: interleaved runs, medians and percentiles, and a line that anyone can read."""

import statistics
import time
from collections.abc import Callable
from dataclasses import dataclass


@dataclass(frozen=True, slots=True)
class Aim:
    """What a figure should reach; None is not asked."""

    ratio: float | None = None  # median beside the median of the floor
    p50: float | None = None
    p99: float | None = None

    def __str__(self) -> str:
        wanted = {"x": self.ratio, "p50 <= ": self.p50, "p99 <= ": self.p99}
        return ", ".join(f"{name}{most:g}" for name, most in wanted.items() if most is not None)


@dataclass(frozen=True, slots=True)
class Figure:
    """One measured thing and its floor, in milliseconds or another unit."""

    name: str
    ours: list[float]
    floor: list[float]
    floor_name: str
    aim: Aim
    unit: str = "ms"

    def line(self) -> str:
        """Write name, median and 99th percentile, floor, ratio, aim and whether it is reached."""
        ours, floor = statistics.median(self.ours), statistics.median(self.floor)
        verdict = "PASS" if self.is_reached() else "FAIL"
        return (
            f"{self.name:<46} p50 {ours:8.2f}  p99 {percentile(self.ours, 99):8.2f} {self.unit}"
            f"  | {self.floor_name:<24} {floor:8.2f}  | x{ours / floor:5.2f}"
            f"  | {self.aim!s:<22} {verdict if str(self.aim) else ''}".rstrip()
        )

    def is_reached(self) -> bool:
        """Tell whether every part of the aim is reached."""
        ours, floor = statistics.median(self.ours), statistics.median(self.floor)
        found = {
            self.aim.ratio: ours / floor,
            self.aim.p50: ours,
            self.aim.p99: percentile(self.ours, 99),
        }
        return all(most is None or value <= most for most, value in found.items())


def percentile(values: list[float], percent: int) -> float:
    """Give the value below which so many per cent lie."""
    ranked = sorted(values)
    return ranked[min(len(ranked) - 1, round(percent / 100 * (len(ranked) - 1)))]


def interleaved(
    ours: Callable[[], float], floor: Callable[[], float], rounds: int
) -> tuple[list[float], list[float]]:
    """Measure two things in turns, so that a busy machine slows both alike."""
    mine, theirs = [], []
    for _ in range(rounds):
        mine.append(ours())
        theirs.append(floor())
    return mine, theirs


def timed(work: Callable[[], object]) -> Callable[[], float]:
    """Make a measurement out of a call: the milliseconds that it takes."""

    def measure() -> float:
        start = time.perf_counter()
        work()
        return (time.perf_counter() - start) * 1000

    return measure


def spent(work: Callable[[], object]) -> Callable[[], float]:
    """Make a measurement as `timed` does, of the processor alone: no disk that others keep busy."""

    def measure() -> float:
        start = time.thread_time()
        work()
        return (time.thread_time() - start) * 1000

    return measure
