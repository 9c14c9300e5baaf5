"""Every drill in the size that counts, then its twin small; one line each, and what was skipped."""

import subprocess
import sys
import time

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
NAMES = ("tamper", "bitflip", "clock", "full", "keyring", "plaintext", "network", "seal", "memory",
         "capture", "rekey", "restore", "power", "io", "kill")  # fmt: skip


def main() -> int:
    """Run them one after the other; gives 1 when one failed, or when a twin was not found out."""
    wrong = 0
    for name in NAMES:
        done, took, lines = _run(name, *SIZES.get(name, ()))
        wrong += done != 0
        for line in lines[:-1]:
            say(f"{name}: {line}")
        say(f"{name:10} {lines[-1]:28} {took:7.0f} s")
        done, took, lines = _run(name, "--sabotage", *TWINS.get(name, ()))
        wrong += done == 0
        found = "found out" if done else "NOT FOUND OUT"
        say(f"{name:10} twin: {lines[-1]:22} {took:7.0f} s  {found}")
    return 1 if wrong else 0


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
