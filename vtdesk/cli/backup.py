"""`vtdesk backup`: make reservekopieën, look them over, and put one back."""

from collections.abc import Iterator
from contextlib import contextmanager
from pathlib import Path
from typing import TYPE_CHECKING, Any

from vtdesk.cli import backup_sheet
from vtdesk.cli.answer import Answer, RefusedError, table
from vtdesk.cli.call import Call, held
from vtdesk.cli.dutch import Commands
from vtdesk.cli.progress import Progress
from vtdesk.errors import DamageError, OutsideError, UserError
from vtdesk.values.kopiewoorden import wanneer
from vtdesk.values.tijd import local

if TYPE_CHECKING:  # the services load SQLAlchemy, and the help does without
    from vtdesk.security.kluis import Sleutels
    from vtdesk.security.kopieplaats import Kopie
    from vtdesk.services.reservekopie.rows import Uitkomst
    from vtdesk.services.reservekopie.service import Reservekopieen
    from vtdesk.store.kopie import Nagekeken

MORE_CREATE = (
    "Maakt een kopie op deze laptop en op de gekozen stick, en leest die van daar na. Een kopie\n"
    "telt pas als dat goed ging. Is de stick er niet, dan staat dat er; dat is geen fout."
)
MORE_RESTORE = (
    "Zet een kopie terug in een map. Staat daar al een kluis, dan gaat die opzij en blijft dertig\n"
    "dagen staan; '--undo' zet die weer terug. Er wordt nooit iets overschreven. Een casus die na\n"
    "de kopie is vernietigd, wordt opnieuw vernietigd; is dat hier niet te zien, dan staat dat er."
)
UNDONE = "De kluis die opzij stond is weer terug. Wat er stond, staat nu zelf opzij."


def add_to(commands: Commands) -> None:
    """Add this group to the command line."""
    group = commands.group("backup", "reservekopieën maken, nakijken en terugzetten")
    parser = group.add("create", create, "maak een reservekopie en kijk die na", MORE_CREATE)
    parser.options.add_argument(
        "--to", metavar="STICK", type=Path, help="kies deze stick of andere schijf; dat blijft zo"
    )
    parser = group.add("list", list_copies, "noem de reservekopieën; vraagt geen wachtzin")
    parser.wanted.add_argument("plaats", metavar="PLAATS", type=Path, nargs="?", help=_PLACE)
    parser = group.add(
        "check", check, "kijk reservekopieën helemaal na, ook elke bijlage",
        "Zonder plaats: de nieuwste op elke plaats. De wachtzin is die van de kopie.",
    )  # fmt: skip
    parser.wanted.add_argument("plaats", metavar="PLAATS", type=Path, nargs="?", help=_PLACE)
    parser = group.add("restore", restore, "zet een reservekopie terug", MORE_RESTORE)
    parser.wanted.add_argument("plaats", metavar="PLAATS", type=Path, nargs="?", help=_PLACE)
    parser.options.add_argument(
        "--to", metavar="MAP", type=Path, help="waar de kluis komt; anders waar die altijd staat"
    )
    parser.options.add_argument(
        "--recovery", action="store_true",
        help="open met het herstelblad: eerst de herstelcode, dan een nieuwe wachtzin",
    )  # fmt: skip
    parser.options.add_argument(
        "--undo", action="store_true", help="zet de kluis terug die het laatst opzij ging"
    )
    backup_sheet.add_to(group)


_PLACE = "de stick, de map vtdesk-kopieen daarop, of één kopie"


def create(call: Call) -> Answer:
    """Make a copy in each place."""
    with call.writing() as desk, _progress(call) as progress:
        copies = _copies(desk.reservekopieen)
        if call.args.to is not None:
            copies.choose(call.args.to.absolute())
        outcomes = copies.make(tell=progress.step)
    return _made(outcomes)


def list_copies(call: Call) -> Answer:
    """List what lies in a place, or in the places of this kluis."""
    now = call.machine.clock()
    found = [kopie for place in _places(call) for kopie in _found(place, call)]
    rows = [
        (wanneer(kopie.gemaakt, now), _size(kopie.blad.grootte), str(kopie.pad)) for kopie in found
    ]
    lines = table(rows) if rows else ["Er zijn hier geen reservekopieën."]
    return Answer(
        [*lines, *(["Of ze heel zijn, zegt 'vtdesk backup check'."] if rows else [])],
        {
            "kopieen": [
                {
                    "gemaakt": local(kopie.gemaakt).isoformat(),
                    "bytes": kopie.blad.grootte,
                    "map": str(kopie.pad),
                }
                for kopie in found
            ]
        },
    )


def check(call: Call) -> Answer:
    """Read copies wholly; names each that is damaged."""
    from vtdesk.services.reservekopie.maken import look_through  # noqa: PLC0415 - SQLAlchemy

    wanted = [kopie for place in _places(call) for kopie in _wanted(place, call)]
    if not wanted:
        raise UserError("Er zijn hier geen reservekopieën om na te kijken.")
    secret = call.geheimen.ask("Wachtzin")
    lines: list[str] = []
    rows: list[dict[str, Any]] = []
    with _progress(call) as progress:
        opened = _Opened(call, secret)
        for kopie in wanted:
            when = wanneer(kopie.gemaakt, call.machine.clock())
            try:
                seen = look_through(kopie, opened.keys_of(kopie), progress.step)
            except DamageError as error:
                lines.append(f"{when}  beschadigd: {error}")
                rows.append({"map": str(kopie.pad), "in_orde": False, "fout": str(error)})
            else:
                judged = "beschadigd" if seen.logboek else "in orde"
                lines.append(f"{when}  {judged}: {_contents(seen, call)}")
                facts = {"in_orde": not seen.logboek, **_numbers(seen)}
                rows.append({"map": str(kopie.pad), **facts})
    answer = Answer(lines, {"kopieen": rows})
    broken = sum(not row["in_orde"] for row in rows)
    if broken:
        which = "Eén reservekopie is" if broken == 1 else f"{broken} reservekopieën zijn"
        raise _DamagedError(
            f"{which} beschadigd. Maak een nieuwe met 'vtdesk backup create'.", answer
        )
    return answer


def restore(call: Call) -> Answer:
    """Put a copy in the place of what is there, which is set aside."""
    from vtdesk.security import folder as places  # noqa: PLC0415 - not for the help
    from vtdesk.security import kopieterug  # noqa: PLC0415
    from vtdesk.services.reservekopie import terugzetten  # noqa: PLC0415 - loads SQLAlchemy

    folder: Path = (call.args.to or call.folder).absolute()
    if call.args.undo:
        return _undo(call, folder)
    if call.args.plaats is None:
        raise UserError("Zeg welke kopie terug moet: een stick, of één kopie.")
    kopie = terugzetten.find(call.args.plaats.absolute())[0]
    open_with = _secret(call)
    places.make_room(folder)
    with held(folder), _progress(call) as progress:
        had_one = places.has_traces(folder)
        done = terugzetten.restore(kopie, folder, open_with, call.machine.clock(), progress.step)
        kopieterug.finish(folder)
    when = wanneer(done.gemaakt, call.machine.clock())
    lines = [
        f"De reservekopie van {when} is teruggezet in {folder}.",
        f"Nagekeken: {_contents(done.gezien, call)}",
        *([said] if (said := done.terugkeer.zin(call.machine.clock())) else []),
        *(["De kluis die er stond, staat dertig dagen opzij."] if had_one else []),
    ]
    return Answer(
        lines,
        {
            "map": str(folder),
            "gemaakt": local(done.gemaakt).isoformat(),
            **_numbers(done.gezien),
            "opnieuw_vernietigd": list(done.terugkeer.opnieuw),
            "alles_bekend": done.terugkeer.is_alles,
        },
    )


class _DamagedError(DamageError):
    """Damage that has more to tell than its sentence."""

    def __init__(self, sentence: str, answer: Answer) -> None:
        super().__init__(sentence)
        self.answer = answer


class _Opened:
    """Keys of copies; a wachtzin takes a second to stretch, so each header is opened once."""

    def __init__(self, call: Call, wachtzin: str) -> None:
        self._call, self._wachtzin = call, wachtzin
        self._known: dict[bytes, Sleutels] = {}

    def keys_of(self, kopie: "Kopie") -> "Sleutels":
        from vtdesk.security import kluis  # noqa: PLC0415 - loads the ciphers
        from vtdesk.security.folder import HEADER  # noqa: PLC0415

        try:
            header = (kopie.pad / HEADER).read_bytes()
        except OSError as error:
            raise DamageError("De sleutelkop ontbreekt of kan niet worden gelezen.") from error
        if header not in self._known:
            keychain = self._call.machine.keychain
            self._known[header] = kluis.look(kopie.pad, self._wachtzin, keychain)
        return self._known[header]


def _undo(call: Call, folder: Path) -> Answer:
    from vtdesk.security import kopieterug  # noqa: PLC0415 - not for the help

    with held(folder):
        found = kopieterug.aside(folder)
        if not found:
            raise UserError("Er staat hier geen kluis opzij.")
        kopieterug.put_back(folder, found[0], call.machine.clock())
        kopieterug.finish(folder)
    return Answer((UNDONE,), {"map": str(folder), "terug": True})


def _secret(call: Call) -> Any:
    """Ask what opens the copy."""
    from vtdesk.security.herstelcode import Herstelcode  # noqa: PLC0415 - loads the ciphers
    from vtdesk.services.reservekopie import terugzetten  # noqa: PLC0415 - loads SQLAlchemy

    keychain = call.machine.keychain
    if not call.args.recovery:
        return terugzetten.with_wachtzin(call.geheimen.ask("Wachtzin"), keychain)
    code = Herstelcode.parse(call.geheimen.ask("Herstelcode"))
    new = call.geheimen.ask_new("Nieuwe wachtzin")
    return terugzetten.with_sheet(code, new, keychain, cost=call.machine.cost)


def _copies(found: "Reservekopieen | None") -> "Reservekopieen":
    assert found is not None, "a kluis that was opened with its keys"  # noqa: S101 - cannot be
    return found


def _places(call: Call) -> list[Path]:
    """Give the place that was named, or those of this kluis."""
    from vtdesk.security import kopiestand  # noqa: PLC0415 - not for the help

    if call.args.plaats is not None:
        return [call.args.plaats.absolute()]
    return [Path(place.pad) for place in kopiestand.read(call.folder).plaatsen]


def _found(place: Path, call: Call) -> list["Kopie"]:
    from vtdesk.security import kopieplaats  # noqa: PLC0415 - not for the help

    if call.args.plaats is not None and not place.is_dir():
        raise OutsideError("Deze map is er niet. Kijk of de stick goed zit.")
    return kopieplaats.find_copies(place)


def _wanted(place: Path, call: Call) -> list["Kopie"]:
    """Give all copies of a place that was named, else the newest."""
    found = _found(place, call)
    return found if call.args.plaats is not None else found[:1]


def _made(outcomes: list["Uitkomst"]) -> Answer:
    from vtdesk.security.kopiestand import Fout  # noqa: PLC0415 - not for the help

    answer = Answer(
        [outcome.zin for outcome in outcomes],
        {
            "plaatsen": [
                {"plek": one.plek.value, "uitkomst": one.fout.value, "zin": one.zin}
                for one in outcomes
            ]
        },
    )
    wrong = [one for one in outcomes if one.fout not in (Fout.GEEN, Fout.WEG)]
    if any(one.fout is Fout.SCHADE for one in wrong):
        raise _DamagedError("Er is een reservekopie te weinig.", answer)
    if wrong:
        raise RefusedError("Er is een reservekopie te weinig.", answer)
    return answer


def _contents(seen: "Nagekeken", call: Call) -> str:
    from vtdesk.services.reservekopie import rows  # noqa: PLC0415 - loads SQLAlchemy

    words = rows.in_words(seen, len(seen.bijlagen), call.machine.clock())
    return " ".join(filter(None, (words, rows.unchained(seen.logboek))))


def _numbers(seen: "Nagekeken") -> dict[str, Any]:
    from vtdesk.services.reservekopie.rows import last_change  # noqa: PLC0415 - as above

    last = last_change(seen)
    return {
        "casussen": seen.inhoud.casussen,
        "verslagen": seen.inhoud.verslagen,
        "bijlagen": len(seen.bijlagen),
        "laatste": local(last).isoformat() if last else None,
    }


def _size(count: int) -> str:
    return f"{max(1, round(count / 1_000_000))} MB"


@contextmanager
def _progress(call: Call) -> Iterator[Progress]:
    with Progress(silent=call.args.json).shown() as progress:
        yield progress
