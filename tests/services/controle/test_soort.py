"""The checks that belong to one kind of document."""

from dataclasses import replace
from datetime import date
from uuid import UUID

import pytest

from tests.builders import add_casus, uitspraak, with_blocks
from vtdesk.models import Verslag
from vtdesk.services.besluiten import Antwoord, BesluitGegevens
from vtdesk.services.controle.punt import Punt
from vtdesk.services.controle.soort import kindgesprek, teruglezen, van_soort, veiligheidsplan
from vtdesk.services.desk import Desk
from vtdesk.services.sjablonen import sjabloon
from vtdesk.store.store import Store
from vtdesk.values.casuskinds import BesluitSoort
from vtdesk.values.tekst import Alinea, Blok, Sectie, Tabelrij, Tekst, runs

ROW = ("Otis", "belt Pip", "elke zondag 18:00", "Ria belt", "wijkteam", "1 augustus")


def empty(soort: str) -> Tekst:
    return Tekst(tuple(Sectie(sectie.id) for sectie in sjabloon(soort).secties))


def words(soort: str, sectie_id: str, *blokken: Blok | str) -> Tekst:
    made = [Alinea(runs(b)) if isinstance(b, str) else b for b in blokken]
    return with_blocks(empty(soort), sectie_id, *made)


def open_ones(punten: list[Punt]) -> list[str]:
    return [punt.tekst for punt in punten if not punt.klaar]


def test_the_words_of_a_child_are_literal() -> None:
    told = words("kindgesprek", "woorden", "Pip telt tegels als ze schreeuwen.")
    quoted = words("kindgesprek", "woorden", "Pip zei: “Ik kom nooit bij honderd.”")
    stated = words("kindgesprek", "woorden", uitspraak("Ik tel tegels."))

    assert open_ones([*kindgesprek(told)]) == ["Geen letterlijke woorden van het kind"]
    assert open_ones([*kindgesprek(quoted)]) == open_ones([*kindgesprek(stated)]) == []


def test_what_may_not_be_told_on_got_an_answer() -> None:
    wish = words("kindgesprek", "niet_doorgeven", "Pip wil dat vader dit niet hoort.")
    answered = words(
        "kindgesprek",
        "niet_doorgeven",
        "Vader mag dit niet horen.",
        "Geantwoord: ik overleg.",
    )

    assert open_ones([*kindgesprek(wish)]) == ["Er staat niet wat het kind daarop te horen kreeg"]
    assert open_ones([*kindgesprek(answered)]) == []


@pytest.mark.parametrize(
    ("line", "is_promise"),
    [
        ("Ik heb beloofd dat ik het aan niemand vertel.", True),
        ("Pip vroeg of het geheim blijft. Ik beloofde het niet door te zeggen.", True),
        ("Ik heb niets beloofd over geheim houden.", False),
        ("Ik heb beloofd dat ik vrijdag bel.", False),
    ],
)
def test_a_secret_is_never_promised_to_a_child(line: str, is_promise: bool) -> None:
    found = open_ones([*kindgesprek(words("kindgesprek", "uitleg", line))])

    assert ("Hier lijkt een geheim beloofd" in found) is is_promise


@pytest.mark.parametrize("line", ["Teruggelezen op: 12-05", "Akkoord op 12 mei."])
def test_an_informant_reads_back_on_a_day(line: str) -> None:
    assert open_ones([*teruglezen(empty("informantverslag"))]) == [
        "Nog niet teruggelezen door de informant"
    ]
    assert open_ones([*teruglezen(words("informantverslag", "teruggelezen", line))]) == []


def test_an_afspraak_of_a_veiligheidsplan_says_who_what_when_and_who_looks() -> None:
    template = sjabloon("veiligheidsplan")
    half = Tabelrij(("Maren", "haalt op", "", "", "", ""))

    found = veiligheidsplan(words(template.id, "afspraken", Tabelrij(ROW), half), template)
    whole = veiligheidsplan(words(template.id, "afspraken", Tabelrij(ROW)), template)

    assert open_ones([*found]) == ["Afspraak 2 zonder wanneer, wie kijkt"]
    assert open_ones([*whole]) == []


def onderzoek(desk: Desk, store: Store, casus_id: UUID) -> list[Punt]:
    template = replace(sjabloon("onderzoeksverslag"), controles=("tegenspraak",))
    verslag = Verslag(
        casus_id=casus_id, afspraak_id=None, sjabloon=template.id, gemaakt_op=desk.clock()
    )
    with store.read() as session:
        return [*van_soort(session, verslag, empty(template.id), template)]


def test_an_onderzoeksverslag_waits_for_the_tegenspraakronde(desk: Desk, store: Store) -> None:
    casus_id = add_casus(desk)
    [nothing] = onderzoek(desk, store, casus_id)
    assert (nothing.klaar, nothing.moet) == (False, False)

    besluit_id = desk.besluiten.add(
        casus_id,
        BesluitGegevens(BesluitSoort.ONDERZOEK, date(2026, 5, 11), "bevestigd"),
    )
    [unanswered] = onderzoek(desk, store, casus_id)
    assert (unanswered.klaar, unanswered.moet) == (False, True)
    assert unanswered.tekst.startswith("Tegenspraakronde: nog ")

    vragen = desk.besluiten.ronde(besluit_id).vragen
    desk.besluiten.answer(besluit_id, {vraag.id: Antwoord("Gewogen.") for vraag in vragen})
    [done] = onderzoek(desk, store, casus_id)
    assert done.klaar
