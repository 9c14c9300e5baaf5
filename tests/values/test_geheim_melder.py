"""Who made a melding: a name in any case, initials, and words beside the melding."""

import pytest

from vtdesk.values.adreswacht import Bewaakt, Wacht
from vtdesk.values.geheim import Geheim
from vtdesk.values.geheim_melder import melding_delen
from vtdesk.values.uitgaand import WegReden

BEKEND = ("Loes Wolkenveld", "Sanne Wolkenveld")
WORDS = frozenset({"loes", "sanne", "wolkenveld"})


@pytest.mark.parametrize("naam", ["truus jansen", "Truus Jansen", "TRUUS JANSEN"])
@pytest.mark.parametrize(
    "tekst", ["Truus belde.", "truus belde.", "Mevrouw Jansen", "mevrouw jansen", "TRUUS"]
)
def test_a_name_is_guarded_in_any_case(naam: str, tekst: str) -> None:
    assert Geheim.van_melder(naam).staat_in(tekst)


def test_initials_are_guarded_and_abbreviations_are_not() -> None:
    guard = Geheim.van_melder("Ineke de Vries")
    assert guard.staat_in("I. de V. belde ons.")
    assert not Geheim.van_melder("Ilse Veen").staat_in("Dat is niet nodig i.v.m. de vakantie.")
    assert Geheim.van_melder("Ilse Veen").staat_in("I.V. heeft gemeld dat er ruzie is.")


@pytest.mark.parametrize(
    "tekst",
    [
        "Loes meldde ons dat Dario schreeuwt.",
        "Loes Wolkenveld deed de melding.",
        "Loes heeft dit gemeld.",
        "Loes belde Veilig Thuis.",
        "De melding kwam van Loes.",
        "De melder is Loes Wolkenveld.",
    ],
)
def test_somebody_of_the_family_is_guarded_beside_the_melding(tekst: str) -> None:
    assert Geheim.van_melder("Loes Wolkenveld", (), BEKEND).staat_in(tekst)


@pytest.mark.parametrize(
    "tekst",
    [
        "Loes belde Tijn op zijn verjaardag.",
        "Loes past op Tijn. Over de melding wordt later gesproken.",
        "Sanne Wolkenveld meldde zich ziek.",
    ],
)
def test_somebody_of_the_family_may_be_named_otherwise(tekst: str) -> None:
    assert not Geheim.van_melder("Loes Wolkenveld", (), BEKEND).staat_in(tekst)


@pytest.mark.parametrize(
    "tekst",
    [
        "De oppas belde ons over Tijn.",
        "Wij kregen een tip van de oppas.",
        "De oppas gaf het ons door.",
        "De melding kwam uit de Wisselkade.",
        "De melder werkt bij Bakkerij Smit.",
        "Volgens de melder, die bij Smit werkt, is er ruzie.",
    ],
)
def test_who_it_is_to_the_family_and_where_is_a_hit_beside_the_melding(tekst: str) -> None:
    assert _wacht().staat_in(tekst)


@pytest.mark.parametrize(
    "tekst",
    ["De oppas komt op dinsdag.", "Otis woont op de Wisselkade.", "Zij koopt brood bij Smit."],
)
def test_elsewhere_it_is_no_hit(tekst: str) -> None:
    assert not _wacht().staat_in(tekst)


def _wacht() -> Wacht:
    places = ("woont aan de Wisselkade 12, werkt bij Bakkerij Smit op de hoek",)
    beside = tuple(melding_delen("Truus Jansen", ("oppas",), places, WORDS))
    guard = Geheim.van_melder("Truus Jansen", (), BEKEND)
    return Wacht([Bewaakt(guard, "wie meldde", WegReden.MELDER, beside)], BEKEND)
