"""Terms for tests: one of ours on a day, and one that a test makes up."""

from datetime import date

from vtdesk.services.regelbestanden import kalender, termijnregels
from vtdesk.values.termijnen.berekening import Uitkomst, compute
from vtdesk.values.termijnen.regel import Termijnregel
from vtdesk.values.termijnen.regelboek import read_regels
from vtdesk.values.termijnen.verloop import Verloop

OP = date(2026, 1, 1)


def outcome(regel_id: str, begin: date, verloop: Verloop | None = None) -> Uitkomst:
    """Compute one of our terms."""
    regel = termijnregels().regel(regel_id, OP)
    return compute(regel, begin, kalender=kalender(), verloop=verloop or Verloop())


def statutory(lengte: int, eenheid: str) -> Termijnregel:
    """Make a rule that wants the Algemene termijnenwet."""
    text = f"""
        [[regel]]
        id = "X1"
        naam = "Proef"
        begint_bij = "begin van de proef"
        lengte = {lengte}
        eenheid = "{eenheid}"
        spoor = "wet"
        artikel = "Proefwet art. 1"
        bron = "bedacht"
        zekerheid = "D"
        geldig_vanaf = 2015-01-01
        atw = true
    """
    return read_regels(text).regel("X1", OP)
