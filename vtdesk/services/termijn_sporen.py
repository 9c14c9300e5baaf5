"""From what is stored of a term to its dates: the term, what happened to it, both tracks."""

from collections import defaultdict
from collections.abc import Iterator
from dataclasses import dataclass
from datetime import date
from uuid import UUID

from sqlalchemy import ColumnElement, and_, or_, select, true
from sqlalchemy.orm import Session

from vtdesk.models import Opschorting, Termijn, Verlenging
from vtdesk.values.termijnen import verloop
from vtdesk.values.termijnen.berekening import Sporen, beide_sporen
from vtdesk.values.termijnen.kalender import Kalender
from vtdesk.values.termijnen.regel import Eenheid, Lengte
from vtdesk.values.termijnen.regelboek import Regelboek
from vtdesk.values.termijnen.verloop import Verloop
from vtdesk.values.tijd import local


@dataclass(frozen=True, slots=True)
class Loop:
    """A term with everything that moved its date, in the order in which it happened."""

    termijn: Termijn
    opschortingen: tuple[Opschorting, ...]
    verlengingen: tuple[Verlenging, ...]

    @property
    def stil(self) -> Opschorting | None:
        """Give the suspension that has not ended."""
        return next((one for one in self.opschortingen if one.tot is None), None)

    def verloop(self, today: date) -> Verloop:
        """Say it in the words of the engine."""
        return Verloop(
            tuple(verloop.Opschorting(one.vanaf, one.tot, one.reden) for one in self.opschortingen),
            tuple(
                verloop.Verlenging(Lengte(one.dagen, Eenheid.DAGEN), one.reden, one.besloten_op)
                for one in self.verlengingen
            ),
            today,
        )


def sporen(regels: Regelboek, kalender: Kalender, loop: Loop, today: date) -> Sporen:
    """Give the dates of a term on both tracks."""
    termijn = loop.termijn
    return beide_sporen(
        regels,
        termijn.regel,
        local(termijn.begin),
        kalender=kalender,
        verloop=loop.verloop(today),
    )


def loop_van(
    session: Session,
    *,
    casus_id: UUID | None = None,
    termijn_id: UUID | None = None,
    vanaf: date | None = None,
) -> Iterator[Loop]:
    """Read terms with what happened to them: of one casus, one term, or all.

    `vanaf` leaves out what lapsed, and what was met before that day.
    """
    wanted: ColumnElement[bool] = true()
    if casus_id:
        wanted = Termijn.casus_id == casus_id
    if termijn_id:
        wanted = Termijn.id == termijn_id
    if vanaf:
        not_before = or_(Termijn.gehaald_op.is_(None), Termijn.gehaald_op >= vanaf)
        wanted = and_(wanted, Termijn.vervallen_want == "", not_before)
    stops: dict[UUID, list[Opschorting]] = defaultdict(list)
    more: dict[UUID, list[Verlenging]] = defaultdict(list)
    stop_query = select(Opschorting).join(Termijn, Termijn.id == Opschorting.termijn_id)
    for stop in session.scalars(stop_query.where(wanted).order_by(Opschorting.vanaf)):
        stops[stop.termijn_id].append(stop)
    more_query = select(Verlenging).join(Termijn, Termijn.id == Verlenging.termijn_id)
    for one in session.scalars(more_query.where(wanted).order_by(Verlenging.besloten_op)):
        more[one.termijn_id].append(one)
    for termijn in session.scalars(select(Termijn).where(wanted)).all():
        yield Loop(termijn, tuple(stops[termijn.id]), tuple(more[termijn.id]))
