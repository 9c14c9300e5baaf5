"""Brings a file to the current schema, after a verified copy; never touches a newer one."""

from pathlib import Path
from typing import Any

import sqlcipher3.dbapi2 as sqlcipher

from vtdesk.errors import DamageError, OutsideError
from vtdesk.store.engine import connect, explain_opening
from vtdesk.store.migrations import CURRENT

COPIES = "kluis-voor-*"  # half made ones too


def migrate(path: Path, key: bytes) -> None:
    """Bring a new file to the newest schema."""
    try:
        connection = connect(path, key)
    except sqlcipher.Error as error:
        raise explain_opening(error, path) from error
    try:
        bring_up_to_date(connection, key, path)
    except sqlcipher.Error as error:
        raise explain_opening(error, path) from error
    finally:
        connection.close()


def is_behind(version: int) -> bool:
    """Tell whether a file of this schema is older than this vtdesk."""
    return version < CURRENT


def bring_up_to_date(connection: Any, key: bytes, path: Path) -> None:
    """Bring an open database to the newest schema, after a verified copy."""
    version = connection.execute("PRAGMA user_version").fetchone()[0]
    if not is_behind(version):
        return
    if version:
        copy_verified(connection, key, path.with_name(f"kluis-voor-{CURRENT}.db"))
    # Alembic costs 190 ms to import and is needed only when a file is behind.
    from vtdesk.store.migrations.run import upgrade  # noqa: PLC0415 (see above)

    upgrade(connection, version)


def copy_verified(connection: Any, key: bytes, target: Path) -> None:
    """Copy the open database to another encrypted file that counts only after it was checked."""
    part = target.with_suffix(".part")
    part.unlink(missing_ok=True)
    connection.execute("VACUUM INTO ?", (str(part),))
    part.chmod(0o600)
    if findings := check_database(part, key):
        part.unlink()
        raise OutsideError(f"De kopie vooraf is niet goed gelukt ({findings[0]}). Niets veranderd.")
    part.replace(target)


def check_database(path: Path, key: bytes) -> list[str]:
    """Read every page of a copy; gives a list of findings, empty when all is sound.

    A file that cannot be looked at, such as in a read-only folder, is not a damaged one: that is
    raised in words, or a good kluis would be put aside for an old copy.
    """
    try:
        connection = connect(path, key)
    except sqlcipher.Error as error:
        return [_damage(error, path)]
    try:
        findings = [row[0] for row in connection.execute("PRAGMA cipher_integrity_check")]
        findings += [row[0] for row in connection.execute("PRAGMA quick_check") if row[0] != "ok"]
        findings += [
            "verwijzing zonder doel" for _ in connection.execute("PRAGMA foreign_key_check")
        ]
    except sqlcipher.Error as error:
        return [_damage(error, path)]
    else:
        return findings
    finally:
        connection.close()


def _damage(error: sqlcipher.Error, path: Path) -> str:
    """Say what is damaged, or raise what else stood in the way."""
    explained = explain_opening(error, path)
    if isinstance(explained, DamageError):
        return str(explained)
    raise explained from error
