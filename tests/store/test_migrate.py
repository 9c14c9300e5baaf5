"""Migrations end at the models, keep old data, and never touch a newer file."""

import hashlib
from collections.abc import Callable
from datetime import date
from pathlib import Path

import pytest
from alembic.autogenerate import compare_metadata
from alembic.migration import MigrationContext
from alembic.operations import Operations
from sqlalchemy import Column, String, select

from tests.builders import TODAY
from tests.conftest import KEY
from vtdesk.errors import DamageError, OutsideError, TooNewError
from vtdesk.models import Base, Casus, Sleutelwaarde, Zicht
from vtdesk.services.logboek import Logboek, Voorval
from vtdesk.store import migrate as migrating
from vtdesk.store.engine import connect, create_database, engine
from vtdesk.store.migrate import check_database
from vtdesk.store.migrations import CURRENT, run
from vtdesk.store.store import Store
from vtdesk.values.kinds import Dienst
from vtdesk.values.tijd import start_of


def is_no_index(name: str | None, kind: str, _parents: object) -> bool:
    """Leave the tables of the search engine out: no model describes them."""
    return kind != "table" or not str(name).startswith("zoekindex")


def test_migrations_end_at_the_models(open_store: Callable[[], Store], tmp_path: Path) -> None:
    open_store()
    with engine(tmp_path / "kluis.db", KEY).connect() as connection:
        opts = {"compare_type": True, "include_name": is_no_index}
        context = MigrationContext.configure(connection, opts=opts)
        assert compare_metadata(context, Base.metadata) == []


def test_a_newer_file_is_refused_untouched(tmp_path: Path) -> None:
    path = tmp_path / "kluis.db"
    create_database(path, KEY)
    Store(path, KEY).close()
    connection = connect(path, KEY)
    connection.execute(f"PRAGMA user_version = {CURRENT + 1}")
    connection.close()
    before = hashlib.sha256(path.read_bytes()).digest()

    with pytest.raises(TooNewError, match="nieuwere vtdesk"):
        Store(path, KEY)

    assert hashlib.sha256(path.read_bytes()).digest() == before


def test_a_file_that_cannot_be_looked_at_is_not_called_damaged(tmp_path: Path) -> None:
    path = tmp_path / "kluis.db"
    create_database(path, KEY)
    (tmp_path / "kluis.db-wal").mkdir()

    with pytest.raises(OutsideError) as refused:
        check_database(path, KEY)

    assert not isinstance(refused.value, DamageError)
    assert "reservekopie" not in str(refused.value)


class NextStep:
    """A migration that rebuilds the table which all others point at."""

    @staticmethod
    def upgrade(op: Operations) -> None:
        with op.batch_alter_table("casus", recreate="always") as casus:
            casus.add_column(Column("kleur", String, nullable=False, server_default="grijs"))


class FailingStep:
    """A migration that stops half-way."""

    @staticmethod
    def upgrade(op: Operations) -> None:
        op.add_column("casus", Column("kleur", String))
        raise RuntimeError("halfway")


class GreedyStep:
    """A migration for which there is no room."""

    @staticmethod
    def upgrade(op: Operations) -> None:
        op.execute("PRAGMA max_page_count = 1")  # SQLite takes the present size when that is more
        op.execute("CREATE TABLE groot AS SELECT zeroblob(1000000) AS inhoud")


def use_step(monkeypatch: pytest.MonkeyPatch, step: type) -> None:
    """Let there be one more migration than was released."""
    steps = (*run.STEPS, "m9999_next")
    for module in (run, migrating):
        monkeypatch.setattr(module, "CURRENT", len(steps))
    monkeypatch.setattr(run, "STEPS", steps)
    real = run.import_module
    monkeypatch.setattr(
        run, "import_module", lambda name: step if name.endswith("m9999_next") else real(name)
    )


def fill(path: Path) -> None:
    create_database(path, KEY)
    store = Store(path, KEY)
    with store.write() as session:
        session.add(
            Casus(nummer="1", naam="Sterrenwoud", dienst=Dienst.MONITORING, geopend_op=TODAY)
        )
    store.close()


def test_an_older_file_is_copied_checked_and_brought_up_to_date(
    tmp_path: Path, monkeypatch: pytest.MonkeyPatch
) -> None:
    path = tmp_path / "kluis.db"
    fill(path)
    use_step(monkeypatch, NextStep)

    store = Store(path, KEY)

    with store.read() as session:
        assert session.scalars(select(Casus.naam)).all() == ["Sterrenwoud"]
    store.close()
    [copy] = tmp_path.glob("kluis-voor-*.db")
    assert check_database(copy, KEY) == []
    assert b"SQLite format 3" not in copy.read_bytes()


def test_a_failing_migration_leaves_the_file_as_it_was(
    tmp_path: Path, monkeypatch: pytest.MonkeyPatch
) -> None:
    path = tmp_path / "kluis.db"
    fill(path)
    with monkeypatch.context() as patch:
        use_step(patch, FailingStep)
        with pytest.raises(RuntimeError, match="halfway"):
            Store(path, KEY)

    store = Store(path, KEY)
    with store.read() as session:
        assert session.scalars(select(Casus.naam)).all() == ["Sterrenwoud"]
    store.close()


def test_a_disk_that_is_full_half_way_is_told_and_leaves_the_file_as_it_was(
    tmp_path: Path, monkeypatch: pytest.MonkeyPatch
) -> None:
    path = tmp_path / "kluis.db"
    fill(path)
    with monkeypatch.context() as patch:
        use_step(patch, GreedyStep)
        with pytest.raises(OutsideError, match="De schijf is vol"):
            Store(path, KEY)

    Store(path, KEY).close()


def older(place: Path, monkeypatch: pytest.MonkeyPatch, steps: int) -> Path:
    """Make an empty file as a release with so many steps left it."""
    path = place / "kluis.db"
    create_database(path, KEY)
    with monkeypatch.context() as patch:
        patch.setattr(run, "STEPS", run.STEPS[:steps])
        patch.setattr(run, "CURRENT", steps)
        patch.setattr(migrating, "CURRENT", steps)
        migrating.migrate(path, KEY)
    return path


def test_a_kluis_of_the_first_release_keeps_who_watched_over_safety(
    tmp_path: Path, monkeypatch: pytest.MonkeyPatch
) -> None:
    path = older(tmp_path, monkeypatch, 1)
    connection = connect(path, KEY)
    connection.execute("BEGIN")
    for number, holder, since in (("1", "Wijkteam", "2026-02-12"), ("2", "", None)):
        connection.execute(
            "INSERT INTO casus (id, version, nummer, naam, dienst, geopend_op, staat, zicht_bij, "
            "zicht_sinds, let_op) VALUES (?, 1, ?, 'Wolkenveld', 'monitoring', '2026-01-05', "
            "'lopend', ?, ?, '')",
            (number * 32, number, holder, since),
        )
    connection.execute("COMMIT")
    connection.close()

    store = Store(path, KEY)

    with store.read() as session:
        found = session.execute(
            select(Casus.nummer, Zicht.houder, Zicht.vanaf, Zicht.tot)
            .join(Zicht, Zicht.casus_id == Casus.id)
            .order_by(Casus.nummer)
        ).all()
    store.close()
    assert [tuple(row) for row in found] == [
        ("1", "Wijkteam", start_of(date(2026, 2, 12)), None),
        ("2", "Veilig Thuis", start_of(date(2026, 1, 5)), None),
    ]


def test_a_kluis_with_seals_gets_to_know_where_their_chain_ends(
    tmp_path: Path, monkeypatch: pytest.MonkeyPatch
) -> None:
    path = older(tmp_path, monkeypatch, 7)
    connection = connect(path, KEY)
    connection.execute("BEGIN")
    connection.execute(
        "INSERT INTO vernietiging (id, version, casus, nummer, besluit, grond, besloten_door, "
        "besloten_op, uitgevoerd_op, aantallen, zegels) VALUES (?, 1, ?, 'VT-1', '', '', 'Nel', "
        "'2026-01-05', '2026-01-05 10:00:00.000000', '{}', ?)",
        ("1" * 32, "2" * 32, '{"9": {"keten": "aa"}, "10": {"keten": "bb"}}'),
    )
    connection.execute("COMMIT")
    connection.close()

    store = Store(path, KEY)

    with store.read() as session:
        head = session.get_one(Sleutelwaarde, "zegelkop").waarde
    store.close()
    assert head == {"volgnummer": 10, "keten": "bb"}


def test_a_logboek_from_before_the_chain_becomes_its_begin(
    tmp_path: Path, monkeypatch: pytest.MonkeyPatch
) -> None:
    path = older(tmp_path, monkeypatch, 8)
    connection = connect(path, KEY)
    connection.execute("BEGIN")
    for seq in (1, 2, 5):
        connection.execute(
            "INSERT INTO logboek (seq, tijd, gebruiker, actie, soort, ding, casus, detail, reden) "
            "VALUES (?, '2026-01-05 10:00:00.250000', 'Mila', 'R', 'persoon', ?, NULL, "
            "'afgeschermd', 'Zij belde.')",
            (seq, "1" * 32),
        )
    connection.execute("COMMIT")
    connection.close()

    store = Store(path, KEY)

    logboek = Logboek(store, lambda: start_of(TODAY))
    assert (logboek.proef().regels, logboek.proef().bevindingen) == (3, ())
    logboek.noteer(Voorval.GEOPEND)
    assert (logboek.proef().kop.seq, logboek.proef().bevindingen) == (4, ())
    assert [row.reden for row in logboek.of_kluis()] == ["", *["Zij belde."] * 3]
    store.close()
