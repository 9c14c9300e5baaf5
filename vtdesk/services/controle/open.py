"""What is begun in a text and not filled in: open fields, half sentences, rows of one cell."""

import re
from collections import Counter
from collections.abc import Iterator

from vtdesk.services.controle.punt import Punt
from vtdesk.values.openveld import halve_velden, open_velden
from vtdesk.values.sjabloon import Sjabloon, SjabloonSectie
from vtdesk.values.tekst import (
    Afspraakregel,
    Alinea,
    Blok,
    Sectie,
    Tabelrij,
    Tekst,
    Werkaantekening,
    is_geschreven,
    is_halve_zin,
    is_kop,
    plain,
)

_VEILIG = re.compile(r"veilig|nood|vannacht|bellen|gevaar|\b112\b", re.IGNORECASE)
_ROW = 2  # so many cells say something together


def is_af(blok: Blok) -> bool:
    """Tell whether a block counts as written on paper."""
    match blok:
        case Werkaantekening():
            return False
        case Afspraakregel(wie, wat, wanneer, anders):
            return _filled(wie, wat, wanneer, anders) >= _ROW
        case Tabelrij(cellen):
            return _filled(*cellen) >= min(_ROW, max(1, len(cellen)))
        case _:
            return is_geschreven(blok)


def open_punten(tekst: Tekst, sjabloon: Sjabloon) -> Iterator[Punt]:
    """Ask about each field and sentence that is still open, each part by itself."""
    fields = [
        (sectie, wat, is_safe)
        for sectie in tekst.secties
        for wat, is_safe in _velden(sectie, sjabloon.sectie(sectie.id)).items()
    ]
    often = Counter(wat for _, wat, _ in fields)
    for sectie, wat, is_safe in fields:
        where = f" ({sjabloon.sectie(sectie.id).kop})" if often[wat] > 1 else ""
        yield Punt(f"veld/{sectie.id}/{wat}", f"Nog open: {wat or '‹ of ›'}{where}", klaar=False,
                   moet=is_safe, sectie_id=sectie.id, woord=wat)  # fmt: skip
    for sectie in tekst.secties:
        for line in _halve_zinnen(sectie):
            yield Punt(f"zin/{sectie.id}/{line}", f"Nog open: {line} …", klaar=False,
                       sectie_id=sectie.id)  # fmt: skip


def _halve_zinnen(sectie: Sectie) -> Iterator[str]:
    """Give the reasons that were begun and not given, each with the name above it."""
    above = ""
    for blok in () if sectie.nvt else sectie.blokken:
        words = plain(blok).strip()
        if is_kop(blok):
            above = words
        elif isinstance(blok, Alinea) and is_halve_zin(words):
            yield ": ".join(filter(None, (above, words.rstrip(" .…"))))


def _velden(sectie: Sectie, about: SjabloonSectie) -> dict[str, bool]:
    """Give each open field of a part once, and whether somebody's safety hangs on it."""
    safe_part = about.kaart or bool(_VEILIG.search(f"{about.id} {about.kop}"))
    found: dict[str, bool] = {}
    for words in (sectie.nvt, *(plain(b) for b in sectie.blokken if not _is_note(b))):
        for wat in (*open_velden(words), *halve_velden(words)):
            found[wat] = found.get(wat, False) or safe_part or bool(_VEILIG.search(words))
    return found


def _is_note(blok: Blok) -> bool:
    return isinstance(blok, Werkaantekening)


def _filled(*cells: str) -> int:
    return sum(bool(cell.strip()) for cell in cells)
