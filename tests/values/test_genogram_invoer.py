"""What cannot be is refused in words; what is odd is drawn."""

from collections.abc import Callable
from dataclasses import replace

import pytest

from tests.values import genogram_families as families
from tests.values.genogram_families import Familie, M, V, ident
from tests.values.genogram_metrics import faults
from vtdesk.errors import UserError
from vtdesk.values.genogram.teken import teken


def three() -> Familie:
    return Familie().mens(V, "Oma", 60).mens(V, "Moeder", 30).mens(V, "Pip", 9)


@pytest.mark.parametrize(
    ("wrong", "words"),
    [
        (lambda: three().kind("Pip", "Pip"), "Iemand kan niet zijn eigen ouder zijn."),
        (
            lambda: three().kind("Oma", "Moeder").kind("Moeder", "Pip").kind("Pip", "Oma"),
            "Iemand is hier zijn eigen voorouder.",
        ),
        (lambda: three().band("Oma", "Oma"), "Iemand kan geen relatie met zichzelf hebben."),
        (lambda: three().band("Oma", "Opa"), "wijst naar iemand die niet in dit gezin staat"),
        (lambda: three().kind("Opa", "Pip"), "wijst naar iemand die niet in dit gezin staat"),
        (lambda: three().huis("Thuis", "Opa"), "wijst naar iemand die niet in dit gezin staat"),
        (lambda: three().geweld("Opa", "Pip"), "wijst naar iemand die niet in dit gezin staat"),
        (lambda: three().mens(M, "Pip", 9), "Iemand staat twee keer in dit gezin."),
        (lambda: three().kind("Oma + Moeder + Pip", "Pip"), "eigen ouder"),
        (lambda: three().kind("Oma + Oma", "Pip"), "één of twee verschillende ouders"),
    ],
)
def test_what_cannot_be_is_refused_in_words(wrong: Callable[[], Familie], words: str) -> None:
    with pytest.raises(UserError, match=words):
        wrong()


def test_two_rows_with_one_parent_each_make_one_couple() -> None:
    apart = three().mens(M, "Vader", 33).kind("Moeder", "Pip").kind("Vader", "Pip")
    together = three().mens(M, "Vader", 33).kind("Moeder + Vader", "Pip")
    assert teken(apart.gezin).lijnen == teken(together.gezin).lijnen


def test_the_same_tie_told_twice_is_drawn_once() -> None:
    familie = families.wolkenveld()
    twice = replace(familie.gezin, verbindingen=familie.gezin.verbindingen * 2)
    assert teken(twice).lijnen == teken(familie.gezin).lijnen


def test_three_parents_of_one_kind_are_drawn_without_a_fault() -> None:
    familie = three().mens(M, "Vader", 33).mens(M, "Meevader", 35)
    familie = familie.kind("Moeder + Vader", "Pip").kind("Meevader", "Pip")
    assert faults(familie.gezin, teken(familie.gezin)) == []


def test_an_empty_household_and_help_for_nobody_leave_no_trace() -> None:
    familie = three().huis("Leeg").hulp("Wijkteam")
    tekening = teken(familie.gezin)
    assert tekening.omtrekken == ()
    assert [etiket.tekst for etiket in tekening.etiketten] == ["Wijkteam"]


def test_a_line_from_somebody_to_himself_is_left_out() -> None:
    familie = three().geweld("Pip", "Pip", "Doet zichzelf pijn")
    assert faults(familie.gezin, teken(familie.gezin)) == []


def test_people_whom_nothing_ties_stand_beside_the_family() -> None:
    familie = families.wolkenveld().mens(V, "Juf", 29).mens(M, "Trainer", 30)
    tekening = teken(familie.gezin)
    assert faults(familie.gezin, tekening) == []
    right = max(
        tekening.symbool(figuur.id).vak.right for figuur in families.wolkenveld().gezin.figuren
    )
    assert (
        tekening.symbool(ident("Juf")).vak.top == tekening.symbool(ident("Loes Wolkenveld")).vak.top
    )
    assert tekening.breedte < right + 400


def test_the_measure_sees_what_is_planted() -> None:
    gezin = families.wolkenveld().gezin
    good = teken(gezin)
    first, second, *rest = good.symbolen
    over = replace(second, vak=first.vak)
    assert any(
        "over" in fault for fault in faults(gezin, replace(good, symbolen=(first, over, *rest)))
    )
    twice = replace(good, symbolen=(first, *good.symbolen))
    assert "not everybody is drawn once" in faults(gezin, twice)
    swapped = replace(good.omtrekken[0], leden=good.omtrekken[1].leden)
    wrong = replace(good, omtrekken=(swapped, *good.omtrekken[1:]))
    assert any("enclose" in fault for fault in faults(gezin, wrong))
    loes = good.symbool(ident("Loes Wolkenveld")).bijschrift
    through = replace(good.lijnen[0], punten=(loes.midden, loes.midden._replace(y=0)))
    assert any("caption" in f for f in faults(gezin, replace(good, lijnen=(through, *good.lijnen))))
