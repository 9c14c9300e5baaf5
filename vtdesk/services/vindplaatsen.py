"""Where a statement stands: in drafts, in sealed versions, and among the grounds of a besluit."""

import json
from collections.abc import Iterable, Iterator
from dataclasses import dataclass
from datetime import date
from uuid import UUID

from sqlalchemy import select
from sqlalchemy.orm import Session

from vtdesk.models import Afspraak, Besluit, Concept, Versie, Verslag
from vtdesk.services.sjablonen import sjabloon
from vtdesk.services.uitspraak_tekst import SCHRIJFBAAR
from vtdesk.values.casuskinds import BesluitSoort
from vtdesk.values.kinds import Kind
from vtdesk.values.tekst import Tekst
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
    return {verslag.id: _stuk(verslag, afspraak) for verslag, afspraak in session.execute(query)}


def besluit_naam(soort: BesluitSoort) -> str:
    """Say what a kind of besluit is called."""
    return _BESLUIT[soort]


def in_versie(versie: Versie) -> frozenset[UUID]:
    """List the statements of a sealed version."""
    return in_tekst(Tekst.from_json(json.loads(versie.inhoud)["tekst"]))


def in_tekst(tekst: Tekst) -> frozenset[UUID]:
    """List the statements of a text."""
    return frozenset(regel.id for regel in tekst.uitspraken())


def _in_verslagen(session: Session, casus_id: UUID, ids: frozenset[UUID]) -> Iterator[Vindplaats]:
    known = stukken(session, casus_id)
    drafts = (
        select(Concept)
        .join(Verslag, Verslag.id == Concept.verslag_id)
        .where(Verslag.casus_id == casus_id, Verslag.stand.in_(SCHRIJFBAAR))
    )
    for concept in session.scalars(drafts):
        if here := ids & in_tekst(Tekst.from_json(concept.tekst)):
            yield Vindplaats(known[concept.verslag_id], "concept", None, here)
    for versie in session.scalars(select(Versie).where(Versie.verslag_id.in_(known))):
        # Parsing 100 sealed texts takes longer than looking whether an id occurs at all.
        maybe = frozenset(i for i in ids if str(i).encode() in versie.inhoud)
        if maybe and (here := maybe & in_versie(versie)):
            yield Vindplaats(known[versie.verslag_id], f"versie {versie.nummer}",
                             versie.nummer, here)  # fmt: skip


def _in_besluiten(session: Session, casus_id: UUID, ids: frozenset[UUID]) -> Iterator[Vindplaats]:
    for besluit in session.scalars(select(Besluit).where(Besluit.casus_id == casus_id)):
        if here := ids & {UUID(grond) for grond in besluit.gronden}:
            stuk = Stuk(besluit.id, Kind.BESLUIT, _BESLUIT[besluit.soort], "", besluit.datum)
            yield Vindplaats(stuk, "besluit", None, here)


def _stuk(verslag: Verslag, afspraak: Afspraak | None) -> Stuk:
    soort = sjabloon(verslag.sjabloon).titel
    moment = afspraak.begin if afspraak else verslag.gemaakt_op
    titel = afspraak.titel if afspraak else ""
    return Stuk(verslag.id, Kind.VERSLAG, soort, titel, local(moment).date())
