"""The check that a verslag does not tell who made a melding: each place where it would is named."""

from collections.abc import Iterator

from sqlalchemy.orm import Session

from vtdesk.models import Verslag
from vtdesk.services.afscherming import melders_in
from vtdesk.services.controle.checks import gedrukt
from vtdesk.services.controle.punt import Punt
from vtdesk.services.gesprekken import deelnames
from vtdesk.values.tekst import Tekst


def melder_genoemd(session: Session, verslag: Verslag, tekst: Tekst) -> Iterator[Punt]:
    """Ask about who was there and about each section; says nothing where nobody has to be hidden.

    Source: Uitvoeringsbesluit Wmo 2015 art. 4.1.8. It is a question: who made a melding may be
    known to the family, and be spoken with.
    """
    guard = melders_in(session, verslag.casus_id)
    if not guard:
        return
    found = False
    if verslag.afspraak_id is not None and tekst.secties:
        rows = deelnames(session, verslag.afspraak_id)
        if any(
            guard.staat_in(f"{row.naam}\n{row.hoedanigheid}\n{row.toelichting}") for row in rows
        ):
            found = True
            yield Punt("melder/aanwezig", "Bij wie erbij waren, staat wie meldde", klaar=False,
                       sectie_id=tekst.secties[0].id)  # fmt: skip
    for sectie in tekst.secties:
        if guard.staat_in(gedrukt(sectie)):
            found = True
            yield Punt(f"melder/{sectie.id}", "In dit onderdeel staat wie meldde", klaar=False,
                       sectie_id=sectie.id)  # fmt: skip
    if not found:
        yield Punt("melder", "Nergens staat wie meldde", klaar=True)
