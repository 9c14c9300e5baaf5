"""Is a verslag still what it was, and which one is this PDF."""

from hashlib import sha256
from io import BytesIO
from pathlib import Path
from uuid import UUID

import pikepdf
import pytest
from sqlalchemy import delete, update
from sqlalchemy import text as sql

from tests.builders import TODAY, SlowClock, add_casus, add_persoon, complete, held_talk
from vtdesk.models import Reactie, Uitgifte, Versie
from vtdesk.services.desk import Desk
from vtdesk.services.reacties import ReactieGegevens
from vtdesk.services.verificatie import Uitkomst
from vtdesk.store.store import Store
from vtdesk.values.kinds import ReactieSoort
from vtdesk.values.uitgaand import UitgifteSoort

SEEN = ReactieGegevens("Otis Havikskruid", ReactieSoort.GEZIEN, TODAY)


@pytest.fixture
def verslag_id(desk: Desk) -> UUID:
    made = desk.verslagen.start(held_talk(desk, add_casus(desk)))
    finalise(desk, made)
    return made


def finalise(desk: Desk, verslag_id: UUID) -> None:
    desk.verslagen.save_concept(verslag_id, complete(desk.verslagen.open(verslag_id).tekst))
    points = [p for p in desk.vaststelling.controle(verslag_id) if not p.klaar]
    desk.vaststelling.finalise(verslag_id, {p.id: "besproken" for p in points})


def hand_out(desk: Desk, store: Store, verslag_id: UUID, data: bytes) -> None:
    """Note that these bytes left as copy 3."""
    with store.write() as session:
        session.add(
            Uitgifte(
                casus_id=desk.verslagen.open(verslag_id).casus_id,
                soort=UitgifteSoort.VERSLAG,
                verslag_id=verslag_id,
                nummer=1,
                exemplaar=3,
                ontvanger="Otis Havikskruid",
                gemaakt_op=desk.clock(),
                sha256=sha256(data).hexdigest(),
            )
        )


def tampered(data: bytes) -> bytes:
    """Change the file and leave all words on its pages."""
    out = BytesIO()
    with pikepdf.open(BytesIO(data)) as pdf:
        pdf.docinfo["/Producer"] = "another"
        pdf.save(out)
    return out.getvalue()


def test_every_version_and_reaction_is_looked_at(
    desk: Desk, verslag_id: UUID, clock: SlowClock
) -> None:
    desk.reacties.vastleggen(verslag_id, 1, SEEN)
    desk.vaststelling.correct(verslag_id, "Een naam was fout.")
    clock.pass_time(hours=1)
    finalise(desk, verslag_id)

    found = desk.verificatie.verslag(verslag_id)

    assert [part.wat for part in found.delen] == [
        "Versie 1",
        "Reactie van Otis Havikskruid op versie 1, gezien",
        "Versie 2",
    ]
    assert found.klopt


def test_one_changed_character_is_reported_where_it_is(
    desk: Desk, store: Store, verslag_id: UUID
) -> None:
    desk.reacties.vastleggen(verslag_id, 1, SEEN)
    with store.write() as session:
        session.execute(
            sql("UPDATE versie SET inhoud = CAST(replace(inhoud, 'Mila', 'Mina') AS BLOB)")
        )

    found = desk.verificatie.verslag(verslag_id)

    assert not found.klopt
    assert [bool(part.fout) for part in found.delen] == [True, False]


def test_a_removed_version_is_missed(
    desk: Desk, store: Store, verslag_id: UUID, clock: SlowClock
) -> None:
    desk.vaststelling.correct(verslag_id, "Een naam was fout.")
    clock.pass_time(hours=1)
    finalise(desk, verslag_id)
    with store.write() as session:
        session.execute(delete(Versie).where(Versie.nummer == 1))

    found = desk.verificatie.verslag(verslag_id)

    assert [part.fout for part in found.delen] == ["", "Deze versie is weggehaald."]
    assert found.keten != ()


def test_a_removed_last_reaction_breaks_the_chain(
    desk: Desk, store: Store, verslag_id: UUID
) -> None:
    desk.reacties.vastleggen(verslag_id, 1, SEEN)
    with store.write() as session:
        session.execute(delete(Reactie))

    assert not desk.verificatie.verslag(verslag_id).klopt


def test_a_copy_that_was_handed_out_says_whose_it_is(
    desk: Desk, store: Store, verslag_id: UUID
) -> None:
    data = b"%PDF-1.7 any bytes that left"
    hand_out(desk, store, verslag_id, data)

    found = desk.verificatie.pdf(data)

    assert found.uitkomst is Uitkomst.PRECIES
    assert (found.nummer, found.exemplaar, found.ontvanger) == (1, 3, "Otis Havikskruid")


def test_a_copy_made_for_somebody_is_known_and_a_changed_one_still_says_whose_it_was(
    desk: Desk, verslag_id: UUID, tmp_path: Path
) -> None:
    otis = add_persoon(desk, desk.verslagen.open(verslag_id).casus_id)
    to = next(o for o in desk.uitgaand.ontvangers(verslag_id, 1) if o.persoon_id == otis)
    way = next(w for w in desk.uitgaand.wegen(verslag_id, 1, to.sleutel) if w.kan)
    desk.uitgaand.drukwerk(verslag_id, 1, to.sleutel, way.id).save(tmp_path / "uit.pdf")
    data = (tmp_path / "uit.pdf").read_bytes()

    found, changed = desk.verificatie.pdf(data), desk.verificatie.pdf(tampered(data))

    assert (found.uitkomst, changed.uitkomst) == (Uitkomst.PRECIES, Uitkomst.VERANDERD)
    assert found.ontvanger == changed.ontvanger == "Otis Havikskruid"
    assert found.exemplaar == changed.exemplaar == 1
    [held] = desk.vaststelling.houders(verslag_id)
    assert (held.naam, held.exemplaar, held.is_oud) == ("Otis Havikskruid", 1, False)


def test_a_copy_of_a_version_that_changed_since_is_not_called_right(
    desk: Desk, store: Store, verslag_id: UUID
) -> None:
    hand_out(desk, store, verslag_id, b"%PDF")
    with store.write() as session:
        session.execute(update(Versie).values(vastgesteld_op=desk.clock().replace(hour=1)))

    assert desk.verificatie.pdf(b"%PDF").uitkomst is Uitkomst.VERANDERD


def test_the_paper_of_a_version_is_known_also_after_a_reaction_and_a_correction(
    desk: Desk, verslag_id: UUID, clock: SlowClock
) -> None:
    bare = desk.papier.pdf(verslag_id, 1)
    desk.reacties.vastleggen(verslag_id, 1, SEEN)
    with_reaction = desk.papier.pdf(verslag_id, 1)
    desk.vaststelling.correct(verslag_id, "Een naam was fout.")
    clock.pass_time(hours=1)
    finalise(desk, verslag_id)

    for data in (bare, with_reaction, desk.papier.pdf(verslag_id, 1)):
        found = desk.verificatie.pdf(data)
        assert (found.uitkomst, found.nummer) == (Uitkomst.PRECIES, 1)
        assert found.vervangen_door == 2
    assert desk.verificatie.pdf(desk.papier.pdf(verslag_id, 2)).nummer == 2


def test_a_paper_that_was_tampered_with_is_found_out(
    desk: Desk, store: Store, verslag_id: UUID
) -> None:
    data = desk.papier.pdf(verslag_id, 1)

    found = desk.verificatie.pdf(tampered(data))

    assert (found.uitkomst, found.nummer) == (Uitkomst.VERANDERD, 1)


@pytest.mark.parametrize("data", [b"", b"no pdf", b"%PDF-1.7\n%%EOF", b"%PDF" + bytes(5000)])
def test_what_this_kluis_never_made_is_unknown(desk: Desk, verslag_id: UUID, data: bytes) -> None:
    assert desk.verificatie.pdf(data).uitkomst is Uitkomst.ONBEKEND
