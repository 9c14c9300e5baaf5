"""The search index: kept with its rows, holding nothing that may not be found."""

from collections.abc import Callable
from pathlib import Path

import pytest
from sqlalchemy import select, text

from tests.builders import (
    NOW,
    TODAY,
    SlowClock,
    add_casus,
    add_persoon,
    at,
    give_rol,
    held_talk,
    plan,
    with_blocks,
)
from tests.conftest import KEY
from vtdesk.models import Afspraak, Base, Casus, Entity, Sleutelwaarde, Zoekstuk
from vtdesk.services.beloften import BelofteGegevens
from vtdesk.services.desk import Desk
from vtdesk.services.notities import NotitieGegevens
from vtdesk.store.engine import connect
from vtdesk.store.stop import Stop, StoppedError
from vtdesk.store.store import Store
from vtdesk.store.zoekindex import SLEUTEL, TIJDLOOS, VERSIE
from vtdesk.store.zoekstof import DELEN, LEZERS, NIET_GEZOCHT
from vtdesk.values.kinds import AfgeschermdSoort, AfspraakSoort, Dienst, Rol
from vtdesk.values.tekst import Alinea, runs

EVERY_KIND = {m.class_ for m in Base.registry.mappers if issubclass(m.class_, Entity)}


def words(store: Store) -> set[str]:
    """Read every word that the index knows, as a thief with the key would."""
    connection = connect(store.path, KEY)
    connection.execute("CREATE VIRTUAL TABLE temp.v USING fts5vocab(main, zoekindex, col)")
    found = {row[0] for row in connection.execute("SELECT term FROM temp.v WHERE col = 'tekst'")}
    connection.close()
    return found


def raw(store: Store) -> bytes:
    """Read the pages of the index."""
    with store.read() as session:
        return b"".join(session.scalars(text("SELECT block FROM zoekindex_data")))


@pytest.mark.parametrize("kind", sorted(EVERY_KIND, key=lambda kind: kind.__name__))
def test_of_every_kind_of_row_is_said_whether_it_is_found(kind: type[Entity]) -> None:
    assert [kind in LEZERS, kind in DELEN, kind in NIET_GEZOCHT].count(True) == 1


@pytest.mark.parametrize("kind", DELEN)
def test_each_part_names_its_whole(kind: type[Entity]) -> None:
    whole, field = DELEN[kind]
    assert whole in LEZERS
    assert field in kind.__table__.columns


def test_a_row_is_found_from_its_commit_on_and_no_more_when_it_is_gone(store: Store) -> None:
    casus = Casus(nummer="VT-1", naam="Sterrenwoud", dienst=Dienst.ONDERZOEK, geopend_op=TODAY)
    with store.write() as session:
        session.add(casus)
    assert "sterrenwoud" in words(store)

    with store.write() as session:
        session.get_one(Casus, casus.id).naam = "Zilverduin"
    assert words(store) == {"zilverduin", "vt", "1"}

    with store.write() as session:
        session.delete(session.get_one(Casus, casus.id))
    assert words(store) == set()


def test_what_is_refused_leaves_no_word(store: Store) -> None:
    with pytest.raises(RuntimeError), store.write() as session:
        session.add(
            Casus(nummer="VT-1", naam="Sterrenwoud", dienst=Dienst.ONDERZOEK, geopend_op=TODAY)
        )
        session.flush()
        raise RuntimeError

    assert words(store) == set()


def test_the_melder_shielded_values_and_gevoel_are_not_in_the_index(
    desk: Desk, store: Store
) -> None:
    casus_id = add_casus(desk)
    add_persoon(desk, casus_id, Rol.MELDER, voornaam="Kanarie", achternaam="Meldster")
    sanne = add_persoon(
        desk, casus_id, Rol.MOEDER, voornaam="Sanne", adres="Dwaalpad 3", telefoon="06-11111111"
    )
    assert "dwaalpad" in words(store)
    desk.personen.shield(sanne, AfgeschermdSoort.PLEK, "bij de Kersenboom")
    desk.personen.shield(sanne, AfgeschermdSoort.TELEFOON, "06-11111111")
    desk.notities.save(
        NotitieGegevens(gezien="rust", gevoel="buikpijngevoel"), afspraak_id=plan(desk, casus_id)
    )

    found = words(store)
    assert {"sanne", "rust"} <= found
    never = {"kanarie", "meldster", "kersenboom", "buikpijngevoel"}
    assert found.isdisjoint({*never, "dwaalpad", "0611111111", "11111111"})
    assert [word for word in never if word.encode() in raw(store)] == []


@pytest.mark.parametrize(
    "question",
    ["0612345678", "06-1234 5678", "+31 6 12345678", "schelpenhof", "0000AB", "kersenboom"],
)
def test_what_is_shielded_is_not_found_on_anybody_of_the_casus_in_any_notation(
    desk: Desk, question: str
) -> None:
    casus_id = add_casus(desk)
    sanne = add_persoon(
        desk, casus_id, Rol.MOEDER, voornaam="Sanne", telefoon="06-1234 5678",
        opmerking="Zit op Schelpenhof-9 (0000AB), het nummer is +31 6 12345678.",
    )  # fmt: skip
    add_persoon(
        desk, casus_id, Rol.KIND, voornaam="Fenna", adres="Schelpenhof 9",
        opmerking="Speelt bij De Kersenboom.",
    )  # fmt: skip
    assert desk.zoeken.zoek(question).vondsten  # nothing is shielded as yet

    desk.personen.shield(sanne, AfgeschermdSoort.TELEFOON, "0612345678")
    desk.personen.shield(sanne, AfgeschermdSoort.ADRES, "Schelpenhof 9, 0000 AB")
    desk.personen.shield(sanne, AfgeschermdSoort.PLEK, "speeltuin De Kersenboom")

    assert desk.zoeken.zoek(question).vondsten == ()
    assert [hit.titel for hit in desk.ganaar.search(question)] == []
    assert "Schelpenhof" not in repr(desk.zoeken.zoek("sanne"))


@pytest.mark.parametrize("on_casus", [True, False])
def test_what_she_typed_of_what_is_shielded_is_not_found(
    desk: Desk, store: Store, *, on_casus: bool
) -> None:
    casus_id = add_casus(desk)
    loes = add_persoon(desk, casus_id, Rol.MOEDER, voornaam="Loes")
    where = casus_id if on_casus else None
    desk.beloften.add(BelofteGegevens("Loes", "langskomen op Schelpenhof 9", casus_id=where))
    notitie = desk.crisisnotities.begin(where)
    desk.crisisnotities.add_line(notitie, "Zij staat op Schelpenhof 9 buiten.")
    plan(desk, None, titel="Huisbezoek Schelpenhof 9", doel="Schelpenhof 9 langs")
    assert len(desk.zoeken.zoek("schelpenhof").vondsten) == 3

    desk.personen.shield(loes, AfgeschermdSoort.ADRES, "Schelpenhof 9, 0000 AB")
    desk.beloften.add(BelofteGegevens("Loes", "bellen voor Schelpenhof 9", casus_id=where))

    assert "schelpenhof" not in words(store)
    for question in ("langskomen", "buiten", "huisbezoek", "bellen"):
        [found] = desk.zoeken.zoek(question).vondsten
        assert "Schelpenhof" not in repr(found)


def test_what_is_no_longer_shielded_is_found_again(desk: Desk) -> None:
    casus_id = add_casus(desk)
    loes = add_persoon(desk, casus_id, Rol.MOEDER, voornaam="Loes")
    desk.beloften.add(BelofteGegevens("Loes", "langskomen op Schelpenhof 9", casus_id=casus_id))
    shielded = desk.personen.shield(loes, AfgeschermdSoort.ADRES, "Schelpenhof 9")
    assert desk.zoeken.zoek("schelpenhof").vondsten == ()

    desk.personen.unshield(shielded)

    assert len(desk.zoeken.zoek("schelpenhof").vondsten) == 1


def test_a_melder_who_is_family_elsewhere_is_found_there_and_only_there(
    desk: Desk, store: Store
) -> None:
    here, there = add_casus(desk), add_casus(desk, nummer="VT-2", naam="Sterrenwoud")
    loes = add_persoon(desk, here, Rol.MELDER, voornaam="Loes")
    [row] = desk.personen.in_casus(here)
    assert "loes" not in words(store)

    give_rol(desk, row, Rol.FAMILIE, "tante")
    [found] = desk.zoeken.zoek("loes").vondsten
    assert (found.ding, found.casus_id) == (loes, here)
    assert there != here

    [row] = desk.personen.in_casus(here)
    give_rol(desk, row, Rol.MELDER)
    assert desk.zoeken.zoek("loes").vondsten == ()


def test_what_is_destroyed_leaves_no_word_in_the_pages(desk: Desk, store: Store) -> None:
    with store.write() as session:
        session.add(
            Casus(nummer="VT-9", naam="Kanariewoud", dienst=Dienst.ONDERZOEK, geopend_op=TODAY)
        )
    add_casus(desk, naam="Blijver")
    with store.write() as session:
        session.delete(session.scalars(select(Casus).where(Casus.nummer == "VT-9")).one())

    store.shrink()

    assert b"kanarie" not in raw(store)
    assert b"blijver" in raw(store)


def test_the_newest_has_the_highest_number_and_what_has_no_date_stands_above(
    desk: Desk, store: Store
) -> None:
    casus_id = add_casus(desk)
    late, early = (plan(desk, casus_id, begin=at(h), einde=at(h, 30)) for h in (16, 9))
    same = [plan(desk, casus_id, begin=at(9), einde=at(9, 30)) for _ in range(3)]

    with store.read() as session:
        number = {row.rij: row.nummer for row in session.scalars(select(Zoekstuk))}
    assert number[early] < min(number[one] for one in same) < number[late] < TIJDLOOS
    assert number[casus_id] >= TIJDLOOS

    desk.agenda.move(late, at(8))
    with store.read() as session:
        number = {row.rij: row.nummer for row in session.scalars(select(Zoekstuk))}
    assert number[late] < number[early]


def test_many_things_in_one_minute_all_have_a_place(desk: Desk, store: Store) -> None:
    casus_id = add_casus(desk)
    with store.write() as session:
        session.add_all(
            Afspraak(
                titel=f"Nummer {n}", soort=AfspraakSoort.GESPREK, begin=NOW, einde=at(18),
                casus_id=casus_id,
            )
            for n in range(1200)
        )  # fmt: skip

    assert len(desk.zoeken.zoek("nummer", meest=2000).vondsten) == 1200


def test_a_kluis_without_an_index_gets_one_when_it_opens(
    desk: Desk, store: Store, open_store: Callable[[], Store], clock: SlowClock
) -> None:
    plan(desk, add_casus(desk), titel="Huisbezoek bij Sterre")
    before = words(store)
    with store.write() as session:
        session.execute(text("INSERT INTO zoekindex (zoekindex) VALUES ('delete-all')"))
        session.execute(text("DELETE FROM zoekstuk"))
        session.delete(session.get_one(Sleutelwaarde, SLEUTEL))
    store.close()

    again = open_store()

    assert words(again) == before
    [found] = Desk.over(again, clock).zoeken.zoek("huisbezoeken").vondsten
    assert found.titel == "Huisbezoek bij Sterre"


def test_an_index_by_an_older_rule_is_made_anew_when_the_kluis_opens(
    desk: Desk, store: Store, open_store: Callable[[], Store]
) -> None:
    plan(desk, add_casus(desk), titel="Huisbezoek bij Sterre")
    before = words(store)
    with store.write() as session:
        session.execute(text("UPDATE zoekstuk SET afdruk = x'00'"))
        session.execute(
            text("INSERT INTO zoekindex (rowid, tekst, label) VALUES (7, 'schelpenhof', '')")
        )
        session.get_one(Sleutelwaarde, SLEUTEL).waarde = {"versie": VERSIE - 1}
    assert "schelpenhof" in words(store)
    store.close()

    assert words(open_store()) == before


def test_storing_a_draft_writes_nothing_into_the_index(desk: Desk, store: Store) -> None:
    verslag_id = desk.verslagen.start(held_talk(desk, add_casus(desk)))
    before = raw(store)
    tekst = desk.verslagen.open(verslag_id).tekst
    version = desk.verslagen.open(verslag_id).concept_version

    for word in ("kievit", "wulp"):
        said = with_blocks(tekst, "zorgen", Alinea(runs(word)))
        version = desk.verslagen.save_concept(verslag_id, said, version=version).version

    assert raw(store) == before
    [found] = desk.zoeken.zoek("wulp").vondsten
    assert found.ding == verslag_id
    assert desk.zoeken.zoek("kievit").vondsten == ()


def test_a_reading_can_be_ended_from_another_thread(store: Store) -> None:
    stop = Stop()
    count = text(
        "WITH RECURSIVE n(x) AS (SELECT 1 UNION ALL SELECT x + 1 FROM n WHERE x < 100000000) "
        "SELECT count(*) FROM n"
    )
    with pytest.raises(StoppedError), store.read(stop) as session:
        session.connection().connection.driver_connection.set_progress_handler(stop.now, 1000)
        try:
            session.execute(count)
        finally:
            session.connection().connection.driver_connection.set_progress_handler(None, 0)

    with store.read() as session:
        assert session.scalar(text("SELECT 1")) == 1


def test_a_reading_that_was_ended_before_it_began_does_not_begin(store: Store) -> None:
    stop = Stop()
    stop.now()
    with pytest.raises(StoppedError), store.read(stop):
        pytest.fail("it began")


def test_the_index_lies_encrypted_on_the_disk(desk: Desk, store: Store, tmp_path: Path) -> None:
    add_casus(desk, naam="KANARIE-7731")
    store.close()

    on_disk = b"".join(path.read_bytes() for path in tmp_path.iterdir())
    assert b"kanarie" not in on_disk
