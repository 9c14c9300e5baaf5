"""The papers of a leave: a page per casus for who stands in, and a letter per family."""

from collections.abc import Callable, Sequence
from dataclasses import dataclass
from functools import partial
from uuid import UUID

from sqlalchemy import select
from sqlalchemy.orm import Session

from vtdesk.errors import UserError
from vtdesk.models import Casus, Verlof
from vtdesk.services.drukwerk import Drukwerk, namen_in, veilig
from vtdesk.services.verlof.blad import vervangblad
from vtdesk.services.verlof.brief import verlofbrief
from vtdesk.services.verlof.inhoud import VerlofRegel
from vtdesk.services.verlof.ontvangers import Ontvanger, ontvangers
from vtdesk.services.verlof.service import contents_of, existing
from vtdesk.store.store import Store, note
from vtdesk.values.brief import Brief
from vtdesk.values.kinds import CasusStaat, Kind
from vtdesk.values.tijd import Clock, local
from vtdesk.values.vervangblad import Vervangblad

__all__ = ["CasusBlad", "Ontvanger", "Vervangkaarten"]


@dataclass(frozen=True, slots=True)
class CasusBlad:
    """A casus that gets a page: how much falls in the leave, and what nobody takes yet."""

    casus_id: UUID
    casus: str
    nummer: str
    valt_erin: int
    nog_niemand: int

    @property
    def id(self) -> UUID:
        """Name this paper in its list."""
        return self.casus_id


class Vervangkaarten:
    """Use cases around the papers; what leaves is noted in the logboek."""

    def __init__(self, store: Store, clock: Clock) -> None:
        self._store = store
        self._clock = clock

    def casussen(self, verlof_id: UUID) -> list[CasusBlad]:
        """List which casussen get a page: those in which something falls come first."""
        with self._store.read() as session:
            lines = contents_of(session, existing(session, verlof_id), self._clock())
            found = [
                CasusBlad(
                    casus.id,
                    casus.naam,
                    casus.nummer,
                    sum(line.casus_id == casus.id for line in lines),
                    sum(line.casus_id == casus.id and line.is_open for line in lines),
                )
                for casus in _casussen(session, {line.casus_id for line in lines})
            ]
        return sorted(found, key=lambda one: (not one.valt_erin, one.casus.casefold()))

    def ontvangers(self, verlof_id: UUID) -> list[Ontvanger]:
        """List who gets a letter, casus by casus, and who may not have one and why."""
        with self._store.read() as session:
            verlof = existing(session, verlof_id)
            lines = contents_of(session, verlof, self._clock())
            return self._ontvangers(session, verlof, lines)

    def gezinnen(self, verlof_id: UUID, lines: Sequence[VerlofRegel]) -> int:
        """Count the families to whom a letter may be sent; `lines` are what falls in the leave."""
        with self._store.read() as session:
            found = self._ontvangers(session, existing(session, verlof_id), lines)
        return len({one.casus_id for one in found if not one.verboden})

    def _ontvangers(
        self, session: Session, verlof: Verlof, lines: Sequence[VerlofRegel]
    ) -> list[Ontvanger]:
        today = local(self._clock()).date()
        casussen = _casussen(session, {line.casus_id for line in lines})
        return [
            one
            for casus in sorted(casussen, key=lambda casus: casus.naam.casefold())
            for one in ontvangers(session, verlof, casus, today)
        ]

    def blad(self, verlof_id: UUID, casus_id: UUID) -> Drukwerk:
        """Give the page of a casus to look at, save or print."""
        with self._store.read() as session:
            verlof = existing(session, verlof_id)
            page = vervangblad(session, verlof, casus_id, self._clock())
        return self._drukwerk(
            partial(_page, page), f"{veilig(page.nummer)} vervangkaart.pdf", (verlof_id, casus_id)
        )

    def inhoud_blad(self, verlof_id: UUID, casus_id: UUID) -> Vervangblad:
        """Give what stands on the page of a casus."""
        with self._store.read() as session:
            return vervangblad(session, existing(session, verlof_id), casus_id, self._clock())

    def brief(self, verlof_id: UUID, casus_id: UUID, persoon_id: UUID) -> Drukwerk:
        """Give the letter to somebody; refuses where it may not be sent."""
        letter = self.inhoud_brief(verlof_id, casus_id, persoon_id)
        number = [
            one.persoon_id for one in self.ontvangers(verlof_id) if one.casus_id == casus_id
        ].index(persoon_id) + 1
        name = f"{veilig(letter.kenmerk)} brief verlof {number}.pdf"
        return self._drukwerk(partial(_letter, letter), name, (verlof_id, casus_id))

    def inhoud_brief(self, verlof_id: UUID, casus_id: UUID, persoon_id: UUID) -> Brief:
        """Give what the letter to somebody says."""
        with self._store.read() as session:
            casus = session.get(Casus, casus_id)
            if casus is None:
                raise UserError("Deze casus bestaat niet meer.")
            verlof = existing(session, verlof_id)
            return verlofbrief(session, verlof, casus, persoon_id, self._clock())

    def _drukwerk(self, pdf: Callable[[], bytes], name: str, about: tuple[UUID, UUID]) -> Drukwerk:
        return Drukwerk(
            pdf=pdf,
            bestandsnaam=lambda: name,
            namen=partial(self._names, about[1]),
            weg=partial(self._left, *about),
        )

    def _names(self, casus_id: UUID) -> set[str]:
        with self._store.read() as session:
            return namen_in(session, casus_id)

    def _left(self, verlof_id: UUID, casus_id: UUID, way: str) -> None:
        with self._store.write() as session:
            note(session, "R", (Kind.VERLOF, verlof_id), detail=way, casus=casus_id)


def _casussen(session: Session, named: set[UUID | None]) -> list[Casus]:
    """Find the casussen that run, and those in which something falls."""
    query = select(Casus).where(
        (Casus.staat == CasusStaat.LOPEND) | Casus.id.in_([i for i in named if i])
    )
    return list(session.scalars(query))


def _page(page: Vervangblad) -> bytes:
    # reportlab and pikepdf cost 350 ms to import, and most of the day nothing is printed.
    from vtdesk.reports.vervangblad import render_vervangblad  # noqa: PLC0415 (see above)

    return render_vervangblad(page)


def _letter(letter: Brief) -> bytes:
    from vtdesk.reports.brief import render_brief  # noqa: PLC0415 (as above)

    return render_brief(letter)
