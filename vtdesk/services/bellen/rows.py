"""What is shown of callbacks: the groups of the list, one call, and its log."""

from collections.abc import Iterator, Sequence
from dataclasses import dataclass
from datetime import date, datetime
from uuid import UUID

from sqlalchemy import select
from sqlalchemy.orm import Session

from vtdesk.models import Belpoging, Betrokkenheid, Terugbelverzoek
from vtdesk.services.bellen.casus import CasusRegels, EerderContact, Gezegd
from vtdesk.services.bellen.geheim import Bewaking
from vtdesk.services.bellen.match import Match
from vtdesk.services.crisis import kleuren
from vtdesk.services.persoon_rows import KINDEREN, VeiligContactGegevens, contacts_of
from vtdesk.values.belregel import parse
from vtdesk.values.casuskinds import Kleur
from vtdesk.values.dagkinds import BelSpoed, BelStand, BelUitkomst, Herkenning
from vtdesk.values.geheim import Geheim
from vtdesk.values.tijd import at, korte_dag, local

MISLUKT = (BelUitkomst.GEEN_GEHOOR, BelUitkomst.INGESPROKEN, BelUitkomst.VERKEERD_NUMMER)
VAAK = 3  # failed attempts after which another way is offered


@dataclass(frozen=True, slots=True, kw_only=True)
class BelRow:
    """One line of the list: somebody who waits for a call."""

    id: UUID
    version: int
    wie: str  # the person behind the number, else who she wrote down; may be empty
    nummer: str  # E.164; empty when unknown
    over: str  # what of the line is not who, number or how often
    keren: int
    voicemail: bool
    laatst_op: datetime
    bellen_om: datetime | None
    bellen_na: bool
    spoed: BelSpoed
    stand: BelStand
    wacht_op: str
    uitkomst: str
    afgedaan_op: datetime | None
    casus_id: UUID | None
    casus: str
    organisatie: str  # where the one she wrote down is reached; often empty
    is_organisatie: bool
    gevaar: int  # 0: a child in danger now; higher is less


@dataclass(frozen=True, slots=True)
class Groepen:
    """The list of Bellen."""

    nu: tuple[BelRow, ...]
    vandaag: tuple[BelRow, ...]
    kan_wachten: tuple[BelRow, ...]
    wacht: tuple[BelRow, ...]
    klaar: tuple[BelRow, ...]  # of today

    @property
    def rows(self) -> tuple[BelRow, ...]:
        """Give all of them."""
        return self.open + self.wacht + self.klaar

    @property
    def open(self) -> tuple[BelRow, ...]:
        """Give who waits for a call from her."""
        return self.nu + self.vandaag + self.kan_wachten


@dataclass(frozen=True, slots=True)
class BelAntwoorden:
    """What she types during the call."""

    vrij_praten: str = ""
    nu_veilig: str = ""
    waar_kinderen: str = ""
    uitkomst: str = ""
    voicemail_tekst: str = ""


@dataclass(frozen=True, slots=True)
class LogRow:
    """One line of the log: a missed call that she copied, or an attempt of hers."""

    moment: datetime
    uitkomst: BelUitkomst | None  # None: they called
    keren: int = 1
    voicemail: bool = False
    toelichting: str = ""


@dataclass(frozen=True, slots=True)
class BelPersoon:
    """How somebody on the phone can be spoken without danger; never an address."""

    naam: str
    roepnaam: str
    contact: VeiligContactGegevens
    geheim_adres: bool
    voicemail_dicht: str  # why nothing may be said on the voicemail now; else empty

    @property
    def weigering(self) -> str:
        """Say that the voicemail is closed, and what can be done instead."""
        until = self.contact.voicemail_vanaf
        when = f" vóór {korte_dag(until)}" if until else ""
        code = " of gebruik het codewoord" if self.contact.codewoord else ""
        return f"{self.roepnaam} wil geen voicemail{when}. Bel later{code}."


@dataclass(frozen=True, slots=True, kw_only=True)
class BelDetail:
    """All of one call."""

    row: BelRow
    regel: str
    herkenning: Herkenning
    matches: tuple[Match, ...]  # who it may be, while nobody was confirmed
    gekozen: Match | None  # who it is, confirmed or the only one it may be
    vraag: str  # what is to be chosen, when it may be more than one
    personen: tuple[BelPersoon, ...]  # of who it is, or of all it may be
    voicemail_dicht: str  # why nothing may be said on this number, whoever it is; else empty
    casus: CasusRegels | None
    antwoorden: BelAntwoorden
    log: tuple[LogRow, ...]
    gezegd: tuple[Gezegd, ...]  # noted today
    eerder: tuple[EerderContact, ...]
    mislukt: int
    andere_weg: str

    @property
    def bied_andere_weg(self) -> bool:
        """Tell whether calling failed so often that another way is due."""
        return self.mislukt >= VAAK and not self.andere_weg


def voicemail_dicht(roepnaam: str, contact: VeiligContactGegevens, today: date) -> str:
    """Say that nothing may be said on the voicemail at this date; nothing when it may."""
    if contact.voicemail_vanaf and today < contact.voicemail_vanaf:
        return f"Bij {roepnaam} geen voicemail vóór {korte_dag(contact.voicemail_vanaf)}."
    if contact.voicemail is False and contact.voicemail_vanaf is None:
        return f"Bij {roepnaam} geen voicemail."
    return ""


def personen_of(
    session: Session, matches: Sequence[Match], today: date, bewaking: Bewaking
) -> tuple[BelPersoon, ...]:
    """Read how these people can be spoken; what is shielded and stands in it is covered.

    Kinds stay as she wrote them, such as `the school of now`: she has to know what not to say.
    """
    by_id = {one.persoon_id: one for one in matches if one.persoon_id}
    contacts = contacts_of(session, by_id)
    found = []
    for persoon_id, match in by_id.items():
        contact = contacts[persoon_id]
        guard = bewaking.van(one.casus_id for one in matches if one.persoon_id == persoon_id)
        found.append(
            BelPersoon(
                match.naam,
                match.roepnaam,
                VeiligContactGegevens(
                    wanneer=guard.bedekt(contact.wanneer),
                    voicemail=contact.voicemail,
                    voicemail_vanaf=contact.voicemail_vanaf,
                    codewoord=guard.bedekt(contact.codewoord),
                    nooit_zeggen=guard.bedekt(contact.nooit_zeggen),
                    post=contact.post,
                ),
                match.geheim_adres,
                voicemail_dicht(match.roepnaam, contact, today),
            )
        )
    return tuple(found)


def log_of(session: Session, verzoek: Terugbelverzoek, guard: Geheim) -> tuple[LogRow, ...]:
    """Give the missed calls she copied and her own attempts, oldest first."""
    query = select(Belpoging).where(Belpoging.verzoek_id == verzoek.id).order_by(Belpoging.moment)
    own = [
        LogRow(local(one.moment), one.uitkomst, toelichting=guard.bedekt(one.toelichting))
        for one in session.scalars(query)
    ]
    return tuple(sorted([*_missed(verzoek), *own], key=lambda row: row.moment))


def gevaar_van(session: Session, now: datetime) -> dict[UUID, int]:
    """Rank the casussen with a child by how dangerous it is rated now."""
    with_child = set(
        session.scalars(select(Betrokkenheid.casus_id).where(Betrokkenheid.rol.in_(KINDEREN)))
    )
    ranks = {Kleur.ROOD: 0, Kleur.ORANJE: 1}
    return {
        casus_id: ranks[held[0]]
        for casus_id, held in kleuren(session, now).items()
        if casus_id in with_child and held and held[0] in ranks
    }


def order(row: BelRow) -> tuple[int, datetime, datetime]:
    """Put danger to a child first, then what has its own moment, then who waits longest."""
    far = datetime.max.replace(tzinfo=row.laatst_op.tzinfo)
    return row.gevaar, row.bellen_om or far, row.laatst_op


def _missed(verzoek: Terugbelverzoek) -> Iterator[LogRow]:
    """Read when they called from the lines she typed, one for each time she noted it."""
    lines = verzoek.regel.split("\n")
    for number, line in enumerate(lines):
        noted = verzoek.gemaakt_op if number == 0 else verzoek.laatst_op
        day = local(noted).date()
        read = parse(line)
        called = [one.tijd for one in read.tijden if not one.terug]
        if not called and any(one.terug for one in read.tijden):
            continue  # a promise to call; nobody called
        if not called:
            moment = local(noted) if number else local(min(verzoek.gemaakt_op, verzoek.laatst_op))
            yield LogRow(moment, None, read.keren, read.voicemail)
        more = max(1, read.keren - len(called) + 1)
        for place, clock in enumerate(called):
            last = place == len(called) - 1
            moment = at(day, clock.hour, clock.minute)
            yield LogRow(moment, None, more if last else 1, read.voicemail and last)
