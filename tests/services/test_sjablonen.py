"""Templates of the office: a text is checked, a broken one is said, what was begun stays whole."""

from typing import Any
from uuid import UUID

import pytest
from sqlalchemy import select

from tests.builders import add_casus, complete, held_talk
from vtdesk.errors import UserError
from vtdesk.models import Instelling, Logregel
from vtdesk.services.desk import Desk
from vtdesk.services.sjablonen import (
    GESPREKSVERSLAG,
    SLEUTEL,
    SOORTEN,
    SjabloonFout,
    lees,
    sjabloon,
    tekst_van_vtdesk,
)
from vtdesk.services.sjablonen_eigen import fout_in
from vtdesk.store.store import Store
from vtdesk.values.tekst import Alinea, Sectie, Tekst, runs

OURS = tekst_van_vtdesk(GESPREKSVERSLAG)
EXTRA = '\n[[secties]]\nid = "tolk"\nkop = "Tolk en taal"\n'
OWN = OURS.replace('"Wat goed gaat"', '"Krachten van het gezin"') + EXTRA
BROKEN = OWN.replace('kop = "Vervolg"', "kop = Vervolg")
BROKEN_LINE = BROKEN[: BROKEN.index("kop = Vervolg")].count("\n") + 1


def begin(desk: Desk) -> UUID:
    known = desk.casussen.all()
    casus_id = known[0].id if known else add_casus(desk)
    return desk.verslagen.start(held_talk(desk, casus_id))


def heads(desk: Desk, verslag_id: UUID) -> list[str]:
    return [part.kop for part in desk.verslagen.open(verslag_id).sjabloon.secties]


def row(desk: Desk) -> Any:
    return desk.sjablonen.row(GESPREKSVERSLAG)


def store_as_it_is(store: Store, waarde: dict[str, Any]) -> None:
    """Put in the kluis what no vtdesk of today would write."""
    with store.write() as session:
        session.add(Instelling(sleutel=f"{SLEUTEL}{GESPREKSVERSLAG}", waarde=waarde))


def test_every_kind_is_there_with_the_text_of_vtdesk(desk: Desk) -> None:
    rows = desk.sjablonen.all()

    assert tuple(one.id for one in rows) == SOORTEN
    assert not any(one.eigen or one.sinds or one.fout for one in rows)
    assert [lees(desk.sjablonen.tekst(one.id), one.id).titel for one in rows] == [
        one.titel for one in rows
    ]
    assert desk.sjablonen.fouten() == []


def test_an_own_text_is_what_a_verslag_is_begun_with(desk: Desk) -> None:
    assert desk.sjablonen.bewaar(GESPREKSVERSLAG, OWN).fout is None
    verslag_id = begin(desk)

    assert heads(desk, verslag_id)[2] == "Krachten van het gezin"
    assert heads(desk, verslag_id)[-1] == "Tolk en taal"
    assert desk.verslagen.open(verslag_id).tekst.secties[-1].id == "tolk"
    assert any("11 Tolk en taal" in p.tekst for p in desk.vaststelling.controle(verslag_id))
    assert desk.vaststelling.document(verslag_id).onderdelen[-1].kop == "Tolk en taal"
    assert (row(desk).eigen, row(desk).sinds.hour) == (True, 17)


def test_an_own_title_is_the_name_of_the_kind_everywhere(desk: Desk) -> None:
    desk.sjablonen.bewaar(
        GESPREKSVERSLAG, OURS.replace('titel = "Gespreksverslag"', 'titel = "Verslag gesprek"')
    )
    verslag_id = begin(desk)

    assert desk.verslagen.all()[0].soort == "Verslag gesprek"
    assert desk.vaststelling.document(verslag_id).kop.soort == "Verslag gesprek"


def test_a_verslag_that_was_begun_keeps_its_template_when_the_office_changes_it(
    desk: Desk,
) -> None:
    with_ours = begin(desk)
    desk.sjablonen.bewaar(GESPREKSVERSLAG, OWN)
    with_own = begin(desk)
    desk.sjablonen.bewaar(GESPREKSVERSLAG, OWN.replace("Krachten van het gezin", "Wat helpt"))
    newest = begin(desk)
    desk.sjablonen.terug(GESPREKSVERSLAG)

    assert heads(desk, with_ours) == [part.kop for part in sjabloon(GESPREKSVERSLAG).secties]
    assert heads(desk, with_own)[2] == "Krachten van het gezin"
    assert heads(desk, newest)[2] == "Wat helpt"
    assert heads(desk, begin(desk)) == heads(desk, with_ours)


def test_a_sealed_verslag_keeps_its_headings(desk: Desk) -> None:
    verslag_id = begin(desk)
    verslag = desk.verslagen.open(verslag_id)
    desk.verslagen.save_concept(verslag_id, complete(verslag.tekst))
    points = [p for p in desk.vaststelling.controle(verslag_id) if not p.klaar]
    number = desk.vaststelling.finalise(verslag_id, {p.id: "besproken" for p in points})
    desk.sjablonen.bewaar(GESPREKSVERSLAG, OWN)

    paper = desk.vaststelling.document(verslag_id, number)
    assert paper.onderdelen[2].kop == "Wat goed gaat"
    assert desk.vaststelling.klopt() == []


def test_a_broken_text_is_kept_and_named_while_the_last_good_one_stays_in_use(
    desk: Desk,
) -> None:
    desk.sjablonen.bewaar(GESPREKSVERSLAG, OWN)
    kept = desk.sjablonen.bewaar(GESPREKSVERSLAG, BROKEN)

    assert kept.fout is not None
    assert kept.fout.regel == BROKEN_LINE
    assert heads(desk, begin(desk))[2] == "Krachten van het gezin"
    assert desk.sjablonen.tekst(GESPREKSVERSLAG) == BROKEN
    [said] = desk.sjablonen.fouten()
    assert said == (
        f"Gespreksverslag. Regel {BROKEN_LINE}: Zet tekst tussen aanhalingstekens; schrijf ja als "
        "true en nee als false. Tot dit klopt, blijft je laatste goede tekst in gebruik."
    )


def test_a_broken_first_text_leaves_that_of_vtdesk_in_use(desk: Desk) -> None:
    desk.sjablonen.bewaar(GESPREKSVERSLAG, BROKEN)

    assert heads(desk, begin(desk))[2] == "Wat goed gaat"
    assert row(desk).zin.endswith("blijft de tekst van vtdesk in gebruik.")
    assert (row(desk).eigen, row(desk).sinds) == (True, None)


def test_every_change_can_be_undone_exactly(desk: Desk) -> None:
    first = desk.sjablonen.bewaar(GESPREKSVERSLAG, OWN).vorige
    second = desk.sjablonen.bewaar(GESPREKSVERSLAG, BROKEN).vorige
    third = desk.sjablonen.terug(GESPREKSVERSLAG)

    desk.sjablonen.herstel(GESPREKSVERSLAG, third)
    assert desk.sjablonen.tekst(GESPREKSVERSLAG) == BROKEN
    assert heads(desk, begin(desk))[2] == "Krachten van het gezin"
    desk.sjablonen.herstel(GESPREKSVERSLAG, second)
    assert row(desk).fout is None
    desk.sjablonen.herstel(GESPREKSVERSLAG, first)
    assert (row(desk).eigen, desk.sjablonen.eigen(GESPREKSVERSLAG)) == (False, "")


@pytest.mark.parametrize("text", ["", " \n", OURS])
def test_nothing_or_the_text_of_vtdesk_itself_is_no_own_text(desk: Desk, text: str) -> None:
    desk.sjablonen.bewaar(GESPREKSVERSLAG, OWN)
    desk.sjablonen.bewaar(GESPREKSVERSLAG, text)

    assert (row(desk).eigen, row(desk).sinds) == (False, None)


def test_texts_by_which_nothing_was_begun_are_not_kept_for_ever(desk: Desk, store: Store) -> None:
    desk.sjablonen.bewaar(GESPREKSVERSLAG, OWN)
    begin(desk)
    for number in range(5):
        desk.sjablonen.bewaar(GESPREKSVERSLAG, OWN.replace("Tolk en taal", f"Tolk {number}"))

    with store.read() as session:
        query = select(Instelling.waarde).where(Instelling.sleutel.startswith(SLEUTEL))
        texts = session.scalars(query).one()["teksten"]
    assert sorted(texts) == ["1", "5", "6"]


def test_a_stored_text_that_cannot_be_read_any_more_is_said_and_not_used(
    desk: Desk, store: Store
) -> None:
    texts = {"1": {"tekst": BROKEN, "sinds": "2026-05-01T09:00:00+02:00"}}
    store_as_it_is(store, {"tekst": BROKEN, "nu": 1, "laatste": 1, "teksten": texts})

    assert heads(desk, begin(desk))[2] == "Wat goed gaat"
    assert row(desk).fout.regel == BROKEN_LINE


def test_a_stored_text_without_a_part_that_came_later_stays_in_use(
    desk: Desk, store: Store
) -> None:
    older = OWN.replace('[[secties]]\nid = "reacties"', '[[secties]]\nid = "meningen"')
    texts = {"1": {"tekst": older, "sinds": "2026-05-01T09:00:00+02:00"}}
    store_as_it_is(store, {"tekst": older, "nu": 1, "laatste": 1, "teksten": texts})

    assert row(desk).fout is None
    assert fout_in(GESPREKSVERSLAG, older) is not None  # only a change has to name it again
    assert "Krachten van het gezin" in heads(desk, begin(desk))


def test_a_part_that_the_template_does_not_know_any_more_is_still_shown_and_printed(
    desk: Desk,
) -> None:
    verslag_id = begin(desk)
    older = Tekst(
        (
            *desk.verslagen.open(verslag_id).tekst.secties,
            Sectie("oud_deel", (Alinea(runs("Uit een ouder verslag.")),)),
        )
    )
    desk.verslagen.save_concept(verslag_id, older)

    assert heads(desk, verslag_id)[-1] == "Oud deel"
    assert desk.vaststelling.document(verslag_id).onderdelen[-1].sectie_id == "oud_deel"
    assert desk.vaststelling.controle(verslag_id)


@pytest.mark.parametrize(
    ("change", "why"),
    [
        (('id = "gespreksverslag"', 'id = "brief"'), "'vorm' moet 'brief' blijven"),
        (('id = "gespreksverslag"', 'id = "notulen"'), "'notulen' is geen soort van vtdesk."),
        (('bron = "', 'vorm = "kaart"\nbron = "'), "'vorm' moet 'verslag' blijven."),
        (('bron = "', 'per = "kind"\nbron = "'), "Haal 'per' weg."),
        (('id = "krachten"', 'id = "kracht"'), "ontbreekt 'krachten' (Wat goed gaat)"),
        (("tabel = true\n", ""), "Zet 'tabel = true' terug."),
    ],
)
def test_what_the_program_counts_on_may_not_go(change: tuple[str, str], why: str) -> None:
    found = fout_in(GESPREKSVERSLAG, OURS.replace(*change, 1))

    assert found is not None
    assert why in found.reden
    assert found.naam == "gespreksverslag.toml"


def test_a_lost_part_is_named_at_the_part_before_it() -> None:
    found = fout_in(GESPREKSVERSLAG, OURS.replace('id = "krachten"', 'id = "kracht"'))

    assert found is not None
    lines = OURS.splitlines()
    assert lines[found.regel - 1 : found.regel + 1] == ["[[secties]]", 'id = "uitleg"']


def test_a_lost_column_is_named() -> None:
    text = tekst_van_vtdesk("veiligheidsplan")

    with pytest.raises(SjabloonFout, match="ontbreekt 'Wie kijkt'"):
        lees(text.replace('"Wie kijkt", ', ""), "plan.toml")
    more = text.replace('["Wat je merkt",', '["Nummer", "Wat je merkt",')
    assert len(lees(more, "plan.toml").sectie("signalen").kolommen) == 4


def test_an_own_text_of_another_kind_is_refused(desk: Desk) -> None:
    found = desk.sjablonen.bewaar("brief", tekst_van_vtdesk("uitlegblad")).fout

    assert found is not None
    assert "'id' moet 'brief' blijven." in found.reden
    with pytest.raises(UserError, match="Er is geen sjabloon 'notulen'"):
        desk.sjablonen.bewaar("notulen", OWN)


def test_a_change_stands_in_the_logboek_without_the_text(desk: Desk, store: Store) -> None:
    desk.sjablonen.bewaar(GESPREKSVERSLAG, OWN)

    with store.read() as session:
        lines = [str(vars(one)) for one in session.scalars(select(Logregel))]
    assert any("instelling" in one for one in lines)
    assert not any("Krachten" in one for one in lines)
