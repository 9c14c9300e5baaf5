"""Gathers the page about one casus for who stands in; shielded values and the melder stay out."""

from collections.abc import Iterator
from datetime import date, datetime
from uuid import UUID

from sqlalchemy import select
from sqlalchemy.orm import Session

from vtdesk.models import Belofte, Casus, Inzet, Organisatie, Verlof
from vtdesk.services.afscherming import geheim_in
from vtdesk.services.crisis import reeks_of
from vtdesk.services.kop import gebruiker_of
from vtdesk.services.persoon_rows import PersoonRow, VeiligContactGegevens, people_of
from vtdesk.services.regels import boeken
from vtdesk.services.termijn_rows import termijn_rows
from vtdesk.services.veiligheid_rows import WaarborgRow, politie_rows, waarborg_rows
from vtdesk.services.verlof.inhoud import VerlofRegel
from vtdesk.services.verlof.service import contents_of
from vtdesk.services.zicht import watched
from vtdesk.values.casuskinds import PolitieSoort, WaarborgSoort
from vtdesk.values.dagkinds import BelofteStand
from vtdesk.values.kinds import Rol
from vtdesk.values.tijd import dag_met_naam, klok, korte_dag, local, volle_dag
from vtdesk.values.vervangblad import Bladdeel, Vervangblad

_NOT_THE_MELDER = (Rol.MELDER,)
_POLITIE = {PolitieSoort.LOCATIE: "AOL", PolitieSoort.PERSOON: "AOP"}
_KIND_OF = {WaarborgSoort.VOORWAARDE: "Voorwaarde", WaarborgSoort.AFSPRAAK: "Afspraak"}


def vervangblad(session: Session, verlof: Verlof, casus_id: UUID, now: datetime) -> Vervangblad:
    """Make the page of one casus."""
    casus, gebruiker = session.get_one(Casus, casus_id), gebruiker_of(session)
    lines = [one for one in contents_of(session, verlof, now) if one.casus_id == casus_id]
    delen = (
        _safety(session, casus, now),
        _running(session, lines, casus_id, verlof, now),
        _people(session, casus_id, local(now).date(), verlof),
        _agreed(session, casus_id, verlof.van),
        _around(session, casus_id),
    )
    geheim = geheim_in(session, casus_id)
    return Vervangblad(
        organisatie=gebruiker.organisatie,
        nummer=casus.nummer,
        casus=geheim.bedekt(casus.naam),
        periode=periode(verlof.van, verlof.tot),
        afwezig=gebruiker.naam,
        contact=", ".join(filter(None, (verlof.vervanger, verlof.vervanger_telefoon))),
        gemaakt=f"{volle_dag(local(now).date())}, {klok(now)}",
        delen=tuple(deel.bedekt(geheim) for deel in delen),
    )


def periode(van: date, tot: date) -> str:
    """Write both days in full, or the one day."""
    return volle_dag(van) if van == tot else f"{volle_dag(van)} tot en met {volle_dag(tot)}"


def _safety(session: Session, casus: Casus, now: datetime) -> Bladdeel:
    watch = watched(session, casus.id)[casus.id]
    rows = [("Let op", casus.let_op)]
    zicht = f"{watch.houder}, sinds {korte_dag(watch.vanaf.date())}"
    if watch.aanbod:
        expected = watch.aanbod.verwacht_op
        when = f" op {dag_met_naam(expected)}" if expected else ""
        zicht += f". Aangeboden aan {watch.aanbod.aan}{when}; pas over als die het aanvaardt"
        rows.append(("Niet delen", watch.aanbod.niet_delen))
    rows.insert(1, ("Zicht op veiligheid", f"{zicht}."))
    for one in reeks_of(session, casus.id).huidig(now):
        again = f"; opnieuw op {_moment(one.volgende_op)}" if one.volgende_op else ""
        words = f"{one.kleur.value}, {korte_dag(one.moment.date())}{again}. {one.gronden}"
        rows.append((f"Crisis, {one.organisatie}", words))
    return Bladdeel("Veiligheid", tuple(row for row in rows if row[1].strip()))


def _people(session: Session, casus_id: UUID, today: date, verlof: Verlof) -> Bladdeel:
    """Children first; how each can be reached without danger stands beside the number."""
    people = [row for row in people_of(session, casus_id, today) if row.rol not in _NOT_THE_MELDER]
    return Bladdeel(
        "Mensen, kinderen eerst",
        tuple((_who(row), _what(row), _reach(row, verlof.van)) for row in people),
        ("Wie", "Wat", "Veilig contact"),
        (0.2, 0.32, 0.48),
        "Er staan nog geen mensen bij deze casus.",
    )


def _who(row: PersoonRow) -> str:
    return f"{row.naam}, {row.leeftijd}" if row.leeftijd is not None else row.naam


def _what(row: PersoonRow) -> str:
    told = row.rol is Rol.ANDERS or row.toelichting.casefold().startswith(row.rol.value)
    role = "" if told else row.rol.value
    return "; ".join(filter(None, (role, row.organisatie, row.toelichting)))


def _reach(row: PersoonRow, day: date) -> str:
    contact = row.contact
    parts = [
        row.telefoon,
        contact.wanneer,
        _voicemail(contact, day),
        {True: "post mag", False: "geen post", None: ""}[contact.post],
        f"codewoord: {contact.codewoord}" if contact.codewoord else "",
        f"zeg nooit {contact.nooit_zeggen}" if contact.nooit_zeggen else "",
        "adres is geheim" if row.geheim_adres else "",
    ]
    return "; ".join(filter(None, parts))


def _voicemail(contact: VeiligContactGegevens, day: date) -> str:
    if contact.voicemail_vanaf and contact.voicemail_vanaf > day:
        return f"geen voicemail vóór {korte_dag(contact.voicemail_vanaf)}"
    return {True: "voicemail mag", False: "geen voicemail", None: ""}[contact.voicemail]


def _running(
    session: Session, lines: list[VerlofRegel], casus_id: UUID, verlof: Verlof, now: datetime
) -> Bladdeel:
    rows = [
        *((when, words, "Nog niemand") for when, words in _left(session, casus_id, verlof, now)),
        *((_when(line), line.woorden, line.wie_of_niemand) for line in lines),
    ]
    return Bladdeel(
        "Wat er loopt",
        tuple(rows),
        ("Wanneer", "Wat", "Wie neemt het over"),
        (0.17, 0.58, 0.25),
        "In deze dagen valt geen termijn, belofte of afspraak.",
    )


def _left(
    session: Session, casus_id: UUID, verlof: Verlof, now: datetime
) -> Iterator[tuple[str, str]]:
    """Name what was due before she left, and promises without a day: nobody else knows them."""
    for row in termijn_rows(session, boeken(session), now, casus_id=casus_id):
        if row.is_open and row.wanneer < verlof.van:
            yield _due(row.wanneer, now), row.naam
    query = select(Belofte).where(Belofte.casus_id == casus_id, Belofte.stand == BelofteStand.OPEN)
    for one in session.scalars(query.order_by(Belofte.uiterlijk)):
        words = f"{one.wat.rstrip('.')} (beloofd aan {one.aan})"
        if one.uiterlijk is None:
            yield "zonder dag", words
        elif one.uiterlijk < verlof.van:
            yield _due(one.uiterlijk, now), words


def _due(day: date, now: datetime) -> str:
    return f"was {dag_met_naam(day)}" if day < local(now).date() else dag_met_naam(day)


def _when(line: VerlofRegel) -> str:
    if line.dag is None:
        return "wacht nu"
    return " ".join(filter(None, (dag_met_naam(line.dag), line.tijd)))


def _agreed(session: Session, casus_id: UUID, day: date) -> Bladdeel:
    rows = [
        (row.gegevens.wie, _rule(row), row.gegevens.wat_als_niet)
        for row in waarborg_rows(session, casus_id)
        if row.geldt and (row.gegevens.tot is None or row.gegevens.tot >= day)
    ]
    for politie in politie_rows(session, casus_id):
        if politie.beeindigd_op is None:
            held = politie.gegevens
            again = f"; herzien op {dag_met_naam(held.herzien_op)}" if held.herzien_op else ""
            rows.append(("Politie", f"{_POLITIE[held.soort]}: {held.voor}{again}", ""))
    return Bladdeel(
        "Veiligheidsvoorwaarden en veiligheidsafspraken",
        tuple(rows),
        ("Wie", "Wat", "Als het niet lukt"),
        (0.14, 0.61, 0.25),
        "Er zijn geen veiligheidsafspraken vastgelegd.",
    )


def _rule(row: WaarborgRow) -> str:
    held = row.gegevens
    until = f"tot {dag_met_naam(held.tot)}" if held.tot else ""
    watch = f"{held.wie_kijkt} kijkt" if held.wie_kijkt else ""
    proposal = "nog een voorstel" if row.voorstel else ""
    first = f"{_KIND_OF[row.soort]} {row.nummer}: {held.wat.rstrip('.')}"
    return "; ".join(filter(None, (first, held.wanneer, until, watch, proposal)))


def _around(session: Session, casus_id: UUID) -> Bladdeel:
    query = (
        select(Inzet, Organisatie)
        .join(Organisatie, Organisatie.id == Inzet.organisatie_id)
        .where(Inzet.casus_id == casus_id, Inzet.tot.is_(None))
        .order_by(Organisatie.naam)
    )
    rows = [
        (
            ", ".join(filter(None, (organisatie.naam, inzet.contactpersoon))),
            inzet.mandaat,
            organisatie.telefoon,
        )
        for inzet, organisatie in session.execute(query)
    ]
    return Bladdeel(
        "Wie erbij is",
        tuple(rows),
        ("Wie", "Doet", "Telefoon"),
        (0.32, 0.51, 0.17),
        "Er is geen andere organisatie bij.",
    )


def _moment(moment: datetime) -> str:
    return f"{dag_met_naam(local(moment).date())} {klok(moment)}"
