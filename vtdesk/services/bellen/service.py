"""Callbacks: who called, whom the number belongs to, and what became of calling back."""

from collections.abc import Mapping
from dataclasses import asdict, dataclass
from datetime import date
from typing import Any
from uuid import UUID

from sqlalchemy import bindparam, func, select, update
from sqlalchemy.orm import Session

from vtdesk.errors import UserError
from vtdesk.models import Belpoging, Gebeurtenis, Terugbelverzoek
from vtdesk.services.bellen.daad import (
    contactmoment,
    filed,
    other_number,
    refuse_stranger,
    refuse_voicemail,
    spoken,
    wrong_number,
)
from vtdesk.services.bellen.lezen import Lezing, groepen
from vtdesk.services.bellen.match import Match, matches_of
from vtdesk.services.bellen.nieuw import merged, new
from vtdesk.services.bellen.nummers import Nummerboek
from vtdesk.services.bellen.rows import (
    BelAntwoorden,
    BelDetail,
    BelPersoon,
    BelRow,
    Groepen,
    LogRow,
)
from vtdesk.store.store import Store
from vtdesk.values.belregel import Belregel, parse
from vtdesk.values.dagkinds import BelSpoed, BelStand, BelUitkomst, Herkenning
from vtdesk.values.kinds import Kind
from vtdesk.values.telefoonnummer import lees
from vtdesk.values.tijd import Clock, end_of, local, start_of

__all__ = [
    "BelAntwoorden", "BelDetail", "BelPersoon", "BelRow", "Bellen", "Groepen", "LogRow", "Match",
    "Terug",
]  # fmt: skip

GONE = "Dit telefoontje bestaat niet meer."
CHANGED = "Er is intussen iets anders mee gebeurd. Bekijk het telefoontje eerst."
AL_KLAAR = "Dit telefoontje is al klaar. Zet het eerst terug in de lijst."
LEEG = "Schrijf op wie er belde, of plak het nummer."
_KEEP = (
    update(Terugbelverzoek)
    .where(Terugbelverzoek.id == bindparam("welk"))
    .values({name: bindparam(name) for name in BelAntwoorden.__slots__})
)


@dataclass(frozen=True, slots=True)
class Terug:
    """The way back from one deed: what the fields held, and what was made."""

    id: UUID
    version: int
    velden: Mapping[str, Any]
    poging_id: UUID | None = None
    gebeurtenis_id: UUID | None = None
    nieuw: bool = False  # the callback itself was made
    keren: int = 1  # how often they called by now


class Bellen:
    """Use cases around callbacks; each method is one transaction."""

    def __init__(self, store: Store, clock: Clock) -> None:
        self._store = store
        self._clock = clock
        self._nummers = Nummerboek(store)

    # who waits for a call

    def groups(self) -> Groepen:
        """List who waits, and who was done today."""
        today = local(self._clock()).date()
        done = (Terugbelverzoek.afgedaan_op >= start_of(today)) & (
            Terugbelverzoek.afgedaan_op < end_of(today)
        )
        query = select(Terugbelverzoek).where((Terugbelverzoek.stand != BelStand.KLAAR) | done)
        with self._store.read() as session:
            lezing = self._lezing(session)
            return groepen(lezing.row(one) for one in session.scalars(query).all())

    def open_count(self) -> int:
        """Count who waits for a call from her."""
        query = select(func.count()).where(Terugbelverzoek.stand == BelStand.OPEN)
        with self._store.read() as session:
            return session.scalar(query) or 0

    def detail(self, verzoek_id: UUID) -> BelDetail:
        """Give all of one call: who, how to speak safely, the casus, and what was tried."""
        with self._store.read() as session:
            return self._lezing(session).detail(_existing(session, verzoek_id))

    def match(self, nummer: str) -> list[Match]:
        """Tell who belongs to a number, in any notation; a UserError says what is wrong with it."""
        wanted = lees(nummer)
        with self._store.read() as session:
            return matches_of(session, self._nummers.find(session, wanted))

    def understood(self, regel: str) -> Belregel:
        """Take a line apart as `add` will, with the names of the casussen known."""
        with self._store.read() as session:
            return parse(regel, self._nummers.names(session))

    # a call comes in

    def add(self, regel: str) -> UUID:
        """Note that somebody called, from one line."""
        return self.note(regel).id

    def note(self, regel: str) -> Terug:
        """Note that somebody called; a number that already waits counts on. `undo` undoes it."""
        if not regel.strip():
            raise UserError(LEEG)
        read = self.understood(regel)
        if read.bezwaar:
            raise UserError(read.bezwaar)
        matches = self.match(read.nummer) if read.nummer else []
        now = self._clock()
        with self._store.write() as session:
            known = _waiting(session, read.nummer)
            if known is not None:
                return self._change(session, known, merged(known, read, now))
            verzoek = new(read, now)
            if len(matches) == 1:
                verzoek.persoon_id = matches[0].persoon_id
                verzoek.casus_id = matches[0].casus_id
            session.add(verzoek)
            session.flush()
            return Terug(verzoek.id, verzoek.version, {}, nieuw=True, keren=verzoek.keren)

    # who it is

    def confirm(self, verzoek_id: UUID, persoon_id: UUID | None, casus_id: UUID | None) -> Terug:
        """Confirm who is behind a call, and which casus it is about."""
        with self._store.write() as session:
            verzoek = _existing(session, verzoek_id)
            if persoon_id and casus_id:
                refuse_stranger(session, persoon_id, casus_id)
            fields = {
                "persoon_id": persoon_id,
                "casus_id": casus_id,
                "herkenning": Herkenning.KLOPT,
            }
            return self._change(session, verzoek, fields)

    def someone_else(self, verzoek_id: UUID, wie: str, casus_id: UUID | None = None) -> Terug:
        """Note that it is not the person of this number, and who it is then."""
        with self._store.write() as session:
            verzoek = _existing(session, verzoek_id)
            fields = {
                "wie": wie.strip() or verzoek.wie,
                "persoon_id": None,
                "casus_id": casus_id,
                "herkenning": Herkenning.IEMAND_ANDERS,
            }
            return self._change(session, verzoek, fields)

    def set_nummer(self, verzoek_id: UUID, nummer: str) -> Terug:
        """Write down another number, or none when it is unknown."""
        found = lees(nummer) if nummer.strip() else ""
        with self._store.write() as session:
            verzoek = _existing(session, verzoek_id)
            matches = matches_of(session, self._nummers.find(session, found)) if found else []
            return self._change(session, verzoek, other_number(verzoek, found, matches))

    # the call itself

    def keep(self, verzoek_id: UUID, antwoorden: BelAntwoorden) -> None:
        """Store what is typed during the call; told to nobody but who reads it again."""
        values = asdict(antwoorden) | {"welk": verzoek_id}
        if not self._store.rewrite(_KEEP, values, kind=Kind.CONCEPT, ding=verzoek_id):
            raise UserError(GONE)

    def attempt(self, verzoek_id: UUID, uitkomst: BelUitkomst, regel: str = "") -> Terug:
        """Note what one attempt came to; who was spoken has a contactmoment in the casus."""
        now = self._clock()
        with self._store.write() as session:
            verzoek = _existing(session, verzoek_id)
            if verzoek.stand is BelStand.KLAAR:
                raise UserError(AL_KLAAR)
            lezing = self._lezing(session)
            matches = tuple(lezing.matches(verzoek))
            fields = filed(verzoek, matches)
            contact: Gebeurtenis | None = None
            match uitkomst:
                case BelUitkomst.GESPROKEN:
                    fields |= spoken(regel, now)
                    contact = contactmoment(session, verzoek, matches, fields["uitkomst"], now)
                case BelUitkomst.INGESPROKEN:
                    refuse_voicemail(lezing.met_nummer(verzoek))
                case BelUitkomst.VERKEERD_NUMMER:
                    fields |= wrong_number(verzoek, now)
                case BelUitkomst.GEEN_GEHOOR:
                    pass
            poging = Belpoging(
                verzoek_id=verzoek.id, moment=now, uitkomst=uitkomst, toelichting=regel.strip()
            )
            session.add(poging)
            return self._change(session, verzoek, fields, poging=poging, contact=contact)

    def other_way(self, verzoek_id: UUID, weg: str) -> Terug:
        """Choose another way than calling, after calling failed too often."""
        if not weg.strip():
            raise UserError("Schrijf op welke andere weg je kiest.")
        with self._store.write() as session:
            return self._change(
                session, _existing(session, verzoek_id), {"andere_weg": weg.strip()}
            )

    # what is next

    def wait(self, verzoek_id: UUID, op: str, tot: date | None = None) -> Terug:
        """Let somebody else do the next thing; a day says until when."""
        if not op.strip():
            raise UserError("Schrijf op wie nu iets moet doen.")
        with self._store.write() as session:
            fields = {
                "stand": BelStand.WACHT,
                "wacht_op": op.strip(),
                "bellen_om": start_of(tot) if tot else None,
                "bellen_na": False,
            }
            return self._change(session, _existing(session, verzoek_id), fields)

    def back(self, verzoek_id: UUID) -> Terug:
        """Take it back to who waits for a call from her."""
        with self._store.write() as session:
            fields = {"stand": BelStand.OPEN, "wacht_op": "", "afgedaan_op": None}
            return self._change(session, _existing(session, verzoek_id), fields)

    def set_urgency(self, verzoek_id: UUID, spoed: BelSpoed) -> Terug:
        """Say how long it can wait."""
        with self._store.write() as session:
            return self._change(session, _existing(session, verzoek_id), {"spoed": spoed})

    def finish(self, verzoek_id: UUID) -> Terug:
        """Put it away without a call: it solved itself."""
        with self._store.write() as session:
            fields = {"stand": BelStand.KLAAR, "afgedaan_op": self._clock()}
            return self._change(session, _existing(session, verzoek_id), fields)

    def undo(self, terug: Terug) -> None:
        """Undo one deed, as long as nothing else happened to it since."""
        with self._store.write() as session:
            verzoek = _existing(session, terug.id)
            if verzoek.version != terug.version:
                raise UserError(CHANGED)
            for kind, ding in ((Belpoging, terug.poging_id), (Gebeurtenis, terug.gebeurtenis_id)):
                made = session.get(kind, ding) if ding else None
                if made is not None:
                    session.delete(made)
            for name, value in terug.velden.items():
                setattr(verzoek, name, value)
            if terug.nieuw:
                session.flush()
                session.delete(verzoek)

    def _lezing(self, session: Session) -> Lezing:
        return Lezing(session, self._nummers, self._clock())

    def _change(
        self,
        session: Session,
        verzoek: Terugbelverzoek,
        fields: Mapping[str, Any],
        *,
        poging: Belpoging | None = None,
        contact: Gebeurtenis | None = None,
    ) -> Terug:
        """Give the fields other values, and the way back."""
        before = {name: getattr(verzoek, name) for name in fields}
        for name, value in fields.items():
            setattr(verzoek, name, value)
        session.flush()
        return Terug(
            verzoek.id,
            verzoek.version,
            before,
            poging_id=poging.id if poging else None,
            gebeurtenis_id=contact.id if contact else None,
            keren=verzoek.keren,
        )


def _existing(session: Session, verzoek_id: UUID) -> Terugbelverzoek:
    verzoek = session.get(Terugbelverzoek, verzoek_id)
    if verzoek is None:
        raise UserError(GONE)
    return verzoek


def _waiting(session: Session, nummer: str) -> Terugbelverzoek | None:
    """Give who already waits with this number."""
    if not nummer:
        return None
    query = select(Terugbelverzoek).where(
        Terugbelverzoek.nummer == nummer, Terugbelverzoek.stand != BelStand.KLAAR
    )
    return session.scalars(query.order_by(Terugbelverzoek.gemaakt_op)).first()
