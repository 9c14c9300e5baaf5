"""What was sealed stays readable and stays the same bytes, whatever a document can hold later."""

import json
from dataclasses import replace
from datetime import date
from pathlib import Path

from tests.reports import samples
from vtdesk.security.canonical import canonical
from vtdesk.values.document import Onderdeel, Reactieregel, VerslagDocument
from vtdesk.values.kinds import ReactieSoort
from vtdesk.values.sjabloon import Vorm

SEALED = (Path(__file__).parents[1] / "data" / "verzegeld-2026-05.json").read_bytes()


def _read(sealed: bytes) -> VerslagDocument:
    return VerslagDocument.from_content(
        json.loads(sealed), vingerafdruk="7f3a 91c2", vervangen_door=0
    )


def test_a_text_that_was_sealed_before_still_gives_the_same_bytes() -> None:
    assert canonical(_read(SEALED).content()) == SEALED
    assert canonical(samples.document().content()) == SEALED


def test_a_text_that_was_sealed_before_is_read_as_it_was() -> None:
    assert _read(SEALED) == samples.document()


def test_tables_children_signatures_and_form_are_sealed() -> None:
    rich = replace(
        samples.document(),
        onderdelen=(
            Onderdeel(1, "Voorwaarden", "voorwaarden", kolommen=("Wat", "Hoe het staat")),
            Onderdeel(2, "De kinderen", "kinderen", per="kind", letterlijk=True, kaart=True),
        ),
        vorm=Vorm.BRIEF,
        tekenen=("moeder", "vader"),
        betreft="Uitnodiging",
        aanhef="Geachte mevrouw Zilverduin",
    )
    sealed = canonical(rich.content())

    assert _read(sealed) == rich
    assert canonical(_read(sealed).content()) == sealed


def test_what_belongs_to_one_copy_and_what_was_said_later_is_not_in_the_seal() -> None:
    reactie = Reactieregel("Otis Havikskruid", ReactieSoort.NIET_AKKOORD, date(2026, 5, 20))
    copy = replace(
        samples.document(),
        exemplaar=3,
        bestemd_voor="Maren Zilverduin",
        adres=("Dorpsstraat 1",),
        reacties=(reactie,),
    )

    assert canonical(copy.content()) == SEALED
