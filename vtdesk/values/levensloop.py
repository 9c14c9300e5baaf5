"""The days of a life: what cannot be, said in words beside the day it is about."""

from dataclasses import dataclass
from datetime import date, timedelta

from vtdesk.values.kinds import Rol
from vtdesk.values.tijd import leeftijd

OUDST = 120  # years; nobody in a casus is older
_DRAGEN = timedelta(days=366)  # nobody is expected later than this


@dataclass(frozen=True, slots=True)
class Levensloop:
    """When somebody was born, is expected, and died; what is not known is empty."""

    geboren: date | None
    verwacht: date | None
    overleden: date | None

    def bezwaren(self, today: date, rol: Rol | None = None) -> dict[str, str]:
        """Say of each field what cannot be, for who has this role, by the name of the field."""
        found = {
            "geboortedatum": self._geboren(today),
            "verwacht_op": self._verwacht(today, rol),
            "overleden_op": self._overleden(today),
        }
        return {field: sentence for field, sentence in found.items() if sentence}

    def _geboren(self, today: date) -> str:
        if self.geboren is None:
            return ""
        if self.geboren > today:
            return (
                "Deze geboortedatum ligt in de toekomst. Kies bij een ongeboren kind "
                "de verwachte datum."
            )
        years = leeftijd(self.geboren, min(self.overleden or today, today))
        if years <= OUDST:
            return ""
        verb = "werd" if self.overleden else "is"
        return f"Dan {verb} deze persoon {years} jaar. Controleer het jaar van de geboorte."

    def _verwacht(self, today: date, rol: Rol | None) -> str:
        if self.verwacht is None:
            return ""
        if self.geboren is None and rol not in (None, Rol.ONGEBOREN):
            return "Dit is alleen voor een ongeboren kind. Kies die rol, of maak dit veld leeg."
        if _is_far(self.verwacht, today):
            return "Zo ver weg wordt geen kind verwacht. Controleer het jaar."
        return ""

    def _overleden(self, today: date) -> str:
        if self.overleden is None:
            return ""
        if self.overleden > today:
            return "Deze datum van overlijden ligt in de toekomst. Controleer de datum."
        if self.geboren and self.overleden < self.geboren:
            return "De datum van overlijden ligt vóór de geboorte. Controleer de datums."
        if leeftijd(self.overleden, today) > OUDST:
            return "Dit overlijden is te lang geleden. Controleer het jaar."
        return ""


def _is_far(day: date, today: date) -> bool:
    """Look further back than ahead: a child that was expected stays expected until it is born."""
    return day > today + _DRAGEN or leeftijd(day, today) > OUDST
