"""Rules of the office: what they change is known before, and a mistake changes nothing."""

from datetime import date
from uuid import UUID

import pytest

from tests.builders import TODAY, add_casus
from vtdesk.errors import UserError
from vtdesk.models import Logregel
from vtdesk.services.desk import Desk
from vtdesk.services.regels import Bestand
from vtdesk.services.termijnen import TermijnGegevens
from vtdesk.store.store import Store
from vtdesk.values.tijd import start_of


@pytest.fixture
def casus_id(desk: Desk) -> UUID:
    return add_casus(desk)


def onderzoek(desk: Desk, casus_id: UUID) -> UUID:
    return desk.termijnen.start(casus_id, TermijnGegevens("T2", start_of(date(2026, 4, 13))))


def shorter(desk: Desk) -> str:
    """The rule of T2 as vtdesk has it, with eight weeks in place of ten."""
    return desk.regels.voorzet(Bestand.TERMIJNEN, "T2").replace("lengte = 10", "lengte = 8")


def test_a_changed_rule_says_which_running_terms_it_moves_before_it_holds(
    desk: Desk, casus_id: UUID
) -> None:
    termijn = onderzoek(desk, casus_id)
    done = desk.termijnen.start(casus_id, TermijnGegevens("T2", start_of(date(2026, 3, 2))))
    desk.termijnen.meet(done, TODAY)

    [moved] = desk.regels.gevolgen(Bestand.TERMIJNEN, shorter(desk))
    assert (moved.termijn_id, moved.was, moved.wordt) == (
        termijn, date(2026, 6, 22), date(2026, 6, 8),
    )  # fmt: skip
    assert desk.termijnen.get(termijn).uitkomst.einde == date(2026, 6, 22)


def test_a_kept_rule_holds_at_once_and_can_be_undone(desk: Desk, casus_id: UUID) -> None:
    termijn = onderzoek(desk, casus_id)

    before = desk.regels.keep(Bestand.TERMIJNEN, shorter(desk))
    assert desk.termijnen.get(termijn).uitkomst.einde == date(2026, 6, 8)
    assert [row.id for row in desk.regels.termijnregels() if row.eigen] == ["T2"]

    desk.regels.keep(Bestand.TERMIJNEN, before)
    assert desk.termijnen.get(termijn).uitkomst.einde == date(2026, 6, 22)


def test_a_change_of_the_rules_stands_in_the_logboek(desk: Desk, store: Store) -> None:
    desk.regels.keep(Bestand.TERMIJNEN, shorter(desk))

    with store.read() as session:
        kinds = [line.soort for line in session.query(Logregel).order_by(Logregel.seq)]
    assert kinds[-1] == "instelling"


@pytest.mark.parametrize(
    ("text", "refusal"),
    [
        ("[[regel]\nid = 1", r"eigen termijnen.toml is niet te lezen: regel 1 klopt niet"),
        ('[[regel]]\nid = "T2"\n', "eigen termijnen.toml, regel T2: 'naam' ontbreekt"),
    ],
)
def test_a_broken_rule_is_named_with_its_place_and_the_last_good_one_stays(
    desk: Desk, casus_id: UUID, text: str, refusal: str
) -> None:
    termijn = onderzoek(desk, casus_id)
    desk.regels.keep(Bestand.TERMIJNEN, shorter(desk))

    with pytest.raises(UserError, match=refusal):
        desk.regels.keep(Bestand.TERMIJNEN, text)
    assert desk.termijnen.get(termijn).uitkomst.einde == date(2026, 6, 8)


def test_a_rule_that_a_term_runs_by_cannot_be_dropped(desk: Desk, casus_id: UUID) -> None:
    own = shorter(desk).replace('id = "T2"', 'id = "X1"')
    desk.regels.keep(Bestand.TERMIJNEN, own)
    desk.termijnen.start(casus_id, TermijnGegevens("X1", start_of(TODAY)))

    with pytest.raises(UserError, match="geen termijnregel 'X1'"):
        desk.regels.keep(Bestand.TERMIJNEN, "")


def test_an_own_text_that_a_newer_vtdesk_cannot_read_leaves_its_own_rules(
    desk: Desk, casus_id: UUID
) -> None:
    termijn = onderzoek(desk, casus_id)
    desk.instellingen.set(Bestand.TERMIJNEN.sleutel, {"tekst": "[[regel]]\nvreemd = 1"})

    assert desk.termijnen.get(termijn).uitkomst.einde == date(2026, 6, 22)
    assert "eigen termijnen.toml" in desk.regels.boeken().fouten[0]


def test_an_own_feestdag_moves_what_would_end_on_it(desk: Desk, casus_id: UUID) -> None:
    onderzoek(desk, casus_id)
    text = (
        '[[feestdag]]\nnaam = "Dag van de stad"\ndatum = 2026-06-22\n'
        'artikel = "besluit"\nbron = "het bureau"\nzekerheid = "B"\n'
    )

    [moved] = desk.regels.gevolgen(Bestand.FEESTDAGEN, text)
    assert moved.wordt == date(2026, 6, 23)
    desk.regels.keep(Bestand.FEESTDAGEN, text)
    assert "Dag van de stad" in [one.naam for _, one in desk.regels.feestdagen(2026)]


def test_a_feestdag_of_vtdesk_is_put_ready_to_be_changed(desk: Desk) -> None:
    assert 'naam = "Goede Vrijdag"' in desk.regels.voorzet(Bestand.FEESTDAGEN, "Goede Vrijdag")


def test_an_extension_is_no_rule_to_start_by(desk: Desk) -> None:
    ids = {regel.id for regel in desk.regels.startbaar()}

    assert {"T1", "T2", "T3", "T11"} <= ids
    assert not ids & {"T3v", "T8v", "T11v", "T13v"}
