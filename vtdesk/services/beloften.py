"""The promise book: to whom, what, by when; an open one leads the day until it is settled."""

from dataclasses import asdict, dataclass
from datetime import date, datetime
from uuid import UUID

from sqlalchemy import Select, select
from sqlalchemy.orm import Session

from vtdesk.errors import UserError
from vtdesk.models import Afspraak, Belofte, Betrokkenheid, Casus, Persoon
from vtdesk.store.store import Store
from vtdesk.values.dagkinds import BelofteStand
from vtdesk.values.kinds import Rol
from vtdesk.values.tijd import Clock, local

GONE = "Deze belofte bestaat niet meer."
NO_WAY_BACK = "Deze belofte kan niet meer terug: de casus of het gesprek is er niet meer."


@dataclass(frozen=True, slots=True)
class BelofteGegevens:
    """What a form holds."""

    aan: str
    wat: str
    uiterlijk: date | None = None
    casus_id: UUID | None = None
    persoon_id: UUID | None = None
    afspraak_id: UUID | None = None


@dataclass(frozen=True, slots=True)
class BelofteRow:
    """One promise, with the names that go with it."""

    id: UUID
    version: int
    gegevens: BelofteGegevens
    casus: str
    nummer: str
    stand: BelofteStand
    gemaakt_op: datetime
    afgedaan_op: datetime | None
    toelichting: str
    te_laat: int  # days; 0 when there is still time, or when it is done

    @property
    def aan(self) -> str:
        """Say to whom."""
        return self.gegevens.aan

    @property
    def wat(self) -> str:
        """Say what."""
        return self.gegevens.wat

    @property
    def uiterlijk(self) -> date | None:
        """Say by when."""
        return self.gegevens.uiterlijk

    @property
    def casus_id(self) -> UUID | None:
        """Say in which casus, if in any."""
        return self.gegevens.casus_id

    @property
    def is_open(self) -> bool:
        """Tell whether somebody still waits for it."""
        return self.stand is BelofteStand.OPEN


class Beloften:
    """Use cases around promises; each method is one transaction."""

    def __init__(self, store: Store, clock: Clock) -> None:
        self._store = store
        self._clock = clock

    def open(self) -> list[BelofteRow]:
        """List what is still to be kept: what is late first, then by date, then the oldest."""
        query = _beloften().where(Belofte.stand == BelofteStand.OPEN)
        return sorted(self._rows(query), key=_urgency)

    def of_casus(self, casus_id: UUID) -> list[BelofteRow]:
        """List the promises of a casus: the open ones first, then what was done last."""
        rows = self._rows(_beloften().where(Belofte.casus_id == casus_id))
        still = sorted((row for row in rows if row.is_open), key=_urgency)
        done = [row for row in rows if not row.is_open]
        return [*still, *sorted(done, key=_done_at, reverse=True)]

    def detail(self, belofte_id: UUID) -> BelofteRow:
        """Give one promise."""
        found = self._rows(_beloften().where(Belofte.id == belofte_id))
        if not found:
            raise UserError(GONE)
        return found[0]

    def add(self, gegevens: BelofteGegevens) -> UUID:
        """Note what was promised; `remove` undoes it."""
        with self._store.write() as session:
            held = _checked(session, gegevens)
            belofte = Belofte(**asdict(held), gemaakt_op=self._clock())
            session.add(belofte)
            return belofte.id

    def change(self, belofte_id: UUID, version: int, gegevens: BelofteGegevens) -> None:
        """Correct a promise; refuses when it changed since `version` was read."""
        with self._store.write() as session:
            belofte = _existing(session, belofte_id)
            if belofte.version != version:
                raise UserError("Deze belofte is intussen gewijzigd. Open de belofte opnieuw.")
            held = _checked(session, gegevens)
            belofte.aan, belofte.wat, belofte.uiterlijk = held.aan, held.wat, held.uiterlijk
            belofte.casus_id, belofte.persoon_id = held.casus_id, held.persoon_id
            belofte.afspraak_id = held.afspraak_id
            belofte.check()

    def keep(self, belofte_id: UUID, regel: str = "") -> None:
        """Note that it was done, and how."""
        self._settle(belofte_id, BelofteStand.NAGEKOMEN, regel.strip())

    def break_promise(self, belofte_id: UUID, regel: str) -> None:
        """Note that it will not be done, and why; without a why it stays open."""
        if not regel.strip():
            raise UserError("Schrijf in één regel waarom het niet lukt.")
        self._settle(belofte_id, BelofteStand.GEBROKEN, regel.strip())

    def reopen(self, belofte_id: UUID) -> None:
        """Undo that it was kept or broken."""
        with self._store.write() as session:
            belofte = _existing(session, belofte_id)
            belofte.stand, belofte.afgedaan_op = BelofteStand.OPEN, None
            belofte.toelichting = ""

    def remove(self, belofte_id: UUID) -> BelofteRow:
        """Take away what was noted by mistake; give it, so that `put_back` undoes it."""
        row = self.detail(belofte_id)
        with self._store.write() as session:
            session.delete(_existing(session, belofte_id))
        return row

    def put_back(self, row: BelofteRow) -> None:
        """Note again what was taken away, as it was; refuses when what it was tied to is gone."""
        with self._store.write() as session:
            _refuse_return(session, row)
            belofte = Belofte(
                **asdict(row.gegevens),
                gemaakt_op=row.gemaakt_op,
                stand=row.stand,
                afgedaan_op=row.afgedaan_op,
                toelichting=row.toelichting,
            )
            belofte.id = row.id
            session.add(belofte)

    def _settle(self, belofte_id: UUID, stand: BelofteStand, regel: str) -> None:
        with self._store.write() as session:
            belofte = _existing(session, belofte_id)
            if belofte.stand is not BelofteStand.OPEN:
                raise UserError("Deze belofte is al afgehandeld.")
            belofte.stand, belofte.toelichting = stand, regel
            belofte.afgedaan_op = self._clock()

    def _rows(self, query: Select[Belofte, str, str]) -> list[BelofteRow]:
        today = local(self._clock()).date()
        with self._store.read() as session:
            return [
                _row(belofte, naam or "", nummer or "", today)
                for belofte, naam, nummer in session.execute(query)
            ]


def _beloften() -> Select[Belofte, str, str]:
    return select(Belofte, Casus.naam, Casus.nummer).outerjoin(Casus, Casus.id == Belofte.casus_id)


def _existing(session: Session, belofte_id: UUID) -> Belofte:
    belofte = session.get(Belofte, belofte_id)
    if belofte is None:
        raise UserError(GONE)
    return belofte


def _refuse_return(session: Session, row: BelofteRow) -> None:
    if session.get(Belofte, row.id) is not None:
        raise UserError("Deze belofte staat er al weer.")
    held = row.gegevens
    ties = (
        (Casus, held.casus_id),
        (Persoon, held.persoon_id),
        (Afspraak, held.afspraak_id),
    )
    if any(wanted and session.get(kind, wanted) is None for kind, wanted in ties):
        raise UserError(NO_WAY_BACK)


def _checked(session: Session, gegevens: BelofteGegevens) -> BelofteGegevens:
    """Let it be to somebody of that casus, and never to a melder by name."""
    casus_id = gegevens.casus_id
    if casus_id is None and gegevens.afspraak_id is not None:
        talk = session.get(Afspraak, gegevens.afspraak_id)
        if talk is None:
            raise UserError("Dit gesprek staat niet meer in de agenda.")
        casus_id = talk.casus_id
    if gegevens.persoon_id is not None and not _stands_in(session, gegevens.persoon_id, casus_id):
        raise UserError("Deze persoon hoort niet bij de casus.")
    return BelofteGegevens(
        aan=gegevens.aan.strip(),
        wat=gegevens.wat.strip(),
        uiterlijk=gegevens.uiterlijk,
        casus_id=casus_id,
        persoon_id=gegevens.persoon_id,
        afspraak_id=gegevens.afspraak_id,
    )


def _stands_in(session: Session, persoon_id: UUID, casus_id: UUID | None) -> bool:
    query = select(Betrokkenheid.id).where(
        Betrokkenheid.persoon_id == persoon_id,
        Betrokkenheid.casus_id == casus_id,
        Betrokkenheid.rol != Rol.MELDER,
    )
    return session.scalars(query).first() is not None


def _row(belofte: Belofte, casus: str, nummer: str, today: date) -> BelofteRow:
    is_open = belofte.stand is BelofteStand.OPEN
    late = (today - belofte.uiterlijk).days if is_open and belofte.uiterlijk else 0
    return BelofteRow(
        id=belofte.id,
        version=belofte.version,
        gegevens=BelofteGegevens(
            belofte.aan,
            belofte.wat,
            belofte.uiterlijk,
            belofte.casus_id,
            belofte.persoon_id,
            belofte.afspraak_id,
        ),
        casus=casus,
        nummer=nummer,
        stand=belofte.stand,
        gemaakt_op=local(belofte.gemaakt_op),
        afgedaan_op=local(belofte.afgedaan_op) if belofte.afgedaan_op else None,
        toelichting=belofte.toelichting,
        te_laat=max(late, 0),
    )


def _urgency(row: BelofteRow) -> tuple[bool, date, datetime]:
    return (row.te_laat == 0, row.uiterlijk or date.max, row.gemaakt_op)


def _done_at(row: BelofteRow) -> datetime:
    return row.afgedaan_op or row.gemaakt_op
