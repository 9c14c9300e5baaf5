"""A letter of correction tells no receiver more than the document that they held."""

from dataclasses import replace
from pathlib import Path
from uuid import UUID

import pytest
from sqlalchemy import select

from tests.builders import TODAY
from tests.services import gezin
from tests.services.gezin import Gezin, finalise, write
from vtdesk.errors import UserError
from vtdesk.models import Uitgifte
from vtdesk.services.correctie_rows import VerzendingGegevens
from vtdesk.services.desk import Desk
from vtdesk.services.uitspraak_rows import UitspraakGegevens
from vtdesk.store.store import Store
from vtdesk.values.kinds import AfgeschermdSoort, Letter
from vtdesk.values.tekst import Bron
from vtdesk.values.uitgaand import UitgifteSoort

ZIN = "Dario was maandag thuis."
PLAN = "Dario was maandag thuis; Sanne gaat vrijdag met Fenna naar Haven 3 in Breda."
HAVEN = "Haven 3, 4811 AA Breda"


@pytest.fixture
def gez(desk: Desk) -> Gezin:
    return gezin.make(desk)


@pytest.fixture
def said(desk: Desk, gez: Gezin) -> UUID:
    """Something Dario said, in a verslag that is final."""
    bron = Bron("Dario Kaneelboom", gez.dario)
    said = desk.uitspraken.add(
        gez.casus, UitspraakGegevens(Letter.VERKLARING, ZIN, bron, (gez.dario,))
    )
    row = next(one for one in desk.uitspraken.rows(gez.casus) if one.id == said)
    write(desk, gez, row.regel)
    finalise(desk, gez)
    return said


def send(desk: Desk, gez: Gezin, to: str, **who: UUID) -> None:
    gegevens = VerzendingGegevens(gez.verslag, 1, to, TODAY)
    desk.correcties.note_verzending(replace(gegevens, **who))


def words(desk: Desk, gez: Gezin) -> str:
    [letter] = desk.correcties.open_brieven(gez.casus)
    return desk.correcties.brief(letter.id).woorden()


def rewrite(desk: Desk, gez: Gezin, said: UUID) -> None:
    row = next(one for one in desk.uitspraken.rows(gez.casus) if one.id == said)
    desk.uitspraken.change(
        said, row.version, replace(row.gegevens, tekst=PLAN), reden="Sanne is bang voor hem."
    )
    desk.correcties.make_letters(said)


def test_a_family_reads_what_it_held_and_not_who_refuted_it_or_why(
    desk: Desk, gez: Gezin, said: UUID
) -> None:
    send(desk, gez, "Dario Kaneelboom", persoon_id=gez.dario)
    desk.correcties.refute(said, door="Sanne, vanuit de opvang", reden="Zij vlucht naar Breda.")

    letter = words(desk, gez)
    assert ZIN in letter
    assert "weerlegd" in letter
    assert not any(word in letter for word in ("Sanne", "opvang", "vlucht", "Breda"))
    [one] = desk.correcties.open_brieven(gez.casus)
    assert "Je reden staat niet in deze brief." in desk.correcties.let_op(one.id)


@pytest.mark.parametrize("receiver", ["Dario Kaneelboom", "Wijkteam Dorpslaan", "iemand"])
def test_new_words_that_the_sieve_holds_back_stay_out_of_a_letter(
    desk: Desk, gez: Gezin, said: UUID, receiver: str
) -> None:
    desk.personen.shield(gez.sanne, AfgeschermdSoort.ADRES, HAVEN)
    send(desk, gez, receiver)
    rewrite(desk, gez, said)

    letter = words(desk, gez)
    assert ZIN in letter
    assert "De nieuwe zin staat niet in deze brief." in letter
    assert not any(word in letter for word in ("Breda", "Haven", "Fenna"))


@pytest.mark.parametrize(
    ("door", "reden", "told"),
    [
        ("de wijkagent", "Het was een andere auto.", True),
        ("buurvrouw Ineke", "Loes woont aan de Schelpenhf 9 en zag hem daar.", False),
    ],
)
def test_an_organisation_reads_the_role_and_a_reason_that_gives_nothing_away(
    desk: Desk, gez: Gezin, said: UUID, door: str, reden: str, *, told: bool
) -> None:
    send(desk, gez, "Wijkteam Dorpslaan", organisatie_id=gez.wijkteam)
    desk.correcties.refute(said, door=door, reden=reden)

    letter = words(desk, gez)
    assert (f"door {door}" in letter, reden in letter) == (told, told)


def test_a_letter_is_made_again_when_it_leaves_and_noted_with_its_way(
    desk: Desk, store: Store, gez: Gezin, said: UUID, tmp_path: Path
) -> None:
    send(desk, gez, "Wijkteam Dorpslaan", organisatie_id=gez.wijkteam)
    desk.correcties.withdraw(said, reden="Zij belde uit Haven 3.")
    [letter] = desk.correcties.open_brieven(gez.casus)
    paper = desk.papier.brief(letter.id)
    desk.personen.shield(gez.sanne, AfgeschermdSoort.ADRES, HAVEN)

    with pytest.raises(UserError, match="Er is niets weggegeven"):
        paper.save(tmp_path / "brief.pdf")
    assert list(tmp_path.glob("*.pdf")) == []
    assert "Haven" not in words(desk, gez)
    desk.papier.brief(letter.id).save(tmp_path / "brief.pdf")
    with store.read() as session:
        [noted] = session.scalars(select(Uitgifte).where(Uitgifte.soort == UitgifteSoort.CORRECTIE))
    assert (noted.organisatie_id, noted.wijze) == (gez.wijkteam, "Beveiligd versturen")


def test_a_letter_does_not_go_by_post_where_that_is_not_safe(
    desk: Desk, gez: Gezin, said: UUID, tmp_path: Path
) -> None:
    seen = desk.personen.detail(gez.dario)
    contact = replace(seen.contact, post=False)
    desk.personen.change(gez.dario, seen.version, seen.gegevens, contact=contact)
    send(desk, gez, "Dario Kaneelboom", persoon_id=gez.dario)
    desk.correcties.withdraw(said, reden="klopt niet")
    [letter] = desk.correcties.open_brieven(gez.casus)

    closed = {one.naam: one.waarom_niet for one in desk.correcties.wegen(letter.id) if not one.kan}
    assert closed["Per post"]
    with pytest.raises(UserError):
        desk.papier.brief(letter.id, "Per post").save(tmp_path / "brief.pdf")
    desk.papier.brief(letter.id).save(tmp_path / "brief.pdf")
