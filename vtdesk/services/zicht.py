"""Zicht op veiligheid: who watches at every moment, and how another takes it over."""

from dataclasses import dataclass, replace
from datetime import date, datetime
from uuid import UUID

from sqlalchemy import select
from sqlalchemy.orm import Session

from vtdesk.errors import UserError
from vtdesk.models import Casus, Overdracht, Zicht
from vtdesk.store.store import Store
from vtdesk.values.tijd import Clock, klok, local, start_of, volle_dag

VEILIG_THUIS = "Veilig Thuis"


@dataclass(frozen=True, slots=True)
class OverdrachtGegevens:
    """What a form holds of an offer."""

    aan: str
    verwacht_op: date | None = None
    waarom: str = ""
    beloofd: str = ""  # to the family
    niet_delen: str = ""


@dataclass(frozen=True, slots=True)
class OverdrachtRow:
    """One offer of the zicht, and what became of it."""

    id: UUID
    gegevens: OverdrachtGegevens
    aangeboden_op: datetime
    aanvaard_op: datetime | None
    aanvaard_door: str
    ingetrokken_op: datetime | None
    ingetrokken_want: str

    @property
    def is_open(self) -> bool:
        """Tell whether the other party has still to answer."""
        return not (self.aanvaard_op or self.ingetrokken_op)


@dataclass(frozen=True, slots=True)
class ZichtRow:
    """Who watched over safety, from a moment up to the next holder; nothing ends the last."""

    id: UUID
    houder: str
    vanaf: datetime
    tot: datetime | None


@dataclass(frozen=True, slots=True)
class Estafette:
    """All holders and all offers of a casus, the newest first."""

    periodes: tuple[ZichtRow, ...]
    overdrachten: tuple[OverdrachtRow, ...]

    @property
    def nu(self) -> ZichtRow:
        """Give who watches now."""
        return self.periodes[0]

    @property
    def aanbod(self) -> OverdrachtRow | None:
        """Give the offer that waits for an answer."""
        return next((row for row in self.overdrachten if row.is_open), None)


@dataclass(frozen=True, slots=True)
class Bewaking:
    """Who watches over safety now, and who was asked to take over."""

    houder: str
    vanaf: datetime
    aanbod: OverdrachtGegevens | None = None


class Zichten:
    """Use cases around zicht: it is offered, and moves only when the other party accepts."""

    def __init__(self, store: Store, clock: Clock) -> None:
        self._store = store
        self._clock = clock

    def estafette(self, casus_id: UUID) -> Estafette:
        """Give who watched when, and every offer."""
        periods = select(Zicht).where(Zicht.casus_id == casus_id).order_by(Zicht.vanaf.desc())
        offers = (
            select(Overdracht)
            .where(Overdracht.casus_id == casus_id)
            .order_by(Overdracht.aangeboden_op.desc())
        )
        with self._store.read() as session:
            return Estafette(
                tuple(
                    ZichtRow(row.id, row.houder, local(row.vanaf), row.tot and local(row.tot))
                    for row in session.scalars(periods)
                ),
                tuple(_row(offer) for offer in session.scalars(offers)),
            )

    def offer(
        self, casus_id: UUID, gegevens: OverdrachtGegevens, op: datetime | None = None
    ) -> UUID:
        """Offer the zicht to another party; who holds it keeps it until that party accepts."""
        when = self._moment(op)
        offer = Overdracht(
            casus_id=casus_id,
            aan=gegevens.aan.strip(),
            verwacht_op=gegevens.verwacht_op,
            waarom=gegevens.waarom,
            beloofd=gegevens.beloofd,
            niet_delen=gegevens.niet_delen,
            aangeboden_op=when,
        )
        with self._store.write() as session:
            self._refuse_offer(session, offer)
            session.add(offer)
            return offer.id

    def accept(self, overdracht_id: UUID, door: str, op: datetime | None = None) -> None:
        """Let the zicht move: the other party has said yes."""
        when = self._moment(op)
        if not door.strip():
            raise UserError("Vul in wie de overdracht heeft aanvaard.")
        with self._store.write() as session:
            offer = _still_open(session, overdracht_id)
            now = holder(session, offer.casus_id)
            _refuse_before(when, offer.aangeboden_op, "is het zicht aangeboden")
            if when == now.vanaf:
                raise UserError(f"Op dit moment kwam het zicht pas bij {now.houder}. Kies later.")
            offer.aanvaard_op, offer.aanvaard_door = when, door.strip()
            now.tot = when
            session.flush()  # the file takes no second holder, not even for a moment
            session.add(Zicht(casus_id=offer.casus_id, houder=offer.aan, vanaf=when))

    def take_back_acceptance(self, overdracht_id: UUID) -> None:
        """Undo an acceptance that was noted by mistake, as long as it is the last one."""
        with self._store.write() as session:
            offer = _offer(session, overdracht_id)
            now = holder(session, offer.casus_id)
            newer = select(Overdracht.id).where(
                Overdracht.casus_id == offer.casus_id, Overdracht.aangeboden_op >= now.vanaf,
                Overdracht.id != offer.id,
            )  # fmt: skip
            if offer.aanvaard_op != now.vanaf or session.scalar(newer):
                raise UserError("Na deze overdracht is al iets anders vastgelegd. Er is niets weg.")
            before = select(Zicht).where(
                Zicht.casus_id == offer.casus_id, Zicht.tot == offer.aanvaard_op
            )
            former = session.scalars(before).one()
            session.delete(now)
            session.flush()  # as above
            former.tot = None
            offer.aanvaard_op, offer.aanvaard_door = None, ""

    def withdraw(self, overdracht_id: UUID, want: str, op: datetime | None = None) -> None:
        """Take an offer back, with the reason; nothing changes in who watches."""
        when = self._moment(op)
        if not want.strip():
            raise UserError("Schrijf op waarom je de overdracht intrekt.")
        with self._store.write() as session:
            offer = _still_open(session, overdracht_id)
            _refuse_before(when, offer.aangeboden_op, "is het zicht aangeboden")
            offer.ingetrokken_op, offer.ingetrokken_want = when, want.strip()

    def take_back_withdrawal(self, overdracht_id: UUID) -> None:
        """Let an offer that was withdrawn by mistake be open again, as long as it is the last."""
        with self._store.write() as session:
            offer = _offer(session, overdracht_id)
            newer = select(Overdracht.id).where(
                Overdracht.casus_id == offer.casus_id, Overdracht.id != offer.id,
                Overdracht.aangeboden_op >= offer.aangeboden_op,
            )  # fmt: skip
            if session.scalar(newer):
                raise UserError("Na deze overdracht is al iets anders vastgelegd. Er is niets weg.")
            offer.ingetrokken_op, offer.ingetrokken_want = None, ""

    def _moment(self, op: datetime | None) -> datetime:
        """Give a whole minute: that is how fine a person writes down what happened."""
        now = self._clock()
        when = (op or now).replace(second=0, microsecond=0)
        if when > now:
            raise UserError("Dit moment is nog niet geweest. Leg vast wat al is gebeurd.")
        return when

    def _refuse_offer(self, session: Session, offer: Overdracht) -> None:
        now = holder(session, offer.casus_id)
        if now.houder.casefold() == offer.aan.casefold():
            raise UserError(f"{now.houder} heeft het zicht op veiligheid al. Kies een ander.")
        _refuse_before(offer.aangeboden_op, now.vanaf, f"kwam het zicht bij {now.houder}")
        query = select(Overdracht).where(
            Overdracht.casus_id == offer.casus_id, Overdracht.aanvaard_op.is_(None)
        )
        for other in session.scalars(query):
            if other.ingetrokken_op is None or other.ingetrokken_op > offer.aangeboden_op:
                raise UserError(
                    f"Er staat al een overdracht open aan {other.aan}. "
                    "Leg vast dat die is aanvaard, of trek haar in."
                )
        expected = offer.verwacht_op
        if expected and expected < local(offer.aangeboden_op).date():
            raise UserError("De verwachte datum ligt vóór de dag waarop je de overdracht aanbiedt.")


def holder(session: Session, casus_id: UUID) -> Zicht:
    """Give the period that has no end yet; there is exactly one."""
    return session.scalars(
        select(Zicht).where(Zicht.casus_id == casus_id, Zicht.tot.is_(None))
    ).one()


def watched(session: Session, casus_id: UUID | None = None) -> dict[UUID, Bewaking]:
    """Give who watches over safety now, of one casus or of all."""
    periods = select(Zicht).where(Zicht.tot.is_(None))
    offers = select(Overdracht).where(
        Overdracht.aanvaard_op.is_(None), Overdracht.ingetrokken_op.is_(None)
    )
    if casus_id:
        periods = periods.where(Zicht.casus_id == casus_id)
        offers = offers.where(Overdracht.casus_id == casus_id)
    found = {
        row.casus_id: Bewaking(row.houder, local(row.vanaf)) for row in session.scalars(periods)
    }
    for offer in session.scalars(offers):
        found[offer.casus_id] = replace(found[offer.casus_id], aanbod=_row(offer).gegevens)
    return found


def begin_with(session: Session, casus: Casus, houder: str) -> None:
    """Let somebody watch from the day on which a casus begins."""
    since = start_of(casus.geopend_op)
    session.add(Zicht(casus_id=casus.id, houder=houder.strip(), vanaf=since))


def move_begin(session: Session, casus: Casus, to: date) -> None:
    """Let the first period begin with the casus, when that day was wrong."""
    periods = select(Zicht).where(Zicht.casus_id == casus.id).order_by(Zicht.vanaf)
    first = session.scalars(periods).first()
    if first is None or first.vanaf != start_of(casus.geopend_op):
        return  # a kluis of the first release knew only who watched last
    offers = select(Overdracht.aangeboden_op).where(Overdracht.casus_id == casus.id)
    noted = [moment for moment in (first.tot, *session.scalars(offers)) if moment]
    if noted and start_of(to) >= min(noted):
        raise UserError(
            f"Op {volle_dag(local(min(noted)).date())} is al een overdracht van het zicht op "
            "veiligheid vastgelegd. De casus kan niet later beginnen."
        )
    first.vanaf = start_of(to)


def refuse_to_close(session: Session, casus_id: UUID, want: str) -> None:
    """Let no casus close while it is open who watches; a reason says why nobody has to."""
    watch = watched(session, casus_id)[casus_id]
    if watch.aanbod:
        raise UserError(
            f"Er staat nog een overdracht van het zicht op veiligheid open aan {watch.aanbod.aan}. "
            "Leg vast dat die is aanvaard, of trek haar in."
        )
    if watch.houder.casefold().startswith(VEILIG_THUIS.casefold()) and not want.strip():
        raise UserError(
            f"{watch.houder} heeft nog het zicht op veiligheid. Draag het over, "
            "of schrijf op waarom niemand meer hoeft te kijken."
        )


def _offer(session: Session, overdracht_id: UUID) -> Overdracht:
    offer = session.get(Overdracht, overdracht_id)
    if offer is None:
        raise UserError("Deze overdracht bestaat niet.")
    return offer


def _still_open(session: Session, overdracht_id: UUID) -> Overdracht:
    offer = _offer(session, overdracht_id)
    if offer.aanvaard_op or offer.ingetrokken_op:
        raise UserError("Deze overdracht is al aanvaard of ingetrokken.")
    return offer


def _refuse_before(when: datetime, earlier: datetime, what: str) -> None:
    if when < earlier:
        day = volle_dag(local(earlier).date())
        raise UserError(f"Dit ligt vóór {day} {klok(earlier)}. Toen pas {what}.")


def _row(offer: Overdracht) -> OverdrachtRow:
    return OverdrachtRow(
        id=offer.id,
        gegevens=OverdrachtGegevens(
            offer.aan, offer.verwacht_op, offer.waarom, offer.beloofd, offer.niet_delen
        ),
        aangeboden_op=local(offer.aangeboden_op),
        aanvaard_op=offer.aanvaard_op and local(offer.aanvaard_op),
        aanvaard_door=offer.aanvaard_door,
        ingetrokken_op=offer.ingetrokken_op and local(offer.ingetrokken_op),
        ingetrokken_want=offer.ingetrokken_want,
    )
