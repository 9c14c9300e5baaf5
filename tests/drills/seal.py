"""What is sealed cannot change unseen: raw changes in the store, and PDFs that were swapped.

python -m tests.drills.seal --n 20
python -m tests.drills.seal --sabotage     the twin that looks at no seal: must fail

Each round changes one copy of the demo, and asks the command line. Nothing but code 4 will do; and
code 0 for what was left alone, or a drill that always cries would pass.
"""

import argparse
import io
import random
import shutil
import sys
import time
from collections.abc import Callable, Iterator, Sequence
from contextlib import contextmanager, nullcontext, redirect_stderr, redirect_stdout
from dataclasses import dataclass, replace
from hashlib import sha256
from io import BytesIO
from pathlib import Path
from string import ascii_letters
from typing import Any
from unittest.mock import patch

import pikepdf

from tests.drills import scratch as scratches
from tests.drills.tally import Tally, say
from vtdesk.cli.call import Machine
from vtdesk.cli.demo.command import WACHTZIN
from vtdesk.cli.main import main as vtdesk
from vtdesk.models import Uitgifte
from vtdesk.security import folder, kluis
from vtdesk.security.cost import FLOOR
from vtdesk.security.keychain import NoKeychain
from vtdesk.services import verificatie
from vtdesk.services.opening import open_desk
from vtdesk.services.reacties import ReactieGegevens
from vtdesk.services.verificatie import PdfBevinding, Uitkomst
from vtdesk.store.engine import connect
from vtdesk.store.getuige import testify
from vtdesk.values.kinds import ReactieSoort, VerslagStand
from vtdesk.values.uitgaand import UitgifteSoort

SOUND, NOT_SOUND = 0, 4


@dataclass(frozen=True, slots=True)
class Sealed:
    """A kluis with a verslag of which everything is sealed, and a copy of it that left."""

    place: Path
    verslag: str
    paper: bytes
    chance: random.Random


Change = Callable[[Sealed, Any], None]


def main() -> int:
    """Change one thing in each round, and see whether it is told."""
    parser = argparse.ArgumentParser(description=__doc__)
    parser.add_argument("--n", type=int, default=5, help="rounds of each kind that has a choice")
    parser.add_argument("--seed", type=int, default=int(time.time()))
    parser.add_argument("--sabotage", action="store_true")
    args, _ = parser.parse_known_args()
    tally, chance = Tally(), random.Random(args.seed)
    say(f"seed {args.seed}")
    names = [name for name in CHANGES for _ in range(args.n if name in OFTEN else 1)]
    with scratches.scratch() as scratch:
        begin = prepare(scratch.place / "demo", chance)
        run(begin, names, tally, sabotage=args.sabotage)
    return tally.close()


def run(begin: Sealed, names: Sequence[str], tally: Tally, *, sabotage: bool = False) -> None:
    """Change one copy after the other, then the paper; what was left alone must be right."""
    with _blind() if sabotage else nullcontext():
        for number, name in enumerate(names):
            place = begin.place.with_name(f"ronde-{number}")
            here = replace(begin, place=Path(shutil.copytree(begin.place, place)))
            tally.count(name, examine(here, CHANGES[name]))
            shutil.rmtree(place)
        for name, change in PAPERS.items():
            tally.count(name, examine_paper(begin, change(begin)))
    if not sabotage:
        tally.count("left alone", left_alone(begin))


def prepare(place: Path, chance: random.Random) -> Sealed:
    """Let there be two reactions on a final verslag, and a copy that left."""
    store, desk = open_desk(place, kluis.unlock(place, WACHTZIN, NoKeychain()))
    final = (VerslagStand.VASTGESTELD, VerslagStand.VERVANGEN)
    verslag = next(row for row in desk.verslagen.all() if row.stand in final)
    for soort in (ReactieSoort.GEZIEN, ReactieSoort.NIET_AKKOORD):
        said = ReactieGegevens("Maren Zilverduin", soort, desk.clock().date(), "Zo was het niet.")
        desk.reacties.vastleggen(verslag.id, verslag.versie, said)
    paper = desk.papier.pdf(verslag.id, verslag.versie)
    with store.write() as session:
        session.add(
            Uitgifte(
                casus_id=verslag.casus_id, soort=UitgifteSoort.VERSLAG, verslag_id=verslag.id,
                nummer=verslag.versie, exemplaar=1, ontvanger="Maren Zilverduin",
                gemaakt_op=desk.clock(), sha256=sha256(paper).hexdigest(),
            )
        )  # fmt: skip
    store.close()
    return Sealed(place, str(verslag.id), paper, chance)


def examine(sealed: Sealed, change: Change) -> list[str]:
    """Make one change past the program, let the witness agree with it, and ask the program."""
    sleutels = kluis.unlock(sealed.place, WACHTZIN, NoKeychain())
    path = sealed.place / folder.DATABASE
    raw = connect(path, sleutels.database)
    raw.execute("BEGIN IMMEDIATE")
    change(sealed, raw)
    raw.execute("COMMIT")
    raw.close()
    testify(path, sleutels.database)
    return _expect(NOT_SOUND, sealed, sealed.verslag)


def examine_paper(sealed: Sealed, data: bytes) -> list[str]:
    """Put other bytes in the place of the copy, and ask."""
    return _expect(NOT_SOUND, sealed, str(_file(sealed, data)))


def left_alone(sealed: Sealed) -> list[str]:
    """Ask about what nobody touched."""
    copy = str(_file(sealed, sealed.paper))
    return [*_expect(SOUND, sealed, sealed.verslag), *_expect(SOUND, sealed, copy)]


def one_sign(table: str) -> Change:
    """Change one character of a sealed text."""

    def change(sealed: Sealed, raw: Any) -> None:
        rows = raw.execute(f"SELECT id, inhoud FROM {table}").fetchall()
        key, content = sealed.chance.choice(rows)
        signs = [place for place, sign in enumerate(content) if chr(sign) in ascii_letters]
        place = sealed.chance.choice(signs)
        other = b"x" if content[place : place + 1] != b"x" else b"y"
        changed = content[:place] + other + content[place + 1 :]
        raw.execute(f"UPDATE {table} SET inhoud = ? WHERE id = ?", (changed, key))

    return change


def one_gone(table: str) -> Change:
    """Take one link out of the chain."""

    def change(sealed: Sealed, raw: Any) -> None:
        [key] = sealed.chance.choice(raw.execute(f"SELECT id FROM {table}").fetchall())
        raw.execute(f"DELETE FROM {table} WHERE id = ?", (key,))

    return change


def statement(words: str) -> Change:
    """Run a statement past the program."""

    def change(_: Sealed, raw: Any) -> None:
        raw.execute(words)

    return change


def cut(_: Sealed, raw: Any) -> None:
    """Take the end of the chain away, as far as it is reactions."""
    raw.execute("DELETE FROM reactie")


def swapped(_: Sealed, raw: Any) -> None:
    """Let two links stand in each other's place."""
    query = "SELECT volgnummer FROM reactie ORDER BY volgnummer DESC LIMIT 2"
    [first], [second] = raw.execute(query).fetchall()
    for now, then in ((first, -1), (second, first), (-1, second)):
        raw.execute("UPDATE reactie SET volgnummer = ? WHERE volgnummer = ?", (then, now))


def other_words(sealed: Sealed) -> bytes:
    """Let the copy say something else, on the same paper."""
    return _with_pdf(sealed.paper, lambda pdf: _other_page(pdf.pages[0]))


def fewer_pages(sealed: Sealed) -> bytes:
    """Take the last page away."""
    return _with_pdf(sealed.paper, lambda pdf: pdf.pages.__delitem__(-1))


def one_byte(sealed: Sealed) -> bytes:
    """Change one byte somewhere in the file."""
    place = sealed.chance.randrange(len(sealed.paper))
    changed = bytes([sealed.paper[place] ^ 1])
    return sealed.paper[:place] + changed + sealed.paper[place + 1 :]


def _other_page(page: pikepdf.Page) -> None:
    page.contents_add(b"BT ET")


def something_else(_: Sealed) -> bytes:
    """Give a PDF that has nothing to do with it."""
    out = BytesIO()
    with pikepdf.new() as pdf:
        pdf.add_blank_page()
        pdf.save(out)
    return out.getvalue()


CHANGES: dict[str, Change] = {
    "one character of a version": one_sign("versie"),
    "one character of a reaction": one_sign("reactie"),
    "one version gone": one_gone("versie"),
    "one reaction gone": one_gone("reactie"),
    "the end cut off": cut,
    "two links swapped": swapped,
    "seen made agreed": statement("UPDATE reactie SET soort = 'akkoord' WHERE soort = 'gezien'"),
    "another day": statement("UPDATE versie SET vastgesteld_op = '2026-01-01 10:00:00.000000'"),
    "other reasons": statement('UPDATE versie SET antwoorden = \'{"kind/1": "anders"}\''),
    "another seal key": statement(
        "UPDATE meta SET waarde = json_object('sleutel', hex(randomblob(32))) "
        "WHERE sleutel = 'zegelsleutel'"
    ),
    "no head": statement("DELETE FROM meta WHERE sleutel = 'zegelkop'"),
}
OFTEN = ("one character of a version", "one character of a reaction", "one version gone")
PAPERS: dict[str, Callable[[Sealed], bytes]] = {
    "other words on the copy": other_words,
    "a page less": fewer_pages,
    "one byte of the copy": one_byte,
    "another file in its place": something_else,
}


@contextmanager
def _blind() -> Iterator[None]:
    """Let the program look at no seal, and take every paper for the right one."""
    with patch.multiple(
        verificatie,
        finding_in=lambda *_: "",
        chain_findings=lambda _: [],
        _gaps=lambda *_: iter(()),
        _changed=lambda *_: PdfBevinding(Uitkomst.PRECIES, ""),
    ):
        yield


def _expect(code: int, sealed: Sealed, what: str) -> list[str]:
    got = _call(sealed, "verslag", "verify", what)
    return [] if got == code else [f"ended with {got}, not {code}"]


def _call(sealed: Sealed, *words: str) -> int:
    secrets = sealed.place.parent / "geheimen"
    secrets.write_text(WACHTZIN, "utf-8")
    options = ["--passphrase-file", str(secrets), "--vault", str(sealed.place)]
    with redirect_stdout(io.StringIO()), redirect_stderr(io.StringIO()):
        return vtdesk([*options, *words], Machine(NoKeychain(), FLOOR))


def _file(sealed: Sealed, data: bytes) -> Path:
    path = sealed.place.parent / "terug.pdf"
    path.write_bytes(data)
    return path


def _with_pdf(data: bytes, change: Callable[[pikepdf.Pdf], object]) -> bytes:
    out = BytesIO()
    with pikepdf.open(BytesIO(data)) as pdf:
        change(pdf)
        pdf.save(out)
    return out.getvalue()


if __name__ == "__main__":
    sys.exit(main())
