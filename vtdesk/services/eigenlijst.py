"""A list of vtdesk that an office changes line by line: its own lines, and what it switched off."""

from dataclasses import dataclass
from typing import Any

from sqlalchemy import select
from sqlalchemy.orm import Session

from vtdesk.models import Instelling


@dataclass(frozen=True, slots=True)
class Eigenlijst:
    """What the office keeps beside the list of vtdesk; undo brings one back as a whole."""

    rijen: tuple[dict[str, Any], ...] = ()
    uit: tuple[str, ...] = ()  # ids of vtdesk that are not used here


def lees(session: Session, naam: str) -> Eigenlijst:
    """Read the list of the office."""
    kept = session.scalar(select(Instelling.waarde).where(Instelling.sleutel == _sleutel(naam)))
    if kept is None:
        return Eigenlijst()
    return Eigenlijst(tuple(kept["rijen"]), tuple(kept["uit"]))


def bewaar(session: Session, naam: str, lijst: Eigenlijst) -> None:
    """Keep the list of the office."""
    value = {"rijen": list(lijst.rijen), "uit": list(lijst.uit)}
    found = session.scalar(select(Instelling).where(Instelling.sleutel == _sleutel(naam)))
    if found is None:
        session.add(Instelling(sleutel=_sleutel(naam), waarde=value))
    else:
        found.waarde = value


def _sleutel(naam: str) -> str:
    return f"eigen-{naam}"
