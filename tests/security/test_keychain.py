"""The keychain of the system: a real Secret Service, a false one, a slow one and none at all."""

import json
import os
import shutil
import subprocess
import sys
import tempfile
import time
from pathlib import Path
from typing import Any

import pytest
from keyring.backend import KeyringBackend
from typing_extensions import override

from tests.keychains import using
from vtdesk.security.keychain import KeychainError, NoKeychain, SystemKeychain

ROOT = Path(__file__).parents[2]
NEEDED = ("dbus-run-session", "gnome-keyring-daemon")
MISSING = "KeychainMissingError: De sleutelbos van deze laptop heeft de sleutel van deze kluis niet"


def environment(home: Path) -> dict[str, str]:
    """Give a session its own home: the keychain of who runs the tests is never touched."""
    home.mkdir(exist_ok=True)
    return {
        "PATH": os.environ["PATH"],
        "HOME": str(home),
        "XDG_DATA_HOME": str(home / ".local" / "share"),
        "PYTHONPATH": os.pathsep.join([str(ROOT), *filter(None, sys.path)]),
        "LANG": "C.UTF-8",
    }


def in_session(home: Path, step: str, *arguments: str, password: str = "geheim") -> dict[str, Any]:
    """Run a step of `in_session.py` beside a real Secret Service on a private bus."""
    missing = [program for program in NEEDED if shutil.which(program) is None]
    assert not missing, f"Install {' and '.join(missing)}; `make test` says how."
    unlock = f"printf %s {password} | gnome-keyring-daemon --unlock --components=secrets >/dev/null"
    session = ["dbus-run-session", "--", "sh", "-c", f'{unlock}; exec "$@"', "sh"]
    with tempfile.TemporaryDirectory() as runtime:  # short: the path of a socket has 108 signs
        done = subprocess.run(
            [*session, sys.executable, "-m", "tests.security.in_session", step, *arguments],
            check=False,  # what went wrong is on stderr, and is shown
            env=environment(home) | {"XDG_RUNTIME_DIR": runtime},
            capture_output=True,
            text=True,
            timeout=60,
        )
    assert "Traceback" not in done.stderr, done.stderr
    assert done.returncode == 0, done.stderr
    seen: dict[str, Any] = json.loads(done.stdout.splitlines()[-1])
    return seen


@pytest.fixture(scope="module")
def home(tmp_path_factory: pytest.TempPathFactory) -> Path:
    return tmp_path_factory.mktemp("thuis")


@pytest.fixture(scope="module")
def life(home: Path) -> dict[str, Any]:
    """One kluis with a secret in a real keychain, through all that can befall it."""
    return in_session(home, "life_of_a_kluis")


def test_real_keychain_proves_itself_and_opens_together_with_the_wachtzin(
    life: dict[str, Any],
) -> None:
    assert life["available"] is True
    assert life["made"] == "open"
    assert life["put back"] == "open"


def test_other_secret_in_the_keychain_does_not_open(life: dict[str, Any]) -> None:
    assert life["other secret"].startswith("WrongSecretError: Deze wachtzin klopt niet.")


def test_secret_that_is_gone_leads_to_the_herstelblad(life: dict[str, Any]) -> None:
    assert life["deleted"].startswith(MISSING)
    assert "Gebruik je herstelblad" in life["deleted"]
    assert life["no secret of ours"].startswith(MISSING)


def test_herstelblad_makes_a_new_secret_and_a_change_another(life: dict[str, Any]) -> None:
    assert life["recovered"] == "open"
    assert life["changed"] == "open"


def test_who_browses_the_keychain_sees_neutral_entries_only(life: dict[str, Any]) -> None:
    assert len(life["labels"]) == 2  # the second secret, and the anchor
    for label in life["labels"]:
        assert "werkblad" in label
        for word in ("vtdesk", "kluis", "veilig", "proef", "anker"):
            assert word not in label.lower()


def test_secret_survives_to_the_next_session(life: dict[str, Any], home: Path) -> None:
    assert in_session(home, "later") == {"opens": "open"}


def test_keychain_with_another_password_says_so_and_does_not_hang(
    life: dict[str, Any], home: Path
) -> None:
    began = time.monotonic()
    seen = in_session(home, "later", password="anders")
    assert seen["opens"].startswith("KeychainError: De sleutelbos van deze laptop geeft geen antwo")
    assert time.monotonic() - began < 20


def test_locked_keychain_says_so(life: dict[str, Any], home: Path) -> None:
    seen = in_session(home, "locked")
    assert seen["available"] is False
    assert "Ontgrendel de sleutelbos" in seen["opens"]


def test_kluis_on_another_laptop_needs_the_herstelblad_and_then_has_its_own_secret(
    life: dict[str, Any], home: Path, tmp_path: Path
) -> None:
    seen = in_session(tmp_path / "andere laptop", "copied", str(home / "kluis"))
    assert seen["opens"].startswith(MISSING)
    assert seen["recovered"] == "open"
    assert seen["asks for the keychain"] is True


def test_pin_opens_until_log_off_and_not_after_it(tmp_path: Path) -> None:
    place = tmp_path / "pin"
    seen = in_session(place, "pin")
    assert seen == {"available": True, "laid": True, "opened": True, "left": 3}
    assert in_session(place, "pin_after_log_off") == {"left": 0}


@pytest.mark.parametrize(
    "backend",
    [
        None,
        "keyring.backends.null.Keyring",
        "keyring.backends.fail.Keyring",
        "tests.security.test_keychain.PlainFile",
        "does.not.Exist",
    ],
    ids=["no bus", "null", "fail", "plain file", "unknown"],
)
def test_keychain_that_keeps_nothing_safely_counts_as_none(
    tmp_path: Path, backend: str | None
) -> None:
    script = (
        "from vtdesk.security.keychain import SystemKeychain as S\n"
        "print(S().available(), S().fetch('x'))"
    )
    more = {} if backend is None else {"PYTHON_KEYRING_BACKEND": backend}
    done = subprocess.run(
        [sys.executable, "-c", script],
        check=False,
        env=environment(tmp_path) | more,
        capture_output=True,
        text=True,
        timeout=60,
    )
    assert (done.stdout.strip(), done.stderr) == ("False None", "")


class PlainFile(KeyringBackend):
    """Keeps a secret where everyone can read it, as some back ends do."""

    priority = 9  # type: ignore[assignment]
    kept: dict[str, str] = {}  # noqa: RUF012 - shared on purpose, as a file would be

    @override
    def get_password(self, service: str, username: str) -> str | None:
        return self.kept.get(username)

    @override
    def set_password(self, service: str, username: str, password: str) -> None:
        self.kept[username] = password

    @override
    def delete_password(self, service: str, username: str) -> None:
        del self.kept[username]


class Real(PlainFile):
    """Stands in for a back end that counts as real."""


class Forgetful(Real):
    """Says that it stored a secret and did not."""

    @override
    def set_password(self, service: str, username: str, password: str) -> None:
        return


class Sleeping(Real):
    """Waits for a person who does not come."""

    @override
    def get_password(self, service: str, username: str) -> str | None:
        time.sleep(60)
        return None


for real in (Real, Forgetful, Sleeping):
    real.__module__ = "keyring.backends.SecretService"


def test_secret_is_kept_fetched_and_forgotten() -> None:
    with using(Real()):
        keychain = SystemKeychain()
        assert keychain.available()
        keychain.keep("naam", bytes(range(32)))
        assert keychain.fetch("naam") == bytes(range(32))
        keychain.forget("naam")
        keychain.forget("naam")
        assert keychain.fetch("naam") is None


def test_keychain_that_does_not_read_back_what_it_stored_counts_as_none() -> None:
    with using(Forgetful()):
        assert not SystemKeychain().available()


def test_keychain_that_waits_for_a_person_does_not_hold_us_up() -> None:
    with using(Sleeping()):
        began = time.monotonic()
        with pytest.raises(KeychainError):
            SystemKeychain(patience=0.2).fetch("naam")
        assert time.monotonic() - began < 30


def test_machine_without_a_keychain_says_so() -> None:
    keychain = NoKeychain()
    assert not keychain.available()
    assert keychain.fetch("naam") is None
    keychain.forget("naam")
    with pytest.raises(KeychainError):
        keychain.keep("naam", bytes(32))
