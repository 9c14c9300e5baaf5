"""Statements between the casus and the texts that show them: one thing, kept in step both ways."""

import dataclasses
import re
from collections.abc import Mapping, Sequence
from datetime import datetime
from typing import Any
from uuid import UUID

from sqlalchemy import Row, select
from sqlalchemy.orm import Session

from vtdesk.models import Concept, Uitspraak, Versie, Verslag, Wijziging
from vtdesk.services.regelbestanden import eerdere_teksten
from vtdesk.values.casuskinds import WijzigingSoort
from vtdesk.values.kinds import Verificatie, VerslagStand
from vtdesk.values.tekst import (
    Blok,
    Bron,
    Tekst,
    Uitspraakregel,
    plain,
    regel_to_json,
    runs_from_json,
    runs_to_json,
    statement_ids,
    with_statement,
)

SCHRIJFBAAR = (VerslagStand.CONCEPT, VerslagStand.TER_REACTIE)
IN_VERSLAG = "Gewijzigd in een verslag"  # the reason of words that she wrote otherwise there
_SOORT = {
    Verificatie.WEERLEGD: WijzigingSoort.WEERLEGD,
    Verificatie.INGETROKKEN: WijzigingSoort.INGETROKKEN,
}

_AT_ONCE = 500
_ID = re.compile(rb"[0-9a-f]{8}(?:-[0-9a-f]{4}){3}-[0-9a-f]{12}")


def store_uitspraken(
    session: Session,
    verslag: Verslag,
    before: Mapping[UUID, Uitspraakregel],
    after: Mapping[UUID, Uitspraakregel],
    now: datetime,
) -> None:
    """Bring the statements of the casus in step with the text, touching only what changed."""
    changed = [regel for regel_id, regel in after.items() if before.get(regel_id) != regel]
    known = _known(session, [regel.id for regel in changed])
    for regel in changed:
        _keep(session, verslag, known.get(regel.id), regel, now)
    gone = _known(session, list(before.keys() - after.keys()))
    own = [uitspraak for uitspraak in gone.values() if uitspraak.verslag_id == verslag.id]
    elsewhere = _elsewhere(session, verslag) if own else set()
    for uitspraak in own:
        if str(uitspraak.id) not in elsewhere:
            uitspraak.verwijderd_op = now


def _known(session: Session, ids: Sequence[UUID]) -> dict[UUID, Uitspraak]:
    """Read statements at one go; a text of a hundred pages has thousands."""
    found: dict[UUID, Uitspraak] = {}
    for begin in range(0, len(ids), _AT_ONCE):
        some = ids[begin : begin + _AT_ONCE]
        rows = session.scalars(select(Uitspraak).where(Uitspraak.id.in_(some)))
        found |= {uitspraak.id: uitspraak for uitspraak in rows}
    return found


def store_in_drafts(session: Session, uitspraak: Uitspraak, now: datetime) -> None:
    """Bring every draft that shows this statement in step with the casus; no sealed version."""
    query = (
        select(Concept)
        .join(Verslag, Verslag.id == Concept.verslag_id)
        .where(Verslag.casus_id == uitspraak.casus_id, Verslag.stand.in_(SCHRIJFBAAR))
    )
    regel = to_regel(uitspraak)
    for concept in session.scalars(query):
        after = with_statement(concept.tekst, regel)
        if after != concept.tekst:
            concept.tekst, concept.bewaard_op = after, now


def overlay(session: Session, tekst: Tekst) -> Tekst:
    """Show each statement as the casus knows it now."""
    ids = [regel.id for regel in tekst.uitspraken()]
    known = session.scalars(select(Uitspraak).where(Uitspraak.id.in_(ids)))
    return with_regels(tekst, {uitspraak.id: to_regel(uitspraak) for uitspraak in known})


def to_regel(uitspraak: Uitspraak | Row[*tuple[Any, ...]]) -> Uitspraakregel:
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


def fill(uitspraak: Uitspraak, regel: Uitspraakregel) -> None:
    """Let the casus know the statement as this text has it."""
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


def note_change(
    session: Session, uitspraak: Uitspraak, soort: WijzigingSoort, reden: str, now: datetime
) -> Wijziging:
    """Keep what a statement was, before it is changed."""
    was: dict[str, Any] = regel_to_json(to_regel(uitspraak)) | {"thema": uitspraak.thema}
    wijziging = Wijziging(
        uitspraak_id=uitspraak.id, moment=now, soort=soort, reden=reden.strip(), was=was
    )
    session.add(wijziging)
    session.flush()
    return wijziging


def _keep(
    session: Session,
    verslag: Verslag,
    uitspraak: Uitspraak | None,
    regel: Uitspraakregel,
    now: datetime,
) -> None:
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
    elif uitspraak.verificatie is not regel.verificatie:
        soort = _SOORT.get(regel.verificatie, WijzigingSoort.VERIFICATIE)
        note_change(session, uitspraak, soort, verslag.reden_correctie, now)
    elif _is_said_otherwise(session, verslag, uitspraak, regel, now):
        reden = verslag.reden_correctie or IN_VERSLAG
        note_change(session, uitspraak, WijzigingSoort.TEKST, reden, now)
    fill(uitspraak, regel)
    uitspraak.verwijderd_op = None


def _is_said_otherwise(
    session: Session, verslag: Verslag, uitspraak: Uitspraak, regel: Uitspraakregel, now: datetime
) -> bool:
    """Tell whether words of before this sitting of writing change, for the first time in it."""
    was = to_regel(uitspraak)
    if plain(was) == plain(regel) or not plain(was).strip():
        return False
    begin = now - eerdere_teksten().nieuwe_zitting_na
    if uitspraak.vastgelegd_op > begin and not verslag.reden_correctie:
        return False
    noted = select(Wijziging.id).where(
        Wijziging.uitspraak_id == uitspraak.id,
        Wijziging.soort == WijzigingSoort.TEKST,
        Wijziging.moment > begin,
    )
    return session.scalar(noted.limit(1)) is None


def _elsewhere(session: Session, verslag: Verslag) -> set[str]:
    """Collect the statements that another draft, or a sealed version, still shows."""
    drafts = select(Concept.tekst).join(Verslag, Verslag.id == Concept.verslag_id)
    drafts = drafts.where(Verslag.casus_id == verslag.casus_id, Verslag.id != verslag.id)
    sealed = select(Versie.inhoud).join(Verslag, Verslag.id == Versie.verslag_id)
    sealed = sealed.where(Verslag.casus_id == verslag.casus_id)
    shown = {found for tekst in session.scalars(drafts) for found in statement_ids(tekst)}
    for inhoud in session.scalars(sealed):
        shown |= {found[0].decode() for found in _ID.finditer(inhoud)}
    return shown


def with_regels(tekst: Tekst, known: Mapping[UUID, Uitspraakregel]) -> Tekst:
    """Give the text with these statements in the place of those with the same id."""

    def current(blok: Blok) -> Blok:
        return known.get(blok.id, blok) if isinstance(blok, Uitspraakregel) else blok

    return Tekst(
        tuple(
            dataclasses.replace(sectie, blokken=tuple(current(blok) for blok in sectie.blokken))
            for sectie in tekst.secties
        )
    )
