"""Families that nobody thought of: whatever is tied to whatever, the drawing stays whole."""

from hypothesis import given, settings
from hypothesis import strategies as st

from tests.values.genogram_families import Familie, M, O, V
from tests.values.genogram_metrics import faults
from vtdesk.values.genogram.gezin import BandSoort, OuderSoort
from vtdesk.values.genogram.teken import teken

_NAMES = ["Ab", "Bo de Lange van Voorbeeldhaven", "Cas", "Dirk-Jan Sterrenwoud", "Els", "Fay Wolk"]


@st.composite
def families(draw: st.DrawFn, most: int) -> Familie:
    """A family of any shape: parents are always named before their children."""
    count = draw(st.integers(1, most))
    names = [f"{draw(st.sampled_from(_NAMES))} {number}" for number in range(count)]
    familie = Familie()
    for naam in names:
        age = draw(st.one_of(st.none(), st.integers(0, 90)))
        familie = familie.mens(
            draw(st.sampled_from([M, V, O])),
            naam,
            age,
            *draw(st.lists(st.sampled_from(["tante", "logeert bij een vriend"]), max_size=2)),
            ongeboren=draw(st.booleans()) and age is None,
        )
    familie = _with_ties(draw, familie, names)
    return _with_layers(draw, familie, names)


def _with_ties(draw: st.DrawFn, familie: Familie, names: list[str]) -> Familie:
    for number, naam in enumerate(names[1:], start=1):
        parents = draw(st.lists(st.sampled_from(names[:number]), max_size=2, unique=True))
        if parents:
            soort = draw(st.sampled_from(OuderSoort))
            familie = familie.kind(" + ".join(parents), naam, soort=soort)
    for _ in range(draw(st.integers(0, len(names) // 2))):
        een, ander = draw(st.sampled_from(names)), draw(st.sampled_from(names))
        if een != ander:
            familie = familie.band(een, ander, draw(st.sampled_from(BandSoort)))
    return familie


def _with_layers(draw: st.DrawFn, familie: Familie, names: list[str]) -> Familie:
    homes = draw(st.lists(st.integers(0, 3), min_size=len(names), max_size=len(names)))
    for home in range(1, 4):
        leden = [naam for naam, mine in zip(names, homes, strict=True) if mine == home]
        if leden:
            familie = familie.huis(f"Huis {home}", *leden)
    for _ in range(draw(st.integers(0, 3))):
        een, ander = draw(st.sampled_from(names)), draw(st.sampled_from(names))
        if een != ander:
            steun = draw(st.booleans())
            familie = familie.steun(een, ander) if steun else familie.geweld(een, ander)
    if draw(st.booleans()):
        familie = familie.hulp("Wijkteam", *draw(st.lists(st.sampled_from(names), max_size=2)))
    return familie


@settings(max_examples=40, deadline=None)
@given(families(most=12))
def test_any_family_is_drawn_without_a_fault(familie: Familie) -> None:
    assert faults(familie.gezin, teken(familie.gezin)) == []


@settings(max_examples=2, deadline=None)
@given(families(most=40))
def test_a_large_family_is_drawn_without_a_fault(familie: Familie) -> None:
    assert faults(familie.gezin, teken(familie.gezin)) == []
