"""Write the header vectors in `headers/`: a second, independent writer of the format.

Each file is a preamble (`expect:`, the secrets to try, what it shows), an empty line, and the bytes
of a header. Nothing here imports vtdesk: whoever reads the format from this page alone must come to
the same verdicts. Run `python tests/data/make_headers.py` after a change of the format only.
"""

import base64
import hashlib
import hmac
import json
import shutil
from collections.abc import Callable
from functools import cache
from pathlib import Path
from typing import Any

from cryptography.hazmat.primitives.ciphers.aead import AESGCM
from cryptography.hazmat.primitives.hashes import SHA256
from cryptography.hazmat.primitives.kdf.argon2 import Argon2id
from cryptography.hazmat.primitives.kdf.hkdf import HKDF

FOLDER = Path(__file__).parent / "headers"
WACHTZIN = "vier losse woorden café"
CODE = "0123456789ABCDEFGHJKMNPQRSTV"
OTHER_CODE = "ZZZZYYYYXXXXWWWWVVVVTTTTSSSS"
VAULT = "00112233445566778899aabbccddeeff"
MASTER = hashlib.sha256(b"the master key of the vectors").digest()
DEVICE = hashlib.sha256(b"the second secret of the vectors").digest()
FLOOR = {"alg": "argon2id", "m": 65536, "p": 1, "t": 3}
MOMENT = "2026-05-12T07:30:00Z"

Json = dict[str, Any]
Change = Callable[[Json], Any]


# -- the format ---------------------------------------------------------------------------------


def canonical(value: Any) -> bytes:
    return json.dumps(value, ensure_ascii=False, separators=(",", ":"), sort_keys=True).encode()


def drawn(name: str, size: int) -> bytes:
    """Give bytes that look random and are the same at every run."""
    return hashlib.shake_256(name.encode()).digest(size)


def b64(data: bytes) -> str:
    return base64.b64encode(data).decode()


def hkdf(secret: bytes, purpose: str, salt: bytes) -> bytes:
    return HKDF(
        algorithm=SHA256(), length=32, salt=salt, info=f"vtdesk/1/{purpose}".encode()
    ).derive(secret)


@cache
def stretched(wachtzin: str, salt: bytes, memory: int, passes: int, lanes: int) -> bytes:
    return Argon2id(
        salt=salt, length=32, iterations=passes, lanes=lanes, memory_cost=memory
    ).derive(wachtzin.encode())


def checked(code: str) -> str:
    """Add the eighth group to 28 signs."""
    signs = "0123456789ABCDEFGHJKMNPQRSTVWXYZ"
    number = int.from_bytes(hashlib.sha256(b"vtdesk/1/herstelcode" + code.encode()).digest()) >> 236
    whole = code + "".join(signs[number >> shift & 31] for shift in (15, 10, 5, 0))
    return "-".join(whole[at : at + 4] for at in range(0, 32, 4))


def boxed(slot: Json, key: bytes, *, vault: str = VAULT, master: bytes = MASTER) -> Json:
    nonce = drawn("nonce" + slot["id"], 12)
    bound = canonical({"vault_id": vault, "slot": slot})
    return slot | {"nonce": b64(nonce), "wrapped": b64(AESGCM(key).encrypt(nonce, master, bound))}


def passphrase(
    name: str = "p",
    *,
    wachtzin: str = WACHTZIN,
    device: bytes = b"",
    kdf: Json = FLOOR,
    **more: Any,
) -> Json:
    salt = drawn("shared salt", 16)
    slot = {
        "type": "passphrase",
        "id": drawn(name, 16).hex(),
        "created": MOMENT,
        "salt": b64(salt),
        "kdf": kdf,
        "keyring_required": bool(device),
    } | more
    slow = stretched(wachtzin, salt, kdf["m"], kdf["t"], kdf["p"])
    return boxed(slot, hkdf(slow + device, "slot-pass", bytes.fromhex(VAULT)))


def recovery(name: str = "r", *, code: str = CODE, vault: str = VAULT, **more: Any) -> Json:
    salt = drawn("salt" + name, 16)
    slot = {
        "type": "recovery",
        "id": drawn(name, 16).hex(),
        "created": MOMENT,
        "salt": b64(salt),
    } | more
    return boxed(slot, hkdf(code.encode(), "slot-recovery", salt), vault=vault)


def body(*slots: Json, **more: Any) -> Json:
    return {
        "vault_id": VAULT,
        "created": MOMENT,
        "generation": 7,
        "epoch": 1,
        "min_reader": 1,
        "min_writer": 1,
        "suite": "argon2id/hkdf-sha256/aes-256-gcm/hmac-sha256",
        "slots": list(slots),
        "database": {"file": "kluis.db", "application_id": 0x76746B31},
    } | more


def sealed(text: bytes, *, version: bytes = b"1", master: bytes = MASTER) -> bytes:
    """Close a body with its MAC; the body need not be canonical, or JSON at all."""
    signed = b"vtdesk/" + version + b"\n" + text + b"\n---"
    key = hkdf(master, "header", bytes.fromhex(VAULT))
    return signed + b" " + b64(hmac.digest(key, signed, "sha256")).encode() + b"\n"


def file(*slots: Json, **more: Any) -> bytes:
    return sealed(canonical(body(*slots, **more)))


# -- ways to spoil it ---------------------------------------------------------------------------


def spoiled(change: Change, *, resealed: bool) -> bytes:
    """Change the body of a good header, with a new MAC over it or with the old one."""
    good = body(recovery())
    changed = json.loads(json.dumps(good))
    change(changed)
    if resealed:
        return sealed(canonical(changed))
    return sealed(canonical(good)).replace(canonical(good), canonical(changed))


def with_slot(change: Change) -> bytes:
    """Change the recovery slot after it was boxed, and close the whole with a good MAC."""
    return spoiled(lambda whole: change(whole["slots"][0]), resealed=True)


def with_cost(**cost: int) -> bytes:
    """Claim a cost in the slot of a wachtzin; the box was made at the floor."""
    slot = passphrase() | {"kdf": FLOOR | cost}
    return file(slot, recovery())


def flipped(text: str, at: int = 3) -> str:
    data = bytearray(base64.b64decode(text))
    data[at] ^= 1
    return b64(bytes(data))


def padded(size: int) -> bytes:
    """Make a good header of exactly so many bytes, with a strange slot as ballast."""
    without = len(file(recovery(), {"type": "ballast", "x": ""}))
    return file(recovery(), {"type": "ballast", "x": "x" * (size - without)})


GOOD = file(passphrase(), recovery())
TEXT = canonical(body(recovery()))
PASS = {"passphrase": WACHTZIN}
REC = {"code": checked(CODE)}


def opens() -> dict[str, tuple[str, Json, bytes]]:
    two = file(passphrase("p1", wachtzin="de eerste van de twee"), passphrase("p2"), recovery())
    strange = {"type": "x25519", "to": "another laptop", "anything": [1, {"deep": None}]}
    least = passphrase(kdf=FLOOR | {"m": 19 * 1024, "t": 2})
    less = passphrase(kdf=FLOOR | {"m": 12 * 1024, "t": 3})
    new, write = {"write": "too new"}, {"write": "floor"}
    return {
        "passphrase": ("opens", PASS, GOOD),
        "passphrase-decomposed": ("opens", {"passphrase": "vier losse woorden cafe\u0301"}, GOOD),
        "passphrase-wide-signs": ("opens", {"passphrase": "ｖier losse\u00a0woorden café"}, GOOD),
        "passphrase-keyring": (
            "opens",
            PASS | {"keyring": DEVICE.hex()},
            file(passphrase(device=DEVICE)),
        ),
        "passphrase-second-slot": ("opens", PASS, two),
        "passphrase-least-19-mib": ("opens", PASS | write, file(least)),
        "passphrase-least-12-mib": ("opens", PASS | write, file(less)),
        "recovery": ("opens", REC, GOOD),
        "recovery-as-typed": ("opens", {"code": checked(CODE).lower().replace("0", "o")}, GOOD),
        "recovery-read-as-letters": ("opens", {"code": checked(CODE).replace("1", "l")}, GOOD),
        "recovery-without-lines": ("opens", {"code": checked(CODE).replace("-", "")}, GOOD),
        "recovery-second-slot": ("opens", REC, file(recovery("r1", code=OTHER_CODE), recovery())),
        "strange-slot-first": ("opens", REC, file(strange, recovery())),
        "strange-slots-fifteen": ("opens", REC, file(*([strange] * 15), recovery())),
        "strange-slot-same-id": ("opens", REC, file(recovery() | {"type": "kaart"}, recovery())),
        "size-16384": ("opens", REC, padded(16384)),
        "min-writer-2": ("opens", REC | new, file(recovery(), min_writer=2)),
        "unknown-field": ("opens", REC | new, file(recovery(), mailbox="later")),
        "unknown-field-in-slot": ("opens", REC | new, file(recovery(hint="later"))),
        "generation-large": ("opens", REC, file(recovery(), generation=2**52, epoch=5)),
        "database-other-name": (
            "opens",
            REC,
            file(recovery(), database={"file": "kluis-2.db", "application_id": 1}),
        ),
    }


def no_match() -> dict[str, tuple[str, Json, bytes]]:
    verdict = "no match"
    ring = file(passphrase(device=DEVICE), recovery())
    stripped = file(passphrase(device=DEVICE) | {"keyring_required": False})
    demanded = file(passphrase() | {"keyring_required": True})
    moved = passphrase() | {k: recovery()[k] for k in ("nonce", "wrapped")}
    elsewhere = recovery(vault="ffeeddccbbaa99887766554433221100")
    return {
        "wrong-passphrase": (verdict, {"passphrase": "vier losse woorden koffie"}, GOOD),
        "wrong-capital": (verdict, {"passphrase": WACHTZIN.capitalize()}, GOOD),
        "wrong-space-at-end": (verdict, {"passphrase": WACHTZIN + " "}, GOOD),
        "wrong-code": (verdict, {"code": checked(OTHER_CODE)}, GOOD),
        "wrong-keyring": (verdict, PASS | {"keyring": "00" * 32}, ring),
        "missing-keyring": ("keyring missing", PASS, ring),
        "no-passphrase-slot": (verdict, PASS, file(recovery())),
        "no-recovery-slot": (verdict, REC, file(passphrase())),
        "no-slots": (verdict, REC, file()),
        "only-strange-slots": (verdict, PASS, file({"type": "x25519"})),
        "keyring-stripped": (verdict, PASS | {"keyring": DEVICE.hex()}, stripped),
        "keyring-demanded": (verdict, PASS | {"keyring": DEVICE.hex()}, demanded),
        "memory-weakened": (verdict, PASS, with_cost(m=32 * 1024)),
        "passes-raised": (verdict, PASS, with_cost(t=4)),
        "lanes-changed": (verdict, PASS, with_cost(p=2)),
        "box-of-other-kind": (verdict, PASS, file(moved)),
        "slot-of-other-kluis": (verdict, REC, file(elsewhere)),
        "box-flipped": (
            verdict,
            REC,
            with_slot(lambda slot: slot.update(wrapped=flipped(slot["wrapped"]))),
        ),
        "tag-flipped": (
            verdict,
            REC,
            with_slot(lambda slot: slot.update(wrapped=flipped(slot["wrapped"], 47))),
        ),
        "nonce-flipped": (
            verdict,
            REC,
            with_slot(lambda slot: slot.update(nonce=flipped(slot["nonce"]))),
        ),
        "salt-flipped": (
            verdict,
            REC,
            with_slot(lambda slot: slot.update(salt=flipped(slot["salt"]))),
        ),
        "slot-id-changed": (verdict, REC, with_slot(lambda slot: slot.update(id="ab" * 16))),
        "slot-created-changed": (verdict, REC, with_slot(lambda slot: slot.update(created="now"))),
        "slot-field-added": (verdict, REC, with_slot(lambda slot: slot.update(hint="later"))),
    }


def mac_failure() -> dict[str, tuple[str, Json, bytes]]:
    def changed(change: Change) -> tuple[str, Json, bytes]:
        return "damaged mac", REC, spoiled(change, resealed=False)

    text = canonical(body(recovery()))
    return {
        "mac-generation-lowered": changed(lambda whole: whole.update(generation=6)),
        "mac-generation-raised": changed(lambda whole: whole.update(generation=8)),
        "mac-epoch-changed": changed(lambda whole: whole.update(epoch=2)),
        "mac-created-changed": changed(lambda whole: whole.update(created="2020-01-01")),
        "mac-min-writer-changed": changed(lambda whole: whole.update(min_writer=2)),
        "mac-database-changed": changed(lambda whole: whole["database"].update(file="other.db")),
        "mac-application-changed": changed(
            lambda whole: whole["database"].update(application_id=1)
        ),
        "mac-slot-added": changed(lambda whole: whole["slots"].append(recovery("r2"))),
        "mac-slot-doubled": changed(lambda whole: whole["slots"].append(whole["slots"][0])),
        "mac-strange-slot-added": changed(lambda whole: whole["slots"].append({"type": "x"})),
        "mac-field-added": changed(lambda whole: whole.update(mailbox="later")),
        "mac-slot-removed": (
            "damaged mac",
            REC,
            GOOD.replace(canonical(body(passphrase(), recovery())), text),
        ),
        "mac-slots-swapped": (
            "damaged mac",
            REC,
            GOOD.replace(
                canonical(body(passphrase(), recovery())), canonical(body(recovery(), passphrase()))
            ),
        ),
        "mac-other-key": ("damaged mac", REC, sealed(text, master=bytes(32))),
        "mac-all-zero": (
            "damaged mac",
            REC,
            sealed(text)[:-46] + b" " + b64(bytes(32)).encode() + b"\n",
        ),
    }


def header_failure() -> dict[str, tuple[str, Json, bytes]]:
    good = sealed(TEXT)

    def form(data: bytes) -> tuple[str, Json, bytes]:
        return "damaged form", REC, data

    def other(**fields: Any) -> tuple[str, Json, bytes]:
        return form(file(recovery(), **fields))

    def replaced(old: bytes, new: bytes) -> tuple[str, Json, bytes]:
        assert old in TEXT
        return form(sealed(TEXT.replace(old, new, 1)))

    def slot(**fields: Any) -> tuple[str, Json, bytes]:
        return form(file(recovery() | fields))

    return {
        "foreign-empty": ("damaged foreign", REC, b""),
        "foreign-database": ("damaged foreign", REC, b"SQLite format 3\0" + bytes(84)),
        "foreign-age": (
            "damaged foreign",
            REC,
            good.replace(b"vtdesk/1", b"age-encryption.org/v1"),
        ),
        "foreign-version-0": ("damaged foreign", REC, sealed(TEXT, version=b"0")),
        "foreign-no-version": ("damaged foreign", REC, sealed(TEXT, version=b"")),
        "foreign-byte-order-mark": ("damaged foreign", REC, b"\xef\xbb\xbf" + good),
        "foreign-line-ends": ("damaged foreign", REC, good.replace(b"\n", b"\r\n")),
        "foreign-zero-bytes": ("damaged foreign", REC, bytes(len(good))),
        "cut-after-first-line": form(b"vtdesk/1\n"),
        "cut-in-body": form(good[: len(good) // 2]),
        "cut-before-mac": form(good[: good.index(b"--- ")]),
        "cut-in-mac": form(good[:-8]),
        "cut-last-newline": form(good[:-1]),
        "tail-after-mac": form(good + b"x"),
        "tail-second-header": form(good + good),
        "mac-not-base64": form(good[:-10] + b"*" + good[-9:]),
        "mac-spare-bits": form(good[:-3] + bytes([good[-3] + 1]) + good[-2:]),
        "json-spaces": form(sealed(json.dumps(json.loads(TEXT), sort_keys=True).encode())),
        "json-unsorted": form(sealed(json.dumps(body(recovery()), separators=(",", ":")).encode())),
        "json-array": form(sealed(b"[]")),
        "json-none": form(sealed(b"geen sleutelkop")),
        "json-deep": form(sealed(b"[" * 5000 + b"]" * 5000)),
        "json-not-utf-8": replaced(MOMENT.encode(), b"2026-05-12\xff"),
        "json-escaped": replaced(b'"epoch"', b'"\\u0065poch"'),
        "json-half-surrogate": replaced(MOMENT.encode(), b"\\ud800"),
        "duplicate-key": replaced(b'"epoch":1,', b'"epoch":1,"epoch":1,'),
        "duplicate-key-other-value": replaced(b'"epoch":1,', b'"epoch":1,"epoch":2,'),
        "duplicate-key-in-slot": replaced(b'"type":"recovery"', b'"type":"recovery","type":"x"'),
        "number-float": replaced(b'"generation":7', b'"generation":7.0'),
        "number-exponent": replaced(b'"generation":7', b'"generation":7e0'),
        "number-nan": replaced(b'"generation":7', b'"generation":NaN'),
        "number-beyond-2-53": replaced(b'"generation":7', b'"generation":9007199254740993'),
        "number-5000-digits": replaced(b'"generation":7', b'"generation":' + b"7" * 5000),
        "generation-zero": other(generation=0),
        "generation-negative": other(generation=-1),
        "generation-true": other(generation=True),
        "generation-text": other(generation="7"),
        "vault-id-missing": replaced(b',"vault_id":"' + VAULT.encode() + b'"', b""),
        "vault-id-capitals": other(vault_id=VAULT.upper()),
        "vault-id-short": other(vault_id=VAULT[:-2]),
        "suite-other": other(suite="argon2id/hkdf-sha256/chacha20-poly1305/hmac-sha256"),
        "slots-not-a-list": other(slots={}),
        "slot-not-an-object": form(file(recovery(), slots=["recovery"])),
        "slot-without-type": form(file({"id": "x"}, recovery())),
        "slot-type-number": slot(type=1),
        "slot-id-short": slot(id="ab"),
        "slot-salt-short": slot(salt=b64(bytes(15))),
        "slot-salt-not-base64": slot(salt="niet in base64!"),
        "slot-salt-spare-bits": slot(salt=b64(bytes(16))[:-3] + "B=="),
        "slot-nonce-long": slot(nonce=b64(bytes(13))),
        "slot-box-short": slot(wrapped=b64(bytes(47))),
        "slot-box-missing": form(file({k: v for k, v in recovery().items() if k != "wrapped"})),
        "slot-created-huge": slot(created="x" * 65),
        "passphrase-without-cost": form(
            file({k: v for k, v in passphrase().items() if k != "kdf"}, recovery())
        ),
        "passphrase-argon2d": form(file(passphrase() | {"kdf": FLOOR | {"alg": "argon2d"}})),
        "passphrase-cost-extra": form(file(passphrase() | {"kdf": FLOOR | {"version": 16}})),
        "passphrase-keyring-number": form(file(passphrase() | {"keyring_required": 1})),
        "cost-no-lanes": form(with_cost(p=0)),
        "cost-negative-memory": form(with_cost(m=-1)),
        "cost-memory-below-lanes": form(with_cost(m=64, p=16)),
        "database-outside": other(database={"file": "../kluis.db", "application_id": 1}),
        "database-absolute": other(database={"file": "/etc/passwd", "application_id": 1}),
        "database-extra": other(database={"file": "x.db", "application_id": 1, "key": "none"}),
    }


def refused_early() -> dict[str, tuple[str, Json, bytes]]:
    cost, floor, size, new = "damaged cost", "damaged floor", "damaged size", "too new"
    return {
        "cost-memory-over-2-gib": (cost, PASS, with_cost(m=2 * 1024 * 1024 + 1)),
        "cost-memory-absurd": (cost, PASS, with_cost(m=2**50)),
        "cost-passes-65": (cost, PASS, with_cost(t=65)),
        "cost-lanes-17": (cost, PASS, with_cost(p=17)),
        "cost-17-slots": (cost, REC, file(*(recovery(f"r{n}") for n in range(17)))),
        "cost-17-strange-slots": (cost, REC, file(*([{"type": "x"}] * 17))),
        "floor-one-pass": (floor, PASS, with_cost(t=1)),
        "floor-8-mib": (floor, PASS, with_cost(m=8 * 1024)),
        "floor-12-mib-two-passes": (floor, PASS, with_cost(m=12 * 1024, t=2)),
        "floor-second-slot": (
            floor,
            REC,
            file(passphrase(), passphrase("p2") | {"kdf": FLOOR | {"t": 1}}, recovery()),
        ),
        "size-16385": (size, REC, padded(16385)),
        "size-20000": (size, REC, padded(20000)),
        "too-new-version-2": (new, REC, sealed(TEXT, version=b"2")),
        "too-new-version-999999": (new, REC, sealed(TEXT, version=b"999999")),
        "too-new-version-2-other-shape": (new, REC, b"vtdesk/2\nanother shape altogether\n"),
        "too-new-min-reader-2": (new, REC, file(recovery(), min_reader=2)),
        "too-new-min-reader-and-fields": (
            new,
            REC,
            sealed(canonical({"min_reader": 3, "nothing": "as it was"})),
        ),
    }


def write_all() -> None:
    shutil.rmtree(FOLDER, ignore_errors=True)
    FOLDER.mkdir()
    for group in (opens(), no_match(), mac_failure(), header_failure(), refused_early()):
        for name, (verdict, secrets, data) in group.items():
            preamble = {"expect": verdict, **secrets}
            if verdict == "opens":
                preamble["key"] = hkdf(MASTER, "db", bytes.fromhex(VAULT)).hex()
            lines = [f"{key}: {value}\n" for key, value in preamble.items()]
            text = "".join(lines).encode() + b"\n" + data
            (FOLDER / f"{name}.txt").write_bytes(text)


if __name__ == "__main__":
    write_all()
