"""A verslag as plain lines and as JSON."""

import dataclasses
from collections.abc import Iterator
from typing import TYPE_CHECKING, Any

from vtdesk.ui.labels import label
from vtdesk.values.kinds import Verificatie
from vtdesk.values.tekst import (
    Afspraakregel,
    Blok,
    Lijstpunt,
    Uitspraakregel,
    Werkaantekening,
    plain,
)
from vtdesk.values.tijd import korte_dag

if TYPE_CHECKING:
    from vtdesk.services.controle.punt import Punt
    from vtdesk.services.reacties import ReactieRow
    from vtdesk.services.vaststelling import VersieRow
    from vtdesk.services.verslagen import VerslagInhoud


def as_lines(
    inhoud: "VerslagInhoud",
    versies: list["VersieRow"],
    punten: list["Punt"],
    reacties: list["ReactieRow"],
) -> list[str]:
    """Give all of it as lines, in reading order."""
    return [
        *_head(inhoud),
        *_text(inhoud),
        *(_versie_line(versie) for versie in versies),
        *(_reactie_line(one) for one in reacties),
        *(f"Nog open: {punt.tekst}" for punt in punten if not punt.klaar),
    ]


def as_json(
    inhoud: "VerslagInhoud",
    versies: list["VersieRow"],
    punten: list["Punt"],
    reacties: list["ReactieRow"],
) -> dict[str, Any]:
    """Give all of it as plain values."""
    return {
        "kop": dataclasses.asdict(inhoud.kop),
        "tekst": inhoud.tekst.to_json(),
        "reden_correctie": inhoud.reden_correctie,
        "versies": [
            dataclasses.asdict(versie) | {"vastgesteld_op": versie.vastgesteld_op.isoformat()}
            for versie in versies
        ],
        "reacties": [
            dataclasses.asdict(one.regel)
            | {
                "versie": one.nummer,
                "persoon_id": str(one.regel.persoon_id) if one.regel.persoon_id else None,
                "gegeven_op": one.regel.gegeven_op.isoformat(),
                "klopt": one.klopt,
            }
            for one in reacties
        ],
        "open": [
            {"id": punt.id, "tekst": punt.tekst, "moet": punt.moet}
            for punt in punten
            if not punt.klaar
        ],
    }


def _reactie_line(one: "ReactieRow") -> str:
    regel = one.regel
    words = f" “{regel.woorden}”" if regel.woorden else ""
    day = korte_dag(regel.gegeven_op)
    return f"Reactie op versie {one.nummer}: {regel.naam}, {label(regel.soort).word}, {day}.{words}"


def _head(inhoud: "VerslagInhoud") -> Iterator[str]:
    kop = inhoud.kop
    yield f"{kop.soort} · {inhoud.titel} · {kop.dossiernummer} · {label(inhoud.stand).word}"
    yield " · ".join(filter(None, (kop.datum, kop.tijd, kop.plaats, kop.tolk, kop.opname)))
    for wie in kop.aanwezigen:
        parts = (wie.hoedanigheid, wie.gezag, label(wie.aanwezigheid).word, wie.toelichting)
        yield f"  {wie.naam} ({', '.join(filter(None, parts))})"


def _text(inhoud: "VerslagInhoud") -> Iterator[str]:
    for number, sectie in enumerate(inhoud.tekst.secties, 1):
        yield ""
        yield f"{number} {inhoud.sjabloon.sectie(sectie.id).kop}"
        if sectie.nvt:
            yield f"n.v.t., want {sectie.nvt}"
        yield from (_blok_line(blok) for blok in sectie.blokken)
    yield ""


def _blok_line(blok: Blok) -> str:
    match blok:
        case Uitspraakregel():
            return f"[{blok.letter.value}] {plain(blok)} ({_source(blok)})"
        case Afspraakregel():
            parts = (blok.wie, blok.wat, blok.wanneer, blok.anders and f"anders: {blok.anders}")
            return "- " + " · ".join(filter(None, parts))
        case Lijstpunt():
            return f"- {plain(blok)}"
        case Werkaantekening():
            return f"(werkaantekening, komt niet op papier) {plain(blok)}"
        case _:
            return plain(blok)


def _source(regel: Uitspraakregel) -> str:
    """Say who, when, through whom and what became of it: no statement without its source."""
    bron = regel.bron
    verificatie = label(regel.verificatie).word
    if regel.verificatie_door:
        verificatie += f" door {regel.verificatie_door}"
    parts = (
        ", ".join(filter(None, (bron.naam, bron.hoedanigheid))) or "bron ontbreekt",
        korte_dag(regel.informatiedatum) if regel.informatiedatum else "",
        f"van horen zeggen, via {bron.via}" if bron.via else "",
        "" if regel.verificatie is Verificatie.ONBEVESTIGD and regel.steunt_op else verificatie,
    )
    return " · ".join(filter(None, parts))


def _versie_line(versie: "VersieRow") -> str:
    seal = "Zegel klopt." if versie.klopt else "Zegel klopt niet."
    later = f" Vervangen door versie {versie.vervangen_door}." if versie.vervangen_door else ""
    return (
        f"Versie {versie.nummer}, vastgesteld op {korte_dag(versie.vastgesteld_op.date())} "
        f"{versie.vastgesteld_op:%H:%M}. {seal}{later}"
    )
