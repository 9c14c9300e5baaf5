"""What becomes of the open promises when the day ends: who has them tomorrow, or nobody yet."""

from collections import Counter
from dataclasses import dataclass
from datetime import date, timedelta

from vtdesk.services.verlof.service import VerlofRow
from vtdesk.ui.format import aantal
from vtdesk.ui.vandaag.reading import Reader
from vtdesk.ui.vandaag.tegel_inhoud import UNREAD
from vtdesk.values.dagkinds import OvernameSoort

NOT_TOLD = "Wie ze overneemt, kon niet worden gelezen."


@dataclass(frozen=True, slots=True)
class AvondBeloftes:
    """A sentence about the promises, and for how many of them somebody is still needed."""

    words: str
    niemand: int = 0


def read(reader: Reader, today: date, leave: VerlofRow | None) -> AvondBeloftes:
    """Say how many are open, and in leave who really has them."""
    promises = reader.promises()
    if promises.failed:
        return AvondBeloftes(UNREAD.format("Beloftes"))
    number = len(promises.rows)
    if not number:
        return AvondBeloftes("Er staat geen belofte open.")
    still = f"Nog {aantal(number, 'belofte', 'beloftes')} open."
    if leave is None or not leave.van <= today + timedelta(days=1) <= leave.tot:
        stands = "Die staat" if number == 1 else "Die staan"
        return AvondBeloftes(f"{still} {stands} morgen bovenaan.")
    found = reader.falls_in(leave)
    if found.failed:
        return AvondBeloftes(f"{still} {NOT_TOLD}")
    own = {row.id for row in promises.rows}
    takers = Counter(
        line.wie for line in found.rows if line.soort is OvernameSoort.BELOFTE and line.ding in own
    )
    return _in_leave(still, number, takers)


def _in_leave(still: str, number: int, takers: Counter[str]) -> AvondBeloftes:
    niemand = takers.pop("", 0)
    sentences = [still]
    sentences += [f"{wie.split()[0]} neemt er {many} over." for wie, many in takers.items()]
    later = number - niemand - takers.total()
    if later:
        sentences.append(f"{later} {'valt' if later == 1 else 'vallen'} na je verlof.")
    if niemand:
        sentences.append(f"Voor {niemand} daarvan is er nog niemand.")
    return AvondBeloftes(" ".join(sentences), niemand)
