"""Her agenda for another agenda: neutral unless she chooses, and never what is shielded."""

from datetime import date
from pathlib import Path

import pytest

from tests.adapters.agendas import read
from tests.builders import SlowClock, add_casus, add_persoon, at, plan
from vtdesk.errors import LeakError, OutsideError, UserError
from vtdesk.services.agenda_export import Bewaard, Titels
from vtdesk.services.agenda_vergelijking import ImportStatus
from vtdesk.services.desk import Desk
from vtdesk.store.store import Store
from vtdesk.values.agendapunt import GelezenAfspraak
from vtdesk.values.kinds import AfgeschermdSoort, AfspraakSoort, Rol

DAG = date(2026, 5, 14)


@pytest.fixture
def ics(tmp_path: Path) -> Path:
    folder = tmp_path / "elders"
    folder.mkdir()
    return folder / "agenda.ics"


@pytest.fixture
def kluis(tmp_path: Path, store: Store, monkeypatch: pytest.MonkeyPatch) -> Path:
    """The folder of the kluis, which in the program holds nothing else."""
    folder = tmp_path / "kluis"
    folder.mkdir()
    monkeypatch.setattr(store, "path", folder / "kluis.db")
    return folder


def fill(desk: Desk) -> None:
    casus_id = add_casus(desk)
    loes = add_persoon(desk, casus_id, Rol.FAMILIE, voornaam="Loes")
    desk.personen.shield(loes, AfgeschermdSoort.ADRES, "Schelpenhof 9")
    plan(desk, casus_id, titel="Gesprek Havikskruid", begin=at(9, day=DAG), einde=at(10, day=DAG))
    plan(
        desk, casus_id, titel="Bezoek tante", begin=at(11, day=DAG), einde=at(12, day=DAG),
        soort=AfspraakSoort.HUISBEZOEK, plaats="Schelpenhof 9, Voorbeeldhaven",
    )  # fmt: skip


def read_back(ics: Path) -> list[GelezenAfspraak]:
    return list(read(ics.read_bytes()).afspraken)


def test_neutral_tells_only_when_she_is_not_free(desk: Desk, kluis: Path, ics: Path) -> None:
    fill(desk)

    bewaard = desk.agenda_export.schrijf(ics)

    assert bewaard.in_words() == "Bewaard: 2 afspraken, alleen als 'Bezet'."
    assert [(a.titel, a.plaats, a.begin) for a in read_back(ics)] == [
        ("Bezet", "", at(9, day=DAG)),
        ("Bezet", "", at(11, day=DAG)),
    ]
    data = ics.read_text()
    for secret in ("Havikskruid", "Otis", "VT-DEMO", "Schelpenhof", "Mila", "kamer"):
        assert secret not in data


def test_with_titles_what_is_shielded_is_covered_all_the_same(
    desk: Desk, kluis: Path, ics: Path
) -> None:
    fill(desk)

    bewaard = desk.agenda_export.schrijf(ics, Titels.VOLUIT)

    assert "met titels en plaatsen" in bewaard.in_words()
    shown = read_back(ics)
    assert [a.titel for a in shown] == ["Gesprek Havikskruid", "Bezoek tante"]
    assert shown[1].plaats == "[afgeschermd], Voorbeeldhaven"
    assert "Otis" not in ics.read_text()


def test_what_was_cancelled_is_told_so_that_the_other_agenda_frees_it(
    desk: Desk, kluis: Path, ics: Path
) -> None:
    fill(desk)
    [first, _] = desk.agenda.on_day(DAG)
    desk.agenda_export.schrijf(ics)
    before = {a.uid for a in read_back(ics)}
    desk.agenda.cancel(first.id, "Moeder is ziek.")

    bewaard = desk.agenda_export.schrijf(ics)

    assert bewaard == Bewaard(1, 1, Titels.NEUTRAAL)
    assert {a.uid for a in read_back(ics)} == before
    assert [a.afgezegd for a in read_back(ics)] == [True, False]


def test_what_was_moved_keeps_its_name_and_gets_a_higher_number(
    desk: Desk, kluis: Path, ics: Path
) -> None:
    plan(desk, None, begin=at(9, day=DAG), einde=at(10, day=DAG))
    [row] = desk.agenda.on_day(DAG)
    desk.agenda_export.schrijf(ics)
    uid = read_back(ics)[0].uid
    desk.agenda.move(row.id, at(13, day=DAG))

    desk.agenda_export.schrijf(ics)

    assert (read_back(ics)[0].uid, read_back(ics)[0].begin) == (uid, at(13, day=DAG))
    assert "SEQUENCE:1" in ics.read_text()


def test_her_own_file_read_in_again_changes_nothing(desk: Desk, kluis: Path, ics: Path) -> None:
    fill(desk)
    for titels in Titels:
        desk.agenda_export.schrijf(ics, titels)
        voorstel = desk.agenda_import.preview_file(ics)

        assert [(r.status, r.gekozen) for r in voorstel.regels] == [(ImportStatus.NIEUW, False)] * 2
        assert {r.toelichting for r in voorstel.regels} == {"Komt uit vtdesk zelf."}


def test_only_the_month_behind_and_the_year_ahead_go_along(
    desk: Desk, kluis: Path, ics: Path
) -> None:
    for day in (date(2026, 4, 1), date(2026, 4, 30), date(2027, 5, 1), date(2027, 7, 1)):
        plan(desk, None, begin=at(9, day=day), einde=at(10, day=day))

    assert desk.agenda_export.schrijf(ics).aantal == 2


def test_no_readable_file_comes_into_the_kluis(desk: Desk, kluis: Path, ics: Path) -> None:
    (ics.parent / "zijweg").symlink_to(kluis)
    for target in (kluis / "agenda.ics", kluis / "map" / "agenda.ics", ics.parent / "zijweg" / "a"):
        with pytest.raises(LeakError, match="de map van je kluis"):
            desk.agenda_export.schrijf(target)
    assert list(kluis.iterdir()) == []


def test_a_name_of_a_client_is_no_name_for_the_file(desk: Desk, kluis: Path, ics: Path) -> None:
    fill(desk)

    with pytest.raises(LeakError, match=r"agenda\.ics"):
        desk.agenda_export.schrijf(ics.parent / "Havikskruid.ics", Titels.VOLUIT)
    assert list(ics.parent.iterdir()) == []


def test_a_full_disk_leaves_nothing_behind(desk: Desk, kluis: Path) -> None:
    with pytest.raises(OutsideError):
        desk.agenda_export.schrijf(Path("/dev/full"))


def test_a_folder_is_no_file(desk: Desk, kluis: Path, ics: Path) -> None:
    with pytest.raises(UserError, match="Geef het bestand een naam"):
        desk.agenda_export.schrijf(ics.parent)


def test_what_left_with_names_is_in_the_logboek_of_its_casus(
    desk: Desk, kluis: Path, ics: Path, clock: SlowClock
) -> None:
    fill(desk)
    [casus] = desk.casussen.all()

    desk.agenda_export.schrijf(ics)
    assert "agenda-ics" not in {line.detail for line in desk.logboek.of_casus(casus.id)}

    desk.agenda_export.schrijf(ics, Titels.VOLUIT)
    assert next(line.detail for line in desk.logboek.of_casus(casus.id)) == "agenda-ics"
