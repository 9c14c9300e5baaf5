"""The three demo families and twelve harder ones, measured as a draughtsman would look at them."""

from dataclasses import replace
from uuid import UUID

import pytest

from tests.values import genogram_families as families
from tests.values.genogram_families import ALL, Case, Familie, V, ident
from tests.values.genogram_metrics import crossings, faults
from vtdesk.values.genogram.gezin import Gezin
from vtdesk.values.genogram.teken import teken
from vtdesk.values.genogram.tekening import Laag, Lijnsoort, Tekening, Vorm


def drawn(familie: Familie) -> Tekening:
    return teken(familie.gezin)


@pytest.mark.parametrize("case", ALL, ids=lambda case: case.make.__name__)
def test_a_family_is_drawn_without_a_fault(case: Case) -> None:
    gezin = case.make().gezin
    assert faults(gezin, teken(gezin)) == [], case.why


@pytest.mark.parametrize("case", ALL, ids=lambda case: case.make.__name__)
def test_lines_cross_no_more_often_than_they_must(case: Case) -> None:
    assert crossings(drawn(case.make())) <= case.crossings, case.reason or case.why


@pytest.mark.parametrize("case", ALL, ids=lambda case: case.make.__name__)
def test_the_same_family_gives_the_same_drawing_whatever_the_ids(case: Case) -> None:
    gezin = case.make().gezin
    first = teken(gezin)
    assert teken(gezin) == first
    other = teken(_renamed(gezin))
    assert [symbool.vak for symbool in other.symbolen] == [s.vak for s in first.symbolen]
    assert [lijn.punten for lijn in other.lijnen] == [lijn.punten for lijn in first.lijnen]


@pytest.mark.parametrize("case", ALL, ids=lambda case: case.make.__name__)
def test_each_household_is_one_outline(case: Case) -> None:
    for omtrek in drawn(case.make()).omtrekken:
        assert len(omtrek.randen) == 1, omtrek.naam


@pytest.mark.parametrize("case", ALL, ids=lambda case: case.make.__name__)
def test_every_line_of_a_layer_and_every_name_of_a_household_finds_a_place(case: Case) -> None:
    gezin, tekening = case.make().gezin, drawn(case.make())
    wanted = len(gezin.lijnen) + sum(len(hulp.bij) for hulp in gezin.hulp)
    assert sum(lijn.laag is not Laag.GEZIN for lijn in tekening.lijnen) == wanted
    words = [etiket.tekst for etiket in tekening.etiketten]
    assert {huis.naam for huis in gezin.huishoudens} <= set(words)
    assert {laag.tekst for laag in gezin.geweld} <= set(words)


@pytest.mark.parametrize(
    "case",
    [case for case in ALL if case.make is not families.circle_of_couples],
    ids=lambda case: case.make.__name__,
)
def test_children_of_one_couple_stand_in_order_of_birth(case: Case) -> None:
    gezin, tekening = case.make().gezin, drawn(case.make())
    central = [figuur for figuur in gezin.figuren if figuur.id in gezin.centraal]
    for one in central:
        for other in central:
            same = _parents(gezin, one.id) == _parents(gezin, other.id) != set()
            if same and one.geboren and other.geboren and one.geboren < other.geboren:
                assert tekening.symbool(one.id).vak.left < tekening.symbool(other.id).vak.left


def test_the_parent_whom_half_siblings_share_stands_in_the_middle() -> None:
    tekening = drawn(families.two_fathers())
    left, right = (tekening.symbool(ident(f"Vader van {kind}")).vak.left for kind in ("Bo", "Ab"))
    moeder = tekening.symbool(ident("Moeder")).vak.left
    assert min(left, right) < moeder < max(left, right)


def test_twins_hang_from_one_point() -> None:
    tekening = drawn(families.twins_with_two_mothers())
    slanting = [
        lijn.punten[0]
        for lijn in tekening.lijnen
        if lijn.punten[0].x != lijn.punten[1].x and lijn.punten[0].y != lijn.punten[1].y
    ]
    assert len(slanting) == 2
    assert len(set(slanting)) == 1


def test_each_shape_line_and_mark_says_what_it_means() -> None:
    tekening = drawn(families.placed_with_aunt())
    assert tekening.symbool(ident("Ongeboren")).vorm is Vorm.DRIEHOEK
    assert tekening.symbool(ident("Moeder")).vorm is Vorm.CIRKEL
    foster = {ident("Tante"), ident("Oom"), ident("Geplaatst kind")}
    assert any(
        lijn.soort is Lijnsoort.GESTIPPELD and foster <= lijn.van for lijn in tekening.lijnen
    )
    wolkenveld = drawn(families.wolkenveld())
    assert wolkenveld.symbool(ident("Vader van Fenna")).gestreept
    assert wolkenveld.symbool(ident("Loes Wolkenveld")).geheim_adres
    assert wolkenveld.symbool(ident("Fenna")).centraal


def test_violence_points_from_the_one_who_did_it() -> None:
    tekening = drawn(families.wolkenveld())
    arrow = next(lijn for lijn in tekening.lijnen if lijn.pijl)
    dario, sanne = (
        tekening.symbool(ident(naam)).vak.midden
        for naam in ("Dario Kaneelboom", "Sanne Wolkenveld")
    )
    assert abs(arrow.punten[0].x - dario.x) < abs(arrow.punten[0].x - sanne.x)
    assert abs(arrow.punten[-1].x - sanne.x) < abs(arrow.punten[-1].x - dario.x)


def test_arrow_keys_walk_by_relation() -> None:
    tekening = drawn(families.wolkenveld())
    assert tekening.buur(ident("Tijn")).op in {ident("Sanne Wolkenveld"), ident("Dario Kaneelboom")}
    assert tekening.buur(ident("Dario Kaneelboom")).neer == ident("Tijn")
    row = ident("Dario Kaneelboom")
    seen = [row]
    while (after := tekening.buur(seen[-1]).rechts) is not None:
        seen.append(after)
    assert seen[1] == ident("Sanne Wolkenveld")
    assert tekening.buur(seen[-1]).links == seen[-2]


def test_everybody_can_be_reached_with_the_arrow_keys() -> None:
    tekening = drawn(families.network_of_25())
    seen, todo = set(), [tekening.symbolen[0].id]
    while todo:
        person = todo.pop()
        if person not in seen:
            seen.add(person)
            buren = tekening.buur(person)
            steps = (buren.op, buren.neer, buren.links, buren.rechts)
            todo += [step for step in steps if step is not None]
    assert len(seen) == len(tekening.symbolen)


@pytest.mark.parametrize("x", [-400.0, -60.0, 35.0, 900.0])
def test_whoever_is_dragged_moves_and_the_others_give_way(x: float) -> None:
    familie = families.grandparents_on_both_sides()
    before = drawn(familie)
    moved = familie.verschoven("Zus van moeder", x)
    after = drawn(moved)
    assert faults(moved.gezin, after) == []

    def place(tekening: Tekening, naam: str) -> float:
        return tekening.symbool(ident(naam)).vak.left - tekening.symbool(ident("Nichtje")).vak.left

    step = place(after, "Zus van moeder") - place(before, "Zus van moeder")
    assert step * x > 0


def test_one_person_and_nobody_can_be_drawn() -> None:
    assert drawn(Familie()).symbolen == ()
    alone = Familie().mens(V, "Pip", 9).over("Pip")
    assert len(drawn(alone).symbolen) == 1
    assert faults(alone.gezin, drawn(alone)) == []


def test_a_person_with_a_name_of_500_letters_keeps_the_drawing_whole() -> None:
    names = ["W" * 500, "\u202ePip\u202c \N{DROP OF BLOOD}\x00", "de la " * 80]
    familie = Familie()
    for naam in names:
        familie = familie.mens(V, naam, 30, naam)
    tekening = drawn(familie)
    assert faults(familie.gezin, tekening) == []
    assert tekening.breedte < 800


def _parents(gezin: Gezin, kind: UUID) -> set[UUID]:
    return {ouder for entry in gezin.ouderschappen if entry.kind == kind for ouder in entry.ouders}


def _renamed(gezin: Gezin) -> Gezin:
    """Give everybody another id, in another order of sorting."""
    new = {figuur.id: UUID(int=2**128 - 1 - figuur.id.int) for figuur in gezin.figuren}
    return replace(
        gezin,
        figuren=tuple(replace(f, id=new[f.id]) for f in gezin.figuren),
        verbindingen=tuple(
            replace(v, een=new[v.een], ander=new[v.ander]) for v in gezin.verbindingen
        ),
        ouderschappen=tuple(
            replace(o, kind=new[o.kind], ouders=tuple(new[i] for i in o.ouders))
            for o in gezin.ouderschappen
        ),
        huishoudens=tuple(
            replace(h, leden=tuple(new[i] for i in h.leden)) for h in gezin.huishoudens
        ),
        geweld=tuple(replace(g, van=new[g.van], naar=new[g.naar]) for g in gezin.geweld),
        steun=tuple(replace(s, van=new[s.van], naar=new[s.naar]) for s in gezin.steun),
        gezag=tuple(replace(g, kind=new[g.kind]) for g in gezin.gezag),
        hulp=tuple(replace(h, bij=tuple(new[i] for i in h.bij)) for h in gezin.hulp),
        centraal=frozenset(new[i] for i in gezin.centraal),
    )
