"""The search index: written in the transaction of the rows that it is about.

A writing session tells which rows it flushed; before it commits, the words of each are brought up
to date. The index holds no text, only which folded word stands in which row. Rows have a number
that grows with their date, so that the newest are found first without sorting.
"""

from collections.abc import Iterable, Sequence
from dataclasses import dataclass
from datetime import UTC, datetime
from hashlib import blake2b
from typing import Any
from uuid import UUID

from sqlalchemy import delete, event, func, insert, select, text, update
from sqlalchemy.orm import Session, UOWTransaction

from vtdesk.models import (
    Afgeschermd,
    Afspraak,
    Betrokkenheid,
    Entity,
    Parkeernotitie,
    Persoon,
    Sleutelwaarde,
    Verslag,
    Zoekstuk,
)
from vtdesk.store.woordenschat import Woordenschat
from vtdesk.store.zoekstof import DELEN, LEZERS, Zoekstof
from vtdesk.store.zoekstof_delen import huisgenoten, typed_about
from vtdesk.values.nummers import nummers
from vtdesk.values.vouwen import vouw

VERSIE = 4  # of what is read and how it is folded; another one fills the index anew
SLEUTEL = "zoekindex"
PER_MINUUT = 512  # numbers for what has the same minute; more run on into the next
TIJDLOOS = 1 << 50  # from here on: what has no date, above everything that has one
_BEGIN = datetime(1900, 1, 1, tzinfo=UTC)
_AT_ONCE = 500

_DELETE = text("DELETE FROM zoekindex WHERE rowid = :nummer")
_INSERT = text("INSERT INTO zoekindex (rowid, tekst, label) VALUES (:nummer, :tekst, :label)")
_OPTIMIZE = text("INSERT INTO zoekindex (zoekindex) VALUES ('optimize')")
TABELLEN: dict[str, type[Entity]] = {kind.__tablename__: kind for kind in LEZERS}


@dataclass(frozen=True, slots=True)
class _Bekend:
    """What the index has of a row."""

    nummer: int
    afdruk: bytes
    versie: int


@dataclass(frozen=True, slots=True)
class _Nieuw:
    """A row for the index, which is written with all others."""

    stuk: dict[str, Any]
    woorden: dict[str, Any]


class Zoekindex:
    """Follows one writing session, and brings the index up to date before it commits."""

    def __init__(self, session: Session, woorden: Woordenschat) -> None:
        self._session = session
        self._woorden = woorden
        self._touched: dict[tuple[type[Entity], UUID], None] = {}
        self._shielded: set[UUID] = set()  # people whose shielded values or casussen changed
        self._values: set[str] = set()  # shielded from now on, or no longer
        self._given: dict[int, int] = {}  # the last number that was given in a minute
        self._new: list[_Nieuw] = []
        event.listen(session, "after_flush", self._after_flush)

    def touch(self, kind: type[Entity], ding: UUID) -> None:
        """Let a row be read again, although nothing was flushed of it."""
        self._touched[(kind, ding)] = None

    def bring_up_to_date(self) -> None:
        """Write the words of all that was touched; the last thing that happens before a commit."""
        self._session.flush()
        self._touch_followers()
        stof = self._read()
        stof.sort(key=lambda found: _first_number(found[2]))  # in order, the index grows best
        known = self._known([ding for _, ding, _ in stof])
        for kind, ding, found in stof:
            self._store(kind, ding, found, known.get(ding))
        self._write_new()
        self._touched.clear()

    def _known(self, dingen: Sequence[UUID]) -> dict[UUID, _Bekend]:
        """Read at one go what the index has of some rows."""
        found: dict[UUID, _Bekend] = {}
        for begin in range(0, len(dingen), _AT_ONCE):
            some = dingen[begin : begin + _AT_ONCE]
            query = select(Zoekstuk.rij, Zoekstuk.nummer, Zoekstuk.afdruk, Zoekstuk.versie)
            rows = self._session.execute(query.where(Zoekstuk.rij.in_(some)))
            found |= {rij: _Bekend(nummer, afdruk, versie) for rij, nummer, afdruk, versie in rows}
        return found

    def _write_new(self) -> None:
        """Write the rows that the index did not have, at one go."""
        if self._new:
            self._session.execute(insert(Zoekstuk), [new.stuk for new in self._new])
            self._session.execute(_INSERT, [new.woorden for new in self._new])
        self._new.clear()
        self._given.clear()

    def _after_flush(self, session: Session, _context: UOWTransaction) -> None:
        dirty = (entity for entity in session.dirty if session.is_modified(entity))
        for entity in (*session.new, *dirty, *session.deleted):
            kind = type(entity)
            if kind in LEZERS:
                self.touch(kind, entity.id)
            elif kind in DELEN:
                whole, field = DELEN[kind]
                self.touch(whole, getattr(entity, field))
            if isinstance(entity, (Afgeschermd, Betrokkenheid)):
                self._shielded.add(entity.persoon_id)
            if isinstance(entity, Afgeschermd):
                self._values.add(entity.waarde)
        for entity in session.deleted:  # at once: what destroys a casus looks whether all is gone
            if type(entity) in LEZERS:
                self._forget(entity.id)

    def _touch_followers(self) -> None:
        """Let what takes its casus, name or date from an appointment follow it.

        And who stands in one casus with a person follows what is shielded of that person, as does
        what she typed about that casus, or about none.
        """
        for persoon_id in self._shielded:
            for near in huisgenoten(self._session, persoon_id):
                self.touch(Persoon, near)
        for kind, ding in typed_about(self._session, self._shielded, self._values):
            self.touch(kind, ding)
        self._shielded.clear()
        self._values.clear()
        moved = [ding for kind, ding in self._touched if kind is Afspraak]
        for begin in range(0, len(moved), _AT_ONCE):
            some = moved[begin : begin + _AT_ONCE]
            for kind in (Parkeernotitie, Verslag):
                query = select(kind.id).where(kind.afspraak_id.in_(some))
                for ding in self._session.scalars(query):
                    self.touch(kind, ding)

    def _read(self) -> list[tuple[type[Entity], UUID, Zoekstof | None]]:
        """Read all that was touched, of one kind at one go; nothing of what is gone."""
        of_kind: dict[type[Entity], list[UUID]] = {}
        for kind, ding in self._touched:
            of_kind.setdefault(kind, []).append(ding)
        found: list[tuple[type[Entity], UUID, Zoekstof | None]] = []
        for kind, dingen in of_kind.items():
            for begin in range(0, len(dingen), _AT_ONCE):
                some = dingen[begin : begin + _AT_ONCE]
                rows: Any = self._session.scalars(select(kind).where(kind.id.in_(some)))
                there = {row.id: row for row in rows}
                read = LEZERS[kind]
                found += [
                    (kind, ding, read(self._session, there[ding]) if ding in there else None)
                    for ding in some
                ]
        return found

    def _store(
        self, kind: type[Entity], ding: UUID, stof: Zoekstof | None, known: _Bekend | None
    ) -> None:
        tekst, label = index_tekst(stof), index_label(kind, stof)
        afdruk = blake2b(f"{label}\0{tekst}".encode(), digest_size=16).digest()
        if known and stof and _keeps_place(known.nummer, stof):
            if known.afdruk != afdruk:
                self._session.execute(_DELETE, {"nummer": known.nummer})
                self._write(known.nummer, tekst, label)
            if (known.afdruk, known.versie) != (afdruk, stof.versie):
                changed = update(Zoekstuk).where(Zoekstuk.nummer == known.nummer)
                self._session.execute(changed.values(afdruk=afdruk, versie=stof.versie))
            return
        if known:
            self._forget(ding)
        if stof is not None and tekst.strip():
            nummer = self._next_number(stof)
            row = {
                "nummer": nummer, "tabel": kind.__tablename__, "rij": ding,
                "afdruk": afdruk, "versie": stof.versie,
            }  # fmt: skip
            self._new.append(_Nieuw(row, {"nummer": nummer, "tekst": tekst, "label": label}))
            self._woorden.add(tekst.split())

    def _forget(self, ding: UUID) -> None:
        nummer = self._session.scalar(select(Zoekstuk.nummer).where(Zoekstuk.rij == ding))
        if nummer is not None:
            self._session.execute(_DELETE, {"nummer": nummer})
            self._session.execute(delete(Zoekstuk).where(Zoekstuk.nummer == nummer))

    def _write(self, nummer: int, tekst: str, label: str) -> None:
        self._session.execute(_INSERT, {"nummer": nummer, "tekst": tekst, "label": label})
        self._woorden.add(tekst.split())

    def _next_number(self, stof: Zoekstof) -> int:
        first = _first_number(stof)
        end = first + PER_MINUUT if stof.datum else None
        while True:
            last = self._last_number(first, end)
            if end is None or last + 1 < end:
                self._given[first] = last + 1
                return last + 1
            first, end = end, end + PER_MINUUT

    def _last_number(self, first: int, end: int | None) -> int:
        """Give the last number in use from here on, and before the end; one lower when none is."""
        if first in self._given:
            return self._given[first]
        taken = select(func.max(Zoekstuk.nummer)).where(Zoekstuk.nummer >= first)
        if end is not None:
            taken = taken.where(Zoekstuk.nummer < end)
        last = self._session.scalar(taken)
        self._given[first] = first - 1 if last is None else int(last)
        return self._given[first]


def index_tekst(stof: Zoekstof | None) -> str:
    """Fold what is read, and add its numbers as their digits."""
    if stof is None:
        return ""
    numbers = dict.fromkeys(nummer.cijfers for nummer in nummers(stof.tekst))
    return " ".join((vouw(stof.tekst), *numbers))


def index_label(kind: type[Entity], stof: Zoekstof | None) -> str:
    """Give the words by which filters find it: its kind, its casussen, its people."""
    if stof is None:
        return ""
    casussen = [casus_label(casus) for casus in stof.casussen]
    people = [persoon_label(persoon) for persoon in dict.fromkeys(stof.personen)]
    return " ".join((soort_label(kind.kind), *casussen, *people))


def soort_label(soort: str) -> str:
    """Name a kind as a label of the index."""
    return f"s{soort}"


def casus_label(casus_id: UUID) -> str:
    """Name a casus as a label of the index."""
    return f"c{casus_id.hex}"


def persoon_label(persoon_id: UUID) -> str:
    """Name a person as a label of the index."""
    return f"p{persoon_id.hex}"


def nummer_van(moment: datetime) -> int:
    """Give the first number of the minute of a moment."""
    minutes = int((moment.astimezone(UTC) - _BEGIN).total_seconds() // 60)
    return min(max(minutes, 0) * PER_MINUUT, TIJDLOOS - 1)


def is_behind(session: Session) -> bool:
    """Tell whether another vtdesk made the index, or nobody did yet."""
    known = session.get(Sleutelwaarde, SLEUTEL)
    return known is None or known.waarde.get("versie") != VERSIE


def fill(session: Session, woorden: Woordenschat) -> None:
    """Make the index anew, out of all that there is."""
    session.execute(text("INSERT INTO zoekindex (zoekindex) VALUES ('delete-all')"))
    session.execute(delete(Zoekstuk))
    index = Zoekindex(session, woorden)
    for kind in LEZERS:
        ids = session.scalars(select(kind.id)).all()
        for begin in range(0, len(ids), _AT_ONCE):
            some = ids[begin : begin + _AT_ONCE]
            rows = session.scalars(select(kind).where(kind.id.in_(some))).all()  # at one go
            talks = _talks_of(session, rows)
            for row in rows:
                index.touch(kind, row.id)
            index.bring_up_to_date()
            talks.clear()
    session.execute(_OPTIMIZE)
    session.merge(Sleutelwaarde(sleutel=SLEUTEL, waarde={"versie": VERSIE}))


def forget_deleted(session: Session) -> None:
    """Take the words of what is gone out of the index for good."""
    session.execute(_OPTIMIZE)


def _first_number(stof: Zoekstof | None) -> int:
    if stof is None:
        return 0
    return TIJDLOOS if stof.datum is None else nummer_van(stof.datum)


def _keeps_place(nummer: int, stof: Zoekstof) -> bool:
    if stof.datum is None:
        return nummer >= TIJDLOOS
    return nummer_van(stof.datum) == nummer - nummer % PER_MINUUT


def read_stof(session: Session, kind: type[Entity], ids: Iterable[UUID]) -> dict[UUID, Zoekstof]:
    """Read again what the index knows of some rows of one kind."""
    rows: Any = session.scalars(select(kind).where(kind.id.in_(list(ids)))).all()
    talks = _talks_of(session, rows)
    read = {row.id: LEZERS[kind](session, row) for row in rows}
    talks.clear()
    return {ding: stof for ding, stof in read.items() if stof is not None}


def _talks_of(session: Session, rows: Iterable[Any]) -> list[Afspraak]:
    """Read the appointments behind rows at one go; the session has them as long as this list."""
    ids = {row.afspraak_id for row in rows if getattr(row, "afspraak_id", None)}
    return list(session.scalars(select(Afspraak).where(Afspraak.id.in_(ids)))) if ids else []
