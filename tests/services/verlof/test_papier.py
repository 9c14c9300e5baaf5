"""The papers of a leave: what the replacer reads, and what a family reads."""

import re
from datetime import date
from pathlib import Path
from uuid import UUID

import pytest

from tests.builders import SlowClock, add_casus, add_persoon, at, plan, reach
from tests.reports.paper import ACCESS, ARCHIVE, failures, flowing
from vtdesk.errors import LeakError, UserError
from vtdesk.services.beloften import BelofteGegevens
from vtdesk.services.desk import Desk
from vtdesk.services.gesprekken import DeelnameGegevens, GesprekGegevens
from vtdesk.services.verlof.regels import regels
from vtdesk.services.verlof.service import VerlofGegevens
from vtdesk.values.dagkinds import OvernameSoort
from vtdesk.values.kinds import AfgeschermdSoort, Dienst, Kind, Rol

VAN, TOT = date(2026, 5, 13), date(2026, 5, 22)
MOST_WORDS = 15  # in a sentence that everybody can read


@pytest.fixture
def verlof_id(desk: Desk) -> UUID:
    return desk.verloven.add(VerlofGegevens(VAN, TOT, "Bo Vervanger", "010-000 0012"))


def casus(desk: Desk) -> UUID:
    return add_casus(
        desk, nummer="VT-DEMO-0158", naam="Wolkenveld / Kaneelboom", dienst=Dienst.ONDERZOEK
    )


def page(desk: Desk, verlof_id: UUID, casus_id: UUID) -> dict[str, tuple[tuple[str, ...], ...]]:
    blad = desk.vervangkaarten.inhoud_blad(verlof_id, casus_id)
    return {deel.kop: deel.rijen for deel in blad.delen}


def letter(desk: Desk, verlof_id: UUID, casus_id: UUID, persoon_id: UUID) -> str:
    return desk.vervangkaarten.inhoud_brief(verlof_id, casus_id, persoon_id).woorden()


def promise(desk: Desk, casus_id: UUID, to: UUID, wat: str, day: date | None = VAN) -> UUID:
    naam = desk.personen.detail(to).gegevens.voornaam
    return desk.beloften.add(BelofteGegevens(naam, wat, day, casus_id, to))


def test_the_page_tells_children_first_and_how_each_is_reached(desk: Desk, verlof_id: UUID) -> None:
    casus_id = casus(desk)
    sanne = add_persoon(desk, casus_id, Rol.MOEDER, voornaam="Sanne", telefoon="06-0000 0411")
    reach(desk, sanne, voicemail=False, voicemail_vanaf=date(2026, 5, 14), codewoord="boek")
    add_persoon(desk, casus_id, Rol.KIND, voornaam="Fenna", geboortedatum=date(2019, 2, 18))

    people = page(desk, verlof_id, casus_id)["Mensen, kinderen eerst"]

    assert [row[0] for row in people] == ["Fenna Havikskruid, 7", "Sanne Havikskruid"]
    assert people[1][2] == "06-0000 0411; geen voicemail vóór 14 mei; codewoord: boek"


def test_the_page_tells_what_runs_and_who_takes_it(desk: Desk, verlof_id: UUID) -> None:
    casus_id = casus(desk)
    otis = add_persoon(desk, casus_id)
    ding = promise(desk, casus_id, otis, "folder sturen", date(2026, 5, 15))
    promise(desk, casus_id, otis, "terugbellen", date(2026, 5, 11))
    promise(desk, casus_id, otis, "meedenken", None)
    desk.verloven.take(verlof_id, OvernameSoort.BELOFTE, ding, "Bo Vervanger")

    assert page(desk, verlof_id, casus_id)["Wat er loopt"] == (
        ("zonder dag", "meedenken (beloofd aan Otis)", "Nog niemand"),
        ("was ma 11 mei", "terugbellen (beloofd aan Otis)", "Nog niemand"),
        ("vr 15 mei", "folder sturen (beloofd aan Otis)", "Bo Vervanger"),
    )


def test_no_page_holds_what_is_shielded_or_who_made_a_melding(desk: Desk, verlof_id: UUID) -> None:
    casus_id = casus(desk)
    loes = add_persoon(
        desk, casus_id, Rol.FAMILIE, voornaam="Loes", telefoon="06-0000 0417",
    )  # fmt: skip
    add_persoon(desk, casus_id, Rol.MELDER, voornaam="Buurvrouw", achternaam="Wisselkade")
    desk.personen.shield(loes, AfgeschermdSoort.ADRES, "Schelpenhof 9")
    desk.personen.shield(loes, AfgeschermdSoort.TELEFOON, "06-0000 0417")
    promise(desk, casus_id, loes, "langskomen op Schelpenhof 9, naast Wisselkade")

    blad = desk.vervangkaarten.inhoud_blad(verlof_id, casus_id)
    words = " ".join(cell for deel in blad.delen for row in deel.rijen for cell in row)

    for secret in ("Schelpenhof", "0417", "Wisselkade", "Buurvrouw"):
        assert secret not in words
    assert "adres is geheim" in words
    assert "langskomen op [afgeschermd]" in words


def test_the_page_holds_nothing_of_another_casus(desk: Desk, verlof_id: UUID) -> None:
    here = casus(desk)
    other = add_casus(desk)
    otis = add_persoon(desk, other)
    promise(desk, other, otis, "folder sturen")

    words = str(desk.vervangkaarten.inhoud_blad(verlof_id, here))
    assert "Otis" not in words
    assert "folder" not in words


def test_every_running_casus_gets_a_page_and_the_busy_ones_come_first(
    desk: Desk, verlof_id: UUID
) -> None:
    quiet, busy = add_casus(desk, naam="Aalbes"), casus(desk)
    promise(desk, busy, add_persoon(desk, busy), "bellen")

    rows = desk.vervangkaarten.casussen(verlof_id)

    assert [(row.casus_id, row.valt_erin, row.nog_niemand) for row in rows] == [
        (busy, 1, 1),
        (quiet, 0, 0),
    ]


def test_the_letter_says_when_and_who_and_what_was_promised_to_this_person(
    desk: Desk, verlof_id: UUID
) -> None:
    casus_id = casus(desk)
    otis = add_persoon(desk, casus_id)
    maren = add_persoon(desk, casus_id, Rol.MOEDER, voornaam="Maren", achternaam="Zilverduin")
    ding = promise(desk, casus_id, otis, "u de folder sturen", date(2026, 5, 15))
    promise(desk, casus_id, maren, "bellen over school")
    desk.verloven.take(verlof_id, OvernameSoort.BELOFTE, ding, "Nel Demoor")

    words = letter(desk, verlof_id, casus_id, otis)

    assert "Van woensdag 13 mei 2026 tot en met vrijdag 22 mei 2026 heb ik verlof." in words
    assert "Vanaf dinsdag 26 mei 2026 ben ik er weer." in words  # 25 May is tweede Pinksterdag
    assert "In die tijd is Bo Vervanger er voor u." in words
    assert "U kunt bellen met 010-000 0012." in words
    assert (
        "Ik beloofde: u de folder sturen. Nel Demoor doet dit uiterlijk op vrijdag 15 mei 2026."
        in words
    )
    assert "school" not in words
    assert "Maren" not in words


def test_the_letter_names_a_talk_by_day_and_hour_only(desk: Desk, verlof_id: UUID) -> None:
    casus_id = casus(desk)
    otis = add_persoon(desk, casus_id)
    day = date(2026, 5, 19)
    talk = plan(desk, casus_id, titel="Over Maren", begin=at(10, day=day), einde=at(11, day=day))
    people = (DeelnameGegevens("Otis Havikskruid", persoon_id=otis),)
    desk.gesprekken.set(talk, GesprekGegevens(deelnames=people))

    words = letter(desk, verlof_id, casus_id, otis)

    assert "U hebt een afspraak op dinsdag 19 mei 2026 om 10:00." in words
    assert "Bo Vervanger vertelt u of die doorgaat." in words
    assert "Maren" not in words


@pytest.mark.parametrize(
    "wat",
    [
        "bellen na het gesprek met Maren",
        "bellen na het gesprek met moeder",
        "kijken bij Schelpenhof 9",
    ],
)
def test_a_promise_that_tells_of_another_is_not_copied_but_not_forgotten(
    desk: Desk, verlof_id: UUID, wat: str
) -> None:
    casus_id = casus(desk)
    otis = add_persoon(desk, casus_id)
    maren = add_persoon(desk, casus_id, Rol.MOEDER, voornaam="Maren", achternaam="Zilverduin")
    desk.personen.shield(maren, AfgeschermdSoort.ADRES, "Schelpenhof 9")
    promise(desk, casus_id, otis, wat)

    words = letter(desk, verlof_id, casus_id, otis)

    for secret in ("Maren", "moeder", "Schelpenhof"):
        assert secret not in words
    assert "Ik heb nog iets met u afgesproken. Bo Vervanger weet wat dat is." in words


@pytest.mark.parametrize(
    "wat",
    [
        "uitzoeken of Sanne ook komt",
        "meenemen wat Wölkenvelds school zei",
        "kopie sturen van vt demo-0158",
        "kopie sturen van 0158",
        "vragen wat Ineke zag",
        "bellen over familie Kaneelboom",
    ],
)
def test_a_letter_holds_nothing_of_another_casus(desk: Desk, verlof_id: UUID, wat: str) -> None:
    other, casus_id = casus(desk), add_casus(desk)
    otis = add_persoon(desk, casus_id)
    add_persoon(desk, other, Rol.MOEDER, voornaam="Sanne", achternaam="Wolkenveld")
    add_persoon(desk, other, Rol.MELDER, voornaam="Ineke", achternaam="de Vries")
    promise(desk, casus_id, otis, wat)

    words = letter(desk, verlof_id, casus_id, otis)

    assert wat not in words
    assert "Ik heb nog iets met u afgesproken. Bo Vervanger weet wat dat is." in words


def test_who_has_the_name_of_somebody_elsewhere_reads_what_was_promised(
    desk: Desk, verlof_id: UUID
) -> None:
    other, casus_id = casus(desk), add_casus(desk)
    otis = add_persoon(desk, casus_id)
    add_persoon(desk, casus_id, Rol.KIND, voornaam="Fenna", geboortedatum=date(2019, 2, 18))
    add_persoon(desk, other, Rol.KIND, voornaam="Fenna", achternaam="de Havikskruid")
    promise(desk, casus_id, otis, "u de folder voor Fenna sturen")

    assert "Ik beloofde: u de folder voor Fenna sturen." in letter(desk, verlof_id, casus_id, otis)


def test_no_letter_goes_where_it_may_not_be_sent(desk: Desk, verlof_id: UUID) -> None:
    casus_id = casus(desk)
    no_post = add_persoon(desk, casus_id, voornaam="Otis")
    reach(desk, no_post, post=False)
    with_rules = add_persoon(desk, casus_id, Rol.MOEDER, voornaam="Sanne", achternaam="Wolkenveld")
    reach(desk, with_rules, codewoord="bibliotheekboek")
    together = [
        add_persoon(desk, casus_id, Rol.PARTNER, voornaam=naam, achternaam="Eik", adres="Laan 1")
        for naam in ("Dario", "Kim")
    ]

    refused = {o.persoon_id: o.verboden for o in desk.vervangkaarten.ontvangers(verlof_id)}

    assert refused[no_post] == "Otis wil geen post. Bel, of geef de brief zelf."
    assert refused[with_rules].startswith("Met Sanne is veilig contact afgesproken")
    assert "een adres dat ook van Dario is. Kies een andere manier." in refused[together[1]]
    for persoon_id, why in refused.items():
        with pytest.raises(LeakError, match=re.escape(why)):
            desk.vervangkaarten.brief(verlof_id, casus_id, persoon_id)


def test_people_in_one_house_share_an_address_though_none_was_written_down(
    desk: Desk, verlof_id: UUID
) -> None:
    casus_id = casus(desk)
    sanne = add_persoon(desk, casus_id, Rol.MOEDER, voornaam="Sanne")
    dario = add_persoon(desk, casus_id, voornaam="Dario")
    child = add_persoon(desk, casus_id, Rol.KIND, voornaam="Tijn")
    desk.huishoudens.add_with(casus_id, "thuis", (sanne, dario, child))

    refused = {o.naam: o.verboden for o in desk.vervangkaarten.ontvangers(verlof_id)}

    assert "ook van Dario is" in refused["Sanne Havikskruid"]
    assert "ook van Sanne is" in refused["Dario Havikskruid"]


def test_who_said_that_post_is_safe_gets_the_letter_and_who_was_not_asked_is_pointed_out(
    desk: Desk, verlof_id: UUID
) -> None:
    casus_id = casus(desk)
    safe = add_persoon(desk, casus_id, voornaam="Otis")
    reach(desk, safe, post=True, codewoord="boek")
    add_persoon(desk, casus_id, Rol.MOEDER, voornaam="Maren")

    found = desk.vervangkaarten.ontvangers(verlof_id)

    assert {one.verboden for one in found} == {""}
    assert [one.let_op for one in found] == ["Vraag Maren eerst of post veilig is.", ""]


def test_a_letter_needs_the_name_of_who_is_there(desk: Desk) -> None:
    casus_id = casus(desk)
    otis = add_persoon(desk, casus_id)
    verlof_id = desk.verloven.add(VerlofGegevens(VAN, TOT))

    with pytest.raises(UserError, match="wie je vervangt"):
        desk.vervangkaarten.brief(verlof_id, casus_id, otis)


def test_the_words_of_the_letter_are_plain_and_say_u(desk: Desk, verlof_id: UUID) -> None:
    casus_id = casus(desk)
    otis = add_persoon(desk, casus_id)
    promise(desk, casus_id, otis, "u de folder sturen", date(2026, 5, 15))

    words = letter(desk, verlof_id, casus_id, otis)

    for sentence in re.split(r"(?<=[.?])\s|\n", words):
        assert len(sentence.split()) <= MOST_WORDS, sentence
    assert not re.search(r"\b(je|jij|jouw|jullie)\b", words)
    assert "!" not in words


def test_papers_leave_under_a_name_that_tells_nothing_and_are_noted(
    desk: Desk, verlof_id: UUID, tmp_path: Path, clock: SlowClock
) -> None:
    casus_id = casus(desk)
    otis = add_persoon(desk, casus_id)
    blad = desk.vervangkaarten.blad(verlof_id, casus_id)
    brief = desk.vervangkaarten.brief(verlof_id, casus_id, otis)

    assert blad.bestandsnaam() == "VT-DEMO-0158 vervangkaart.pdf"
    assert brief.bestandsnaam() == "VT-DEMO-0158 brief verlof 1.pdf"
    with pytest.raises(LeakError, match="bestandsnaam"):
        blad.save(tmp_path / "Havikskruid.pdf")
    for paper in (blad, brief):
        target = tmp_path / paper.bestandsnaam()
        paper.save(target)
        assert "VT-DEMO-0158" in flowing(target.read_bytes())
        assert [failures(target.read_bytes(), p) for p in (ARCHIVE, ACCESS)] == [[], []]
    lines = desk.logboek.of_casus(casus_id)
    assert [line.detail for line in lines if line.kind is Kind.VERLOF] == ["pdf", "pdf"]


def test_the_rules_of_the_office_are_read(desk: Desk) -> None:
    assert regels().dagen_vooraf == 2
    assert "{contact}" in regels().brief.contact
