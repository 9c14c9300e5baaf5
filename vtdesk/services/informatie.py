"""Questions to informants: sent, answered, read back and agreed, each with its day."""

from dataclasses import dataclass
from datetime import date
from enum import StrEnum
from typing import Any
from uuid import UUID

from sqlalchemy import select
from sqlalchemy.orm import Session

from vtdesk.errors import UserError
from vtdesk.models import Informatieverzoek
from vtdesk.store.store import Store
from vtdesk.values.tijd import Clock

CHANGED = "Deze vraag is intussen gewijzigd. Open de casus opnieuw."


class Stap(StrEnum):
    """How far a question came; each step needs the one before."""

    GEVRAAGD = "gevraagd"
    VERSTUURD = "verstuurd"
    BEANTWOORD = "beantwoord"
    TERUGGELEZEN = "teruggelezen"
    AKKOORD = "akkoord"


STEPS = tuple(Stap)


@dataclass(frozen=True, slots=True)
class InformatieGegevens:
    """What a form holds of a question to an informant."""

    aan: str
    gevraagd: str
    grond: str = ""
    persoon_id: UUID | None = None
    organisatie_id: UUID | None = None
    ouders_weten: str = ""
    bron_afgeschermd: bool = False


@dataclass(frozen=True, slots=True)
class InformatieRow:
    """One question and what became of it."""

    id: UUID
    version: int
    gegevens: InformatieGegevens
    verstuurd_op: date | None
    beantwoord_op: date | None
    teruggelezen_op: date | None
    akkoord_op: date | None
    antwoord: str

    @property
    def stap(self) -> Stap:
        """Tell the last step that was taken."""
        days = (self.akkoord_op, self.teruggelezen_op, self.beantwoord_op, self.verstuurd_op)
        for step, day in zip(reversed(STEPS[1:]), days, strict=True):
            if day:
                return step
        return Stap.GEVRAAGD

    @property
    def volgende(self) -> Stap | None:
        """Tell which step comes next; None when the informant agreed."""
        return None if self.stap is Stap.AKKOORD else STEPS[STEPS.index(self.stap) + 1]

    def dag(self, step: Stap) -> date | None:
        """Give the day of a step."""
        found: date | None = getattr(self, _column(step)) if step is not Stap.GEVRAAGD else None
        return found


class Informatie:
    """Use cases around questions to informants.

    Professionals may answer without consent for this purpose (Wmo 2015 art. 5.2.6); the ground is
    noted all the same, and whether the parents know.
    """

    def __init__(self, store: Store, clock: Clock) -> None:
        self._store = store
        self._clock = clock

    def of_casus(self, casus_id: UUID) -> list[InformatieRow]:
        """List the questions, those that wait first."""
        query = select(Informatieverzoek).where(Informatieverzoek.casus_id == casus_id)
        with self._store.read() as session:
            found = [_row(verzoek) for verzoek in session.scalars(query)]
        return sorted(found, key=lambda row: (STEPS.index(row.stap), row.gegevens.aan.casefold()))

    def ask(self, casus_id: UUID, gegevens: InformatieGegevens) -> UUID:
        """Note what is asked of whom, and on which ground."""
        verzoek = Informatieverzoek(casus_id=casus_id, **_columns(gegevens))
        with self._store.write() as session:
            session.add(verzoek)
            return verzoek.id

    def change(self, verzoek_id: UUID, version: int, gegevens: InformatieGegevens) -> None:
        """Change a question; refuses when it changed since `version` was read."""
        with self._store.write() as session:
            verzoek = _get(session, verzoek_id)
            if verzoek.version != version:
                raise UserError(CHANGED)
            for name, value in _columns(gegevens).items():
                setattr(verzoek, name, value)
            verzoek.check()

    def step(self, verzoek_id: UUID, step: Stap, op: date, *, antwoord: str = "") -> None:
        """Note that the next step was taken on a day; `antwoord` comes with the answer."""
        with self._store.write() as session:
            verzoek = _get(session, verzoek_id)
            row = _row(verzoek)
            if step is not row.volgende:
                raise UserError(_order(row))
            before = row.dag(row.stap)
            if op > self._clock().date():
                raise UserError("Deze dag ligt in de toekomst.")
            if before and op < before:
                raise UserError("Deze dag ligt vóór de vorige stap. Controleer de datum.")
            if step is Stap.BEANTWOORD:
                if not antwoord.strip():
                    raise UserError("Schrijf op wat het antwoord is.")
                verzoek.antwoord = antwoord.strip()
            setattr(verzoek, _column(step), op)

    def step_back(self, verzoek_id: UUID) -> None:
        """Undo the last step; an answer that was noted stays."""
        with self._store.write() as session:
            verzoek = _get(session, verzoek_id)
            last = _row(verzoek).stap
            if last is not Stap.GEVRAAGD:
                setattr(verzoek, _column(last), None)

    def remove(self, verzoek_id: UUID) -> InformatieGegevens:
        """Take a question away that was never sent; gives what it held, so that it can return."""
        with self._store.write() as session:
            verzoek = _get(session, verzoek_id)
            row = _row(verzoek)
            if row.stap is not Stap.GEVRAAGD:
                raise UserError("Deze vraag is verstuurd. Wat verstuurd is, blijft staan.")
            session.delete(verzoek)
            return row.gegevens


def _column(step: Stap) -> str:
    return f"{step.value}_op"


def _order(row: InformatieRow) -> str:
    if row.volgende is None:
        return "De informant is al akkoord."
    return f"Leg eerst vast wanneer dit is {row.volgende.value}."


def _columns(gegevens: InformatieGegevens) -> dict[str, Any]:
    return {
        "aan": gegevens.aan.strip(),
        "gevraagd": gegevens.gevraagd.strip(),
        "grond": gegevens.grond.strip(),
        "persoon_id": gegevens.persoon_id,
        "organisatie_id": gegevens.organisatie_id,
        "ouders_weten": gegevens.ouders_weten.strip(),
        "bron_afgeschermd": gegevens.bron_afgeschermd,
    }


def _get(session: Session, verzoek_id: UUID) -> Informatieverzoek:
    found = session.get(Informatieverzoek, verzoek_id)
    if found is None:
        raise UserError("Deze vraag bestaat niet meer.")
    return found


def _row(verzoek: Informatieverzoek) -> InformatieRow:
    return InformatieRow(
        verzoek.id,
        verzoek.version,
        InformatieGegevens(
            verzoek.aan,
            verzoek.gevraagd,
            verzoek.grond,
            verzoek.persoon_id,
            verzoek.organisatie_id,
            verzoek.ouders_weten,
            verzoek.bron_afgeschermd,
        ),
        verzoek.verstuurd_op,
        verzoek.beantwoord_op,
        verzoek.teruggelezen_op,
        verzoek.akkoord_op,
        verzoek.antwoord,
    )
