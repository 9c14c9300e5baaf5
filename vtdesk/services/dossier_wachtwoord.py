"""A password that one can say on the telephone and nobody can guess: words, drawn by lot."""

import secrets
from functools import cache

from vtdesk import resources
from vtdesk.errors import UserError

WOORDEN = 6  # of nine hundred: 58 bits, each of which costs a guess the slow sum of AES-256 in PDF
LONGEST = 32  # signs; some readers look no further
SHORTEST = 20  # of one that somebody made up


def nieuw_wachtwoord() -> str:
    """Draw a password; it is shown once and kept nowhere."""
    while True:
        drawn = " ".join(secrets.choice(keuze()) for _ in range(WOORDEN))
        if SHORTEST <= len(drawn) <= LONGEST:
            return drawn


def controleer(wachtwoord: str) -> str:
    """Refuse a password that is worth little; the words of `nieuw_wachtwoord` always pass."""
    if len(wachtwoord.strip()) < SHORTEST:
        raise UserError("Dit wachtwoord is te kort. Gebruik de woorden die vtdesk voorstelt.")
    return wachtwoord.strip()


@cache
def keuze() -> tuple[str, ...]:
    """Give the words to draw from: known to everyone, and none that may hurt who types it."""
    lines = resources.path("dossierwoorden.txt").read_text("utf-8").splitlines()
    return tuple(line for line in lines if not line.startswith("#"))
