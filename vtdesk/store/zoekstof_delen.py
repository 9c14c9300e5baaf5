"""What belongs to a row that can be found, and stands in other rows."""

import json
from collections.abc import Collection, Iterator
from dataclasses import dataclass
from functools import lru_cache
from uuid import UUID

from sqlalchemy import select
from sqlalchemy.orm import Session

from vtdesk.models import (
    Afgeschermd,
    Afspraak,
    Belofte,
    Betrokkenheid,
    Bewoning,
    Concept,
    Crisisnotitie,
    Deelname,
    Entity,
    Gesprek,
    Gezag,
    Huishouden,
    Inbreng,
    Inzet,
    Persoon,
    Pleintaak,
    Relatie,
    Standpunt,
    Terugbelverzoek,
    Versie,
    Verslag,
)
from vtdesk.values.geheim import Geheim
from vtdesk.values.kinds import AfgeschermdSoort, Rol, VerslagStand
from vtdesk.values.tekst import Tekst, plain

_PLEKKEN = (AfgeschermdSoort.ADRES, AfgeschermdSoort.POSTCODE, AfgeschermdSoort.PLEK)


@dataclass(frozen=True, slots=True)
class PersoonDelen:
    """Where a person is known, and what must not be found of them."""

    casussen: tuple[UUID, ...]  # not those in which this is the melder
    regels: tuple[str, ...]
    geheim: Geheim  # of everybody in those casussen: who lives together has one address
    plek_afgeschermd: bool


def persoon_delen(session: Session, persoon_id: UUID) -> PersoonDelen:
    """Collect what other rows say of a person; the melder of a casus is not in it."""
    roles = session.scalars(
        select(Betrokkenheid)
        .where(Betrokkenheid.persoon_id == persoon_id, Betrokkenheid.rol != Rol.MELDER)
        .order_by(Betrokkenheid.tot.is_not(None), Betrokkenheid.vanaf.desc())
    ).all()
    if not roles:
        return PersoonDelen((), (), Geheim(), plek_afgeschermd=False)
    casussen = tuple(dict.fromkeys(role.casus_id for role in roles))
    hidden = session.scalars(select(Afgeschermd).where(Afgeschermd.persoon_id == persoon_id)).all()
    lines = [role.toelichting for role in roles]
    for column in (
        select(Relatie.toelichting).where(Relatie.van_id == persoon_id),
        select(Gezag.bron).where(Gezag.kind_id == persoon_id),
        select(Bewoning.toelichting).where(Bewoning.persoon_id == persoon_id),
    ):
        lines += session.scalars(column)
    return PersoonDelen(
        casussen=casussen,
        regels=tuple(lines),
        geheim=geheim_van(session, casussen),
        plek_afgeschermd=any(one.soort in _PLEKKEN for one in hidden),
    )


def huisgenoten(session: Session, persoon_id: UUID) -> list[UUID]:
    """List the people of whom the index knows less when something of this person is shielded."""
    here = select(Betrokkenheid.casus_id).where(Betrokkenheid.persoon_id == persoon_id)
    query = select(Betrokkenheid.persoon_id).where(Betrokkenheid.casus_id.in_(here))
    return list(session.scalars(query.distinct()))


def typed_about(
    session: Session, personen: Collection[UUID], waarden: Collection[str]
) -> Iterator[tuple[type[Entity], UUID]]:
    """List what is read otherwise when something of these people is shielded, or no longer is."""
    shielded = select(Afgeschermd.id).where(Afgeschermd.persoon_id.in_(personen)).limit(1)
    if not waarden and (not personen or session.scalar(shielded) is None):
        return
    here = select(Betrokkenheid.casus_id).where(Betrokkenheid.persoon_id.in_(personen))
    for kind in (Belofte, Crisisnotitie, Terugbelverzoek):
        query = select(kind.id).where(kind.casus_id.in_(here) | kind.casus_id.is_(None))
        yield from ((kind, ding) for ding in session.scalars(query))
    guard = Geheim.van(waarden)
    own = (Afspraak.titel, Afspraak.plaats, Afspraak.doel, Afspraak.reden)
    for ding, *words in session.execute(
        select(Afspraak.id, *own).where(Afspraak.casus_id.is_(None))
    ):  # there are many, and seldom is one about it
        if guard.staat_in("\n".join(words)):
            yield Afspraak, ding


def geheim_van(session: Session, casussen: Collection[UUID]) -> Geheim:
    """Guard what is shielded of anybody in some casussen; most often that is nothing.

    What hangs on no casus may be about anybody, and is guarded for all of them.
    """
    rows = select(Afgeschermd.waarde)
    if casussen:
        here = select(Betrokkenheid.persoon_id).where(Betrokkenheid.casus_id.in_(casussen))
        rows = rows.where(Afgeschermd.persoon_id.in_(here))
    values = tuple(session.scalars(rows.order_by(Afgeschermd.id)))
    if not values:
        return Geheim()
    around = (
        casussen
        or session.scalars(
            select(Betrokkenheid.casus_id)
            .join(Afgeschermd, Afgeschermd.persoon_id == Betrokkenheid.persoon_id)
            .distinct()
        ).all()
    )
    known = select(Betrokkenheid.persoon_id).where(
        Betrokkenheid.casus_id.in_(around), Betrokkenheid.rol != Rol.MELDER
    )
    people = session.scalars(select(Persoon).where(Persoon.id.in_(known)).order_by(Persoon.id))
    return _guard(values, tuple(persoon.naam for persoon in people))


@lru_cache(maxsize=8)
def _guard(values: tuple[str, ...], known: tuple[str, ...]) -> Geheim:
    """Make the guard once for many rows: finding the telling parts takes longer than using them."""
    return Geheim.van(values, known)


def casusnamen(session: Session, casus_id: UUID) -> list[str]:
    """List the names of the households of a casus."""
    return list(session.scalars(select(Huishouden.naam).where(Huishouden.casus_id == casus_id)))


def inzet_van(session: Session, organisatie_id: UUID) -> tuple[tuple[str, ...], tuple[UUID, ...]]:
    """Give what an organisation does, and in which casussen."""
    rows = session.scalars(select(Inzet).where(Inzet.organisatie_id == organisatie_id)).all()
    lines = [(row.contactpersoon, row.mandaat, row.uitstapvoorwaarde) for row in rows]
    return tuple(part for line in lines for part in line), tuple({row.casus_id for row in rows})


def gesprek_regels(session: Session, afspraak_id: UUID) -> tuple[tuple[str, ...], tuple[UUID, ...]]:
    """Give what was noted about a talk, and who was invited.

    Somebody with a page of their own is found by that page: who was there may be the melder.
    """
    gesprek = session.scalar(select(Gesprek).where(Gesprek.afspraak_id == afspraak_id))
    rows = session.scalars(select(Deelname).where(Deelname.afspraak_id == afspraak_id)).all()
    lines = [gesprek.tolk, gesprek.bijzonderheden] if gesprek else []
    for row in rows:
        who = () if row.persoon_id else (row.naam, row.hoedanigheid)
        lines.append(", ".join(filter(None, (*who, row.toelichting))))
    return tuple(lines), tuple(row.persoon_id for row in rows if row.persoon_id)


def plein_regels(session: Session, bespreking_id: UUID) -> tuple[str, ...]:
    """List what everybody said, found and took on at the table, in one bespreking."""
    columns = (
        (Inbreng, (Inbreng.spreker, Inbreng.tekst)),
        (Standpunt, (Standpunt.tekst, Standpunt.op_grond)),
        (Pleintaak, (Pleintaak.wie, Pleintaak.wat, Pleintaak.wanneer)),
    )
    found: list[str] = []
    for kind, names in columns:
        query = select(*names).where(kind.bespreking_id == bespreking_id).order_by(kind.volgorde)
        found += [" ".join(filter(None, row)) for row in session.execute(query)]
    return tuple(filter(None, found))


def verslag_tekst(session: Session, verslag: Verslag) -> tuple[tuple[str, ...], int]:
    """Give the text as it is now, draft or finalised, and the version of the draft."""
    concept = session.scalar(select(Concept).where(Concept.verslag_id == verslag.id))
    newest = select(Versie.inhoud).where(Versie.verslag_id == verslag.id)
    sealed = session.scalars(newest.order_by(Versie.nummer.desc()).limit(1)).first()
    if verslag.stand is VerslagStand.VASTGESTELD and sealed is not None:
        tekst = Tekst.from_json(json.loads(sealed)["tekst"])
    elif concept is not None:
        tekst = Tekst.from_json(concept.tekst)
    else:
        tekst = Tekst()
    lines = [line for s in tekst.secties for line in (s.nvt, *map(plain, s.blokken)) if line]
    return tuple(lines), concept.version if concept else 0
