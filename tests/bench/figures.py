"""Measuring: interleaved runs, medians and percentiles, and a line that anyone can read."""

import statistics
import time
from collections.abc import Callable
from dataclasses import dataclass


@dataclass(frozen=True, slots=True)
class Figure:
    """One measured thing and its floor, in milliseconds or another unit."""

    name: str
    ours: list[float]
    floor: list[float]
    floor_name: str
    aim: str
    unit: str = "ms"

    def line(self) -> str:
        """Write name, median and 99th percentile, floor, ratio and aim."""
        ours, floor = statistics.median(self.ours), statistics.median(self.floor)
        return (
            f"{self.name:<44} p50 {ours:8.2f} {self.unit}  p99 {percentile(self.ours, 99):8.2f}  "
            f"| {self.floor_name:<26} {floor:8.2f}  | x{ours / floor:5.2f}  | {self.aim}"
        )


def percentile(values: list[float], percent: int) -> float:
    """Give the value below which so many per cent lie."""
    ranked = sorted(values)
    return ranked[min(len(ranked) - 1, round(percent / 100 * (len(ranked) - 1)))]


def interleaved(
    ours: Callable[[], object], floor: Callable[[], object], rounds: int
) -> tuple[list[float], list[float]]:
    """Time two things in turns, so that a busy machine slows both alike."""
    mine, theirs = [], []
    for _ in range(rounds):
        mine.append(timed(ours))
        theirs.append(timed(floor))
    return mine, theirs


def timed(work: Callable[[], object]) -> float:
    """Give the milliseconds that a call takes."""
    start = time.perf_counter()
    work()
    return (time.perf_counter() - start) * 1000
