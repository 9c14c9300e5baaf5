"""What the onderzoeksverslag begins with: all that the casus knows, each statement in its place."""

from collections import defaultdict
from collections.abc import Iterator, Sequence

from vtdesk.services.besluit_rows import BesluitRow
from vtdesk.services.kop import opsomming
from vtdesk.services.persoon_rows import PersoonRow
from vtdesk.services.uitspraak_rows import UitspraakRow
from vtdesk.services.voorvullen.blokken import Vulling, kopje, punt
from vtdesk.services.voorvullen.feiten import Feiten
from vtdesk.services.voorvullen.zinnen import (
    datum,
    gesproken_regels,
    gezin_regels,
    kind_regel,
    melding_regels,
    waarborg_rijen,
    zin,
)
from vtdesk.values.casuskinds import BesluitSoort, WaarborgSoort
from vtdesk.values.kinds import Letter
from vtdesk.values.tijd import korte_dag, local

GEEN_THEMA = "Overig"


def aanleiding(f: Feiten) -> Iterator[Vulling]:
    """Which meldingen there were; never who made one."""
    yield from melding_regels(f)


def gezin(f: Feiten) -> Iterator[Vulling]:
    """Who is in the family, how they belong together, and who has gezag."""
    yield from map(punt, gezin_regels(f))


def voorgeschiedenis(f: Feiten) -> Iterator[Vulling]:
    """What was decided and what happened before, the oldest first."""
    lines = [
        (b.gegevens.datum, f"{datum(b.gegevens.datum)}: {zin(b.gegevens.uitkomst)}")
        for b in f.besluiten
        if b.is_definitief and b != besluit_van(f)
    ]
    for row in f.gebeurtenissen:
        day = local(row.gegevens.begin).date()
        lines.append((day, f"{datum(day)}: {zin(row.gegevens.titel)}"))
    yield from (punt(words) for _, words in sorted(lines))


def werkwijze(f: Feiten) -> Iterator[Vulling]:
    """Who was spoken and when, and who was asked for information."""
    yield from map(punt, gesproken_regels(f))
    for one in f.informatie:
        asked = one.gegevens
        who = "een informant" if asked.bron_afgeschermd else asked.aan
        when = f", beantwoord op {korte_dag(one.beantwoord_op)}" if one.beantwoord_op else ""
        yield punt(zin(f"Gevraagd aan {who}: {asked.gevraagd.rstrip('.?')}{when}"))


def bevindingen(f: Feiten) -> Iterator[Vulling]:
    """What was found, by theme: facts and what adults told."""
    by_theme: dict[str, list[UitspraakRow]] = defaultdict(list)
    for row in f.uitspraken:
        if row.regel.letter in (Letter.FEIT, Letter.VERKLARING) and not _of_child(f, row):
            by_theme[row.thema or GEEN_THEMA].append(row)
    for theme in sorted(by_theme, key=lambda name: (name == GEEN_THEMA, name)):
        yield kopje(zin(theme).rstrip("."))
        yield from (row.regel for row in by_theme[theme])


def per_kind(f: Feiten, child: PersoonRow) -> Iterator[Vulling]:
    """When a child was spoken, what it said itself, and what it was told back."""
    yield kind_regel(f, child)
    for row in f.uitspraken:
        if row.regel.bron.persoon_id == child.id:
            yield row.regel
    for track in f.kindsporen:
        if track.id == child.id and track.teruggekoppeld:
            yield f"Teruggekoppeld: {track.teruggekoppeld}"


def perspectieven(f: Feiten) -> Iterator[Vulling]:
    """What each finds, apart."""
    by_name: dict[str, list[UitspraakRow]] = defaultdict(list)
    for row in f.uitspraken:
        if row.regel.letter is Letter.MENING and not _of_child(f, row):
            by_name[row.regel.bron.naam].append(row)
    for name, rows in by_name.items():
        yield kopje(name)
        yield from (row.regel for row in rows)


def instrumenten(f: Feiten) -> Iterator[Vulling]:
    """What instruments of others came to: recorded, with who did it and when."""
    for row in f.instrumenten:
        one = row.gegevens
        edition = f" ({one.uitgave})" if one.uitgave else ""
        yield punt(f"{one.naam}{edition}, {datum(one.datum)}, door {one.door}: {zin(one.uitkomst)}")


def analyse(f: Feiten) -> Iterator[Vulling]:
    """What the professional makes of it, with what is not certain."""
    for letter in (Letter.DUIDING, Letter.HYPOTHESE):
        yield from (row.regel for row in f.uitspraken if row.regel.letter is letter)


def afwegingen(f: Feiten) -> Iterator[Vulling]:
    """Which other options there were, and why not."""
    if besluit := besluit_van(f):
        for optie, waarom_niet in besluit.gegevens.opties:
            yield punt(zin(f"{zin(optie).rstrip('.')}. Niet gekozen: {waarom_niet}"))


def conclusie(f: Feiten) -> Iterator[Vulling]:
    """What the onderzoek came to."""
    if besluit := besluit_van(f):
        yield besluit.gegevens.uitkomst


def besluit_en_gronden(f: Feiten) -> Iterator[Vulling]:
    """Who decided what and when, why, on what, who disagreed, and who was told."""
    besluit = besluit_van(f)
    if besluit is None:
        return
    told = besluit.gegevens
    who = ", ".join(told.beslissers)
    yield f"Besloten op {datum(told.datum)} door {who}." if who else ""
    yield told.uitkomst
    yield told.motivering
    yield _waar_gronden_staan(besluit.gronden)
    for name, view in told.afwijkend:
        yield punt(zin(f"Afwijkend standpunt van {name}: {view}"))
    for one in besluit.verteld:
        yield punt(zin(f"{one.wie} hoorde het op {korte_dag(one.op)}, {one.hoe}"))


def voorwaarden(f: Feiten) -> Iterator[Vulling]:
    """Which veiligheidsvoorwaarden hold."""
    yield from waarborg_rijen(f, WaarborgSoort.VOORWAARDE)


def bewaren(f: Feiten) -> Iterator[Vulling]:
    """Until when the file is kept, and which rights there are."""
    if until := f.bewaren_tot.tot:
        yield f"Dit dossier wordt bewaard tot en met {datum(until)}."
    yield (
        "U mag uw gegevens inzien en vragen om een afschrift of een correctie. "
        "U mag een eigen verklaring laten toevoegen. "
        "U mag schriftelijk vragen om gegevens te vernietigen."
    )


def besluit_van(f: Feiten) -> BesluitRow | None:
    """Find the besluit that ended the onderzoek."""
    return next((b for b in f.besluiten if b.gegevens.soort is BesluitSoort.ONDERZOEK), None)


def _waar_gronden_staan(gronden: Sequence[UitspraakRow]) -> str:
    """Say where the grounds stand: they are in the text already, and a statement is one thing."""
    letters: dict[str, list[str]] = defaultdict(list)
    for ground in gronden:
        letters[ground.thema or GEEN_THEMA.lower()].append(ground.regel.letter.value)
    places = [f"{theme} ({', '.join(found)})" for theme, found in letters.items()]
    return f"Het besluit steunt op de uitspraken over {opsomming(places)}." if places else ""


def _of_child(f: Feiten, row: UitspraakRow) -> bool:
    return row.regel.bron.persoon_id in {child.id for child in f.kinderen}
