"""The genogram of a real casus, as of a day: the demo families, and what may never be in it."""

from collections.abc import Collection
from datetime import date
from io import BytesIO
from pathlib import Path
from uuid import UUID

import pytest
from pikepdf import Pdf

from tests.builders import add_casus, add_persoon
from tests.values.genogram_metrics import crossings, faults
from vtdesk.errors import LeakError, UserError
from vtdesk.services.desk import Desk
from vtdesk.services.genogram.gezin import HIDDEN_HOUSE
from vtdesk.services.genogram.service import met_lagen
from vtdesk.services.huishoudens import BewoningGegevens
from vtdesk.services.personen import Geboorte
from vtdesk.services.relaties import RelatieGegevens
from vtdesk.values.casuskinds import RelatieSoort
from vtdesk.values.genogram.als_tekst import als_tekst
from vtdesk.values.genogram.gezin import BandSoort, Gezin
from vtdesk.values.genogram.teken import teken
from vtdesk.values.genogram.tekening import Laag
from vtdesk.values.kinds import AfgeschermdSoort, Geslacht, Rol

ON_SCREEN = frozenset(Laag) - {Laag.HULP}


def of(desk: Desk, nummer: str, op: date | None = None) -> Gezin:
    return desk.genogrammen.gezin(desk.casussen.find(nummer).id, op)


def names(gezin: Gezin) -> dict[UUID, str]:
    return {figuur.id: figuur.naam for figuur in gezin.figuren}


def houses(gezin: Gezin) -> dict[str, set[str]]:
    known = names(gezin)
    return {huis.naam: {known[i] for i in huis.leden} for huis in gezin.huishoudens}


@pytest.mark.parametrize("lagen", [ON_SCREEN, frozenset(Laag), frozenset()], ids=len)
@pytest.mark.parametrize("nummer", ["0141", "0158", "0097"])
def test_the_demo_families_draw_without_a_fault(
    demo_desk: Desk, nummer: str, lagen: Collection[Laag]
) -> None:
    casus_id = demo_desk.casussen.find(nummer).id
    for moment in demo_desk.genogrammen.momenten(casus_id):
        gezin = met_lagen(demo_desk.genogrammen.gezin(casus_id, moment.dag), lagen)
        tekening = teken(gezin)
        assert faults(gezin, tekening) == [], moment
        assert crossings(tekening) == 0, moment


def test_fenna_moved_to_her_aunt_and_dario_left_the_house(demo_desk: Desk) -> None:
    before = houses(of(demo_desk, "0158", date(2026, 5, 3)))
    after = houses(of(demo_desk, "0158"))
    assert before == {"Thuis bij Sanne": {"Sanne Wolkenveld", "Dario Kaneelboom", "Fenna", "Tijn"}}
    assert after == {
        "Thuis bij Sanne": {"Sanne Wolkenveld", "Tijn"},
        "Adres afgeschermd": {"Loes Wolkenveld", "Fenna"},
    }


def test_sanne_and_dario_were_together_until_the_ban(demo_desk: Desk) -> None:
    def band(op: date) -> set[BandSoort]:
        return {one.soort for one in of(demo_desk, "0158", op).verbindingen}

    assert BandSoort.PARTNER in band(date(2026, 5, 3))
    assert BandSoort.APART in band(date(2026, 5, 4))
    assert of(demo_desk, "0158", date(2026, 5, 3)).geweld == ()


def test_the_widower_and_the_dead_mother_are_not_drawn_as_apart(demo_desk: Desk) -> None:
    gezin = of(demo_desk, "0097")
    [mother] = [figuur for figuur in gezin.figuren if figuur.overleden]
    [pair] = [v for v in gezin.verbindingen if v.soort is not BandSoort.BROER_ZUS]
    assert pair.soort is BandSoort.PARTNER
    assert mother.id in {pair.een, pair.ander}
    assert "Mila" not in " ".join(names(gezin).values())


def test_the_children_of_the_ex_partners_have_two_houses(demo_desk: Desk) -> None:
    assert houses(of(demo_desk, "0141")) == {
        "Bij moeder": {"Maren Zilverduin", "Pip", "Job"},
        "Weekend bij vader": {"Otis Havikskruid", "Pip", "Job"},
    }


def test_no_melder_no_informant_and_no_address_is_drawn_or_told(demo_desk: Desk) -> None:
    for nummer in ("0141", "0158", "0097"):
        told = " ".join(als_tekst(of(demo_desk, nummer)))
        for word in ("Melder", "Wisselkade", "Tess", "Schelpenhof", "Zeeklas", "Golfbreker"):
            assert word not in told


def test_who_lives_with_a_secret_address_has_one_too(demo_desk: Desk) -> None:
    secret = {f.naam for f in of(demo_desk, "0158").figuren if f.geheim_adres}
    assert secret == {"Loes Wolkenveld", "Fenna"}


def test_an_unborn_child_is_a_triangle_until_it_is_born(desk: Desk) -> None:
    casus_id = add_casus(desk)
    baby = add_persoon(
        desk, casus_id, Rol.ONGEBOREN, voornaam="Baby", verwacht_op=date(2026, 5, 20)
    )
    assert desk.genogrammen.gezin(casus_id).figuren[0].ongeboren
    born = Geboorte(date(2026, 5, 10), "Noor", "", "Berg", Geslacht.VROUW)
    desk.personen.born(baby, 1, born)
    assert not desk.genogrammen.gezin(casus_id).figuren[0].ongeboren
    assert desk.genogrammen.gezin(casus_id, date(2026, 5, 9)).figuren[0].ongeboren
    assert desk.genogrammen.gezin(casus_id, date(2025, 1, 1)).figuren == ()


def test_somebody_who_was_dragged_stays_there_until_undone(desk: Desk) -> None:
    casus_id = add_casus(desk)
    otis = add_persoon(desk, casus_id)
    assert desk.genogrammen.schuif(casus_id, otis, 40.0) == 0
    assert desk.genogrammen.gezin(casus_id).verschoven == {otis: 40.0}
    assert desk.genogrammen.schuif(casus_id, otis, 0.0) == 40
    assert desk.genogrammen.gezin(casus_id).verschoven == {}
    desk.genogrammen.zet(casus_id, {otis: 12.0})
    assert desk.genogrammen.zet(casus_id, {}) == {otis: 12.0}
    with pytest.raises(UserError, match="Zo ver"):
        desk.genogrammen.schuif(casus_id, otis, 99999)


def test_the_svg_is_written_under_a_name_that_names_nobody(demo_desk: Desk, tmp_path: Path) -> None:
    casus_id = demo_desk.casussen.find("0158").id
    with pytest.raises(LeakError):
        demo_desk.genogrammen.save_svg(casus_id, tmp_path / "fenna.svg")
    assert list(tmp_path.glob("*.svg")) == []
    target = tmp_path / demo_desk.genogrammen.bestandsnaam(casus_id, "svg")
    demo_desk.genogrammen.save_svg(casus_id, target)
    assert target.name == "VT-DEMO-0158 genogram.svg"
    assert "Schelpenhof" not in target.read_text("utf-8")
    assert target.stat().st_mode & 0o077 == 0


def test_one_a4_with_the_whole_family_goes_to_paper(demo_desk: Desk) -> None:
    pdf = demo_desk.genogrammen.drukwerk(demo_desk.casussen.find("0158").id)
    assert pdf.bestandsnaam() == "VT-DEMO-0158 genogram.pdf"
    stack = pdf.stapel()
    assert [tuple(map(round, size)) for size in stack.maten] == [(842, 595)]
    stack.sluit()


def test_a_shielded_word_in_a_name_does_not_leave(desk: Desk) -> None:
    casus_id = add_casus(desk)
    loes = add_persoon(desk, casus_id, Rol.FAMILIE, voornaam="Loes Schelpenhof 9")
    desk.personen.shield(loes, AfgeschermdSoort.ADRES, "Schelpenhof 9")
    with pytest.raises(LeakError):
        desk.genogrammen.svg(casus_id)


def test_a_house_that_was_named_before_its_address_was_shielded_does_not_leave(
    desk: Desk,
) -> None:
    casus_id = add_casus(desk)
    here = desk.huishoudens.add(casus_id, "Schelpenhof-9 (0000AB)")
    for rol, name in ((Rol.KIND, "Fenna"), (Rol.KIND, "Tijn")):
        kind = add_persoon(desk, casus_id, rol, voornaam=name)
        desk.huishoudens.move_in(BewoningGegevens(here, kind))
    loes = add_persoon(desk, casus_id, Rol.FAMILIE, voornaam="Loes")
    desk.personen.shield(loes, AfgeschermdSoort.ADRES, "Schelpenhof 9")

    drawn = desk.genogrammen.svg(casus_id)
    assert "Schelpenhof" not in drawn
    assert HIDDEN_HOUSE in drawn


def test_the_properties_of_the_file_name_nobody(demo_desk: Desk) -> None:
    paper = demo_desk.genogrammen.drukwerk(demo_desk.casussen.find("0158").id).pdf()
    with Pdf.open(BytesIO(paper)) as pdf:
        assert str(pdf.docinfo["/Title"]) == "Genogram VT-DEMO-0158"
        written = pdf.Root.Metadata.read_bytes().decode()
    assert "Wolkenveld" not in written


def test_a_school_and_a_team_are_boxes_at_whom_they_help(demo_desk: Desk) -> None:
    gezin = of(demo_desk, "0141")
    known = names(gezin)
    helped = {one.organisatie: [known[i] for i in one.bij] for one in gezin.hulp}
    assert helped["Basisschool De Kompasroos"] == ["Pip", "Job"]
    assert helped["Politie Voorbeeldhaven"] == ["Otis Havikskruid", "Maren Zilverduin"]


def test_the_slider_knows_what_each_day_is_remembered_by(demo_desk: Desk) -> None:
    days = demo_desk.genogrammen.momenten(demo_desk.casussen.find("0158").id)
    assert days[-1].woorden == ("vandaag",)
    assert {date(2026, 5, 4), date(2026, 5, 5)} <= {one.dag for one in days}
    assert all(one.woorden for one in days)


def test_a_lone_house_is_a_line_under_the_name(desk: Desk) -> None:
    casus_id = add_casus(desk)
    otis = add_persoon(desk, casus_id)
    house = desk.huishoudens.add(casus_id, "logeert bij een vriend")
    desk.huishoudens.move_in(BewoningGegevens(house, otis))
    gezin = desk.genogrammen.gezin(casus_id)
    assert gezin.huishoudens == ()
    assert gezin.figuren[0].regels == ("vader", "logeert bij een vriend")


def test_violence_stands_with_its_day(desk: Desk) -> None:
    casus_id = add_casus(desk)
    one, two = add_persoon(desk, casus_id), add_persoon(desk, casus_id, Rol.MOEDER)
    desk.relaties.add(RelatieGegevens(one, two, RelatieSoort.GEWELD, vanaf=date(2026, 5, 4)))
    assert desk.genogrammen.gezin(casus_id).geweld[0].tekst == "Geweld, 4 mei"
