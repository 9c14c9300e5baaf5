"""What the casus already knows for the intakeformulier crisis; the melder is never in it.

The crisis team reads it. A statement that is not for one of the family stands in it, marked as
such; what only Veilig Thuis may read, or what tells something shielded, does not.
"""

from collections.abc import Callable, Iterator, Sequence
from dataclasses import dataclass
from datetime import datetime

from vtdesk.services.casussen import CasusRow
from vtdesk.services.kop import opsomming
from vtdesk.services.meldingen import MeldingRow
from vtdesk.services.organisaties import InzetRow
from vtdesk.services.persoon_rows import KINDEREN, GezagRow, PersoonRow
from vtdesk.services.uitspraak_rows import UitspraakRow
from vtdesk.services.veiligheid_rows import WaarborgRow
from vtdesk.values.casuskinds import Anonimiteit
from vtdesk.values.crisisreeks import Beoordeling
from vtdesk.values.geheim import Geheim
from vtdesk.values.kinds import GezagSoort, Letter, Rol, Zichtbaarheid
from vtdesk.values.sjabloon import Sjabloon
from vtdesk.values.tekst import (
    Afspraakregel,
    Alinea,
    Blok,
    Sectie,
    Tekst,
    Uitspraakregel,
    plain,
    runs,
)
from vtdesk.values.tijd import dag_met_naam, klok, korte_dag

INTAKEFORMULIER = "intakeformulier_crisis"
_TOLD = (Letter.FEIT, Letter.VERKLARING)
_BEKEND = {
    Anonimiteit.BEKEND: "Ja, het gezin mag weten wie dit meldde.",
    Anonimiteit.ANONIEM_VOOR_GEZIN: "Nee. De melder is anoniem voor het gezin.",
    Anonimiteit.DUBBEL_ANONIEM: "Niemand weet wie dit meldde, ook Veilig Thuis niet.",
}
_GEZAG = {
    GezagSoort.GEZAMENLIJK: "gezamenlijk gezag",
    GezagSoort.EENHOOFDIG: "eenhoofdig gezag",
    GezagSoort.VOOGDIJ: "voogdij",
    GezagSoort.GEEN: "geen gezag",
    GezagSoort.ONBEKEND: "gezag onbekend",
}


@dataclass(frozen=True, slots=True)
class Bekend:
    """All of a casus from which the form is filled."""

    casus: CasusRow
    meldingen: Sequence[MeldingRow]
    personen: Sequence[PersoonRow]
    uitspraken: Sequence[UitspraakRow]
    inzet: Sequence[InzetRow]
    huidig: Sequence[Beoordeling]
    waarborgen: Sequence[WaarborgRow]
    geheim: Geheim

    @property
    def mensen(self) -> list[PersoonRow]:
        """List the people the form may name."""
        return [person for person in self.personen if person.rol is not Rol.MELDER]

    @property
    def laatste(self) -> MeldingRow | None:
        """Give the newest melding that Veilig Thuis does something with."""
        used = [one for one in self.meldingen if not one.is_geweigerd]
        return used[-1] if used else None


def first_text(template: Sjabloon, bekend: Bekend) -> Tekst:
    """Fill in the form as far as the casus knows; what it does not know stays to be asked."""
    return Tekst(
        tuple(
            Sectie(one.id, (*_filled(one.id, bekend), *_open(one.id, one.velden, bekend)))
            for one in template.secties
        )
    )


def _filled(sectie_id: str, bekend: Bekend) -> Iterator[Blok]:
    if sectie_id == "acties":
        yield from _actions(bekend)
    elif sectie_id in ("gebeurd", "kind"):
        yield from _statements(bekend, of_children=sectie_id == "kind")
    elif sectie_id in _LINES:
        yield from (Alinea(runs(bekend.geheim.bedekt(line))) for line in _LINES[sectie_id](bekend))


def _open(sectie_id: str, velden: Sequence[str], bekend: Bekend) -> Iterator[Blok]:
    """Leave the fixed points that nobody knows yet."""
    if sectie_id == "aanmelder" and bekend.laatste:
        return
    yield from (Alinea(runs(f"{veld} ")) for veld in velden)


def _caller(bekend: Bekend) -> Iterator[str]:
    if melding := bekend.laatste:
        when = melding.gegevens.ontvangen_op
        yield f"Melding {melding.naam}, {melding.gegevens.soort.value}, {_moment(when)}."
        yield "Wie belde staat apart bij de melding, niet op dit formulier."


def _may_know(bekend: Bekend) -> Iterator[str]:
    if melding := bekend.laatste:
        yield _BEKEND[melding.gegevens.anonimiteit]


def _people(bekend: Bekend) -> Iterator[str]:
    for person in bekend.mensen:
        born = person.geboortedatum
        parts = (
            f"{person.naam}, {person.rol.value}",
            f"geboren {korte_dag(born)} {born.year}" if born else "",
            "; ".join(_gezag(one) for one in person.gezag if one.kind_id == person.id),
            "" if person.geheim_adres else person.toelichting,
        )
        yield f"{'. '.join(part[:1].upper() + part[1:] for part in parts if part)}."


def _gezag(gezag: GezagRow) -> str:
    return f"{gezag.houder} heeft {_GEZAG[gezag.soort]}"


def _statements(bekend: Bekend, *, of_children: bool) -> Iterator[Uitspraakregel]:
    """Give facts and what adults told, or what the children said."""
    children = {person.id for person in bekend.personen if person.rol in KINDEREN}
    for row in bekend.uitspraken:
        regel = row.regel
        told = regel.letter in _TOLD and regel.zichtbaarheid is not Zichtbaarheid.ALLEEN_VT
        if bekend.geheim.staat_in(f"{plain(regel)}\n{regel.bron.naam}\n{regel.bron.via}"):
            continue
        if told and (regel.bron.persoon_id in children) is of_children:
            yield regel


def _before(bekend: Bekend) -> Iterator[str]:
    for melding in bekend.meldingen:
        if not melding.is_geweigerd and melding != bekend.laatste:
            when = _moment(melding.gegevens.ontvangen_op)
            yield f"Melding {melding.naam}, {melding.gegevens.soort.value}, {when}."


def _help(bekend: Bekend) -> Iterator[str]:
    for one in bekend.inzet:
        about = ", ".join(filter(None, (one.contactpersoon, one.telefoon)))
        yield f"{one.naam}{f' ({about})' if about else ''}. {one.mandaat}".strip()


def _colours(bekend: Bekend) -> Iterator[str]:
    for one in bekend.huidig:
        colour = one.kleur.value.capitalize()
        yield f"{one.organisatie}: {colour}, {_moment(one.moment)}. {one.gronden}"


def _actions(bekend: Bekend) -> Iterator[Afspraakregel]:
    for one in bekend.waarborgen:
        shown = one.gegevens
        if one.geldt and not one.voorstel:
            words = (shown.wie, shown.wat, shown.wanneer, shown.wat_als_niet)
            yield Afspraakregel(*map(bekend.geheim.bedekt, words))


def _watch(bekend: Bekend) -> Iterator[str]:
    casus = bekend.casus
    yield f"{casus.zicht_bij}, sinds {korte_dag(casus.zicht_sinds)}."
    if offer := casus.zicht_aanbod:
        until = f", verwacht op {dag_met_naam(offer.verwacht_op)}" if offer.verwacht_op else ""
        yield f"Tot {offer.aan} het zicht aanvaardt{until}."


def _meeting(bekend: Bekend) -> Iterator[str]:
    if when := bekend.casus.volgende_op:
        yield f"{bekend.casus.volgende}, {_moment(when)}."


def _exits(bekend: Bekend) -> Iterator[str]:
    for one in bekend.inzet:
        if one.uitstapvoorwaarde:
            yield f"{one.naam}: {one.uitstapvoorwaarde}"


def _sealed(bekend: Bekend) -> Iterator[str]:
    """Say of whom something is shielded, and nothing of what it is."""
    names = [person.naam for person in bekend.mensen if person.afgeschermd]
    if names:
        yield (
            f"Van {opsomming(names)} zijn gegevens afgeschermd. "
            "Zij staan op een apart blad bij Veilig Thuis."
        )


def _moment(when: datetime) -> str:
    return f"{dag_met_naam(when.date())} {klok(when)}"


_LINES: dict[str, Callable[[Bekend], Iterator[str]]] = {
    "aanmelder": _caller,
    "bekend_bij_gezin": _may_know,
    "personen": _people,
    "eerder": _before,
    "hulp": _help,
    "kleur": _colours,
    "zicht": _watch,
    "overleg": _meeting,
    "uitstappen": _exits,
    "afgeschermd": _sealed,
}
