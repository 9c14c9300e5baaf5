"""The head of a document: number, who, where, when, present and absent, filled in by itself."""

from uuid import UUID

from sqlalchemy import select
from sqlalchemy.orm import Session

from vtdesk.models import Afspraak, Casus, Gesprek, Gezag, Instelling, Persoon, Verslag
from vtdesk.services.gesprekken import deelnames
from vtdesk.services.instellingen import GEBRUIKER, Gebruiker
from vtdesk.services.sjablonen import GESPREKSVERSLAG, boek
from vtdesk.values.document import Aanwezige, Verslagkop
from vtdesk.values.kinds import AfspraakSoort, GezagSoort, Kanaal, Opname
from vtdesk.values.sjabloon import Sjabloon
from vtdesk.values.tijd import klok, local, volle_dag
from vtdesk.values.vouwen import woorden

OVERLEG = AfspraakSoort.OVERLEG
GEZAG = {
    GezagSoort.GEZAMENLIJK: "gezamenlijk gezag",
    GezagSoort.EENHOOFDIG: "eenhoofdig gezag",
    GezagSoort.VOOGDIJ: "voogdij",
    GezagSoort.GEEN: "geen gezag",
}
_KANAAL = {
    Kanaal.KANTOOR: "op kantoor",
    Kanaal.HUISBEZOEK: "huisbezoek",
    Kanaal.SCHOOL: "op school",
    Kanaal.TELEFONISCH: "telefonisch",
    Kanaal.DIGITAAL: "digitaal",
    Kanaal.ELDERS: "elders",
}
_OPNAME = {
    Opname.GEEN: "",
    Opname.DOOR_BETROKKENE: "opgenomen door betrokkene",
    Opname.DOOR_VT: "opgenomen door Veilig Thuis",
}


def build_kop(session: Session, verslag: Verslag) -> Verslagkop:
    """Fill the head from the casus, the appointment and the talk behind it."""
    casus = session.get_one(Casus, verslag.casus_id)
    gebruiker = gebruiker_of(session)
    afspraak = session.get(Afspraak, verslag.afspraak_id) if verslag.afspraak_id else None
    gesprek = _gesprek(session, verslag.afspraak_id)
    begin = local(afspraak.begin if afspraak else verslag.gemaakt_op)
    tijd = f"{klok(afspraak.begin)}–{klok(afspraak.einde)}" if afspraak else ""
    waar = [_KANAAL[gesprek.kanaal] if gesprek else "", afspraak.plaats if afspraak else ""]
    return Verslagkop(
        dossiernummer=casus.nummer,
        soort=soortnaam(boek(session).van(verslag), afspraak),
        datum=volle_dag(begin.date()),
        tijd=tijd,
        plaats=", ".join(dict.fromkeys(filter(None, waar))),
        auteur=gebruiker.naam,
        functie=gebruiker.functie,
        organisatie=gebruiker.organisatie,
        aanwezigen=_aanwezigen(session, verslag.afspraak_id) if gesprek else (),
        tolk=gesprek.tolk if gesprek else "",
        opname=_OPNAME[gesprek.opname] if gesprek else "",
    )


def soortnaam(sjabloon: Sjabloon, afspraak: Afspraak | None) -> str:
    """Name the kind as one says it: what was written of an overleg is the verslag of that."""
    if sjabloon.id != GESPREKSVERSLAG or not afspraak or afspraak.soort is not OVERLEG:
        return sjabloon.titel
    return "Verslag MDO" if "mdo" in woorden(afspraak.titel) else "Verslag overleg"


def gebruiker_of(session: Session) -> Gebruiker:
    """Tell who works here, within a transaction."""
    waarde = session.scalar(select(Instelling.waarde).where(Instelling.sleutel == GEBRUIKER))
    return Gebruiker(**(waarde or {"naam": ""}))


def _gesprek(session: Session, afspraak_id: UUID | None) -> Gesprek | None:
    return session.scalar(select(Gesprek).where(Gesprek.afspraak_id == afspraak_id))


def _aanwezigen(session: Session, afspraak_id: UUID | None) -> tuple[Aanwezige, ...]:
    if afspraak_id is None:
        return ()
    return tuple(
        Aanwezige(
            naam=row.naam,
            hoedanigheid=row.hoedanigheid,
            aanwezigheid=row.aanwezigheid,
            gezag=_gezag_text(session, row.persoon_id) if row.persoon_id else "",
            toelichting=row.toelichting,
        )
        for row in deelnames(session, afspraak_id)
    )


def _gezag_text(session: Session, houder_id: UUID) -> str:
    """Say over which children, such as `gezamenlijk gezag over Pip en Job`."""
    query = (
        select(Gezag, Persoon)
        .join(Persoon, Persoon.id == Gezag.kind_id)
        .where(Gezag.houder_id == houder_id, Gezag.soort.in_(GEZAG))
        .order_by(Persoon.geboortedatum, Persoon.voornaam)
    )
    by_soort: dict[GezagSoort, list[str]] = {}
    for gezag, kind in session.execute(query):
        by_soort.setdefault(gezag.soort, []).append(kind.voornaam or kind.naam)
    return "; ".join(f"{GEZAG[soort]} over {opsomming(names)}" for soort, names in by_soort.items())


def opsomming(names: list[str]) -> str:
    """Join names as one says them: `Pip, Job en Kaat`."""
    return " en ".join(filter(None, (", ".join(names[:-1]), *names[-1:])))
