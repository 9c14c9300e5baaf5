"""Fills every template with words of each kind that its parts can hold."""

from dataclasses import replace

from tests.reports import rich, samples
from vtdesk.services.sjablonen import sjabloon
from vtdesk.values.document import Onderdeel, VerslagDocument
from vtdesk.values.sjabloon import Sjabloon, SjabloonSectie
from vtdesk.values.tekst import Alinea, Blok, Lijstpunt, Run, Sectie, Tabelrij, Tekst, runs


def of_template(sjabloon_id: str) -> VerslagDocument:
    """Make a vastgesteld document of this kind in which nothing is empty."""
    template = sjabloon(sjabloon_id)
    return replace(
        samples.document(),
        kop=replace(samples.KOP, soort=template.titel),
        onderdelen=_onderdelen(template),
        tekst=Tekst(tuple(Sectie(s.id, _blokken(s)) for s in template.secties)),
        vorm=template.vorm,
        tekenen=template.tekenen,
        reacties=rich.REACTIES if template.reactie else (),
        exemplaar=2,
        bestemd_voor="Maren Zilverduin",
    )


def _onderdelen(template: Sjabloon) -> tuple[Onderdeel, ...]:
    return tuple(
        Onderdeel(
            place, s.kop, s.id, kolommen=s.kolommen, per=s.per, letterlijk=s.letterlijk,
            kaart=s.kaart,
        )
        for place, s in enumerate(template.secties, 1)
    )  # fmt: skip


def _blokken(sectie: SjabloonSectie) -> tuple[Blok, ...]:
    choices: tuple[tuple[object, tuple[Blok, ...]], ...] = (
        (sectie.tabel, samples.AFSPRAKEN),
        (sectie.kolommen, tuple(Tabelrij(_cells(sectie, row)) for row in range(1, 4))),
        (sectie.per, rich.PER_KIND),
        (sectie.letterlijk, rich.LETTERLIJK),
        (
            sectie.velden,
            tuple(Alinea((Run(f"{v} ", vet=True), Run("nee."))) for v in sectie.velden),
        ),
        (sectie.id in {"zorgen", "bevindingen"}, samples.UITSPRAKEN),
    )
    plain = (Alinea(runs(f"Over {sectie.kop.lower()}.")), Lijstpunt(runs("Een punt erbij.")))
    return next((blokken for fits, blokken in choices if fits), plain)


def _cells(sectie: SjabloonSectie, row: int) -> tuple[str, ...]:
    return tuple(f"{kolom}, regel {row}" for kolom in sectie.kolommen)
