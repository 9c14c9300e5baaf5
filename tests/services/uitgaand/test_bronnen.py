"""Who told it: a melder or a private informant reaches no parent, nor where somebody hides."""

from uuid import UUID, uuid4

import pytest

from tests.builders import add_casus, add_persoon
from tests.services import gezin
from tests.services.gezin import Gezin
from vtdesk.services.desk import Desk
from vtdesk.values.kinds import AfgeschermdSoort, Letter, Rol
from vtdesk.values.tekst import Bron, Run, Uitspraakregel, plain


@pytest.fixture
def gez(desk: Desk) -> Gezin:
    return gezin.make(desk)


def reaches_dario(desk: Desk, gez: Gezin, words: str, bron: Bron) -> str:
    """Give what the father reads of one statement about him, with its source."""
    regel = Uitspraakregel(uuid4(), Letter.VERKLARING, (Run(words),), bron, over=(gez.dario,))
    gezin.write(desk, gez, regel)
    made = desk.uitgaand.voorstel(gez.verslag, gezin.finalise(desk, gez), f"p:{gez.dario}")
    blokken = list(made.document.tekst.blokken())
    sources = [one.bron.naam for one in made.document.tekst.uitspraken()]
    return "\n".join([*map(plain, blokken), *sources])


def source(desk: Desk, gez: Gezin, rol: Rol, voornaam: str, achternaam: str) -> UUID:
    return add_persoon(desk, gez.casus, rol, voornaam=voornaam, achternaam=achternaam)


def test_what_the_melder_said_reaches_no_parent_however_the_melder_is_called(
    desk: Desk, gez: Gezin
) -> None:
    melder = source(desk, gez, Rol.MELDER, "buurvrouw", "van nummer 3")
    read = reaches_dario(desk, gez, "Dario schreeuwde.", Bron("buurvrouw van nummer 3", melder))
    assert "schreeuwde" not in read
    assert "nummer 3" not in read


def test_a_private_informant_is_not_named(desk: Desk, gez: Gezin) -> None:
    gerda = source(desk, gez, Rol.INFORMANT, "Gerda", "Appelboom")
    read = reaches_dario(desk, gez, "Dario schreeuwde.", Bron("Gerda Appelboom", gerda))
    assert "schreeuwde" not in read
    assert "Gerda" not in read


def test_who_informs_from_the_own_work_is_named(desk: Desk, gez: Gezin) -> None:
    leraar = source(desk, gez, Rol.INFORMANT, "juf", "Linde")
    read = reaches_dario(desk, gez, "Dario haalt op tijd.", Bron("juf Linde", leraar))
    assert "haalt op tijd" in read
    assert "juf Linde" in read


@pytest.mark.parametrize(
    "words", ["Dario stond op Zeestraat 44.", "Dario reed naar opvanghuis De Baak."]
)
def test_a_house_called_by_its_address_is_not_told_to_who_never_lived_there(
    desk: Desk, gez: Gezin, words: str
) -> None:
    desk.huishoudens.add(gez.casus, "Opvanghuis De Baak, Zeestraat 44")
    read = reaches_dario(desk, gez, words, Bron("wijkagent"))
    assert "Zeestraat" not in read
    assert "De Baak" not in read


def test_a_secret_address_of_another_casus_is_guarded_here_too(desk: Desk, gez: Gezin) -> None:
    other = add_casus(desk, nummer="VT-DEMO-0777", naam="Zoutman")
    quint = add_persoon(desk, other, voornaam="Quint", achternaam="Zoutman")
    desk.personen.shield(quint, AfgeschermdSoort.ADRES, "Duinroosje 12, Voorbeeldhaven")
    read = reaches_dario(desk, gez, "Dario stond op Duinroosje 12.", Bron("wijkagent"))
    assert "Duinroosje" not in read
