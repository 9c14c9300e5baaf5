"""A password that one can say on the telephone and nobody can guess: words, drawn by lot."""

import re
import secrets
from functools import cache

from vtdesk import resources
from vtdesk.errors import UserError

WOORDEN = 5  # of ten thousand: 66 bits, and no longer than what every reader takes
_WORD = re.compile(r"[a-z]{4,5}")


def nieuw_wachtwoord() -> str:
    """Draw a password; it is shown once and kept nowhere."""
    return " ".join(secrets.choice(_words()) for _ in range(WOORDEN))


def controleer(wachtwoord: str) -> str:
    """Refuse a password that is worth little; the words of `nieuw_wachtwoord` always pass."""
    if len(wachtwoord.strip()) < 20:  # noqa: PLR2004 (less than five short words)
        raise UserError("Dit wachtwoord is te kort. Gebruik de woorden die vtdesk voorstelt.")
    return wachtwoord.strip()


@cache
def _words() -> tuple[str, ...]:
    """Give the everyday words of the language, as one types them on any keyboard."""
    lines = resources.path("spelling", "nl.dic").read_text(encoding="utf-8").splitlines()[1:]
    words = {line.split("/")[0].split("\t")[0] for line in lines}
    return tuple(sorted(word for word in words if _WORD.fullmatch(word)))
