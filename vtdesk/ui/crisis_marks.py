"""The colours of crisis ratings as marks on screen."""

from vtdesk.ui.casus_labels import KLEUR, KLEUR_VORM
from vtdesk.ui.widgets.crisis_mark import Mark
from vtdesk.values.casuskinds import Kleur


def mark_of(kleur: Kleur) -> Mark:
    """Give word, shape and colour of a rating."""
    return Mark(KLEUR[kleur].word, KLEUR_VORM[kleur], KLEUR[kleur].tone)
