"""What the state line and the lock screen say of reservekopieën: only what was seen to be so."""

from collections.abc import Collection
from dataclasses import dataclass
from datetime import datetime

from vtdesk.security.kopiestand import Fout, Stand
from vtdesk.values.kopieplan import OUD, liep_voor, mag_binnen, moet_binnen
from vtdesk.values.kopiewoorden import wanneer
from vtdesk.values.tijd import korte_dag, local

SEEN = "Nagekeken"  # what was said after a restore
NONE_YET = "Nog geen reservekopie"
_FAILED = frozenset({Fout.VOL, Fout.SCHIJF, Fout.SCHADE})


@dataclass(frozen=True, slots=True)
class Stickzorg:
    """Why the stick must come in: what it still holds, for the state line and in full."""

    kort: str  # "" as long as it need not come in now
    lang: str
    tone: str


def stickzorg(
    stand: Stand, destroyed: Collection[datetime], now: datetime, *, old_keys: bool
) -> Stickzorg | None:
    """Tell what must leave the stick; only when it is in the laptop can vtdesk do that."""
    stick = stand.stick
    if stick is None:
        return None
    if old_keys:
        return Stickzorg(
            "steek de stick in: daarop staan kopieën met oude sleutels",
            "Op de stick staan nog kopieën die met je oude wachtzin en herstelblad opengaan. "
            "Steek de stick in de laptop; vtdesk vervangt ze dan.",
            "let-op",
        )
    before = moet_binnen(stick.oudste, destroyed) if stick.oudste else None
    return _destroyed_there(before, now) if before else None


def _destroyed_there(before: datetime, now: datetime) -> Stickzorg:
    holds = "Op de stick staan nog kopieën met een casus die is vernietigd."
    last, first = _day(before), _day(mag_binnen(before))
    if now >= before:
        return Stickzorg(
            "steek de stick nu in",
            f"{holds} Die hadden op {last} weg moeten zijn. Steek de stick nu in de laptop; vtdesk "
            "haalt ze er dan af.",
            "let-op",
        )
    if now >= mag_binnen(before):
        return Stickzorg(
            f"steek de stick in vóór {last}",
            f"{holds} Steek de stick in de laptop vóór {last}; vtdesk haalt ze er dan af.",
            "let-op",
        )
    return Stickzorg(
        "",
        f"{holds} Steek de stick tussen {first} en {last} in de laptop; vtdesk haalt ze er dan af.",
        "stil",
    )


def _day(moment: datetime) -> str:
    return korte_dag(local(moment).date())


def regel(stand: Stand, now: datetime, zorg: Stickzorg | None = None) -> tuple[str, str]:
    """Give the words for the state line, and their tone."""
    words, tone = _regel(stand, now)
    if zorg is None or not zorg.kort or tone == "gevaar":
        return words, tone
    return f"{words}; {zorg.kort}", zorg.tone


def _regel(stand: Stand, now: datetime) -> tuple[str, str]:
    failed = any(one.fout in _FAILED for one in stand.plaatsen)
    made = [one.goed for one in stand.plaatsen if one.goed]
    if not made:
        return ("Reservekopie mislukt" if failed else NONE_YET), "gevaar" if failed else "let-op"
    if liep_voor(last := _last(made, now), now):
        return "Reservekopie van een onbekende dag: toen liep de klok voor", "let-op"
    when = wanneer(last, now)
    if failed:
        return f"Reservekopie mislukt; die van {when} is nog goed", "gevaar"
    if now - last > OUD:
        return f"Reservekopie {when}, te oud", "let-op"
    stick = stand.stick
    if stick is not None and not _is_recent(stick.goed, now):
        there = f"{wanneer(stick.goed, now)}" if stick.goed else "nog geen"
        return f"Reservekopie {when}, getest; op de stick {there}", "let-op"
    return f"Reservekopie {when}, getest", ""


def _last(made: Collection[datetime], now: datetime) -> datetime:
    """Give the last moment that can be: one of a clock that was ahead only when it is all."""
    return max(made, key=lambda moment: (not liep_voor(moment, now), moment))


def _is_recent(made: datetime | None, now: datetime) -> bool:
    return made is not None and now - made <= OUD and not liep_voor(made, now)


def laatste_goede(stand: Stand, now: datetime) -> str:
    """Give the words for the lock screen; nothing before there was a copy."""
    made = [one.goed for one in stand.plaatsen if one.goed]
    return f"Laatste goede reservekopie: {wanneer(_last(made, now), now)}" if made else ""
