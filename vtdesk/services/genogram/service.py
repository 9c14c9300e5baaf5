"""The genogram of a casus as of a day: the family, where she dragged somebody, paper and SVG."""

from collections.abc import Collection
from dataclasses import replace
from datetime import date
from functools import partial
from pathlib import Path
from uuid import UUID

from sqlalchemy import select

from vtdesk import resources
from vtdesk.errors import LeakError, UserError
from vtdesk.models import Casus, Plek
from vtdesk.services.afscherming import geheim_in
from vtdesk.services.drukwerk import Drukwerk, namen_in, refuse_names, veilig, write_out
from vtdesk.services.genogram.gezin import gezin_op
from vtdesk.services.genogram.momenten import Moment, momenten
from vtdesk.services.instellingen import Instellingen
from vtdesk.store.store import Store, note
from vtdesk.values.genogram.als_tekst import als_tekst
from vtdesk.values.genogram.gezin import Gezin
from vtdesk.values.genogram.svg import to_svg
from vtdesk.values.genogram.teken import teken
from vtdesk.values.genogram.tekening import Laag
from vtdesk.values.kinds import Kind
from vtdesk.values.tijd import Clock, volle_dag

__all__ = ["ALLE_LAGEN", "Genogrammen", "Moment", "met_lagen"]

ALLE_LAGEN = frozenset(Laag)
_FARTHEST = 2000.0  # px; farther is a slip of the hand


class Genogrammen:
    """Use cases around the genogram; what leaves is noted in the logboek."""

    def __init__(self, store: Store, clock: Clock) -> None:
        self._store = store
        self._clock = clock

    def gezin(self, casus_id: UUID, op: date | None = None) -> Gezin:
        """Give the family as it was on a day, or as it is today."""
        with self._store.read() as session:
            return gezin_op(session, casus_id, op or self._clock().date())

    def momenten(self, casus_id: UUID) -> tuple[Moment, ...]:
        """List the days on which something changed; the last is today."""
        with self._store.read() as session:
            return momenten(session, casus_id, self._clock().date())

    def schuif(self, casus_id: UUID, persoon_id: UUID, x: float) -> float:
        """Let somebody stand so far from where he would; gives how far it was before."""
        if abs(x) > _FARTHEST:
            raise UserError("Zo ver opzij past niet. Kies een plek dichter bij het gezin.")
        query = select(Plek).where(Plek.casus_id == casus_id, Plek.persoon_id == persoon_id)
        with self._store.write() as session:
            plek = session.scalar(query)
            before = plek.x if plek else 0.0
            if plek and x:
                plek.x = x
            elif plek:
                session.delete(plek)
            elif x:
                session.add(Plek(casus_id=casus_id, persoon_id=persoon_id, x=x))
            return before

    def zet(self, casus_id: UUID, plekken: dict[UUID, float]) -> dict[UUID, float]:
        """Let everybody stand so far, and all others where they would; gives what was before."""
        with self._store.write() as session:
            found = session.scalars(select(Plek).where(Plek.casus_id == casus_id)).all()
            before = {plek.persoon_id: plek.x for plek in found}
            for plek in found:
                session.delete(plek)
            session.flush()
            for persoon_id, x in plekken.items():
                session.add(Plek(casus_id=casus_id, persoon_id=persoon_id, x=x))
            return before

    def drukwerk(
        self, casus_id: UUID, op: date | None = None, lagen: Collection[Laag] = ALLE_LAGEN
    ) -> Drukwerk:
        """Give the genogram on one A4, to look at, save or print."""
        return Drukwerk(
            pdf=partial(self._pdf, casus_id, op, frozenset(lagen)),
            bestandsnaam=lambda: self.bestandsnaam(casus_id, "pdf"),
            namen=partial(self._names, casus_id),
            weg=partial(self._left, casus_id),
        )

    def bestandsnaam(self, casus_id: UUID, soort: str) -> str:
        """Propose a file name with the number and no name."""
        with self._store.read() as session:
            return f"{veilig(session.get_one(Casus, casus_id).nummer)} genogram.{soort}"

    def svg(
        self, casus_id: UUID, op: date | None = None, lagen: Collection[Laag] = ALLE_LAGEN
    ) -> str:
        """Give the genogram as SVG; refuses one that would tell where somebody is."""
        gezin = met_lagen(self.gezin(casus_id, op), lagen)
        zinnen = als_tekst(gezin)
        with self._store.read() as session:
            nummer = session.get_one(Casus, casus_id).nummer
        self._refuse_shielded(casus_id, zinnen)
        day = volle_dag(op or self._clock().date())
        return to_svg(
            teken(gezin),
            titel=f"Genogram {nummer}, situatie op {day}",
            omschrijving=" ".join(zinnen),
            stijl=resources.path("genogram.css").read_text("utf-8"),
            lagen=lagen,
        )

    def save_svg(
        self,
        casus_id: UUID,
        target: Path,
        op: date | None = None,
        lagen: Collection[Laag] = ALLE_LAGEN,
    ) -> None:
        """Write the SVG where she chose, under a name that names nobody."""
        if not target.name:
            raise UserError("Geef het bestand een naam.")
        refuse_names(target.stem, self._names(casus_id), self.bestandsnaam(casus_id, "svg"))
        write_out(target, self.svg(casus_id, op, lagen).encode())
        self._left(casus_id, "svg")

    def _pdf(self, casus_id: UUID, op: date | None, lagen: frozenset[Laag]) -> bytes:
        # In here: reportlab and pikepdf cost 350 ms, and most of the day nothing is printed.
        from vtdesk.reports.genogram import GenogramBlad, render_genogram  # noqa: PLC0415 (above)

        gezin = met_lagen(self.gezin(casus_id, op), lagen)
        zinnen = als_tekst(gezin)
        self._refuse_shielded(casus_id, zinnen)
        with self._store.read() as session:
            casus = session.get_one(Casus, casus_id)
        return render_genogram(
            GenogramBlad(
                organisatie=Instellingen(self._store).gebruiker().organisatie,
                dossiernummer=casus.nummer,
                titel=f"Genogram {casus.naam}",
                tekening=teken(gezin),
                zinnen=zinnen,
                peildatum=gezin.peildatum,
                lagen=lagen,
            )
        )

    def _refuse_shielded(self, casus_id: UUID, zinnen: Collection[str]) -> None:
        """Let nothing through that could tell where somebody is; the value itself is not named."""
        with self._store.read() as session:
            hidden = geheim_in(session, casus_id)
        if any(map(hidden.staat_in, zinnen)):
            raise LeakError(
                "In het genogram zou een afgeschermd gegeven staan. Haal het weg uit de naam van "
                "een persoon, huishouden of organisatie. Er is niets geschreven."
            )

    def _names(self, casus_id: UUID) -> set[str]:
        with self._store.read() as session:
            return namen_in(session, casus_id)

    def _left(self, casus_id: UUID, way: str) -> None:
        with self._store.write() as session:
            note(session, "R", (Kind.CASUS, casus_id), detail=f"genogram-{way}", casus=casus_id)


def met_lagen(gezin: Gezin, lagen: Collection[Laag]) -> Gezin:
    """Leave out what is not shown, so that it takes no room and is not told either."""
    return replace(
        gezin,
        hulp=gezin.hulp if Laag.HULP in lagen else (),
        geweld=gezin.geweld if Laag.GEWELD in lagen else (),
        steun=gezin.steun if Laag.STEUN in lagen else (),
        gezag=gezin.gezag if Laag.GEZAG in lagen else (),
        huishoudens=gezin.huishoudens if Laag.WOONT_BIJ in lagen else (),
    )
