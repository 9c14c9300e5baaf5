"""Reading in another agenda: look first, then let her choose, then all of it or nothing."""

from collections.abc import Iterable, Sequence
from dataclasses import dataclass
from datetime import timedelta
from pathlib import Path
from uuid import UUID

from sqlalchemy import Select, select
from sqlalchemy.orm import Session

from vtdesk.adapters.reader import read_agenda, read_file
from vtdesk.errors import UserError
from vtdesk.models import (
    Afspraak,
    Betrokkenheid,
    Casus,
    Deelname,
    Gesprek,
    Parkeernotitie,
    Persoon,
)
from vtdesk.services.agenda_nieuw import ensure_gesprek
from vtdesk.services.agenda_vergelijking import (
    AFGEZEGD_ELDERS,
    ImportRegel,
    ImportStatus,
    compare,
)
from vtdesk.services.reservekopie.service import Reservekopieen
from vtdesk.services.voorstel import CasusKenmerk
from vtdesk.store.store import Store
from vtdesk.values.agendapunt import GelezenAgenda, Overgeslagen
from vtdesk.values.kinds import AfspraakStaat, CasusStaat, Rol
from vtdesk.values.tijd import Clock, local, start_of

TERUG = timedelta(days=30)
VOORUIT = timedelta(days=366)
MAX_DEELNEMERS = 20
PORTION = 500  # values in one statement

_GEZIN = (
    Rol.KIND, Rol.ONGEBOREN, Rol.MOEDER, Rol.VADER, Rol.STIEFOUDER, Rol.PARTNER, Rol.GROOTOUDER,
    Rol.FAMILIE,
)  # fmt: skip


@dataclass(frozen=True, slots=True)
class CasusKeuze:
    """A casus to choose for an appointment."""

    id: UUID
    nummer: str
    naam: str


@dataclass(frozen=True, slots=True)
class ImportVoorstel:
    """What reading in would do, line by line, and what was not read at all."""

    regels: tuple[ImportRegel, ...]
    overgeslagen: tuple[Overgeslagen, ...]
    casussen: tuple[CasusKeuze, ...]


@dataclass(frozen=True, slots=True)
class ImportUitkomst:
    """What was done."""

    nieuw: int = 0
    gewijzigd: int = 0
    afgezegd: int = 0

    def in_words(self) -> str:
        """Say it in one line."""
        parts = [
            f"{count} {word}"
            for count, word in (
                (self.nieuw, "nieuw"),
                (self.gewijzigd, "gewijzigd"),
                (self.afgezegd, "afgezegd"),
            )
            if count
        ]
        return f"Ingelezen: {', '.join(parts)}." if parts else "Er is niets veranderd."


class AgendaImport:
    """Use cases around an .ics file from another agenda."""

    def __init__(
        self, store: Store, clock: Clock, reservekopieen: Reservekopieen | None = None
    ) -> None:
        self._store = store
        self._clock = clock
        self._reservekopieen = reservekopieen

    def preview_file(self, path: Path) -> ImportVoorstel:
        """Show what would come in from a file."""
        return self.preview(read_file(path))

    def preview(self, data: bytes) -> ImportVoorstel:
        """Show what would come in; the file is read in a process of its own, nothing is stored."""
        now = self._clock()
        today = local(now).date()
        agenda = read_agenda(data, vanaf=today - TERUG, tot=today + VOORUIT)
        with self._store.read() as session:
            stored = _stored(session, {afspraak.uid for afspraak in agenda.afspraken})
            regels = compare(
                agenda,
                stored=stored,
                own=_own(session, agenda),
                casussen=_kenmerken(session),
                now=now,
                beschreven=_written_about(session, [here.id for here in stored]),
            )
            casussen = session.execute(_lopend()).all()
        return ImportVoorstel(
            tuple(regels),
            agenda.overgeslagen,
            tuple(CasusKeuze(casus_id, nummer, naam) for casus_id, nummer, naam in casussen),
        )

    def apply(self, regels: Iterable[ImportRegel]) -> ImportUitkomst:
        """Read in the chosen lines, all or none; what came in meanwhile does not come twice.

        Slow: a reservekopie is made first.
        """
        chosen = [regel for regel in regels if regel.kiesbaar]
        if self._reservekopieen is not None:
            self._reservekopieen.before()
        with self._store.write() as session:
            here = {
                (afspraak.ical_uid, afspraak.ical_recurrence_id): afspraak
                for afspraak in _stored(session, {regel.uid for regel in chosen})
            }
            new = [
                regel
                for regel in chosen
                if regel.status is ImportStatus.NIEUW and regel.id not in here
            ]
            changed = [r for r in chosen if r.status is ImportStatus.GEWIJZIGD]
            cancelled = [r for r in chosen if r.status is ImportStatus.AFGEZEGD]
            for regel in new:
                _add(session, regel, self._store.wie.naam)
            for regel in changed:
                _change(session, regel)
            for regel in cancelled:
                _cancel(session, regel)
        return ImportUitkomst(len(new), len(changed), len(cancelled))


def _add(session: Session, regel: ImportRegel, gebruiker: str) -> None:
    afspraak = Afspraak(
        titel=regel.titel,
        soort=regel.soort,
        begin=regel.begin,
        einde=regel.einde,
        hele_dag=regel.hele_dag,
        casus_id=regel.casus_id,
        plaats=regel.plaats,
        ical_uid=regel.uid,
        ical_recurrence_id=regel.recurrence_id,
        ical_hash=regel.vingerafdruk,
    )
    session.add(afspraak)
    session.flush()
    ensure_gesprek(session, afspraak)
    _invite(session, afspraak, regel, gebruiker)


def _invite(session: Session, afspraak: Afspraak, regel: ImportRegel, gebruiker: str) -> None:
    """Put who was invited behind the gesprek; people of the casus are known by their full name."""
    session.flush()
    gesprek = session.scalar(select(Gesprek).where(Gesprek.afspraak_id == afspraak.id))
    if gesprek is None:
        return
    of_casus = (
        select(Persoon)
        .join(Betrokkenheid, Betrokkenheid.persoon_id == Persoon.id)
        .where(Betrokkenheid.casus_id == afspraak.casus_id)
    )
    known = {persoon.naam.casefold(): persoon.id for persoon in session.scalars(of_casus)}
    names = [deelnemer.naam for deelnemer in regel.deelnemers if "@" not in deelnemer.naam]
    others = [naam for naam in names if naam and naam.casefold() != gebruiker.casefold()]
    for volgorde, naam in enumerate(others[:MAX_DEELNEMERS]):
        session.add(
            Deelname(
                gesprek_id=gesprek.id,
                afspraak_id=afspraak.id,
                volgorde=volgorde,
                naam=naam,
                persoon_id=known.get(naam.casefold()),
            )
        )


def _change(session: Session, regel: ImportRegel) -> None:
    afspraak = _unchanged_since(session, regel)
    if afspraak.staat is AfspraakStaat.AFGEZEGD:
        afspraak.reopen()
    afspraak.titel, afspraak.plaats = regel.titel, regel.plaats
    afspraak.begin, afspraak.einde = regel.begin, regel.einde
    afspraak.hele_dag, afspraak.soort = regel.hele_dag, regel.soort
    afspraak.casus_id = regel.casus_id
    afspraak.ical_recurrence_id, afspraak.ical_hash = regel.recurrence_id, regel.vingerafdruk
    afspraak.check()
    ensure_gesprek(session, afspraak)


def _cancel(session: Session, regel: ImportRegel) -> None:
    afspraak = _unchanged_since(session, regel)
    afspraak.cancel(AFGEZEGD_ELDERS)
    afspraak.ical_hash = regel.vingerafdruk


def _unchanged_since(session: Session, regel: ImportRegel) -> Afspraak:
    afspraak = session.get(Afspraak, regel.afspraak_id)
    touched = afspraak is not None and _written_about(session, [afspraak.id])
    if afspraak is None or afspraak.version != regel.version or touched:
        raise UserError(
            "Je agenda is intussen veranderd. Er is niets ingelezen. Kies het bestand opnieuw."
        )
    return afspraak


def _stored(session: Session, uids: set[str]) -> list[Afspraak]:
    """Load what came from these files before; asked in portions that SQLite takes."""
    names = sorted(uids)
    portions = [names[i : i + PORTION] for i in range(0, len(names), PORTION)]
    return [
        afspraak
        for portion in portions
        for afspraak in session.scalars(select(Afspraak).where(Afspraak.ical_uid.in_(portion)))
    ]


def _written_about(session: Session, ids: Sequence[UUID]) -> set[UUID]:
    """Find about which appointments she wrote a note; one with a verslag was held already."""
    found: set[UUID] = set()
    for begin in range(0, len(ids), PORTION):
        here = ids[begin : begin + PORTION]
        noted = select(Parkeernotitie).where(Parkeernotitie.afspraak_id.in_(here))
        found |= {n.afspraak_id for n in session.scalars(noted) if n.afspraak_id and _has_words(n)}
    return found


def _has_words(note: Parkeernotitie) -> bool:
    lines = (note.gezien, note.gezegd, note.afgesproken, note.zorg, note.gevoel)
    return any(line.strip() for line in lines)


def _own(session: Session, agenda: GelezenAgenda) -> list[Afspraak]:
    """Load what she made in vtdesk herself, so that it does not come in a second time."""
    query = select(Afspraak).where(
        Afspraak.ical_uid.is_(None),
        Afspraak.begin >= start_of(agenda.vanaf),
        Afspraak.begin < start_of(agenda.tot),
    )
    return list(session.scalars(query))


def _lopend() -> Select[UUID, str, str]:
    return (
        select(Casus.id, Casus.nummer, Casus.naam)
        .where(Casus.staat == CasusStaat.LOPEND)
        .order_by(Casus.nummer)
    )


def _kenmerken(session: Session) -> list[CasusKenmerk]:
    """List by what a title may call each casus: its number, its name, the names of the family."""
    family = (
        select(Betrokkenheid.casus_id, Persoon.tussenvoegsel, Persoon.achternaam)
        .join(Persoon, Persoon.id == Betrokkenheid.persoon_id)
        .where(Betrokkenheid.rol.in_(_GEZIN), Persoon.achternaam != "")
    )
    names: dict[UUID, set[str]] = {}
    for casus_id, tussenvoegsel, achternaam in session.execute(family):
        names.setdefault(casus_id, set()).add(f"{tussenvoegsel} {achternaam}".strip())
    return [
        CasusKenmerk(
            casus_id,
            nummer,
            (*(deel.strip() for deel in naam.split("/")), *sorted(names.get(casus_id, ()))),
        )
        for casus_id, nummer, naam in session.execute(_lopend())
    ]
