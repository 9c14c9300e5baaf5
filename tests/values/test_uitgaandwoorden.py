"""The words that speak of people without a name come from a list."""

from vtdesk.values.kinds import Geslacht, Rol
from vtdesk.values.uitgaandwoorden import uitgaandwoorden


def test_words_of_a_role_follow_the_sex_and_both_count_when_it_is_unknown() -> None:
    known = uitgaandwoorden()
    assert "oma" in known.van_rol(Rol.GROOTOUDER, Geslacht.VROUW)
    assert "opa" not in known.van_rol(Rol.GROOTOUDER, Geslacht.VROUW)
    assert {"oma", "opa"} <= known.van_rol(Rol.GROOTOUDER, Geslacht.ONBEKEND)
    assert "zusje" in known.van_rol(Rol.ONGEBOREN, Geslacht.VROUW)
    assert not known.van_rol(Rol.PROFESSIONAL, Geslacht.VROUW)


def test_protection_is_a_word_or_several_in_a_row() -> None:
    known = uitgaandwoorden()
    assert known.is_bescherming("Er is een afspraak op locatie.")
    assert not known.is_bescherming("Een afspraak over de locatie.")
