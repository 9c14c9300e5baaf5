"""People of a casus: children first, gezag with its source, and what stays hidden until asked."""

from dataclasses import asdict
from datetime import date
from uuid import UUID

from sqlalchemy import select
from sqlalchemy.orm import Session

from vtdesk.errors import UserError
from vtdesk.models import (
    Afgeschermd,
    Betrokkenheid,
    Gezag,
    Persoon,
    VeiligContact,
)
from vtdesk.services.persoon_rollen import (
    OUTDATED,
    Geboorte,
    RolRow,
    RolWijziging,
    bear,
    change_rol,
    rollen_of,
    unbear,
)
from vtdesk.services.persoon_rows import (
    KINDEREN,
    OUDERS,
    AfgeschermdRow,
    GezagRow,
    PersoonDetail,
    PersoonGegevens,
    PersoonRow,
    VeiligContactGegevens,
    contacts_of,
    gezag_of,
    people_of,
    shielded_of,
    version_of,
)
from vtdesk.store.store import Store, note
from vtdesk.values.kinds import AfgeschermdSoort, GezagSoort, Kind, Rol
from vtdesk.values.tijd import Clock

__all__ = [
    "KINDEREN",
    "OUDERS",
    "AfgeschermdRow",
    "Geboorte",
    "GezagRow",
    "Personen",
    "PersoonDetail",
    "PersoonGegevens",
    "PersoonRow",
    "RolRow",
    "RolWijziging",
    "VeiligContactGegevens",
]

UNREACHED = VeiligContactGegevens()  # nothing is known of how to reach somebody


class Personen:
    """Use cases around people; each method is one transaction."""

    def __init__(self, store: Store, clock: Clock) -> None:
        self._store = store
        self._clock = clock

    def in_casus(self, casus_id: UUID) -> list[PersoonRow]:
        """List the people of a casus: children, parents, family, others."""
        with self._store.read() as session:
            return people_of(session, casus_id, self._clock().date())

    def detail(self, persoon_id: UUID) -> PersoonDetail:
        """Give all fields of a person, without the shielded values."""
        with self._store.read() as session:
            persoon = session.get_one(Persoon, persoon_id)
            return PersoonDetail(
                id=persoon.id,
                version=version_of(session, persoon),
                gegevens=PersoonGegevens(
                    **{name: getattr(persoon, name) for name in PersoonGegevens.__slots__}
                ),
                contact=contacts_of(session, [persoon_id])[persoon_id],
                gezag=gezag_of(session, [persoon_id])[persoon_id],
                afgeschermd=shielded_of(session, [persoon_id])[persoon_id],
            )

    def add(
        self,
        casus_id: UUID,
        gegevens: PersoonGegevens,
        rol: Rol,
        *,
        toelichting: str = "",
        organisatie_id: UUID | None = None,
        contact: VeiligContactGegevens = UNREACHED,
    ) -> UUID:
        """Add a new person to a casus, with how this person can be reached without danger."""
        persoon = Persoon(**asdict(gegevens))
        persoon.check(self._clock().date(), rol)
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
            _keep_contact(session, persoon.id, contact)
            return persoon.id

    def change(
        self,
        persoon_id: UUID,
        version: int,
        gegevens: PersoonGegevens,
        *,
        contact: VeiligContactGegevens | None = None,
        rol: RolWijziging | None = None,
    ) -> None:
        """Change a person, with how to reach it and what it is in a casus; None leaves that.

        Refuses when somebody else changed any of it since `version` was read.
        """
        with self._store.write() as session:
            persoon = _get(session, persoon_id, version)
            for name, value in asdict(gegevens).items():
                setattr(persoon, name, value)
            persoon.check(self._clock().date(), rol.rol if rol else None)
            if rol is not None:
                change_rol(session, persoon_id, rol)
            if contact is not None:
                _keep_contact(session, persoon_id, contact)

    def rollen(self, casus_id: UUID, persoon_id: UUID) -> tuple[RolRow, ...]:
        """List what a person is and was in a casus, with the periods, the first first."""
        with self._store.read() as session:
            return rollen_of(session, casus_id, persoon_id)

    def born(self, persoon_id: UUID, version: int, geboorte: Geboorte) -> None:
        """Let the unborn child be born: the same person, from that day on a child."""
        today = self._clock().date()
        with self._store.write() as session:
            persoon = _get(session, persoon_id, version)
            bear(session, persoon, geboorte)
            persoon.check(today)
            note(session, "U", (Kind.PERSOON, persoon_id), detail="geboren")

    def unborn(self, persoon_id: UUID, before: Geboorte) -> None:
        """Undo that a child was born; `before` is what it was called until then."""
        with self._store.write() as session:
            unbear(session, session.get_one(Persoon, persoon_id), before)

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
        version: int = 0,
    ) -> None:
        """Note who has gezag over a child, with the paper that shows it.

        `version` is of what was known of it; zero says that nothing was.
        """
        query = select(Gezag).where(Gezag.kind_id == kind_id, Gezag.houder_id == houder_id)
        with self._store.write() as session:
            found = session.scalar(query)
            if (found.version if found else 0) != version:
                raise UserError("Dit gezag is intussen gewijzigd. Bekijk het eerst bij de persoon.")
            if found:
                found.soort, found.bron, found.datum = soort, bron, datum
            else:
                session.add(
                    Gezag(kind_id=kind_id, houder_id=houder_id, soort=soort, bron=bron, datum=datum)
                )

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
            note(
                session, "R", (Kind.PERSOON, persoon_id), detail="afgeschermd", reden=reden.strip()
            )
            return [
                AfgeschermdRow(row.id, row.soort, row.waarde, row.toelichting)
                for row in session.scalars(query)
            ]


def _get(session: Session, persoon_id: UUID, version: int) -> Persoon:
    """Give a person as it was when `version` was read."""
    persoon = session.get_one(Persoon, persoon_id)
    if version_of(session, persoon) != version:
        raise UserError(OUTDATED)
    return persoon


def _keep_contact(session: Session, persoon_id: UUID, contact: VeiligContactGegevens) -> None:
    found = session.scalar(select(VeiligContact).where(VeiligContact.persoon_id == persoon_id))
    if found is not None:
        for name, value in asdict(contact).items():
            setattr(found, name, value)
    elif contact != UNREACHED:
        session.add(VeiligContact(persoon_id=persoon_id, **asdict(contact)))
