"""What happened in a casus: events, talks, meldingen, crisis, decisions, onderzoek, monitoring."""

from collections import defaultdict
from collections.abc import Iterator
from datetime import datetime
from uuid import UUID

from sqlalchemy import select
from sqlalchemy.orm import Session

from vtdesk.models import (
    Afspraak,
    Besluit,
    Casus,
    Crisisbeoordeling,
    Crisisnotitie,
    Crisisregel,
    Deelname,
    Gebeurtenis,
    Gezien,
    Informatieverzoek,
    Instrument,
    Melding,
    Monitoring,
)
from vtdesk.services.tijdlijn.rows import TijdlijnRow, on, timed
from vtdesk.services.vindplaatsen import besluit_naam
from vtdesk.values.casuskinds import Anonimiteit, BesluitStand, Kleur, MeldingSoort, MonitoringSoort
from vtdesk.values.kinds import Aanwezigheid, AfspraakStaat, Kind
from vtdesk.values.tijd import klok, korte_dag, local
from vtdesk.values.tijdlijn import TijdlijnSoort

_VAN = {
    MeldingSoort.POLITIE: "Melding {} van de politie",
    MeldingSoort.PROFESSIONAL: "Melding {} van een professional",
    MeldingSoort.PARTICULIER: "Melding {} van een particulier",
    MeldingSoort.AMBTSHALVE: "Melding {}, ambtshalve",
}
_STAAT = {
    AfspraakStaat.GEHOUDEN: ("", "stil"),
    AfspraakStaat.GEPLAND: ("Gepland", "keuze"),
    AfspraakStaat.AFGEZEGD: ("Afgezegd", "stil"),
    AfspraakStaat.VERZET: ("Verzet", "stil"),
}
_KLEUR = {Kleur.ROOD: "gevaar", Kleur.ORANJE: "let-op", Kleur.GROEN: "goed"}
_MOMENT = {
    MonitoringSoort.DRIE_MAANDEN: "Monitoring na 3 maanden",
    MonitoringSoort.EEN_JAAR: "Monitoring na 1 jaar",
    MonitoringSoort.EXTRA: "Monitoring, extra moment",
}


def gebeurd(session: Session, casus_id: UUID) -> Iterator[TijdlijnRow]:
    """List all of it, in no order."""
    yield from _casus(session.get_one(Casus, casus_id))
    for one in session.scalars(select(Gebeurtenis).where(Gebeurtenis.casus_id == casus_id)):
        yield from _gebeurtenis(one)
    yield from _afspraken(session, casus_id)
    for melding in session.scalars(select(Melding).where(Melding.casus_id == casus_id)):
        yield _melding(melding)
    yield from _crisis(session, casus_id)
    yield from _crisisnotities(session, casus_id)
    for besluit in session.scalars(select(Besluit).where(Besluit.casus_id == casus_id)):
        yield _besluit(besluit)
    yield from _onderzoek(session, casus_id)
    for moment in session.scalars(select(Monitoring).where(Monitoring.casus_id == casus_id)):
        yield _monitoring(moment)


def _casus(casus: Casus) -> Iterator[TijdlijnRow]:
    days = [("geopend", casus.geopend_op, ""), ("gesloten", casus.gesloten_op, casus.gesloten_want)]
    for what, day, want in days:
        if day:
            yield TijdlijnRow(
                id=f"casus:{casus.id}:{what}",
                soort=TijdlijnSoort.BESLUIT,
                moment=on(day),
                met_tijd=False,
                titel=f"Casus {what}",
                tekst=want,
                kind=Kind.CASUS,
                ding=casus.id,
            )


def _gebeurtenis(one: Gebeurtenis) -> Iterator[TijdlijnRow]:
    people = tuple(UUID(i) for i in one.personen)
    until = f"tot {_until(one.einde, with_time=not one.hele_dag)}" if one.einde else ""
    limit = f"uiterlijk tot {korte_dag(one.uiterlijk)}" if one.uiterlijk else ""
    moment, met_tijd = timed(one.begin)
    met_tijd = met_tijd and not one.hele_dag
    yield TijdlijnRow(
        id=f"gebeurtenis:{one.id}",
        soort=TijdlijnSoort.GEBEURTENIS,
        moment=moment,
        met_tijd=met_tijd,
        titel=one.titel,
        tekst=_joined(until, limit, one.toelichting, f"bron: {one.bron}" if one.bron else ""),
        personen=people,
        kind=Kind.GEBEURTENIS,
        ding=one.id,
    )
    if one.einde:
        yield TijdlijnRow(
            id=f"gebeurtenis:{one.id}:einde",
            soort=TijdlijnSoort.GEBEURTENIS,
            moment=local(one.einde),
            met_tijd=met_tijd,
            titel=f"Einde: {one.titel}",
            tekst=limit,
            personen=people,
            kind=Kind.GEBEURTENIS,
            ding=one.id,
        )


def _afspraken(session: Session, casus_id: UUID) -> Iterator[TijdlijnRow]:
    people: dict[UUID, tuple[UUID, ...]] = defaultdict(tuple)
    query = (
        select(Deelname.afspraak_id, Deelname.persoon_id)
        .join(Afspraak, Afspraak.id == Deelname.afspraak_id)
        .where(
            Afspraak.casus_id == casus_id,
            Deelname.persoon_id.is_not(None),
            Deelname.aanwezigheid != Aanwezigheid.AFWEZIG,
        )
        .order_by(Deelname.volgorde)
    )
    for afspraak_id, persoon_id in session.execute(query):
        if persoon_id:
            people[afspraak_id] += (persoon_id,)
    for one in session.scalars(select(Afspraak).where(Afspraak.casus_id == casus_id)):
        woord, toon = _STAAT[one.staat]
        yield TijdlijnRow(
            id=f"afspraak:{one.id}",
            soort=TijdlijnSoort.GESPREK,
            moment=local(one.begin),
            met_tijd=not one.hele_dag,
            titel=one.titel,
            tekst=_joined(one.plaats, one.reden or one.doel),
            woord=woord,
            toon=toon,
            personen=people[one.id],
            kind=Kind.AFSPRAAK,
            ding=one.id,
        )


def _melding(melding: Melding) -> TijdlijnRow:
    """Say that it came in; of an anonymous one not what it says, which may tell who it was."""
    known = melding.anonimiteit is Anonimiteit.BEKEND
    title = _VAN[melding.soort] if known else "Melding {}, melder anoniem"
    moment, met_tijd = timed(melding.ontvangen_op)
    return TijdlijnRow(
        id=f"melding:{melding.id}",
        soort=TijdlijnSoort.MELDING,
        moment=moment,
        met_tijd=met_tijd,
        titel=title.format(melding.nummer),
        tekst=melding.inhoud if known else "",
        woord="Geweigerd" if melding.geweigerd_want else "",
        kind=Kind.MELDING,
        ding=melding.id,
    )


def _crisis(session: Session, casus_id: UUID) -> Iterator[TijdlijnRow]:
    ratings = select(Crisisbeoordeling).where(Crisisbeoordeling.casus_id == casus_id)
    for rating in session.scalars(ratings):
        moment, met_tijd = timed(rating.moment)
        yield TijdlijnRow(
            id=f"crisis:{rating.id}",
            soort=TijdlijnSoort.CRISIS,
            moment=moment,
            met_tijd=met_tijd,
            titel=f"{rating.organisatie}: {rating.kleur.value}",
            tekst=rating.gronden,
            woord=rating.kleur.value.capitalize(),
            toon=_KLEUR[rating.kleur],
            kind=Kind.CRISIS,
            ding=rating.id,
        )
    for one in session.scalars(select(Instrument).where(Instrument.casus_id == casus_id)):
        yield TijdlijnRow(
            id=f"instrument:{one.id}",
            soort=TijdlijnSoort.CRISIS,
            moment=on(one.datum),
            met_tijd=False,
            titel=f"{one.naam}: {one.uitkomst}",
            tekst=f"ingevuld door {one.door}",
            kind=Kind.CRISIS,
            ding=one.id,
        )


def _crisisnotities(session: Session, casus_id: UUID) -> Iterator[TijdlijnRow]:
    """Give each run with the times of its lines; as raw notes they never go on paper."""
    query = select(Crisisnotitie).where(Crisisnotitie.casus_id == casus_id)
    for one in session.scalars(query):
        lines = select(Crisisregel).where(Crisisregel.notitie_id == one.id)
        regels = session.scalars(lines.order_by(Crisisregel.moment))
        yield TijdlijnRow(
            id=f"crisisnotitie:{one.id}",
            soort=TijdlijnSoort.CRISIS,
            moment=local(one.begonnen_op),
            met_tijd=True,
            titel="Crisisnotitie",
            tekst=_joined(*(f"{klok(regel.moment)} {regel.tekst}" for regel in regels)),
            woord="" if one.afgesloten_op else "Loopt nog",
            toon="let-op",
            kind=Kind.CRISISNOTITIE,
            ding=one.id,
            alleen_vt=True,
            niet_voor_iedereen=True,
        )


def _besluit(besluit: Besluit) -> TijdlijnRow:
    concept = besluit.stand is BesluitStand.CONCEPT
    return TijdlijnRow(
        id=f"besluit:{besluit.id}",
        soort=TijdlijnSoort.BESLUIT,
        moment=on(besluit.datum),
        met_tijd=False,
        titel=f"{besluit_naam(besluit.soort)}: {besluit.uitkomst}",
        tekst=f"besloten door {', '.join(besluit.beslissers)}" if besluit.beslissers else "",
        woord="Concept" if concept else "",
        kind=Kind.BESLUIT,
        ding=besluit.id,
    )


def _onderzoek(session: Session, casus_id: UUID) -> Iterator[TijdlijnRow]:
    asked = select(Informatieverzoek).where(Informatieverzoek.casus_id == casus_id)
    for one in session.scalars(asked):
        whom = "een bron die is afgeschermd" if one.bron_afgeschermd else one.aan
        steps = (
            ("gevraagd", one.verstuurd_op, f"Informatie gevraagd aan {whom}", one.gevraagd),
            ("antwoord", one.beantwoord_op, f"Antwoord van {whom}", one.antwoord),
        )
        for what, day, title, words in steps:
            if day:
                yield TijdlijnRow(
                    id=f"informatieverzoek:{one.id}:{what}",
                    soort=TijdlijnSoort.ONDERZOEK,
                    moment=on(day),
                    met_tijd=False,
                    titel=title,
                    tekst="" if one.bron_afgeschermd else words,
                    personen=_named(one),
                    kind=Kind.ONDERZOEK,
                    ding=one.id,
                )
    for seen in session.scalars(select(Gezien).where(Gezien.casus_id == casus_id)):
        yield TijdlijnRow(
            id=f"gezien:{seen.id}",
            soort=TijdlijnSoort.ONDERZOEK,
            moment=on(seen.datum),
            met_tijd=False,
            titel=f"Kind gezien of gesproken door {seen.door}",
            tekst=seen.toelichting,
            personen=(seen.kind_id,),
            kind=Kind.ONDERZOEK,
            ding=seen.kind_id,  # stands with the child
        )


def _monitoring(moment: Monitoring) -> TijdlijnRow:
    held = moment.gehouden_op
    return TijdlijnRow(
        id=f"monitoring:{moment.id}",
        soort=TijdlijnSoort.MONITORING,
        moment=on(held or moment.gepland_op),
        met_tijd=False,
        titel=_MOMENT[moment.soort],
        tekst=_joined(moment.gesproken, moment.toelichting),
        woord="Gehouden" if held else "Gepland",
        toon="goed" if held else "keuze",
        kind=Kind.ONDERZOEK,
        ding=moment.id,
    )


def _named(one: Informatieverzoek) -> tuple[UUID, ...]:
    return (one.persoon_id,) if one.persoon_id and not one.bron_afgeschermd else ()


def _until(moment: datetime, *, with_time: bool) -> str:
    day = korte_dag(local(moment).date())
    return f"{day} {klok(moment)}" if with_time else day


def _joined(*parts: str) -> str:
    return " · ".join(part.strip() for part in parts if part.strip())
