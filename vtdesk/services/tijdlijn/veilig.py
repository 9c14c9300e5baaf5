"""What keeps a family safe and how it lives, by date: waarborgen, zicht, police, terms, family."""

from collections.abc import Iterator
from datetime import date, datetime
from uuid import UUID

from sqlalchemy import select
from sqlalchemy.orm import Session

from vtdesk.models import (
    Betrokkenheid,
    Bewoning,
    Gebeurtenis,
    Gezag,
    Huishouden,
    Instemming,
    Organisatie,
    Overdracht,
    Persoon,
    Politieafspraak,
    Regie,
    Relatie,
    Toets,
    Waarborg,
    Zicht,
)
from vtdesk.services.regels import boeken
from vtdesk.services.termijn_rows import TermijnRow, termijn_rows
from vtdesk.services.tijdlijn.rows import TijdlijnRow, on, timed
from vtdesk.values.casuskinds import PolitieSoort, RelatieSoort, Toetsuitkomst, WaarborgSoort
from vtdesk.values.kinds import GezagSoort, Kind, Rol
from vtdesk.values.termijnen.stand import Termijnstand
from vtdesk.values.tijdlijn import TijdlijnSoort

_WAARBORG = {
    WaarborgSoort.VOORWAARDE: "Veiligheidsvoorwaarde",
    WaarborgSoort.AFSPRAAK: "Veiligheidsafspraak",
}
_TOETS = {
    Toetsuitkomst.NAGEKOMEN: ("Nagekomen", "goed"),
    Toetsuitkomst.DEELS: ("Deels", "let-op"),
    Toetsuitkomst.NIET: ("Niet", "gevaar"),
    Toetsuitkomst.NOG_NIET_TE_ZEGGEN: ("Nog niet te zeggen", "stil"),
}
_TERMIJN = {
    Termijnstand.LOOPT: ("Loopt", "keuze"),
    Termijnstand.STAAT_STIL: ("Staat stil", "stil"),
    Termijnstand.TE_LAAT: ("Te laat", "let-op"),
    Termijnstand.GEHAALD: ("Gehaald", "goed"),
    Termijnstand.LAAT_GEHAALD: ("Laat gehaald", "let-op"),
    Termijnstand.AFGELOPEN: ("Afgelopen", "stil"),
    Termijnstand.VERVALLEN: ("Vervallen", "stil"),
}
RELATIES = {
    RelatieSoort.OUDER: "{} is ouder van {}",
    RelatieSoort.PARTNER: "{} en {} zijn partners",
    RelatieSoort.EX: "{} en {} zijn uit elkaar",
    RelatieSoort.BROER_ZUS: "{} is broer of zus van {}",
    RelatieSoort.PLEEG: "{} is pleegouder van {}",
    RelatieSoort.FAMILIE: "{} is familie van {}",
    RelatieSoort.NETWERK: "{} hoort bij het netwerk van {}",
    RelatieSoort.HULP: "{} geeft hulp aan {}",
    RelatieSoort.STEUN: "{} steunt {}",
    RelatieSoort.GEWELD: "{} gebruikte geweld tegen {}",
}
_GEZAG = {
    GezagSoort.GEZAMENLIJK: "gezamenlijk gezag",
    GezagSoort.EENHOOFDIG: "eenhoofdig gezag",
    GezagSoort.VOOGDIJ: "voogdij",
    GezagSoort.GEEN: "geen gezag",
    GezagSoort.ONBEKEND: "gezag niet bekend",
}


def veilig(session: Session, casus_id: UUID, now: datetime) -> Iterator[TijdlijnRow]:
    """List all of it, in no order."""
    yield from _waarborgen(session, casus_id)
    yield from _zicht(session, casus_id)
    yield from _politie(session, casus_id)
    noted = select(Gebeurtenis.begin).where(Gebeurtenis.casus_id == casus_id)
    bans = set(session.scalars(noted))
    for term in termijn_rows(session, boeken(session), now, casus_id=casus_id):
        if not (term.uitkomst.regel.werking and term.gegevens.begin in bans):
            yield _termijn(term)  # the end of a ban stands with the ban itself
    yield from _gezin(session, casus_id)


def _waarborgen(session: Session, casus_id: UUID) -> Iterator[TijdlijnRow]:
    found = {
        one.id: one
        for one in session.scalars(select(Waarborg).where(Waarborg.casus_id == casus_id))
    }
    for one in found.values():
        name = f"{_WAARBORG[one.soort]} {one.nummer}"
        made = "voorgesteld" if one.voorstel else "gemaakt"
        words = f"{one.wat} ({one.wie})"
        yield _safety("waarborg", one.id, one.gemaakt_op, f"{name} {made}", words)
        if one.vervallen_op:
            yield _safety(
                "waarborg-weg", one.id, one.vervallen_op, f"{name} vervallen", one.vervallen_want
            )
    for toets in session.scalars(select(Toets).where(Toets.casus_id == casus_id)):
        one, (woord, toon) = found[toets.waarborg_id], _TOETS[toets.uitkomst]
        yield _safety(
            f"toets-{toets.id}", one.id, toets.datum,
            f"{_WAARBORG[one.soort]} {one.nummer} getoetst: {one.wat}", toets.bewijs, woord, toon,
        )  # fmt: skip
    for said in session.scalars(select(Instemming).where(Instemming.casus_id == casus_id)):
        one = found[said.waarborg_id]
        stand = said.stand.value.replace("_", " ")
        yield _safety(
            f"instemming-{said.id}", one.id, said.datum,
            f"{said.wie}: {stand}, {_WAARBORG[one.soort].lower()} {one.nummer}", one.wat,
        )  # fmt: skip


def _zicht(session: Session, casus_id: UUID) -> Iterator[TijdlijnRow]:
    for period in session.scalars(select(Zicht).where(Zicht.casus_id == casus_id)):
        yield _watch("zicht", period.id, period.vanaf, f"Zicht op veiligheid bij {period.houder}")
    for offer in session.scalars(select(Overdracht).where(Overdracht.casus_id == casus_id)):
        yield _watch(
            "overdracht", offer.id, offer.aangeboden_op,
            f"Zicht op veiligheid aangeboden aan {offer.aan}", offer.waarom,
        )  # fmt: skip
        if offer.ingetrokken_op:
            yield _watch(
                "overdracht-weg", offer.id, offer.ingetrokken_op,
                f"Aanbod van het zicht aan {offer.aan} ingetrokken", offer.ingetrokken_want,
            )  # fmt: skip
    directing = select(Regie, Organisatie.naam).join(
        Organisatie, Organisatie.id == Regie.organisatie_id
    )
    for regie, name in session.execute(directing.where(Regie.casus_id == casus_id)):
        yield _safety("regie", regie.id, regie.vanaf, f"Casusregie bij {name}")


def _politie(session: Session, casus_id: UUID) -> Iterator[TijdlijnRow]:
    query = select(Politieafspraak).where(Politieafspraak.casus_id == casus_id)
    for one in session.scalars(query):
        name = "Afspraak op locatie" if one.soort is PolitieSoort.LOCATIE else "Afspraak op persoon"
        yield _safety("politie", one.id, one.vanaf, f"{name}: {one.voor}", one.toelichting)
        if one.beeindigd_op:
            title = f"{name} beëindigd: {one.voor}"
            yield _safety("politie-weg", one.id, one.beeindigd_op, title)


def _safety(  # noqa: PLR0913, PLR0917 - one row of one kind, read from left to right
    what: str, ding: UUID, day: date, titel: str, tekst: str = "", woord: str = "",
    toon: str = "stil",
) -> TijdlijnRow:  # fmt: skip
    return TijdlijnRow(
        id=f"{what}:{ding}",
        soort=TijdlijnSoort.VEILIGHEID,
        moment=on(day),
        met_tijd=False,
        titel=titel,
        tekst=tekst,
        woord=woord,
        toon=toon,
        kind=Kind.VEILIGHEID,
        ding=ding,
    )


def _watch(what: str, ding: UUID, moment: datetime, titel: str, tekst: str = "") -> TijdlijnRow:
    here, met_tijd = timed(moment)
    return TijdlijnRow(
        id=f"{what}:{ding}",
        soort=TijdlijnSoort.VEILIGHEID,
        moment=here,
        met_tijd=met_tijd,
        titel=titel,
        tekst=tekst,
        kind=Kind.VEILIGHEID,
        ding=ding,
    )


def _termijn(row: TermijnRow) -> TijdlijnRow:
    woord, toon = _TERMIJN[row.stand]
    about = row.gegevens.persoon_id
    return TijdlijnRow(
        id=f"termijn:{row.id}",
        soort=TijdlijnSoort.TERMIJN,
        moment=on(row.gehaald_op or row.wanneer),
        met_tijd=False,
        titel=row.naam,
        tekst=row.vervallen_want or (row.uitstel.want if row.uitstel else ""),
        woord=woord,
        toon=toon,
        personen=(about,) if about else (),
        kind=Kind.TERMIJN,
        ding=row.id,
    )


def _gezin(session: Session, casus_id: UUID) -> Iterator[TijdlijnRow]:
    """List how ties and households began and ended, between people of this casus."""
    query = (
        select(Persoon)
        .join(Betrokkenheid, Betrokkenheid.persoon_id == Persoon.id)
        .where(Betrokkenheid.casus_id == casus_id, Betrokkenheid.rol != Rol.MELDER)
    )
    names = {one.id: one.voornaam or one.naam for one in session.scalars(query)}
    ties = select(Relatie).where(Relatie.van_id.in_(names), Relatie.naar_id.in_(names))
    for tie in session.scalars(ties):
        title = RELATIES[tie.soort].format(names[tie.van_id], names[tie.naar_id])
        both = (tie.van_id, tie.naar_id)
        titles = (title, f"Niet meer: {title}")
        days = (tie.vanaf, tie.tot)
        yield from _period(f"relatie:{tie.id}", days, titles, tie.toelichting, both)
    homes = (
        select(Bewoning, Huishouden.naam)
        .join(Huishouden, Huishouden.id == Bewoning.huishouden_id)
        .where(Huishouden.casus_id == casus_id, Bewoning.persoon_id.in_(names))
    )
    for home, place in session.execute(homes):
        name, what = names[home.persoon_id], f"bewoning:{home.id}"
        titles = (f"{name} komt in huis: {place}", f"{name} gaat uit huis: {place}")
        days = (home.vanaf, home.tot)
        yield from _period(what, days, titles, home.toelichting, (home.persoon_id,))
    for gezag in session.scalars(select(Gezag).where(Gezag.kind_id.in_(names))):
        if gezag.houder_id in names:
            title = f"{names[gezag.houder_id]}: {_GEZAG[gezag.soort]} over {names[gezag.kind_id]}"
            both = (gezag.kind_id, gezag.houder_id)
            yield from _period(
                f"gezag:{gezag.id}", (gezag.datum, None), (title, ""), gezag.bron, both
            )


def _period(
    what: str, days: tuple[date | None, date | None], titles: tuple[str, str], words: str,
    people: tuple[UUID, ...],
) -> Iterator[TijdlijnRow]:  # fmt: skip
    """Give the begin and the end of something, as far as their days are known."""
    for place, day, title in zip(("begin", "einde"), days, titles, strict=True):
        if day:
            yield TijdlijnRow(
                id=f"{what}:{place}",
                soort=TijdlijnSoort.GEZIN,
                moment=on(day),
                met_tijd=False,
                titel=title,
                tekst=words if place == "begin" else "",
                personen=people,
                kind=Kind.PERSOON,
                ding=people[0],
            )
