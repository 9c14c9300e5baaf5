"""The list of casussen and the overview of one."""

from dataclasses import dataclass
from datetime import date, datetime
from uuid import UUID

from sqlalchemy import select
from sqlalchemy.orm import Session

from vtdesk.errors import UserError
from vtdesk.models import Afspraak, Casus, Uitspraak
from vtdesk.services.crisis import kleuren
from vtdesk.services.mijlpalen import Mijlpaal, mijlpalen
from vtdesk.services.uitspraak_regels import VERVALLEN
from vtdesk.services.uitspraak_tekst import to_regel
from vtdesk.services.zicht import (
    VEILIG_THUIS,
    OverdrachtGegevens,
    begin_with,
    move_begin,
    refuse_to_close,
    watched,
)
from vtdesk.store.store import Store
from vtdesk.values.casuskinds import Kleur
from vtdesk.values.kinds import AfspraakStaat, CasusStaat, Dienst, Letter
from vtdesk.values.tekst import Uitspraakregel
from vtdesk.values.tijd import Clock, local


@dataclass(frozen=True, slots=True)
class CasusGegevens:
    """What a form holds of a casus."""

    nummer: str
    naam: str
    dienst: Dienst
    geopend_op: date
    let_op: str = ""
    let_op_herzien_op: date | None = None


@dataclass(frozen=True, slots=True)
class CasusRow:
    """One line in the list of casussen."""

    id: UUID
    version: int
    nummer: str
    naam: str
    dienst: Dienst
    staat: CasusStaat
    geopend_op: date
    zicht_bij: str
    zicht_sinds: date
    zicht_aanbod: OverdrachtGegevens | None  # who was asked to take it over
    let_op: str
    let_op_herzien_op: date | None
    gesloten_want: str  # why it closed while Veilig Thuis still watched over safety
    volgende: str  # title of what comes next, empty when nothing is planned
    volgende_op: datetime | None
    mijlpaal: Mijlpaal | None  # the next date that is no appointment
    crisis: tuple[Kleur, ...]  # how it is rated now; two colours when organisations differ

    @property
    def gegevens(self) -> CasusGegevens:
        """Give what a form changes."""
        return CasusGegevens(
            self.nummer,
            self.naam,
            self.dienst,
            self.geopend_op,
            self.let_op,
            self.let_op_herzien_op,
        )


class Casussen:
    """Use cases around casussen; each method is one transaction."""

    def __init__(self, store: Store, clock: Clock) -> None:
        self._store = store
        self._clock = clock

    def all(self, staat: CasusStaat | None = CasusStaat.LOPEND) -> list[CasusRow]:
        """List the casussen: those with the nearest appointment first."""
        query = select(Casus).order_by(Casus.naam)
        if staat:
            query = query.where(Casus.staat == staat)
        with self._store.read() as session:
            around = _Around(session, self._clock())
            rows = [around.row(casus) for casus in session.scalars(query)]
        far = local(self._clock()).replace(year=9999)
        return sorted(rows, key=lambda row: (row.volgende_op or far, row.naam))

    def get(self, casus_id: UUID) -> CasusRow:
        """Give one casus."""
        with self._store.read() as session:
            casus = session.get(Casus, casus_id)
            if casus is None:
                raise UserError("Deze casus bestaat niet.")
            return self._row(session, casus)

    def find(self, nummer: str) -> CasusRow:
        """Give the casus with this number, or with this ending of it."""
        with self._store.read() as session:
            query = select(Casus).where(Casus.nummer.endswith(nummer, autoescape=True))
            found = session.scalars(query).all()
            if len(found) != 1:
                raise UserError(f"Er is geen casus met nummer {nummer}. Controleer het nummer.")
            return self._row(session, found[0])

    def add(
        self,
        gegevens: CasusGegevens,
        *,
        zicht_bij: str = VEILIG_THUIS,
    ) -> UUID:
        """Open a new casus and say who watches over safety; refuses a number that is in use."""
        casus = Casus(
            nummer=gegevens.nummer.strip(),
            naam=gegevens.naam.strip(),
            dienst=gegevens.dienst,
            geopend_op=gegevens.geopend_op,
            let_op=gegevens.let_op,
            let_op_herzien_op=gegevens.let_op_herzien_op,
        )
        with self._store.write() as session:
            _refuse_used(session, casus.nummer, casus.id)
            session.add(casus)
            session.flush()
            begin_with(session, casus, zicht_bij)
            return casus.id

    def change(
        self,
        casus_id: UUID,
        version: int,
        gegevens: CasusGegevens,
        staat: CasusStaat,
        *,
        gesloten_want: str = "",
    ) -> None:
        """Change, close or take up a casus; refuses when it changed since `version` was read.

        `gesloten_want` says why a casus may close while Veilig Thuis still watches over safety.
        """
        with self._store.write() as session:
            casus = session.get_one(Casus, casus_id)
            if casus.version != version:
                raise UserError("Deze casus is intussen gewijzigd. Open de casus opnieuw.")
            _refuse_used(session, gegevens.nummer.strip(), casus_id)
            if staat is CasusStaat.GESLOTEN and casus.staat is not staat:
                refuse_to_close(session, casus_id, gesloten_want)
                casus.gesloten_want = gesloten_want.strip()
            elif staat is CasusStaat.LOPEND:
                casus.gesloten_want = ""
            if gegevens.geopend_op != casus.geopend_op:
                move_begin(session, casus, gegevens.geopend_op)
            casus.nummer, casus.naam = gegevens.nummer.strip(), gegevens.naam.strip()
            casus.dienst, casus.geopend_op = gegevens.dienst, gegevens.geopend_op
            casus.let_op, casus.let_op_herzien_op = gegevens.let_op, gegevens.let_op_herzien_op
            casus.gesloten_op = self._closed_on(casus, staat)
            casus.staat = staat
            casus.check()

    def laatste_duiding(self, casus_id: UUID) -> Uitspraakregel | None:
        """Give the newest interpretation by the worker; it heads 'Veiligheid nu'."""
        query = (
            select(Uitspraak)
            .where(
                Uitspraak.casus_id == casus_id,
                Uitspraak.letter == Letter.DUIDING,
                Uitspraak.verificatie.not_in(VERVALLEN),
                Uitspraak.verwijderd_op.is_(None),
            )
            .order_by(Uitspraak.vastgelegd_op.desc())
        )
        with self._store.read() as session:
            found = session.scalars(query).first()
            return to_regel(found) if found else None

    def _row(self, session: Session, casus: Casus) -> CasusRow:
        return _Around(session, self._clock(), casus.id).row(casus)

    def _closed_on(self, casus: Casus, staat: CasusStaat) -> date | None:
        if staat is CasusStaat.LOPEND:
            return None
        return casus.gesloten_op or self._clock().date()


def _refuse_used(session: Session, nummer: str, casus_id: UUID) -> None:
    used = select(Casus.id).where(Casus.nummer == nummer, Casus.id != casus_id)
    if session.scalar(used):
        raise UserError(f"Er is al een casus met nummer {nummer}. Kies een ander nummer.")


def _coming(session: Session, now: datetime) -> dict[UUID | None, Afspraak]:
    query = (
        select(Afspraak)
        .where(
            Afspraak.begin >= now,
            Afspraak.staat == AfspraakStaat.GEPLAND,
            Afspraak.casus_id.is_not(None),
        )
        .order_by(Afspraak.begin.desc())
    )
    return {afspraak.casus_id: afspraak for afspraak in session.scalars(query)}


class _Around:
    """What other tables know of the casussen, read once for all of them."""

    def __init__(self, session: Session, now: datetime, casus_id: UUID | None = None) -> None:
        self._coming = _coming(session, now)
        self._mijlpalen = mijlpalen(session, now, casus_id)
        self._watch = watched(session)
        self._kleuren = kleuren(session, now)

    def row(self, casus: Casus) -> CasusRow:
        """Give a casus as a line of the list."""
        volgende, watch = self._coming.get(casus.id), self._watch[casus.id]
        return CasusRow(
            id=casus.id,
            version=casus.version,
            nummer=casus.nummer,
            naam=casus.naam,
            dienst=casus.dienst,
            staat=casus.staat,
            geopend_op=casus.geopend_op,
            zicht_bij=watch.houder,
            zicht_sinds=watch.vanaf.date(),
            zicht_aanbod=watch.aanbod,
            let_op=casus.let_op,
            let_op_herzien_op=casus.let_op_herzien_op,
            gesloten_want=casus.gesloten_want,
            volgende=volgende.titel if volgende else "",
            volgende_op=local(volgende.begin) if volgende else None,
            mijlpaal=self._mijlpalen.get(casus.id),
            crisis=self._kleuren.get(casus.id, ()),
        )
