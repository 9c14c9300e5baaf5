"""Meldingen in order, and the melder apart: opened only with a reason, in the logboek."""

from dataclasses import asdict
from datetime import date
from uuid import UUID

from sqlalchemy import func, select
from sqlalchemy.orm import Session

from vtdesk.errors import UserError
from vtdesk.models import Besluit, Casus, Melder, Melding, Termijn
from vtdesk.services.melding_rows import (
    MelderGegevens,
    MeldingGegevens,
    MeldingRow,
    melding_rows,
    to_row,
)
from vtdesk.services.termijn_start import BEOORDELING, VAN_BESLUIT, for_melding, meet_open
from vtdesk.store.store import Store, note
from vtdesk.values.casuskinds import Anonimiteit
from vtdesk.values.kinds import Dienst, Kind
from vtdesk.values.tijd import Clock, local

__all__ = ["MelderGegevens", "MeldingGegevens", "MeldingRow", "Meldingen"]

TERUGKOPPELING = "T5"


class Meldingen:
    """Use cases around meldingen; each method is one transaction."""

    def __init__(self, store: Store, clock: Clock) -> None:
        self._store = store
        self._clock = clock

    def of_casus(self, casus_id: UUID) -> list[MeldingRow]:
        """List the meldingen of a casus, oldest first."""
        with self._store.read() as session:
            return melding_rows(session, casus_id)

    def can_join(self, casus_id: UUID) -> bool:
        """Tell whether an onderzoek or V&V runs to which a new melding can be added."""
        with self._store.read() as session:
            return _what_runs(session, casus_id)

    def add(
        self, casus_id: UUID, gegevens: MeldingGegevens, melder: MelderGegevens | None = None
    ) -> UUID:
        """Note a melding and start its veiligheidsbeoordeling; a refused one starts nothing."""
        self._check(gegevens)
        last = select(func.max(Melding.nummer)).where(Melding.casus_id == casus_id)
        with self._store.write() as session:
            _refuse_advice(session, casus_id)
            _refuse_alone(session, casus_id, gegevens)
            number = (session.scalar(last) or 0) + 1
            melding = Melding(casus_id=casus_id, nummer=number, **asdict(gegevens))
            session.add(melding)
            session.flush()
            if melder and melder != MelderGegevens():
                _keep_melder(session, melding, melder)
            if gegevens.begint:
                for_melding(session, melding, self._clock())
            return melding.id

    def change(self, melding_id: UUID, version: int, gegevens: MeldingGegevens) -> None:
        """Change a melding; its term follows the moment of receipt and whether it still runs."""
        self._check(gegevens)
        with self._store.write() as session:
            melding = _existing(session, melding_id)
            if melding.version != version:
                raise UserError("Deze melding is intussen gewijzigd. Open haar opnieuw.")
            _refuse_alone(session, melding.casus_id, gegevens)
            began = to_row(melding, has_melder=False).gegevens.begint
            for name, value in asdict(gegevens).items():
                setattr(melding, name, value)
            melding.check()
            known = session.scalar(select(Melder.id).where(Melder.melding_id == melding_id))
            if known and melding.anonimiteit is Anonimiteit.DUBBEL_ANONIEM:
                raise UserError(ALSO_UNKNOWN)
            if gegevens.begint and not began:
                for_melding(session, melding, self._clock())
            for term in _running(session, melding_id):
                term.begin = melding.ontvangen_op
                term.vervallen_want = _why_not(gegevens)

    def remove(self, melding_id: UUID) -> None:
        """Undo the newest melding of a casus, as long as nothing was done with it."""
        with self._store.write() as session:
            melding = _existing(session, melding_id)
            query = select(func.max(Melding.nummer)).where(Melding.casus_id == melding.casus_id)
            if session.scalar(query) != melding.nummer:
                raise UserError("Alleen de nieuwste melding kun je weghalen. Wijzig deze melding.")
            for held, why in (
                (Melder, "Bij deze melding staat een melder. Wijzig de melding."),
                (Besluit, "Over deze melding is besloten. Wijzig de melding."),
            ):
                if session.scalar(select(held.id).where(held.melding_id == melding_id).limit(1)):
                    raise UserError(why)
            for term in session.scalars(select(Termijn).where(Termijn.melding_id == melding_id)):
                session.delete(term)
            session.flush()
            session.delete(melding)

    def set_melder(self, melding_id: UUID, melder: MelderGegevens) -> None:
        """Note who made a melding, apart from the family."""
        with self._store.write() as session:
            _keep_melder(session, _existing(session, melding_id), melder)

    def open_melder(self, melding_id: UUID, reden: str) -> MelderGegevens:
        """Give who made a melding; each look is a line in the logboek and needs a reason."""
        if not reden.strip():
            raise UserError("Schrijf op waarom je dit nu moet zien. Het staat in het logboek.")
        with self._store.write() as session:
            melding = _existing(session, melding_id)
            melder = _melder(session, melding_id)
            if melder is None:
                raise UserError("Bij deze melding staat geen melder.")
            note(
                session, "R", (Kind.MELDING, melding_id), detail="melder",
                casus=melding.casus_id, reden=reden.strip(),
            )  # fmt: skip
            return MelderGegevens(
                **{name: getattr(melder, name) for name in MelderGegevens.__slots__}
            )

    def tell_melder(self, melding_id: UUID, op: date) -> None:
        """Note on which day the melder heard what became of it; `untell_melder` undoes it."""
        with self._store.write() as session:
            melding = _existing(session, melding_id)
            if melding.anonimiteit is Anonimiteit.DUBBEL_ANONIEM:
                raise UserError("Deze melder is niet bekend. Terugkoppelen kan niet.")
            if op > local(self._clock()).date():
                raise UserError("Deze dag is nog niet geweest. Leg vast wat al is gebeurd.")
            if op < local(melding.ontvangen_op).date():
                raise UserError("Deze dag ligt vóór de melding. Controleer de datum.")
            melding.teruggekoppeld_op = op
            meet_open(session, melding.casus_id, TERUGKOPPELING, op, melding_id=melding_id)

    def untell_melder(self, melding_id: UUID) -> None:
        """Undo that the melder was told."""
        with self._store.write() as session:
            melding = _existing(session, melding_id)
            told = select(Termijn).where(
                Termijn.melding_id == melding_id,
                Termijn.regel == TERUGKOPPELING,
                Termijn.gehaald_op == melding.teruggekoppeld_op,
            )
            for term in session.scalars(told):
                term.gehaald_op = None
            melding.teruggekoppeld_op = None

    def _check(self, gegevens: MeldingGegevens) -> None:
        if gegevens.ontvangen_op > self._clock():
            raise UserError("Dit moment is nog niet geweest. Leg vast wanneer de melding kwam.")
        received = local(gegevens.ontvangen_op).date()
        if gegevens.gebeurd_op and gegevens.gebeurd_op > received:
            raise UserError("Wat er is gemeld, gebeurde vóór de melding. Controleer de datums.")


ALSO_UNKNOWN = "Bij een dubbel anonieme melding kent ook Veilig Thuis de melder niet."


def _why_not(gegevens: MeldingGegevens) -> str:
    if gegevens.geweigerd_want:
        return "De melding is geweigerd."
    return "De melding is gevoegd bij wat al loopt." if gegevens.gevoegd else ""


def _existing(session: Session, melding_id: UUID) -> Melding:
    found = session.get(Melding, melding_id)
    if found is None:
        raise UserError("Deze melding bestaat niet meer.")
    return found


def _melder(session: Session, melding_id: UUID) -> Melder | None:
    return session.scalar(select(Melder).where(Melder.melding_id == melding_id))


def _keep_melder(session: Session, melding: Melding, gegevens: MelderGegevens) -> None:
    if melding.anonimiteit is Anonimiteit.DUBBEL_ANONIEM:
        raise UserError(ALSO_UNKNOWN)
    found = _melder(session, melding.id)
    if found is None:
        session.add(Melder(melding_id=melding.id, **asdict(gegevens)))
        return
    for name, value in asdict(gegevens).items():
        setattr(found, name, value)
    found.check()


def _refuse_advice(session: Session, casus_id: UUID) -> None:
    """Let a casus that is only advice stay so: the asker keeps the responsibility."""
    casus = session.get_one(Casus, casus_id)
    if casus.dienst is Dienst.ADVIES:
        raise UserError(
            "Deze casus is alleen advies. Kies eerst een andere dienst als er een melding is."
        )


def _refuse_alone(session: Session, casus_id: UUID, gegevens: MeldingGegevens) -> None:
    """Let no melding go without a beoordeling unless something runs in which it is taken along."""
    if gegevens.gevoegd and not _what_runs(session, casus_id):
        raise UserError("Er loopt geen onderzoek of V&V waar deze melding bij kan.")


def _what_runs(session: Session, casus_id: UUID) -> bool:
    query = select(Termijn.id).where(
        Termijn.casus_id == casus_id,
        Termijn.regel.in_(VAN_BESLUIT.values()),
        Termijn.gehaald_op.is_(None),
        Termijn.vervallen_want == "",
    )
    return session.scalars(query).first() is not None


def _running(session: Session, melding_id: UUID) -> list[Termijn]:
    query = select(Termijn).where(
        Termijn.melding_id == melding_id,
        Termijn.regel == BEOORDELING,
        Termijn.gehaald_op.is_(None),
        Termijn.vervallen_want == "",
    )
    return list(session.scalars(query))
