"""Open a kluis without vtdesk: with Python, its own sqlite3, and the library `cryptography` alone.

For the day on which there is no vtdesk any more, or nobody trusts it. It takes a folder with
`kluis.vtkop` (a kluis, or a reservekopie with its bijlagen put back) and the code of the
herstelblad, or the wachtzin of a kluis that asks nothing of the keychain:

    python3 packaging/lezer.py FOLDER -o OUT     # asks for the code; OUT gets database and bijlagen

`OUT/kluis.sqlite` is then an ordinary SQLite file, and `OUT/bijlagen/` holds the attachments. Both
can be read by everybody: take them away when you are done.

How it is closed, in the order in which this file opens it:

1. `kluis.vtkop` is a line `vtdesk/1`, one line of JSON, and a line `--- MAC`. Each slot of it holds
   the master key in a box of AES-256-GCM; what the box is bound to is the id of the kluis and the
   slot itself without `nonce` and `wrapped`, as JSON with sorted keys and no spaces.
2. The key of a slot comes from HKDF-SHA-256. Herstelblad: of the first 28 signs, with the salt of
   the slot and `vtdesk/1/slot-recovery`. Wachtzin: of Argon2id over its NFKC form in UTF-8, with
   the id of the kluis as salt and `vtdesk/1/slot-pass`.
3. The key of the database is HKDF-SHA-256 of the master key, salt the id, `vtdesk/1/db`.
4. The database is SQLCipher 4 with a raw key: pages of 4096 bytes; the last 80 of each are an IV of
   16 for AES-256-CBC and an HMAC-SHA-512 over the rest of the page and its number (4 bytes, little
   end first). The key of that HMAC is PBKDF2-HMAC-SHA-512 of the key, two rounds, salt the first 16
   bytes of the file with each bit of 0x3a turned. Those 16 bytes stand where SQLite has its name.
5. `kluis.db-wal`, when it is there, is the write-ahead log of SQLite with the same pages in it.
6. A large bijlage is a file of boxes of 256 KiB and 16 bytes, AES-256-GCM with the number of the
   box as nonce, bound to `vtdesk/bijlage/1/`, its id, that number (8 bytes) and 1 for the last.
"""

import argparse
import base64
import getpass
import hashlib
import hmac
import json
import os
import sqlite3
import struct
import sys
import unicodedata
from collections.abc import Iterator
from pathlib import Path
from typing import Any
from uuid import UUID

from cryptography.exceptions import InvalidTag
from cryptography.hazmat.primitives.ciphers import Cipher, algorithms, modes
from cryptography.hazmat.primitives.ciphers.aead import AESGCM
from cryptography.hazmat.primitives.hashes import SHA256
from cryptography.hazmat.primitives.kdf.argon2 import Argon2id
from cryptography.hazmat.primitives.kdf.hkdf import HKDF

PAGE, RESERVED, IV, SALT = 4096, 80, 16, 16
WAL_HEAD, FRAME_HEAD = 32, 24
BOX = 256 * 1024 + 16


class NotReadableError(Exception):
    """Why a kluis cannot be read, in words."""


def master_key(header: dict[str, Any], secret: str) -> bytes:
    """Try a herstelcode or wachtzin on every slot."""
    vault = bytes.fromhex(header["vault_id"])
    for slot in header["slots"]:
        salt = base64.b64decode(slot["salt"])
        if slot["type"] == "recovery":
            signs = "".join(sign for sign in secret.upper() if sign.isalnum())
            read = signs.translate(str.maketrans("ILO", "110"))[:28]
            key = derive(read.encode(), salt, "slot-recovery")
        elif slot["type"] == "passphrase" and not slot["keyring_required"]:
            cost = slot["kdf"]
            kdf = Argon2id(
                salt=salt, length=32, iterations=cost["t"], lanes=cost["p"], memory_cost=cost["m"]
            )
            stretched = kdf.derive(unicodedata.normalize("NFKC", secret).encode())
            key = derive(stretched, vault, "slot-pass")
        else:
            continue
        bound = {name: slot[name] for name in slot if name not in {"nonce", "wrapped"}}
        words = json.dumps(
            {"vault_id": header["vault_id"], "slot": bound},
            sort_keys=True, separators=(",", ":"), ensure_ascii=False,
        )  # fmt: skip
        box, nonce = base64.b64decode(slot["wrapped"]), base64.b64decode(slot["nonce"])
        try:
            return AESGCM(key).decrypt(nonce, box, words.encode())
        except InvalidTag:
            continue
    raise NotReadableError("Deze code of wachtzin opent deze kluis niet.")


def derive(secret: bytes, salt: bytes, purpose: str) -> bytes:
    """Derive the key for one purpose."""
    info = f"vtdesk/1/{purpose}".encode()
    return HKDF(algorithm=SHA256(), length=32, salt=salt, info=info).derive(secret)


def read_header(folder: Path) -> dict[str, Any]:
    """Read the JSON of the header; its MAC is checked when the master key is known."""
    data = (folder / "kluis.vtkop").read_bytes()
    try:
        found: dict[str, Any] = json.loads(data.split(b"\n")[1])
    except (IndexError, ValueError) as error:
        raise NotReadableError("kluis.vtkop is beschadigd.") from error
    return found


def check_header(folder: Path, header: dict[str, Any], master: bytes) -> None:
    """Hold the header against its MAC: its last line, over all before it and three dashes."""
    data = (folder / "kluis.vtkop").read_bytes()
    signed, _, code = data.rstrip(b"\n").rpartition(b" ")
    key = derive(master, bytes.fromhex(header["vault_id"]), "header")
    if not hmac.compare_digest(hmac.digest(key, signed, "sha256"), base64.b64decode(code)):
        raise NotReadableError("kluis.vtkop is veranderd.")


class Pages:
    """Decrypts pages of the database and of its log."""

    def __init__(self, key: bytes, salt: bytes) -> None:
        self._key, self._salt = key, salt
        turned = bytes(one ^ 0x3A for one in salt)
        self._mac = hashlib.pbkdf2_hmac("sha512", key, turned, 2, 32)

    def opened(self, page: bytes, number: int) -> bytes:
        """Give a page as SQLite knows it, or raise for one that was changed."""
        skipped = SALT if number == 1 else 0
        body, tail = page[skipped : PAGE - RESERVED], page[PAGE - RESERVED :]
        proof = hmac.digest(
            self._mac, page[skipped : PAGE - RESERVED + IV] + struct.pack("<I", number), "sha512"
        )
        if not hmac.compare_digest(proof, tail[IV:]):
            raise NotReadableError(f"Pagina {number} van de database is beschadigd.")
        cipher = Cipher(algorithms.AES(self._key), modes.CBC(tail[:IV])).decryptor()
        plain = cipher.update(body) + cipher.finalize()
        return (b"SQLite format 3\0" if skipped else b"") + plain + bytes(RESERVED)


def database(path: Path, key: bytes) -> bytes:
    """Give the whole database as an ordinary SQLite file, with what its log adds."""
    data = path.read_bytes()
    log = path.with_name(path.name + "-wal")
    frames = committed(log.read_bytes()) if log.exists() else {}
    salt = data[:SALT] or frames[1][:SALT]
    pages = Pages(key, salt)
    count = max([len(data) // PAGE, *frames])
    image = bytearray()
    for number in range(1, count + 1):
        page = frames.get(number) or data[(number - 1) * PAGE : number * PAGE]
        image += pages.opened(page, number)
    image[18:20] = b"\1\1"  # as a file without a log
    return bytes(image)


def committed(log: bytes) -> dict[int, bytes]:
    """Give the last form of each page in the log, up to its last whole transaction."""
    if len(log) < WAL_HEAD:
        return {}
    order = ">" if struct.unpack(">I", log[:4])[0] & 1 else "<"
    salts, told = log[16:24], struct.unpack(">II", log[24:32])
    sums = checksum(log[:24], (0, 0), order)
    found: dict[int, bytes] = {}
    begun: dict[int, bytes] = {}
    if sums != told:
        return found
    for at in range(WAL_HEAD, len(log) - FRAME_HEAD - PAGE + 1, FRAME_HEAD + PAGE):
        head, page = log[at : at + FRAME_HEAD], log[at + FRAME_HEAD : at + FRAME_HEAD + PAGE]
        sums = checksum(head[:8] + page, sums, order)
        if head[8:16] != salts or sums != struct.unpack(">II", head[16:24]):
            break
        number, size = struct.unpack(">II", head[:8])
        begun[number] = page
        if size:  # a transaction ends here
            found |= begun
            found = {one: kept for one, kept in found.items() if one <= size}
            begun = {}
    return found


def checksum(data: bytes, before: tuple[int, int], order: str) -> tuple[int, int]:
    """Sum as the log of SQLite does."""
    one, two = before
    words = struct.unpack(f"{order}{len(data) // 4}I", data)
    for place in range(0, len(words), 2):
        one = (one + words[place] + two) & 0xFFFFFFFF
        two = (two + words[place + 1] + one) & 0xFFFFFFFF
    return one, two


def bijlagen(folder: Path, image: bytes) -> Iterator[tuple[str, bytes]]:
    """Give each bijlage: a name that says its id and ending, and its bytes."""
    connection = sqlite3.connect(":memory:")
    connection.deserialize(image)
    try:
        rows = connection.execute("SELECT id, naam, sleutel, bestand, inhoud FROM bijlage")
        for row_id, name, key, file, inside in rows.fetchall():
            place = folder / "kluis.bijlagen" / f"{file or row_id}.vtb"
            content = inside if key is None else b"".join(boxes(place, file or row_id, key))
            yield f"{row_id}{Path(name).suffix}", content
    finally:
        connection.close()


def boxes(path: Path, name: str, key: bytes) -> Iterator[bytes]:
    """Open the boxes of one file."""
    data = path.read_bytes()
    count = -(-len(data) // BOX)
    for number in range(count):
        last = b"\1" if number == count - 1 else b"\0"
        bound = b"vtdesk/bijlage/1/" + UUID(name).bytes + number.to_bytes(8, "big") + last
        box = data[number * BOX : (number + 1) * BOX]
        yield AESGCM(key).decrypt(number.to_bytes(12, "big"), box, bound)


def main() -> int:
    """Read a kluis and write what is in it."""
    parser = argparse.ArgumentParser(description="Open een kluis zonder vtdesk.")
    parser.add_argument("folder", type=Path)
    parser.add_argument("-o", "--out", type=Path, required=True)
    args = parser.parse_args()
    os.umask(0o077)
    try:
        header = read_header(args.folder)
        asked = "Herstelcode of wachtzin: "
        secret = getpass.getpass(asked) if sys.stdin.isatty() else sys.stdin.readline().rstrip("\n")
        master = master_key(header, secret)
        check_header(args.folder, header, master)
        key = derive(master, bytes.fromhex(header["vault_id"]), "db")
        image = database(args.folder / header["database"]["file"], key)
        (args.out / "bijlagen").mkdir(mode=0o700, parents=True, exist_ok=True)
        (args.out / "kluis.sqlite").write_bytes(image)
        for name, content in bijlagen(args.folder, image):
            (args.out / "bijlagen" / name).write_bytes(content)
    except (NotReadableError, OSError, InvalidTag) as error:
        sys.stderr.write(f"{error}\n")
        return 1
    sys.stdout.write(f"Klaar: {args.out}. Dit is niet versleuteld; gooi het weg na gebruik.\n")
    return 0


if __name__ == "__main__":
    sys.exit(main())
