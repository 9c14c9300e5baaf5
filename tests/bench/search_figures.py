"""Searching through 60,000 notes: how soon the first results come, and whether all are found."""

import itertools
import random
import tempfile
from collections.abc import Callable, Iterator, Sequence
from contextlib import contextmanager
from dataclasses import dataclass, field
from datetime import timedelta
from pathlib import Path
from uuid import UUID, uuid4

from tests.bench.figures import Aim, Figure, timed
from tests.builders import NOW, TODAY, SlowClock
from vtdesk.models import Afspraak, Casus, Parkeernotitie
from vtdesk.services.desk import Desk
from vtdesk.services.zoek_vraag import opdracht
from vtdesk.store.engine import connect, create_database
from vtdesk.store.store import Store
from vtdesk.values.kinds import AfspraakSoort, Dienst

KEY = bytes(range(32))
NOTES, CASUSSEN, AT_ONCE = 60_000, 2_000, 500
BLOCKS, WORDS, PER_NOTE = 20_000, 60, 4  # one note has about 1.8 kB
VOCABULARY = 120_000  # words of a large Dutch list
ROUNDS = 12
SEED = 20260512

_PARTS = (
    "moeder vader kind school huis deur tafel avond ochtend week maand jaar dag nacht straat "
    "buurt tuin kamer keuken trap fiets trein bus station markt winkel brood melk water vuur "
    "hand hoofd oog oor stem woord vraag antwoord envelop papier boek pen klas juf meester vriend "
    "zorg rust angst boosheid verdriet lach spel bal pop beer hond kat vogel boom blad bloem "
    "regen wind zon wolk sneeuw ijs zomer herfst winter lente feest taart kaars cadeau muziek "
    "lied dans film krant radio werk baan loon geld bank kaart pas sleep jas schoen trui broek "
    "bed kussen deken lamp stoel kast spiegel raam dak muur vloer gang hal lift garage auto weg "
    "plein park brug rivier zee strand boot haven eiland zolder dorp stad land grens reis koffer"
)
PARTS = tuple(_PARTS.split())
COMMON = ("moeder", "school", "avond", "kind", "winterjas", "tuinhuis", "moeder school", "huisdeur")

# What is looked for, and how it is written in the notes where it stands.
COMPOUND_QUERIES = {
    "afspraak": ["veiligheidsafspraken", "vervolgafspraak", "Afspraakje", "afspraken"],
    "sleutel": ["huissleutels", "Sleutelhanger", "fietssleuteltje"],
    "zwembad": ["buitenzwembad", "zwembadpas", "zwembaden"],
    "gesprekken": ["gesprek", "kindgesprek", "gespreksverslag", "voortgangsgesprekken"],
    "brief": ["correctiebrief", "brieven", "afsprakenbrief"],
    "voorwaarden": ["veiligheidsvoorwaarde", "voorwaarden"],
    "alcohol": ["alcoholgebruik", "alcoholist", "thuisalcohol"],
    "verslagen": ["eindverslag", "tussenverslagen", "verslag"],
    "gezinshuis": ["gezinshuizen", "gezinshuisouder"],
    "pleegouder": ["pleegouders", "netwerkpleegouderschap"],
}
NAME_QUERIES = {
    "berg": ["Joost van den Berg", "mevrouw Vandenberg", "Bergsma"],
    "zoe": ["Zoë", "Zoé", "ZOE"],
    "françois": ["Francois", "FRANÇOIS", "Franc\u0327ois"],
    "lukasz": ["Łukasz", "Lukasz"],
    "o'neill": ["O'Neill", "O’Neill", "ONeill"],
    "van dijk": ["Karin van Dijk", "Van Dijk-Visser"],
    "sorensen": ["Sørensen", "Sorensen"],
    "ijsbrand": ["IJsbrand", "Ĳsbrand"],
}
NUMBER_QUERIES = {
    "0612345678": ["+31 6 12345678", "06-12 34 56 78", "0031 6 1234 5678", "(06) 12345678"],
    "+31 35 6012399": ["035-6012399", "035 601 23 99", "0031356012399"],
    "06-87 65 43 21": ["0687654321", "+31687654321"],
    "0032 475 11 22 33": ["+32 475 112233", "0032-475-112233"],
    "765499": ["06-11765499", "06 11 76 54 99"],
}
LISTS = {"compound": COMPOUND_QUERIES, "name": NAME_QUERIES, "number": NUMBER_QUERIES}


@dataclass
class Kluis:
    """A kluis with many notes, and where in it each answer stands."""

    desk: Desk
    store: Store
    path: Path
    planted: dict[str, set[UUID]] = field(default_factory=dict)


@contextmanager
def many_notes(notes: int = NOTES) -> Iterator[Kluis]:
    """Write the notes as the program does: in transactions that keep the index."""
    with tempfile.TemporaryDirectory() as folder:
        path = Path(folder) / "kluis.db"
        create_database(path, KEY)
        clock = SlowClock(NOW)
        store = Store(path, KEY, clock=clock)
        kluis = Kluis(Desk.over(store, clock), store, path)
        _fill(kluis, notes)
        yield kluis
        store.close()


def first_results(kluis: Kluis) -> Figure:
    """Ask everything in turns, beside the same question to the bare driver."""
    questions = [*COMMON, *(query for queries in LISTS.values() for query in queries)]
    kluis.desk.zoeken.zoek("moeder")
    bare = connect(kluis.path, KEY)
    ours: list[float] = []
    floor: list[float] = []
    for _, query in itertools.product(range(ROUNDS), questions):
        ours.append(timed(lambda query=query: kluis.desk.zoeken.zoek(query))())
        floor.append(timed(_bare(kluis, bare, query))())
    bare.close()
    return Figure(
        f"first results among {NOTES:,} notes", ours, floor, "bare FTS query", Aim(p50=60, p99=150)
    )


def first_question(kluis: Kluis) -> Figure:
    """Ask once after opening: all words of the index come into memory."""
    ours: list[float] = []
    for _ in range(3):
        store = Store(kluis.path, KEY, clock=SlowClock(NOW))
        desk = Desk.over(store, SlowClock(NOW))
        ours.append(timed(lambda desk=desk: desk.zoeken.zoek("sleutel"))())
        store.close()
    bare = connect(kluis.path, KEY)
    floor = [timed(lambda: bare.execute("SELECT count(*) FROM zoekstuk").fetchone())()]
    bare.close()
    return Figure("first question after opening", ours, floor, "count of what is known", Aim())


def best_first(kluis: Kluis) -> Figure:
    """Rank all that fits, as the worker does beside the typing."""
    questions = [*COMMON, *COMPOUND_QUERIES]
    ours: list[float] = []
    floor: list[float] = []
    for query in questions * 3:
        ours.append(timed(lambda query=query: kluis.desk.zoeken.zoek(query, beste=True))())
        floor.append(timed(lambda query=query: kluis.desk.zoeken.zoek(query))())
    return Figure("the best first", ours, floor, "the newest first", Aim())


def recall_lines(kluis: Kluis) -> list[str]:
    """Say of each list of questions how much of what stands there was found."""
    return [
        f"search recall, {name} queries{'':<12} {_recall(kluis, q)}" for name, q in LISTS.items()
    ]


def _recall(kluis: Kluis, queries: dict[str, list[str]]) -> str:
    expected = found = 0
    missed = []
    for query in queries:
        wanted = kluis.planted[query]
        hits = {v.ding for v in kluis.desk.zoeken.zoek(query, meest=2_000).vondsten}
        expected += len(wanted)
        found += len(wanted & hits)
        if not wanted <= hits:
            missed.append(query)
    verdict = "PASS" if not missed else f"FAIL {', '.join(missed)}"
    return f"{found} of {expected} notes, {len(queries)} queries  {found / expected:.3f}  {verdict}"


def _bare(kluis: Kluis, connection: object, query: str) -> Callable[[], object]:
    with kluis.store.read() as session:
        asked = opdracht(session, kluis.desk.zoeken.lees(query), kluis.store.woorden)
    words = asked.woorden if asked else '"nergens"'
    newest = "SELECT rowid FROM zoekindex WHERE zoekindex MATCH ? ORDER BY rowid DESC LIMIT 41"
    return lambda: connection.execute(newest, (words,)).fetchall()  # type: ignore[attr-defined]


def _fill(kluis: Kluis, notes: int) -> None:
    chance = random.Random(SEED)
    casussen = [uuid4() for _ in range(CASUSSEN)]
    talks = [uuid4() for _ in casussen]
    with kluis.store.write() as session:
        for number, casus_id in enumerate(casussen):
            naam, nummer = f"Bench {number}", f"B-{number:05}"
            casus = Casus(
                id=casus_id, nummer=nummer, naam=naam, dienst=Dienst.ONDERZOEK, geopend_op=TODAY
            )  # fmt: skip
            session.add(casus)
        session.flush()
        for number, (casus_id, talk_id) in enumerate(zip(casussen, talks, strict=True)):
            begin = NOW - timedelta(minutes=20 * number)
            talk = Afspraak(
                id=talk_id, titel="Contact", soort=AfspraakSoort.GESPREK, begin=begin,
                einde=begin + timedelta(minutes=50), casus_id=casus_id,
            )  # fmt: skip
            session.add(talk)
    texts = _texts(chance, notes, kluis.planted)
    for begin_at in range(0, notes, AT_ONCE):
        with kluis.store.write() as session:
            for number in range(begin_at, min(begin_at + AT_ONCE, notes)):
                note_id, text = next(texts)
                moment = NOW - timedelta(minutes=20 * (notes - number))
                note = Parkeernotitie(
                    id=note_id, gemaakt_op=moment, afspraak_id=chance.choice(talks), gezegd=text
                )
                session.add(note)


def _texts(
    chance: random.Random, notes: int, planted: dict[str, set[UUID]]
) -> Iterator[tuple[UUID, str]]:
    """Give texts of words as frequent as in a language, with answers planted all over."""
    pairs = [a + b for a, b in itertools.product(PARTS, PARTS) if a != b]
    chance.shuffle(pairs)
    others = {_made_up(chance) for _ in range(VOCABULARY - len(pairs))}
    vocabulary = [*PARTS, *pairs, *sorted(others)]
    chance.shuffle(vocabulary)
    vocabulary = [*PARTS, *vocabulary]
    weights = list(itertools.accumulate(1 / (rank + 3) for rank in range(len(vocabulary))))
    blocks = [
        f"{' '.join(chance.choices(vocabulary, cum_weights=weights, k=WORDS)).capitalize()}."
        for _ in range(BLOCKS)
    ]
    answers = [
        (query, written)
        for queries in LISTS.values()
        for query, forms in queries.items()
        for written in forms
    ]
    places = dict(zip(chance.sample(range(notes), len(answers)), answers, strict=True))
    for number in range(notes):
        note_id = uuid4()
        said: Sequence[str] = chance.sample(blocks, PER_NOTE)
        if number in places:
            query, written = places[number]
            planted.setdefault(query, set()).add(note_id)
            said = [*said[:2], f"Zij noemt {written} en zwijgt dan.", *said[2:]]
        yield note_id, " ".join(said)


def _made_up(chance: random.Random) -> str:
    """Make a word that means nothing and is as long as others."""
    return "".join(
        chance.choice("bcdfghjklmnprstvwz") + chance.choice(("a", "e", "i", "o", "u", "ui"))
        for _ in range(chance.randint(3, 5))
    )
