"""What a screen reader hears of the place of the caret."""

from PySide6.QtGui import QTextBlock

from vtdesk.ui.bronregel import bronregel
from vtdesk.ui.labels import LETTER
from vtdesk.ui.verslagen import blocks
from vtdesk.ui.verslagen.blocks import BlokSoort
from vtdesk.ui.verslagen.document import EditorDocument

_WORDS = {
    BlokSoort.KOP: "kop",
    BlokSoort.PUNT: "lijst",
    BlokSoort.NUMMER: "genummerde lijst",
    BlokSoort.WERKAANTEKENING: "werkaantekening, komt niet op papier",
    BlokSoort.NVT: "n.v.t., want",
    BlokSoort.TABELKOP: "kop van de tabel met afspraken",
    BlokSoort.CEL: "tabel met afspraken",
}


def spoken_place(document: EditorDocument, sectie_id: str, block: QTextBlock) -> str:
    """Say the section, and of a statement its letter and source."""
    template = document.template_section(sectie_id)
    regel = document.regel(block)
    if regel is not None:
        return f"{template.kop}. {LETTER[regel.letter].word}, {bronregel(regel).spoken()}"
    kind = _WORDS.get(blocks.kind_of(block), "")
    if not kind and block.length() <= 1 and template.vragen:
        kind = f"leeg; {' '.join(template.vragen)}"
    return f"{template.kop}. {kind}".rstrip()
