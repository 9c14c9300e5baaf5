"""Draws the words of a wachtzin that nobody can guess."""

import secrets
from functools import cache

from vtdesk import resources

COUNT = 6  # of 7,776 each: 77 bits


def draw() -> str:
    """Give six words; each time others."""
    words = _words()
    return " ".join(secrets.choice(words) for _ in range(COUNT))


@cache
def _words() -> tuple[str, ...]:
    lines = resources.path("wachtwoorden.txt").read_text("utf-8").splitlines()
    return tuple(line for line in lines if not line.startswith("#"))
