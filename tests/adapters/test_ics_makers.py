"""Exports as the four makers write them."""

import pytest

from tests.adapters.agendas import DATA, read, times
from vtdesk.values.agendapunt import Deelnemer, GelezenAgenda


def export(maker: str) -> GelezenAgenda:
    return read((DATA / f"{maker}.ics").read_bytes())


def titled(agenda: GelezenAgenda, titel: str) -> list[str]:
    return [f"{a.begin:%d-%m %H:%M}" for a in agenda.afspraken if a.titel == titel]


def test_outlook_names_the_zone_as_windows_does() -> None:
    mdo = next(a for a in export("outlook").afspraken if a.titel == "MDO Wolkenveld")

    assert f"{mdo.begin:%d-%m-%Y %H:%M%z}" == "12-05-2026 13:00+0200"
    assert f"{mdo.einde:%H:%M}" == "14:25"
    assert mdo.plaats == "Kantoor, zaal 3"
    assert mdo.deelnemers == (
        Deelnemer("Mila Proefstra", "mila@voorbeeld.invalid"),
        Deelnemer("Wijkteam, Noord", "wijkteam@voorbeeld.invalid"),
        Deelnemer("Bo Vervanger", "bo@voorbeeld.invalid"),
    )


def test_outlook_series_misses_the_day_taken_out_and_shows_the_one_that_moved() -> None:
    agenda = export("outlook")

    assert titled(agenda, "Teamoverleg") == [
        "04-05 09:00", "11-05 09:00", "01-06 09:00", "08-06 09:00", "15-06 09:00",
    ]  # fmt: skip
    moved = next(a for a in agenda.afspraken if a.titel == "Teamoverleg (verplaatst)")
    assert f"{moved.begin:%d-%m %H:%M}" == "19-05 11:00"
    assert moved.recurrence_id == "20260518T070000Z"
    assert moved.reeks == "elke week op ma t/m 15 juni 2026"


def test_outlook_private_days_and_cancelled_titles_are_recognised() -> None:
    agenda = export("outlook")
    verlof = next(a for a in agenda.afspraken if a.titel == "Verlof")
    bezoek = next(a for a in agenda.afspraken if a.titel == "Huisbezoek Zilverduin")

    assert (verlof.hele_dag, verlof.prive) == (True, True)
    assert bezoek.afgezegd


def test_exchange_invents_zones_and_names_others_as_the_screen_shows_them() -> None:
    agenda = export("exchange")

    assert times(agenda) == ["14-05 15:00", "20-05 00:00", "21-05 10:00"]
    assert [a.hele_dag for a in agenda.afspraken] == [False, True, False]
    assert not any(a.opmerking for a in agenda.afspraken)


def test_google_moves_and_cancels_single_occurrences() -> None:
    agenda = export("google")

    assert titled(agenda, "Intervisie") == [
        "06-05 14:00", "13-05 14:00", "20-05 15:00", "27-05 14:00", "03-06 14:00", "10-06 14:00",
    ]  # fmt: skip
    assert [a.recurrence_id for a in agenda.afspraken if a.afgezegd] == ["20260527T120000Z"]
    gesprek = next(a for a in agenda.afspraken if a.titel == "Gesprek vader 0141")
    assert f"{gesprek.begin:%H:%M}" == "16:15"
    assert gesprek.plaats == "Kantoor, kamer 2 Tweede verdieping"


def test_apple_gives_durations_days_and_dates_of_its_own() -> None:
    agenda = export("apple")

    assert titled(agenda, "Dag afsluiten") == [
        "11-05 17:00", "12-05 17:00", "14-05 17:00", "15-05 17:00", "16-05 17:00",
    ]  # fmt: skip
    assert titled(agenda, "Kindgesprek Zoë 🙂") == ["16-05 10:30"]
    assert [o.wat for o in agenda.overgeslagen] == ["1 taak of notitie"]


def test_two_days_stay_two_days_when_the_clock_changes() -> None:
    weekend = export("apple").afspraken[0]

    assert f"{weekend.begin:%d-%m %H:%M%z}" == "28-03 00:00+0100"
    assert f"{weekend.einde:%d-%m %H:%M%z}" == "30-03 00:00+0200"


@pytest.mark.parametrize("maker", ["outlook", "exchange", "google", "apple"])
@pytest.mark.parametrize("encoding", ["utf-8-sig", "utf-16", "utf-16-le", "utf-16-be"])
@pytest.mark.parametrize("newline", ["\r\n", "\n", "\r"])
def test_encoding_and_line_ends_make_no_difference(maker: str, encoding: str, newline: str) -> None:
    plain = (DATA / f"{maker}.ics").read_text("utf-8")

    assert read(plain.replace("\n", newline).encode(encoding)) == export(maker)


@pytest.mark.parametrize("maker", ["outlook", "exchange", "google", "apple"])
def test_what_is_read_survives_the_pipe(maker: str) -> None:
    agenda = export(maker)

    assert GelezenAgenda.from_json(agenda.to_json()) == agenda


def test_descriptions_alarms_and_links_are_left_behind() -> None:
    everything = str([export(maker).to_json() for maker in ("outlook", "google", "apple")])

    assert "Klik hier" not in everything
    assert "Herinnering" not in everything
    assert "https" not in everything
