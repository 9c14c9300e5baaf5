"""Takes over in an open text what became of its statements elsewhere, so that undo goes on."""

from vtdesk.services.uitspraak_tekst import with_regels
from vtdesk.ui.verslagen import reading
from vtdesk.ui.verslagen.document import EditorDocument
from vtdesk.values.tekst import Tekst


def follow(document: EditorDocument, tekst: Tekst) -> bool:
    """Make the document say this text where only statements differ; tells whether it does now.

    Words that changed elsewhere are another text: a step back could not tell them from hers.
    """
    here = reading.tekst(document)
    before = {regel.id: regel for regel in here.uitspraken()}
    if with_regels(tekst, before) != here:
        return False
    changed = {
        regel.id: (before[regel.id], regel)
        for regel in tekst.uitspraken()
        if regel != before[regel.id]
    }
    if any(was.runs != now.runs for was, now in changed.values()):
        return False
    if changed:
        document.take_over(changed)
    return True
