"""The table: a zitting, its besprekingen in order, and how each of them runs.

What is typed at the table is kept every second past the logboek, as a draft is; beginning, closing
and working up are what a person did, and those stand in it.
"""

from dataclasses import asdict, fields
from datetime import date, datetime, timedelta
from typing import Any
from uuid import UUID

from sqlalchemy import bindparam, or_, select, update
from sqlalchemy.orm import Session

from vtdesk.errors import UserError
from vtdesk.models import Afspraak, Bespreking, Casus, Instelling, Zitting
from vtdesk.services.plein.lezen import (
    begin_of,
    bespreking_rows,
    detail_of,
    of_zitting,
    zitting_row,
)
from vtdesk.services.plein.loop import (
    bring_beloften_along,
    existing,
    pause,
    run,
    seat,
    stands_in_casus,
    turn_to,
)
from vtdesk.services.plein.resten import Weg, put_back, take_away
from vtdesk.services.plein.rows import (
    BesprekingDetail,
    BesprekingGegevens,
    BesprekingRow,
    Uitkomst,
    Voorbereiding,
    ZittingRow,
)
from vtdesk.services.regelbestanden import plein
from vtdesk.store.store import Store, search_again
from vtdesk.values.dagkinds import PleinFase
from vtdesk.values.kinds import AfspraakSoort, AfspraakStaat, Kind
from vtdesk.values.pleinregels import Pleinregels, Regio
from vtdesk.values.tijd import Clock, end_of, local, start_of

__all__ = ["BesprekingGegevens", "Plein", "Uitkomst", "Voorbereiding", "Weg"]

REGIO = "pleinregio"
_STAAT = (AfspraakStaat.GEPLAND, AfspraakStaat.GEHOUDEN)


class Plein:
    """Use cases around the table; each method is one transaction."""

    def __init__(self, store: Store, clock: Clock) -> None:
        self._store = store
        self._clock = clock

    def regels(self) -> Pleinregels:
        """Give the rules of the table."""
        return plein()

    def regio(self) -> Regio:
        """Give the region whose table she sits at."""
        with self._store.read() as session:
            return _regio(session)

    def set_regio(self, regio_id: str) -> None:
        """Choose the region for zittingen from now on."""
        plein().regio(regio_id)
        with self._store.write() as session:
            found = session.scalar(select(Instelling).where(Instelling.sleutel == REGIO))
            if found:
                found.waarde = {"id": regio_id}
            else:
                session.add(Instelling(sleutel=REGIO, waarde={"id": regio_id}))

    def zittingen(self, dag: date) -> list[ZittingRow]:
        """List the zittingen of a day, with those that the agenda offers, earliest first."""
        with self._store.read() as session:
            rows = [zitting_row(session, one) for one in _of_day(session, dag)]
            taken = {row.afspraak_id for row in rows}
            regio = _regio(session)
            rows += [
                ZittingRow(None, one.id, local(one.begin), regio, 0)
                for one in _blocks(session, dag)
                if one.id not in taken
            ]
        return sorted(rows, key=lambda row: row.begin)

    def open_zitting(self, begin: datetime, afspraak_id: UUID | None = None) -> UUID:
        """Give the zitting of a block in the agenda, or one without a block; makes it if needed."""
        with self._store.write() as session:
            for one in _of_day(session, local(begin).date()):
                if one.afspraak_id == afspraak_id:
                    return one.id
            zitting = Zitting(begin=begin, regio=_regio(session).id, afspraak_id=afspraak_id)
            session.add(zitting)
            return zitting.id

    def besprekingen(self, zitting_id: UUID) -> list[BesprekingRow]:
        """List the besprekingen of a zitting in their order."""
        with self._store.read() as session:
            return bespreking_rows(session, zitting_id)

    def of_blocks(self, dag: date) -> dict[UUID, tuple[BesprekingRow, ...]]:
        """Give what is discussed in each block in the agenda of a day."""
        with self._store.read() as session:
            return {
                one.afspraak_id: tuple(bespreking_rows(session, one.id))
                for one in _of_day(session, dag)
                if one.afspraak_id is not None
            }

    def detail(self, bespreking_id: UUID) -> BesprekingDetail:
        """Give all that is written of one bespreking, and of no other."""
        with self._store.read() as session:
            return detail_of(session, existing(session, bespreking_id))

    def laatste_van(self, casus_id: UUID) -> BesprekingDetail | None:
        """Give the last time that a casus was at the table."""
        query = select(Bespreking).where(
            Bespreking.casus_id == casus_id, Bespreking.begonnen_op.is_not(None)
        )
        with self._store.read() as session:
            found = session.scalars(query.order_by(Bespreking.begonnen_op.desc())).first()
            return detail_of(session, found) if found else None

    def add(self, zitting_id: UUID, gegevens: BesprekingGegevens) -> UUID:
        """Put a bespreking at the end; without a casus it is a tafelkaart that disappears."""
        with self._store.write() as session:
            zitting = session.get(Zitting, zitting_id)
            if zitting is None:
                raise UserError("Deze zitting bestaat niet meer.")
            known = of_zitting(session, zitting_id)
            bespreking = Bespreking(
                zitting_id=zitting_id,
                volgorde=max((one.volgorde for one in known), default=-1) + 1,
                **_held(session, gegevens),
            )
            session.add(bespreking)
            session.flush()
            seat(session, bespreking)
            _set_end(session, bespreking)
            return bespreking.id

    def change(self, bespreking_id: UUID, version: int, gegevens: BesprekingGegevens) -> None:
        """Change what it is about; a casus that is linked makes it stay."""
        with self._store.write() as session:
            bespreking = existing(session, bespreking_id)
            if bespreking.version != version:
                raise UserError("Deze bespreking is intussen gewijzigd. Open haar opnieuw.")
            if stands_in_casus(session, bespreking) and bespreking.casus_id != gegevens.casus_id:
                raise UserError(
                    "Deze bespreking staat al in een casus. Maak dat eerst ongedaan, "
                    "of leg het in die casus vast."
                )
            if bespreking.casus_id is None and gegevens.casus_id:
                bespreking.verwerkt_op = None  # a tafelkaart came in no casus
            for name, value in _held(session, gegevens).items():
                setattr(bespreking, name, value)
            bespreking.check()
            _set_end(session, bespreking)
            bring_beloften_along(session, bespreking)

    def move(self, bespreking_id: UUID, steps: int) -> None:
        """Put a bespreking earlier or later in the order; the same steps back undo it."""
        with self._store.write() as session:
            order = of_zitting(session, existing(session, bespreking_id).zitting_id)
            at = [one.id for one in order].index(bespreking_id)
            order.insert(max(0, min(len(order) - 1, at + steps)), order.pop(at))
            for number, one in enumerate(order):
                one.volgorde = number

    def remove(self, bespreking_id: UUID) -> Weg:
        """Take a bespreking away with all that was written; `put_back` undoes it."""
        with self._store.write() as session:
            bespreking = existing(session, bespreking_id)
            if stands_in_casus(session, bespreking):
                raise UserError("Deze bespreking staat al in haar casus en blijft daarbij.")
            return take_away(session, bespreking)

    def put_back(self, weg: Weg) -> None:
        """Undo that something was taken away."""
        with self._store.write() as session:
            put_back(session, weg)

    def prepare(self, bespreking_id: UUID, gegevens: Voorbereiding) -> None:
        """Keep what she prepared, as she types it."""
        op = None if gegevens.is_leeg else self._clock()
        values = asdict(gegevens) | {"gevraagd": list(gegevens.gevraagd), "voorbereid_op": op}
        self._rewrite(bespreking_id, _PREPARE, values)

    def tick(self, bespreking_id: UUID, vraag: str, *, asked: bool) -> None:
        """Note that a prepared question was asked, or not after all."""
        with self._store.write() as session:
            bespreking = existing(session, bespreking_id)
            others = [one for one in bespreking.gevraagd if one != vraag]
            bespreking.gevraagd = [*others, vraag] if asked else others

    def keep(self, bespreking_id: UUID, uitkomst: Uitkomst, klad: dict[str, Any]) -> None:
        """Keep what is typed at the table, as she types it."""
        self._rewrite(bespreking_id, _KEEP, asdict(uitkomst) | {"klad": klad})

    def begin(self, bespreking_id: UUID) -> None:
        """Begin or go on with a bespreking: its clock runs, and what follows is to be worked up."""
        with self._store.write() as session:
            bespreking = existing(session, bespreking_id)
            run(session, bespreking, self._clock())
            bespreking.gesloten_op = bespreking.verwerkt_op = None
            _set_end(session, bespreking)

    def to_fase(self, bespreking_id: UUID, fase: PleinFase) -> None:
        """Go to another phase."""
        with self._store.write() as session:
            turn_to(existing(session, bespreking_id), fase, self._clock())

    def close(self, bespreking_id: UUID) -> None:
        """Close a bespreking, whatever is still empty; `begin` opens it again."""
        with self._store.write() as session:
            bespreking = existing(session, bespreking_id)
            if bespreking.begonnen_op is None:
                return
            pause(bespreking, self._clock())
            bespreking.gesloten_op = bespreking.gesloten_op or self._clock()
            search_again(session, Bespreking, bespreking_id)  # what was typed passed it by

    def pause(self, bespreking_id: UUID) -> None:
        """Let the clock stand still, such as when she leaves the table."""
        with self._store.write() as session:
            pause(existing(session, bespreking_id), self._clock())
            search_again(session, Bespreking, bespreking_id)

    def owed(self) -> list[BesprekingRow]:
        """List what was discussed and not yet worked up, oldest first."""
        query = select(Bespreking).where(
            Bespreking.begonnen_op.is_not(None), Bespreking.verwerkt_op.is_(None)
        )
        with self._store.read() as session:
            found = session.scalars(query.order_by(Bespreking.begonnen_op)).all()
            wanted = {one.id for one in found}
            zittingen = dict.fromkeys(one.zitting_id for one in found)
            rows = [row for one in zittingen for row in bespreking_rows(session, one)]
        return [row for row in rows if row.id in wanted]

    def _rewrite(self, bespreking_id: UUID, statement: Any, values: dict[str, Any]) -> None:
        given = values | {"b_id": bespreking_id}
        if not self._store.rewrite(statement, given, kind=Kind.PLEIN, ding=bespreking_id):
            raise UserError("Deze bespreking bestaat niet meer. Kopieer wat je wilt houden.")


def _statement(*names: str) -> Any:
    statement = update(Bespreking).where(Bespreking.id == bindparam("b_id"))
    return statement.values({name: bindparam(name) for name in names})


_PREPARE = _statement(*(one.name for one in fields(Voorbereiding)), "voorbereid_op")
_KEEP = _statement(*(one.name for one in fields(Uitkomst)), "klad")


def _regio(session: Session) -> Regio:
    query = select(Instelling.waarde).where(Instelling.sleutel == REGIO)
    chosen = session.scalar(query)
    regios = plein().regios
    known = {regio.id: regio for regio in regios}
    return known.get(chosen["id"], regios[0]) if chosen else regios[0]


def _of_day(session: Session, dag: date) -> list[Zitting]:
    """List the zittingen that begin on a day; one with a block is where its block is."""
    day = (start_of(dag), end_of(dag))
    blocks = [one.id for one in _blocks(session, dag)]
    query = select(Zitting).where(or_(Zitting.begin.between(*day), Zitting.afspraak_id.in_(blocks)))
    found = session.scalars(query.order_by(Zitting.begin))
    return [one for one in found if local(begin_of(session, one)).date() == dag]


def _blocks(session: Session, dag: date) -> list[Afspraak]:
    query = select(Afspraak).where(
        Afspraak.soort == AfspraakSoort.PLEIN,
        Afspraak.staat.in_(_STAAT),
        Afspraak.begin >= start_of(dag),
        Afspraak.begin < end_of(dag),
    )
    return list(session.scalars(query.order_by(Afspraak.begin)))


def _held(session: Session, gegevens: BesprekingGegevens) -> dict[str, Any]:
    """Check what a form holds; of a bespreking of a casus the casus says who it is about."""
    if gegevens.casus_id and session.get(Casus, gegevens.casus_id) is None:
        raise UserError("Deze casus bestaat niet meer.")
    held = asdict(gegevens)
    texts = ("initialen", "leeftijd", "aanvrager")
    return held | {name: held[name].strip() for name in texts}


def _set_end(session: Session, bespreking: Bespreking) -> None:
    """Say when a tafelkaart disappears: so many days after the table."""
    if bespreking.casus_id is not None:
        bespreking.verdwijnt_op = None
        return
    zitting = session.get_one(Zitting, bespreking.zitting_id)
    day = local(bespreking.begonnen_op or begin_of(session, zitting)).date()
    bespreking.verdwijnt_op = day + timedelta(days=plein().verdwijnt_na_dagen)
