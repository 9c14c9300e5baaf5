"""How a bespreking runs: one at a time, in phases, with the time that each took."""

from datetime import datetime
from uuid import UUID

from sqlalchemy import select
from sqlalchemy.orm import Session

from vtdesk.errors import UserError
from vtdesk.models import Belofte, Bespreking, Gebeurtenis, Inbreng, Pleintaak, Standpunt, Zitting
from vtdesk.services.plein.lezen import of_zitting
from vtdesk.services.regelbestanden import plein
from vtdesk.values import inbreng
from vtdesk.values.casuskinds import GebeurtenisSoort
from vtdesk.values.dagkinds import PleinFase

OUDERS = ("Moeder", "Vader")
AANVRAGER = "Aanvrager"  # at the table of every region; called by its own name when that is known


def existing(session: Session, bespreking_id: UUID) -> Bespreking:
    """Give a bespreking to change; refuses in words when it is gone."""
    bespreking = session.get(Bespreking, bespreking_id)
    if bespreking is None:
        raise UserError("Deze bespreking bestaat niet meer.")
    return bespreking


def outcome_of(session: Session, bespreking: Bespreking) -> Gebeurtenis | None:
    """Give what a bespreking became in its casus, if it was ever worked up."""
    if bespreking.casus_id is None or bespreking.begonnen_op is None:
        return None
    regio = plein().regio(session.get_one(Zitting, bespreking.zitting_id).regio)
    query = select(Gebeurtenis).where(
        Gebeurtenis.casus_id == bespreking.casus_id,
        Gebeurtenis.soort == GebeurtenisSoort.PLEIN,
        Gebeurtenis.begin == bespreking.begonnen_op,
        Gebeurtenis.bron == regio.tafel,
    )
    return session.scalars(query).first()


def stands_in_casus(session: Session, bespreking: Bespreking) -> bool:
    """Tell whether something of it stands in its casus, also when it was opened again since."""
    if bespreking.verwerkt_op and bespreking.casus_id:
        return True
    over = select(Inbreng.id).where(
        Inbreng.bespreking_id == bespreking.id, Inbreng.verwerkt.is_(True)
    )
    return session.scalars(over).first() is not None or bool(outcome_of(session, bespreking))


def run(session: Session, bespreking: Bespreking, now: datetime) -> None:
    """Let the clock of this one run, and of no other at this table."""
    for other in of_zitting(session, bespreking.zitting_id):
        if other.id != bespreking.id:
            pause(other, now)
    if bespreking.begonnen_op is None:
        bespreking.begonnen_op = now
        seat(session, bespreking)
    if bespreking.fase_sinds is None:
        bespreking.fase_sinds = now


def pause(bespreking: Bespreking, now: datetime) -> None:
    """Stop the clock, and count what this phase took."""
    if bespreking.fase_sinds is None:
        return
    spent = max(0, int((now - bespreking.fase_sinds).total_seconds()))
    before = int(bespreking.fasen.get(bespreking.fase.value, 0))
    bespreking.fasen = bespreking.fasen | {bespreking.fase.value: before + spent}
    bespreking.fase_sinds = None


def turn_to(bespreking: Bespreking, fase: PleinFase, now: datetime) -> None:
    """Go to another phase; the clock goes on when it ran."""
    running = bespreking.fase_sinds is not None
    pause(bespreking, now)
    bespreking.fase = fase
    if running:
        bespreking.fase_sinds = now


def seat(session: Session, bespreking: Bespreking) -> None:
    """Lay a row ready for everybody who sits at this table: the parents first."""
    taken = select(Standpunt.id).where(Standpunt.bespreking_id == bespreking.id)
    if session.scalars(taken).first():
        return
    regio = plein().regio(session.get_one(Zitting, bespreking.zitting_id).regio)
    asks = inbreng.spreker(bespreking.aanvrager, regio.aan_tafel) or AANVRAGER
    others = dict.fromkeys((asks, *(one for one in regio.aan_tafel if one != AANVRAGER)))
    for number, wie in enumerate((*OUDERS, *others)):
        session.add(
            Standpunt(bespreking_id=bespreking.id, volgorde=number, wie=wie, ouder=wie in OUDERS)
        )


def bring_beloften_along(session: Session, bespreking: Bespreking) -> None:
    """Let what she promised there belong to the casus that it turned out to be about."""
    query = (
        select(Belofte)
        .join(Pleintaak, Pleintaak.belofte_id == Belofte.id)
        .where(Pleintaak.bespreking_id == bespreking.id)
    )
    for belofte in session.scalars(query):
        belofte.casus_id = bespreking.casus_id
