"""Who may receive something of a casus, in what capacity, and by which ways it can reach them."""

from collections.abc import Iterator
from datetime import date, timedelta
from uuid import UUID

from sqlalchemy import or_, select
from sqlalchemy.orm import Session

from vtdesk.errors import UserError
from vtdesk.models import Betrokkenheid, Inzet, Organisatie, Persoon, Regie, Verlof
from vtdesk.services.huishoudens import HuishoudenRow, huishoudens_of
from vtdesk.services.kop import opsomming
from vtdesk.services.persoon_rows import KINDEREN, OUDERS, PersoonRow, people_of
from vtdesk.services.uitgaand.gezag import GROOT, mag_lezen_over
from vtdesk.services.uitgaand.rows import Ontvanger, Weg
from vtdesk.services.verlof.ontvangers import post_verboden, under_one_roof
from vtdesk.values.kinds import Rol
from vtdesk.values.tijd import korte_dag
from vtdesk.values.uitgaand import OntvangerSoort

GESPREK, POST, BEVEILIGD = "gesprek", "post", "beveiligd"
NIEMAND = Ontvanger("", "Veilig Thuis", "", "", OntvangerSoort.COLLEGA)  # the own file
AAN_HET_WERK = (Rol.PROFESSIONAL, Rol.INFORMANT, Rol.MELDER)
COMING = timedelta(weeks=4)  # leave that begins later has no replacer to hand papers to yet
_ROLLEN = {
    Rol.ONGEBOREN: "ongeboren kind",
    Rol.NETWERK: "netwerk van het gezin",
    Rol.ANDERS: "betrokkene",
}


def ontvangers_van(session: Session, casus_id: UUID, today: date) -> list[Ontvanger]:
    """List children, who has gezag, others, organisations and replacers; never a melder."""
    people = people_of(session, casus_id, today)
    hidden = {row.id for row in people if row.rol is Rol.MELDER}
    shown = [row for row in people if row.id not in hidden and _can_receive(row)]
    adults_first = sorted(shown, key=lambda row: row.is_kind)
    once = {row.id: row for row in reversed(adults_first)}
    in_order = [row for row in adults_first if once[row.id] is row]
    persons = [_persoon(session, row, people, today) for row in in_order]
    grown = {row.id for row in in_order if not row.is_kind}
    return [
        *sorted(persons, key=lambda one: (one.persoon_id in grown, not one.gezag)),
        *_organisaties(session, casus_id, today),
        *_vervangers(session, today),
    ]


def vind(session: Session, casus_id: UUID, sleutel: str, today: date) -> Ontvanger:
    """Find a receiver by key; refuses who is not in the casus any more."""
    for one in ontvangers_van(session, casus_id, today):
        if one.sleutel == sleutel:
            return one
    raise UserError("Kies eerst voor wie dit is.")


def wegen_van(
    session: Session, casus_id: UUID, ontvanger: Ontvanger, today: date
) -> tuple[Weg, ...]:
    """Say by which ways it can reach them; safe contact closes some."""
    if ontvanger.persoon_id is None or ontvanger.soort is OntvangerSoort.PROFESSIONAL:
        return (
            Weg(BEVEILIGD, "Beveiligd versturen", kan=True),
            Weg(GESPREK, "In een overleg geven", kan=True),
            Weg(POST, "Per post", kan=True),
        )
    people = people_of(session, casus_id, today)
    row = next(row for row in people if row.id == ontvanger.persoon_id)
    forbidden = _no_post(session, casus_id, row, people, today)
    return (
        Weg(GESPREK, "In een gesprek geven", kan=True),
        Weg(POST, "Per post", kan=not forbidden, waarom_niet=forbidden),
    )


def _no_post(
    session: Session, casus_id: UUID, row: PersoonRow, people: list[PersoonRow], today: date
) -> str:
    day = row.contact.voicemail_vanaf
    if row.contact.post is None and day and day > today:
        return f"Kan niet vóór {korte_dag(day)}: tot dan is iets achterlaten niet veilig."
    houses = huishoudens_of(session, casus_id)
    stay = _stays(row, houses, today)
    if row.contact.post is False and stay:
        return f"Kan niet: {row.voornaam} {stay}, en een ander kan meelezen."
    return post_verboden(row, under_one_roof(session, row, people, houses, today))


def _stays(row: PersoonRow, houses: list[HuishoudenRow], today: date) -> str:
    """Say where somebody stays for now, when the house is called after that."""
    for house in houses:
        if house.naam.startswith(("logeert", "verblijft")):
            for one in house.bewoners:
                if one.gegevens.persoon_id == row.id and one.gegevens.periode.holds_on(today):
                    return house.naam
    return ""


def _can_receive(row: PersoonRow) -> bool:
    return not row.onbekend and row.overleden_op is None and row.rol is not Rol.ONGEBOREN


def _persoon(session: Session, row: PersoonRow, people: list[PersoonRow], today: date) -> Ontvanger:
    soort = OntvangerSoort.PROFESSIONAL if row.rol is Rol.PROFESSIONAL else OntvangerSoort.PERSOON
    children = list({child.id: child for child in people if child.rol in KINDEREN}.values())
    read = mag_lezen_over(session, row.id, [child.id for child in children], today)
    may = [child.voornaam for child in children if child.id in read and child.id != row.id]
    not_about = [child for child in children if child.id not in read and child.id != row.id]
    is_family = soort is OntvangerSoort.PERSOON and not row.is_kind
    return Ontvanger(
        sleutel=f"p:{row.id}",
        naam=row.naam,
        hoedanigheid=_hoedanigheid(row),
        gezag=f"gezag over {opsomming(may)}" if may else "",
        soort=soort,
        persoon_id=row.id,
        let_op=_let_op(row, not_about) if is_family else "",
        waarom_niet=_too_young(row),
    )


def _hoedanigheid(row: PersoonRow) -> str:
    word = _ROLLEN.get(row.rol, row.rol.value)
    return f"{word}, {row.organisatie}" if row.organisatie else word


def _let_op(row: PersoonRow, children: list[PersoonRow]) -> str:
    """Say about whom nothing goes along; a child too old for it is no lack of gezag."""
    if row.rol not in OUDERS:
        return f"Alleen wat over {row.naam} zelf gaat, gaat mee."
    if not children:
        return ""
    held = {one.kind_id for one in row.gezag if one.houder_id == row.id}
    names = [child.voornaam for child in children if child.id not in held]
    grown = [child.voornaam for child in children if child.id in held]
    lines = []
    if names:
        lines.append(f"{row.voornaam} heeft geen gezag over {opsomming(names)}.")
    if grown:
        word = "beslist zelf" if len(grown) == 1 else "beslissen zelf"
        lines.append(f"{opsomming(grown)} {word} over het eigen deel.")
    who = "die kinderen" if len(children) > 1 else children[0].voornaam
    return f"{' '.join(lines)} Zinnen over {who} blijven weg."


def _too_young(row: PersoonRow) -> str:
    if not row.is_kind:
        return ""
    if row.leeftijd is None:
        return f"De leeftijd van {row.voornaam} is niet bekend. Vul die eerst in."
    if row.leeftijd < GROOT:
        return (
            f"{row.voornaam} is jonger dan {GROOT} jaar en krijgt zelf geen stukken. "
            "Wie gezag heeft, kan erom vragen."
        )
    return ""


def _organisaties(session: Session, casus_id: UUID, today: date) -> Iterator[Ontvanger]:
    query = (
        select(Organisatie, Inzet)
        .join(Inzet, Inzet.organisatie_id == Organisatie.id)
        .where(Inzet.casus_id == casus_id, or_(Inzet.tot.is_(None), Inzet.tot >= today))
        .order_by(Organisatie.naam)
    )
    directs = _regie(session, casus_id, today)
    seen: set[UUID] = set()
    for organisatie, inzet in session.execute(query):
        if organisatie.id not in seen:
            seen.add(organisatie.id)
            part = directs.get(organisatie.id) or _mandaat(inzet.mandaat)
            yield Ontvanger(
                sleutel=f"o:{organisatie.id}",
                naam=organisatie.naam,
                hoedanigheid=part,
                gezag="",
                soort=OntvangerSoort.ORGANISATIE,
                organisatie_id=organisatie.id,
                let_op=_hoort_bij(session, casus_id, organisatie.id),
            )


def _hoort_bij(session: Session, casus_id: UUID, organisatie_id: UUID) -> str:
    """Warn when somebody of the family is at this organisation, and may read along there."""
    query = (
        select(Persoon)
        .join(Betrokkenheid, Betrokkenheid.persoon_id == Persoon.id)
        .where(
            Betrokkenheid.casus_id == casus_id,
            Betrokkenheid.organisatie_id == organisatie_id,
            Betrokkenheid.rol.not_in((*KINDEREN, *AAN_HET_WERK)),
        )
    )
    names = sorted({persoon.voornaam or persoon.naam for persoon in session.scalars(query)})
    if not names:
        return ""
    verb = "hoort" if len(names) == 1 else "horen"
    return f"{opsomming(names)} {verb} bij deze organisatie. Spreek eerst af wie dit daar leest."


def _regie(session: Session, casus_id: UUID, today: date) -> dict[UUID, str]:
    query = select(Regie).where(
        Regie.casus_id == casus_id, or_(Regie.tot.is_(None), Regie.tot > today)
    )
    return {
        one.organisatie_id: "casusregie"
        if one.vanaf <= today
        else f"casusregie vanaf {korte_dag(one.vanaf)}"
        for one in session.scalars(query)
    }


def _mandaat(mandaat: str) -> str:
    """Give the first sentence of what an organisation may do."""
    return mandaat.split(".", maxsplit=1)[0].strip()


def _vervangers(session: Session, today: date) -> Iterator[Ontvanger]:
    query = (
        select(Verlof)
        .where(Verlof.vervanger != "", Verlof.tot >= today, Verlof.van <= today + COMING)
        .order_by(Verlof.van)
    )
    for verlof in session.scalars(query):
        days = f"van {korte_dag(verlof.van)} tot en met {korte_dag(verlof.tot)}"
        yield Ontvanger(
            sleutel=f"v:{verlof.id}",
            naam=verlof.vervanger,
            hoedanigheid=f"vervangt jou {days}",
            gezag="",
            soort=OntvangerSoort.COLLEGA,
        )


def naam_van(session: Session, persoon_id: UUID) -> str:
    """Give the first name by which somebody is spoken of."""
    persoon = session.get_one(Persoon, persoon_id)
    return persoon.voornaam or persoon.naam
