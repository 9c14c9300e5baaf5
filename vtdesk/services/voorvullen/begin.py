"""The first text of a verslag: its template, filled with what the program already knows.

One function per part and kind, over facts that are read once. The keys are the ids of the parts,
which stay when an office changes a template; a part that nobody knows begins with its points.
"""

from collections.abc import Iterator

from vtdesk.services.voorvullen.blokken import Vulwerk, kopje
from vtdesk.services.voorvullen.feiten import Feiten
from vtdesk.services.voorvullen.soorten import PER_KIND, VULLERS
from vtdesk.values.sjabloon import Per, Sjabloon, SjabloonSectie, Vorm
from vtdesk.values.tekst import Alinea, Blok, Sectie, Tekst


def begintekst(template: Sjabloon, feiten: Feiten) -> Tekst:
    """Make the first text of a verslag."""
    reader = feiten.persoon_id if template.vorm == Vorm.BRIEF else None
    work = Vulwerk(feiten.geheim, reader)
    return Tekst(
        tuple(
            Sectie(part.id, tuple(_blocks(work, template.id, part, feiten)))
            for part in template.secties
        )
    )


def _blocks(work: Vulwerk, soort: str, part: SjabloonSectie, feiten: Feiten) -> Iterator[Blok]:
    fill = VULLERS.get(soort, {}).get(part.id)
    about = PER_KIND.get(soort, {}).get(part.id)
    if part.per == Per.KIND and feiten.kinderen:
        for child in feiten.kinderen:
            yield kopje(child.voornaam)
            known = about(feiten, child) if about else ()
            yield from tuple(work.blokken(part, known)) or (Alinea(),)
    else:
        yield from work.blokken(part, fill(feiten) if fill else ())
