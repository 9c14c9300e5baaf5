"""From the title of an appointment to its soort and its casus."""

from uuid import UUID, uuid4

import pytest

from vtdesk.services.voorstel import CasusKenmerk, propose_casus, propose_soort
from vtdesk.values.kinds import AfspraakSoort

HAVIKSKRUID = CasusKenmerk(uuid4(), "VT-DEMO-0141", ("Zilverduin", "Havikskruid", "de Ruijter"))
WOLKENVELD = CasusKenmerk(uuid4(), "VT-DEMO-0158", ("Wolkenveld", "Kaneelboom", "Van Dam"))
STERRENWOUD = CasusKenmerk(uuid4(), "VT-DEMO-0097", ("Sterrenwoud", "Van Dam"))


@pytest.mark.parametrize(
    ("titel", "soort"),
    [
        ("MDO Wolkenveld", AfspraakSoort.OVERLEG),
        ("Crisisoverleg CIT", AfspraakSoort.OVERLEG),
        ("Teamoverleg", AfspraakSoort.OVERLEG),
        ("Lunchoverleg", AfspraakSoort.OVERLEG),
        ("Casuïstiekbespreking", AfspraakSoort.OVERLEG),
        ("Dagstart", AfspraakSoort.OVERLEG),
        ("JB-plein", AfspraakSoort.PLEIN),
        ("Overleg JB-plein (3x)", AfspraakSoort.PLEIN),
        ("Jeugdbeschermingstafel Noord", AfspraakSoort.PLEIN),
        ("Huisbezoek fam. Zilverduin", AfspraakSoort.HUISBEZOEK),
        ("HB Kaneelboom", AfspraakSoort.HUISBEZOEK),
        ("Monitoringsgesprek Sterrenwoud", AfspraakSoort.MONITORING),
        ("Monitoring 3 maanden", AfspraakSoort.MONITORING),
        ("Terugbellen Loes", AfspraakSoort.BELLEN),
        ("Telefonisch gesprek school", AfspraakSoort.BELLEN),
        ("Bellen met huisarts", AfspraakSoort.BELLEN),
        ("Reistijd huisbezoek", AfspraakSoort.REISTIJD),
        ("Lunch", AfspraakSoort.LUNCH),
        ("Verslag MDO schrijven", AfspraakSoort.SCHRIJVEN),
        ("Gesprek over verslag", AfspraakSoort.GESPREK),
        ("Kindgesprek Pip", AfspraakSoort.GESPREK),
        ("Kennismaking ouders", AfspraakSoort.GESPREK),
        ("Intake", AfspraakSoort.GESPREK),
        ("Tandarts", AfspraakSoort.EIGEN_TIJD),
        ("Voorbereiden gesprek vader", AfspraakSoort.EIGEN_TIJD),
        ("Verlof", AfspraakSoort.EIGEN_TIJD),
        ("Kantine ophangen", AfspraakSoort.EIGEN_TIJD),
        ("", AfspraakSoort.EIGEN_TIJD),
    ],
)
def test_the_title_tells_the_soort(titel: str, soort: AfspraakSoort) -> None:
    assert propose_soort(titel) is soort


def test_a_title_that_says_nothing_is_a_gesprek_when_a_casus_is_known() -> None:
    assert propose_soort("Fam. Zilverduin", met_casus=True) is AfspraakSoort.GESPREK


@pytest.mark.parametrize(
    ("titel", "casus"),
    [
        ("Gesprek vader 0141", HAVIKSKRUID.id),
        ("VT-DEMO-0158: MDO", WOLKENVELD.id),
        ("vt-demo-0158 mdo Zilverduin", WOLKENVELD.id),
        ("MDO Wolkenveld/Kaneelboom", WOLKENVELD.id),
        ("Huisbezoek fam. ZILVERDUIN-Havikskruid", HAVIKSKRUID.id),
        ("Gesprek De Ruijter", HAVIKSKRUID.id),
        ("Gesprek Ruijter", None),
        ("Zilverduin en Wolkenveld", None),
        ("Overleg Van Dam", None),
        ("0141 en 0158", None),
        ("Dossier DEMO-0141 nalopen", HAVIKSKRUID.id),
        ("Om 01:41 bellen", None),
        ("Bellen 06-0141", None),
        ("Tot 0141:30", None),
        ("Zaal 30141", None),
        ("Teamoverleg", None),
        ("", None),
    ],
)
def test_the_title_tells_the_casus_when_there_is_only_one(titel: str, casus: UUID | None) -> None:
    assert propose_casus(titel, [HAVIKSKRUID, WOLKENVELD, STERRENWOUD]) == casus


def test_a_name_of_two_letters_is_too_short_to_tell_anything() -> None:
    assert propose_casus("Om 3 bij Ko", [CasusKenmerk(uuid4(), "", ("Ko",))]) is None
