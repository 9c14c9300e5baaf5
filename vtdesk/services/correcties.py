"""Use cases around corrections: what was sent to whom, and how it is put right everywhere."""

from datetime import date
from uuid import UUID

from sqlalchemy import select
from sqlalchemy.orm import Session

from vtdesk.errors import UserError
from vtdesk.models import Correctiebrief, Uitspraak, Versie, Verslag, Verzending, Wijziging
from vtdesk.services.correctie_letters import Letters, maak
from vtdesk.services.correctie_rows import BriefRow, Keten, VerzendingGegevens, VerzendingRow
from vtdesk.services.keten import (
    VERSIE,
    bevindingen,
    ends_to_undo,
    keten_van,
    last_change,
    to_brief,
    to_verzending,
)
from vtdesk.services.uitgaand.rows import Weg
from vtdesk.services.uitspraak_regels import VERVALLEN
from vtdesk.services.uitspraak_tekst import note_change, store_in_drafts, to_regel
from vtdesk.services.uitspraken import existing
from vtdesk.services.verslagen import concept_of
from vtdesk.services.vindplaatsen import in_versie
from vtdesk.store.store import Store
from vtdesk.values.brief import Brief
from vtdesk.values.casuskinds import WijzigingSoort
from vtdesk.values.kinds import Verificatie
from vtdesk.values.tekst import regel_from_json, statement_ids
from vtdesk.values.tijd import Clock, local

SCHRIJF_REDEN = "Schrijf op waarom. Het staat in de geschiedenis en in brieven aan organisaties."


class Correcties:
    """Each method is one transaction; looking at the chain changes nothing."""

    def __init__(self, store: Store, clock: Clock) -> None:
        self._store = store
        self._clock = clock

    def keten(self, uitspraak_id: UUID) -> Keten:
        """Show every document, version and receiver that holds a statement."""
        with self._store.read() as session:
            return keten_van(session, existing(session, uitspraak_id))

    def refute(self, uitspraak_id: UUID, *, door: str, reden: str) -> Keten:
        """Say that a statement turned out not to be so, and make the letters."""
        if not door.strip():
            raise UserError("Vul in door wie dit is weerlegd.")
        return self._end(uitspraak_id, WijzigingSoort.WEERLEGD, door.strip(), reden)

    def withdraw(self, uitspraak_id: UUID, *, reden: str) -> Keten:
        """Withdraw a statement, and make the letters."""
        return self._end(uitspraak_id, WijzigingSoort.INGETROKKEN, "", reden)

    def restore(self, uitspraak_id: UUID, *, reden: str) -> Keten:
        """Let a refuted or withdrawn statement hold again; who had a letter hears of it."""
        if not reden.strip():
            raise UserError(SCHRIJF_REDEN)
        with self._store.write() as session:
            uitspraak = existing(session, uitspraak_id)
            if uitspraak.verificatie not in VERVALLEN:
                raise UserError("Deze uitspraak is niet weerlegd en niet ingetrokken.")
            ends = ends_to_undo(session, uitspraak_id)
            was = regel_from_json(ends[-1].was) if ends else to_regel(uitspraak)
            now = self._clock()
            note_change(session, uitspraak, WijzigingSoort.HERSTELD, reden, now)
            for ended in ends:
                self._close_open_letters(session, ended)
            uitspraak.verificatie = was.verificatie
            uitspraak.verificatie_door = was.verificatie_door
            store_in_drafts(session, uitspraak, now)
            return self._with_letters(session, uitspraak)

    def make_letters(self, uitspraak_id: UUID) -> Keten:
        """Make the letters that are still missing after the last change of a statement."""
        with self._store.write() as session:
            uitspraak = existing(session, uitspraak_id)
            if last_change(session, uitspraak) is None:
                raise UserError("Deze uitspraak is niet gewijzigd. Er is niets te melden.")
            return self._with_letters(session, uitspraak)

    def note_verzending(self, gegevens: VerzendingGegevens) -> UUID:
        """Note that somebody received a version or a draft, with the statements in it."""
        if gegevens.verzonden_op > self._clock().date():
            raise UserError("Deze datum ligt na vandaag. Vul in wanneer je het hebt verstuurd.")
        with self._store.write() as session:
            verslag = session.get(Verslag, gegevens.verslag_id)
            if verslag is None:
                raise UserError("Dit verslag bestaat niet meer.")
            versie, uitspraken = _sent(session, gegevens)
            verzending = Verzending(
                casus_id=verslag.casus_id,
                verslag_id=verslag.id,
                versie=versie,
                ontvanger=gegevens.ontvanger.strip(),
                persoon_id=gegevens.persoon_id,
                organisatie_id=gegevens.organisatie_id,
                verzonden_op=gegevens.verzonden_op,
                wijze=gegevens.wijze.strip(),
                uitspraken=sorted(str(i) for i in uitspraken),
            )
            session.add(verzending)
            return verzending.id

    def verzendingen(self, verslag_id: UUID) -> list[VerzendingRow]:
        """List who received a verslag, oldest first."""
        query = select(Verzending).where(Verzending.verslag_id == verslag_id)
        with self._store.read() as session:
            found = session.scalars(query.order_by(Verzending.verzonden_op))
            return [to_verzending(verzending) for verzending in found]

    def open_brieven(self, casus_id: UUID) -> list[BriefRow]:
        """List the letters of a casus that still have to be sent."""
        query = select(Correctiebrief).where(
            Correctiebrief.casus_id == casus_id,
            Correctiebrief.verstuurd_op.is_(None),
            Correctiebrief.niet_nodig_want == "",
        )
        with self._store.read() as session:
            found = session.scalars(query.order_by(Correctiebrief.gemaakt_op))
            return [to_brief(brief) for brief in found]

    def brief(self, brief_id: UUID) -> Brief:
        """Give a letter: as it left, or as it may be now."""
        with self._store.read() as session:
            row = _letter(session, brief_id)
            if row.verstuurd_op:
                return Brief.from_json(row.tekst)
            return maak(session, row, local(self._clock()).date()).brief

    def let_op(self, brief_id: UUID) -> tuple[str, ...]:
        """Say what stayed out of a letter."""
        with self._store.read() as session:
            row = _letter(session, brief_id)
            return maak(session, row, local(self._clock()).date()).let_op

    def wegen(self, brief_id: UUID) -> tuple[Weg, ...]:
        """List the ways by which a letter can reach its receiver; a closed one says why."""
        with self._store.read() as session:
            row = _letter(session, brief_id)
            return maak(session, row, local(self._clock()).date()).lezer.wegen

    def mark_sent(self, brief_id: UUID, op: date) -> None:
        """Note that a letter was sent."""
        if op > self._clock().date():
            raise UserError("Deze datum ligt na vandaag. Vul in wanneer de brief weg is.")
        with self._store.write() as session:
            brief = _letter(session, brief_id)
            brief.verstuurd_op, brief.niet_nodig_want = op, ""

    def not_needed(self, brief_id: UUID, want: str) -> None:
        """Note why a letter is not sent."""
        if not want.strip():
            raise UserError("Schrijf op waarom deze brief niet nodig is.")
        with self._store.write() as session:
            brief = _letter(session, brief_id)
            if brief.verstuurd_op:
                raise UserError("Deze brief is al verstuurd.")
            brief.niet_nodig_want = want.strip()

    def controle(self, casus_id: UUID) -> list[str]:
        """Check that no link between statements and receivers was lost."""
        with self._store.read() as session:
            return bevindingen(session, casus_id)

    def _end(self, uitspraak_id: UUID, soort: WijzigingSoort, door: str, reden: str) -> Keten:
        if not reden.strip():
            raise UserError(SCHRIJF_REDEN)
        verificatie = Verificatie(soort.value)
        with self._store.write() as session:
            uitspraak = existing(session, uitspraak_id)
            if uitspraak.verificatie is verificatie:
                raise UserError(f"Deze uitspraak is al {soort.value}.")
            now = self._clock()
            note_change(session, uitspraak, soort, reden, now)
            uitspraak.verificatie, uitspraak.verificatie_door = verificatie, door
            store_in_drafts(session, uitspraak, now)
            return self._with_letters(session, uitspraak)

    def _with_letters(self, session: Session, uitspraak: Uitspraak) -> Keten:
        """Make a letter for each receiver that must hear of the last change, and has none."""
        session.flush()
        wijziging = last_change(session, uitspraak)
        if wijziging is not None:
            letters = Letters(session, uitspraak, wijziging, self._clock().date())
            for ontvangst in keten_van(session, uitspraak).te_schrijven:
                session.add(
                    Correctiebrief(
                        casus_id=uitspraak.casus_id,
                        wijziging_id=wijziging.id,
                        verzending_id=ontvangst.verzending.id,
                        gemaakt_op=self._clock(),
                        tekst=letters.write(ontvangst.verzending.id).brief.to_json(),
                    )
                )
            session.flush()
        return keten_van(session, uitspraak)

    def _close_open_letters(self, session: Session, wijziging: Wijziging) -> None:
        query = select(Correctiebrief).where(Correctiebrief.wijziging_id == wijziging.id)
        for brief in session.scalars(query):
            if brief.verstuurd_op is None and not brief.niet_nodig_want:
                brief.niet_nodig_want = "De uitspraak is hersteld voordat de brief weg was."


def _letter(session: Session, brief_id: UUID) -> Correctiebrief:
    brief = session.get(Correctiebrief, brief_id)
    if brief is None:
        raise UserError("Deze brief is er niet meer.")
    return brief


def _sent(session: Session, gegevens: VerzendingGegevens) -> tuple[str, frozenset[UUID]]:
    """Say which version was sent, and collect the statements in it."""
    verslag_id = gegevens.verslag_id
    if gegevens.nummer is not None:
        versie = session.scalar(
            select(Versie).where(Versie.verslag_id == verslag_id, Versie.nummer == gegevens.nummer)
        )
        if versie is None:
            raise UserError(f"Versie {gegevens.nummer} van dit verslag bestaat niet.")
        return f"{VERSIE}{gegevens.nummer}", in_versie(versie)
    concept = concept_of(session, verslag_id)
    days = select(Verzending.verzonden_op).where(
        Verzending.verslag_id == verslag_id, Verzending.versie.startswith("concept")
    )
    earlier = {day for day in session.scalars(days) if day < gegevens.verzonden_op}
    return f"concept {len(earlier) + 1}", frozenset(map(UUID, statement_ids(concept.tekst)))
