"""Her agenda as a file for another agenda: neutral, or with titles when she chooses so.

Neutral says when she is not free, and nothing else. With titles, names and places leave vtdesk;
what is shielded and who made a melding are covered even then.
"""

from collections.abc import Iterator, Sequence
from dataclasses import dataclass
from datetime import timedelta
from enum import StrEnum
from functools import reduce
from operator import add
from pathlib import Path
from uuid import UUID

from sqlalchemy import select
from sqlalchemy.orm import Session

from vtdesk import __version__
from vtdesk.errors import LeakError, UserError
from vtdesk.models import Afspraak, Casus, Persoon
from vtdesk.services.afscherming import geheim_in
from vtdesk.services.agenda_vergelijking import EIGEN
from vtdesk.services.drukwerk import SHORTEST_NAME, refuse_names, write_out
from vtdesk.services.ganaar import folded
from vtdesk.store.store import Store, note
from vtdesk.values.agendapunt import Agendaregel
from vtdesk.values.geheim import Geheim
from vtdesk.values.kinds import AfspraakStaat, Kind
from vtdesk.values.tijd import Clock, end_of, local, start_of

BEZET = "Bezet"
TERUG = timedelta(days=30)
VOORUIT = timedelta(days=366)
NAAM = "agenda.ics"


class Titels(StrEnum):
    """What another agenda learns of each appointment."""

    NEUTRAAL = "neutraal"  # that she is not free
    VOLUIT = "voluit"  # also its title and place


@dataclass(frozen=True, slots=True)
class Bewaard:
    """What was written."""

    aantal: int
    afgezegd: int
    titels: Titels

    def in_words(self) -> str:
        """Say it in one line."""
        afspraken = "1 afspraak" if self.aantal == 1 else f"{self.aantal} afspraken"
        if self.titels is Titels.NEUTRAAL:
            return f"Bewaard: {afspraken}, alleen als 'Bezet'."
        return f"Bewaard: {afspraken}, met titels en plaatsen. Het bestand is niet versleuteld."


class AgendaExport:
    """Use cases around an .ics file for another agenda."""

    def __init__(self, store: Store, clock: Clock) -> None:
        self._store = store
        self._clock = clock

    def schrijf(self, target: Path, titels: Titels = Titels.NEUTRAAL) -> Bewaard:
        """Write the agenda from a month back to a year ahead; nothing is left behind on failure."""
        from vtdesk.adapters.ics.schrijven import write_calendar  # noqa: PLC0415 (rarely needed)

        self._refuse_place(target)
        now = self._clock()
        with self._store.read() as session:
            rows = self._rows(session)
            if titels is Titels.VOLUIT:
                _refuse_name(session, target)
            lines = list(_lines(session, rows, titels))
        data = write_calendar(lines, now=now, product=f"vtdesk//vtdesk {__version__}")
        write_out(target, data)
        if titels is Titels.VOLUIT:
            self._left({row.casus_id for row in rows if row.casus_id})
        cancelled = sum(line.afgezegd for line in lines)
        return Bewaard(len(lines) - cancelled, cancelled, titels)

    def _refuse_place(self, target: Path) -> None:
        """Keep readable files out of the kluis: what lies there is taken for safe."""
        if not target.name or target.is_dir():
            raise UserError(f"Geef het bestand een naam, bijvoorbeeld {NAAM}.")
        kluis = self._store.path.parent.resolve()
        if target.resolve().is_relative_to(kluis):
            raise LeakError(
                "Dit is de map van je kluis. Daar komt geen leesbaar bestand. Kies een andere map."
            )

    def _rows(self, session: Session) -> Sequence[Afspraak]:
        today = local(self._clock()).date()
        query = (
            select(Afspraak)
            .where(
                Afspraak.einde > start_of(today - TERUG),
                Afspraak.begin < end_of(today + VOORUIT),
            )
            .order_by(Afspraak.begin, Afspraak.id)
        )
        return session.scalars(query).all()

    def _left(self, casussen: set[UUID]) -> None:
        """Note in the logboek of each casus that its appointments left."""
        with self._store.write() as session:
            for casus_id in sorted(casussen):
                note(session, "R", (Kind.CASUS, casus_id), detail="agenda-ics", casus=casus_id)


def _lines(session: Session, rows: Sequence[Afspraak], titels: Titels) -> Iterator[Agendaregel]:
    full = titels is Titels.VOLUIT
    guard = _everything_hidden(session) if full else Geheim()
    for row in rows:
        yield Agendaregel(
            uid=f"{row.id}{EIGEN}",
            titel=guard.bedekt(row.titel) if full else BEZET,
            begin=row.begin,
            einde=row.einde,
            hele_dag=row.hele_dag,
            plaats=guard.bedekt(row.plaats) if full else "",
            afgezegd=row.staat in (AfspraakStaat.AFGEZEGD, AfspraakStaat.VERZET),
            prive=full,
            volgnummer=row.version - 1,
        )


def _everything_hidden(session: Session) -> Geheim:
    """Guard what is shielded in any casus: an appointment may be about two."""
    guards = [geheim_in(session, casus_id) for casus_id in session.scalars(select(Casus.id))]
    return reduce(add, guards, Geheim())


def _refuse_name(session: Session, target: Path) -> None:
    """Keep names of clients out of the name of the file."""
    query = select(Persoon.voornaam, Persoon.achternaam)
    names = {
        word
        for row in session.execute(query)
        for word in folded(" ".join(row)).split()
        if len(word) >= SHORTEST_NAME
    }
    refuse_names(target.stem, names, NAAM)
