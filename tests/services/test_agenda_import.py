"""Reading in another agenda: what is shown, what comes in, and what a second time does."""

import time
from dataclasses import replace
from datetime import date

import pytest

from tests.adapters.agendas import DATA, calendar, event
from tests.builders import SlowClock, add_casus, add_persoon, at, plan
from vtdesk.errors import OutsideError, UserError
from vtdesk.services.agenda import AfspraakRow
from vtdesk.services.agenda_import import AgendaImport, ImportUitkomst, ImportVoorstel
from vtdesk.services.agenda_vergelijking import ImportRegel, ImportStatus
from vtdesk.services.desk import Desk
from vtdesk.services.notities import NotitieGegevens
from vtdesk.store.store import Store
from vtdesk.values.change import Change
from vtdesk.values.kinds import AfspraakSoort, AfspraakStaat, Rol
from vtdesk.values.tijd import end_of, start_of

MDO = ("DTSTART;TZID=W. Europe Standard Time:20260514T130000", "DURATION:PT85M")
LONGEST = 10  # seconds
WEKELIJKS = ("DTSTART:20260513T090000", "DURATION:PT1H", "RRULE:FREQ=WEEKLY;COUNT=3")


@pytest.fixture
def imports(desk: Desk) -> AgendaImport:
    return desk.agenda_import


def planned(desk: Desk) -> list[AfspraakRow]:
    return desk.agenda.between(start_of(date(2026, 1, 1)), end_of(date(2027, 12, 31)))


def shown(desk: Desk) -> list[str]:
    return [f"{a.begin:%d-%m %H:%M} {a.titel} ({a.staat})" for a in planned(desk)]


def statuses(voorstel: ImportVoorstel) -> list[ImportStatus]:
    return [regel.status for regel in voorstel.regels]


def take_in(imports: AgendaImport, data: bytes) -> ImportUitkomst:
    return imports.apply(regel for regel in imports.preview(data).regels if regel.gekozen)


def only(imports: AgendaImport, data: bytes) -> ImportRegel:
    (regel,) = imports.preview(data).regels
    return regel


def test_a_preview_stores_nothing(imports: AgendaImport, desk: Desk, store: Store) -> None:
    heard: list[Change] = []
    store.changes.subscribe(heard.append)

    voorstel = imports.preview((DATA / "outlook.ics").read_bytes())

    assert ImportStatus.NIEUW in statuses(voorstel)
    assert (planned(desk), heard) == ([], [])


def test_soort_and_casus_are_proposed_from_the_title(imports: AgendaImport, desk: Desk) -> None:
    casus_id = add_casus(desk)
    data = calendar(
        event(*MDO, uid="a", summary="Huisbezoek Zilverduin"),
        event(*MDO, uid="b", summary="Fam. Havikskruid"),
        event(*MDO, uid="c", summary="Teamoverleg"),
    )

    regels = {regel.titel: regel for regel in imports.preview(data).regels}

    assert regels["Huisbezoek Zilverduin"].soort is AfspraakSoort.HUISBEZOEK
    assert regels["Huisbezoek Zilverduin"].casus_id == casus_id
    assert regels["Fam. Havikskruid"].soort is AfspraakSoort.GESPREK
    assert (regels["Teamoverleg"].soort, regels["Teamoverleg"].casus_id) == (
        AfspraakSoort.OVERLEG,
        None,
    )


def test_a_name_of_the_family_finds_the_casus_and_that_of_a_professional_does_not(
    imports: AgendaImport, desk: Desk
) -> None:
    casus_id = add_casus(desk, naam="Gezin Z.")
    add_persoon(desk, casus_id, Rol.VADER)
    add_persoon(desk, casus_id, Rol.PROFESSIONAL, voornaam="Bo", achternaam="Vervanger")

    assert only(imports, calendar(event(*MDO, summary="Gesprek Havikskruid"))).casus_id == casus_id
    assert only(imports, calendar(event(*MDO, summary="Gesprek Vervanger"))).casus_id is None


def test_a_chosen_line_comes_in_with_its_gesprek_and_who_was_invited(
    imports: AgendaImport, desk: Desk
) -> None:
    casus_id = add_casus(desk)
    vader_id = add_persoon(desk, casus_id)
    guests = (
        "ORGANIZER;CN=Mila Proefstra:mailto:mila@voorbeeld.invalid",
        "ATTENDEE;CN=Otis Havikskruid:mailto:otis@voorbeeld.invalid",
        "ATTENDEE;CN=tess@voorbeeld.invalid:mailto:tess@voorbeeld.invalid",
    )

    outcome = take_in(imports, calendar(event(*MDO, *guests, summary="Gesprek vader 0141")))

    assert outcome.in_words() == "Ingelezen: 1 nieuw."
    (afspraak,) = planned(desk)
    assert (afspraak.titel, afspraak.casus_id, afspraak.wie) == (
        "Gesprek vader 0141",
        casus_id,
        ("Otis Havikskruid",),
    )
    assert f"{afspraak.begin:%H:%M}–{afspraak.einde:%H:%M}" == "13:00–14:25"
    (deelname,) = desk.gesprekken.get(afspraak.id).deelnames
    assert deelname.persoon_id == vader_id


def test_the_same_file_twice_changes_nothing(imports: AgendaImport, desk: Desk) -> None:
    for maker in ("outlook", "exchange", "google", "apple"):
        data = (DATA / f"{maker}.ics").read_bytes()
        take_in(imports, data)
        before = shown(desk)

        voorstel = imports.preview(data)

        assert not any(
            regel.kiesbaar for regel in voorstel.regels if regel.afspraak_id or regel.gekozen
        )
        assert take_in(imports, data).in_words() == "Er is niets veranderd."
        assert shown(desk) == before


def test_one_preview_applied_twice_brings_everything_once(
    imports: AgendaImport, desk: Desk
) -> None:
    regels = imports.preview(calendar(event(*MDO))).regels

    assert imports.apply(regels) == ImportUitkomst(nieuw=1)
    assert imports.apply(regels) == ImportUitkomst()
    assert len(planned(desk)) == 1


def test_a_change_is_said_in_words_and_keeps_what_she_chose(
    imports: AgendaImport, desk: Desk
) -> None:
    casus_id = add_casus(desk)
    first = only(imports, calendar(event(*MDO)))
    imports.apply([replace(first, casus_id=casus_id, soort=AfspraakSoort.HUISBEZOEK)])

    changed = calendar(
        event("DTSTART:20260515T090000", "DURATION:PT1H", "LOCATION:Zaal 3", summary="MDO 2")
    )
    regel = only(imports, changed)

    assert regel.status is ImportStatus.GEWIJZIGD
    assert regel.toelichting == "Tijd was do 14 mei 13:00–14:25. Titel was MDO. Plaats was leeg."
    assert take_in(imports, changed) == ImportUitkomst(gewijzigd=1)
    (afspraak,) = planned(desk)
    assert f"{afspraak.begin:%d-%m %H:%M} {afspraak.titel}, {afspraak.plaats}" == (
        "15-05 09:00 MDO 2, Zaal 3"
    )
    assert (afspraak.casus_id, afspraak.soort) == (casus_id, AfspraakSoort.HUISBEZOEK)


def test_what_she_moved_herself_stays_when_the_file_did_not_change(
    imports: AgendaImport, desk: Desk
) -> None:
    take_in(imports, calendar(event(*MDO)))
    desk.agenda.move(planned(desk)[0].id, at(9, day=date(2026, 5, 14)))

    assert only(imports, calendar(event(*MDO))).status is ImportStatus.ONGEWIJZIGD


def test_a_cancelled_appointment_is_cancelled_and_may_go_on_after_all(
    imports: AgendaImport, desk: Desk
) -> None:
    take_in(imports, calendar(event(*MDO)))

    assert take_in(imports, calendar(event(*MDO), method="CANCEL")) == ImportUitkomst(afgezegd=1)
    assert shown(desk) == ["14-05 13:00 MDO (afgezegd)"]
    assert statuses(imports.preview(calendar(event(*MDO), method="CANCEL"))) == [
        ImportStatus.ONGEWIJZIGD
    ]
    assert only(imports, calendar(event(*MDO))).toelichting == "Gaat toch door."
    assert take_in(imports, calendar(event(*MDO))) == ImportUitkomst(gewijzigd=1)
    assert shown(desk) == ["14-05 13:00 MDO (gepland)"]


def test_what_was_cancelled_before_it_came_in_is_left_out(imports: AgendaImport) -> None:
    regel = only(imports, calendar(event(*MDO, "STATUS:CANCELLED")))

    assert (regel.kiesbaar, regel.toelichting) == (False, "Afgezegd, en stond niet in vtdesk.")


def test_a_day_taken_out_of_a_series_is_cancelled(imports: AgendaImport, desk: Desk) -> None:
    take_in(imports, calendar(event(*WEKELIJKS)))

    voorstel = imports.preview(calendar(event(*WEKELIJKS, "EXDATE:20260520T090000")))

    assert statuses(voorstel) == [
        ImportStatus.ONGEWIJZIGD,
        ImportStatus.AFGEZEGD,
        ImportStatus.ONGEWIJZIGD,
    ]
    assert voorstel.regels[1].toelichting == "Staat niet meer in de andere agenda."
    assert imports.apply(voorstel.regels) == ImportUitkomst(afgezegd=1)
    assert [a.staat for a in planned(desk)] == [
        AfspraakStaat.GEPLAND,
        AfspraakStaat.AFGEZEGD,
        AfspraakStaat.GEPLAND,
    ]


def test_a_series_that_gets_another_hour_moves_and_is_not_doubled(
    imports: AgendaImport, desk: Desk
) -> None:
    take_in(imports, calendar(event(*WEKELIJKS)))
    later = calendar(event("DTSTART:20260513T110000", *WEKELIJKS[1:]))

    assert take_in(imports, later) == ImportUitkomst(gewijzigd=3)
    assert [f"{a.begin:%d-%m %H:%M}" for a in planned(desk)] == [
        "13-05 11:00", "20-05 11:00", "27-05 11:00",
    ]  # fmt: skip
    assert statuses(imports.preview(later)) == [ImportStatus.ONGEWIJZIGD] * 3


def test_cancelling_a_whole_series_cancels_each_day_that_is_to_come(
    imports: AgendaImport, desk: Desk
) -> None:
    take_in(imports, calendar(event(*WEKELIJKS)))

    gone = imports.preview(calendar(event("DTSTART:20260513T090000"), method="CANCEL"))

    assert statuses(gone) == [ImportStatus.AFGEZEGD] * 3
    assert imports.apply(gone.regels) == ImportUitkomst(afgezegd=3)


def test_a_held_talk_stays_as_it_was(imports: AgendaImport, desk: Desk, clock: SlowClock) -> None:
    add_casus(desk)
    take_in(imports, calendar(event(*MDO, summary="MDO 0141")))
    clock.pass_time(days=3)
    desk.agenda.hold(planned(desk)[0].id)

    regel = only(imports, calendar(event("DTSTART:20260520T100000", summary="MDO 0141")))

    assert (regel.status, regel.kiesbaar) == (ImportStatus.OVERGESLAGEN, False)
    assert regel.toelichting == "Is in vtdesk al gehouden en blijft zoals hij is."


def test_what_she_cancelled_herself_does_not_come_back(imports: AgendaImport, desk: Desk) -> None:
    take_in(imports, calendar(event(*MDO)))
    desk.agenda.cancel(planned(desk)[0].id, "Ziek")

    assert only(imports, calendar(event("DTSTART:20260520T100000"))).toelichting == (
        "Heb je in vtdesk afgezegd of verzet."
    )


@pytest.mark.parametrize(
    ("lines", "why"),
    [
        (("DTSTART:20260504T100000", "DURATION:PT1H"), "Is al geweest."),
        ((*MDO, "CLASS:PRIVATE"), "Privé in de andere agenda."),
    ],
)
def test_what_she_will_hardly_want_is_off_at_first(
    imports: AgendaImport, lines: tuple[str, ...], why: str
) -> None:
    regel = only(imports, calendar(event(*lines)))

    assert (regel.kiesbaar, regel.gekozen, regel.toelichting) == (True, False, why)


def test_what_she_made_here_herself_is_recognised(imports: AgendaImport, desk: Desk) -> None:
    plan(desk, None, titel="Mdo", begin=at(13, day=date(2026, 5, 14)),
         einde=at(14, day=date(2026, 5, 14)))  # fmt: skip

    regel = only(imports, calendar(event(*MDO)))

    assert (regel.gekozen, regel.toelichting) == (False, "Staat al in vtdesk, daar zelf gemaakt.")


def test_what_she_made_here_for_the_same_casus_at_that_time_is_recognised(
    imports: AgendaImport, desk: Desk
) -> None:
    day = date(2026, 5, 14)
    plan(desk, add_casus(desk), begin=at(13, day=day), einde=at(14, day=day))

    regel = only(imports, calendar(event(*MDO, summary="MDO Zilverduin")))

    assert (regel.gekozen, regel.toelichting) == (False, "Staat al in vtdesk, daar zelf gemaakt.")


def test_when_one_line_is_refused_nothing_comes_in(imports: AgendaImport, desk: Desk) -> None:
    take_in(imports, calendar(event(*MDO)))
    regels = imports.preview(
        calendar(event("DTSTART:20260515T090000", "DURATION:PT1H"), event(*MDO, uid="nieuw"))
    ).regels
    desk.agenda.move(planned(desk)[0].id, at(10, day=date(2026, 5, 14)))
    before = shown(desk)

    with pytest.raises(UserError, match="intussen veranderd"):
        imports.apply(regels)

    assert shown(desk) == before


def test_an_unreadable_file_is_refused_and_nothing_happened(
    imports: AgendaImport, desk: Desk
) -> None:
    with pytest.raises(OutsideError, match="geen agendabestand"):
        imports.preview(b"<html>")

    assert planned(desk) == []


def test_the_casussen_to_choose_from_are_those_at_work(imports: AgendaImport, desk: Desk) -> None:
    add_casus(desk)

    (keuze,) = imports.preview(calendar(event(*MDO))).casussen

    assert (keuze.nummer, keuze.naam) == ("VT-DEMO-0141", "Zilverduin / Havikskruid")


def test_a_second_file_tells_each_change_before_it_makes_any(
    imports: AgendaImport, desk: Desk
) -> None:
    friday = ("DTSTART:20260515T100000", "DURATION:PT1H")
    take_in(
        imports,
        calendar(
            event(*WEKELIJKS, uid="reeks", summary="Teamoverleg"),
            event(*MDO, uid="mdo"),
            event(*friday, uid="weg", summary="Scholing"),
        ),
    )
    before = shown(desk)
    moved = ("RECURRENCE-ID:20260520T090000", "DTSTART:20260521T110000", "DURATION:PT1H")
    second = calendar(
        event(*WEKELIJKS, uid="reeks", summary="Teamoverleg"),
        event(*moved, uid="reeks", summary="Teamoverleg"),
        event(*MDO, uid="mdo", summary="MDO met school"),
        event(*friday, "STATUS:CANCELLED", uid="weg", summary="Scholing"),
    )

    voorstel = imports.preview(second)

    told = [(r.titel, r.status.value, r.toelichting) for r in voorstel.regels if r.kiesbaar]
    assert told == [
        ("MDO met school", "gewijzigd", "Titel was MDO."),
        ("Scholing", "afgezegd", ""),
        ("Teamoverleg", "gewijzigd", "Tijd was wo 20 mei 09:00–10:00."),
    ]
    assert shown(desk) == before
    assert imports.apply(r for r in voorstel.regels if r.gekozen) == ImportUitkomst(0, 2, 1)
    assert "21-05 11:00 Teamoverleg (gepland)" in shown(desk)
    assert "20-05 09:00 Teamoverleg (gepland)" not in shown(desk)
    assert "15-05 10:00 Scholing (afgezegd)" in shown(desk)


CHANGED_OR_GONE = pytest.mark.parametrize("after", [("STATUS:CANCELLED",), ("LOCATION:Elders",)])


@CHANGED_OR_GONE
def test_what_she_wrote_a_note_about_is_left_as_it_is(
    imports: AgendaImport, desk: Desk, after: tuple[str, ...]
) -> None:
    add_casus(desk)
    take_in(imports, calendar(event(*MDO, summary="MDO Zilverduin")))
    [row] = planned(desk)
    desk.notities.save(NotitieGegevens(gezegd="Zij wil rust."), afspraak_id=row.id)

    regel = only(imports, calendar(event(*MDO, *after, summary="MDO Zilverduin")))

    assert regel.status is ImportStatus.OVERGESLAGEN
    assert regel.toelichting == "Je schreef hier al iets over. De afspraak blijft zoals hij is."


@CHANGED_OR_GONE
def test_a_verslag_keeps_the_talk_that_it_is_about(
    imports: AgendaImport, desk: Desk, clock: SlowClock, after: tuple[str, ...]
) -> None:
    add_casus(desk)
    take_in(imports, calendar(event(*MDO, summary="MDO Zilverduin")))
    [row] = planned(desk)
    clock.now = at(15, day=date(2026, 5, 14))
    desk.agenda.hold(row.id)
    verslag_id = desk.verslagen.start(row.id)

    take_in(imports, calendar(event(*MDO, *after, summary="MDO Zilverduin")))

    [still] = planned(desk)
    assert (still.staat, still.plaats) == (AfspraakStaat.GEHOUDEN, "")
    assert still.verslag_id == verslag_id


def test_a_note_that_came_after_the_look_stops_the_whole_import(
    imports: AgendaImport, desk: Desk
) -> None:
    add_casus(desk)
    take_in(imports, calendar(event(*MDO, summary="MDO Zilverduin")))
    [row] = planned(desk)
    other = event(*WEKELIJKS, uid="reeks")
    data = calendar(event(*MDO, "STATUS:CANCELLED", summary="MDO Zilverduin"), other)
    chosen = [r for r in imports.preview(data).regels if r.gekozen]
    desk.notities.save(NotitieGegevens(gezegd="Zij wil rust."), afspraak_id=row.id)
    before = shown(desk)

    with pytest.raises(UserError, match="intussen veranderd"):
        imports.apply(chosen)
    assert shown(desk) == before


HOSTILE = {
    "200,000 events": (
        b"BEGIN:VCALENDAR\n" + b"BEGIN:VEVENT\nDTSTART:20260514T1000\nEND:VEVENT\n" * 200_000,
        "meer dan 20.000 onderdelen",
    ),
    "200,000 whole events": (
        calendar(*(event(*MDO, uid=str(n)) for n in range(200_000))),
        "groter dan 10 MB",
    ),
}


@pytest.mark.parametrize("name", HOSTILE)
def test_a_file_without_end_is_refused_at_once_and_nothing_came_in(
    imports: AgendaImport, desk: Desk, name: str
) -> None:
    data, words = HOSTILE[name]
    begin = time.monotonic()

    with pytest.raises(OutsideError, match=words):
        take_in(imports, data)
    assert time.monotonic() - begin < LONGEST
    assert planned(desk) == []


def test_a_series_by_the_second_is_left_out_in_words_and_the_rest_comes_in(
    imports: AgendaImport, desk: Desk
) -> None:
    begin = time.monotonic()
    data = calendar(
        event(*MDO[:1], "DURATION:PT1S", "RRULE:FREQ=SECONDLY", uid="snel"), event(*MDO, uid="mdo")
    )

    voorstel = imports.preview(data)

    assert [o.reden for o in voorstel.overgeslagen] == [
        "Deze reeks herhaalt vaker dan een paar keer per dag."
    ]
    assert [r.uid for r in voorstel.regels] == ["mdo"]
    assert time.monotonic() - begin < LONGEST


def test_an_hour_that_does_not_exist_or_comes_twice_is_read_and_stored(
    imports: AgendaImport, desk: Desk, clock: SlowClock
) -> None:
    clock.now = at(9, day=date(2026, 10, 1))
    data = calendar(
        event("DTSTART;TZID=Europe/Amsterdam:20261025T023000", "DURATION:PT1H", uid="twee"),
        event("DTSTART;TZID=Europe/Amsterdam:20270328T023000", "DURATION:PT1H", uid="geen"),
    )

    assert take_in(imports, data).nieuw == 2
    assert [f"{a.begin:%d-%m %H:%M}-{a.einde:%H:%M}" for a in planned(desk)] == [
        "25-10 02:30-02:30",
        "28-03 03:30-04:30",
    ]
