"""Who helps whom on one day: a school its pupil, a helper somebody, a team the whole family."""

from collections import defaultdict
from collections.abc import Iterable, Iterator, Mapping
from datetime import date
from uuid import UUID

from sqlalchemy import select
from sqlalchemy.orm import Session

from vtdesk.models import Betrokkenheid, Inzet, Organisatie, Persoon
from vtdesk.services.relatie_regels import RelatieGegevens
from vtdesk.values.genogram.gezin import Hulp
from vtdesk.values.periode import Periode


def hulp_op(
    session: Session,
    casus_id: UUID,
    day: date,
    people: Mapping[UUID, UUID | None],
    ties: Iterable[RelatieGegevens],
    family: list[UUID],
) -> Iterator[Hulp]:
    """Give the help; `people` names the organisation of each, `family` who stands for all."""
    names = {one.id: one.naam for one in session.scalars(select(Organisatie))}
    helped: dict[str, list[UUID]] = defaultdict(list)
    for persoon_id, organisatie_id in people.items():
        if organisatie_id:
            helped[names[organisatie_id]].append(persoon_id)
    for tie in ties:
        helped[_helper(session, casus_id, tie.van_id, names)].append(tie.naar_id)
    for inzet in session.scalars(select(Inzet).where(Inzet.casus_id == casus_id)):
        if Periode(inzet.vanaf, inzet.tot).holds_on(day):
            helped.setdefault(names[inzet.organisatie_id], list(family))
    for naam, bij in helped.items():
        if bij:
            yield Hulp(organisatie=naam, bij=tuple(dict.fromkeys(bij)))


def _helper(session: Session, casus_id: UUID, persoon_id: UUID, names: Mapping[UUID, str]) -> str:
    query = select(Betrokkenheid.organisatie_id).where(
        Betrokkenheid.persoon_id == persoon_id, Betrokkenheid.casus_id == casus_id
    )
    organisatie_id = session.scalars(query).first()
    if organisatie_id:
        return names[organisatie_id]
    return session.get_one(Persoon, persoon_id).naam
