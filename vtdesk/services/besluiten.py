"""Besluiten: written, challenged in the tegenspraakronde, and then final for good."""

from collections.abc import Mapping
from datetime import date
from uuid import UUID

from sqlalchemy import select
from sqlalchemy.orm import Session

from vtdesk.errors import UserError
from vtdesk.models import Besluit, Melding, Uitspraak
from vtdesk.services.besluit_gronden import CasusUitspraken, gronden_to_json
from vtdesk.services.besluit_rows import (
    BesluitGegevens,
    BesluitRow,
    Verteld,
    check,
    check_final,
    stored,
    to_row,
)
from vtdesk.services.kop import gebruiker_of
from vtdesk.services.tegenspraak import Antwoord, Ronde, refuse_unanswered, ronde, to_json
from vtdesk.services.termijn_start import BEOORDELING, for_besluit, meet_open
from vtdesk.services.uitspraak_rows import to_row as uitspraak_row
from vtdesk.services.uitspraken import statements
from vtdesk.store.store import Store, note
from vtdesk.values.casuskinds import BesluitSoort, BesluitStand
from vtdesk.values.kinds import Kind
from vtdesk.values.tijd import Clock, local

__all__ = ["Antwoord", "BesluitGegevens", "BesluitRow", "Besluiten", "Ronde", "Verteld"]

ONDERZOEK = "T2"


class Besluiten:
    """Use cases around decisions; each method is one transaction."""

    def __init__(self, store: Store, clock: Clock) -> None:
        self._store = store
        self._clock = clock

    def of_casus(self, casus_id: UUID) -> list[BesluitRow]:
        """List the besluiten of a casus, oldest first."""
        query = select(Besluit).where(Besluit.casus_id == casus_id).order_by(Besluit.datum)
        with self._store.read() as session:
            boek = _boek(session, casus_id)
            return [to_row(found, boek) for found in session.scalars(query)]

    def get(self, besluit_id: UUID) -> BesluitRow:
        """Give one besluit."""
        with self._store.read() as session:
            return _row(session, _existing(session, besluit_id))

    def ronde(self, besluit_id: UUID) -> Ronde:
        """Give what speaks against a besluit, what it did not use, and the questions."""
        with self._store.read() as session:
            return ronde_van(session, _existing(session, besluit_id))

    def add(
        self,
        casus_id: UUID,
        gegevens: BesluitGegevens,
        antwoorden: Mapping[str, Antwoord] | None = None,
    ) -> UUID:
        """Write down a besluit; it is a concept until `finalise`.

        One that was removed comes back with the answers of its tegenspraakronde.
        """
        with self._store.write() as session:
            self._check(session, casus_id, gegevens)
            besluit = Besluit(casus_id=casus_id, **stored(gegevens))
            session.add(besluit)
            if antwoorden:
                session.flush()
                _answer(session, besluit, antwoorden)
            return besluit.id

    def change(self, besluit_id: UUID, version: int, gegevens: BesluitGegevens) -> None:
        """Change a concept; refuses when it changed since `version` was read."""
        with self._store.write() as session:
            besluit = _existing(session, besluit_id)
            besluit.refuse_change()
            if besluit.version != version:
                raise UserError("Dit besluit is intussen gewijzigd. Open het opnieuw.")
            self._check(session, besluit.casus_id, gegevens)
            for name, value in stored(gegevens).items():
                setattr(besluit, name, value)
            besluit.check()

    def remove(self, besluit_id: UUID) -> None:
        """Throw a concept away; a final besluit stays."""
        with self._store.write() as session:
            session.delete(_existing(session, besluit_id))

    def answer(self, besluit_id: UUID, antwoorden: dict[str, Antwoord]) -> None:
        """Keep the answers of the tegenspraakronde, also when not all are there yet."""
        with self._store.write() as session:
            _answer(session, _existing(session, besluit_id), antwoorden)

    def finalise(self, besluit_id: UUID) -> None:
        """Make a besluit final: the round is answered, and terms hear of it. Nothing undoes it."""
        with self._store.write() as session:
            besluit = _existing(session, besluit_id)
            if besluit.stand is BesluitStand.DEFINITIEF:
                raise UserError("Dit besluit is al definitief.")
            row, found = _row(session, besluit), ronde_van(session, besluit)
            check_final(row, gebruiker_of(session).naam)
            refuse_unanswered(found)
            besluit.tegenspraak = to_json(found.antwoorden, found.vragen) | {
                "gronden": gronden_to_json(row.gronden)  # what changes later does not change these
            }
            besluit.stand, besluit.definitief_op = BesluitStand.DEFINITIEF, self._clock()
            note(
                session, "E", (Kind.BESLUIT, besluit_id), detail="definitief",
                casus=besluit.casus_id,
            )  # fmt: skip
            self._tell_terms(session, besluit)

    def tell(self, besluit_id: UUID, verteld: Verteld) -> None:
        """Note who was told of a final besluit, when and how; `untell` undoes it."""
        if not verteld.wie.strip():
            raise UserError("Vul in wie het hoorde.")
        if verteld.op > self._today():
            raise UserError("Deze dag is nog niet geweest. Leg vast wat al is verteld.")
        with self._store.write() as session:
            besluit = _existing(session, besluit_id)
            if besluit.stand is not BesluitStand.DEFINITIEF:
                raise UserError("Dit besluit is nog niet definitief. Vertel het daarna.")
            if verteld.op < besluit.datum:
                raise UserError("Deze dag ligt vóór het besluit. Controleer de datum.")
            besluit.verteld = [*besluit.verteld, _told(verteld)]

    def untell(self, besluit_id: UUID, verteld: Verteld) -> None:
        """Undo that somebody was told."""
        with self._store.write() as session:
            besluit = _existing(session, besluit_id)
            besluit.verteld = [one for one in besluit.verteld if one != _told(verteld)]

    def _tell_terms(self, session: Session, besluit: Besluit) -> None:
        """Let a besluit end the term it answers, and begin the one that follows."""
        casus_id, day = besluit.casus_id, besluit.datum
        if besluit.soort is BesluitSoort.VEILIGHEIDSBEOORDELING:
            meet_open(session, casus_id, BEOORDELING, day, melding_id=besluit.melding_id)
            for_besluit(session, besluit, self._clock())
        elif besluit.soort is BesluitSoort.ONDERZOEK:
            meet_open(session, casus_id, ONDERZOEK, day)

    def _check(self, session: Session, casus_id: UUID, gegevens: BesluitGegevens) -> None:
        check(gegevens, _boek(session, casus_id).staand, self._today())
        if gegevens.melding_id:
            melding = session.get(Melding, gegevens.melding_id)
            if melding is None or melding.casus_id != casus_id:
                raise UserError("Deze melding hoort niet bij deze casus.")
            if melding.geweigerd_want:
                raise UserError("Deze melding is geweigerd. Er kan geen besluit op steunen.")

    def _today(self) -> date:
        return local(self._clock()).date()


def _boek(session: Session, casus_id: UUID) -> CasusUitspraken:
    gone = select(Uitspraak).where(
        Uitspraak.casus_id == casus_id, Uitspraak.verwijderd_op.is_not(None)
    )
    return CasusUitspraken(
        staand={row.id: row for row in statements(session, casus_id)},
        weg={found.id: uitspraak_row(found) for found in session.scalars(gone)},
    )


def _answer(session: Session, besluit: Besluit, antwoorden: Mapping[str, Antwoord]) -> None:
    asked = {one.id for one in ronde_van(session, besluit).vragen}
    kept = {key: one for key, one in antwoorden.items() if key in asked}
    besluit.tegenspraak = to_json(kept)


def _existing(session: Session, besluit_id: UUID) -> Besluit:
    found = session.get(Besluit, besluit_id)
    if found is None:
        raise UserError("Dit besluit bestaat niet meer.")
    return found


def _row(session: Session, besluit: Besluit) -> BesluitRow:
    return to_row(besluit, _boek(session, besluit.casus_id))


def ronde_van(session: Session, besluit: Besluit) -> Ronde:
    """Lay out the round; statements that came after a final besluit do not belong to it."""
    row, rows = _row(session, besluit), statements(session, besluit.casus_id)
    found = ronde(rows, row.gegevens.gronden, row.antwoorden)
    if not row.is_definitief:
        return found
    return Ronde((), (), row.vragen, row.antwoorden, found.bron)


def _told(verteld: Verteld) -> list[str]:
    return [verteld.wie.strip(), verteld.op.isoformat(), verteld.hoe.strip()]
