"""Somebody next door who made a melding, for tests that look whether anything tells so."""

from uuid import UUID

from tests.builders import at
from vtdesk.services.desk import Desk
from vtdesk.services.meldingen import MelderGegevens, MeldingGegevens
from vtdesk.values.casuskinds import Anonimiteit, MeldingSoort

INEKE = MelderGegevens(
    "Ineke de Vries",
    telefoon="06-0000 0404",
    relatie="buurvrouw",
    toelichting="woont aan de Wisselkade 12; wil niet dat het gezin het weet",
)


def sealed_melder(desk: Desk, casus_id: UUID) -> UUID:
    gegevens = MeldingGegevens(
        MeldingSoort.PARTICULIER, at(9), "Ruzie op straat.",
        anonimiteit=Anonimiteit.ANONIEM_VOOR_GEZIN,
    )  # fmt: skip
    return desk.meldingen.add(casus_id, gegevens, INEKE)
