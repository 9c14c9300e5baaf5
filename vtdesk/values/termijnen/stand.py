"""Where a term stands: late is a state that people work in, not a failure to hide."""

from datetime import date, datetime
from enum import StrEnum

from vtdesk.errors import UserError
from vtdesk.values.termijnen.berekening import Uitkomst
from vtdesk.values.termijnen.kalender import Kalender
from vtdesk.values.termijnen.regel import Verlengruimte
from vtdesk.values.termijnen.tellen import tel
from vtdesk.values.termijnen.verloop import Opschorting, Verlenging
from vtdesk.values.tijd import volle_dag


class Termijnstand(StrEnum):
    """What a term is at a moment."""

    LOOPT = "loopt"
    STAAT_STIL = "staat_stil"
    TE_LAAT = "te_laat"
    GEHAALD = "gehaald"
    LAAT_GEHAALD = "laat_gehaald"
    AFGELOPEN = "afgelopen"  # a ban or measure that ended: nobody missed anything
    VERVALLEN = "vervallen"


def stand(
    uitkomst: Uitkomst, nu: datetime, *, gehaald_op: date | None = None, vervallen: bool = False
) -> Termijnstand:
    """Tell where a term stands; what was done on the last day was in time."""
    if vervallen:
        return Termijnstand.VERVALLEN
    if gehaald_op:
        late = gehaald_op > uitkomst.einde
        return Termijnstand.LAAT_GEHAALD if late else Termijnstand.GEHAALD
    if uitkomst.staat_stil:
        return Termijnstand.STAAT_STIL
    if nu < uitkomst.tot:
        return Termijnstand.LOOPT
    return Termijnstand.AFGELOPEN if uitkomst.regel.werking else Termijnstand.TE_LAAT


def check_opschorting(uitkomst: Uitkomst, nieuw: Opschorting) -> None:
    """Refuse a suspension that the rule does not allow or that does not touch the term."""
    regel = uitkomst.regel
    if not regel.opschorten:
        raise UserError(f"{regel.id} kan niet stilstaan: {regel.grond.artikel} kent dat niet.")
    if not nieuw.reden.strip():
        raise UserError("Schrijf op waarom de termijn stilstaat.")
    if uitkomst.staat_stil:
        raise UserError("De termijn staat al stil. Laat haar eerst weer lopen.")
    if nieuw.vanaf <= uitkomst.begin:
        raise UserError(
            f"De termijn loopt pas vanaf {volle_dag(uitkomst.begin)}. Kies een latere dag."
        )
    if nieuw.vanaf > uitkomst.einde:
        raise _voorbij(uitkomst)


def check_verlenging(uitkomst: Uitkomst, nieuw: Verlenging, kalender: Kalender) -> None:
    """Refuse an extension without reason, too late, too often or too long."""
    ruimte = uitkomst.regel.verlenging
    if ruimte is None:
        regel = uitkomst.regel
        raise UserError(
            f"{regel.id} kan niet worden verlengd: {regel.grond.artikel} kent dat niet."
        )
    if not nieuw.reden.strip():
        raise UserError("Schrijf op waarom je verlengt.")
    if nieuw.besloten_op and nieuw.besloten_op > uitkomst.einde:
        raise _voorbij(uitkomst)
    if ruimte.keer and len(uitkomst.verlengingen) >= ruimte.keer:
        times = "één keer" if ruimte.keer == 1 else f"{ruimte.keer} keer"
        raise UserError(f"Verlengen kan maar {times} ({ruimte.artikel}).")
    most = ruimste_einde(uitkomst, ruimte, kalender)
    if tel(uitkomst.ruw, nieuw.lengte, kalender) > most:
        raise UserError(f"Verlengen kan tot en met {volle_dag(most)} ({ruimte.artikel}).")


def ruimste_einde(uitkomst: Uitkomst, ruimte: Verlengruimte, kalender: Kalender) -> date:
    """Give the latest day that one more extension may reach."""
    return uitkomst.uiterste or tel(uitkomst.ruw, ruimte.lengte, kalender)


def _voorbij(uitkomst: Uitkomst) -> UserError:
    return UserError(
        f"De termijn was al voorbij op {volle_dag(uitkomst.einde)}. "
        "Schrijf op waarom het later wordt, kies een nieuwe datum en wie nu op de veiligheid let."
    )
