"""Counts what went well and what did not, and says so in one closing line."""

import sys

STEP = 500  # rounds; a drill of an hour tells how far it is


class Tally:
    """Counts rounds; a round without findings passed."""

    def __init__(self) -> None:
        self.passed = 0
        self.failed = 0

    def count(self, name: str, findings: list[str]) -> None:
        """Count one round, and tell what was found in it."""
        for finding in findings:
            say(f"{name}: {finding}")
        if findings:
            self.failed += 1
        else:
            self.passed += 1
        if not (so_far := self.passed + self.failed) % STEP:
            say(f"{so_far} so far, {self.failed} failed")

    def close(self) -> int:
        """Write the closing line, and give the exit code."""
        say(f"{self.passed} passed, {self.failed} failed")
        return 1 if self.failed or not self.passed else 0


def say(line: str) -> None:
    """Write a line at once, also into a pipe."""
    sys.stdout.write(f"{line}\n")
    sys.stdout.flush()
