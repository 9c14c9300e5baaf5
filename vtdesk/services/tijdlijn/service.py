"""The timeline: every dated thing of a casus on one line, on screen and on paper."""

from dataclasses import replace
from functools import partial
from uuid import UUID

from sqlalchemy import select
from sqlalchemy.orm import Session

from vtdesk.models import Betrokkenheid, Casus, Persoon
from vtdesk.services.drukwerk import Drukwerk, namen_in, veilig
from vtdesk.services.instellingen import Instellingen
from vtdesk.services.roepnaam import roepnaam
from vtdesk.services.scherm import Scherm
from vtdesk.services.tijdlijn.gebeurd import gebeurd
from vtdesk.services.tijdlijn.gezegd import gezegd
from vtdesk.services.tijdlijn.rows import TijdlijnKeuze, TijdlijnRow
from vtdesk.services.tijdlijn.veilig import veilig as veiligheid
from vtdesk.store.store import Store, note
from vtdesk.values.kinds import Kind, Rol
from vtdesk.values.tijd import Clock, klok, local, volle_dag
from vtdesk.values.tijdlijn import TijdlijnBlad, Tijdlijnregel

ALLES = TijdlijnKeuze()


class Tijdlijn:
    """Reads the line of a casus; nothing of the melder and nothing shielded is on it."""

    def __init__(self, store: Store, clock: Clock) -> None:
        self._store = store
        self._clock = clock
        self._instellingen = Instellingen(store)

    def of_casus(self, casus_id: UUID, keuze: TijdlijnKeuze = ALLES) -> list[TijdlijnRow]:
        """List what one looks for, the oldest first; a day without a time before the hours."""
        now = self._clock()
        with self._store.read() as session:
            found = [
                *gebeurd(session, casus_id),
                *gezegd(session, casus_id),
                *veiligheid(session, casus_id, now),
            ]
            shown = _Shown(session, casus_id)
            rows = [shown.row(row) for row in found]
        return sorted((row for row in rows if keuze.passes(row)), key=lambda row: row.moment)

    def blad(self, casus_id: UUID, keuze: TijdlijnKeuze, gekozen: str) -> TijdlijnBlad:
        """Give what goes on paper; `gekozen` says in words what was chosen."""
        rows = self.of_casus(casus_id, keuze)
        now = local(self._clock())
        with self._store.read() as session:
            casus = session.get_one(Casus, casus_id)
            number, name = casus.nummer, casus.naam
        open_rows = [row for row in rows if not row.niet_voor_iedereen]
        return TijdlijnBlad(
            organisatie=self._instellingen.gebruiker().organisatie,
            nummer=number,
            naam=name,
            keuze=gekozen,
            gemaakt=volle_dag(now.date()),
            regels=tuple(
                Tijdlijnregel(
                    row.dag,
                    klok(row.moment) if row.met_tijd else "",
                    row.soort.value.capitalize(),
                    row.titel,
                    " · ".join(filter(None, (row.tekst, row.woord))),
                    ", ".join(row.wie),
                    row.letter,
                    straks=row.moment > now,
                )
                for row in open_rows
            ),
            weggelaten=len(rows) - len(open_rows),
        )

    def drukwerk(self, casus_id: UUID, keuze: TijdlijnKeuze, gekozen: str) -> Drukwerk:
        """Give the line to look at, save or print."""
        blad = self.blad(casus_id, keuze, gekozen)
        return Drukwerk(
            pdf=partial(_render, blad),
            bestandsnaam=lambda: f"{veilig(blad.nummer)} tijdlijn.pdf",
            namen=partial(self._names, casus_id),
            weg=partial(self._left, casus_id),
        )

    def _names(self, casus_id: UUID) -> set[str]:
        with self._store.read() as session:
            return namen_in(session, casus_id)

    def _left(self, casus_id: UUID, way: str) -> None:
        with self._store.write() as session:
            note(session, "R", (Kind.CASUS, casus_id), detail=f"tijdlijn-{way}", casus=casus_id)


class _Shown:
    """Puts names to a row and covers what may not be seen."""

    def __init__(self, session: Session, casus_id: UUID) -> None:
        self._scherm = Scherm.of(session, casus_id)
        query = (
            select(Persoon, Betrokkenheid.rol)
            .join(Betrokkenheid, Betrokkenheid.persoon_id == Persoon.id)
            .where(Betrokkenheid.casus_id == casus_id)
        )
        found = session.execute(query).all()
        self._names = {p.id: roepnaam(p, rol) for p, rol in found if rol is not Rol.MELDER}
        melders = [p for p, rol in found if rol is Rol.MELDER and p.id not in self._names]
        self._melders = {persoon.id for persoon in melders}

    def row(self, row: TijdlijnRow) -> TijdlijnRow:
        """Give the row as it may be shown."""
        by_melder = self._melders.intersection(row.personen)
        people = tuple(i for i in row.personen if i in self._names)
        return replace(
            row,
            titel=self._scherm.over(row.titel),
            tekst="bron afgeschermd" if by_melder else self._scherm.over(row.tekst),
            personen=people,
            wie=tuple(self._scherm.over(self._names[i]) for i in people),
        )


def _render(blad: TijdlijnBlad) -> bytes:
    # reportlab and pikepdf cost 350 ms to import, and most of the day nothing is printed.
    from vtdesk.reports.tijdlijn import render_tijdlijn  # noqa: PLC0415 (see above)

    return render_tijdlijn(blad)
