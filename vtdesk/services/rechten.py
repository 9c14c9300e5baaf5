"""What a person asks about the file, who may ask it, and how long the file is kept."""

from dataclasses import dataclass
from datetime import date, datetime
from uuid import UUID

from sqlalchemy import func, select
from sqlalchemy.orm import Session

from vtdesk.errors import UserError
from vtdesk.models import Casus, Gezag, Persoon, Termijn, Verzoek
from vtdesk.services.bewaring import Bewaring, bewaring
from vtdesk.services.regels import Boeken, boeken
from vtdesk.services.termijn_rows import TermijnGegevens
from vtdesk.services.termijn_start import begin_term
from vtdesk.store.store import Store
from vtdesk.values.bewaren.recht import Antwoord, Grond, Recht, aanspraak
from vtdesk.values.casuskinds import VerzoekSoort, VerzoekStand
from vtdesk.values.kinds import GezagSoort
from vtdesk.values.tijd import Clock, local, start_of

__all__ = ["Bewaring", "Rechten", "VerzoekGegevens", "VerzoekRow"]

MET_GEZAG = (GezagSoort.GEZAMENLIJK, GezagSoort.EENHOOFDIG, GezagSoort.VOOGDIJ)
NO_GROUND = "Schrijf op waarom, of kies de grond uit de wet."


@dataclass(frozen=True, slots=True)
class VerzoekGegevens:
    """What a form holds of a request; `voor_id` is the person it is about, when another asks."""

    persoon_id: UUID
    soort: VerzoekSoort
    ontvangen_op: date
    voor_id: UUID | None = None
    schriftelijk: bool = True
    bekwaam: bool = True  # whether who it is about can judge the own interest


@dataclass(frozen=True, slots=True)
class Toegang:
    """Whether the law lets this person ask this, and why, in words."""

    antwoord: Antwoord | None  # None: an age is not known, so nobody can say
    waarom: tuple[str, ...]


@dataclass(frozen=True, slots=True, kw_only=True)
class VerzoekRow:
    """One request."""

    id: UUID
    version: int
    gegevens: VerzoekGegevens
    wie: str
    over: str  # the person it is about
    recht: Recht
    toegang: Toegang
    stand: VerzoekStand
    grond: str
    beslist_op: date | None
    eigen_verklaring: str
    termijn_id: UUID | None


class Rechten:
    """Use cases around access, correction, destruction and keeping; one method, one transaction."""

    def __init__(self, store: Store, clock: Clock) -> None:
        self._store = store
        self._clock = clock

    def verzoeken(self, casus_id: UUID) -> list[VerzoekRow]:
        """List the requests: what is open first, the oldest first."""
        query = select(Verzoek).where(Verzoek.casus_id == casus_id)
        with self._store.read() as session:
            held = boeken(session)
            rows = [_row(session, held, found) for found in session.scalars(query)]
        is_done = VerzoekStand.OPEN
        return sorted(rows, key=lambda row: (row.stand is not is_done, row.gegevens.ontvangen_op))

    def get(self, verzoek_id: UUID) -> VerzoekRow:
        """Give one request."""
        with self._store.read() as session:
            return _row(session, boeken(session), _get(session, verzoek_id))

    def toegang(self, gegevens: VerzoekGegevens) -> Toegang:
        """Say who may ask this, before it is noted."""
        with self._store.read() as session:
            return toegang_in(session, boeken(session), gegevens)

    def gronden(self, soort: VerzoekSoort) -> tuple[Grond, ...]:
        """List the grounds on which the law lets this be refused, wholly or in part."""
        with self._store.read() as session:
            return _recht(boeken(session), soort).gronden

    def ask(self, casus_id: UUID, gegevens: VerzoekGegevens) -> UUID:
        """Note a request and start its term; `remove` undoes it."""
        now = self._clock()
        if gegevens.ontvangen_op > local(now).date():
            raise UserError("Deze dag is nog niet geweest. Leg vast wat al is gevraagd.")
        with self._store.write() as session:
            recht = _recht(boeken(session), gegevens.soort)
            verzoek = Verzoek(
                casus_id=casus_id,
                persoon_id=gegevens.persoon_id,
                voor_id=None if gegevens.voor_id == gegevens.persoon_id else gegevens.voor_id,
                soort=gegevens.soort,
                ontvangen_op=gegevens.ontvangen_op,
                schriftelijk=gegevens.schriftelijk,
                bekwaam=gegevens.bekwaam,
            )
            session.add(verzoek)
            if recht.termijn and (gegevens.schriftelijk or not recht.schriftelijk):
                _start(session, verzoek, recht, now)
            return verzoek.id

    def remove(self, verzoek_id: UUID) -> None:
        """Undo that a request was noted, with its term."""
        with self._store.write() as session:
            verzoek = _get(session, verzoek_id)
            if verzoek.stand is not VerzoekStand.OPEN:
                raise UserError("Over dit verzoek is al besloten. Het blijft staan.")
            if termijn := _termijn(session, boeken(session), verzoek):
                session.delete(termijn)
            session.delete(verzoek)

    def decide(
        self, verzoek_id: UUID, stand: VerzoekStand, grond: str, *, eigen_verklaring: str = ""
    ) -> None:
        """Decide on a request; what is refused, or granted beside the rule, has a ground."""
        today = local(self._clock()).date()
        with self._store.write() as session:
            held, verzoek = boeken(session), _get(session, verzoek_id)
            may = toegang_in(session, held, gegevens_van(verzoek)).antwoord
            against = may is Antwoord.NEE and stand is VerzoekStand.TOEGEWEZEN
            if stand is VerzoekStand.OPEN:
                raise UserError("Kies wat je besluit.")
            if not grond.strip() and (stand is not VerzoekStand.TOEGEWEZEN or against):
                raise UserError(NO_GROUND)
            verzoek.stand, verzoek.grond = stand, grond.strip()
            verzoek.beslist_op, verzoek.eigen_verklaring = today, eigen_verklaring.strip()
            if termijn := _termijn(session, held, verzoek):
                termijn.gehaald_op = today

    def reopen(self, verzoek_id: UUID) -> None:
        """Undo a decision."""
        with self._store.write() as session:
            verzoek = _get(session, verzoek_id)
            verzoek.stand, verzoek.grond, verzoek.beslist_op = VerzoekStand.OPEN, "", None
            if termijn := _termijn(session, boeken(session), verzoek):
                termijn.gehaald_op = None

    def bewaring(self, casus_id: UUID) -> Bewaring:
        """Say until when the file and the copy on this laptop are kept, by which rule."""
        with self._store.read() as session:
            return bewaring(session, boeken(session), casus_id, local(self._clock()).date())

    def set_geplaatst(self, casus_id: UUID, op: date | None) -> None:
        """Note when the file was placed in the system of Veilig Thuis; None undoes it."""
        if op and op > local(self._clock()).date():
            raise UserError("Deze dag is nog niet geweest.")
        with self._store.write() as session:
            session.get_one(Casus, casus_id).geplaatst_op = op


def _start(session: Session, verzoek: Verzoek, recht: Recht, now: datetime) -> None:
    session.flush()
    about = TermijnGegevens(
        recht.termijn,
        start_of(verzoek.ontvangen_op),
        f"{recht.naam} gevraagd.",
        persoon_id=verzoek.persoon_id,
    )
    begin_term(session, verzoek.casus_id, about, now)


def _get(session: Session, verzoek_id: UUID) -> Verzoek:
    found = session.get(Verzoek, verzoek_id)
    if found is None:
        raise UserError("Dit verzoek bestaat niet meer.")
    return found


def _recht(held: Boeken, soort: VerzoekSoort) -> Recht:
    same = {VerzoekSoort.AFSCHRIFT: VerzoekSoort.INZAGE}
    return held.bewaren.recht(same.get(soort, soort).value)


def gegevens_van(verzoek: Verzoek) -> VerzoekGegevens:
    return VerzoekGegevens(
        verzoek.persoon_id,
        verzoek.soort,
        verzoek.ontvangen_op,
        verzoek.voor_id,
        verzoek.schriftelijk,
        verzoek.bekwaam,
    )


def _termijn(session: Session, held: Boeken, verzoek: Verzoek) -> Termijn | None:
    """Find the term that this request started."""
    query = select(Termijn).where(
        Termijn.casus_id == verzoek.casus_id,
        Termijn.regel == _recht(held, verzoek.soort).termijn,
        Termijn.persoon_id == verzoek.persoon_id,
        Termijn.begin == start_of(verzoek.ontvangen_op),
    )
    return session.scalars(query).first()


def toegang_in(session: Session, held: Boeken, gegevens: VerzoekGegevens) -> Toegang:
    """Hold a request against the table of ages."""
    asker = session.get(Persoon, gegevens.persoon_id)
    about = session.get(Persoon, gegevens.voor_id or gegevens.persoon_id)
    if asker is None or about is None:
        raise UserError("Deze persoon bestaat niet meer.")
    recht = _recht(held, gegevens.soort)
    demands = tuple(recht.punten)
    if recht.schriftelijk and not gegevens.schriftelijk:
        demands = ("Dit verzoek is nog niet schriftelijk. De termijn is niet begonnen.", *demands)
    if about.geboortedatum is None:
        return Toegang(None, (f"De leeftijd van {about.naam} is niet bekend.", *demands))
    destroys = gegevens.soort is VerzoekSoort.VERNIETIGING
    tabel = held.bewaren.vernietiging if destroys else held.bewaren.inzage
    day, can = gegevens.ontvangen_op, gegevens.bekwaam
    try:
        found = aanspraak(tabel, about.geboortedatum, day, bekwaam=can)
    except UserError as error:  # a wrong year; the request stays in the list, with what to do
        return Toegang(None, (str(error), *demands))
    if asker.id == about.id:
        own = f"{asker.naam} vraagt dit zelf: {found.zelf.zin}."
        return Toegang(found.zelf, (own, *found.waarom, *demands))
    answer = found.vertegenwoordiger
    words = f"{asker.naam} vraagt dit voor {about.naam}: {answer.zin}."
    if not _has_gezag(session, asker.id, about.id):
        answer = Antwoord.NEE
        words = (
            f"{asker.naam} vraagt dit voor {about.naam}, maar er is geen gezag vastgelegd. "
            "Leg eerst het gezag vast, met de bron."
        )
    return Toegang(answer, (words, *found.waarom, *demands))


def _has_gezag(session: Session, houder_id: UUID, kind_id: UUID) -> bool:
    query = select(func.count()).select_from(Gezag)
    query = query.where(
        Gezag.houder_id == houder_id, Gezag.kind_id == kind_id, Gezag.soort.in_(MET_GEZAG)
    )
    return bool(session.scalar(query))


def _row(session: Session, held: Boeken, verzoek: Verzoek) -> VerzoekRow:
    termijn = _termijn(session, held, verzoek)
    gegevens = gegevens_van(verzoek)
    return VerzoekRow(
        id=verzoek.id,
        version=verzoek.version,
        gegevens=gegevens,
        wie=session.get_one(Persoon, verzoek.persoon_id).naam,
        over=session.get_one(Persoon, verzoek.voor_id or verzoek.persoon_id).naam,
        recht=_recht(held, verzoek.soort),
        toegang=toegang_in(session, held, gegevens),
        stand=verzoek.stand,
        grond=verzoek.grond,
        beslist_op=verzoek.beslist_op,
        eigen_verklaring=verzoek.eigen_verklaring,
        termijn_id=termijn.id if termijn else None,
    )
