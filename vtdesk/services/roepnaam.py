"""How one calls somebody in a list where everybody of a casus stands together."""

from vtdesk.models import Persoon
from vtdesk.values.kinds import Rol

_IN_FULL = (Rol.INFORMANT, Rol.PROFESSIONAL)


def roepnaam(persoon: Persoon, rol: Rol) -> str:
    """Give the first name, but of a professional the whole name."""
    return persoon.naam if rol in _IN_FULL else persoon.voornaam or persoon.naam
