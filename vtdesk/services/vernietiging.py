"""Destruction of a casus: never without a besluit, never by halves, with proof that has no content.

The logboek keeps who did what and when; the words of the worker in it go. The seals of the versions
that go are kept in the proof, so that the chain of all seals still holds.

After the rows come the files, older copies of the database, and its free pages. That can fail or be
cut off, so what is still to be done is known in the database until it is done.
"""

from dataclasses import dataclass
from datetime import date, datetime
from enum import StrEnum
from uuid import UUID

from sqlalchemy import select
from sqlalchemy.orm import Session

from vtdesk.errors import OutsideError, UserError
from vtdesk.models import Besluit, Casus, Vernietiging, Verzoek
from vtdesk.services import vernietiging_daad as daad
from vtdesk.services.bewaring import bewaring
from vtdesk.services.bezit import Bezit, bezit
from vtdesk.services.regels import boeken
from vtdesk.store.store import Store
from vtdesk.values.casuskinds import BesluitSoort, BesluitStand, VerzoekSoort, VerzoekStand
from vtdesk.values.kinds import CasusStaat
from vtdesk.values.kopieplan import uiterlijk_weg
from vtdesk.values.tijd import Clock, local

NOT_TIDIED = (
    "De casus is vernietigd en het bewijs is bewaard. Op de schijf konden de laatste resten nog "
    "niet weg. Kijk of de schijf vol is en maak ruimte; vtdesk ruimt ze op zodra de kluis weer "
    "opengaat."
)


class Vernietigingsgrond(StrEnum):
    """Why a casus may be destroyed; a closed list, for the proof holds no content."""

    BEWAARTERMIJN = "bewaartermijn"
    WERKKOPIE = "werkkopie"
    VERZOEK = "verzoek"

    @property
    def zin(self) -> str:
        """Say it in words."""
        return {
            "bewaartermijn": "De bewaartermijn van het dossier is voorbij.",
            "werkkopie": "Het dossier staat in het systeem van Veilig Thuis. "
            "Dit was de kopie op de laptop, en de tijd daarvan is voorbij.",
            "verzoek": "Een betrokkene vroeg om vernietiging en dat is toegewezen.",
        }[self.value]


@dataclass(frozen=True, slots=True)
class BesluitRow:
    """The besluit to destroy a casus."""

    id: UUID
    door: str
    op: date
    grond: Vernietigingsgrond


@dataclass(frozen=True, slots=True)
class BewijsRow:
    """Proof that a casus was destroyed."""

    id: UUID
    nummer: str
    grond: str
    besloten_door: str
    besloten_op: date
    uitgevoerd_op: datetime
    aantal: int

    @property
    def uit_kopieen_op(self) -> date:
        """Give the last day on which a reservekopie may still hold the casus."""
        return uiterlijk_weg(self.uitgevoerd_op).date()


class Vernietigingen:
    """Use cases around destruction; each method is one transaction."""

    def __init__(self, store: Store, clock: Clock) -> None:
        self._store = store
        self._clock = clock

    def gronden(self, casus_id: UUID) -> list[Vernietigingsgrond]:
        """List the grounds on which this casus may be destroyed today."""
        with self._store.read() as session:
            return self._grounds(session, casus_id)

    def besluit(self, casus_id: UUID) -> BesluitRow | None:
        """Give the besluit to destroy this casus, if there is one."""
        with self._store.read() as session:
            found = _decided(session, casus_id)
            return _row(found) if found else None

    def decide(self, casus_id: UUID, grond: Vernietigingsgrond, door: str) -> UUID:
        """Note who decided to destroy a casus, and on which ground; `take_back` undoes it."""
        if not door.strip():
            raise UserError("Schrijf op wie dit besloot.")
        with self._store.write() as session:
            if _decided(session, casus_id):
                raise UserError("Er is al besloten om deze casus te vernietigen.")
            self._refuse(session, casus_id, grond)
            now = self._clock()
            besluit = Besluit(
                casus_id=casus_id,
                soort=BesluitSoort.VERNIETIGING,
                datum=local(now).date(),
                uitkomst=grond.value,
                beslissers=[door.strip()],
                motivering=grond.zin,
                stand=BesluitStand.DEFINITIEF,
                definitief_op=now,
            )
            session.add(besluit)
            return besluit.id

    def take_back(self, casus_id: UUID) -> None:
        """Undo the besluit, as long as nothing was destroyed."""
        with self._store.write() as session:
            if found := _decided(session, casus_id):
                session.delete(found)

    def omvang(self, casus_id: UUID) -> int:
        """Count the rows that would go."""
        with self._store.read() as session:
            return sum(map(len, bezit(session, casus_id).values()))

    def destroy(self, casus_id: UUID) -> BewijsRow:
        """Destroy a casus by its besluit: rows, files, index and traces; then check that it is so.

        Nothing undoes this. Asked again, it finishes what the first time could not.
        """
        with self._store.write() as session:
            proof = daad.proof_of(session, casus_id) or self._destroy(session, casus_id)
        try:
            self.tidy()
        except OutsideError as error:
            raise OutsideError(NOT_TIDIED) from error
        return _proof_row(proof)

    def tidy(self) -> None:
        """Take away what a destruction left on disk; for after it, and for when the kluis opens."""
        daad.tidy(self._store)

    def momenten(self) -> list[datetime]:
        """List when a casus was destroyed: until ninety days later a reservekopie may hold it."""
        with self._store.read() as session:
            return list(session.scalars(select(Vernietiging.uitgevoerd_op)))

    def bewijzen(self) -> list[BewijsRow]:
        """List the proofs, the newest first."""
        query = select(Vernietiging).order_by(Vernietiging.uitgevoerd_op.desc())
        with self._store.read() as session:
            return [_proof_row(found) for found in session.scalars(query)]

    def _destroy(self, session: Session, casus_id: UUID) -> Vernietiging:
        """Take away all rows and traces, and note what is to go after them."""
        besluit = _decided(session, casus_id)
        if besluit is None:
            raise UserError("Er is geen besluit om deze casus te vernietigen. Leg dat eerst vast.")
        grond = Vernietigingsgrond(besluit.uitkomst)
        self._refuse(session, casus_id, grond)
        gone = bezit(session, casus_id)
        proof = self._proof(session, besluit, grond, gone)
        daad.take_away(session, proof, gone)
        return proof

    def _proof(
        self, session: Session, besluit: Besluit, grond: Vernietigingsgrond, gone: Bezit
    ) -> Vernietiging:
        return Vernietiging(
            casus=besluit.casus_id,
            nummer=session.get_one(Casus, besluit.casus_id).nummer,
            besluit="Deze casus wordt vernietigd.",
            grond=grond.zin,
            besloten_door=", ".join(besluit.beslissers),
            besloten_op=besluit.datum,
            uitgevoerd_op=self._clock(),
            aantallen={kind.__tablename__: len(ids) for kind, ids in gone.items()},
            zegels=daad.seals_of(session, gone),
        )

    def _refuse(self, session: Session, casus_id: UUID, grond: Vernietigingsgrond) -> None:
        casus = session.get(Casus, casus_id)
        if casus is None:
            raise UserError("Deze casus bestaat niet meer.")
        if casus.staat is not CasusStaat.GESLOTEN:
            raise UserError("Deze casus loopt nog. Sluit de casus eerst.")
        asked = select(Verzoek.id).where(
            Verzoek.casus_id == casus_id, Verzoek.stand == VerzoekStand.OPEN
        )
        if session.scalars(asked).first():
            raise UserError("Er staat nog een verzoek open. Besluit daar eerst over.")
        if grond not in self._grounds(session, casus_id):
            raise UserError("Deze grond geldt vandaag niet. Kijk tot wanneer de casus blijft.")

    def _grounds(self, session: Session, casus_id: UUID) -> list[Vernietigingsgrond]:
        today = local(self._clock()).date()
        kept = bewaring(session, boeken(session), casus_id, today)
        granted = select(Verzoek.id).where(
            Verzoek.casus_id == casus_id,
            Verzoek.soort == VerzoekSoort.VERNIETIGING,
            Verzoek.stand == VerzoekStand.TOEGEWEZEN,
        )
        holds = {
            Vernietigingsgrond.BEWAARTERMIJN: kept.dossier.mag_weg(today),
            Vernietigingsgrond.WERKKOPIE: kept.werkkopie.mag_weg(today),
            Vernietigingsgrond.VERZOEK: session.scalars(granted).first() is not None,
        }
        return [grond for grond, held in holds.items() if held]


def _decided(session: Session, casus_id: UUID) -> Besluit | None:
    query = select(Besluit).where(
        Besluit.casus_id == casus_id,
        Besluit.soort == BesluitSoort.VERNIETIGING,
        Besluit.stand == BesluitStand.DEFINITIEF,
        Besluit.uitkomst.in_(list(Vernietigingsgrond)),
    )
    return session.scalars(query).first()


def _row(besluit: Besluit) -> BesluitRow:
    return BesluitRow(
        besluit.id,
        ", ".join(besluit.beslissers),
        besluit.datum,
        Vernietigingsgrond(besluit.uitkomst),
    )


def _proof_row(proof: Vernietiging) -> BewijsRow:
    return BewijsRow(
        proof.id,
        proof.nummer,
        proof.grond,
        proof.besloten_door,
        proof.besloten_op,
        local(proof.uitgevoerd_op),
        sum(proof.aantallen.values()),
    )
