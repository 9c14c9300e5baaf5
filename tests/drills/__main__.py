"""Every drill in the size that counts, then its twin small; one line each, and what was skipped.

Those that count damage run side by side, one to a core; those that count seconds run alone, at the
end.
"""

import os
import subprocess
import sys
import time
from concurrent.futures import ThreadPoolExecutor

from tests.drills.tally import say

SIZES = {  # beyond their own full size
    "kill": ("--n", "1000"),
    "restore": ("--n", "20"),
    "seal": ("--n", "20"),
}
TWINS = {  # enough for the fault to show
    "kill": ("--n", "1"),
    "capture": ("--n", "1"),
    "bitflip": ("--n", "40"),
    "clock": ("--n", "10"),
    "full": ("--n", "4"),
    "io": ("--n", "12"),
    "memory": ("--n", "1"),
    "power": ("--n", "200"),
    "rekey": ("--n", "8"),
    "restore": ("--n", "1", "--step", "8"),
    "seal": ("--n", "1"),
}
SIDE_BY_SIDE = ("io", "rekey", "power", "bitflip", "restore", "seal", "tamper", "clock", "full",
                "keyring", "plaintext", "network")  # fmt: skip
ALONE = ("memory", "capture", "kill")


def main() -> int:
    """Run them all; gives 1 when one failed, or when a twin was not found out."""
    with ThreadPoolExecutor(os.cpu_count()) as cores:
        wrong = sum(cores.map(_with_twin, SIDE_BY_SIDE))
    return 1 if wrong + sum(map(_with_twin, ALONE)) else 0


def _with_twin(name: str) -> int:
    """Run a drill and its twin, tell what came of both, and count what is wrong."""
    failed, took, lines = _run(name, *SIZES.get(name, ()))
    report = [f"{name}: {line}" for line in lines[:-1]]
    report.append(f"{name:10} {lines[-1]:28} {took:7.0f} s")
    found, took, lines = _run(name, "--sabotage", *TWINS.get(name, ()))
    verdict = "found out" if found else "NOT FOUND OUT"
    report.append(f"{name:10} twin: {lines[-1]:22} {took:7.0f} s  {verdict}")
    say("\n".join(report))
    return bool(failed) + (not found)


def _run(name: str, *words: str) -> tuple[int, float, list[str]]:
    began = time.monotonic()
    done = subprocess.run(
        [sys.executable, "-m", f"tests.drills.{name}", *words],
        capture_output=True, text=True, check=False,
    )  # fmt: skip
    said = done.stdout.splitlines() or [done.stderr.strip() or "said nothing"]
    return done.returncode, time.monotonic() - began, said


if __name__ == "__main__":
    sys.exit(main())
