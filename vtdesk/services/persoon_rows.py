"""What is shown of people: with gezag, how to reach them, and how much is shielded."""

from collections import defaultdict
from collections.abc import Iterable
from dataclasses import dataclass
from datetime import date
from uuid import UUID

from sqlalchemy import Select, select
from sqlalchemy.orm import Session

from vtdesk.models import (
    Afgeschermd,
    Betrokkenheid,
    Gezag,
    Organisatie,
    Persoon,
    VeiligContact,
)
from vtdesk.values.kinds import AfgeschermdSoort, Geslacht, GezagSoort, Rol
from vtdesk.values.tijd import leeftijd

KINDEREN = (Rol.KIND, Rol.ONGEBOREN)
OUDERS = (Rol.MOEDER, Rol.VADER, Rol.STIEFOUDER, Rol.PARTNER)
_BY_NAME = 2  # from this group on, people stand in order of their family name


@dataclass(frozen=True, slots=True)
class PersoonGegevens:
    """What a form holds of a person; empty means not known."""

    voornaam: str = ""
    tussenvoegsel: str = ""
    achternaam: str = ""
    geboortedatum: date | None = None
    verwacht_op: date | None = None
    overleden_op: date | None = None
    onbekend: bool = False  # there is somebody, not known who
    geslacht: Geslacht = Geslacht.ONBEKEND
    telefoon: str = ""
    email: str = ""
    adres: str = ""
    taal: str = ""
    opmerking: str = ""


@dataclass(frozen=True, slots=True)
class VeiligContactGegevens:
    """How somebody can be reached without danger."""

    wanneer: str = ""
    voicemail: bool | None = None
    voicemail_vanaf: date | None = None
    codewoord: str = ""
    nooit_zeggen: str = ""
    post: bool | None = None


@dataclass(frozen=True, slots=True)
class GezagRow:
    """Who has gezag over which child, and from which paper we know."""

    kind_id: UUID
    kind: str
    houder_id: UUID
    houder: str
    soort: GezagSoort
    bron: str
    datum: date | None
    version: int


@dataclass(frozen=True, slots=True)
class PersoonRow:
    """One person in the list of a casus."""

    id: UUID
    betrokkenheid_id: UUID
    rol_version: int
    naam: str
    voornaam: str
    sorteernaam: str
    rol: Rol
    leeftijd: int | None
    geboortedatum: date | None
    verwacht_op: date | None
    overleden_op: date | None
    onbekend: bool
    geslacht: Geslacht
    telefoon: str
    toelichting: str
    organisatie: str
    afgeschermd: int
    geheim_adres: bool  # that it is so, never the address
    contact: VeiligContactGegevens
    gezag: tuple[GezagRow, ...]

    @property
    def is_kind(self) -> bool:
        """Tell whether the casus is about this child."""
        return self.rol in KINDEREN


@dataclass(frozen=True, slots=True)
class PersoonDetail:
    """All that a form needs to change a person.

    `version` guards against lost updates: of the person and of its safe contact together.
    """

    id: UUID
    version: int
    gegevens: PersoonGegevens
    contact: VeiligContactGegevens
    gezag: tuple[GezagRow, ...]
    afgeschermd: int


@dataclass(frozen=True, slots=True)
class AfgeschermdRow:
    """A shielded value, given only after a reason."""

    id: UUID
    soort: AfgeschermdSoort
    waarde: str
    toelichting: str


def kinderen(casus_id: UUID | None) -> Select[Persoon, str]:
    """Ask for the children a casus is about now, the oldest first, and what is said of each."""
    return (
        select(Persoon, Betrokkenheid.toelichting)
        .join(Betrokkenheid, Betrokkenheid.persoon_id == Persoon.id)
        .where(
            Betrokkenheid.casus_id == casus_id,
            Betrokkenheid.rol.in_(KINDEREN),
            Betrokkenheid.tot.is_(None),
        )
        .order_by(Persoon.geboortedatum, Persoon.voornaam)
    )


class Around:
    """What other tables know of these people, read once for all of them."""

    def __init__(self, session: Session, ids: list[UUID]) -> None:
        self._gezag = gezag_of(session, ids)
        self._contacts = contacts_of(session, ids)
        self._shielded = shielded_of(session, ids)
        self._hidden_addresses = shielded_of(session, ids, AfgeschermdSoort.ADRES)

    def row(
        self, betrokkenheid: Betrokkenheid, persoon: Persoon, organisatie: str, today: date
    ) -> PersoonRow:
        return PersoonRow(
            id=persoon.id,
            betrokkenheid_id=betrokkenheid.id,
            rol_version=betrokkenheid.version,
            naam=persoon.naam,
            voornaam=persoon.voornaam or persoon.naam,
            sorteernaam=persoon.sorteernaam,
            rol=betrokkenheid.rol,
            leeftijd=_age(persoon, today),
            geboortedatum=persoon.geboortedatum,
            verwacht_op=persoon.verwacht_op,
            overleden_op=persoon.overleden_op,
            onbekend=persoon.onbekend,
            geslacht=persoon.geslacht,
            telefoon=persoon.telefoon,
            toelichting=betrokkenheid.toelichting,
            organisatie=organisatie,
            afgeschermd=self._shielded[persoon.id],
            geheim_adres=self._hidden_addresses[persoon.id] > 0,
            contact=self._contacts[persoon.id],
            gezag=self._gezag[persoon.id],
        )


def people_of(session: Session, casus_id: UUID, today: date) -> list[PersoonRow]:
    """List who is in a casus now: children, parents, family, others."""
    query = (
        select(Betrokkenheid, Persoon, Organisatie.naam)
        .join(Persoon, Persoon.id == Betrokkenheid.persoon_id)
        .outerjoin(Organisatie, Organisatie.id == Betrokkenheid.organisatie_id)
        .where(Betrokkenheid.casus_id == casus_id, Betrokkenheid.tot.is_(None))
    )
    found = session.execute(query).all()
    around = Around(session, [persoon.id for _, persoon, _ in found])
    rows = [
        around.row(betrokkenheid, persoon, organisatie or "", today)
        for betrokkenheid, persoon, organisatie in found
    ]
    return sorted(rows, key=order)


def order(row: PersoonRow) -> tuple[int, date, str]:
    """Children before adults, the oldest child first; then parents; the rest by role and name."""
    group = 0 if row.is_kind else 1 if row.rol in OUDERS else 2 + list(Rol).index(row.rol)
    age = row.geboortedatum or row.verwacht_op if group < _BY_NAME else None
    return group, age or date.max, row.sorteernaam


def _age(persoon: Persoon, today: date) -> int | None:
    """Count the years somebody lived, until today or until death."""
    if persoon.geboortedatum is None:
        return None
    return leeftijd(persoon.geboortedatum, min(persoon.overleden_op or today, today))


def gezag_of(session: Session, ids: Iterable[UUID]) -> dict[UUID, tuple[GezagRow, ...]]:
    """Collect gezag by person, both of the holder and of the child."""
    wanted = list(ids)
    rows = session.scalars(
        select(Gezag).where(Gezag.kind_id.in_(wanted) | Gezag.houder_id.in_(wanted))
    ).all()
    named = {i for row in rows for i in (row.kind_id, row.houder_id)}
    names = {p.id: p.naam for p in session.scalars(select(Persoon).where(Persoon.id.in_(named)))}
    found: dict[UUID, tuple[GezagRow, ...]] = defaultdict(tuple)
    for row in rows:
        gezag = GezagRow(
            row.kind_id, names[row.kind_id], row.houder_id, names[row.houder_id],
            row.soort, row.bron, row.datum, row.version,
        )  # fmt: skip
        found[row.kind_id] += (gezag,)
        found[row.houder_id] += (gezag,)
    return found


def contacts_of(session: Session, ids: Iterable[UUID]) -> dict[UUID, VeiligContactGegevens]:
    """Collect how each person can be reached without danger."""
    found: dict[UUID, VeiligContactGegevens] = defaultdict(VeiligContactGegevens)
    query = select(VeiligContact).where(VeiligContact.persoon_id.in_(list(ids)))
    for row in session.scalars(query):
        found[row.persoon_id] = VeiligContactGegevens(
            **{name: getattr(row, name) for name in VeiligContactGegevens.__slots__}
        )
    return found


def version_of(session: Session, persoon: Persoon) -> int:
    """Give what grows with each change of a person or of how that person can be reached."""
    query = select(VeiligContact.version).where(VeiligContact.persoon_id == persoon.id)
    return persoon.version + (session.scalar(query) or 0)


def shielded_of(
    session: Session, ids: Iterable[UUID], *soorten: AfgeschermdSoort
) -> dict[UUID, int]:
    """Count the shielded values of each person, of some kinds or of all."""
    found: dict[UUID, int] = defaultdict(int)
    query = select(Afgeschermd.persoon_id).where(Afgeschermd.persoon_id.in_(list(ids)))
    if soorten:
        query = query.where(Afgeschermd.soort.in_(soorten))
    for persoon_id in session.scalars(query):
        found[persoon_id] += 1
    return found
