"""A password that one can say on the telephone and nobody can guess: words, drawn by lot."""

import secrets
from functools import cache

from vtdesk import resources
from vtdesk.errors import UserError

WOORDEN = 7  # of more than six hundred: 65 bits, and no longer than what every reader takes
SHORTEST = 20  # less than five short words


def nieuw_wachtwoord() -> str:
    """Draw a password; it is shown once and kept nowhere."""
    return " ".join(secrets.choice(keuze()) for _ in range(WOORDEN))


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
