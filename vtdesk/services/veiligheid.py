"""Veiligheidsvoorwaarden, veiligheidsafspraken and their checks; AOL and AOP."""

from dataclasses import asdict
from datetime import date
from uuid import UUID

from sqlalchemy import func, select
from sqlalchemy.orm import Session

from vtdesk.errors import UserError
from vtdesk.models import Instemming, Politieafspraak, Toets, Uitspraak, Waarborg
from vtdesk.services.kop import opsomming
from vtdesk.services.veiligheid_rows import (
    InstemmingRow,
    PolitieGegevens,
    PolitieRow,
    ToetsGegevens,
    ToetsRow,
    WaarborgGegevens,
    WaarborgRow,
    politie_rows,
    said_about,
    waarborg_rows,
)
from vtdesk.store.store import Store
from vtdesk.values.casuskinds import Instemmingsstand, WaarborgSoort
from vtdesk.values.tijd import Clock

__all__ = [
    "InstemmingRow",
    "PolitieGegevens",
    "PolitieRow",
    "ToetsGegevens",
    "ToetsRow",
    "Veiligheid",
    "WaarborgGegevens",
    "WaarborgRow",
]

CHANGED = "Dit is intussen ergens anders gewijzigd. Open het opnieuw."


class Veiligheid:
    """Use cases around what keeps a family safe; each method is one transaction."""

    def __init__(self, store: Store, clock: Clock) -> None:
        self._store = store
        self._clock = clock

    def waarborgen(self, casus_id: UUID) -> list[WaarborgRow]:
        """List voorwaarden and then afspraken, each with its checks."""
        with self._store.read() as session:
            return waarborg_rows(session, casus_id)

    def add(
        self,
        casus_id: UUID,
        soort: WaarborgSoort,
        gegevens: WaarborgGegevens,
        *,
        gemaakt_op: date | None = None,
        voorstel: bool = False,
    ) -> UUID:
        """Note a voorwaarde or an afspraak; it gets the next number of its kind.

        A `voorstel` is not agreed yet: it cannot be checked until `settle`.
        """
        made = self._past(gemaakt_op or self._today())
        _refuse_early_end(gegevens.tot, made)
        query = select(func.max(Waarborg.nummer)).where(
            Waarborg.casus_id == casus_id, Waarborg.soort == soort
        )
        with self._store.write() as session:
            number = (session.scalar(query) or 0) + 1
            waarborg = Waarborg(
                casus_id=casus_id,
                soort=soort,
                nummer=number,
                gemaakt_op=made,
                voorstel=voorstel,
                **asdict(gegevens),
            )
            session.add(waarborg)
            return waarborg.id

    def remove(self, waarborg_id: UUID) -> None:
        """Undo that a waarborg was noted, as long as nothing happened to it."""
        with self._store.write() as session:
            waarborg = _waarborg(session, waarborg_id)
            checked = select(Toets.id).where(Toets.waarborg_id == waarborg_id).limit(1)
            said = select(Instemming.id).where(Instemming.waarborg_id == waarborg_id).limit(1)
            if waarborg.vervallen_op or session.scalar(checked) or session.scalar(said):
                raise UserError("Hiermee is al iets gebeurd. Laat het vervallen, met de reden.")
            session.delete(waarborg)

    def change(self, waarborg_id: UUID, version: int, gegevens: WaarborgGegevens) -> None:
        """Change a waarborg; what was checked already keeps its words."""
        with self._store.write() as session:
            waarborg = _waarborg(session, waarborg_id)
            if waarborg.version != version:
                raise UserError(CHANGED)
            checked = select(Toets.id).where(Toets.waarborg_id == waarborg_id).limit(1)
            if gegevens.wat != waarborg.wat and session.scalar(checked):
                raise UserError(
                    "Dit is al getoetst. Laat het vervallen en maak een nieuwe, "
                    "dan blijft te zien wat er is getoetst."
                )
            _refuse_early_end(gegevens.tot, waarborg.gemaakt_op)
            for name, value in asdict(gegevens).items():
                setattr(waarborg, name, value)
            waarborg.check()

    def respond(
        self, waarborg_id: UUID, wie: str, stand: Instemmingsstand, datum: date | None = None
    ) -> UUID:
        """Note what somebody says to a proposal; what was said before stays in the kluis."""
        day = self._past(datum or self._today())
        with self._store.write() as session:
            waarborg = _waarborg(session, waarborg_id)
            instemming = Instemming(
                casus_id=waarborg.casus_id,
                waarborg_id=waarborg_id,
                wie=wie.strip(),
                stand=stand,
                datum=day,
                vastgelegd_op=self._clock(),
            )
            session.add(instemming)
            return instemming.id

    def settle(self, waarborg_id: UUID) -> None:
        """Let a proposal become what was agreed, today; `unsettle` undoes it."""
        with self._store.write() as session:
            waarborg = _waarborg(session, waarborg_id)
            refusers = [
                row.wie
                for row in said_about(session, waarborg.casus_id)[waarborg_id]
                if row.stand is not Instemmingsstand.AKKOORD
            ]
            if refusers:
                raise UserError(
                    f"{opsomming(refusers)} is nog niet akkoord. Leg eerst vast wie akkoord is."
                )
            waarborg.voorstel = False

    def unsettle(self, waarborg_id: UUID) -> None:
        """Let what was agreed be a proposal again."""
        with self._store.write() as session:
            _waarborg(session, waarborg_id).voorstel = True

    def lapse(self, waarborg_id: UUID, want: str) -> None:
        """Let a waarborg no longer hold, with the reason; `restore` undoes it."""
        if not want.strip():
            raise UserError("Schrijf op waarom dit vervalt.")
        with self._store.write() as session:
            waarborg = _waarborg(session, waarborg_id)
            if waarborg.vervallen_op:
                raise UserError("Dit was al vervallen.")
            waarborg.vervallen_op, waarborg.vervallen_want = self._today(), want.strip()

    def restore(self, waarborg_id: UUID) -> None:
        """Let a waarborg hold again."""
        with self._store.write() as session:
            waarborg = _waarborg(session, waarborg_id)
            waarborg.vervallen_op, waarborg.vervallen_want = None, ""

    def toets(self, waarborg_id: UUID, gegevens: ToetsGegevens) -> UUID:
        """Note what a check found and what that rests on; earlier checks stay."""
        self._past(gegevens.datum)
        with self._store.write() as session:
            waarborg = _waarborg(session, waarborg_id)
            if waarborg.voorstel:
                raise UserError("Dit is nog een voorstel. Leg eerst vast dat het is afgesproken.")
            if gegevens.datum < waarborg.gemaakt_op:
                raise UserError("Deze toets is van vóór de dag waarop dit is afgesproken.")
            if waarborg.vervallen_op and gegevens.datum > waarborg.vervallen_op:
                raise UserError("Dit is vervallen. Na die dag kun je het niet meer toetsen.")
            _refuse_strange(session, gegevens.uitspraak_id, waarborg.casus_id)
            toets = Toets(
                casus_id=waarborg.casus_id,
                waarborg_id=waarborg_id,
                vastgelegd_op=self._clock(),
                **asdict(gegevens),
            )
            session.add(toets)
            return toets.id

    def take_back(self, toets_id: UUID) -> None:
        """Undo a check that was noted by mistake; the logboek keeps that it was there."""
        with self._store.write() as session:
            session.delete(session.get_one(Toets, toets_id))

    def politieafspraken(self, casus_id: UUID) -> list[PolitieRow]:
        """List what is agreed with the police."""
        with self._store.read() as session:
            return politie_rows(session, casus_id)

    def agree(self, casus_id: UUID, gegevens: PolitieGegevens) -> UUID:
        """Note an AOL or AOP that the police has put in its system."""
        _refuse_early_review(gegevens)
        agreement = Politieafspraak(casus_id=casus_id, **asdict(gegevens))
        with self._store.write() as session:
            session.add(agreement)
            return agreement.id

    def change_agreement(self, politie_id: UUID, version: int, gegevens: PolitieGegevens) -> None:
        """Change an AOL or AOP, such as the day on which it is looked at again."""
        _refuse_early_review(gegevens)
        with self._store.write() as session:
            agreement = session.get_one(Politieafspraak, politie_id)
            if agreement.version != version:
                raise UserError(CHANGED)
            for name, value in asdict(gegevens).items():
                setattr(agreement, name, value)
            agreement.check()

    def end_agreement(self, politie_id: UUID) -> None:
        """Note that the police has taken an AOL or AOP out of its system, today."""
        with self._store.write() as session:
            session.get_one(Politieafspraak, politie_id).beeindigd_op = self._today()

    def resume_agreement(self, politie_id: UUID) -> None:
        """Undo that an AOL or AOP ended."""
        with self._store.write() as session:
            session.get_one(Politieafspraak, politie_id).beeindigd_op = None

    def _today(self) -> date:
        return self._clock().date()

    def _past(self, day: date) -> date:
        if day > self._today():
            raise UserError("Deze dag is nog niet geweest. Leg vast wat al is gebeurd.")
        return day


def _waarborg(session: Session, waarborg_id: UUID) -> Waarborg:
    found = session.get(Waarborg, waarborg_id)
    if found is None:
        raise UserError("Deze afspraak bestaat niet meer.")
    return found


def _refuse_early_end(tot: date | None, made: date) -> None:
    if tot and tot < made:
        raise UserError("De einddatum ligt vóór de dag waarop dit is afgesproken.")


def _refuse_early_review(gegevens: PolitieGegevens) -> None:
    if gegevens.herzien_op and gegevens.herzien_op < gegevens.vanaf:
        raise UserError("De dag waarop je dit opnieuw bekijkt ligt vóór het begin.")


def _refuse_strange(session: Session, uitspraak_id: UUID | None, casus_id: UUID) -> None:
    """Let evidence come from the casus itself."""
    if uitspraak_id is None:
        return
    uitspraak = session.get(Uitspraak, uitspraak_id)
    if uitspraak is None or uitspraak.casus_id != casus_id:
        raise UserError("Deze uitspraak hoort niet bij deze casus.")
