"""Terms of a casus: begun, met, extended, stood still, late with a reason; each act can be undone.

The informeerklok (Wmo 2015 art. 5.3.1) begins when something about a person is recorded that came
from somebody else. That happens with every sentence of a draft, and a sentence may go again before
it counts; so nothing starts by itself there. `informeervoorstellen` names who has no clock yet and
since when, and the worker starts it with one key, or says why it is not needed.
"""

from dataclasses import dataclass
from datetime import date, datetime, timedelta
from uuid import UUID

from sqlalchemy import select
from sqlalchemy.orm import Session

from vtdesk.errors import UserError
from vtdesk.models import Opschorting, Termijn, Verlenging
from vtdesk.services import termijn_start
from vtdesk.services.informeerklok import Voorstel, voorstellen
from vtdesk.services.regels import boeken
from vtdesk.services.termijn_rows import (
    Stap,
    TermijnGegevens,
    TermijnRow,
    Uitstel,
    termijn_rows,
)
from vtdesk.services.termijn_sporen import loop_van, sporen
from vtdesk.store.store import Store
from vtdesk.values.termijnen import verloop
from vtdesk.values.termijnen.berekening import Sporen, Uitkomst, beide_sporen
from vtdesk.values.termijnen.regel import Eenheid, Lengte
from vtdesk.values.termijnen.stand import (
    check_opschorting,
    check_verlenging,
    ruimste_einde,
)
from vtdesk.values.tijd import Clock, local, volle_dag

__all__ = ["Stap", "TermijnGegevens", "TermijnRow", "Termijnen", "Uitstel", "Verlengd", "Voorstel"]

GONE = "Deze termijn bestaat niet meer."
_LONG_BEFORE = timedelta(days=92)  # what was met longer before its last day is forgotten
CLOSED = "Deze termijn loopt niet meer. Maak dat eerst ongedaan."


@dataclass(frozen=True, slots=True)
class Verlengd:
    """What an extension gave: its id for undo, and the new date."""

    id: UUID
    uitkomst: Uitkomst


class Termijnen:
    """Use cases around terms; each method is one transaction."""

    def __init__(self, store: Store, clock: Clock) -> None:
        self._store = store
        self._clock = clock

    def of_casus(self, casus_id: UUID) -> list[TermijnRow]:
        """List the terms of a casus: open ones by date, then what is done."""
        with self._store.read() as session:
            return termijn_rows(session, boeken(session), self._clock(), casus_id=casus_id)

    def get(self, termijn_id: UUID) -> TermijnRow:
        """Give one term."""
        with self._store.read() as session:
            found = termijn_rows(session, boeken(session), self._clock(), termijn_id=termijn_id)
        if not found:
            raise UserError(GONE)
        return found[0]

    def komend(self) -> list[TermijnRow]:
        """List what is open in all casussen, the nearest first."""
        with self._store.read() as session:
            rows = termijn_rows(session, boeken(session), self._clock(), vanaf=date.max)
        return [row for row in rows if row.is_open]

    def op_dag(self, day: date) -> list[TermijnRow]:
        """List what ends on a day in all casussen, also what was met before it."""
        first = day - _LONG_BEFORE
        with self._store.read() as session:
            rows = termijn_rows(session, boeken(session), self._clock(), vanaf=first)
        return [row for row in rows if row.wanneer == day]

    def informeervoorstellen(self, casus_id: UUID) -> list[Voorstel]:
        """Name who should be told that something about them was recorded, and has no clock."""
        with self._store.read() as session:
            return voorstellen(session, casus_id, self._today())

    def preview(self, regel: str, begin: datetime) -> Sporen:
        """Compute what a term would come to; stores nothing."""
        with self._store.read() as session:
            held = boeken(session)
        return beide_sporen(held.termijnregels, regel, begin, kalender=held.kalender)

    def decline(self, casus_id: UUID, gegevens: TermijnGegevens, want: str) -> UUID:
        """Note that a term is not needed, with the reason; `remove_declined` undoes it."""
        if not want.strip():
            raise UserError("Schrijf op waarom dit niet nodig is.")
        with self._store.write() as session:
            termijn = termijn_start.begin_term(session, casus_id, gegevens, self._clock())
            termijn.vervallen_want = want.strip()
            return termijn.id

    def remove_declined(self, termijn_id: UUID) -> None:
        """Undo that a term was not needed: it is proposed again."""
        with self._store.write() as session:
            session.delete(_get(session, termijn_id))

    def start(self, casus_id: UUID, gegevens: TermijnGegevens) -> UUID:
        """Begin a term; `remove` undoes it."""
        with self._store.write() as session:
            return termijn_start.begin_term(session, casus_id, gegevens, self._clock()).id

    def remove(self, termijn_id: UUID) -> None:
        """Undo that a term began, as long as nothing happened to it."""
        with self._store.write() as session:
            termijn = _get(session, termijn_id)
            [loop] = loop_van(session, termijn_id=termijn_id)
            if loop.opschortingen or loop.verlengingen or not _is_open(termijn):
                raise UserError("Met deze termijn is al iets gebeurd. Laat haar vervallen.")
            session.delete(termijn)

    def change(self, termijn_id: UUID, version: int, *, begin: datetime, aanleiding: str) -> None:
        """Correct since when a term runs; refuses when it changed since `version` was read."""
        if begin > self._clock():
            raise UserError(
                "Dit moment is nog niet geweest. Een termijn begint bij wat is gebeurd."
            )
        with self._store.write() as session:
            termijn = _get(session, termijn_id)
            if termijn.version != version:
                raise UserError("Deze termijn is intussen gewijzigd. Open haar opnieuw.")
            termijn.begin, termijn.aanleiding = begin, aanleiding.strip()
            self._uitkomst(session, termijn_id)

    def meet(self, termijn_id: UUID, op: date | None = None) -> None:
        """Note on which day it was done; `unmeet` undoes it."""
        day = self._past(op)
        with self._store.write() as session:
            termijn = _open(session, termijn_id)
            if day < local(termijn.begin).date():
                raise UserError("Deze dag ligt vóór het begin van de termijn.")
            [loop] = loop_van(session, termijn_id=termijn_id)
            if loop.stil:
                raise UserError("De termijn staat stil. Laat haar eerst weer lopen.")
            termijn.gehaald_op = day

    def unmeet(self, termijn_id: UUID) -> None:
        """Undo that it was done."""
        with self._store.write() as session:
            _get(session, termijn_id).gehaald_op = None

    def lapse(self, termijn_id: UUID, want: str) -> None:
        """Let a term no longer run, with the reason; `restore` undoes it."""
        if not want.strip():
            raise UserError("Schrijf op waarom de termijn vervalt.")
        with self._store.write() as session:
            _open(session, termijn_id).vervallen_want = want.strip()

    def restore(self, termijn_id: UUID) -> None:
        """Let a term run again."""
        with self._store.write() as session:
            _get(session, termijn_id).vervallen_want = ""

    def room(self, termijn_id: UUID) -> int:
        """Say how many days may be added at most; refuses when the rule allows none."""
        with self._store.read() as session:
            uitkomst, held = self._uitkomst(session, termijn_id), boeken(session)
        one = verloop.Verlenging(Lengte(1, Eenheid.DAGEN), "vraag", self._today())
        check_verlenging(uitkomst, one, held.kalender)
        ruimte = uitkomst.regel.verlenging
        if ruimte is None:
            raise UserError(f"{uitkomst.regel.id} kan niet worden verlengd.")
        return (ruimste_einde(uitkomst, ruimte, held.kalender) - uitkomst.ruw).days

    def with_more(self, termijn_id: UUID, dagen: int) -> Uitkomst:
        """Compute what a term would come to with these days more; stores nothing."""
        with self._store.read() as session:
            [loop] = loop_van(session, termijn_id=termijn_id)
            held = boeken(session)
            more = Verlenging(
                termijn_id=termijn_id, dagen=dagen, reden="vraag", besloten_op=self._today()
            )
            asked = type(loop)(loop.termijn, loop.opschortingen, (*loop.verlengingen, more))
            return sporen(held.termijnregels, held.kalender, asked, self._today()).gevraagd

    def extend(self, termijn_id: UUID, dagen: int, reden: str) -> Verlengd:
        """Make a term longer as far as its rule allows; `take_back_extension` undoes it."""
        with self._store.write() as session:
            _open(session, termijn_id)
            uitkomst, held = self._uitkomst(session, termijn_id), boeken(session)
            more = Verlenging(
                termijn_id=termijn_id,
                dagen=dagen,
                reden=reden.strip(),
                besloten_op=self._today(),
            )
            length = Lengte(dagen, Eenheid.DAGEN)
            asked = verloop.Verlenging(length, more.reden, more.besloten_op)
            check_verlenging(uitkomst, asked, held.kalender)
            session.add(more)
            session.flush()
            return Verlengd(more.id, self._uitkomst(session, termijn_id))

    def take_back_extension(self, verlenging_id: UUID) -> None:
        """Undo an extension."""
        with self._store.write() as session:
            session.delete(session.get_one(Verlenging, verlenging_id))

    def put_back_extension(self, termijn_id: UUID, was: Stap) -> None:
        """Undo that an extension was taken back: it was decided on its own day."""
        more = Verlenging(
            termijn_id=termijn_id, dagen=was.dagen, reden=was.reden, besloten_op=was.vanaf
        )
        with self._store.write() as session:
            session.add(more)

    def put_back_suspension(self, termijn_id: UUID, was: Stap) -> None:
        """Undo that a suspension was taken back."""
        stop = Opschorting(termijn_id=termijn_id, vanaf=was.vanaf, tot=was.tot, reden=was.reden)
        with self._store.write() as session:
            session.add(stop)

    def suspend(self, termijn_id: UUID, vanaf: date, reden: str) -> UUID:
        """Let a term stand still from a day on; `take_back_suspension` undoes it."""
        with self._store.write() as session:
            _open(session, termijn_id)
            uitkomst = self._uitkomst(session, termijn_id)
            stop = Opschorting(termijn_id=termijn_id, vanaf=self._past(vanaf), reden=reden.strip())
            check_opschorting(uitkomst, verloop.Opschorting(vanaf, None, stop.reden))
            session.add(stop)
            return stop.id

    def take_back_suspension(self, opschorting_id: UUID) -> None:
        """Undo that a term stood still."""
        with self._store.write() as session:
            session.delete(session.get_one(Opschorting, opschorting_id))

    def resume(self, termijn_id: UUID, op: date) -> UUID:
        """Let a term run again from a day on; `stand_still_again` undoes it."""
        day = self._past(op)
        with self._store.write() as session:
            [loop] = loop_van(session, termijn_id=termijn_id)
            stop = loop.stil
            if stop is None:
                raise UserError("Deze termijn staat niet stil.")
            if day < stop.vanaf:
                raise UserError("De termijn loopt weer vóór zij stilstaat. Controleer de datums.")
            stop.tot = day
            return stop.id

    def stand_still_again(self, opschorting_id: UUID) -> None:
        """Undo that a term ran again."""
        with self._store.write() as session:
            session.get_one(Opschorting, opschorting_id).tot = None

    def postpone(self, termijn_id: UUID, uitstel: Uitstel) -> None:
        """Say why it is late, what the new date is, and who watches; `forget_delay` undoes it."""
        for filled, question in (
            (uitstel.want, "Schrijf op waarom het later wordt."),
            (uitstel.wie_kijkt, "Vul in wie nu op de veiligheid let."),
        ):
            if not filled.strip():
                raise UserError(question)
        with self._store.write() as session:
            termijn, uitkomst = _open(session, termijn_id), self._uitkomst(session, termijn_id)
            if uitkomst.regel.werking:
                raise UserError("Wat hier eindigt, wordt niet te laat: een verbod eindigt vanzelf.")
            if uitstel.nieuwe_datum <= uitkomst.einde:
                raise UserError(
                    f"De termijn loopt tot en met {volle_dag(uitkomst.einde)}. Kies een latere dag."
                )
            if uitstel.nieuwe_datum < self._today():
                raise UserError("De nieuwe datum is al geweest. Kies een dag die nog komt.")
            termijn.te_laat_want = uitstel.want.strip()
            termijn.nieuwe_datum = uitstel.nieuwe_datum
            termijn.wie_kijkt = uitstel.wie_kijkt.strip()

    def forget_delay(self, termijn_id: UUID, before: Uitstel | None = None) -> None:
        """Undo what was said about being late, back to what was said before."""
        with self._store.write() as session:
            termijn = _get(session, termijn_id)
            termijn.te_laat_want = before.want if before else ""
            termijn.nieuwe_datum = before.nieuwe_datum if before else None
            termijn.wie_kijkt = before.wie_kijkt if before else ""

    def _uitkomst(self, session: Session, termijn_id: UUID) -> Uitkomst:
        held = boeken(session)
        found = list(loop_van(session, termijn_id=termijn_id))
        if not found:
            raise UserError(GONE)
        return sporen(held.termijnregels, held.kalender, found[0], self._today()).gevraagd

    def _today(self) -> date:
        return local(self._clock()).date()

    def _past(self, day: date | None) -> date:
        today = self._today()
        if day and day > today:
            raise UserError("Deze dag is nog niet geweest. Leg vast wat al is gebeurd.")
        return day or today


def _get(session: Session, termijn_id: UUID) -> Termijn:
    found = session.scalar(select(Termijn).where(Termijn.id == termijn_id))
    if found is None:
        raise UserError(GONE)
    return found


def _open(session: Session, termijn_id: UUID) -> Termijn:
    termijn = _get(session, termijn_id)
    if not _is_open(termijn):
        raise UserError(CLOSED)
    return termijn


def _is_open(termijn: Termijn) -> bool:
    return termijn.gehaald_op is None and not termijn.vervallen_want
