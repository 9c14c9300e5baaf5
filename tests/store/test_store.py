"""The encrypted file: transactions, announcements, logboek, and what it refuses."""

import shutil
import threading
from collections.abc import Callable
from dataclasses import replace
from pathlib import Path
from uuid import uuid4

import pytest
from sqlalchemy import bindparam, select, update
from sqlalchemy import text as sql

from tests.builders import TODAY, SlowClock, add_casus, add_persoon, at, plan
from tests.conftest import KEY
from vtdesk.errors import DamageError, OutsideError, UserError
from vtdesk.models import Casus, Logregel, Persoon, Uitgaand
from vtdesk.services.desk import Desk
from vtdesk.services.personen import PersoonGegevens
from vtdesk.store.engine import connect, create_database
from vtdesk.store.migrate import check_database
from vtdesk.store.store import Store
from vtdesk.values.change import Change
from vtdesk.values.kinds import AfgeschermdSoort, Dienst, Kind


def new_casus(nummer: str = "VT-1") -> Casus:
    return Casus(nummer=nummer, naam="Zilverduin", dienst=Dienst.ONDERZOEK, geopend_op=TODAY)


def test_every_commit_is_announced_once_with_all_it_touched(store: Store) -> None:
    heard: list[Change] = []
    store.changes.subscribe(heard.append)
    casus, persoon = new_casus(), Persoon(voornaam="Pip")

    with store.write() as session:
        session.add_all([casus, persoon])

    [change] = heard
    assert change.entities == {(Kind.CASUS, casus.id), (Kind.PERSOON, persoon.id)}


def test_a_refused_block_leaves_nothing_and_says_nothing(store: Store) -> None:
    heard: list[Change] = []
    store.changes.subscribe(heard.append)

    with pytest.raises(UserError), store.write() as session:
        session.add(new_casus())
        session.flush()
        raise UserError("nee")

    with store.read() as session:
        assert session.scalars(select(Casus)).all() == []
        assert session.scalars(select(Logregel)).all() == []
    assert heard == []


def test_the_logboek_says_who_what_which_when_and_never_what_it_said(
    desk: Desk, store: Store, clock: SlowClock
) -> None:
    casus_id = add_casus(desk, naam="Geheimnaam")
    persoon_id = add_persoon(desk, casus_id, voornaam="Geheimvoornaam")

    with store.read() as session:
        lines = session.scalars(select(Logregel).order_by(Logregel.seq)).all()
        words = session.execute(
            sql("SELECT group_concat(gebruiker||actie||soort||detail) FROM logboek")
        )
        assert "Geheim" not in words.scalar_one()
    made = {(line.actie, line.soort, line.ding) for line in lines}
    assert ("C", "casus", casus_id) in made
    assert ("C", "persoon", persoon_id) in made
    assert {line.tijd for line in lines} == {clock.now}
    assert {line.gebruiker for line in lines} == {"onbekend", "Mila Proefstra"}


def test_the_outbox_holds_each_row_with_the_version_it_reached(desk: Desk, store: Store) -> None:
    casus_id = add_casus(desk)
    casus = desk.casussen.get(casus_id)
    desk.casussen.change(casus_id, casus.version, casus.gegevens, casus.staat)
    renamed = replace(casus.gegevens, naam="Anders")
    desk.casussen.change(casus_id, casus.version, renamed, casus.staat)

    with store.read() as session:
        rows = session.scalars(select(Uitgaand).where(Uitgaand.rij == casus_id)).all()
    assert [(row.actie, row.versie) for row in rows] == [("C", 1), ("U", 2)]


def test_looking_at_a_shielded_value_is_logged_and_needs_a_reason(desk: Desk, store: Store) -> None:
    loes = add_persoon(desk, add_casus(desk), voornaam="Loes")
    desk.personen.shield(loes, AfgeschermdSoort.ADRES, "Dwaalpad 3")

    with pytest.raises(UserError, match="Schrijf op waarom"):
        desk.personen.open_afgeschermd(loes, " ")
    [row] = desk.personen.open_afgeschermd(loes, "bezoek voorbereiden")

    assert row.waarde == "Dwaalpad 3"
    with store.read() as session:
        looked = select(Logregel).where(Logregel.actie == "R", Logregel.ding == loes)
        [line] = session.scalars(looked)
    assert line.detail == "afgeschermd"


def test_a_lost_update_is_refused_and_nothing_changes(desk: Desk) -> None:
    persoon_id = add_persoon(desk, add_casus(desk))
    seen = desk.personen.detail(persoon_id)
    desk.personen.change(persoon_id, seen.version, PersoonGegevens(voornaam="Eerst"))

    with pytest.raises(UserError, match="intussen"):
        desk.personen.change(persoon_id, seen.version, PersoonGegevens(voornaam="Daarna"))

    assert desk.personen.detail(persoon_id).gegevens.voornaam == "Eerst"


def test_writers_from_many_threads_wait_for_their_turn(store: Store) -> None:
    failures: list[Exception] = []

    def write_five() -> None:
        try:
            for _ in range(5):
                with store.write() as session:
                    session.add(new_casus(str(uuid4())))
        except Exception as error:
            failures.append(error)

    threads = [threading.Thread(target=write_five) for _ in range(8)]
    for thread in threads:
        thread.start()
    for thread in threads:
        thread.join()

    assert failures == []
    with store.read() as session:
        assert len(session.scalars(select(Casus)).all()) == 40


def test_moments_come_back_aware_and_equal(desk: Desk, clock: SlowClock) -> None:
    row = desk.agenda.detail(plan(desk, add_casus(desk)))

    assert row.begin == at(16, 15)
    assert row.begin.utcoffset() == at(16, 15).utcoffset()


def test_nothing_readable_lies_on_the_disk(open_store: Callable[[], Store], tmp_path: Path) -> None:
    store = open_store()
    with store.write() as session:
        session.add(new_casus("KANARIE-7731"))

    on_disk = b"".join(path.read_bytes() for path in tmp_path.iterdir())

    assert len(on_disk) > 4096
    for encoding in ("utf-8", "utf-16-le"):
        assert "KANARIE-7731".encode(encoding) not in on_disk
    assert b"SQLite format 3" not in on_disk


def test_another_key_is_damage_in_words(tmp_path: Path) -> None:
    create_database(tmp_path / "kluis.db", KEY)
    Store(tmp_path / "kluis.db", KEY).close()

    with pytest.raises(DamageError, match=r"kluis\.db is beschadigd"):
        Store(tmp_path / "kluis.db", bytes(32))


def test_a_missing_file_is_never_made_anew(tmp_path: Path) -> None:
    with pytest.raises(OutsideError):
        Store(tmp_path / "kluis.db", KEY)

    assert list(tmp_path.iterdir()) == []


def test_a_database_is_never_made_over_another(tmp_path: Path) -> None:
    create_database(tmp_path / "kluis.db", KEY)

    with pytest.raises(OutsideError, match="al een kluis"):
        create_database(tmp_path / "kluis.db", KEY)


def test_the_cipher_is_the_one_the_format_was_made_for(tmp_path: Path) -> None:
    create_database(tmp_path / "kluis.db", KEY)
    connection = connect(tmp_path / "kluis.db", KEY)

    [version] = connection.execute("PRAGMA cipher_version").fetchone()
    connection.close()

    assert version.startswith("4.")


@pytest.mark.parametrize("where", [20, 2000, 5000, 30000])
def test_a_flipped_bit_is_found_by_the_check(
    open_store: Callable[[], Store], tmp_path: Path, where: int
) -> None:
    store = open_store()
    with store.write() as session:
        session.add_all(new_casus(str(number)) for number in range(50))
    store.close()
    path = tmp_path / "kluis.db"
    assert check_database(path, KEY) == []

    data = bytearray(path.read_bytes())
    data[where] ^= 1
    path.write_bytes(data)

    assert check_database(path, KEY) != []


def test_a_cut_file_is_found_by_the_check(open_store: Callable[[], Store], tmp_path: Path) -> None:
    store = open_store()
    with store.write() as session:
        session.add_all(new_casus(str(number)) for number in range(50))
    store.close()
    path = tmp_path / "kluis.db"

    path.write_bytes(path.read_bytes()[:-4096])

    assert check_database(path, KEY) != []


def test_a_full_disk_is_said_in_words_and_nothing_is_lost(store: Store) -> None:
    with store.write() as session:
        session.add(new_casus("eerst"))
    # The smallest disk: not one page more than there is now.
    with pytest.raises(OutsideError, match="schijf is vol"), store.write() as session:
        session.execute(sql("PRAGMA max_page_count = 1"))
        session.add_all(new_casus("x" * 4000 + str(number)) for number in range(50))

    with store.read() as session:
        assert session.scalars(select(Casus.nummer)).all() == ["eerst"]


def test_content_never_stands_in_an_error(store: Store) -> None:
    with pytest.raises(OutsideError) as caught, store.write() as session:
        session.add(new_casus("Geheim-1"))
        session.flush()
        session.execute(sql("INSERT INTO bestaat_niet VALUES (:x)"), {"x": "Geheim-1"})

    error: BaseException | None = caught.value
    while error:
        assert "Geheim" not in str(error)
        error = error.__cause__


def test_an_update_past_the_session_is_announced_and_leaves_no_line(
    desk: Desk, store: Store
) -> None:
    casus_id = add_casus(desk)
    rename = update(Casus).where(Casus.id == bindparam("b_id")).values(naam=bindparam("naam"))
    heard: list[Change] = []
    store.changes.subscribe(heard.append)
    with store.read() as session:
        before = session.scalars(select(Logregel)).all()

    found = store.rewrite(
        rename, {"b_id": casus_id, "naam": "Anders"}, kind=Kind.CASUS, ding=casus_id
    )
    missed = store.rewrite(
        rename, {"b_id": uuid4(), "naam": "Niemand"}, kind=Kind.CASUS, ding=casus_id
    )

    assert (found, missed) == (True, False)
    assert [change.entities for change in heard] == [{(Kind.CASUS, casus_id)}]
    assert desk.casussen.get(casus_id).gegevens.naam == "Anders"
    with store.read() as session:
        assert len(session.scalars(select(Logregel)).all()) == len(before)


def take_away(folder: Path) -> None:
    shutil.rmtree(folder)


def replace_by_a_copy(folder: Path) -> None:
    shutil.copy(folder / "kluis.db", folder / "nieuw")
    (folder / "nieuw").replace(folder / "kluis.db")


def replace_by_an_older_folder(folder: Path) -> None:
    folder.rename(folder.with_name("elders"))
    shutil.copytree(folder.with_name("elders"), folder)


@pytest.mark.parametrize("happens", [take_away, replace_by_a_copy, replace_by_an_older_folder])
def test_nothing_is_called_stored_in_a_kluis_that_is_no_longer_here(
    empty_template: Path, tmp_path: Path, happens: Callable[[Path], None]
) -> None:
    folder = tmp_path / "kluis"
    folder.mkdir()
    store = Store(Path(shutil.copy(empty_template, folder / "kluis.db")), KEY)
    with store.write() as session:
        session.add(new_casus())
    happens(folder)

    for attempt in range(3):
        with pytest.raises(OutsideError, match="verplaatst, weggehaald"), store.write() as session:
            session.add(new_casus(f"VT-{attempt}"))
    store.close()


def test_a_folder_that_is_put_back_takes_what_comes(empty_template: Path, tmp_path: Path) -> None:
    folder = tmp_path / "kluis"
    folder.mkdir()
    store = Store(Path(shutil.copy(empty_template, folder / "kluis.db")), KEY)
    folder.rename(tmp_path / "elders")
    with pytest.raises(OutsideError, match="Zet de map terug"), store.write() as session:
        session.add(new_casus())

    (tmp_path / "elders").rename(folder)
    with store.write() as session:
        session.add(new_casus())
    store.close()

    again = Store(folder / "kluis.db", KEY)
    with again.read() as session:
        assert len(session.scalars(select(Casus)).all()) == 1
    again.close()


def test_a_disk_that_gives_nothing_for_a_moment_is_read_again_after_it(
    empty_template: Path, tmp_path: Path
) -> None:
    path = Path(shutil.copy(empty_template, tmp_path / "kluis.db"))
    store = Store(path, KEY)
    with store.write() as session:
        session.add_all(new_casus(f"VT-{number}") for number in range(50))
    store.close()
    store = Store(path, KEY)
    whole = path.read_bytes()
    with path.open("r+b") as file:
        file.seek(4 * 4096)
        file.write(bytes(len(whole) - 4 * 4096))

    with pytest.raises(OutsideError), store.read() as session:
        session.scalars(select(Casus)).all()

    with path.open("r+b") as file:
        file.write(whole)
    with store.read() as session:
        assert len(session.scalars(select(Casus)).all()) == 50
    with store.write() as session:
        session.add(new_casus("VT-50"))
    store.close()
