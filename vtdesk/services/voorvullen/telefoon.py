"""What a note of a talk on the phone begins with: the number and the three questions."""

from collections.abc import Iterator

from vtdesk.services.voorvullen.blokken import Veld, Vulling, punt
from vtdesk.services.voorvullen.feiten import Feiten
from vtdesk.services.voorvullen.gesprek import gezegd_die_dag
from vtdesk.services.voorvullen.zinnen import belofte_rijen, hierna_regels, moment, zin
from vtdesk.values.tijd import klok


def wie_belde(f: Feiten) -> Iterator[Vulling]:
    """When, with whom and on which number."""
    if f.afspraak:
        yield Veld("Tijd", f"{moment(f.afspraak.begin)} tot {klok(f.afspraak.einde)}")
    who = [one.naam for one in f.gesprek.deelnames] if f.gesprek else []
    yield Veld("Wie", ", ".join(who) or (f.bel.wie if f.bel else ""))
    yield Veld("Nummer", _nummer(f))


def vrij_praten(f: Feiten) -> Iterator[Vulling]:
    """Whether it was safe to talk."""
    if f.bel:
        yield Veld("Kun je nu vrij praten", f.bel.vrij_praten)


def waarom_gebeld(f: Feiten) -> Iterator[Vulling]:
    """Why there was a call."""
    yield f.afspraak.doel if f.afspraak and f.afspraak.doel else (f.bel.regel if f.bel else "")


def veilig_aan_de_telefoon(f: Feiten) -> Iterator[Vulling]:
    """What was answered to the other questions about safety."""
    if f.bel:
        yield Veld("Ben je nu veilig", f.bel.nu_veilig)
        yield Veld("Waar zijn de kinderen", f.bel.waar_kinderen)


def besproken(f: Feiten) -> Iterator[Vulling]:
    """What the call came to, and the statements of that day."""
    if f.bel:
        yield f.bel.uitkomst
    yield from (row.regel for row in gezegd_die_dag(f))


def vervolg_telefoon(f: Feiten) -> Iterator[Vulling]:
    """What was promised, and what comes next."""
    for row in belofte_rijen(f, van_dit_gesprek=True):
        yield punt(zin(", ".join(filter(None, (row.wie, row.wat, row.wanneer)))))
    yield from hierna_regels(f)


def _nummer(f: Feiten) -> str:
    if f.bel and f.bel.nummer:
        return f.bel.nummer
    present = [one.persoon_id for one in f.gesprek.deelnames] if f.gesprek else []
    return next((one.telefoon for one in f.mensen if one.id in present and one.telefoon), "")
