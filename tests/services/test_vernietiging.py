"""Destruction: only with a besluit, of everything, and with proof that holds no content."""

import json
import os
import signal
from collections.abc import Callable
from datetime import date
from pathlib import Path
from uuid import UUID

import pytest
from sqlalchemy import select, text

from tests.builders import (
    SlowClock,
    add_casus,
    add_persoon,
    complete,
    held_talk,
    uitspraak,
    with_blocks,
)
from vtdesk.app.inside import tidy
from vtdesk.errors import OutsideError, UserError
from vtdesk.models import (
    Base,
    Bijlage,
    Logregel,
    Persoon,
    Reactie,
    Schrijfstand,
    Vernietiging,
    Verslag,
)
from vtdesk.security.bijlagen import FOLDER, path_of
from vtdesk.services.bezit import bezit
from vtdesk.services.bijlagen.rows import BijlageGegevens
from vtdesk.services.desk import Desk
from vtdesk.services.gesprekken import DeelnameGegevens
from vtdesk.services.plein.service import BesprekingGegevens
from vtdesk.services.pleintafel import TaakGegevens
from vtdesk.services.reacties import ReactieGegevens
from vtdesk.services.rechten import VerzoekGegevens
from vtdesk.services.termijnen import TermijnGegevens
from vtdesk.services.vernietiging import Vernietigingsgrond
from vtdesk.store.store import Store
from vtdesk.values.casuskinds import VerzoekSoort, VerzoekStand
from vtdesk.values.kinds import AfgeschermdSoort, CasusStaat, Letter, ReactieSoort, Rol
from vtdesk.values.tekst import Bron
from vtdesk.values.tijd import start_of

SECRET = "stoeptegels"
GROND = Vernietigingsgrond.WERKKOPIE


def full_casus(desk: Desk, **overrides: str) -> UUID:
    """A casus with people, a talk, a sealed verslag, a term and a shielded value."""
    casus_id = add_casus(desk, **overrides)
    pip = add_persoon(desk, casus_id, Rol.KIND, voornaam="Pip", opmerking=SECRET)
    vader = add_persoon(desk, casus_id)
    desk.personen.shield(pip, AfgeschermdSoort.SCHOOL, f"school {SECRET}")
    desk.personen.open_afgeschermd(pip, f"omdat {SECRET}")
    talk = held_talk(desk, casus_id, DeelnameGegevens("Pip", "kind", pip), titel=SECRET)
    verslag = desk.verslagen.open(desk.verslagen.start(talk))
    own = uitspraak(SECRET, bron=Bron("Pip", pip), over=(vader,))
    desk.verslagen.save_concept(verslag.id, with_blocks(complete(verslag.tekst), "kind", own))
    answers = {punt.id: SECRET for punt in desk.vaststelling.controle(verslag.id)}
    desk.vaststelling.finalise(verslag.id, answers)
    about = TermijnGegevens("T3", start_of(date(2026, 5, 1)), SECRET, vader)
    desk.termijnen.start(casus_id, about)
    at_the_table(desk, casus_id)
    return casus_id


def at_the_table(desk: Desk, casus_id: UUID) -> None:
    """A bespreking of this casus, beside a tafelkaart that stays."""
    zitting = desk.plein.open_zitting(start_of(date(2026, 5, 11)))
    for gegevens in (
        BesprekingGegevens(50, casus_id),
        BesprekingGegevens(50, initialen="J.", leeftijd="15"),
    ):
        it = desk.plein.add(zitting, gegevens)
        desk.plein.begin(it)
        words = SECRET if gegevens.casus_id else "blijft"
        desk.pleintafel.say(it, f"moeder: {words}", Letter.VERKLARING)
        desk.pleintafel.add_taak(it, TaakGegevens(words, "ik"))


def close(desk: Desk, casus_id: UUID) -> None:
    row = desk.casussen.get(casus_id)
    desk.casussen.change(
        casus_id, row.version, row.gegevens, CasusStaat.GESLOTEN, gesloten_want="klaar"
    )


def ready(desk: Desk, clock: SlowClock, casus_id: UUID) -> None:
    """Closed and placed, five weeks ago: the copy on the laptop may go."""
    close(desk, casus_id)
    desk.rechten.set_geplaatst(casus_id, clock().date())
    clock.pass_time(days=35)


def everything(store: Store) -> str:
    """All that the file holds, as text."""
    with store.read() as session:
        return "".join(
            str(row)
            for table in Base.metadata.sorted_tables
            for row in session.execute(text(f'SELECT * FROM "{table.name}"'))
        )


def words_of_index(store: Store) -> list[str]:
    """All words that the index for searching knows."""
    with store.read() as session:
        session.execute(
            text("CREATE VIRTUAL TABLE temp.woorden USING fts5vocab('main', 'zoekindex', 'row')")
        )
        found = session.scalars(text("SELECT term FROM temp.woorden")).all()
        session.execute(text("DROP TABLE temp.woorden"))
        return list(found)


def decided(desk: Desk, clock: SlowClock) -> UUID:
    """A casus with a large bijlage, and the besluit to destroy it."""
    casus_id = full_casus(desk)
    desk.bijlagen.add_bytes(casus_id, os.urandom(200_000), BijlageGegevens("film.bin"))
    ready(desk, clock, casus_id)
    desk.vernietigingen.decide(casus_id, GROND, "Nel Demoor")
    return casus_id


def stored(folder: Path) -> list[Path]:
    """List the files of bijlagen in a kluis."""
    return list((folder / FOLDER).iterdir())


def test_everything_of_a_casus_goes_and_the_rest_stays(
    desk: Desk, store: Store, clock: SlowClock
) -> None:
    casus_id = full_casus(desk, naam="Kiezelpad")
    other = full_casus(desk, nummer="VT-DEMO-0002", naam="Zilverduin")
    ready(desk, clock, casus_id)
    before = desk.casussen.get(other)
    desk.vernietigingen.decide(casus_id, GROND, "Nel Demoor, werkbegeleider")
    with store.read() as session:
        gone = {one.hex for ids in bezit(session, casus_id).values() for one in ids}

    proof = desk.vernietigingen.destroy(casus_id)

    assert proof.aantal == len(gone) > 15
    with store.read() as session:
        assert bezit(session, casus_id) == {}
        assert len(bezit(session, other)) > 8
        assert len(session.scalars(select(Persoon)).all()) == 2
    assert desk.casussen.get(other) == before
    with pytest.raises(UserError, match="bestaat niet"):
        desk.casussen.get(casus_id)


def test_no_word_of_the_casus_is_left_in_the_whole_file(
    desk: Desk, store: Store, clock: SlowClock
) -> None:
    casus_id = full_casus(desk)
    desk.instellingen.set_plek({"casus": str(casus_id), "reden": SECRET})
    desk.instellingen.set_dialogen({"open": [{"over": [str(casus_id)], "inhoud": SECRET}]})
    desk.kladjes.keep("belofte", {"casus": str(casus_id), "wat": SECRET})
    ready(desk, clock, casus_id)
    assert SECRET in everything(store)
    assert SECRET in words_of_index(store)
    desk.vernietigingen.decide(casus_id, GROND, "Nel Demoor")

    desk.vernietigingen.destroy(casus_id)

    assert SECRET not in everything(store)
    assert SECRET not in words_of_index(store)
    with store.read() as session:
        assert session.scalar(text("PRAGMA freelist_count")) == 0


def test_the_proof_says_when_why_and_by_whom_and_nothing_else(
    desk: Desk, store: Store, clock: SlowClock
) -> None:
    casus_id = full_casus(desk)
    ready(desk, clock, casus_id)
    desk.vernietigingen.decide(casus_id, GROND, "Nel Demoor")
    desk.vernietigingen.destroy(casus_id)

    [proof] = desk.vernietigingen.bewijzen()
    assert (proof.nummer, proof.besloten_door, proof.besloten_op, proof.grond) == (
        "VT-DEMO-0141", "Nel Demoor", clock().date(), GROND.zin,
    )  # fmt: skip
    with store.read() as session:
        kept = session.scalars(select(Vernietiging)).one()
        assert "Havikskruid" not in json.dumps([kept.aantallen, kept.besluit, kept.grond])
        last = session.scalars(select(Logregel).order_by(Logregel.seq.desc())).all()
    assert ("D", "casus") in {(line.actie, line.detail) for line in last}
    assert ("C", "vernietiging") in {(line.actie, line.detail) for line in last}


def test_the_chain_of_seals_still_holds_and_goes_on(desk: Desk, clock: SlowClock) -> None:
    casus_id = full_casus(desk)
    full_casus(desk, nummer="VT-DEMO-0002")
    ready(desk, clock, casus_id)
    desk.vernietigingen.decide(casus_id, GROND, "Nel Demoor")
    desk.vernietigingen.destroy(casus_id)

    assert desk.vaststelling.klopt() == []
    full_casus(desk, nummer="VT-DEMO-0003")
    assert desk.vaststelling.klopt() == []


def test_reactions_and_earlier_texts_go_along_and_their_seals_stay(
    desk: Desk, store: Store, clock: SlowClock
) -> None:
    casus_id, other_id = full_casus(desk), full_casus(desk, nummer="VT-DEMO-0002")
    for one in (casus_id, other_id):
        [verslag] = desk.verslagen.of_casus(one)
        said = ReactieGegevens("Otis Havikskruid", ReactieSoort.GEZIEN, clock().date())
        desk.reacties.vastleggen(verslag.id, 1, said)
    ready(desk, clock, casus_id)
    desk.vernietigingen.decide(casus_id, GROND, "Nel Demoor")

    desk.vernietigingen.destroy(casus_id)

    with store.read() as session:
        assert {r.casus_id for r in session.scalars(select(Reactie))} == {other_id}
        known = set(session.scalars(select(Verslag.id)))
        assert {s.verslag_id for s in session.scalars(select(Schrijfstand))} <= known
    assert desk.vaststelling.klopt() == []


def test_a_person_of_another_casus_stays(desk: Desk, store: Store, clock: SlowClock) -> None:
    casus_id, other = full_casus(desk), add_casus(desk, nummer="VT-DEMO-0002")
    hanna = add_persoon(desk, other, Rol.NETWERK, voornaam="Hanna")
    held_talk(desk, casus_id, DeelnameGegevens("Hanna", "tante", hanna))
    ready(desk, clock, casus_id)
    desk.vernietigingen.decide(casus_id, GROND, "Nel Demoor")
    desk.vernietigingen.destroy(casus_id)

    assert [row.naam for row in desk.personen.in_casus(other)] == ["Hanna Havikskruid"]


def test_somebody_who_sat_in_a_talk_elsewhere_stays_there(desk: Desk, clock: SlowClock) -> None:
    casus_id, other = full_casus(desk), add_casus(desk, nummer="VT-DEMO-0002")
    otis = desk.personen.in_casus(casus_id)[-1]
    talk = held_talk(desk, other, DeelnameGegevens("Otis", "vader", otis.id))
    ready(desk, clock, casus_id)
    desk.vernietigingen.decide(casus_id, GROND, "Nel Demoor")
    desk.vernietigingen.destroy(casus_id)

    assert desk.gesprekken.get(talk).deelnames[0].persoon_id == otis.id


def test_the_files_of_the_casus_go_with_it(
    desk: Desk, store: Store, clock: SlowClock, tmp_path: Path
) -> None:
    casus_id = full_casus(desk)
    bijlage = Bijlage(
        casus_id=casus_id, naam="foto.jpg", soort="image/jpeg", grootte=3, sha256=b"x" * 32,
        toegevoegd_op=clock(),
    )  # fmt: skip
    with store.write() as session:
        session.add(bijlage)
    ours = path_of(tmp_path, bijlage.id)
    ours.parent.mkdir()
    ours.write_bytes(b"abc")
    ready(desk, clock, casus_id)
    desk.vernietigingen.decide(casus_id, GROND, "Nel Demoor")
    desk.vernietigingen.destroy(casus_id)

    assert not ours.exists()


def test_a_copy_made_before_a_change_of_schema_goes_too(
    desk: Desk, clock: SlowClock, tmp_path: Path
) -> None:
    casus_id = full_casus(desk)
    copy = tmp_path / "kluis-voor-6.db"
    copy.write_bytes(b"an older schema")
    ready(desk, clock, casus_id)
    desk.vernietigingen.decide(casus_id, GROND, "Nel Demoor")

    desk.vernietigingen.destroy(casus_id)

    assert not copy.exists()


def test_what_could_not_go_at_once_goes_at_the_next_try(
    desk: Desk, clock: SlowClock, tmp_path: Path
) -> None:
    """The casus is gone by then, so it is not the rows that are asked for, but what is left."""
    casus_id = decided(desk, clock)
    copy = tmp_path / "kluis-voor-6.db"
    copy.mkdir()  # it cannot be unlinked

    with pytest.raises(OutsideError, match="is vernietigd en het bewijs is bewaard") as why:
        desk.vernietigingen.destroy(casus_id)

    assert "je tekst blijft staan" not in str(why.value)
    assert desk.casussen.all() == []
    copy.rmdir()
    copy.write_bytes(b"an older schema")

    assert desk.vernietigingen.destroy(casus_id).nummer == "VT-DEMO-0141"

    assert len(desk.vernietigingen.bewijzen()) == 1
    assert not copy.exists()
    assert stored(tmp_path) == []


def test_what_a_kill_left_goes_when_the_kluis_opens(
    desk: Desk, store: Store, open_store: Callable[[], Store], clock: SlowClock, tmp_path: Path
) -> None:
    casus_id = decided(desk, clock)
    (tmp_path / "kluis-voor-6.db").write_bytes(b"an older schema")
    (tmp_path / "kluis-voor-6.part").write_bytes(b"half a copy")
    store.close()
    child = os.fork()
    if child == 0:  # a change is told right after the commit
        store.changes.subscribe(lambda _: os.kill(os.getpid(), signal.SIGKILL))
        desk.vernietigingen.destroy(casus_id)
    assert os.waitstatus_to_exitcode(os.waitpid(child, 0)[1]) == -signal.SIGKILL
    assert len(stored(tmp_path)) == 1

    opened = open_store()
    tidy(Desk.over(opened, clock))

    assert SECRET not in everything(opened)
    with opened.read() as session:
        assert session.scalar(text("PRAGMA freelist_count")) == 0
    assert list(tmp_path.glob("kluis-voor-*")) == []
    assert stored(tmp_path) == []


def test_an_index_that_knows_the_casus_forgets_it(
    desk: Desk, store: Store, clock: SlowClock
) -> None:
    casus_id = full_casus(desk)
    with store.write() as session:
        session.execute(text("CREATE VIRTUAL TABLE vindbaar USING fts5(ding UNINDEXED, woorden)"))
        session.execute(
            text("INSERT INTO vindbaar VALUES (:ding, :woorden), ('anders', 'blijft')"),
            {"ding": str(casus_id), "woorden": SECRET},
        )
    ready(desk, clock, casus_id)
    desk.vernietigingen.decide(casus_id, GROND, "Nel Demoor")
    desk.vernietigingen.destroy(casus_id)

    with store.read() as session:
        assert session.scalars(text("SELECT woorden FROM vindbaar")).all() == ["blijft"]


def test_nothing_is_destroyed_without_a_besluit(desk: Desk, clock: SlowClock) -> None:
    casus_id = full_casus(desk)
    ready(desk, clock, casus_id)

    with pytest.raises(UserError, match="geen besluit"):
        desk.vernietigingen.destroy(casus_id)
    desk.vernietigingen.decide(casus_id, GROND, "Nel Demoor")
    with pytest.raises(UserError, match="al besloten"):
        desk.vernietigingen.decide(casus_id, GROND, "Nel Demoor")
    desk.vernietigingen.take_back(casus_id)
    assert desk.vernietigingen.besluit(casus_id) is None
    with pytest.raises(UserError, match="geen besluit"):
        desk.vernietigingen.destroy(casus_id)
    assert desk.casussen.get(casus_id)


def test_a_besluit_needs_a_ground_that_holds_today(desk: Desk, clock: SlowClock) -> None:
    casus_id = full_casus(desk)
    with pytest.raises(UserError, match="loopt nog"):
        desk.vernietigingen.decide(casus_id, GROND, "Nel Demoor")
    close(desk, casus_id)
    desk.rechten.set_geplaatst(casus_id, clock().date())
    for grond in Vernietigingsgrond:
        with pytest.raises(UserError, match="geldt vandaag niet"):
            desk.vernietigingen.decide(casus_id, grond, "Nel Demoor")

    clock.pass_time(days=28)  # the last day on which it is kept
    assert desk.vernietigingen.gronden(casus_id) == []
    clock.pass_time(days=1)
    assert desk.vernietigingen.gronden(casus_id) == [GROND]
    with pytest.raises(UserError, match="wie dit besloot"):
        desk.vernietigingen.decide(casus_id, GROND, " ")


def test_an_open_request_holds_destruction_up(desk: Desk, clock: SlowClock) -> None:
    casus_id = full_casus(desk)
    vader = desk.personen.in_casus(casus_id)[-1].id
    asked = VerzoekGegevens(vader, VerzoekSoort.VERNIETIGING, clock().date())
    verzoek = desk.rechten.ask(casus_id, asked)
    ready(desk, clock, casus_id)
    with pytest.raises(UserError, match="nog een verzoek open"):
        desk.vernietigingen.decide(casus_id, GROND, "Nel Demoor")

    desk.rechten.decide(verzoek, VerzoekStand.TOEGEWEZEN, "")
    assert Vernietigingsgrond.VERZOEK in desk.vernietigingen.gronden(casus_id)
