"""The phone and the series of the demo."""

from collections.abc import Iterable
from datetime import date

from tests.builders import TODAY, at
from vtdesk.services.bellen.service import BelRow
from vtdesk.services.desk import Desk
from vtdesk.values.dagkinds import BelUitkomst, Herkenning
from vtdesk.values.kinds import AfspraakStaat


def names(rows: Iterable[BelRow]) -> list[str]:
    return [row.wie for row in rows]


def test_mother_still_waits_for_the_call_that_was_promised_and_the_huisarts_calls_himself(
    demo_desk: Desk,
) -> None:
    groups = demo_desk.bellen.groups()

    assert names(groups.open) == ["Maren Zilverduin"]
    assert groups.open[0].bellen_om == at(17, 5)
    assert [(row.wacht_op, row.bellen_om) for row in groups.wacht] == [
        ("huisarts", at(0, day=date(2026, 5, 13)))
    ]
    assert "Loes Wolkenveld" in names(groups.klaar)


def test_the_four_missed_calls_are_of_loes_and_her_address_does_not_show(demo_desk: Desk) -> None:
    [loes] = [row for row in demo_desk.bellen.groups().klaar if row.wie == "Loes Wolkenveld"]
    call = demo_desk.bellen.detail(loes.id)

    assert (loes.nummer, loes.keren, loes.voicemail) == ("+31600000417", 4, True)
    assert call.herkenning is Herkenning.KLOPT
    assert [f"{row.moment:%H:%M}" for row in call.log] == [
        "10:52", "11:03", "11:15", "11:21", "12:10",
    ]  # fmt: skip
    assert call.log[-1].uitkomst is BelUitkomst.GESPROKEN
    assert [one.geheim_adres for one in call.personen] == [True]
    assert [one.regel for one in call.eerder] == [
        "Fenna slaapt goed en wil haar fiets.", "Fenna mag blijven zolang het nodig is.",
    ]  # fmt: skip
    assert "Schelpenhof" not in repr(call)


def test_what_was_said_on_the_phone_stands_in_its_casus(demo_desk: Desk) -> None:
    held = demo_desk.gebeurtenissen.of_casus(demo_desk.casussen.find("0158").id)
    calls = {
        f"{row.gegevens.begin:%H:%M}": row.gegevens.titel
        for row in held
        if row.gegevens.begin.date() == TODAY
    }

    assert calls == {
        "12:10": "Loes teruggebeld. De wijkagent controleert een kenteken.",
        "13:40": "Het kenteken is van bezoek van de buren.",
    }


def test_the_weekly_teamoverleg_was_held_and_does_not_fall_in_her_leave(demo_desk: Desk) -> None:
    weeks = range(5)
    days = [date.fromordinal(date(2026, 4, 30).toordinal() + 7 * week) for week in weeks]
    found = [row for day in days for row in demo_desk.agenda.on_day(day) if row.reeks_id]

    assert [row.staat for row in found] == [
        AfspraakStaat.GEHOUDEN, AfspraakStaat.GEHOUDEN, AfspraakStaat.AFGEZEGD,
        AfspraakStaat.AFGEZEGD, AfspraakStaat.GEPLAND,
    ]  # fmt: skip
    assert {f"{row.begin:%H:%M}" for row in found} == {"09:30"}
