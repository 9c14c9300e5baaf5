"""Begins terms inside a transaction of whoever notes what starts them.

A melding starts the veiligheidsbeoordeling, a besluit the onderzoek, a ban its own time. A service
that notes such a thing calls the function for it within its own transaction, so that the thing and
its term are stored together or not at all; `end_for` takes the term away with it.
"""

from datetime import date, datetime
from uuid import UUID

from sqlalchemy import select
from sqlalchemy.orm import Session

from vtdesk.errors import UserError
from vtdesk.models import Besluit, Betrokkenheid, Casus, Gebeurtenis, Melding, Persoon, Termijn
from vtdesk.services.regels import boeken
from vtdesk.services.termijn_rows import TermijnGegevens
from vtdesk.values.casuskinds import BesluitVervolg, GebeurtenisSoort
from vtdesk.values.termijnen.berekening import beide_sporen
from vtdesk.values.tijd import local, start_of

BEOORDELING, INFORMEREN = "T1", "T3"
VAN_BESLUIT = {BesluitVervolg.ONDERZOEK: "T2", BesluitVervolg.VOORWAARDEN_EN_VERVOLG: "T2v"}
VAN_GEBEURTENIS = {
    GebeurtenisSoort.HUISVERBOD: "T11",
    GebeurtenisSoort.VOTS: "T12",
    GebeurtenisSoort.OTS: "T13",
    GebeurtenisSoort.MUHP: "T13m",
}


def begin_term(
    session: Session, casus_id: UUID, gegevens: TermijnGegevens, now: datetime
) -> Termijn:
    """Begin one term; refuses a rule, person or day that cannot be."""
    if gegevens.begin > now:
        raise UserError("Dit moment is nog niet geweest. Een termijn begint bij wat is gebeurd.")
    held = boeken(session)
    regel = beide_sporen(
        held.termijnregels, gegevens.regel, gegevens.begin, kalender=held.kalender
    ).gevraagd.regel
    if regel.per_persoon and gegevens.persoon_id is None:
        raise UserError(f"{regel.naam} loopt per persoon. Kies over wie het gaat.")
    _refuse_stranger(session, casus_id, gegevens)
    termijn = Termijn(
        casus_id=casus_id,
        regel=regel.id,
        begin=gegevens.begin,
        aanleiding=gegevens.aanleiding.strip(),
        persoon_id=gegevens.persoon_id,
        melding_id=gegevens.melding_id,
    )
    _refuse_twice(session, termijn, regel.naam)
    session.add(termijn)
    return termijn


def for_melding(session: Session, melding: Melding, now: datetime) -> Termijn:
    """Begin the veiligheidsbeoordeling; the statute runs beside it as the other track."""
    session.flush()
    about = TermijnGegevens(
        BEOORDELING,
        melding.ontvangen_op,
        f"Melding M{melding.nummer} ontvangen.",
        melding_id=melding.id,
    )
    return begin_term(session, melding.casus_id, about, now)


def for_besluit(session: Session, besluit: Besluit, now: datetime) -> Termijn | None:
    """Begin what a veiligheidsbeoordeling sets going: onderzoek, or voorwaarden en vervolg."""
    if besluit.vervolg not in VAN_BESLUIT:
        return None
    regel = VAN_BESLUIT[besluit.vervolg]
    about = TermijnGegevens(regel, start_of(besluit.datum), "Besluit genomen.")
    return begin_term(session, besluit.casus_id, about, now)


def for_gebeurtenis(session: Session, gebeurtenis: Gebeurtenis, now: datetime) -> Termijn | None:
    """Begin the time in which a ban or a measure holds."""
    regel = VAN_GEBEURTENIS.get(gebeurtenis.soort)
    if regel is None:
        return None
    about = TermijnGegevens(regel, gebeurtenis.begin, gebeurtenis.titel)
    return begin_term(session, gebeurtenis.casus_id, about, now)


def meet_open(
    session: Session, casus_id: UUID, regel: str, op: date, *, melding_id: UUID | None = None
) -> list[UUID]:
    """Note that what a rule asks was done; gives the terms that this met."""
    query = select(Termijn).where(
        Termijn.casus_id == casus_id,
        Termijn.regel == regel,
        Termijn.gehaald_op.is_(None),
        Termijn.vervallen_want == "",
    )
    if melding_id:
        query = query.where(Termijn.melding_id == melding_id)
    found = [one for one in session.scalars(query) if local(one.begin).date() <= op]
    for termijn in found:
        termijn.gehaald_op = op
    return [termijn.id for termijn in found]


def _refuse_stranger(session: Session, casus_id: UUID, gegevens: TermijnGegevens) -> None:
    """Let person and melding belong to the casus, and let nobody have a term before birth."""
    if session.get(Casus, casus_id) is None:
        raise UserError("Deze casus bestaat niet.")
    if gegevens.persoon_id:
        query = select(Betrokkenheid.id).where(
            Betrokkenheid.casus_id == casus_id, Betrokkenheid.persoon_id == gegevens.persoon_id
        )
        persoon = session.get(Persoon, gegevens.persoon_id)
        if persoon is None or session.scalars(query).first() is None:
            raise UserError("Deze persoon hoort niet bij de casus.")
        if persoon.geboortedatum and local(gegevens.begin).date() < persoon.geboortedatum:
            raise UserError(f"{persoon.naam} was toen nog niet geboren. Controleer de datum.")
    if gegevens.melding_id:
        melding = session.get(Melding, gegevens.melding_id)
        if melding is None or melding.casus_id != casus_id:
            raise UserError("Deze melding hoort niet bij de casus.")


def _refuse_twice(session: Session, termijn: Termijn, naam: str) -> None:
    query = select(Termijn.begin).where(
        Termijn.casus_id == termijn.casus_id,
        Termijn.regel == termijn.regel,
        Termijn.persoon_id.is_(termijn.persoon_id)
        if termijn.persoon_id is None
        else Termijn.persoon_id == termijn.persoon_id,
        Termijn.melding_id.is_(termijn.melding_id)
        if termijn.melding_id is None
        else Termijn.melding_id == termijn.melding_id,
        Termijn.gehaald_op.is_(None),
        Termijn.vervallen_want == "",
    )
    if any(local(begin).date() == local(termijn.begin).date() for begin in session.scalars(query)):
        raise UserError(f"Deze termijn loopt al: {naam}.")
