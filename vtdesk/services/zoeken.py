"""Searching through all that the user may see: the newest at once, the best when asked."""

from collections import defaultdict
from collections.abc import Iterable
from dataclasses import dataclass
from datetime import datetime
from threading import Lock
from uuid import UUID

from sqlalchemy import or_, select
from sqlalchemy.orm import Session

from vtdesk.errors import OutsideError, UserError
from vtdesk.models import Casus, Concept, Verslag, Zoekstuk
from vtdesk.services.verslagen import SCHRIJFBAAR
from vtdesk.services.zoek_bedoel import bedoeld
from vtdesk.services.zoek_merken import Bereik, Gemerkt, Merker
from vtdesk.services.zoek_vraag import Opdracht, opdracht
from vtdesk.store.stop import Stop, StoppedError
from vtdesk.store.store import Store, search_again
from vtdesk.store.zoekindex import TABELLEN, read_stof, soort_label
from vtdesk.store.zoekstof import Zoekstof
from vtdesk.values.change import Change
from vtdesk.values.kinds import Kind
from vtdesk.values.tijd import Clock, local
from vtdesk.values.zoekvraag import Zoekvraag, lees

MEEST = 40  # what is shown at a time; more is asked for


@dataclass(frozen=True, slots=True)
class Vondst:
    """One thing that was found, with the sentence that answers the question."""

    id: int
    kind: Kind
    tabel: str
    ding: UUID
    titel: str
    zin: str
    vet: tuple[Bereik, ...]  # of the sentence
    datum: datetime | None
    casus_id: UUID | None
    casus: str
    nummer: str
    afspraak_id: UUID | None  # where it stands, when that is an appointment


@dataclass(frozen=True, slots=True)
class Uitkomst:
    """What a question found; `bedoel` is another question that does find something."""

    vraag: Zoekvraag
    vondsten: tuple[Vondst, ...] = ()
    meer: bool = False
    bedoel: str = ""
    compleet: bool = True  # False: only beginnings of words were looked for as yet

    def per_casus(self) -> list[tuple[str, list[Vondst]]]:
        """Group what was found by casus, in the order of the first of each."""
        groups: dict[UUID | None, list[Vondst]] = defaultdict(list)
        for vondst in self.vondsten:
            groups[vondst.casus_id].append(vondst)
        return [
            (f"{found[0].casus} · {found[0].nummer}" if casus_id else "Zonder casus", found)
            for casus_id, found in groups.items()
        ]


class Zoektocht:
    """One question on its way; whoever asked may end it when a next one comes."""

    def __init__(self, zoeken: "Zoeken", getypt: str, *, beste: bool, meest: int) -> None:
        self._zoeken, self._getypt = zoeken, getypt
        self._beste, self._meest = beste, meest
        self._stop = Stop()

    def run(self) -> Uitkomst | None:
        """Search, on any thread, with the words that are known; None when it was ended."""
        try:
            return self._zoeken.antwoord(
                self._getypt, beste=self._beste, meest=self._meest, stop=self._stop
            )
        except StoppedError:
            return None

    def stop(self) -> None:
        """End it; from any thread."""
        self._stop.now()


class Zoeken:
    """Use cases around searching; the melder, shielded values and gevoel are not in the index."""

    def __init__(self, store: Store, clock: Clock) -> None:
        self._store = store
        self._clock = clock
        self._lock = Lock()
        self._drafts: set[UUID] | None = None  # written since the last question; None: any may be
        store.changes.subscribe(self._note_drafts)

    def lees(self, getypt: str) -> Zoekvraag:
        """Understand what was typed, without looking for it."""
        return lees(getypt, local(self._clock()).date())

    def tocht(self, getypt: str, *, beste: bool = False, meest: int = MEEST) -> Zoektocht:
        """Prepare a question that can be ended."""
        return Zoektocht(self, getypt, beste=beste, meest=meest)

    def zoek(self, getypt: str, *, beste: bool = False, meest: int = MEEST) -> Uitkomst:
        """Give what fits, the newest first; `beste` ranks all that fits, which takes longer."""
        self.prepare()
        return self.antwoord(getypt, beste=beste, meest=meest)

    def prepare(self) -> None:
        """Have all words in memory; among very many notes that takes seconds, once."""
        if not self._store.woorden.is_read:
            with self._store.read() as session:
                self._store.woorden.read(session)

    def antwoord(
        self, getypt: str, *, beste: bool = False, meest: int = MEEST, stop: Stop | None = None
    ) -> Uitkomst:
        """Answer at once, also when not all words are in memory yet."""
        vraag = self.lees(getypt)
        complete = self._store.woorden.is_read
        if vraag.is_leeg:
            return Uitkomst(vraag)
        self._read_drafts()
        with self._store.read(stop) as session:
            asked = opdracht(session, vraag, self._store.woorden)
            numbers = asked.nummers(session, beste=beste, meest=meest + 1) if asked else []
            if numbers:
                found = tuple(_vondsten(session, numbers[:meest], Merker(vraag)))
                return Uitkomst(vraag, found, meer=len(numbers) > meest, compleet=complete)
            other = bedoeld(session, getypt, vraag, self._store.woorden, stop) if complete else ""
            return Uitkomst(vraag, bedoel=other, compleet=complete)

    def toon(self, nummer: int, getypt: str) -> Gemerkt:
        """Give all that one found thing says, with what answers the question."""
        with self._store.read() as session:
            stof = next(iter(_read(session, [nummer]).values()), None)
        if stof is None:
            raise UserError("Dit is er niet meer. Zoek het opnieuw.")
        tekst = "\n".join(line for line in stof[1].regels if line.strip())
        return Merker(self.lees(getypt)).merk(tekst.replace("\r\n", "\n"))

    def gebeld(self, getypt: str) -> set[UUID]:
        """Give the people with a number that begins as it was typed, in any notation."""
        numbers = self.lees(getypt).nummers
        if not numbers:
            return set()
        asked = " AND ".join(f'tekst : "{number}" *' for number in numbers)
        with self._store.read() as session:
            found = Opdracht(f"{asked} AND label : {soort_label(Kind.PERSOON)}").nummers(
                session, beste=False, meest=MEEST
            )
            return set(session.scalars(select(Zoekstuk.rij).where(Zoekstuk.nummer.in_(found))))

    def _note_drafts(self, change: Change) -> None:
        written = {ding for kind, ding in change.entities if kind is Kind.CONCEPT}
        if written:
            with self._lock:
                if self._drafts is not None:
                    self._drafts |= written

    def _read_drafts(self) -> None:
        """Read the drafts that were written since: storing one every second reads nothing."""
        with self._lock:
            written, self._drafts = self._drafts, set()
        if written is not None and not written:
            return
        try:
            self._read_again(written)
        except OutsideError:  # a full disk: what was read before can still be searched
            with self._lock:
                self._drafts = None

    def _read_again(self, written: set[UUID] | None) -> None:
        query = (
            select(Verslag.id)
            .join(Concept, Concept.verslag_id == Verslag.id)
            .outerjoin(Zoekstuk, Zoekstuk.rij == Verslag.id)
            .where(
                Verslag.stand.in_(SCHRIJFBAAR),
                or_(Zoekstuk.versie.is_(None), Zoekstuk.versie != Concept.version),
            )
        )
        if written is not None:
            query = query.where(Verslag.id.in_(written))
        with self._store.read() as session:
            changed = list(session.scalars(query))
        if changed:
            with self._store.write() as session:
                for verslag_id in changed:
                    search_again(session, Verslag, verslag_id)


def _vondsten(session: Session, numbers: list[int], merker: Merker) -> list[Vondst]:
    read = _read(session, numbers)
    casussen = _casussen(session, (c for _, stof in read.values() for c in stof.casussen[:1]))
    return [
        _vondst(number, *read[number], merker, casussen) for number in numbers if number in read
    ]


def _read(session: Session, numbers: list[int]) -> dict[int, tuple[Zoekstuk, Zoekstof]]:
    """Read what stands in the rows now: the index itself holds no text."""
    rows = session.scalars(select(Zoekstuk).where(Zoekstuk.nummer.in_(numbers))).all()
    by_table: dict[str, list[UUID]] = defaultdict(list)
    for row in rows:
        by_table[row.tabel].append(row.rij)
    stof: dict[UUID, Zoekstof] = {}
    for table, ids in by_table.items():
        stof |= read_stof(session, TABELLEN[table], ids)
    return {row.nummer: (row, stof[row.rij]) for row in rows if row.rij in stof}


def _casussen(session: Session, ids: Iterable[UUID]) -> dict[UUID, tuple[str, str]]:
    query = select(Casus.id, Casus.naam, Casus.nummer).where(Casus.id.in_(set(ids)))
    return {casus_id: (naam, nummer) for casus_id, naam, nummer in session.execute(query)}


def _vondst(
    number: int,
    row: Zoekstuk,
    stof: Zoekstof,
    merker: Merker,
    casussen: dict[UUID, tuple[str, str]],
) -> Vondst:
    zin = merker.zin(stof.regels)
    casus_id = stof.casussen[0] if stof.casussen else None
    casus, nummer = casussen[casus_id] if casus_id else ("", "")
    return Vondst(
        id=number,
        kind=TABELLEN[row.tabel].kind,
        tabel=row.tabel,
        ding=row.rij,
        titel=stof.titel,
        zin=zin.tekst,
        vet=zin.vet,
        datum=local(stof.datum) if stof.datum else None,
        casus_id=casus_id,
        casus=casus,
        nummer=nummer,
        afspraak_id=stof.afspraak_id,
    )
