"""What the kinds of the timeline are called on screen."""

from collections.abc import Mapping

from vtdesk.services.tijdlijn.rows import TijdlijnKeuze
from vtdesk.ui.label import Label
from vtdesk.ui.labels import LETTER
from vtdesk.values.tijdlijn import TijdlijnSoort

SOORT: Mapping[TijdlijnSoort, Label] = {
    TijdlijnSoort.GEBEURTENIS: Label("Gebeurtenissen", "vandaag"),
    TijdlijnSoort.MELDING: Label("Meldingen", "punt"),
    TijdlijnSoort.CRISIS: Label("Crisis", "crisis"),
    TijdlijnSoort.GESPREK: Label("Gesprekken", "gesprek"),
    TijdlijnSoort.UITSPRAAK: Label("Uitspraken", "citaat"),
    TijdlijnSoort.BESLUIT: Label("Besluiten", "besluit"),
    TijdlijnSoort.VEILIGHEID: Label("Veiligheid", "veilig"),
    TijdlijnSoort.TERMIJN: Label("Termijnen", "termijn"),
    TijdlijnSoort.ONDERZOEK: Label("Onderzoek", "zoeken"),
    TijdlijnSoort.MONITORING: Label("Monitoring", "monitoring"),
    TijdlijnSoort.VERSLAG: Label("Verslagen", "verslagen"),
    TijdlijnSoort.GEZIN: Label("Gezin", "gezin"),
    TijdlijnSoort.AFWEGING: Label("Redenen", "info"),
}


def in_woorden(keuze: TijdlijnKeuze, wie: str) -> str:
    """Say which part of the line was chosen, as it stands on paper."""
    kinds = [SOORT[soort].word for soort in TijdlijnSoort if soort in keuze.soorten]
    parts = [
        f"alleen {', '.join(kinds).lower()}" if kinds else "",
        f"over {wie}" if keuze.persoon else "",
        f"letter {keuze.letter.value}, {LETTER[keuze.letter].word}" if keuze.letter else "",
    ]
    chosen = "; ".join(filter(None, parts))
    return f"{chosen[0].upper()}{chosen[1:]}." if chosen else "De hele tijdlijn."
