"""The agenda: what is planned, what was held, and what became of the rest."""

from collections.abc import Mapping
from datetime import date, datetime
from uuid import UUID

from sqlalchemy import select

from vtdesk.errors import UserError
from vtdesk.models import MET_VERSLAG, Afspraak, Verslag
from vtdesk.services.agenda_nieuw import (
    bring_zitting,
    copy_invited,
    ensure_gesprek,
    gegevens_of,
    give_form,
    new_afspraak,
    on_another_day,
    take_away,
    take_away_unused,
)
from vtdesk.services.agenda_rows import AfspraakGegevens, AfspraakRow, afspraken, owed, rows
from vtdesk.services.gesprekken import DeelnameGegevens, GesprekGegevens, invite, note_gesprek
from vtdesk.store.store import Store
from vtdesk.values.kinds import AfspraakStaat
from vtdesk.values.tijd import Clock, calendar_day, end_of, local, start_of

__all__ = ["AfspraakGegevens", "AfspraakRow", "Agenda"]


class Agenda:
    """Use cases around appointments; each method is one transaction."""

    def __init__(self, store: Store, clock: Clock) -> None:
        self._store = store
        self._clock = clock

    def on_day(self, day: date) -> list[AfspraakRow]:
        """List the appointments that touch a day, earliest first."""
        day = calendar_day(day)
        return self.between(start_of(day), end_of(day))

    def between(self, begin: datetime, einde: datetime) -> list[AfspraakRow]:
        """List the appointments that touch a span, earliest first."""
        query = afspraken().where(Afspraak.begin < einde, Afspraak.einde > begin)
        with self._store.read() as session:
            return rows(session, query.order_by(Afspraak.begin, Afspraak.einde.desc()))

    def of_casus(self, casus_id: UUID) -> list[AfspraakRow]:
        """List the appointments of a casus, newest first."""
        query = afspraken().where(Afspraak.casus_id == casus_id).order_by(Afspraak.begin.desc())
        with self._store.read() as session:
            return rows(session, query)

    def detail(self, afspraak_id: UUID) -> AfspraakRow:
        """Give one appointment."""
        with self._store.read() as session:
            found = rows(session, afspraken().where(Afspraak.id == afspraak_id))
        if not found:
            raise UserError("Deze afspraak bestaat niet meer.")
        return found[0]

    def owed(self) -> list[AfspraakRow]:
        """List the held talks whose verslag is not finalised yet, oldest first."""
        with self._store.read() as session:
            return owed(session)

    def to_confirm(self) -> list[AfspraakRow]:
        """List what is over but was neither held nor cancelled, oldest first."""
        query = afspraken().where(
            Afspraak.staat == AfspraakStaat.GEPLAND,
            Afspraak.einde <= self._clock(),
            Afspraak.soort.in_(MET_VERSLAG),
            Afspraak.casus_id.is_not(None),
        )
        with self._store.read() as session:
            return rows(session, query.order_by(Afspraak.begin))

    def not_replanned(self) -> list[AfspraakRow]:
        """List what was cancelled without a new date or a reason, of any age, oldest first."""
        query = afspraken().where(Afspraak.staat == AfspraakStaat.AFGEZEGD, Afspraak.reden == "")
        with self._store.read() as session:
            return rows(session, query.order_by(Afspraak.begin))

    def overlapping(self, begin: datetime, einde: datetime, but: UUID | None) -> list[AfspraakRow]:
        """List planned appointments in the way of a span."""
        return [
            row
            for row in self.between(begin, einde)
            if row.id != but and not row.hele_dag and row.staat is AfspraakStaat.GEPLAND
        ]

    def plan(
        self, gegevens: AfspraakGegevens, genodigden: tuple[DeelnameGegevens, ...] | None = None
    ) -> UUID:
        """Plan an appointment; one of a casus gets the gesprek behind it at once.

        `genodigden` are who is invited to that gesprek; None when there is none.
        """
        with self._store.write() as session:
            afspraak = new_afspraak(gegevens)
            session.add(afspraak)
            session.flush()
            ensure_gesprek(session, afspraak)
            if genodigden is not None:
                invite(session, afspraak.id, genodigden)
            return afspraak.id

    def change(
        self,
        afspraak_id: UUID,
        version: int,
        gegevens: AfspraakGegevens,
        genodigden: tuple[DeelnameGegevens, ...] | None = None,
    ) -> None:
        """Change what is planned; refuses when it changed since `version` was read.

        `genodigden` are who is invited; None leaves that as it is.
        """
        with self._store.write() as session:
            afspraak = session.get_one(Afspraak, afspraak_id)
            if afspraak.version != version:
                raise UserError("Deze afspraak is intussen gewijzigd. Open de afspraak opnieuw.")
            give_form(session, afspraak, gegevens, genodigden)

    def move(self, afspraak_id: UUID, begin: datetime) -> None:
        """Move one planned appointment; it keeps its duration."""
        with self._store.write() as session:
            session.get_one(Afspraak, afspraak_id).move_to(begin)

    def move_rest(self, afspraak_id: UUID, begin: datetime) -> None:
        """Move one planned appointment and all planned ones after it on that day by as much."""
        with self._store.write() as session:
            first = session.get_one(Afspraak, afspraak_id)
            shift, old = begin - first.begin, first.begin
            rest = select(Afspraak).where(
                Afspraak.begin > old,
                Afspraak.begin < end_of(local(old).date()),
                Afspraak.staat == AfspraakStaat.GEPLAND,
                Afspraak.hele_dag.is_(False),
            )
            for afspraak in (first, *session.scalars(rest)):
                afspraak.move_to(afspraak.begin + shift)

    def move_each(self, begins: Mapping[UUID, datetime]) -> None:
        """Move several planned appointments at once, such as back to where they stood."""
        with self._store.write() as session:
            for afspraak_id, begin in begins.items():
                session.get_one(Afspraak, afspraak_id).move_to(begin)

    def hold(self, afspraak_id: UUID, einde: datetime | None = None) -> None:
        """Note that it took place, until `einde` when that differs from the plan."""
        with self._store.write() as session:
            afspraak = session.get_one(Afspraak, afspraak_id)
            afspraak.hold(self._clock())
            if einde:
                afspraak.einde = einde
                afspraak.check()

    def report(self, afspraak_id: UUID, einde: datetime, gesprek: GesprekGegevens) -> None:
        """Note how a talk went and until when; one that was planned is held by that."""
        with self._store.write() as session:
            afspraak = session.get_one(Afspraak, afspraak_id)
            if afspraak.staat is AfspraakStaat.GEPLAND:
                afspraak.hold(self._clock())
            afspraak.einde = einde
            afspraak.check()
            note_gesprek(session, afspraak_id, gesprek)

    def cancel(self, afspraak_id: UUID, reden: str = "") -> None:
        """Cancel; without a reason it stays open until it gets one, or a new date."""
        with self._store.write() as session:
            session.get_one(Afspraak, afspraak_id).cancel(reden)

    def give_reason(self, afspraak_id: UUID, reden: str) -> None:
        """Say why a cancelled one gets no new date; "" lets it stay open again."""
        _refuse_blank(reden, "Schrijf op waarom er geen nieuwe datum is.")
        with self._store.write() as session:
            session.get_one(Afspraak, afspraak_id).give_reason(reden)

    def replace(self, afspraak_id: UUID, begin: datetime) -> UUID:
        """Give a new date to one that is planned or cancelled; people and zitting come along."""
        with self._store.write() as session:
            old = session.get_one(Afspraak, afspraak_id)
            new = new_afspraak(on_another_day(gegevens_of(old), begin))
            session.add(new)
            session.flush()
            old.replace_by(new)
            ensure_gesprek(session, new)
            copy_invited(session, old, new)
            bring_zitting(session, old, new)
            return new.id

    def unreplace(self, afspraak_id: UUID, staat: AfspraakStaat) -> None:
        """Undo that it got a new date: it is as it was, and the new one goes if it is unused."""
        with self._store.write() as session:
            old = session.get_one(Afspraak, afspraak_id)
            new = session.get(Afspraak, old.verzet_naar_id) if old.verzet_naar_id else None
            old.unreplace(staat)
            if new is not None:
                bring_zitting(session, new, old)
            session.flush()
            if new is not None:
                take_away_unused(session, new)

    def reopen(self, afspraak_id: UUID) -> None:
        """Undo that it was held or cancelled, as long as no verslag was written."""
        with self._store.write() as session:
            written = select(Verslag.id).where(Verslag.afspraak_id == afspraak_id)
            if session.scalar(written):
                raise UserError("Over deze afspraak is al een verslag begonnen.")
            session.get_one(Afspraak, afspraak_id).reopen()

    def needs_no_verslag(self, afspraak_id: UUID, reden: str) -> None:
        """Take a talk off the list of unwritten verslagen, for a reason; "" undoes it."""
        _refuse_blank(reden, "Schrijf op waarom er geen verslag nodig is.")
        with self._store.write() as session:
            session.get_one(Afspraak, afspraak_id).geen_verslag_want = reden.strip()

    def pay_heed(self, afspraak_id: UUID, let_op: str) -> None:
        """Say what to mind at an appointment, such as going with two; empty takes it back."""
        with self._store.write() as session:
            session.get_one(Afspraak, afspraak_id).let_op = let_op.strip()

    def remove(self, afspraak_id: UUID) -> AfspraakGegevens:
        """Take away a block without a casus; a talk of a casus is cancelled, never removed."""
        with self._store.write() as session:
            afspraak = session.get_one(Afspraak, afspraak_id)
            if afspraak.casus_id:
                raise UserError("Zeg een afspraak van een casus af; dan blijft zichtbaar waarom.")
            gegevens = gegevens_of(afspraak)
            take_away(session, afspraak)
            return gegevens

    def talks_begun(self) -> list[AfspraakRow]:
        """List today's talks of a casus that have begun: a parkeernotitie may belong to one."""
        now = self._clock()
        return [
            row
            for row in self.on_day(local(now).date())
            if row.begin <= now
            and row.casus_id is not None
            and row.soort in MET_VERSLAG
            and row.staat in (AfspraakStaat.GEPLAND, AfspraakStaat.GEHOUDEN)
        ]

    def current(self) -> AfspraakRow | None:
        """Give the talk of a casus that runs now, else the last one of today."""
        talks = self.talks_begun()
        running = [row for row in talks if row.einde > self._clock()]
        ranked = running or talks
        return ranked[-1] if ranked else None


def _refuse_blank(reden: str, sentence: str) -> None:
    """Refuse spaces for a reason: they would take back what they seem to say."""
    if reden and not reden.strip():
        raise UserError(sentence)
