"""What must not reach one receiver, as facts that a text can be searched for."""

import re
from collections.abc import Iterator
from dataclasses import replace
from uuid import UUID

from sqlalchemy import select
from sqlalchemy.orm import Session

from vtdesk.models import Afgeschermd, Betrokkenheid, Inzet, Organisatie, Persoon
from vtdesk.services.afscherming import (
    afgeschermd_in,
    melders_in,
    met_geheim_adres,
    naast_melding,
    namen_van,
)
from vtdesk.services.huishoudens import huishoudens_of
from vtdesk.services.kop import gebruiker_of
from vtdesk.services.persoon_rows import contacts_of
from vtdesk.services.uitgaand.rows import Ontvanger
from vtdesk.values.adreswacht import Bewaakt, Openbaar, Wacht, bewaakt
from vtdesk.values.geheim import Geheim
from vtdesk.values.geheim_vormen import plaatsen_van
from vtdesk.values.kinds import AfgeschermdSoort, Rol
from vtdesk.values.uitgaand import OntvangerSoort, WegReden

MELDER = "wie meldde"
_DIGIT = re.compile(r"\d")
_WOORD = {
    AfgeschermdSoort.TELEFOON: "het nummer",
    AfgeschermdSoort.SCHOOL: "de school",
    AfgeschermdSoort.HUISARTS: "de huisarts",
    AfgeschermdSoort.POSTCODE: "de postcode",
    AfgeschermdSoort.ADRES: "het geheime adres",
}


def wacht_voor(session: Session, casus_id: UUID, ontvanger: Ontvanger) -> Wacht:
    """Guard all that this receiver may not learn from any document of a casus."""
    known = openbaar_in(session, casus_id)
    facts = [
        *_shielded(session, casus_id, ontvanger, known),
        *_contact(session, casus_id, ontvanger, known),
        *_huishoudens(session, casus_id, ontvanger, known),
        *_elders(session, casus_id, ontvanger, known),
    ]
    melders = melders_in(session, casus_id)
    if melders:
        facts.append(Bewaakt(melders, MELDER, WegReden.MELDER, naast_melding(session, casus_id)))
    return Wacht((fact for fact in facts if fact.geheim), known)


def openbaar_in(session: Session, casus_id: UUID) -> Openbaar:
    """Gather what everybody in a casus knows: names, organisations, and open addresses."""
    rows = afgeschermd_in(session, casus_id)
    hiding = met_geheim_adres(rows)
    people = _people(session, casus_id)
    secret = Geheim.van(
        [*(row.waarde for row in rows), *(one.adres for one in people if one.id in hiding)]
    )
    open_people = [one for one in people if one.id not in hiding]
    addresses = [
        one.adres for one in open_people if one.adres.strip() and not secret.staat_in(one.adres)
    ]
    organisaties = session.scalars(
        select(Organisatie.naam)
        .join(Inzet, Inzet.organisatie_id == Organisatie.id)
        .where(Inzet.casus_id == casus_id)
    )
    numbers = (
        *session.scalars(select(Organisatie.telefoon)),
        *(one.telefoon for one in open_people),
    )
    own = gebruiker_of(session).organisatie
    return Openbaar(
        namen=tuple(namen_van(session, casus_id)),
        plekken=tuple(dict.fromkeys((*organisaties, own, *_huizen(addresses)))),
        nummers=tuple(filter(str.strip, numbers)),
        plaatsen=frozenset(plaats for one in addresses for plaats in plaatsen_van(one)),
    )


def _huizen(adressen: list[str]) -> Iterator[str]:
    """Give each street with its number, without the town."""
    for adres in adressen:
        yield from (piece.strip() for piece in adres.split(",") if _DIGIT.search(piece))


def _shielded(
    session: Session, casus_id: UUID, ontvanger: Ontvanger, known: Openbaar
) -> Iterator[Bewaakt]:
    """Guard what is shielded of all others, and the address and number of who hides."""
    rows = afgeschermd_in(session, casus_id)
    hiding = met_geheim_adres(rows)
    people = {one.id: one for one in _people(session, casus_id)}
    own = _own(session, ontvanger)
    for row in rows:
        if row.persoon_id != ontvanger.persoon_id and row.waarde not in own:
            name = _called(people[row.persoon_id])
            word = _WOORD.get(row.soort, "een afgeschermd gegeven")
            if row.persoon_id in hiding:
                word = _WOORD[AfgeschermdSoort.ADRES]  # all of it leads there
            van = f"{word} van {name}"
            yield bewaakt(
                row.waarde, row.soort, van, WegReden.GEHEIM_ADRES, known, wie=str(row.persoon_id)
            )
    for persoon_id in hiding - {ontvanger.persoon_id}:
        persoon = people[persoon_id]
        van = f"{_WOORD[AfgeschermdSoort.ADRES]} van {_called(persoon)}"
        for waarde, soort in (
            (persoon.adres, AfgeschermdSoort.ADRES),
            (persoon.telefoon, AfgeschermdSoort.TELEFOON),
            (persoon.email, AfgeschermdSoort.TELEFOON),
        ):
            if waarde.strip() and waarde not in own:
                yield bewaakt(waarde, soort, van, WegReden.GEHEIM_ADRES, known, wie=str(persoon_id))


def _contact(
    session: Session, casus_id: UUID, ontvanger: Ontvanger, known: Openbaar
) -> Iterator[Bewaakt]:
    """Guard code words of all others, and of a family also how the others can be reached."""
    others = [one for one in _people(session, casus_id) if one.id != ontvanger.persoon_id]
    contacts = contacts_of(session, [one.id for one in others])
    is_family = ontvanger.soort is OntvangerSoort.PERSOON
    zonder_plaats = replace(known, plaatsen=None)
    own = _own(session, ontvanger)
    for persoon in others:
        name, word = _called(persoon), contacts[persoon.id].codewoord
        if word.strip() and ontvanger.soort is not OntvangerSoort.COLLEGA:
            yield bewaakt(
                word,
                AfgeschermdSoort.WOORD,
                f"het codewoord van {name}",
                WegReden.VEILIGHEID,
                known,
                wie=str(persoon.id),
            )
        if not is_family:
            continue
        for waarde, soort, what in (
            (persoon.adres, AfgeschermdSoort.ADRES, "het adres"),
            (persoon.telefoon, AfgeschermdSoort.TELEFOON, "het nummer"),
            (persoon.email, AfgeschermdSoort.TELEFOON, "het e-mailadres"),
        ):
            if waarde.strip() and waarde not in own:
                yield bewaakt(
                    waarde,
                    soort,
                    f"{what} van {name}",
                    WegReden.VEILIGHEID,
                    zonder_plaats,
                    wie=str(persoon.id),
                )


def _huishoudens(
    session: Session, casus_id: UUID, ontvanger: Ontvanger, known: Openbaar
) -> Iterator[Bewaakt]:
    """Guard a house that is called by its address, of a family from who never lived there."""
    if ontvanger.soort is not OntvangerSoort.PERSOON:
        return
    for house in huishoudens_of(session, casus_id):
        living = {stay.gegevens.persoon_id for stay in house.bewoners}
        if not _DIGIT.search(house.naam) or ontvanger.persoon_id in living:
            continue
        for piece in filter(None, (one.strip() for one in house.naam.split(","))):
            is_street = _DIGIT.search(piece)
            soort = AfgeschermdSoort.ADRES if is_street else AfgeschermdSoort.PLEK
            van = "waar een ander woont"
            yield bewaakt(piece, soort, van, WegReden.VEILIGHEID, known, wie=str(house.id))


def _elders(
    session: Session, casus_id: UUID, ontvanger: Ontvanger, known: Openbaar
) -> Iterator[Bewaakt]:
    """Guard the secret addresses of people of other casussen: a text may name them too."""
    own = _own(session, ontvanger)
    here = select(Betrokkenheid.persoon_id).where(Betrokkenheid.casus_id == casus_id)
    query = select(Afgeschermd).where(
        Afgeschermd.soort == AfgeschermdSoort.ADRES,
        Afgeschermd.persoon_id.not_in(here.scalar_subquery()),
    )
    for row in session.scalars(query):
        if row.waarde not in own:
            van = "het geheime adres van iemand uit een andere casus"
            yield bewaakt(
                row.waarde, row.soort, van, WegReden.GEHEIM_ADRES, known, wie=str(row.persoon_id)
            )


def _own(session: Session, ontvanger: Ontvanger) -> frozenset[str]:
    """Give what a receiver knows: the own address, which may be that of others too."""
    if ontvanger.persoon_id is None:
        return frozenset()
    own = session.get_one(Persoon, ontvanger.persoon_id)
    shielded = select(Afgeschermd.waarde).where(Afgeschermd.persoon_id == own.id)
    return frozenset({own.adres, own.telefoon, own.email, *session.scalars(shielded)})


def _people(session: Session, casus_id: UUID) -> list[Persoon]:
    """List who is or was in a casus, without who made a melding and without professionals."""
    query = (
        select(Persoon, Betrokkenheid.rol)
        .join(Betrokkenheid, Betrokkenheid.persoon_id == Persoon.id)
        .where(Betrokkenheid.casus_id == casus_id, Betrokkenheid.rol != Rol.MELDER)
    )
    found = {persoon.id: persoon for persoon, _ in session.execute(query)}
    return list(found.values())


def _called(persoon: Persoon) -> str:
    return persoon.voornaam or persoon.naam
