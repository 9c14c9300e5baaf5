"""Leaving out happens in the values: what is left out is nowhere in the copy."""

from dataclasses import replace

from hypothesis import given, settings
from hypothesis import strategies as st

from tests.builders import uitspraak
from vtdesk.values.document import Aanwezige, Onderdeel, VerslagDocument, Verslagkop
from vtdesk.values.kinds import Aanwezigheid, VerslagStand
from vtdesk.values.stukjes import WEG, Deel, Plek, stukjes, zonder
from vtdesk.values.tekst import (
    Afspraakregel,
    Alinea,
    Blok,
    Lijstpunt,
    Run,
    Sectie,
    Tabelrij,
    Tekst,
    Werkaantekening,
    plain,
    runs,
)
from vtdesk.values.zinnen import zinnen

KOP = Verslagkop(
    "VT-1", "Gespreksverslag", "12 mei", "", "op kantoor", "Mila", "", "Veilig Thuis",
    aanwezigen=(Aanwezige("Otis", "vader", Aanwezigheid.AANWEZIG),),
)  # fmt: skip


def paper(*blokken: Blok, **more: object) -> VerslagDocument:
    document = VerslagDocument(
        KOP, (Onderdeel(1, "Zorgen", "zorgen"),), Tekst((Sectie("zorgen", blokken),)),
        VerslagStand.CONCEPT,
    )  # fmt: skip
    return replace(document, **more)  # type: ignore[arg-type]  # fields of a document, by name


def words(document: VerslagDocument) -> str:
    return "\n".join(plain(blok) for blok in document.tekst.blokken())


def test_one_sentence_goes_and_the_rest_keeps_its_style() -> None:
    text = (
        Run("Eerst dit. "),
        Run("Dan het geheim. ", vet=True),
        Run("En dan "),
        Run("dat.", cursief=True),
    )
    document = paper(Alinea(text))
    copy = zonder(document, {Plek(Deel.SECTIE, "zorgen", 0, 1)})
    (blok,) = copy.tekst.blokken()
    assert isinstance(blok, Alinea)
    assert plain(blok) == f"Eerst dit. {WEG} En dan dat."
    assert [run.tekst for run in blok.runs if run.weg] == [WEG]
    assert blok.runs[-1] == Run("dat.", cursief=True)


def test_what_is_left_out_side_by_side_gets_one_mark() -> None:
    document = paper(Alinea(runs("Een.")), uitspraak("Twee."), Alinea(runs("Drie.")))
    copy = zonder(document, {one.plek for one in stukjes(document)})
    assert words(copy) == WEG


def test_a_row_loses_all_its_cells() -> None:
    document = paper(
        Afspraakregel("Sanne", "belt", "morgen", "de buurvrouw"), Tabelrij(("a", "b", "c"))
    )
    copy = zonder(document, {Plek(Deel.SECTIE, "zorgen", 0)})
    first, second = copy.tekst.blokken()
    assert first == Afspraakregel(wat=WEG)
    assert second == Tabelrij(("a", "b", "c"))


def test_notes_to_oneself_are_never_in_a_copy() -> None:
    document = paper(Werkaantekening(runs("niet voor papier")), Lijstpunt(runs("wel")))
    assert words(zonder(document, set())) == "wel"


def test_head_reasons_and_reactions_can_stay_behind_too() -> None:
    document = paper(
        Alinea(runs("x.")), toelichting=("Job is niet genoemd: later",), reden_correctie="omdat",
        leeg_want=(("zorgen", "Loes wilde dat niet"),),
    )  # fmt: skip
    copy = zonder(document, {one.plek for one in stukjes(document)})
    assert not copy.kop.aanwezigen
    assert not copy.kop.plaats
    assert not copy.toelichting
    assert copy.reden_correctie == WEG
    assert dict(copy.leeg_want) == {"zorgen": WEG}


def test_a_short_word_with_a_dot_ends_no_sentence() -> None:
    text = "Wij belden dr. Proef. Hij komt a.s. vrijdag.\nOp tijd."
    assert [zin.tekst for zin in zinnen(text)] == [
        "Wij belden dr. Proef.", "Hij komt a.s. vrijdag.", "Op tijd.",
    ]  # fmt: skip


SENTENCES = st.lists(
    st.text(alphabet="abcdef .!?\n", min_size=1, max_size=30).map(str.strip), min_size=1, max_size=6
)


@settings(max_examples=60, deadline=None)
@given(SENTENCES, st.data())
def test_whatever_goes_is_gone_and_whatever_stays_is_whole(
    parts: list[str], data: st.DataObject
) -> None:
    """Each sentence gets a word of its own, so that a trace of it would be seen."""
    text = " ".join(f"Q{place}q {part}." for place, part in enumerate(parts))
    document = paper(Alinea(runs(text)))
    pieces = [one for one in stukjes(document) if one.plek.deel is Deel.SECTIE]
    gone = data.draw(st.sets(st.sampled_from([one.plek for one in pieces])))
    left = words(zonder(document, gone))
    for one in pieces:
        marks = {word for word in one.tekst.split() if word.startswith("Q")}
        assert all((mark in left.split()) != (one.plek in gone) for mark in marks)
