"""The drawing as SVG and as sentences."""

import re
from xml.etree import ElementTree

import pytest

from tests.values import genogram_families as families
from tests.values.genogram_families import ALL, Case, Familie, O, V
from vtdesk import resources
from vtdesk.values.genogram.als_tekst import als_tekst
from vtdesk.values.genogram.svg import to_svg
from vtdesk.values.genogram.teken import teken
from vtdesk.values.genogram.tekening import Laag

SVG = "{http://www.w3.org/2000/svg}"
STYLE = resources.path("genogram.css").read_text("utf-8")


def written(familie: Familie, lagen: frozenset[Laag] = frozenset(Laag)) -> ElementTree.Element:
    text = to_svg(
        teken(familie.gezin),
        titel="Gezin van Pip & Job",
        omschrijving=" ".join(als_tekst(familie.gezin)),
        stijl=STYLE,
        lagen=lagen,
    )
    return ElementTree.fromstring(text)


def words(root: ElementTree.Element) -> list[str]:
    return ["".join(text.itertext()) for text in root.iter(f"{SVG}text")]


@pytest.mark.parametrize("case", ALL, ids=lambda case: case.make.__name__)
def test_a_drawing_fits_one_a4_with_everything_on_it(case: Case) -> None:
    familie = case.make()
    root = written(familie)
    assert (root.get("width"), root.get("height")) == ("297mm", "210mm")
    left, top, width, height = map(float, root.get("viewBox", "").split())
    tekening = teken(familie.gezin)
    assert left < 0 < tekening.breedte < left + width
    assert top < 0 < tekening.hoogte < top + height
    assert width / height == pytest.approx(297 / 210, abs=0.01)
    drawn = words(root)
    assert all(etiket.tekst in drawn for etiket in tekening.etiketten)
    assert len(root.findall(f"{SVG}g")) == len(familie.gezin.figuren)


def test_a_drawing_can_be_read_aloud() -> None:
    root = written(families.wolkenveld())
    assert root.get("role") == "img"
    assert root.findtext(f"{SVG}title") == "Gezin van Pip & Job"
    assert "Geweld van Dario Kaneelboom naar Sanne Wolkenveld" in root.findtext(f"{SVG}desc", "")
    people = [group.get("aria-label", "") for group in root.findall(f"{SVG}g")]
    assert "Tijn, 2 jaar. Om dit kind gaat het." in people
    assert "Loes Wolkenveld, 28 jaar, tante van Fenna. Het adres is geheim." in people


def test_a_layer_that_is_off_leaves_no_trace() -> None:
    root = written(families.wolkenveld(), frozenset())
    text = " ".join(words(root))
    assert "Geweld" not in text
    assert "gezag" not in text
    assert "Thuis bij Sanne" not in text
    assert not root.findall(f"{SVG}path[@class='huis']")
    assert not root.findall(f"{SVG}polygon[@class='pijl geweld']")


def test_names_are_text_and_never_markup() -> None:
    naam = 'O\'Neill <b onclick="x">&amp;\x00'
    familie = Familie().mens(V, naam, 30, "</text><script>")
    root = written(familie)
    assert 'O\'Neill <b onclick="x">&amp;' in " ".join(words(root)).replace("… ", "")[:60]
    assert not list(root.iter(f"{SVG}script"))


def test_colours_stand_in_the_style_and_nowhere_else() -> None:
    text = to_svg(teken(families.wolkenveld().gezin), titel="t", omschrijving="o", stijl="")
    assert not re.search(r"#[0-9A-Fa-f]{3,6}|fill=|stroke=", text)


def test_line_forms_differ_without_colour() -> None:
    root = written(families.placed_with_aunt())
    forms = {line.get("stroke-dasharray") for line in root.iter(f"{SVG}polyline")}
    assert {None, "1.5 4"} <= forms


def test_a_family_is_told_in_sentences() -> None:
    assert als_tekst(families.wolkenveld().gezin) == (
        "Zo was het op dinsdag 12 mei 2026.",
        "Sanne Wolkenveld, 31 jaar, moeder.",
        "Dario Kaneelboom, 34 jaar, logeert bij een vriend.",
        "Vader van Fenna, niet bekend.",
        "Fenna, 7 jaar. Om dit kind gaat het.",
        "Tijn, 2 jaar. Om dit kind gaat het.",
        "Loes Wolkenveld, 28 jaar, tante van Fenna. Het adres is geheim.",
        "Opa Wolkenveld, niet betrokken.",
        "Oma Wolkenveld, niet betrokken.",
        "Tijn is een kind van Sanne Wolkenveld en Dario Kaneelboom.",
        "Fenna is een kind van Sanne Wolkenveld en Vader van Fenna.",
        "Sanne Wolkenveld is een kind van Opa Wolkenveld en Oma Wolkenveld.",
        "Loes Wolkenveld is een kind van Opa Wolkenveld en Oma Wolkenveld.",
        "Sanne Wolkenveld en Dario Kaneelboom zijn uit elkaar.",
        "Opa Wolkenveld en Oma Wolkenveld kennen elkaar. Of zij partners zijn, is niet bekend.",
        "Thuis bij Sanne: Sanne Wolkenveld en Tijn wonen in één huis.",
        "Adres afgeschermd: Loes Wolkenveld en Fenna wonen in één huis.",
        "Gezag over Tijn: beide ouders.",
        "Gezag over Fenna: Sanne.",
        "Geweld van Dario Kaneelboom naar Sanne Wolkenveld (4 mei).",
        "Loes Wolkenveld steunt Fenna.",
    )


def test_foster_care_siblings_and_the_unborn_are_told_too() -> None:
    told = als_tekst(families.placed_with_aunt().gezin)
    assert "Geplaatst kind is pleegkind van Tante en Oom." in told
    assert "Moeder en Tante zijn zussen." in told
    assert any("nog niet geboren" in s and "maandag 20 juli 2026" in s for s in told)
    assert "School helpt Ruben en Lotte." in als_tekst(families.sterrenwoud().gezin)


@pytest.mark.parametrize("case", ALL, ids=lambda case: case.make.__name__)
def test_the_sentences_name_everybody(case: Case) -> None:
    gezin = case.make().gezin
    told = " ".join(als_tekst(gezin))
    assert all(figuur.naam in told for figuur in gezin.figuren)


def test_marks_that_turn_the_text_are_not_told() -> None:
    familie = Familie().mens(O, "\u202ePip\u202c", 9)
    assert als_tekst(familie.gezin)[1] == "Pip, 9 jaar."
