"""Texts of a verslag for tests: one as the demo has it, and any that Hypothesis can think of."""

from dataclasses import replace
from datetime import date
from uuid import UUID, uuid4

from hypothesis import strategies as st

from vtdesk.values.kinds import Letter, Verificatie, Zichtbaarheid
from vtdesk.values.sjabloon import Sjabloon, SjabloonSectie
from vtdesk.values.tekst import (
    Afspraakregel,
    Alinea,
    Blok,
    Bron,
    Lijstpunt,
    Run,
    Runs,
    Sectie,
    Tabelrij,
    Tekst,
    Uitspraakregel,
    Werkaantekening,
)

SJABLOON = Sjabloon(
    id="gespreksverslag",
    titel="Gespreksverslag",
    versie="1",
    bron="",
    secties=(
        SjabloonSectie(
            "aanleiding", "Aanleiding en doel", vragen=("Waarom was dit gesprek nodig?",)
        ),
        SjabloonSectie("uitleg", "Uitleg gegeven", velden=("Werkwijze:", "Klacht:")),
        SjabloonSectie("zorgen", "Zorgen besproken", vragen=("Per zorg: wie zegt wat?",)),
        SjabloonSectie("kind", "De kinderen"),
        SjabloonSectie("afspraken", "Afspraken", tabel=True),
        SjabloonSectie("vervolg", "Vervolg"),
    ),
)


def regel(
    woorden: str = "De auto stond stil.", letter: Letter = Letter.VERKLARING
) -> Uitspraakregel:
    return Uitspraakregel(
        id=uuid4(),
        letter=letter,
        runs=(Run(woorden),) if woorden else (),
        bron=Bron("Otis Havikskruid", uuid4(), "vader"),
        informatiedatum=date(2026, 5, 12),
    )


def tekst(**secties: tuple[Blok, ...]) -> Tekst:
    return Tekst(tuple(Sectie(s.id, secties.get(s.id, ())) for s in SJABLOON.secties))


def long_tekst(count: int) -> Tekst:
    woorden = "Moeder vertelt dat het bij de deur vaak misgaat als de kinderen erbij staan. " * 3
    blokken: tuple[Blok, ...] = tuple(
        regel(woorden) if n % 3 else Alinea((Run(woorden),)) for n in range(count)
    )
    part = count // 4
    return tekst(
        aanleiding=blokken[:part],
        zorgen=blokken[part : 2 * part],
        kind=blokken[2 * part : 3 * part],
        vervolg=blokken[3 * part :],
    )


_signs = st.characters(
    exclude_categories=("Cs", "Cc", "Zl", "Zp", "Cn"), exclude_characters="\ufffc"
)
_words = st.text(st.one_of(_signs, st.just("\n")), min_size=1, max_size=30)
_ids = st.uuids(version=4)
_names = st.text(max_size=20)


@st.composite
def _runs(draw: st.DrawFn) -> Runs:
    made: list[Run] = []
    for words, bold, italic in draw(
        st.lists(st.tuples(_words, st.booleans(), st.booleans()), max_size=4)
    ):
        if not made or (made[-1].vet, made[-1].cursief) != (bold, italic):
            made.append(Run(words, bold, italic))
    return tuple(made)


_bron = st.builds(Bron, _names, st.none() | _ids, _names, _names)
_regel = st.builds(
    Uitspraakregel,
    id=_ids,
    letter=st.sampled_from(Letter),
    runs=_runs(),
    bron=_bron,
    informatiedatum=st.none() | st.dates(),
    over=st.lists(_ids, max_size=2).map(tuple),
    verificatie=st.sampled_from(Verificatie),
    verificatie_door=_names,
    zichtbaarheid=st.sampled_from(Zichtbaarheid),
    niet_voor=st.lists(_ids, max_size=2).map(tuple),
    steunt_op=st.lists(_ids, max_size=2).map(tuple),
)
_cell = st.just("") | _words
_row = st.builds(Afspraakregel, _cell, _cell, _cell, _cell).filter(
    lambda row: row != Afspraakregel()
)
_other_row = st.builds(Tabelrij, st.tuples(_cell, _cell, _cell).filter(any))
_blok = st.one_of(
    _other_row,
    st.builds(Alinea, _runs()),
    st.builds(Lijstpunt, _runs(), st.booleans()),
    st.builds(Werkaantekening, _runs()),
    _regel,
    _row,
)


@st.composite
def _sectie(draw: st.DrawFn, template: SjabloonSectie) -> Sectie:
    blokken = draw(st.lists(_blok, max_size=6))
    while blokken and blokken[-1] == Alinea():
        blokken.pop()
    return Sectie(template.id, tuple(blokken), draw(st.just("") | _words))


@st.composite
def teksten(draw: st.DrawFn) -> Tekst:
    """Any text as the editor leaves it: no empty line at the end of a section, no id twice."""
    made = Tekst(tuple(draw(_sectie(template)) for template in SJABLOON.secties))
    seen: set[UUID] = set()

    def unique(blok: Blok) -> Blok:
        if not isinstance(blok, Uitspraakregel):
            return blok
        fresh = blok if blok.id not in seen else replace(blok, id=uuid4())
        seen.add(fresh.id)
        return fresh

    return Tekst(
        tuple(replace(s, blokken=tuple(unique(b) for b in s.blokken)) for s in made.secties)
    )
