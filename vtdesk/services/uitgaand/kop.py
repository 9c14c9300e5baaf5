"""Who was there and who reacted, as one of the family may read it.

The head says which parents were there, and of others no more than what they are. Of the reactions
only the reader's own goes along, known by person and not by name.
"""

import dataclasses

from vtdesk.services.uitgaand.lezer import Lezer, zonder_toevoeging
from vtdesk.services.uitgaand.titels import Vonnis
from vtdesk.values.document import Reactieregel, VerslagDocument
from vtdesk.values.stukjes import Stukje, voor_een_ander
from vtdesk.values.uitgaand import WegReden


def aanwezig(stukje: Stukje, lezer: Lezer) -> Vonnis | None:
    """Who was there: parents and who works; of others around a family it is not told."""
    named = lezer.kring.genoemd(stukje.tekst)
    around = frozenset(one for one in named if lezer.kring.is_buiten(one))
    return lezer.stuit_op(stukje, named & lezer.verboden | around)


def reactie(stukje: Stukje, lezer: Lezer) -> Vonnis | None:
    """The own reaction goes along; any other is about another."""
    if _is_eigen(lezer.stuk.document.reacties[stukje.plek.blok], lezer):
        return None
    named = lezer.kring.genoemd(stukje.tekst)
    found = lezer.stuit_op(stukje, named)
    return found or Vonnis(stukje, WegReden.OVER_EEN_ANDER)


def gedrukt(document: VerslagDocument, lezer: Lezer) -> VerslagDocument:
    """Take out of a copy for a family what is printed about everybody else."""
    if not lezer.is_familie:
        return document
    people = tuple(
        one
        if lezer.is_eigen_naam(one.naam)
        else dataclasses.replace(
            one, gezag="", toelichting="", hoedanigheid=_rol(one.hoedanigheid, lezer)
        )
        for one in document.kop.aanwezigen
    )
    said = tuple(
        dataclasses.replace(one, hoedanigheid=_rol(one.hoedanigheid, lezer))
        for one in document.reacties
    )
    kop = dataclasses.replace(document.kop, aanwezigen=people)
    return dataclasses.replace(voor_een_ander(document), kop=kop, reacties=said)


def _is_eigen(regel: Reactieregel, lezer: Lezer) -> bool:
    """Tell whether the reader gave it: the person is the reader, and its name is not another's."""
    return regel.persoon_id in lezer.zelf and not lezer.kring.genoemd(regel.naam) - lezer.zelf


def _rol(hoedanigheid: str, lezer: Lezer) -> str:
    """Give what somebody is, without what was added to it: `tante`, not where she lives."""
    role = zonder_toevoeging(hoedanigheid)
    return role if lezer.is_rol(role) else ""
