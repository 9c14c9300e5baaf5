"""A draft with hundreds of statements: what is done with one of them does not read them all."""

from collections.abc import Callable
from time import perf_counter
from uuid import UUID

import pytest

from tests.builders import TODAY, add_casus, add_persoon, held_talk, uitspraak, with_blocks
from vtdesk.services.correctie_rows import VerzendingGegevens
from vtdesk.services.desk import Desk
from vtdesk.services.uitspraak_rows import UitspraakGegevens
from vtdesk.values.kinds import Letter
from vtdesk.values.tekst import Bron, Uitspraakregel, plain

MANY, TRIES = 600, 5


@pytest.fixture
def lang(desk: Desk) -> tuple[UUID, UUID, list[Uitspraakregel]]:
    """A casus, and in it a verslag with many statements that one receiver holds."""
    casus = add_casus(desk)
    vader = add_persoon(desk, casus)
    verslag = desk.verslagen.start(held_talk(desk, casus))
    regels = [uitspraak(f"Loes zag auto {number}.", over=(vader,)) for number in range(MANY)]
    tekst = with_blocks(desk.verslagen.open(verslag).tekst, "zorgen", *regels)
    desk.verslagen.save_concept(verslag, tekst)
    desk.correcties.note_verzending(VerzendingGegevens(verslag, None, "CIT", TODAY))
    return casus, verslag, regels


def fastest(act: Callable[[int], object]) -> float:
    def timed(number: int) -> float:
        begun = perf_counter()
        act(number)
        return perf_counter() - begun

    return min(timed(number) for number in range(TRIES))


def test_what_is_done_with_one_statement_does_not_read_all_of_them(
    desk: Desk, lang: tuple[UUID, UUID, list[Uitspraakregel]]
) -> None:
    casus, verslag, regels = lang
    new = UitspraakGegevens(Letter.VERKLARING, "Loes belde.", Bron("Loes"))
    acts: dict[str, Callable[[int], object]] = {
        "chain": lambda n: desk.correcties.keten(regels[n].id),
        "detail": lambda n: desk.uitspraken.detail(regels[n].id),
        "add": lambda _: desk.uitspraken.add(casus, new),
        "change": lambda n: desk.uitspraken.change(regels[n + 9].id, 1, new, "anders gezegd"),
        "withdraw": lambda n: desk.correcties.withdraw(regels[n].id, reden="niet zeker"),
    }
    whole = fastest(lambda _: desk.verslagen.open(verslag))
    times = {name: fastest(act) for name, act in acts.items()}

    assert times.pop("withdraw") < 2.5 * whole  # it writes the draft, and a letter
    assert {name: took for name, took in times.items() if took > 0.8 * whole} == {}


def test_in_a_long_draft_only_the_withdrawn_statement_is_another(
    desk: Desk, lang: tuple[UUID, UUID, list[Uitspraakregel]]
) -> None:
    _, verslag, regels = lang
    before = desk.verslagen.open(verslag).tekst
    keten = desk.correcties.withdraw(regels[7].id, reden="niet zeker")
    after = desk.verslagen.open(verslag).tekst

    changed = [
        plain(now) for was, now in zip(before.blokken(), after.blokken(), strict=True) if was != now
    ]
    assert changed == ["Loes zag auto 7."]
    assert [one.verzending.ontvanger for one in keten.ontvangers] == ["CIT"]
    assert [place.versie for place in keten.vindplaatsen] == ["concept"]
