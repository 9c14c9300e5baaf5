"""People of a casus: children first, gezag with its source, and what stays hidden until asked."""

from collections import defaultdict
from collections.abc import Iterable
from dataclasses import asdict, dataclass
from datetime import date
from uuid import UUID

from sqlalchemy import select
from sqlalchemy.orm import Session

from vtdesk.errors import UserError
from vtdesk.models import (
    Afgeschermd,
    Betrokkenheid,
    Gezag,
    Organisatie,
    Persoon,
    VeiligContact,
)
from vtdesk.store.store import Store, note
from vtdesk.values.kinds import AfgeschermdSoort, Geslacht, GezagSoort, Kind, Rol
from vtdesk.values.tijd import Clock, leeftijd

KINDEREN = (Rol.KIND, Rol.ONGEBOREN)
OUDERS = (Rol.MOEDER, Rol.VADER, Rol.STIEFOUDER, Rol.PARTNER)


@dataclass(frozen=True, slots=True)
class PersoonGegevens:
    """What a form holds of a person; empty means not known."""

    voornaam: str = ""
    tussenvoegsel: str = ""
    achternaam: str = ""
    geboortedatum: date | None = None
    verwacht_op: date | None = None
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


@dataclass(frozen=True, slots=True)
class PersoonRow:
    """One person in the list of a casus."""

    id: UUID
    betrokkenheid_id: UUID
    naam: str
    voornaam: str
    rol: Rol
    leeftijd: int | None
    geboortedatum: date | None
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
    """All that a form needs to change a person; `version` guards against lost updates."""

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


class Personen:
    """Use cases around people; each method is one transaction."""

    def __init__(self, store: Store, clock: Clock) -> None:
        self._store = store
        self._clock = clock

    def in_casus(self, casus_id: UUID) -> list[PersoonRow]:
        """List the people of a casus: children, parents, family, others."""
        query = (
            select(Betrokkenheid, Persoon, Organisatie.naam)
            .join(Persoon, Persoon.id == Betrokkenheid.persoon_id)
            .outerjoin(Organisatie, Organisatie.id == Betrokkenheid.organisatie_id)
            .where(Betrokkenheid.casus_id == casus_id, Betrokkenheid.tot.is_(None))
        )
        today = self._clock().date()
        with self._store.read() as session:
            found = session.execute(query).all()
            around = _Around(session, [persoon.id for _, persoon, _ in found])
            rows = [
                around.row(betrokkenheid, persoon, organisatie or "", today)
                for betrokkenheid, persoon, organisatie in found
            ]
        return sorted(rows, key=_order)

    def detail(self, persoon_id: UUID) -> PersoonDetail:
        """Give all fields of a person, without the shielded values."""
        with self._store.read() as session:
            persoon = session.get_one(Persoon, persoon_id)
            return PersoonDetail(
                id=persoon.id,
                version=persoon.version,
                gegevens=PersoonGegevens(
                    **{name: getattr(persoon, name) for name in PersoonGegevens.__slots__}
                ),
                contact=_contacts(session, [persoon_id])[persoon_id],
                gezag=_gezag(session, [persoon_id])[persoon_id],
                afgeschermd=_shielded(session, [persoon_id])[persoon_id],
            )

    def add(
        self,
        casus_id: UUID,
        gegevens: PersoonGegevens,
        rol: Rol,
        *,
        toelichting: str = "",
        organisatie_id: UUID | None = None,
    ) -> UUID:
        """Add a new person to a casus."""
        persoon = Persoon(**asdict(gegevens))
        persoon.check(self._clock().date())
        with self._store.write() as session:
            session.add(persoon)
            session.flush()
            session.add(
                Betrokkenheid(
                    casus_id=casus_id,
                    persoon_id=persoon.id,
                    rol=rol,
                    toelichting=toelichting,
                    organisatie_id=organisatie_id,
                    vanaf=self._clock().date(),
                )
            )
            return persoon.id

    def change(self, persoon_id: UUID, version: int, gegevens: PersoonGegevens) -> None:
        """Change a person; refuses when somebody else did so since `version` was read."""
        with self._store.write() as session:
            persoon = session.get_one(Persoon, persoon_id)
            if persoon.version != version:
                raise UserError(
                    "Deze persoon is intussen ergens anders gewijzigd. Open de persoon opnieuw."
                )
            for name, value in asdict(gegevens).items():
                setattr(persoon, name, value)
            persoon.check(self._clock().date())

    def set_rol(self, betrokkenheid_id: UUID, rol: Rol, toelichting: str) -> None:
        """Change what a person is in this casus."""
        with self._store.write() as session:
            betrokkenheid = session.get_one(Betrokkenheid, betrokkenheid_id)
            betrokkenheid.rol, betrokkenheid.toelichting = rol, toelichting

    def leave(self, betrokkenheid_id: UUID) -> None:
        """End the part of a person in this casus, today; `rejoin` undoes it."""
        with self._store.write() as session:
            session.get_one(Betrokkenheid, betrokkenheid_id).tot = self._clock().date()

    def rejoin(self, betrokkenheid_id: UUID) -> None:
        """Undo that a person left this casus."""
        with self._store.write() as session:
            session.get_one(Betrokkenheid, betrokkenheid_id).tot = None

    def set_gezag(
        self,
        kind_id: UUID,
        houder_id: UUID,
        soort: GezagSoort,
        *,
        bron: str,
        datum: date | None,
    ) -> None:
        """Note who has gezag over a child, with the paper that shows it."""
        query = select(Gezag).where(Gezag.kind_id == kind_id, Gezag.houder_id == houder_id)
        with self._store.write() as session:
            found = session.scalar(query)
            if found:
                found.soort, found.bron, found.datum = soort, bron, datum
            else:
                session.add(
                    Gezag(kind_id=kind_id, houder_id=houder_id, soort=soort, bron=bron, datum=datum)
                )

    def set_veilig_contact(self, persoon_id: UUID, gegevens: VeiligContactGegevens) -> None:
        """Note how this person can be reached without danger."""
        query = select(VeiligContact).where(VeiligContact.persoon_id == persoon_id)
        with self._store.write() as session:
            found = session.scalar(query)
            if not found:
                session.add(VeiligContact(persoon_id=persoon_id, **asdict(gegevens)))
                return
            for name, value in asdict(gegevens).items():
                setattr(found, name, value)

    def shield(
        self, persoon_id: UUID, soort: AfgeschermdSoort, waarde: str, toelichting: str = ""
    ) -> UUID:
        """Note a value that must not reach others."""
        if not waarde.strip():
            raise UserError("Vul in wat afgeschermd moet blijven.")
        afgeschermd = Afgeschermd(
            persoon_id=persoon_id, soort=soort, waarde=waarde.strip(), toelichting=toelichting
        )
        with self._store.write() as session:
            session.add(afgeschermd)
            return afgeschermd.id

    def unshield(self, afgeschermd_id: UUID) -> None:
        """Take a shielded value away; the logboek keeps that it was there."""
        with self._store.write() as session:
            session.delete(session.get_one(Afgeschermd, afgeschermd_id))

    def open_afgeschermd(self, persoon_id: UUID, reden: str) -> list[AfgeschermdRow]:
        """Give the shielded values; each look is a line in the logboek and needs a reason."""
        if not reden.strip():
            raise UserError("Schrijf op waarom je dit nu moet zien. Het staat in het logboek.")
        query = select(Afgeschermd).where(Afgeschermd.persoon_id == persoon_id)
        with self._store.write() as session:
            note(session, "R", Kind.PERSOON, persoon_id, "afgeschermd")
            return [
                AfgeschermdRow(row.id, row.soort, row.waarde, row.toelichting)
                for row in session.scalars(query)
            ]


class _Around:
    """What other tables know of these people, read once for all of them."""

    def __init__(self, session: Session, ids: list[UUID]) -> None:
        self._gezag = _gezag(session, ids)
        self._contacts = _contacts(session, ids)
        self._shielded = _shielded(session, ids)
        self._hidden_addresses = _shielded(session, ids, AfgeschermdSoort.ADRES)

    def row(
        self, betrokkenheid: Betrokkenheid, persoon: Persoon, organisatie: str, today: date
    ) -> PersoonRow:
        return PersoonRow(
            id=persoon.id,
            betrokkenheid_id=betrokkenheid.id,
            naam=persoon.naam,
            voornaam=persoon.voornaam or persoon.naam,
            rol=betrokkenheid.rol,
            leeftijd=leeftijd(persoon.geboortedatum, today) if persoon.geboortedatum else None,
            geboortedatum=persoon.geboortedatum,
            geslacht=persoon.geslacht,
            telefoon=persoon.telefoon,
            toelichting=betrokkenheid.toelichting,
            organisatie=organisatie,
            afgeschermd=self._shielded[persoon.id],
            geheim_adres=self._hidden_addresses[persoon.id] > 0,
            contact=self._contacts[persoon.id],
            gezag=self._gezag[persoon.id],
        )


def _order(row: PersoonRow) -> tuple[int, date, str]:
    """Children before adults, the oldest child first; then parents; the rest by role."""
    group = 0 if row.is_kind else 1 if row.rol in OUDERS else 2 + list(Rol).index(row.rol)
    return group, row.geboortedatum or date.max, row.naam.casefold()


def _gezag(session: Session, ids: Iterable[UUID]) -> dict[UUID, tuple[GezagRow, ...]]:
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
            row.soort, row.bron, row.datum,
        )  # fmt: skip
        found[row.kind_id] += (gezag,)
        found[row.houder_id] += (gezag,)
    return found


def _contacts(session: Session, ids: Iterable[UUID]) -> dict[UUID, VeiligContactGegevens]:
    found: dict[UUID, VeiligContactGegevens] = defaultdict(VeiligContactGegevens)
    query = select(VeiligContact).where(VeiligContact.persoon_id.in_(list(ids)))
    for row in session.scalars(query):
        found[row.persoon_id] = VeiligContactGegevens(
            **{name: getattr(row, name) for name in VeiligContactGegevens.__slots__}
        )
    return found


def _shielded(session: Session, ids: Iterable[UUID], *soorten: AfgeschermdSoort) -> dict[UUID, int]:
    """Count the shielded values of each person, of some kinds or of all."""
    found: dict[UUID, int] = defaultdict(int)
    query = select(Afgeschermd.persoon_id).where(Afgeschermd.persoon_id.in_(list(ids)))
    if soorten:
        query = query.where(Afgeschermd.soort.in_(soorten))
    for persoon_id in session.scalars(query):
        found[persoon_id] += 1
    return found
