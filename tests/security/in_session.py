"""Runs inside a private session with a real Secret Service; prints what it saw as one JSON line."""

import contextlib
import json
import os
import shutil
import sys
from pathlib import Path

import keyring

from tests.security.builders import ANDERE, CODE, WACHTZIN, fill
from vtdesk.errors import OutsideError
from vtdesk.security import header, kluis, snel
from vtdesk.security.cost import FLOOR
from vtdesk.security.keychain import SERVICE, SystemKeychain
from vtdesk.security.sessie import SecretServiceSessie
from vtdesk.values.tijd import system_clock

FOLDER = Path(os.environ["HOME"]) / "kluis"
KEYCHAIN = SystemKeychain()


def opens(wachtzin: str) -> str:
    """Open the kluis, or name the kind of error and give its sentence."""
    try:
        kluis.unlock(FOLDER, wachtzin, KEYCHAIN, alone=True)
    except OutsideError as error:
        return f"{type(error).__name__}: {error}"
    return "open"


def names() -> list[str]:
    """Name the second secrets that the header asks for."""
    sealed = header.parse((FOLDER / "kluis.vtkop").read_bytes())
    return [slot.id for slot in sealed.header.slots if slot.keyring]


def life_of_a_kluis() -> dict[str, object]:
    seen: dict[str, object] = {"available": KEYCHAIN.available()}
    kluis.create(FOLDER, WACHTZIN, CODE, KEYCHAIN, cost=FLOOR, fill=fill)
    name = names()[0]
    seen["made"] = opens(WACHTZIN)
    secret = keyring.get_password(SERVICE, name)
    keyring.set_password(SERVICE, name, "00" * 32)
    seen["other secret"] = opens(WACHTZIN)
    keyring.set_password(SERVICE, name, "iets van een ander programma")
    seen["no secret of ours"] = opens(WACHTZIN)
    keyring.delete_password(SERVICE, name)
    seen["deleted"] = opens(WACHTZIN)
    keyring.set_password(SERVICE, name, secret or "")
    seen["put back"] = opens(WACHTZIN)
    keyring.delete_password(SERVICE, name)
    kluis.recover(FOLDER, CODE, ANDERE, KEYCHAIN, cost=FLOOR)
    seen["recovered"] = opens(ANDERE)
    kluis.change_wachtzin(FOLDER, ANDERE, WACHTZIN, KEYCHAIN, cost=FLOOR)
    seen["changed"] = opens(WACHTZIN)
    seen["labels"] = labels()
    return seen


def labels() -> list[str]:
    """Give what someone sees who browses the keychain."""
    import secretstorage

    with contextlib.closing(secretstorage.dbus_init()) as connection:
        items = secretstorage.get_default_collection(connection).get_all_items()
        return [f"{item.get_label()} {item.get_attributes()}" for item in items]


def later() -> dict[str, object]:
    return {"opens": opens(WACHTZIN)}


def copied() -> dict[str, object]:
    """Open a kluis that came from elsewhere, with the wachtzin and then with the herstelblad."""
    shutil.copytree(sys.argv[2], FOLDER)
    seen: dict[str, object] = {"opens": opens(WACHTZIN)}
    kluis.recover(FOLDER, CODE, ANDERE, KEYCHAIN, cost=FLOOR)
    seen["recovered"] = opens(ANDERE)
    seen["asks for the keychain"] = bool(names())
    return seen


def locked() -> dict[str, object]:
    import secretstorage

    with contextlib.closing(secretstorage.dbus_init()) as connection:
        secretstorage.get_default_collection(connection).lock()
        return {"available": KEYCHAIN.available(), "opens": opens(WACHTZIN)}


def pin() -> dict[str, object]:
    """Open with a PIN, with its half in the collection that lives until log-off."""
    sessie, pin = SecretServiceSessie(), "280471"
    made = kluis.create(FOLDER, WACHTZIN, CODE, KEYCHAIN, cost=FLOOR, fill=fill)
    seen: dict[str, object] = {"available": sessie.available()}
    seen["laid"] = snel.lay(FOLDER, made, snel.stretch(pin, FLOOR), sessie, system_clock())
    seen["opened"] = snel.open_with(FOLDER, pin, sessie, system_clock()) == made
    seen["left"] = snel.left(FOLDER, sessie, system_clock())
    return seen


def pin_after_log_off() -> dict[str, object]:
    """Try the PIN in the next session."""
    return {"left": snel.left(FOLDER, SecretServiceSessie(), system_clock())}


STEPS = {
    step.__name__: step for step in (life_of_a_kluis, later, copied, locked, pin, pin_after_log_off)
}

if __name__ == "__main__":
    sys.stdout.write(json.dumps(STEPS[sys.argv[1]]()) + "\n")
