"""The talk behind an appointment: who took part and how, interpreter, recording."""

from collections.abc import Iterator, Sequence
from dataclasses import dataclass
from uuid import UUID

from sqlalchemy import select
from sqlalchemy.orm import Session

from vtdesk.errors import UserError
from vtdesk.models import Deelname, Gesprek
from vtdesk.store.store import Store
from vtdesk.values.kinds import Aanwezigheid, Kanaal, Opname


@dataclass(frozen=True, slots=True)
class DeelnameGegevens:
    """One invited person or organisation, and how that went."""

    naam: str
    hoedanigheid: str = ""
    persoon_id: UUID | None = None
    organisatie_id: UUID | None = None
    aanwezigheid: Aanwezigheid = Aanwezigheid.AANWEZIG
    toelichting: str = ""


@dataclass(frozen=True, slots=True)
class GesprekGegevens:
    """All that is known of a talk besides its time and place."""

    kanaal: Kanaal = Kanaal.KANTOOR
    tolk: str = ""
    opname: Opname = Opname.GEEN
    bijzonderheden: str = ""
    deelnames: tuple[DeelnameGegevens, ...] = ()


class Gesprekken:
    """Use cases around talks; each method is one transaction."""

    def __init__(self, store: Store) -> None:
        self._store = store

    def get(self, afspraak_id: UUID) -> GesprekGegevens:
        """Give the talk behind an appointment."""
        with self._store.read() as session:
            gesprek = _gesprek(session, afspraak_id)
            return GesprekGegevens(
                gesprek.kanaal,
                gesprek.tolk,
                gesprek.opname,
                gesprek.bijzonderheden,
                taking_part(session, afspraak_id),
            )

    def set(self, afspraak_id: UUID, gegevens: GesprekGegevens) -> None:
        """Note how the talk went and who took part."""
        with self._store.write() as session:
            note_gesprek(session, afspraak_id, gegevens)


def note_gesprek(session: Session, afspraak_id: UUID, gegevens: GesprekGegevens) -> None:
    """Note how a talk went, within the deed of another."""
    gesprek = _gesprek(session, afspraak_id)
    gesprek.kanaal, gesprek.tolk = gegevens.kanaal, gegevens.tolk
    gesprek.opname, gesprek.bijzonderheden = gegevens.opname, gegevens.bijzonderheden
    _set_deelnames(session, gesprek, gegevens.deelnames)


def invite(session: Session, afspraak_id: UUID, genodigden: tuple[DeelnameGegevens, ...]) -> None:
    """Let these take part in a talk, and nobody else; who took part already stays as noted."""
    if genodigden != taking_part(session, afspraak_id):
        _set_deelnames(session, _gesprek(session, afspraak_id), genodigden)


def deelnames(session: Session, afspraak_id: UUID) -> Sequence[Deelname]:
    """List who was invited, in the order of invitation."""
    query = select(Deelname).where(Deelname.afspraak_id == afspraak_id)
    return session.scalars(query.order_by(Deelname.volgorde)).all()


def taking_part(session: Session, afspraak_id: UUID) -> tuple[DeelnameGegevens, ...]:
    """Give who takes part in a talk, in the order of invitation."""
    return tuple(
        DeelnameGegevens(
            row.naam,
            row.hoedanigheid,
            row.persoon_id,
            row.organisatie_id,
            row.aanwezigheid,
            row.toelichting,
        )
        for row in deelnames(session, afspraak_id)
    )


def _set_deelnames(
    session: Session, gesprek: Gesprek, gegevens: tuple[DeelnameGegevens, ...]
) -> None:
    for row in deelnames(session, gesprek.afspraak_id):
        session.delete(row)
    session.flush()
    session.add_all(new_deelnames(gesprek, gegevens))


def new_deelnames(gesprek: Gesprek, gegevens: tuple[DeelnameGegevens, ...]) -> Iterator[Deelname]:
    """Make who takes part in a talk, in the order of invitation."""
    for volgorde, item in enumerate(gegevens):
        yield Deelname(
            gesprek_id=gesprek.id,
            afspraak_id=gesprek.afspraak_id,
            volgorde=volgorde,
            naam=item.naam.strip(),
            persoon_id=item.persoon_id,
            organisatie_id=item.organisatie_id,
            hoedanigheid=item.hoedanigheid,
            aanwezigheid=item.aanwezigheid,
            toelichting=item.toelichting,
        )


def _gesprek(session: Session, afspraak_id: UUID) -> Gesprek:
    gesprek = session.scalar(select(Gesprek).where(Gesprek.afspraak_id == afspraak_id))
    if gesprek is None:
        raise UserError("Bij deze afspraak hoort geen gesprek. Kies eerst een casus.")
    return gesprek
