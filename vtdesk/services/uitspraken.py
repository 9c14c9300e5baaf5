"""Statements: written in a verslag, kept with the casus, the same thing in both places."""

import dataclasses
from collections.abc import Mapping
from datetime import datetime
from uuid import UUID

from sqlalchemy import select
from sqlalchemy.orm import Session

from vtdesk.models import Uitspraak, Verslag
from vtdesk.store.store import Store
from vtdesk.values.tekst import (
    Blok,
    Bron,
    Tekst,
    Uitspraakregel,
    runs_from_json,
    runs_to_json,
)


class Uitspraken:
    """Reads the statements of a casus."""

    def __init__(self, store: Store) -> None:
        self._store = store

    def of_casus(self, casus_id: UUID) -> list[Uitspraakregel]:
        """List the statements of a casus, oldest first; removed ones are left out."""
        query = (
            select(Uitspraak)
            .where(Uitspraak.casus_id == casus_id, Uitspraak.verwijderd_op.is_(None))
            .order_by(Uitspraak.vastgelegd_op)
        )
        with self._store.read() as session:
            return [to_regel(uitspraak) for uitspraak in session.scalars(query)]


def store_uitspraken(
    session: Session,
    verslag: Verslag,
    before: Mapping[UUID, Uitspraakregel],
    after: Mapping[UUID, Uitspraakregel],
    now: datetime,
) -> None:
    """Bring the statements of the casus in step with the text, touching only what changed."""
    for regel_id, regel in after.items():
        if before.get(regel_id) != regel:
            _keep(session, verslag, regel, now)
    for regel_id in before.keys() - after.keys():
        gone = session.get(Uitspraak, regel_id)
        if gone and gone.verslag_id == verslag.id:
            gone.verwijderd_op = now


def overlay(session: Session, tekst: Tekst) -> Tekst:
    """Show each statement as the casus knows it now."""
    ids = [regel.id for regel in tekst.uitspraken()]
    known = {u.id: u for u in session.scalars(select(Uitspraak).where(Uitspraak.id.in_(ids)))}

    def current(blok: Blok) -> Blok:
        if isinstance(blok, Uitspraakregel) and blok.id in known:
            return to_regel(known[blok.id])
        return blok

    return Tekst(
        tuple(
            dataclasses.replace(sectie, blokken=tuple(current(blok) for blok in sectie.blokken))
            for sectie in tekst.secties
        )
    )


def to_regel(uitspraak: Uitspraak) -> Uitspraakregel:
    """Give the stored statement as it stands in a text."""
    return Uitspraakregel(
        id=uitspraak.id,
        letter=uitspraak.letter,
        runs=runs_from_json(uitspraak.runs),
        bron=Bron(
            uitspraak.bron_naam, uitspraak.bron_persoon_id, uitspraak.hoedanigheid, uitspraak.via
        ),
        informatiedatum=uitspraak.informatiedatum,
        over=tuple(UUID(i) for i in uitspraak.over),
        verificatie=uitspraak.verificatie,
        verificatie_door=uitspraak.verificatie_door,
        zichtbaarheid=uitspraak.zichtbaarheid,
        niet_voor=tuple(UUID(i) for i in uitspraak.niet_voor),
        steunt_op=tuple(UUID(i) for i in uitspraak.steunt_op),
    )


def _keep(session: Session, verslag: Verslag, regel: Uitspraakregel, now: datetime) -> None:
    uitspraak = session.get(Uitspraak, regel.id)
    if uitspraak is None:
        uitspraak = Uitspraak(
            id=regel.id,
            casus_id=verslag.casus_id,
            verslag_id=verslag.id,
            letter=regel.letter,
            runs=[],
            vastgelegd_op=now,
        )
        session.add(uitspraak)
    uitspraak.letter = regel.letter
    uitspraak.runs = runs_to_json(regel.runs)
    uitspraak.bron_naam, uitspraak.bron_persoon_id = regel.bron.naam, regel.bron.persoon_id
    uitspraak.hoedanigheid, uitspraak.via = regel.bron.hoedanigheid, regel.bron.via
    uitspraak.informatiedatum = regel.informatiedatum
    uitspraak.verificatie = regel.verificatie
    uitspraak.verificatie_door = regel.verificatie_door
    uitspraak.zichtbaarheid = regel.zichtbaarheid
    uitspraak.over = [str(i) for i in regel.over]
    uitspraak.niet_voor = [str(i) for i in regel.niet_voor]
    uitspraak.steunt_op = [str(i) for i in regel.steunt_op]
    uitspraak.verwijderd_op = None
