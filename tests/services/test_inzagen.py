"""The extract on paper: what is the own, with roles for others; what stayed out is told to her."""

import subprocess
from dataclasses import replace
from datetime import date
from itertools import count
from pathlib import Path
from uuid import UUID

import pytest
from hypothesis import HealthCheck, given, settings, strategies
from sqlalchemy import select

from tests.builders import add_persoon, held_talk
from tests.services import gezin
from tests.services.gezin import STRAAT, Gezin
from vtdesk.errors import UserError
from vtdesk.models import Uitgifte
from vtdesk.services.desk import Desk
from vtdesk.services.gesprekken import DeelnameGegevens
from vtdesk.services.inzagen import Inzage
from vtdesk.services.rechten import VerzoekGegevens
from vtdesk.services.uitspraak_rows import UitspraakGegevens
from vtdesk.store.store import Store
from vtdesk.values.casuskinds import VerzoekSoort, VerzoekStand
from vtdesk.values.kinds import Letter, Rol, Zichtbaarheid
from vtdesk.values.tekst import Bron
from vtdesk.values.uitgaand import UitgifteSoort, WegReden

_MARKS = count(10**6)  # one family serves all examples, so each sentence has its own


@pytest.fixture
def gez(desk: Desk) -> Gezin:
    return gezin.make(desk)


def say(desk: Desk, gez: Gezin, words: str, zicht: Zichtbaarheid = Zichtbaarheid.IEDEREEN) -> None:
    gegevens = UitspraakGegevens(
        Letter.VERKLARING, words, Bron("Dario Kaneelboom", gez.dario), over=(gez.dario,),
        zichtbaarheid=zicht,
    )  # fmt: skip
    desk.uitspraken.add(gez.casus, gegevens)


def test_the_paper_holds_the_own_words_and_names_nobody_else(
    store: Store, desk: Desk, gez: Gezin, tmp_path: Path
) -> None:
    say(desk, gez, "Ik wil rust. Sanne weet dat.")
    work = desk.inzagen.maak(gez.casus, gez.dario).drukwerk
    target = tmp_path / work.bestandsnaam()
    work.save(target)
    assert target.name == "VT-DEMO-0158 inzage.pdf"
    text = subprocess.run(
        ["pdftotext", str(target), "-"], check=True, capture_output=True, text=True
    ).stdout
    assert "Ik wil rust" in text
    assert "Sanne" not in text
    with store.read() as session:
        (uitgifte,) = session.scalars(select(Uitgifte))
    assert uitgifte.soort is UitgifteSoort.INZAGE
    assert uitgifte.persoon_id == gez.dario
    assert "uittreksel-pdf" in [line.detail for line in desk.logboek.of_casus(gez.casus)]


def test_what_stayed_out_and_why_is_told_to_her_and_is_not_in_the_paper(
    desk: Desk, gez: Gezin, tmp_path: Path
) -> None:
    say(desk, gez, "Dit is van ons.", Zichtbaarheid.ALLEEN_VT)
    made = desk.inzagen.maak(gez.casus, gez.dario)
    assert "alleen voor Veilig Thuis" in [one.want for one in made.achtergehouden]
    made.drukwerk.save(tmp_path / "inzage.pdf")
    text = subprocess.run(
        ["pdftotext", str(tmp_path / "inzage.pdf"), "-"], check=True, capture_output=True, text=True
    ).stdout
    assert "van ons" not in text
    assert "alleen voor Veilig Thuis" not in text


def test_what_would_give_somebody_away_stays_out_and_is_told_to_her(desk: Desk, gez: Gezin) -> None:
    say(desk, gez, f"Ik weet dat zij op {STRAAT} zit.")
    made = desk.inzagen.maak(gez.casus, gez.dario)
    (one,) = [one for one in made.achtergehouden if one.wat.startswith("Een uitspraak")]
    assert (one.reden, one.want) == (WegReden.GEHEIM_ADRES, "verraadt het geheime adres van Loes")


def test_what_is_told_of_another_with_the_own_does_not_go_along(
    desk: Desk, gez: Gezin, tmp_path: Path
) -> None:
    sanne, fenna = Bron("Sanne Wolkenveld", gez.sanne), Bron("Fenna Wolkenveld", gez.fenna)
    for words, source, over in (
        ("Papa slaat en ik tel.", fenna, (gez.dario,)),
        ("Zij is zwanger en gaat vrijdag weg.", sanne, (gez.dario, gez.sanne)),
        ("Mevrouw W. is zwanger en bang voor hem.", Bron("de zus van moeder"), (gez.dario,)),
        ("Dario weet niet dat zij zwanger is.", Bron("politie"), (gez.dario,)),
        ("Moeder is zwanger van Dario.", Bron("politie"), (gez.dario,)),
        ("De buurvrouw belde over Dario.", Bron("buurvrouw"), (gez.dario,)),
    ):
        told(desk, gez, words, source, *over)
    made = desk.inzagen.maak(gez.casus, gez.dario)
    text = read(made, tmp_path)
    for word in ("slaat", "zwanger", "buurvrouw", "belde", "zus"):
        assert word not in text
    left_out = [one for one in made.achtergehouden if one.wat.startswith("Een uitspraak")]
    assert len(left_out) == 6
    assert all(one.want for one in left_out)
    assert WegReden.MELDER in [one.reden for one in left_out]


def test_a_source_is_told_only_when_it_speaks_from_its_work(
    desk: Desk, gez: Gezin, tmp_path: Path
) -> None:
    told(desk, gez, "Zijn auto stond bij Dario in de straat.", Bron("Sanne", gez.sanne), gez.dario)
    told(desk, gez, "Dario schreeuwde.", Bron("Loes Wolkenveld", gez.loes), gez.dario)
    told(desk, gez, "Er was een ruzie.", Bron("de jongste zus"), gez.dario)
    told(
        desk, gez, "De deur van Dario was kapot.", Bron("wijkagent Centrum", via="Sanne"), gez.dario
    )
    made = desk.inzagen.maak(gez.casus, gez.dario)
    text = read(made, tmp_path)
    assert "Zijn auto" in text
    assert "wijkagent Centrum" in text
    for word in ("familie", "zus", "moeder"):
        assert word not in text
    assert "Van wie de uitspraak komt: Sanne" in [one.wat for one in made.achtergehouden]


def test_a_remark_of_the_worker_stays_behind(desk: Desk, gez: Gezin, tmp_path: Path) -> None:
    seen = desk.personen.detail(gez.dario)
    changed = replace(seen.gegevens, opmerking="Weet niet dat zij vrijdag vertrekt naar Breda.")
    contact = replace(seen.contact, nooit_zeggen="dat ze vrijdag vertrekt", wanneer="na 17 uur")
    desk.personen.change(gez.dario, seen.version, changed, contact=contact)
    made = desk.inzagen.maak(gez.casus, gez.dario)
    text = read(made, tmp_path)
    assert "vertrekt" not in text
    assert "na 17 uur" not in text
    left_out = [one.wat for one in made.achtergehouden]
    assert "Je opmerking bij deze persoon" in left_out
    assert {"Wat je nooit zegt", "Wanneer je kunt bellen"} <= set(left_out)


def test_what_changed_while_she_chose_a_place_is_not_written(
    store: Store, desk: Desk, gez: Gezin, tmp_path: Path
) -> None:
    say(desk, gez, "Ik wil rust.")
    made = desk.inzagen.maak(gez.casus, gez.dario)
    say(desk, gez, "Dit is van ons.", Zichtbaarheid.ALLEEN_VT)
    with pytest.raises(UserError, match="Kijk de inzage opnieuw na"):
        made.drukwerk.save(tmp_path / "inzage.pdf")
    assert not list(tmp_path.glob("*.pdf*"))
    with store.read() as session:
        assert not session.scalars(select(Uitgifte)).all()


def told(desk: Desk, gez: Gezin, words: str, bron: Bron, *over: UUID) -> None:
    gegevens = UitspraakGegevens(Letter.VERKLARING, words, bron, over=over)
    desk.uitspraken.add(gez.casus, gegevens)


def read(made: Inzage, folder: Path) -> str:
    target = folder / "uittreksel.pdf"
    made.drukwerk.save(target)
    command = ["pdftotext", str(target), "-"]
    return subprocess.run(command, check=True, capture_output=True, text=True).stdout


def test_the_own_health_is_read_and_that_of_another_is_not(
    desk: Desk, gez: Gezin, tmp_path: Path
) -> None:
    add_persoon(desk, gez.casus, Rol.PROFESSIONAL, voornaam="Wilma", achternaam="Zandhof")
    own = Bron("Dario Kaneelboom", gez.dario)
    told(desk, gez, "Ik slik medicijnen tegen mijn depressie.", own, gez.dario)
    told(desk, gez, "Huisarts Zandhof gaf mij medicijnen voor het slapen.", own, gez.dario)
    told(desk, gez, "Sanne heeft een depressie.", Bron("huisarts"), gez.dario)
    text = read(desk.inzagen.maak(gez.casus, gez.dario), tmp_path)
    assert "mijn depressie" in text
    assert "voor het slapen" in text
    assert "heeft een depressie" not in text


def test_the_paper_says_it_in_dutch_words_with_letters_and_sources(
    desk: Desk, gez: Gezin, tmp_path: Path
) -> None:
    told(desk, gez, "De deur van Dario was kapot.", Bron("wijkagent Centrum"), gez.dario)
    invited = DeelnameGegevens("Dario Kaneelboom", "vader", gez.dario)
    held_talk(desk, gez.casus, invited, titel="Gesprek Dario")
    text = read(desk.inzagen.maak(gez.casus, gez.dario), tmp_path)
    for words in (
        "3 juli 1991", "dinsdag 12 mei 2026, 16:15–17:05", "gesprek", "op kantoor",
        "gezamenlijk gezag over een kind", "wijkagent Centrum · niet bevestigd",
        "Wat de letters betekenen", "Verklaring: wat iemand vertelde",
    ):  # fmt: skip
        assert words in " ".join(text.split())
    for raw in ("+02:00", "2026-05", "1991-07", "_", "16:15:00"):
        assert raw not in text
    info = subprocess.run(
        ["pdfinfo", str(tmp_path / "uittreksel.pdf")], check=True, capture_output=True, text=True
    ).stdout
    assert "Inzage VT-DEMO-0158" in info
    assert "Dario" not in info
    assert "A4" in info


def test_who_may_not_read_it_by_law_gets_it_only_after_a_decision(
    desk: Desk, gez: Gezin, tmp_path: Path
) -> None:
    with pytest.raises(UserError, match=r"Volgens de regels mag dit niet(.|\n)*art\. 5\.3\.2"):
        desk.inzagen.maak(gez.casus, gez.fenna)
    looked = desk.inzagen.bekijk(gez.casus, gez.fenna)
    with pytest.raises(UserError, match="Volgens de regels"):
        looked.drukwerk.save(tmp_path / "inzage.pdf")
    assert not list(tmp_path.glob("*.pdf"))
    asked = VerzoekGegevens(gez.fenna, VerzoekSoort.INZAGE, date(2026, 5, 1))
    decide(desk, desk.rechten.ask(gez.casus, asked), VerzoekStand.TOEGEWEZEN)
    assert "Fenna Wolkenveld" in read(desk.inzagen.maak(gez.casus, gez.fenna), tmp_path)


def test_a_parent_reads_the_part_of_a_child_when_that_was_decided(
    store: Store, desk: Desk, gez: Gezin, tmp_path: Path
) -> None:
    tijn = Bron("Tijn Kaneelboom", gez.tijn)
    told(desk, gez, "Tijn loopt en zegt losse woorden.", Bron("consultatiebureau"), gez.tijn)
    told(desk, gez, "Ik wil naar huis.", tijn, gez.tijn)
    told(desk, gez, "Sanne is bang als zij Tijn haalt.", Bron("consultatiebureau"), gez.tijn)
    seen = desk.personen.detail(gez.tijn)
    hidden = replace(seen.gegevens, adres="Zandpad 3, Voorbeeldhaven")
    desk.personen.change(gez.tijn, seen.version, hidden, contact=seen.contact)
    with pytest.raises(UserError, match="belang van het kind"):
        desk.inzagen.maak(gez.casus, gez.tijn, lezer_id=gez.dario)
    asked = VerzoekGegevens(gez.dario, VerzoekSoort.INZAGE, date(2026, 5, 1), gez.tijn)
    verzoek_id = desk.rechten.ask(gez.casus, asked)
    with pytest.raises(UserError, match="belang van het kind"):
        desk.inzagen.maak(gez.casus, gez.tijn, lezer_id=gez.dario)
    decide(desk, verzoek_id, VerzoekStand.TOEGEWEZEN)
    made = desk.inzagen.maak(gez.casus, gez.tijn, lezer_id=gez.dario)
    text = read(made, tmp_path)
    assert "Wat Veilig Thuis over uw kind heeft vastgelegd" in text
    assert "losse woorden" in text
    for words in ("naar huis", "Sanne", "bang", "Zandpad", "Fenna"):
        assert words not in text
    left_out = [one.wat for one in made.achtergehouden]
    assert "Een uitspraak van Tijn Kaneelboom" in left_out
    assert "Van het kind: adres" in left_out
    with store.read() as session:
        (uitgifte,) = session.scalars(select(Uitgifte))
    assert (uitgifte.persoon_id, uitgifte.ontvanger) == (gez.dario, "Dario Kaneelboom")
    assert "Een uitspraak van Tijn Kaneelboom" in [row["titel"] for row in uitgifte.weggelaten]


def test_a_copy_about_a_child_is_not_listed_among_the_own_of_the_parent(
    desk: Desk, gez: Gezin, tmp_path: Path
) -> None:
    asked = VerzoekGegevens(gez.dario, VerzoekSoort.INZAGE, date(2026, 5, 1), gez.tijn)
    decide(desk, desk.rechten.ask(gez.casus, asked), VerzoekStand.TOEGEWEZEN)
    for number, over in enumerate((gez.tijn, gez.dario)):
        made = desk.inzagen.maak(gez.casus, over, lezer_id=gez.dario)
        made.drukwerk.save(tmp_path / f"{number}.pdf")
    earlier = desk.inzagerechten.eerder
    (about_tijn,) = earlier(gez.casus, gez.tijn, lezer_id=gez.dario)
    (about_dario,) = earlier(gez.casus, gez.dario)
    assert (about_tijn.exemplaar, about_dario.exemplaar) == (1, 2)
    assert not earlier(gez.casus, gez.tijn)


def test_a_parent_without_gezag_does_not_get_the_part_of_a_child(desk: Desk, gez: Gezin) -> None:
    with pytest.raises(UserError, match="geen gezag vastgelegd"):
        desk.inzagen.maak(gez.casus, gez.fenna, lezer_id=gez.dario)


def test_nothing_of_another_family_comes_in(desk: Desk, gez: Gezin, tmp_path: Path) -> None:
    other = gezin.make(desk, nummer="VT-DEMO-0999")
    told(desk, other, "Dit is van een heel ander gezin.", Bron("politie"), other.dario)
    told(desk, gez, "De deur van Dario was kapot.", Bron("politie"), gez.dario)
    text = read(desk.inzagen.maak(gez.casus, gez.dario), tmp_path)
    assert "deur van Dario was kapot" in text
    assert "ander gezin" not in text
    assert "0999" not in text


@settings(max_examples=12, deadline=None, suppress_health_check=list(HealthCheck))
@given(data=strategies.data())
def test_no_sentence_about_another_reaches_anybody(
    desk: Desk, gez: Gezin, data: strategies.DataObject
) -> None:
    who = (gez.sanne, gez.dario, gez.fenna, gez.tijn, gez.loes)
    mark = f"merk{next(_MARKS)}"
    about = data.draw(strategies.lists(strategies.sampled_from(who), min_size=1, unique=True))
    source = data.draw(strategies.sampled_from(who))
    told(desk, gez, f"Er was {mark} te zien.", Bron("iemand", source), *about)
    for reader in (gez.sanne, gez.dario, gez.loes):
        document = desk.inzagen.bekijk(gez.casus, reader).inhoud.json
        others = set(about) - readable(gez, reader)
        if others and source != reader:
            assert mark not in document
        elif source == reader and set(about) <= readable(gez, reader):
            assert mark in document


def readable(gez: Gezin, reader: UUID) -> set[UUID]:
    """Say about whom somebody reads, by the gezag of the family."""
    children = {gez.sanne: {gez.fenna, gez.tijn}, gez.dario: {gez.tijn}}
    return {reader} | children.get(reader, set())


def decide(desk: Desk, verzoek_id: UUID, stand: VerzoekStand) -> None:
    desk.rechten.decide(verzoek_id, stand, "Besproken met het kind en de vertrouwensarts.")
