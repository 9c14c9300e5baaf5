"""What the casus already knows for the intakeformulier crisis; the melder is never in it.

The crisis team reads it. A statement that is not for one of the family stands in it, marked as
such; what only Veilig Thuis may read, or what tells something shielded, does not.
"""

from collections.abc import Iterator
from datetime import datetime

from vtdesk.services.kop import opsomming
from vtdesk.services.persoon_rows import GezagRow
from vtdesk.services.voorvullen.blokken import Klaar, Vuller, Vulling
from vtdesk.services.voorvullen.feiten import Feiten
from vtdesk.values.casuskinds import Anonimiteit
from vtdesk.values.kinds import GezagSoort, Letter
from vtdesk.values.tekst import Afspraakregel, Uitspraakregel
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


def _caller(bekend: Feiten) -> Iterator[Vulling]:
    if melding := bekend.laatste:
        yield Klaar()
        when = melding.gegevens.ontvangen_op
        yield f"Melding {melding.naam}, {melding.gegevens.soort.value}, {_moment(when)}."
        yield "Wie belde staat apart bij de melding, niet op dit formulier."


def _may_know(bekend: Feiten) -> Iterator[str]:
    if melding := bekend.laatste:
        yield _BEKEND[melding.gegevens.anonimiteit]


def _people(bekend: Feiten) -> Iterator[str]:
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


def _adults(bekend: Feiten) -> Iterator[Vulling]:
    """Give facts and what adults told."""
    yield from _statements(bekend, of_children=False)


def _children(bekend: Feiten) -> Iterator[Vulling]:
    """Give what the children said."""
    yield from _statements(bekend, of_children=True)


def _statements(bekend: Feiten, *, of_children: bool) -> Iterator[Uitspraakregel]:
    children = {person.id for person in bekend.kinderen}
    for row in bekend.uitspraken:
        regel = row.regel
        if regel.letter in _TOLD and (regel.bron.persoon_id in children) is of_children:
            yield regel


def _before(bekend: Feiten) -> Iterator[str]:
    for melding in bekend.meldingen:
        if melding != bekend.laatste:
            when = _moment(melding.gegevens.ontvangen_op)
            yield f"Melding {melding.naam}, {melding.gegevens.soort.value}, {when}."


def _help(bekend: Feiten) -> Iterator[str]:
    for one in bekend.inzet:
        about = ", ".join(filter(None, (one.contactpersoon, one.telefoon)))
        yield f"{one.naam}{f' ({about})' if about else ''}. {one.mandaat}".strip()


def _colours(bekend: Feiten) -> Iterator[str]:
    for one in bekend.huidig:
        colour = one.kleur.value.capitalize()
        yield f"{one.organisatie}: {colour}, {_moment(one.moment)}. {one.gronden}"


def _actions(bekend: Feiten) -> Iterator[Vulling]:
    for one in bekend.waarborgen:
        shown = one.gegevens
        if not one.voorstel:
            yield Afspraakregel(shown.wie, shown.wat, shown.wanneer, shown.wat_als_niet)


def _watch(bekend: Feiten) -> Iterator[str]:
    casus = bekend.casus
    yield f"{casus.zicht_bij}, sinds {korte_dag(casus.zicht_sinds)}."
    if offer := casus.zicht_aanbod:
        until = f", verwacht op {dag_met_naam(offer.verwacht_op)}" if offer.verwacht_op else ""
        yield f"Tot {offer.aan} het zicht aanvaardt{until}."


def _meeting(bekend: Feiten) -> Iterator[str]:
    if when := bekend.casus.volgende_op:
        yield f"{bekend.casus.volgende}, {_moment(when)}."


def _exits(bekend: Feiten) -> Iterator[str]:
    for one in bekend.inzet:
        if one.uitstapvoorwaarde:
            yield f"{one.naam}: {one.uitstapvoorwaarde}"


def _sealed(bekend: Feiten) -> Iterator[str]:
    """Say of whom something is shielded, and nothing of what it is."""
    names = [person.naam for person in bekend.mensen if person.afgeschermd]
    if names:
        yield (
            f"Van {opsomming(names)} zijn gegevens afgeschermd. "
            "Zij staan op een apart blad bij Veilig Thuis."
        )


def _moment(when: datetime) -> str:
    return f"{dag_met_naam(when.date())} {klok(when)}"


VULLERS: dict[str, Vuller] = {
    "aanmelder": _caller,
    "bekend_bij_gezin": _may_know,
    "personen": _people,
    "gebeurd": _adults,
    "kind": _children,
    "eerder": _before,
    "hulp": _help,
    "kleur": _colours,
    "acties": _actions,
    "zicht": _watch,
    "overleg": _meeting,
    "uitstappen": _exits,
    "afgeschermd": _sealed,
}
