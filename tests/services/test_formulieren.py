"""The intakeformulier crisis knows what the casus knows, and never who made the melding."""

from datetime import date
from uuid import UUID

import pytest

from tests.builders import add_casus, add_persoon, at, complete
from tests.reports.paper import flowing
from vtdesk.services.crisis import BeoordelingGegevens
from vtdesk.services.desk import Desk
from vtdesk.services.meldingen import MelderGegevens, MeldingGegevens
from vtdesk.services.personen import PersoonGegevens
from vtdesk.services.uitspraak_rows import UitspraakGegevens
from vtdesk.services.veiligheid import WaarborgGegevens
from vtdesk.services.verslagen import VerslagInhoud
from vtdesk.services.voorvullen.intake import INTAKEFORMULIER
from vtdesk.values.casuskinds import Anonimiteit, Kleur, MeldingSoort, WaarborgSoort
from vtdesk.values.geheim import AFGESCHERMD
from vtdesk.values.kinds import AfgeschermdSoort, Letter, Rol, VerslagStand, Zichtbaarheid
from vtdesk.values.tekst import Afspraakregel, Bron, Uitspraakregel, plain


@pytest.fixture
def casus_id(desk: Desk) -> UUID:
    casus_id = add_casus(desk)
    fenna = add_persoon(desk, casus_id, Rol.KIND, voornaam="Fenna", achternaam="Wolkenveld")
    loes = add_persoon(desk, casus_id, Rol.FAMILIE, voornaam="Loes", achternaam="Wolkenveld")
    desk.personen.shield(loes, AfgeschermdSoort.ADRES, "Schelpenhof 9")
    desk.meldingen.add(
        casus_id,
        MeldingGegevens(MeldingSoort.PARTICULIER, at(21, 0, date(2026, 5, 4)), "Geschreeuw.",
                        Anonimiteit.ANONIEM_VOOR_GEZIN),
        MelderGegevens("Bea Buurvrouw", telefoon="06-0000 0431"),
    )  # fmt: skip
    desk.crisis.rate(
        casus_id, BeoordelingGegevens("CIT", at(10, 0, date(2026, 5, 8)), Kleur.ROOD, "De sleutel.")
    )
    fact = UitspraakGegevens(Letter.FEIT, "De deur was ingetrapt.", Bron("politie"))
    words = UitspraakGegevens(Letter.VERKLARING, "Ik hield zijn oren dicht.", Bron("Fenna", fenna))
    for gegevens in (fact, words):
        desk.uitspraken.add(casus_id, gegevens)
    desk.veiligheid.add(
        casus_id, WaarborgSoort.VOORWAARDE, WaarborgGegevens("Dario", "De sleutel is terug.")
    )
    return casus_id


@pytest.fixture
def form(desk: Desk, casus_id: UUID) -> VerslagInhoud:
    return desk.verslagen.open(desk.formulieren.begin(casus_id, INTAKEFORMULIER))


def part(form: VerslagInhoud, sectie_id: str) -> list[str]:
    return [plain(b) for s in form.tekst.secties if s.id == sectie_id for b in s.blokken]


def test_the_form_has_its_sixteen_parts_and_is_filled_in(form: VerslagInhoud) -> None:
    assert len(form.sjabloon.secties) == 16
    assert part(form, "aanmelder")[0] == "Melding M1, particulier, ma 4 mei 21:00."
    assert part(form, "bekend_bij_gezin") == ["Nee. De melder is anoniem voor het gezin."]
    assert part(form, "gebeurd") == ["De deur was ingetrapt."]
    assert part(form, "kind") == ["Ik hield zijn oren dicht."]
    assert part(form, "kleur") == ["CIT: Rood, vr 8 mei 10:00. De sleutel."]
    assert "Wapens: " in part(form, "vannacht")
    assert form.tekst.uitspraken()[0] == next(
        b for b in form.tekst.blokken() if isinstance(b, Uitspraakregel)
    )
    assert Afspraakregel("Dario", "De sleutel is terug.") in list(form.tekst.blokken())


def test_neither_the_melder_nor_a_shielded_value_is_in_it(form: VerslagInhoud) -> None:
    everything = "\n".join(plain(blok) for blok in form.tekst.blokken())

    assert "Bea" not in everything
    assert "0431" not in everything
    assert "Schelpenhof" not in everything
    assert part(form, "afgeschermd")[0].startswith("Van Loes Wolkenveld zijn gegevens afgeschermd")


def test_what_the_casus_tells_of_a_secret_place_or_the_melder_stays_out_of_it(
    desk: Desk, casus_id: UUID
) -> None:
    tijn = PersoonGegevens(voornaam="Tijn")
    desk.personen.add(casus_id, tijn, Rol.KIND, toelichting="zit op Schelpenhof-9")
    fact = UitspraakGegevens(Letter.FEIT, "Zij was in de Schelpenhof.", Bron("politie"))
    heard = UitspraakGegevens(Letter.FEIT, "Er was geschreeuw.", Bron("politie", via="Bea"))
    for gegevens in (fact, heard):
        desk.uitspraken.add(casus_id, gegevens)
    moment = at(12, 0, date(2026, 5, 9))
    seen = BeoordelingGegevens("CIT", moment, Kleur.ROOD, "Hij zag Schelpenhof  9.")
    desk.crisis.rate(casus_id, seen)

    form = desk.verslagen.open(desk.formulieren.begin(casus_id, INTAKEFORMULIER))
    everything = repr(form.tekst)
    assert "Schelpenhof" not in everything
    assert "Bea" not in everything
    assert part(form, "kleur") == [f"CIT: Rood, za 9 mei 12:00. Hij zag {AFGESCHERMD}."]


def test_the_crisis_team_reads_with_a_mark_what_is_not_for_one_of_the_family(
    desk: Desk, casus_id: UUID
) -> None:
    dario = add_persoon(desk, casus_id, Rol.VADER, voornaam="Dario", achternaam="Kaneelboom")
    bron = Bron("Sanne")
    for words, zichtbaarheid in (
        ("Zij gaat zaterdag weg.", Zichtbaarheid.NIET_VOOR),
        ("Zij is zwanger.", Zichtbaarheid.ALLEEN_VT),
    ):
        niet_voor = (dario,) if zichtbaarheid is Zichtbaarheid.NIET_VOOR else ()
        gegevens = UitspraakGegevens(
            Letter.VERKLARING, words, bron, zichtbaarheid=zichtbaarheid, niet_voor=niet_voor
        )
        desk.uitspraken.add(casus_id, gegevens)

    form_id = desk.formulieren.begin(casus_id, INTAKEFORMULIER)
    paper = flowing(desk.papier.pdf(form_id))
    assert "Zij gaat zaterdag weg." in paper
    assert "Niet voor: Dario Kaneelboom" in paper
    assert "zwanger" not in paper


def test_the_form_is_finalised_and_printed_like_any_verslag(
    desk: Desk, form: VerslagInhoud, casus_id: UUID
) -> None:
    desk.verslagen.save_concept(form.id, complete(form.tekst))
    points = desk.vaststelling.controle(form.id)
    desk.vaststelling.finalise(form.id, {p.id: "n.v.t." for p in points if not p.klaar})

    [row] = desk.verslagen.of_casus(casus_id)
    assert (row.soort, row.stand) == ("Intakeformulier crisis", VerslagStand.VASTGESTELD)
    assert desk.papier.pdf(form.id, 1)[:5] == b"%PDF-"
