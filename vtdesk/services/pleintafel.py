"""What is said and agreed at the table: lines, standpunten and taken of one bespreking."""

from dataclasses import dataclass, replace
from datetime import date
from typing import Any
from uuid import UUID

from sqlalchemy import bindparam, func, select, update
from sqlalchemy.orm import Session

from vtdesk.errors import UserError
from vtdesk.models import Belofte, Bespreking, Inbreng, Pleintaak, Standpunt, Zitting
from vtdesk.services.kop import gebruiker_of
from vtdesk.services.plein.lezen import standpunten_of
from vtdesk.services.plein.loop import existing
from vtdesk.services.plein.resten import Weg, take_away
from vtdesk.services.regelbestanden import plein
from vtdesk.store.store import Store
from vtdesk.values import inbreng
from vtdesk.values.dagkinds import BelofteStand
from vtdesk.values.kinds import Kind, Letter
from vtdesk.values.tijd import Clock

GONE = "Dit staat er niet meer. Kopieer wat je wilt houden."
WORKED_UP = "Deze bespreking is verwerkt. Open haar weer om iets toe te voegen."
IN_CASUS = "Deze regel staat al in de casus. Wijzig hem daar."
ZELF = ("ik", "vt", "veilig thuis")


@dataclass(frozen=True, slots=True)
class StandpuntGegevens:
    """What a row holds of one party."""

    tekst: str = ""
    afwijkend: bool = False
    op_grond: str = ""
    naam: str = ""


@dataclass(frozen=True, slots=True)
class TaakGegevens:
    """Who does what; `uiterlijk` is the day that `wanneer` says, when it says one."""

    wat: str
    wie: str = ""
    wanneer: str = ""
    uiterlijk: date | None = None


class Pleintafel:
    """Use cases around what is said at the table; each method is one transaction."""

    def __init__(self, store: Store, clock: Clock) -> None:
        self._store = store
        self._clock = clock

    def say(self, bespreking_id: UUID, regel: str, letter: Letter) -> UUID:
        """Write down a typed line at its time; `moeder: …` names who speaks."""
        with self._store.write() as session:
            _open(session, bespreking_id)
            found = inbreng.parse(regel, self._seated(session, bespreking_id))
            _refuse_empty(found.tekst)
            line = Inbreng(
                bespreking_id=bespreking_id,
                volgorde=_next(session, Inbreng, bespreking_id),
                moment=self._clock(),
                tekst=found.tekst,
                spreker=found.spreker,
                letter=letter,
            )
            session.add(line)
            return line.id

    def change_line(self, inbreng_id: UUID, regel: str, letter: Letter) -> None:
        """Write a line anew; its time stays."""
        with self._store.write() as session:
            line = _own(session, inbreng_id)
            found = inbreng.parse(regel, self._seated(session, line.bespreking_id))
            _refuse_empty(found.tekst)
            line.tekst, line.spreker, line.letter = found.tekst, found.spreker, letter

    def set_letter(self, inbreng_id: UUID, letter: Letter) -> None:
        """Say what a line is: F, V, M, D or H."""
        with self._store.write() as session:
            _own(session, inbreng_id).letter = letter

    def remove_line(self, inbreng_id: UUID) -> Weg:
        """Take a line away; `Plein.put_back` undoes it."""
        with self._store.write() as session:
            return take_away(session, _own(session, inbreng_id))

    def add_standpunt(self, bespreking_id: UUID, wie: str) -> UUID:
        """Let one more party sit at the table."""
        with self._store.write() as session:
            _open(session, bespreking_id)
            name = inbreng.spreker(wie)
            if not name:
                raise UserError("Vul in wie dit standpunt heeft.")
            if name.casefold() in (
                o.wie.casefold() for o in standpunten_of(session, bespreking_id)
            ):
                raise UserError("Deze partij staat er al. Vul het standpunt in bij haar regel.")
            number = _next(session, Standpunt, bespreking_id)
            row = Standpunt(bespreking_id=bespreking_id, volgorde=number, wie=name)
            session.add(row)
            return row.id

    def remove_standpunt(self, standpunt_id: UUID) -> Weg:
        """Take a party away; `Plein.put_back` undoes it."""
        return self._take_away(Standpunt, standpunt_id)

    def keep_standpunt(
        self, bespreking_id: UUID, standpunt_id: UUID, gegevens: StandpuntGegevens
    ) -> None:
        """Keep what a party finds, as she types it."""
        values = {
            "b_id": standpunt_id,
            "tekst": gegevens.tekst,
            "afwijkend": gegevens.afwijkend,
            "op_grond": gegevens.op_grond,
            "naam": gegevens.naam,
        }
        if not self._store.rewrite(_STANDPUNT, values, kind=Kind.PLEIN, ding=bespreking_id):
            raise UserError(GONE)

    def add_taak(self, bespreking_id: UUID, gegevens: TaakGegevens) -> UUID:
        """Write down who does what; a taak of her own is a belofte at once."""
        with self._store.write() as session:
            bespreking = _open(session, bespreking_id)
            taak = Pleintaak(
                bespreking_id=bespreking_id,
                volgorde=_next(session, Pleintaak, bespreking_id),
                wat="",
            )
            self._fill(session, bespreking, taak, gegevens)
            session.add(taak)
            return taak.id

    def change_taak(self, taak_id: UUID, gegevens: TaakGegevens) -> None:
        """Change a taak, and the belofte it is, as long as that is open."""
        with self._store.write() as session:
            taak = _existing(session, Pleintaak, taak_id)
            self._fill(session, _open(session, taak.bespreking_id), taak, gegevens)

    def remove_taak(self, taak_id: UUID) -> Weg:
        """Take a taak away, with its belofte when that is still open."""
        return self._take_away(Pleintaak, taak_id)

    def to_taak(self, inbreng_id: UUID, gegevens: TaakGegevens) -> Weg:
        """Turn a line into a taak; the line goes, and can be put back."""
        with self._store.write() as session:
            line = _own(session, inbreng_id)
            bespreking = _open(session, line.bespreking_id)
            number = _next(session, Pleintaak, bespreking.id)
            taak = Pleintaak(bespreking_id=bespreking.id, volgorde=number, wat="")
            self._fill(session, bespreking, taak, gegevens)
            session.add(taak)
            session.flush()
            return replace(take_away(session, line), taak_id=taak.id)

    def _fill(
        self, session: Session, bespreking: Bespreking, taak: Pleintaak, gegevens: TaakGegevens
    ) -> None:
        if not gegevens.wat.strip():
            raise UserError("Schrijf op wat er moet gebeuren.")
        taak.wat, taak.wanneer = gegevens.wat.strip(), gegevens.wanneer.strip()
        taak.wie = inbreng.spreker(gegevens.wie, self._seated(session, bespreking.id))
        belofte = session.get(Belofte, taak.belofte_id) if taak.belofte_id else None
        if not _is_hers(session, taak.wie):
            if belofte is not None and belofte.stand is BelofteStand.OPEN:
                taak.belofte_id = None
                session.flush()
                session.delete(belofte)
            return
        if belofte is None:
            belofte = Belofte(aan=_aan(session, bespreking), wat=taak.wat, gemaakt_op=self._clock())
            session.add(belofte)
            session.flush()
            taak.belofte_id = belofte.id
        if belofte.stand is BelofteStand.OPEN:
            belofte.wat, belofte.uiterlijk = taak.wat, gegevens.uiterlijk
            belofte.casus_id = bespreking.casus_id

    def _take_away(self, kind: type[Any], row_id: UUID) -> Weg:
        with self._store.write() as session:
            return take_away(session, _existing(session, kind, row_id))

    def _seated(self, session: Session, bespreking_id: UUID) -> list[str]:
        return [one.wie for one in standpunten_of(session, bespreking_id)]


_STANDPUNT = (
    update(Standpunt)
    .where(Standpunt.id == bindparam("b_id"))
    .values({name: bindparam(name) for name in ("tekst", "afwijkend", "op_grond", "naam")})
)


def _existing(session: Session, kind: type[Any], row_id: UUID) -> Any:
    row = session.get(kind, row_id)
    if row is None:
        raise UserError(GONE)
    return row


def _open(session: Session, bespreking_id: UUID) -> Bespreking:
    """Give a bespreking to add to; what is said after it was worked up would reach nobody."""
    bespreking = existing(session, bespreking_id)
    if bespreking.verwerkt_op is not None:
        raise UserError(WORKED_UP)
    return bespreking


def _own(session: Session, inbreng_id: UUID) -> Inbreng:
    """Give a line to change, as long as it stands in no casus."""
    line: Inbreng = _existing(session, Inbreng, inbreng_id)
    if line.verwerkt:
        raise UserError(IN_CASUS)
    return line


def _refuse_empty(words: str) -> None:
    if not words:
        raise UserError("Schrijf op wat er is gezegd.")


def _next(session: Session, kind: type[Any], bespreking_id: UUID) -> int:
    last = select(func.max(kind.volgorde)).where(kind.bespreking_id == bespreking_id)
    found = session.scalar(last)
    return 0 if found is None else int(found) + 1


def _is_hers(session: Session, wie: str) -> bool:
    naam = gebruiker_of(session).naam
    own = {*ZELF, naam.casefold(), naam.casefold().split(" ")[0]} - {""}
    return wie.strip().casefold() in own


def _aan(session: Session, bespreking: Bespreking) -> str:
    """Say to whom she promised: the table, and who asked for it; never whose child it is."""
    tafel = plein().regio(session.get_one(Zitting, bespreking.zitting_id).regio).tafel
    return ", ".join(filter(None, (tafel, bespreking.aanvrager.strip())))
