"""The emergency card of somebody in a casus: 112, what the police knows, who to call, code word."""

from collections.abc import Iterator
from dataclasses import dataclass
from functools import partial
from typing import NoReturn
from uuid import UUID

from sqlalchemy import select
from sqlalchemy.orm import Session

from vtdesk.errors import LeakError, UserError
from vtdesk.models import (
    Afgeschermd,
    Betrokkenheid,
    Casus,
    Inzet,
    Organisatie,
    Persoon,
)
from vtdesk.services.afscherming import melders_in, namen_van
from vtdesk.services.drukwerk import Drukwerk, namen_in, veilig
from vtdesk.services.persoon_rows import KINDEREN, OUDERS, contacts_of
from vtdesk.services.uitgaand.kring import deed_geweld
from vtdesk.services.veiligheid_rows import politie_rows
from vtdesk.store.store import Store, note
from vtdesk.values.casuskinds import PolitieSoort
from vtdesk.values.geheim import Geheim
from vtdesk.values.kinds import AfgeschermdSoort, Kind, Rol
from vtdesk.values.noodkaart import Noodkaart, Noodnummer
from vtdesk.values.tijd import Clock, volle_dag

MOST_NUMBERS = 4  # more do not fit on the card
_NEAR = (Rol.GROOTOUDER, Rol.FAMILIE, Rol.NETWERK)
_FOR = (*OUDERS, *_NEAR, Rol.KIND)
_SAY = {
    PolitieSoort.LOCATIE: "Er is een afspraak op locatie: {}.",
    PolitieSoort.PERSOON: "Er is een afspraak op persoon: {}.",
}
_HIDDEN = {
    AfgeschermdSoort.ADRES: "het adres",
    AfgeschermdSoort.POSTCODE: "de postcode",
    AfgeschermdSoort.TELEFOON: "het nummer",
    AfgeschermdSoort.SCHOOL: "de school",
    AfgeschermdSoort.HUISARTS: "de huisarts",
}


@dataclass(frozen=True, slots=True)
class Nummerkeuze:
    """Somebody who can be put on the card; `vooraf` when that is usual."""

    id: UUID
    nummer: Noodnummer
    vooraf: bool


@dataclass(frozen=True, slots=True)
class Mens:
    """Somebody for whom a card can be made."""

    id: UUID
    naam: str
    codewoord: str


@dataclass(frozen=True, slots=True)
class Kaartkeuze:
    """For whom the card is, what to say at 112, who to call, and the code word."""

    voor: UUID
    politie: tuple[UUID, ...] = ()
    nummers: tuple[UUID, ...] = ()
    codewoord: str = ""


class Noodkaarten:
    """Use cases around the card; what leaves is noted in the logboek."""

    def __init__(self, store: Store, clock: Clock) -> None:
        self._store = store
        self._clock = clock

    def mensen(self, casus_id: UUID) -> list[Mens]:
        """List for whom a card can be made: the family and who is near, adults first."""
        with self._store.read() as session:
            found = [(p, rol) for p, rol in _people(session, casus_id) if rol in _FOR]
            people = [p for p, _ in sorted(found, key=lambda pair: _FOR.index(pair[1]))]
            contacts = contacts_of(session, [persoon.id for persoon in people])
            return [Mens(p.id, p.naam, contacts[p.id].codewoord) for p in people]

    def nummers(self, casus_id: UUID) -> list[Nummerkeuze]:
        """List who can be called: adults and organisations of the casus with a number."""
        with self._store.read() as session:
            return list(_numbers(session, casus_id))

    def kaart(self, casus_id: UUID, keuze: Kaartkeuze) -> Noodkaart:
        """Make the card; refuses one on which something shielded would stand."""
        if len(keuze.nummers) > MOST_NUMBERS:
            raise UserError(f"Op de kaart passen {MOST_NUMBERS} nummers. Kies er minder.")
        with self._store.read() as session:
            people = {persoon.id: persoon for persoon, _ in _people(session, casus_id)}
            if keuze.voor not in people:
                raise UserError("Kies voor wie de kaart is.")
            for_whom = people[keuze.voor]
            chosen = [row for row in politie_rows(session, casus_id) if row.id in keuze.politie]
            agreed = sorted(chosen, key=lambda row: list(PolitieSoort).index(row.gegevens.soort))
            kaart = Noodkaart(
                voor=for_whom.voornaam or for_whom.naam,
                politie=tuple(
                    _SAY[row.gegevens.soort].format(row.gegevens.voor.rstrip(".")) for row in agreed
                ),
                nummers=tuple(
                    one.nummer
                    for one in _numbers(session, casus_id)
                    if one.id in keuze.nummers and one.id != keuze.voor
                ),
                codewoord=keuze.codewoord.strip(),
                datum=volle_dag(self._clock().date()),
            )
            _refuse_shielded(session, casus_id, kaart)
            _refuse_codeword(session, keuze.voor, list(people), kaart)
        return kaart

    def drukwerk(self, casus_id: UUID, keuze: Kaartkeuze) -> Drukwerk:
        """Give the card to look at, save or print."""
        kaart = self.kaart(casus_id, keuze)
        with self._store.read() as session:
            number = session.get_one(Casus, casus_id).nummer
        return Drukwerk(
            pdf=partial(_render, kaart),
            bestandsnaam=lambda: f"{veilig(number)} noodkaart.pdf",
            namen=partial(self._names, casus_id),
            weg=partial(self._left, casus_id),
        )

    def _names(self, casus_id: UUID) -> set[str]:
        with self._store.read() as session:
            return namen_in(session, casus_id)

    def _left(self, casus_id: UUID, way: str) -> None:
        with self._store.write() as session:
            note(session, "R", (Kind.VEILIGHEID, casus_id), detail=way, casus=casus_id)


def _render(kaart: Noodkaart) -> bytes:
    # reportlab and pikepdf cost 350 ms to import, and most of the day nothing is printed.
    from vtdesk.reports.noodkaart import render_noodkaart  # noqa: PLC0415 (see above)

    return render_noodkaart(kaart)


def _people(session: Session, casus_id: UUID) -> list[tuple[Persoon, Rol]]:
    query = (
        select(Persoon, Betrokkenheid.rol)
        .join(Betrokkenheid, Betrokkenheid.persoon_id == Persoon.id)
        .where(
            Betrokkenheid.casus_id == casus_id,
            Betrokkenheid.tot.is_(None),
            Betrokkenheid.rol.not_in((Rol.MELDER, Rol.ONGEBOREN)),
        )
        .order_by(Persoon.geboortedatum, Persoon.voornaam)
    )
    return [(persoon, rol) for persoon, rol in session.execute(query)]


def _numbers(session: Session, casus_id: UUID) -> Iterator[Nummerkeuze]:
    """Network first: who is near comes before who has to be let in."""
    people = [(p, rol) for p, rol in _people(session, casus_id) if p.telefoon]
    for persoon, rol in sorted(people, key=lambda pair: pair[1] not in _NEAR):
        if rol not in KINDEREN:
            number = Noodnummer(persoon.naam, "", persoon.telefoon)
            yield Nummerkeuze(persoon.id, number, rol in _NEAR)
    query = (
        select(Inzet, Organisatie)
        .join(Organisatie, Organisatie.id == Inzet.organisatie_id)
        .where(Inzet.casus_id == casus_id, Inzet.tot.is_(None), Organisatie.telefoon != "")
        .order_by(Organisatie.naam)
    )
    for inzet, organisatie in session.execute(query):
        number = Noodnummer(organisatie.naam, inzet.contactpersoon, organisatie.telefoon)
        yield Nummerkeuze(organisatie.id, number, vooraf=False)


def _refuse_shielded(session: Session, casus_id: UUID, kaart: Noodkaart) -> None:
    """Let nothing through that could tell where somebody is; the value itself is not named."""
    query = (
        select(Afgeschermd, Persoon)
        .join(Persoon, Persoon.id == Afgeschermd.persoon_id)
        .join(Betrokkenheid, Betrokkenheid.persoon_id == Persoon.id)
        .where(Betrokkenheid.casus_id == casus_id)
    )
    known = namen_van(session, casus_id)
    for hidden, persoon in session.execute(query):
        if any(map(Geheim.van([hidden.waarde], known).staat_in, kaart.regels())):
            what = _HIDDEN.get(hidden.soort, "een afgeschermd gegeven")
            _refuse(f"{what} van {persoon.voornaam or persoon.naam}")
    if any(map(melders_in(session, casus_id).staat_in, kaart.regels())):
        _refuse("iets over wie meldde")


def _refuse_codeword(session: Session, voor: UUID, people: list[UUID], kaart: Noodkaart) -> None:
    """Keep the code words of others from the card of somebody from whom violence came."""
    if not deed_geweld(session, voor):
        return
    contacts = contacts_of(session, [one for one in people if one != voor])
    words = Geheim.van(filter(str.strip, (one.codewoord for one in contacts.values())))
    if any(map(words.staat_in, kaart.regels())):
        _refuse("het codewoord van een ander")


def _refuse(what: str) -> NoReturn:
    raise LeakError(
        f"Op de kaart zou {what} staan. Dat is afgeschermd. "
        "Haal het weg uit de afspraak met de politie, de nummers of het codewoord."
    )
