"""Meldingen, crisis ratings and besluiten on the command line; never who made a melding."""

from collections.abc import Iterator
from dataclasses import dataclass
from typing import TYPE_CHECKING, Any
from uuid import UUID

from vtdesk.cli.answer import table
from vtdesk.ui.labels import label
from vtdesk.values.casuskinds import Anonimiteit
from vtdesk.values.tijd import dag_met_naam, klok

if TYPE_CHECKING:
    from vtdesk.services.besluiten import BesluitRow
    from vtdesk.services.crisis import Beoordeling
    from vtdesk.services.desk import Desk
    from vtdesk.services.meldingen import MeldingRow


@dataclass(frozen=True, slots=True)
class Meldingen:
    """What was reported, how dangerous it is found now, and what was decided."""

    meldingen: "list[MeldingRow]"
    crisis: "tuple[Beoordeling, ...]"
    besluiten: "list[BesluitRow]"


def read(desk: "Desk", casus_id: UUID) -> Meldingen:
    """Collect it for one casus."""
    return Meldingen(
        desk.meldingen.of_casus(casus_id),
        desk.crisis.huidig(casus_id),
        desk.besluiten.of_casus(casus_id),
    )


def lines(found: Meldingen) -> Iterator[str]:
    """Say it in lines, each part under its head."""
    if found.crisis:
        yield from ("", "Crisis nu", *table([_rating(one) for one in found.crisis]))
    if found.meldingen:
        yield from ("", "Meldingen", *table([_melding(one) for one in found.meldingen]))
    if found.besluiten:
        yield from ("", "Besluiten", *table([_besluit(one) for one in found.besluiten]))


def to_json(found: Meldingen) -> dict[str, Any]:
    """Give the same in JSON."""
    return {
        "meldingen": [_melding_json(one) for one in found.meldingen],
        "crisis": [
            {"organisatie": one.organisatie, "moment": one.moment.isoformat(),
             "kleur": one.kleur.value, "gronden": one.gronden}
            for one in found.crisis
        ],
        "besluiten": [_besluit_json(one) for one in found.besluiten],
    }  # fmt: skip


def _rating(one: "Beoordeling") -> tuple[str, ...]:
    when = f"{dag_met_naam(one.moment.date())} {klok(one.moment)}"
    return (label(one.kleur).word, one.organisatie, when, one.gronden)


def _melding(one: "MeldingRow") -> tuple[str, ...]:
    shown = one.gegevens
    state = "geweigerd" if one.is_geweigerd else "spoed" if shown.spoed else ""
    known = "" if shown.anonimiteit is Anonimiteit.BEKEND else label(shown.anonimiteit).word
    day = dag_met_naam(shown.ontvangen_op.date())
    about = ", ".join(filter(None, (label(shown.soort).word, known, state)))
    return (one.naam, day, about, shown.inhoud)


def _besluit(one: "BesluitRow") -> tuple[str, ...]:
    shown = one.gegevens
    kind = label(shown.soort).word
    what = f"{kind}: {label(shown.vervolg).word}" if shown.vervolg else kind
    return (dag_met_naam(shown.datum), what, label(one.stand).word, shown.uitkomst)


def _melding_json(one: "MeldingRow") -> dict[str, Any]:
    shown = one.gegevens
    told = one.teruggekoppeld_op
    return {
        "nummer": one.naam,
        "soort": shown.soort.value,
        "ontvangen_op": shown.ontvangen_op.isoformat(),
        "gebeurd_op": shown.gebeurd_op.isoformat() if shown.gebeurd_op else None,
        "inhoud": shown.inhoud,
        "anonimiteit": shown.anonimiteit.value,
        "spoed": shown.spoed,
        "gevoegd": shown.gevoegd,
        "geweigerd_want": shown.geweigerd_want or None,
        "gebruikt_want": shown.gebruikt_want or None,
        "teruggekoppeld_op": told.isoformat() if told else None,
    }


def _besluit_json(one: "BesluitRow") -> dict[str, Any]:
    shown = one.gegevens
    return {
        "id": str(one.id),
        "soort": shown.soort.value,
        "vervolg": shown.vervolg.value if shown.vervolg else None,
        "datum": shown.datum.isoformat(),
        "uitkomst": shown.uitkomst,
        "beslissers": list(shown.beslissers),
        "opties": [{"optie": optie, "waarom_niet": want} for optie, want in shown.opties],
        "gronden": [
            {"letter": row.regel.letter.value, "tekst": row.woorden, "bron": row.regel.bron.naam,
             "verificatie": row.regel.verificatie.value, "sindsdien": row.sindsdien or None}
            for row in one.gronden
        ],
        "motivering": shown.motivering,
        "afwijkend": [{"wie": wie, "standpunt": view} for wie, view in shown.afwijkend],
        "verteld": [
            {"wie": told.wie, "op": told.op.isoformat(), "hoe": told.hoe} for told in one.verteld
        ],
        "meelezer": shown.meelezer,
        "stand": one.stand.value,
    }  # fmt: skip
