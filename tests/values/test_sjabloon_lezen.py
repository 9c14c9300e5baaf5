"""Reading a template: whatever is wrong is named with its line, and nothing else comes out."""

from pathlib import Path

import pytest
from hypothesis import given
from hypothesis import strategies as st

from vtdesk import resources
from vtdesk.values.sjabloon_lezen import (
    MEESTE_TEKENS,
    SjabloonFout,
    lees_sjabloon,
    sectieregels,
)
from vtdesk.values.tomlregels import tabelplaatsen

GOOD = """\
# Een sjabloon van een kantoor.
id = "telefoonnotitie"
titel = "Telefoonnotitie"
versie = "2026-11"
bron = "eigen"
hoort_bij = ["bellen"]
controles = ["taalwacht"]

[[secties]]
id = "wie"
kop = "Wie belde"
velden = [
    "Tijd:",  # [ in een opmerking telt niet
    "Wie:",
]
verplicht = true

[[secties]]
id = "rijen"
kop = "Een tabel"
kolommen = ["Wie", "Wat"]
"""
LINES = GOOD.splitlines()
FILES = sorted(resources.path("verslagen").glob("*.toml"))


def with_line(number: int, words: str) -> str:
    """The good text with another line in the place of this one."""
    return "\n".join([*LINES[: number - 1], words, *LINES[number:]])


def mistake(text: str) -> SjabloonFout:
    with pytest.raises(SjabloonFout) as wrong:
        lees_sjabloon(text, "eigen.toml")
    return wrong.value


def test_a_good_text_gives_its_parts_in_order() -> None:
    found = lees_sjabloon(GOOD, "eigen.toml")

    assert [part.id for part in found.secties] == ["wie", "rijen"]
    assert found.secties[0].velden == ("Tijd:", "Wie:")
    assert found.secties[1].kolommen == ("Wie", "Wat")
    assert (found.vorm, found.per, found.reactie, found.eigen) == ("verslag", "", False, 0)


@pytest.mark.parametrize(
    ("number", "words", "why"),
    [
        (3, 'titel = "Telefoon', "aanhalingsteken"),
        (3, "titel Telefoon", "hoort een ="),
        (3, "titel = Telefoon", "Zet tekst tussen aanhalingstekens"),
        (3, "titel = 3", "'titel' moet tekst zijn."),
        (3, 'titel = "  "', "'titel' moet tekst zijn."),
        (3, 'titel = "Een\\ntwee"', "op één regel"),
        (3, 'titel = "' + 121 * "x" + '"', "langer dan 120"),
        (4, 'id = "tweede"', "Dit staat er twee keer."),
        (2, 'id = "Telefoon notitie"', "kleine letters"),
        (6, 'hoort_bij = ["vergadering"]', "'hoort_bij' kent 'vergadering' niet. Kies uit: casus"),
        (6, 'hoort_bij = "bellen"', "lijst met teksten"),
        (6, "hoort_bij = []", "Zeg met 'hoort_bij' waar dit mee begint."),
        (7, 'controles = ["spelling"]', "'controles' kent 'spelling' niet. Kies uit: kinderen"),
        (7, 'controles = ["taalwacht", "taalwacht"]', "'taalwacht' staat twee keer"),
        (7, 'per = "gezin"', "'per' kent 'gezin' niet"),
        (7, 'vorm = "poster"', "'vorm' kent 'poster' niet"),
        (7, 'kleur = "rood"', "'kleur' hoort hier niet. Controleer de spelling."),
        (9, "[[onderdelen]]", "'onderdelen' hoort hier niet"),
        (11, 'kop = ""', "'kop' moet tekst zijn."),
        (16, "verplicht = 1", "'verplicht' moet true of false zijn."),
        (16, 'verlpicht = "ja"', "'verlpicht' hoort hier niet."),
        (16, 'uit_notitie = ["gevoel"]', "'uit_notitie' kent 'gevoel' niet"),
        (19, 'id = "wie"', "Onderdeel 'wie' staat er twee keer."),
        (21, 'kolommen = ["Wie"]', "2 tot en met 6 kolommen"),
        (21, 'velden = ["Wie"]', "dubbele punt"),
    ],
)
def test_each_mistake_is_named_with_its_own_line(number: int, words: str, why: str) -> None:
    found = mistake(with_line(number, words))

    assert found.naam == "eigen.toml"
    assert (found.regel, why) == (number, why if why in found.reden else found.reden)
    assert str(found) == f"eigen.toml, regel {number}: {found.reden}"


def test_a_list_of_many_lines_is_named_where_it_begins() -> None:
    assert mistake(GOOD.replace('    "Wie:",', "    12,")).regel == 12


@pytest.mark.parametrize("line", [3, 5, 11])
def test_what_is_missing_is_named_at_its_table(line: int) -> None:
    name = LINES[line - 1].split(" = ")[0]
    found = mistake(with_line(line, "").replace("\n\n\n", "\n\n"))

    assert found.reden == f"'{name}' ontbreekt."
    assert found.regel == (1 if line < 9 else 9)


def test_a_text_without_parts_or_without_end_is_refused() -> None:
    head = "\n".join(LINES[:7])

    assert mistake(head).reden == "'secties' ontbreekt."
    assert "onderdeel onder [[secties]]" in mistake(f"{head}\nsecties = 3").reden
    assert mistake(f"{head}\nsecties = [\n").regel == 8
    assert mistake(f"{GOOD}\n{MEESTE_TEKENS * '#'}").regel == 1
    assert mistake("").reden == "'id' ontbreekt."
    assert "niet te lezen" in mistake(f"{GOOD}\nlang = {5000 * '9'}").reden


def test_parts_written_as_one_list_are_read_too() -> None:
    head = "\n".join(LINES[:7])
    text = f'{head}\nsecties = [{{id = "een", kop = "Een"}}, {{id = "een", kop = "Twee"}}]'

    assert mistake(text).regel == 8
    assert lees_sjabloon(text.replace('"een", kop = "Twee"', '"twee", kop = "Twee"'), "x")


def test_lines_are_counted_past_strings_and_comments_that_look_like_toml() -> None:
    text = (
        'a = """\n[[secties]]\nb = 1\n"""\n# c = 2\nd = [\n  "e = 3",\n]\nf = \'"\'\ng = 1\r\nh = 2'
    )

    [top] = tabelplaatsen(text)
    assert top.sleutels == {"a": 1, "d": 6, "f": 9, "g": 10, "h": 11}


@given(st.text(max_size=300) | st.lists(st.sampled_from(LINES)).map("\n".join))
def test_any_text_is_read_or_refused_with_a_line_of_it(text: str) -> None:
    try:
        line = len(lees_sjabloon(text, "x.toml").secties)
    except SjabloonFout as error:
        line = error.regel
    assert 1 <= line <= text.count("\n") + 1


@pytest.mark.parametrize("file", FILES, ids=lambda file: file.stem)
def test_every_template_of_vtdesk_can_be_read_and_says_where_it_comes_from(file: Path) -> None:
    text = file.read_text("utf-8")
    found = lees_sjabloon(text, file.name)

    assert found.id == file.stem
    assert found.hoort_bij
    assert found.bron
    assert found.versie.startswith("2026-")
    assert set(sectieregels(text, found)) == {part.id for part in found.secties}
    assert any(part.verplicht for part in found.secties)
    assert all(part.vragen for part in found.secties)


def test_a_part_says_whom_it_never_reaches() -> None:
    found = lees_sjabloon(f'{GOOD}niet_voor = ["familie"]\n', "eigen.toml")
    assert found.secties[-1].niet_voor == ("familie",)
    wrong = mistake(f'{GOOD}niet_voor = ["moeder"]\n')
    assert (wrong.regel, "Kies uit: familie, organisatie" in wrong.reden) == (len(LINES) + 1, True)
