"""Tekstbouwstenen: the list as this office has it, and what is known of their open fields."""

from dataclasses import dataclass
from functools import lru_cache
from typing import Any
from uuid import UUID

from sqlalchemy import select
from typing_extensions import override

from vtdesk import resources
from vtdesk.errors import OutsideError, UserError
from vtdesk.models import Betrokkenheid, Instelling, Persoon
from vtdesk.services.eigenlijst import Eigenlijst, MetEigenlijst
from vtdesk.services.instellingen import GEBRUIKER
from vtdesk.services.personen import KINDEREN
from vtdesk.store.store import Store
from vtdesk.values.bouwsteen import (
    BESTAND,
    Bouwsteen,
    bouwsteen,
    read_bouwstenen,
    samen,
)
from vtdesk.values.kinds import Rol
from vtdesk.values.tijd import Clock, volle_dag


@dataclass(frozen=True, slots=True)
class Bouwsteenrij:
    """One of the list, and whose it is."""

    steen: Bouwsteen
    eigen: bool
    aan: bool = True

    @property
    def id(self) -> str:
        """Give its name."""
        return self.steen.naam


class Tekstbouwstenen(MetEigenlijst):
    """Use cases around short names that become sentences."""

    naam = "tekstbouwstenen"

    def __init__(self, store: Store, clock: Clock) -> None:
        super().__init__(store, clock)
        self._all: tuple[Bouwsteen, ...] | None = None

    def alle(self) -> tuple[Bouwsteen, ...]:
        """List those in use, by name."""
        if self._all is None:
            kept = self._kept()
            own = tuple(_steen(row) for row in kept.rijen)
            self._all = samen(_van_vtdesk(), own, kept.uit)
        return self._all

    def van(self, naam: str) -> Bouwsteen | None:
        """Find one by its name."""
        wanted = naam.casefold()
        return next((one for one in self.alle() if one.naam == wanted), None)

    def bekend(self, casus_id: UUID | None) -> dict[str, str]:
        """Tell what the open fields of a casus are; what is not known is not in it."""
        with self._store.read() as session:
            user = session.scalar(
                select(Instelling.waarde).where(Instelling.sleutel == GEBRUIKER)
            ) or {}  # fmt: skip
            people = session.execute(
                select(Persoon, Betrokkenheid.rol)
                .join(Betrokkenheid, Betrokkenheid.persoon_id == Persoon.id)
                .where(Betrokkenheid.casus_id == casus_id, Betrokkenheid.tot.is_(None))
                .order_by(Persoon.geboortedatum, Persoon.voornaam)
            ).all()
        first = [(p.voornaam or p.naam, rol) for p, rol in people if not p.onbekend]
        found = {
            "vandaag": volle_dag(self._clock().date()),
            "auteur": user.get("naam", ""),
            "organisatie": user.get("organisatie", ""),
            "kinderen": _joined([naam for naam, rol in first if rol in KINDEREN]),
            "moeder": _only([naam for naam, rol in first if rol is Rol.MOEDER]),
            "vader": _only([naam for naam, rol in first if rol is Rol.VADER]),
        }
        return {name: value for name, value in found.items() if value}

    def rijen(self) -> list[Bouwsteenrij]:
        """List all by name, also those that the office switched off."""
        kept = self._kept()
        own = [_steen(row) for row in kept.rijen]
        names = {one.naam for one in own}
        found = [Bouwsteenrij(one, eigen=True) for one in own]
        found += [
            Bouwsteenrij(one, eigen=False, aan=one.naam not in kept.uit)
            for one in _van_vtdesk()
            if one.naam not in names
        ]
        return sorted(found, key=lambda rij: rij.id)

    def bewaar(self, was: str, naam: str, tekst: str, uitleg: str) -> Eigenlijst:
        """Keep one of the office, in the place of `was`; gives the list of before, for undo."""
        made = bouwsteen(naam, tekst, uitleg)
        taken = {rij.id for rij in self.rijen() if rij.aan} - {was}
        if made.naam in taken:
            raise UserError(f"De naam '{made.naam}' is al in gebruik. Kies een andere.")
        row = {"naam": made.naam, "tekst": made.tekst, "uitleg": made.uitleg}
        return self._put(was, row, frozenset(one.naam for one in _van_vtdesk()))

    @override
    def _id_of(self, row: dict[str, Any]) -> str:
        return str(row["naam"])

    @override
    def _forget(self) -> None:
        self._all = None


@lru_cache(maxsize=1)
def _van_vtdesk() -> tuple[Bouwsteen, ...]:
    try:
        return read_bouwstenen(resources.path(BESTAND).read_text("utf-8"))
    except (OSError, UnicodeDecodeError) as error:
        raise OutsideError(
            f"Het bestand {BESTAND} kan niet worden gelezen. Installeer vtdesk opnieuw."
        ) from error


def _steen(row: dict[str, Any]) -> Bouwsteen:
    return Bouwsteen(row["naam"], row["tekst"], row["uitleg"])


def _joined(names: list[str]) -> str:
    return " en ".join(filter(None, (", ".join(names[:-1]), *names[-1:])))


def _only(names: list[str]) -> str:
    return names[0] if len(names) == 1 else ""
