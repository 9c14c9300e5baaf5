"""What the state line and the lock screen say of reservekopieën: only what was seen to be so."""

from datetime import datetime

from vtdesk.security.kopiestand import Fout, Stand
from vtdesk.values.kopieplan import OUD
from vtdesk.values.kopiewoorden import wanneer

NONE_YET = "Nog geen reservekopie"
_FAILED = frozenset({Fout.VOL, Fout.SCHIJF, Fout.SCHADE})


def regel(stand: Stand, now: datetime) -> tuple[str, str]:
    """Give the words for the state line, and their tone."""
    failed = any(one.fout in _FAILED for one in stand.plaatsen)
    if stand.goed is None:
        return ("Reservekopie mislukt" if failed else NONE_YET), "gevaar" if failed else "let-op"
    when = wanneer(stand.goed, now)
    if failed:
        return f"Reservekopie mislukt; die van {when} is nog goed", "gevaar"
    if now - stand.goed > OUD:
        return f"Reservekopie {when}, te oud", "let-op"
    stick = stand.stick
    if stick is not None and (stick.goed is None or now - stick.goed > OUD):
        last = f"{wanneer(stick.goed, now)}" if stick.goed else "nog geen"
        return f"Reservekopie {when}, getest; op de stick {last}", "let-op"
    return f"Reservekopie {when}, getest", ""


def laatste_goede(stand: Stand, now: datetime) -> str:
    """Give the words for the lock screen; nothing before there was a copy."""
    return f"Laatste goede reservekopie: {wanneer(stand.goed, now)}" if stand.goed else ""
