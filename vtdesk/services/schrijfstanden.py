"""Earlier texts of a verslag: one for each session of writing, to compare with and to put back."""

from collections.abc import Iterable, Iterator
from dataclasses import dataclass, replace
from datetime import datetime
from uuid import UUID

from sqlalchemy import Text, select, type_coerce
from sqlalchemy.orm import Session

from vtdesk.errors import OutdatedError, UserError
from vtdesk.models import Concept, Schrijfstand, Uitspraak, Versie, Verslag, Wijziging
from vtdesk.services.regelbestanden import eerdere_teksten
from vtdesk.services.schrijfstand_rows import FIRST, StandRow, keep, to_row, unpack
from vtdesk.services.uitspraak_regels import VERVALLEN
from vtdesk.services.uitspraak_tekst import (
    IN_VERSLAG,
    SCHRIJFBAAR,
    overlay,
    store_uitspraken,
    to_regel,
    with_regels,
)
from vtdesk.services.verslagen import concept_of
from vtdesk.store.store import Store
from vtdesk.values.casuskinds import WijzigingSoort
from vtdesk.values.kinds import VerslagStand
from vtdesk.values.tekst import Tekst, Uitspraakregel
from vtdesk.values.tijd import Clock, local

GONE = "Deze eerdere tekst is er niet meer."


@dataclass(frozen=True, slots=True)
class Teruggezet:
    """That an earlier text is the draft again, and where what stood there is kept."""

    op: datetime
    version: int
    eerdere: UUID  # put this one back to undo it


class Schrijfstanden:
    """Use cases around earlier texts; each method is one transaction."""

    def __init__(self, store: Store, clock: Clock) -> None:
        self._store = store
        self._clock = clock

    def of(self, verslag_id: UUID) -> list[StandRow]:
        """List the earlier texts of a verslag, the newest first."""
        query = select(Schrijfstand).where(Schrijfstand.verslag_id == verslag_id)
        with self._store.read() as session:
            return [
                to_row(stand)
                for stand in session.scalars(
                    query.order_by(Schrijfstand.bewaard_op.desc(), FIRST.desc())
                )
            ]

    def tekst(self, stand_id: UUID) -> Tekst:
        """Give an earlier text as it would come back: statements follow what the casus knows."""
        with self._store.read() as session:
            stand = _existing(session, stand_id)
            return _by_the_rules(session, session.get_one(Verslag, stand.verslag_id), unpack(stand))

    def nu(self, verslag_id: UUID) -> Tekst:
        """Give the draft as it is stored now, to compare with."""
        with self._store.read() as session:
            return overlay(session, Tekst.from_json(concept_of(session, verslag_id).tekst))

    def terug(self, stand_id: UUID) -> Teruggezet:
        """Make an earlier text the draft again, after keeping what stands there now."""
        with self._store.write() as session:
            stand = _existing(session, stand_id)
            verslag = session.get_one(Verslag, stand.verslag_id)
            if verslag.stand not in SCHRIJFBAAR:
                raise OutdatedError(
                    "Dit verslag is vastgesteld. Maak een correctie om te wijzigen."
                )
            concept = concept_of(session, verslag.id)
            kept = keep(session, concept, teruggezet=True)
            self._put(session, verslag, concept, _by_the_rules(session, verslag, unpack(stand)))
            session.flush()
            return Teruggezet(local(concept.bewaard_op), concept.version, kept)

    def dun_uit(self) -> int:
        """Let go of what the rule lets go of final verslagen; tells how many went."""
        query = (
            select(Schrijfstand.verslag_id, Schrijfstand.id, Schrijfstand.bewaard_op)
            .join(Verslag, Verslag.id == Schrijfstand.verslag_id)
            .where(Verslag.stand == VerslagStand.VASTGESTELD)
        )
        today = local(self._clock()).date()
        with self._store.read() as session:
            found: dict[UUID, list[tuple[UUID, datetime]]] = {}
            for verslag_id, stand_id, moment in session.execute(query):
                found.setdefault(verslag_id, []).append((stand_id, moment))
        gone = [i for standen in found.values() for i in eerdere_teksten().weg(standen, today)]
        if gone:
            with self._store.write() as session:
                for stand_id in gone:
                    session.delete(session.get_one(Schrijfstand, stand_id))
        return len(gone)

    def _put(self, session: Session, verslag: Verslag, concept: Concept, tekst: Tekst) -> None:
        now = self._clock()
        before = {u.id: u for u in Tekst.from_json(concept.tekst).uitspraken()}
        store_uitspraken(session, verslag, before, {u.id: u for u in tekst.uitspraken()}, now)
        concept.tekst, concept.bewaard_op = tekst.to_json(), now
        concept.caret = concept.scroll = 0


def _existing(session: Session, stand_id: UUID) -> Schrijfstand:
    stand = session.get(Schrijfstand, stand_id)
    if stand is None:
        raise UserError(GONE)
    return stand


def _by_the_rules(session: Session, verslag: Verslag, tekst: Tekst) -> Tekst:
    """Let each statement say what the casus lets it say; the rest comes back as it was."""
    return with_regels(tekst, dict(_allowed(session, verslag, tekst)))


def _allowed(
    session: Session, verslag: Verslag, tekst: Tekst
) -> Iterator[tuple[UUID, Uitspraakregel]]:
    """Say of each known statement how it comes back.

    What was withdrawn, refuted or changed in the casus, or stands elsewhere too, is as the casus
    knows it. Of another one the words come back, but never what was found out about it or who may
    see it.
    """
    was = {regel.id: regel for regel in tekst.uitspraken()}
    in_casus = select(Wijziging.uitspraak_id).where(
        Wijziging.uitspraak_id.in_(was),
        Wijziging.soort != WijzigingSoort.VERIFICATIE,
        Wijziging.reden.not_in([IN_VERSLAG, *filter(None, [verslag.reden_correctie])]),
    )
    fixed = {*session.scalars(in_casus), *_elsewhere(session, verslag, was)}
    for uitspraak in session.scalars(select(Uitspraak).where(Uitspraak.id.in_(was))):
        now = to_regel(uitspraak)
        if now.id in fixed or now.verificatie in VERVALLEN:
            yield now.id, now
            continue
        back = replace(
            was[now.id],
            verificatie=now.verificatie,
            verificatie_door=now.verificatie_door,
            zichtbaarheid=now.zichtbaarheid,
            niet_voor=now.niet_voor,
        )
        yield now.id, back


def _elsewhere(session: Session, verslag: Verslag, ids: Iterable[UUID]) -> set[UUID]:
    """List which of these statements another draft, or a version of another verslag, shows."""
    others = (Verslag.casus_id == verslag.casus_id, Verslag.id != verslag.id)
    drafts = select(type_coerce(Concept.tekst, Text)).join(
        Verslag, Verslag.id == Concept.verslag_id
    )
    sealed = select(Versie.inhoud).join(Verslag, Verslag.id == Versie.verslag_id)
    texts = [
        *session.scalars(drafts.where(*others)),
        *(inhoud.decode() for inhoud in session.scalars(sealed.where(*others))),
    ]
    return {one for one in ids if any(str(one) in text for text in texts)}
