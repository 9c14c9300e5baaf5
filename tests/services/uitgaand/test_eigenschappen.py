"""Random casussen and receivers: nothing that is withheld is anywhere in the file that leaves."""

import random
import subprocess
from dataclasses import dataclass
from datetime import date
from itertools import count
from pathlib import Path
from tempfile import TemporaryDirectory

from hypothesis import HealthCheck, Phase, given, settings
from hypothesis import strategies as st

from tests.builders import uitspraak
from tests.services import gezin
from tests.services.gezin import CODEWOORD, Gezin, write
from tests.services.melders import INEKE
from tests.values.lekken import WAARDEN, Waarde, notaties, typfouten
from vtdesk.services.desk import Desk
from vtdesk.services.uitgaand.rows import Ontvanger
from vtdesk.services.verlof.service import VerlofGegevens
from vtdesk.values.kinds import Zichtbaarheid
from vtdesk.values.tekst import (
    Afspraakregel,
    Alinea,
    Blok,
    Bron,
    Lijstpunt,
    Tabelrij,
    Werkaantekening,
    runs,
)
from vtdesk.values.uitgaand import KeuzeSoort, OntvangerSoort
from vtdesk.values.vouwen import vouw

EXAMPLES, RECEIVERS, BLOCKS, ROUNDS = 8, 2, 14, 8
FINAL = 0.3  # of the verslagen
NUMBERS = count(1000)
SECTIES = ("aanleiding", "zorgen", "kind", "veiligheid", "visie", "afspraken", "vervolg")


@dataclass(frozen=True)
class Stuk:
    """A block with a word of its own, and what must keep it from somebody."""

    blok: Blok
    kanarie: str
    over: frozenset[str] = frozenset()  # names of those it is about or comes from
    niet_voor: frozenset[str] = frozenset()
    alleen_vt: bool = False
    nooit: bool = False
    van: str = ""  # who said it


@dataclass
class Telling:
    """How much was looked at, so that a test that sees nothing does not pass."""

    files: int = 0
    kept: int = 0
    withheld: int = 0


def test_nothing_withheld_is_in_a_file_that_leaves(desk: Desk) -> None:
    telling = Telling()

    @settings(
        max_examples=EXAMPLES,
        deadline=None,
        phases=[Phase.generate],
        suppress_health_check=[HealthCheck.function_scoped_fixture],
    )
    @given(lot=st.randoms(use_true_random=False))
    def some_casus(lot: random.Random) -> None:
        _one_casus(desk, lot, telling)

    desk.verloven.add(VerlofGegevens(date(2026, 5, 13), date(2026, 5, 22), "Bo Vervanger"))
    some_casus()
    print(  # noqa: T201
        f"\nuitgaand: {telling.files} files, {telling.withheld} pieces withheld and found in "
        f"none, {telling.kept} pieces that went along"
    )
    assert telling.files
    assert telling.kept
    assert telling.withheld


def _one_casus(desk: Desk, lot: random.Random, telling: Telling) -> None:
    made = gezin.make(desk, nummer=f"VT-PROEF-{next(NUMBERS)}")
    secrets = lot.sample(WAARDEN, 4)
    for one in secrets:
        desk.personen.shield(made.loes, one.soort, one.waarde)
    stukken = [_stuk(lot, made, secrets, place) for place in range(BLOCKS)]
    write(desk, made, *(one.blok for one in stukken), sectie=lot.choice(SECTIES))
    if lot.random() < FINAL:
        gezin.finalise(desk, made)
    version = desk.vaststelling.versies(made.verslag)
    nummer = version[0].nummer if version else None
    receivers = desk.uitgaand.ontvangers(made.verslag, nummer)
    for receiver in lot.sample(receivers, RECEIVERS):
        if _is_clean(desk, made, nummer, receiver):
            _check(desk, made, nummer, receiver, stukken, secrets, telling)


def _is_clean(desk: Desk, made: Gezin, nummer: int | None, receiver: Ontvanger) -> bool:
    """Leave out every sentence with a hit, as the worker would; tell whether it may leave then."""
    for _ in range(ROUNDS):
        found = desk.uitgaand.voorstel(made.verslag, nummer, receiver.sleutel)
        hits = [one for one in found.treffers if one.weglaten]
        if not hits:
            return found.mag
        desk.uitgaand.kies(made.verslag, nummer, receiver.sleutel, hits[0].id, KeuzeSoort.WEGLATEN)
    return False


def _check(  # noqa: PLR0917 (a casus, a receiver and what was planted)
    desk: Desk,
    made: Gezin,
    nummer: int | None,
    receiver: Ontvanger,
    stukken: list[Stuk],
    secrets: list[Waarde],
    telling: Telling,
) -> None:
    work = desk.uitgaand.drukwerk(made.verslag, nummer, receiver.sleutel, "gesprek")
    with TemporaryDirectory() as folder:
        target = Path(folder) / work.bestandsnaam()
        work.save(target)
        words = _bare("\n".join((*_read(target), target.name)))
    telling.files += 1
    telling.kept += sum(_bare(one.kanarie) in words for one in stukken)
    may_not = [one.kanarie for one in stukken if _withheld(one, receiver)]
    assert not [word for word in may_not if _bare(word) in words], receiver.hoedanigheid
    telling.withheld += len(may_not)
    hidden = [one.waarde for one in secrets] if receiver.naam != "Loes Wolkenveld" else []
    hidden += [INEKE.naam, INEKE.telefoon]
    if receiver.soort is not OntvangerSoort.COLLEGA and receiver.naam != "Sanne Wolkenveld":
        hidden.append(CODEWOORD)
    assert not [value for value in hidden if _bare(value) in words], receiver.hoedanigheid


def _withheld(one: Stuk, receiver: Ontvanger) -> bool:
    """Say what must not reach somebody, told anew and simpler than the program does."""
    first = receiver.naam.split()[0]
    if one.nooit or (one.alleen_vt and receiver.soort is not OntvangerSoort.COLLEGA):
        return True
    if first in one.niet_voor:
        return True
    if receiver.soort is not OntvangerSoort.PERSOON:
        return False
    readable = {first, *(name for name in ("Fenna", "Tijn") if name in receiver.gezag)}
    children = (one.over | {one.van}) & {"Fenna", "Tijn"}
    if children - readable and receiver.hoedanigheid in ("moeder", "vader"):
        return True
    return bool(one.over) and not one.over & readable and one.van != first


def _stuk(lot: random.Random, made: Gezin, secrets: list[Waarde], place: int) -> Stuk:
    word = f"Kanarie{place}q{lot.randrange(10**6)}z"
    return lot.choice((_regel, _zin, _rij, _lek, _melder, _nota))(lot, made, secrets, word)


NAMES = ("Sanne", "Dario", "Fenna", "Tijn", "Loes")


def _regel(lot: random.Random, made: Gezin, _s: list[Waarde], word: str) -> Stuk:
    ids = {name: getattr(made, name.lower()) for name in NAMES}
    over = frozenset(lot.sample(NAMES, lot.randint(1, 2)))
    van = lot.choice(NAMES)
    zicht = lot.choice(list(Zichtbaarheid))
    not_for = frozenset(lot.sample(NAMES, 2)) if zicht is Zichtbaarheid.NIET_VOOR else frozenset()
    blok = uitspraak(
        f"Er was iets met {word}.",
        bron=Bron(van, ids[van]),
        over=tuple(ids[name] for name in sorted(over)),
        zichtbaarheid=zicht,
        niet_voor=tuple(ids[name] for name in sorted(not_for)),
    )
    return Stuk(blok, word, over, not_for, zicht is Zichtbaarheid.ALLEEN_VT, van=van)


def _zin(lot: random.Random, _m: Gezin, _s: list[Waarde], word: str) -> Stuk:
    who = lot.choice(NAMES)
    text = lot.choice(("{} sliep slecht na {}.", "Met {} ging het om {}.", "{}'s dag: {}."))
    kind = lot.choice((Alinea, Lijstpunt))
    return Stuk(kind(runs(f"De dag begon. {text.format(who, word)}")), word, frozenset({who}))


def _rij(lot: random.Random, _m: Gezin, _s: list[Waarde], word: str) -> Stuk:
    who = lot.choice(NAMES)
    row = lot.choice((Afspraakregel(who, f"belt {word}", "morgen"), Tabelrij((who, word, "ja"))))
    return Stuk(row, word, frozenset({who}))


def _lek(lot: random.Random, _m: Gezin, secrets: list[Waarde], word: str) -> Stuk:
    """Plant a value in some notation, with an error in it now and then."""
    one = lot.choice(secrets)
    written = [*notaties(one), *typfouten(one, lot)]
    return Stuk(Alinea(runs(f"De school belde over {lot.choice(written)}.")), word)


def _melder(_l: random.Random, _m: Gezin, _s: list[Waarde], word: str) -> Stuk:
    return Stuk(Alinea(runs(f"{INEKE.naam} vertelde {word}.")), word, nooit=True)


def _nota(_l: random.Random, _m: Gezin, _s: list[Waarde], word: str) -> Stuk:
    return Stuk(Werkaantekening(runs(f"nog bellen over {word} en {CODEWOORD}")), word, nooit=True)


def _read(pdf: Path) -> list[str]:
    """Read a file as one who wants to know: its text, its metadata, and all that is inside it."""
    text = _run("pdftotext", "-layout", str(pdf), "-")
    info = _run("pdfinfo", "-meta", str(pdf)) + _run("pdfinfo", str(pdf))
    inside = _run("qpdf", "--qdf", "--object-streams=disable", str(pdf), "-")
    return [text, info, inside, inside.replace("\x00", "")]


def _run(*words: str) -> str:
    done = subprocess.run(words, capture_output=True, check=True, timeout=30)
    return done.stdout.decode("latin-1") + done.stdout.decode("utf-8", "replace")


def _bare(text: str) -> str:
    return vouw(text).replace(" ", "")
