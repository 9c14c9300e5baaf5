"""What the verslag of a table begins with: all that stands on the bespreking of the casus.

What was said there is in the casus since it was worked up, so it comes over as the same statement.
"""

from collections.abc import Iterator

from vtdesk.services.kop import opsomming
from vtdesk.services.persoon_rows import PersoonRow
from vtdesk.services.plein import woorden as plein_woorden
from vtdesk.services.plein.rows import StandpuntRow
from vtdesk.services.uitspraak_rows import UitspraakRow
from vtdesk.services.voorvullen.blokken import Rij, Veld, Vulling, kopje, punt
from vtdesk.services.voorvullen.feiten import Feiten
from vtdesk.services.voorvullen.zinnen import moment, zin
from vtdesk.values.kinds import Letter
from vtdesk.values.tekst import Afspraakregel
from vtdesk.values.tijd import volle_dag


def aanvrager(f: Feiten) -> Iterator[Vulling]:
    """Who asked for it, at which table and when, and who spoke there."""
    table = f.bespreking
    if table is None:
        return
    yield Veld("Aanvrager", table.row.gegevens.aanvrager)
    yield f"{table.row.tafel}, {moment(table.row.begonnen_op or table.row.begin)}."
    spoke = [*(one.wie for one in table.standpunten), *(one.spreker for one in table.inbreng)]
    names = {name.casefold(): name for name in reversed(spoke) if name}
    if names:
        yield f"Aan het woord: {opsomming(list(reversed(names.values())))}."


def mening_kind(f: Feiten, child: PersoonRow) -> Iterator[Vulling]:
    """What a child finds, or why it was not asked; its words as the statements they are."""
    table = f.bespreking
    if table and child == f.kinderen[0]:  # the table has one answer for all of them
        yield plein_woorden.mening(table)
    for row in _aan_tafel(f):
        if row.regel.bron.persoon_id == child.id:
            yield row.regel


def zorgen(f: Feiten) -> Iterator[Vulling]:
    """What was said of worries: facts and what was told, not by the parents."""
    for row in _aan_tafel(f):
        if row.regel.letter is not Letter.MENING and not _of_parent(f, row):
            yield row.regel


def ouders(f: Feiten) -> Iterator[Vulling]:
    """What each parent said and finds."""
    for row in _aan_tafel(f):
        if _of_parent(f, row):
            yield row.regel
    for one in f.bespreking.standpunten if f.bespreking else ():
        if one.ouder and plein_woorden.said(one):
            yield kopje(_naam(one))
            yield zin(plein_woorden.standpunt(one))


def organisaties(f: Feiten) -> Iterator[Vulling]:
    """What each organisation finds."""
    for one in f.bespreking.standpunten if f.bespreking else ():
        if not one.ouder and plein_woorden.said(one):
            yield Rij({"wie": _naam(one), "standpunt": one.tekst, "op welke grond": one.op_grond})
    for row in _aan_tafel(f):
        if row.regel.letter is Letter.MENING and not _of_parent(f, row):
            yield row.regel


def besluit(f: Feiten) -> Iterator[Vulling]:
    """What was decided."""
    if table := f.bespreking:
        yield zin(plein_woorden.besluit(table))


def gronden(f: Feiten) -> Iterator[Vulling]:
    """What the besluit stands on."""
    if table := f.bespreking:
        yield table.uitkomst.gronden


def afwijkend(f: Feiten) -> Iterator[Vulling]:
    """Who disagreed, and on which ground."""
    for one in f.bespreking.standpunten if f.bespreking else ():
        if one.afwijkend:
            yield punt(f"{one.wie}: {plein_woorden.standpunt(one)}")


def taken(f: Feiten) -> Iterator[Vulling]:
    """Who does what by when."""
    for one in f.bespreking.taken if f.bespreking else ():
        yield Afspraakregel(one.wie, one.wat, one.wanneer)


def regie_en_zicht(f: Feiten) -> Iterator[Vulling]:
    """Who directs and who watches over safety from now on."""
    if f.bespreking:
        yield Veld("Casusregie", f.bespreking.uitkomst.casusregie)
        yield Veld("Zicht op veiligheid", f.bespreking.uitkomst.zicht)


def evaluatie(f: Feiten) -> Iterator[Vulling]:
    """When it is looked at again."""
    day = f.bespreking.uitkomst.evaluatie_op if f.bespreking else None
    yield Veld("Dag", volle_dag(day) if day else "")


def vertellen(f: Feiten) -> Iterator[Vulling]:
    """Who tells the children."""
    if f.bespreking:
        yield Veld("Vertelt het de kinderen", f.bespreking.uitkomst.vertelt_kinderen)


def _aan_tafel(f: Feiten) -> Iterator[UitspraakRow]:
    """Give the statements that came from the table: of that day, in the words said there."""
    table = f.bespreking
    if table is None:
        return
    said = {one.tekst.strip() for one in table.inbreng}
    day = (table.row.begonnen_op or table.row.begin).date()
    for row in f.uitspraken:
        if row.regel.informatiedatum == day and row.gegevens.tekst.strip() in said:
            yield row


def _naam(one: StandpuntRow) -> str:
    return f"{one.wie} ({one.naam})" if one.naam and one.naam != one.wie else one.wie


def _of_parent(f: Feiten, row: UitspraakRow) -> bool:
    return row.regel.bron.persoon_id in {one.id for one in f.ouders}
