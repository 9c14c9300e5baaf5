"""Who may be behind a number: the people and organisations it belongs to, with their casus."""

from collections.abc import Iterable, Sequence
from dataclasses import dataclass
from uuid import UUID

from sqlalchemy import select
from sqlalchemy.orm import Session

from vtdesk.models import Betrokkenheid, Casus, Inzet, Organisatie, Persoon, Terugbelverzoek
from vtdesk.services.afscherming import geheim_in
from vtdesk.services.bellen.nummers import Wie
from vtdesk.services.persoon_rows import shielded_of
from vtdesk.values.dagkinds import Herkenning
from vtdesk.values.kinds import AfgeschermdSoort, CasusStaat, Kind, Rol

TWEE_MENSEN = "Dit nummer hoort bij twee mensen. Kies wie je sprak."


@dataclass(frozen=True, slots=True, kw_only=True)
class Match:
    """One person in one casus, or an organisation; never an address."""

    naam: str
    roepnaam: str
    persoon_id: UUID | None = None
    organisatie_id: UUID | None = None
    casus_id: UUID | None = None
    rol: Rol | None = None
    toelichting: str = ""  # what somebody is there, such as `tante van Fenna`
    casus: str = ""
    casus_nummer: str = ""
    loopt: bool = True
    geheim_adres: bool = False  # that it is so, never the address

    @property
    def id(self) -> tuple[UUID | None, UUID | None]:
        """Tell this match from another."""
        return self.persoon_id or self.organisatie_id, self.casus_id


def matches_of(session: Session, who: Iterable[Wie], *, short: bool = False) -> list[Match]:
    """Show who these are: in running casussen first; somebody who only made a melding never.

    `short` leaves out what somebody is there, which takes a guard for each casus.
    """
    wanted = list(who)
    found = [*_people(session, wanted, short=short), *_organisations(session, wanted, short=short)]
    return sorted(found, key=lambda one: (not one.loopt, one.naam, one.casus))


def casus_of(verzoek: Terugbelverzoek, who: Match | None) -> UUID | None:
    """Tell in which casus a call belongs; of an organisation in several she chose it herself."""
    chosen = verzoek.herkenning is Herkenning.KLOPT and verzoek.casus_id is not None
    if who is None or (who.organisatie_id and chosen):
        return verzoek.casus_id
    return who.casus_id


def vraag(matches: Sequence[Match]) -> str:
    """Say what is to be chosen; nothing when there is one match or none."""
    people = len({one.persoon_id or one.organisatie_id for one in matches})
    if people == 2:  # noqa: PLR2004 - said in a word
        return TWEE_MENSEN
    if people > 1:
        return f"Dit nummer hoort bij {people} mensen. Kies wie je sprak."
    if len(matches) > 1:
        return f"{matches[0].roepnaam} staat in {len(matches)} casussen. Kies waar dit over gaat."
    return ""


def _people(session: Session, who: list[Wie], *, short: bool) -> list[Match]:
    ids = [ding for kind, ding in who if kind is Kind.PERSOON]
    query = (
        select(Betrokkenheid, Persoon, Casus)
        .join(Persoon, Persoon.id == Betrokkenheid.persoon_id)
        .join(Casus, Casus.id == Betrokkenheid.casus_id)
        .where(Persoon.id.in_(ids), Betrokkenheid.rol != Rol.MELDER)
        .order_by(Betrokkenheid.tot.is_(None))
    )
    rows = session.execute(query).all() if ids else []
    hidden = shielded_of(session, ids, AfgeschermdSoort.ADRES) if rows else {}
    said = {casus.id for betrokken, _, casus in rows if betrokken.toelichting and not short}
    guards = {casus_id: geheim_in(session, casus_id) for casus_id in said}
    found = {
        (persoon.id, casus.id): Match(
            naam=persoon.naam,
            roepnaam=persoon.voornaam or persoon.naam,
            persoon_id=persoon.id,
            casus_id=casus.id,
            rol=betrokken.rol,
            toelichting=guards[casus.id].bedekt(betrokken.toelichting)
            if casus.id in guards
            else "",
            casus=casus.naam,
            casus_nummer=casus.nummer,
            loopt=casus.staat is CasusStaat.LOPEND and betrokken.tot is None,
            geheim_adres=hidden.get(persoon.id, 0) > 0,
        )
        for betrokken, persoon, casus in rows
    }
    return list(found.values())


def _organisations(session: Session, who: list[Wie], *, short: bool) -> list[Match]:
    """Show organisations; the casus only where it works in one alone."""
    ids = [ding for kind, ding in who if kind is Kind.ORGANISATIE]
    found: list[Match] = []
    if not ids:
        return found
    for organisatie in session.scalars(select(Organisatie).where(Organisatie.id.in_(ids))):
        query = (
            select(Casus)
            .join(Inzet, Inzet.casus_id == Casus.id)
            .where(Inzet.organisatie_id == organisatie.id, Inzet.tot.is_(None))
            .distinct()
        )
        casussen = session.scalars(query.limit(2)).all()
        casus = casussen[0] if len(casussen) == 1 else None
        naam = organisatie.naam
        if casus and not short:  # the school of a child may be what is shielded there
            naam = geheim_in(session, casus.id).bedekt(naam)
        found.append(
            Match(
                naam=naam,
                roepnaam=naam,
                organisatie_id=organisatie.id,
                casus_id=casus.id if casus else None,
                casus=casus.naam if casus else "",
                casus_nummer=casus.nummer if casus else "",
            )
        )
    return found
