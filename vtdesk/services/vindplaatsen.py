"""Where a statement stands: in drafts, in sealed versions, and among the grounds of a besluit."""

import json
from collections.abc import Callable, Iterable, Iterator
from dataclasses import dataclass
from datetime import date
from typing import Any
from uuid import UUID

from sqlalchemy import Text, select, type_coerce
from sqlalchemy.orm import Session

from vtdesk.models import Afspraak, Besluit, Concept, Versie, Verslag
from vtdesk.services.sjablonen import boek
from vtdesk.services.uitspraak_tekst import SCHRIJFBAAR
from vtdesk.values.casuskinds import BesluitSoort
from vtdesk.values.kinds import Kind
from vtdesk.values.tekst import statement_ids
from vtdesk.values.tijd import local

_BESLUIT = {
    BesluitSoort.VEILIGHEIDSBEOORDELING: "Veiligheidsbeoordeling",
    BesluitSoort.ONDERZOEK: "Uitkomst onderzoek",
    BesluitSoort.VOORWAARDEN_EN_VERVOLG: "Voorwaarden en vervolg",
    BesluitSoort.OVERDRACHT: "Overdracht",
    BesluitSoort.VERZOEK_TOT_ONDERZOEK: "Verzoek tot onderzoek",
    BesluitSoort.MONITORING: "Besluit na monitoring",
    BesluitSoort.AFSLUITING: "Afsluiting",
    BesluitSoort.VERNIETIGING: "Vernietiging",
    BesluitSoort.ANDERS: "Besluit",
}


@dataclass(frozen=True, slots=True)
class Stuk:
    """A document of a casus, as one calls it."""

    id: UUID
    kind: Kind  # VERSLAG or BESLUIT
    soort: str
    titel: str
    datum: date

    @property
    def naam(self) -> str:
        """Give what it is called in a list."""
        return self.soort if self.titel in ("", self.soort) else f"{self.soort}, {self.titel}"


@dataclass(frozen=True, slots=True)
class Vindplaats:
    """One version of one document that shows one or more of the statements asked for."""

    stuk: Stuk
    versie: str  # "versie 1", "concept", or "besluit"
    nummer: int | None  # of the sealed version
    uitspraken: frozenset[UUID]


def vindplaatsen(session: Session, casus_id: UUID, gezocht: Iterable[UUID]) -> list[Vindplaats]:
    """List every draft, sealed version and besluit with one of these statements, oldest first."""
    ids = frozenset(gezocht)
    found = [*_in_verslagen(session, casus_id, ids), *_in_besluiten(session, casus_id, ids)]
    return sorted(found, key=lambda plek: (plek.stuk.datum, plek.stuk.naam, plek.versie))


def stukken(session: Session, casus_id: UUID) -> dict[UUID, Stuk]:
    """Name the verslagen of a casus."""
    query = (
        select(Verslag, Afspraak)
        .outerjoin(Afspraak, Afspraak.id == Verslag.afspraak_id)
        .where(Verslag.casus_id == casus_id)
    )
    held = boek(session)
    return {
        verslag.id: _stuk(held.van(verslag).titel, verslag, afspraak)
        for verslag, afspraak in session.execute(query)
    }


def besluit_naam(soort: BesluitSoort) -> str:
    """Say what a kind of besluit is called."""
    return _BESLUIT[soort]


def in_versie(versie: Versie) -> frozenset[UUID]:
    """List the statements of a sealed version."""
    return frozenset(UUID(i) for i in statement_ids(json.loads(versie.inhoud)["tekst"]))


def shown_in(versie: Versie, gezocht: frozenset[UUID]) -> frozenset[UUID]:
    """List which of these statements a sealed version shows."""
    return _shown(versie.inhoud.decode(), gezocht, lambda inhoud: inhoud["tekst"])


def _in_verslagen(session: Session, casus_id: UUID, ids: frozenset[UUID]) -> Iterator[Vindplaats]:
    known = stukken(session, casus_id)
    drafts = (
        select(Concept.verslag_id, type_coerce(Concept.tekst, Text))  # as it is stored
        .join(Verslag, Verslag.id == Concept.verslag_id)
        .where(Verslag.casus_id == casus_id, Verslag.stand.in_(SCHRIJFBAAR))
    )
    for verslag_id, tekst in session.execute(drafts):
        if here := _shown(tekst, ids, lambda stored: stored):
            yield Vindplaats(known[verslag_id], "concept", None, here)
    for versie in session.scalars(select(Versie).where(Versie.verslag_id.in_(known))):
        if here := shown_in(versie, ids):
            yield Vindplaats(known[versie.verslag_id], f"versie {versie.nummer}",
                             versie.nummer, here)  # fmt: skip


def _shown(
    stored: str, ids: frozenset[UUID], tekst_of: Callable[[dict[str, Any]], dict[str, Any]]
) -> frozenset[UUID]:
    """List which of these statements a stored text shows; some may only be named as a ground."""
    # Parsing 100 texts takes longer than looking whether an id occurs at all.
    maybe = {name: i for i in ids if (name := str(i)) in stored}
    if not maybe:
        return frozenset()
    found = statement_ids(tekst_of(json.loads(stored)))
    return frozenset(maybe[name] for name in found if name in maybe)


def _in_besluiten(session: Session, casus_id: UUID, ids: frozenset[UUID]) -> Iterator[Vindplaats]:
    for besluit in session.scalars(select(Besluit).where(Besluit.casus_id == casus_id)):
        if here := ids & {UUID(grond) for grond in besluit.gronden}:
            stuk = Stuk(besluit.id, Kind.BESLUIT, _BESLUIT[besluit.soort], "", besluit.datum)
            yield Vindplaats(stuk, "besluit", None, here)


def _stuk(soort: str, verslag: Verslag, afspraak: Afspraak | None) -> Stuk:
    moment = afspraak.begin if afspraak else verslag.gemaakt_op
    titel = afspraak.titel if afspraak else ""
    return Stuk(verslag.id, Kind.VERSLAG, soort, titel, local(moment).date())
