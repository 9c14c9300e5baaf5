"""Every header in `tests/data/headers` comes to the verdict that its preamble asks for."""

from dataclasses import dataclass
from pathlib import Path

import pytest
from typing_extensions import override

from vtdesk.errors import TooNewError, WrongSecretError
from vtdesk.security import access, header, keys
from vtdesk.security.header import Header, HeaderDamageError, HeaderFault, SealedHeader
from vtdesk.security.herstelcode import Herstelcode
from vtdesk.security.keychain import KeychainMissingError, NoKeychain

VECTORS = sorted((Path(__file__).parents[1] / "data" / "headers").glob("*.txt"))
# Decided without any secret: no key can have been stretched before these were refused.
EARLY = {
    "damaged form",
    "damaged foreign",
    "damaged size",
    "damaged cost",
    "damaged floor",
    "too new",
}


class OneSecret(NoKeychain):
    """A keychain that holds one secret for every name, or none."""

    def __init__(self, secret: str | None) -> None:
        self._secret = None if secret is None else bytes.fromhex(secret)

    @override
    def fetch(self, name: str) -> bytes | None:
        return self._secret


@dataclass(frozen=True, slots=True)
class Vector:
    """One header, the secrets to try, and what must come of it."""

    fields: dict[str, str]
    data: bytes

    @classmethod
    def read(cls, path: Path) -> "Vector":
        preamble, data = path.read_bytes().split(b"\n\n", 1)
        lines = preamble.decode().split("\n")
        return cls(dict(line.split(": ", 1) for line in lines), data)

    def master(self, sealed: Header) -> bytes:
        if "code" in self.fields:
            return access.with_code(sealed, Herstelcode.parse(self.fields["code"]))
        keychain = OneSecret(self.fields.get("keyring"))
        return access.with_wachtzin(sealed, self.fields["passphrase"], keychain)

    def open(self) -> tuple[SealedHeader, bytes]:
        sealed = header.parse(self.data)
        master = self.master(sealed.header)
        sealed.check(master)
        return sealed, master


def verdict(error: Exception) -> str:
    match error:
        case HeaderDamageError():
            return f"damaged {error.fault}"
        case KeychainMissingError():
            return "keyring missing"
        case WrongSecretError():
            return "no match"
        case TooNewError():
            return "too new"
        case _:
            raise error


def write_verdict(sealed: SealedHeader, master: bytes) -> str:
    try:
        again = header.dump(sealed.header, master)
    except (TooNewError, HeaderDamageError) as error:
        return verdict(error).removeprefix("damaged ")
    return "same" if header.parse(again).header == sealed.header else "changed"


@pytest.mark.parametrize("path", VECTORS, ids=lambda path: path.stem)
def test_header_comes_to_its_verdict(path: Path) -> None:
    vector = Vector.read(path)
    expected = vector.fields["expect"]
    if expected in EARLY:
        with pytest.raises((HeaderDamageError, TooNewError)) as refused:
            header.parse(vector.data)
        assert verdict(refused.value) == expected
    elif expected == "opens":
        sealed, master = vector.open()
        assert keys.subkey(master, "db", sealed.header.salt).hex() == vector.fields["key"]
    else:
        with pytest.raises((HeaderDamageError, WrongSecretError)) as refused:
            vector.open()
        assert verdict(refused.value) == expected


@pytest.mark.parametrize(
    "path",
    [path for path in VECTORS if b"expect: opens\ncode" in path.read_bytes()[:20]],
    ids=lambda path: path.stem,
)
def test_header_that_opens_is_written_again_as_it_was_or_refused(path: Path) -> None:
    vector = Vector.read(path)
    sealed, master = vector.open()
    assert write_verdict(sealed, master) == vector.fields.get("write", "same")


def test_all_kinds_of_verdict_are_among_the_vectors() -> None:
    found = {Vector.read(path).fields["expect"] for path in VECTORS}
    assert found == {"opens", "no match", "keyring missing", "too new"} | {
        f"damaged {fault}" for fault in HeaderFault
    }
    assert len(VECTORS) >= 60
