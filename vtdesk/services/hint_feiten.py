"""Reads the facts that the rules of hints look at."""

from collections import defaultdict
from datetime import datetime
from uuid import UUID

from sqlalchemy import func, select
from sqlalchemy.orm import Session

from vtdesk.models import Betrokkenheid, Casus, Gezag, Melding, Overdracht, Persoon
from vtdesk.services.hint_regels import (
    AanbodFeit,
    Feiten,
    GatFeit,
    KindFeit,
    TermijnFeit,
    WaarborgFeit,
)
from vtdesk.services.kindspoor import KindRow
from vtdesk.services.partijen import te_horen
from vtdesk.services.persoon_rows import OUDERS
from vtdesk.services.regels import boeken
from vtdesk.services.roepnaam import roepnaam
from vtdesk.services.termijn_rows import termijn_rows
from vtdesk.services.uitspraak_regels import wederhoor_gaten
from vtdesk.services.uitspraak_rows import UitspraakRow
from vtdesk.services.uitspraken import statements
from vtdesk.services.veiligheid_rows import waarborg_rows
from vtdesk.values.casuskinds import WaarborgSoort
from vtdesk.values.kinds import GezagSoort, Rol
from vtdesk.values.termijnen.stand import Termijnstand
from vtdesk.values.tijd import korte_dag, local


def feiten_van(
    session: Session, casus: Casus, kinderen: list[KindRow], now: datetime
) -> Feiten:  # fmt: skip
    """Collect the facts of a casus; `kinderen` is how each child stands."""
    return Feiten(
        casus_id=casus.id,
        vandaag=local(now).date(),
        kinderen=_kinderen(session, casus.id, kinderen),
        gaten=_gaten(session, casus.id),
        ongetoetst=tuple(
            WaarborgFeit(row.id, row.nummer, row.gegevens.wat, row.gemaakt_op, row.gegevens.tot)
            for row in waarborg_rows(session, casus.id)
            if row.soort is WaarborgSoort.VOORWAARDE
            and row.geldt
            and not (row.voorstel or row.toetsen)
        ),
        aanbod=_aanbod(session, casus.id),
        te_laat=tuple(
            TermijnFeit(row.id, row.naam, row.uitkomst.einde)
            for row in termijn_rows(session, boeken(session), now, casus_id=casus.id)
            if row.stand is Termijnstand.TE_LAAT and row.uitstel is None
        ),
        let_op=casus.let_op,
        let_op_herzien_op=casus.let_op_herzien_op,
    )


def _kinderen(session: Session, casus_id: UUID, rows: list[KindRow]) -> tuple[KindFeit, ...]:
    born = select(Persoon.id).join(Betrokkenheid, Betrokkenheid.persoon_id == Persoon.id)
    born = born.where(Betrokkenheid.casus_id == casus_id, Betrokkenheid.rol == Rol.KIND)
    here = frozenset(session.scalars(born))
    reports = select(func.count()).select_from(Melding).where(Melding.casus_id == casus_id)
    meldingen = session.scalar(reports) or 0
    known = select(Gezag.kind_id).where(Gezag.soort != GezagSoort.ONBEKEND)
    with_gezag = frozenset(session.scalars(known.where(Gezag.kind_id.in_(here))))
    return tuple(
        KindFeit(
            id=row.id,
            naam=row.naam,
            leeftijd=row.leeftijd,
            gesproken=row.gesproken_op is not None,
            gezien=bool(row.gezien),
            dagen=row.dagen,
            sinds=row.sinds,
            meldingen=meldingen,
            gezag_bekend=row.id in with_gezag,
        )
        for row in rows
        if row.id in here
    )


def _gaten(session: Session, casus_id: UUID) -> tuple[GatFeit, ...]:
    """Bring the gaps of one person under one theme together."""
    rows = statements(session, casus_id)
    by_id = {row.id: row for row in rows}
    grouped: dict[tuple[UUID, str], list[UitspraakRow]] = defaultdict(list)
    for gat in wederhoor_gaten(rows, te_horen(session, casus_id)):
        grouped[gat.persoon_id, gat.thema].append(by_id[gat.uitspraak_id])
    called = _called(session, casus_id)
    return tuple(
        _gat(persoon_id, thema, told, called) for (persoon_id, thema), told in grouped.items()
    )


def _gat(
    persoon_id: UUID, thema: str, told: list[UitspraakRow], called: dict[UUID, str]
) -> GatFeit:
    last = max(told, key=lambda row: row.vastgelegd_op)
    bron = last.regel.bron
    day = last.regel.informatiedatum or last.vastgelegd_op.date()
    who = called.get(bron.persoon_id, bron.naam) if bron.persoon_id else bron.naam
    heard = f", gehoord van {bron.via.split()[0]}" if bron.via.strip() else ""
    return GatFeit(
        persoon_id=persoon_id,
        wie=called[persoon_id],
        thema=thema,
        uitspraken=tuple(row.id for row in told),
        verteld=f"{who[:1].upper()}{who[1:]} vertelde dit op {korte_dag(day)}{heard}.",
        laatste=last.vastgelegd_op.date(),
        herkomst=f"wat {who} op {korte_dag(day)} vertelde",
    )


def _called(session: Session, casus_id: UUID) -> dict[UUID, str]:
    """Say how one calls people of a casus: a parent by the role, when there is only one such."""
    query = (
        select(Persoon, Betrokkenheid.rol)
        .join(Betrokkenheid, Betrokkenheid.persoon_id == Persoon.id)
        .where(Betrokkenheid.casus_id == casus_id)
    )
    found = session.execute(query).all()
    roles = [rol for _, rol in found]
    return {
        persoon.id: rol.value if rol in OUDERS and roles.count(rol) == 1 else roepnaam(persoon, rol)
        for persoon, rol in found
    }


def _aanbod(session: Session, casus_id: UUID) -> AanbodFeit | None:
    query = select(Overdracht).where(
        Overdracht.casus_id == casus_id,
        Overdracht.aanvaard_op.is_(None),
        Overdracht.ingetrokken_op.is_(None),
    )
    offer = session.scalars(query).first()
    return AanbodFeit(offer.id, offer.aan, local(offer.aangeboden_op).date()) if offer else None
