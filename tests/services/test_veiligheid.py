"""Waarborgen with their checks, AOL and AOP, and casusregie through their use cases."""

from datetime import date
from uuid import UUID, uuid4

import pytest

from tests.builders import SlowClock, add_casus
from vtdesk.errors import UserError
from vtdesk.services.desk import Desk
from vtdesk.services.veiligheid import (
    PolitieGegevens,
    ToetsGegevens,
    WaarborgGegevens,
    WaarborgRow,
)
from vtdesk.values.casuskinds import (
    Instemmingsstand,
    PolitieSoort,
    Toetsuitkomst,
    WaarborgSoort,
)

SLEUTEL = WaarborgGegevens("Dario", "De huissleutel is terug.", "vóór 13 mei", "politie haalt hem")
BELLEN = WaarborgGegevens("Wijkteam", "Belt kort met Sanne.", "dinsdag en vrijdag")
MEI = [date(2026, 5, day) for day in range(1, 32)]


def found(uitkomst: Toetsuitkomst, day: date = MEI[11], **more: str | UUID) -> ToetsGegevens:
    return ToetsGegevens(day, uitkomst, "gezien", **more)


@pytest.fixture
def casus_id(desk: Desk) -> UUID:
    return add_casus(desk)


@pytest.fixture
def sleutel(desk: Desk, casus_id: UUID) -> UUID:
    return desk.veiligheid.add(
        casus_id, WaarborgSoort.VOORWAARDE, SLEUTEL, gemaakt_op=date(2026, 5, 8)
    )


def only(desk: Desk, casus_id: UUID) -> WaarborgRow:
    [row] = desk.veiligheid.waarborgen(casus_id)
    return row


def test_voorwaarden_and_afspraken_are_numbered_apart(desk: Desk, casus_id: UUID) -> None:
    for soort in (
        WaarborgSoort.AFSPRAAK, WaarborgSoort.VOORWAARDE, WaarborgSoort.AFSPRAAK,
    ):  # fmt: skip
        desk.veiligheid.add(casus_id, soort, BELLEN)
    desk.veiligheid.add(add_casus(desk, nummer="2"), WaarborgSoort.AFSPRAAK, BELLEN)

    assert [(row.soort.value, row.nummer) for row in desk.veiligheid.waarborgen(casus_id)] == [
        ("voorwaarde", 1), ("afspraak", 1), ("afspraak", 2),
    ]  # fmt: skip


def test_the_number_of_what_lapsed_is_not_used_again(
    desk: Desk, casus_id: UUID, sleutel: UUID
) -> None:
    desk.veiligheid.lapse(sleutel, "De sleutel is terug.")
    desk.veiligheid.add(casus_id, WaarborgSoort.VOORWAARDE, BELLEN)

    assert [(row.nummer, row.geldt) for row in desk.veiligheid.waarborgen(casus_id)] == [
        (2, True), (1, False),
    ]  # fmt: skip


@pytest.mark.parametrize(
    ("gegevens", "sentence"),
    [
        (WaarborgGegevens("", "iets"), "wie dit doet"),
        (WaarborgGegevens("Dario", " "), "wat er moet gebeuren"),
        (WaarborgGegevens("Dario", "iets", tot=date(2026, 5, 11)), "einddatum ligt vóór"),
    ],
)
def test_what_nobody_could_check_is_refused(
    desk: Desk, casus_id: UUID, gegevens: WaarborgGegevens, sentence: str
) -> None:
    with pytest.raises(UserError, match=sentence):
        desk.veiligheid.add(casus_id, WaarborgSoort.AFSPRAAK, gegevens)
    assert desk.veiligheid.waarborgen(casus_id) == []


def test_the_newest_check_counts_and_the_others_stay(
    desk: Desk, casus_id: UUID, sleutel: UUID, clock: SlowClock
) -> None:
    for uitkomst, day in (
        (Toetsuitkomst.NIET, MEI[10]),
        (Toetsuitkomst.DEELS, MEI[11]),
        (Toetsuitkomst.NOG_NIET_TE_ZEGGEN, MEI[8]),
        (Toetsuitkomst.NAGEKOMEN, MEI[11]),
    ):
        desk.veiligheid.toets(sleutel, found(uitkomst, day))
        clock.pass_time(minutes=1)

    row = only(desk, casus_id)
    assert row.laatste is not None
    assert row.laatste.uitkomst is Toetsuitkomst.NAGEKOMEN
    assert [toets.gegevens.uitkomst.value for toets in row.toetsen] == [
        "nagekomen", "deels", "niet", "nog_niet_te_zeggen",
    ]  # fmt: skip

    desk.veiligheid.take_back(row.toetsen[0].id)
    assert len(only(desk, casus_id).toetsen) == 3


@pytest.mark.parametrize(
    ("gegevens", "sentence"),
    [
        (ToetsGegevens(MEI[11], Toetsuitkomst.NIET, " "), "waaruit dit blijkt"),
        (found(Toetsuitkomst.NIET, MEI[12]), "nog niet geweest"),
        (found(Toetsuitkomst.NIET, MEI[6]), "vóór de dag waarop dit is afgesproken"),
        (found(Toetsuitkomst.NIET, uitspraak_id=uuid4()), "hoort niet bij deze casus"),
    ],
)
def test_a_check_needs_evidence_and_a_day_that_can_be(
    desk: Desk, casus_id: UUID, sleutel: UUID, gegevens: ToetsGegevens, sentence: str
) -> None:
    with pytest.raises(UserError, match=sentence):
        desk.veiligheid.toets(sleutel, gegevens)
    assert only(desk, casus_id).toetsen == ()


def test_what_was_checked_keeps_its_words(desk: Desk, casus_id: UUID, sleutel: UUID) -> None:
    version = only(desk, casus_id).version
    desk.veiligheid.change(sleutel, version, WaarborgGegevens("Dario", "De sleutel is terug."))
    desk.veiligheid.toets(sleutel, found(Toetsuitkomst.NIET))

    row = only(desk, casus_id)
    with pytest.raises(UserError, match="al getoetst"):
        desk.veiligheid.change(sleutel, row.version, WaarborgGegevens("Dario", "Iets anders."))
    with pytest.raises(UserError, match="ergens anders gewijzigd"):
        desk.veiligheid.change(sleutel, version, row.gegevens)
    later = WaarborgGegevens("Dario", "De sleutel is terug.", "vóór 14 mei")
    desk.veiligheid.change(sleutel, row.version, later)
    assert only(desk, casus_id).gegevens == later


def test_what_lapses_says_why_and_can_be_brought_back(
    desk: Desk, casus_id: UUID, sleutel: UUID, clock: SlowClock
) -> None:
    with pytest.raises(UserError, match="waarom dit vervalt"):
        desk.veiligheid.lapse(sleutel, "")
    desk.veiligheid.lapse(sleutel, "Sleutel is terug.")
    row = only(desk, casus_id)
    assert (row.vervallen_op, row.vervallen_want) == (MEI[11], "Sleutel is terug.")

    clock.pass_time(days=1)
    with pytest.raises(UserError, match="niet meer toetsen"):
        desk.veiligheid.toets(sleutel, found(Toetsuitkomst.NIET, MEI[12]))
    desk.veiligheid.restore(sleutel)
    assert only(desk, casus_id).geldt


def test_a_proposal_is_no_afspraak_until_nobody_doubts(desk: Desk, casus_id: UUID) -> None:
    voorstel = desk.veiligheid.add(casus_id, WaarborgSoort.AFSPRAAK, BELLEN, voorstel=True)
    desk.veiligheid.respond(voorstel, "Maren", Instemmingsstand.AKKOORD, MEI[10])
    desk.veiligheid.respond(voorstel, "Otis", Instemmingsstand.DENKT_EROVER_NA)

    with pytest.raises(UserError, match="nog een voorstel"):
        desk.veiligheid.toets(voorstel, found(Toetsuitkomst.NIET))
    with pytest.raises(UserError, match="Otis is nog niet akkoord"):
        desk.veiligheid.settle(voorstel)

    desk.veiligheid.respond(voorstel, "otis", Instemmingsstand.AKKOORD)
    desk.veiligheid.settle(voorstel)
    row = only(desk, casus_id)
    assert not row.voorstel
    assert [(s.wie, s.stand) for s in row.instemmingen] == [
        ("Maren", Instemmingsstand.AKKOORD), ("otis", Instemmingsstand.AKKOORD),
    ]  # fmt: skip


def test_an_aol_has_a_review_date_and_an_end(desk: Desk, casus_id: UUID) -> None:
    thuis = PolitieGegevens(PolitieSoort.LOCATIE, "de woning", MEI[4], MEI[11])
    aol = desk.veiligheid.agree(casus_id, thuis)
    [row] = desk.veiligheid.politieafspraken(casus_id)
    assert (row.moet_herzien(MEI[10]), row.moet_herzien(MEI[11])) == (False, True)

    later = PolitieGegevens(PolitieSoort.LOCATIE, "de woning", MEI[4], MEI[30], direct_komen=True)
    desk.veiligheid.change_agreement(aol, row.version, later)
    desk.veiligheid.end_agreement(aol)
    [row] = desk.veiligheid.politieafspraken(casus_id)
    assert (row.gegevens, row.beeindigd_op) == (later, MEI[11])
    desk.veiligheid.resume_agreement(aol)
    assert desk.veiligheid.politieafspraken(casus_id)[0].beeindigd_op is None

    with pytest.raises(UserError, match="vóór het begin"):
        desk.veiligheid.agree(
            casus_id, PolitieGegevens(PolitieSoort.PERSOON, "Dario", MEI[4], MEI[3])
        )


def test_one_organisation_directs_at_a_time_and_may_be_named_beforehand(
    desk: Desk, casus_id: UUID
) -> None:
    cit, wijkteam = desk.organisaties.add("CIT"), desk.organisaties.add("Wijkteam")
    desk.regie.give(casus_id, cit, MEI[3])
    later = desk.regie.give(casus_id, wijkteam, MEI[14])

    rows = desk.regie.of_casus(casus_id)
    for day in MEI[3:]:
        assert len([row for row in rows if row.is_on(day)]) == 1
    assert [row.naam for row in rows if row.is_on(MEI[13])] == ["CIT"]
    for day, wie in ((MEI[14], cit), (MEI[4], cit), (MEI[20], wijkteam)):
        with pytest.raises(UserError):
            desk.regie.give(casus_id, wie, day)

    desk.regie.take_back(later)
    assert [(row.naam, row.tot) for row in desk.regie.of_casus(casus_id)] == [("CIT", None)]


def test_adding_is_undone_only_while_nothing_happened_to_it(desk: Desk, casus_id: UUID) -> None:
    undone = desk.veiligheid.add(casus_id, WaarborgSoort.AFSPRAAK, WaarborgGegevens("CJG", "Belt."))
    desk.veiligheid.remove(undone)
    assert desk.veiligheid.waarborgen(casus_id) == []

    kept = desk.veiligheid.add(casus_id, WaarborgSoort.AFSPRAAK, WaarborgGegevens("CJG", "Belt."))
    desk.veiligheid.lapse(kept, "Niet meer nodig.")
    with pytest.raises(UserError, match="al iets gebeurd"):
        desk.veiligheid.remove(kept)
