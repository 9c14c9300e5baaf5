"""`vtdesk demo`: a new kluis with the invented day, and the window on it."""

from datetime import datetime
from pathlib import Path

from vtdesk.cli.answer import Answer
from vtdesk.cli.call import Call, held
from vtdesk.cli.dutch import Commands
from vtdesk.cli.window import need_screen, show_window
from vtdesk.errors import UserError
from vtdesk.security import folder as places
from vtdesk.security.cost import FLOOR
from vtdesk.security.folder import DATABASE
from vtdesk.security.herstelcode import Herstelcode
from vtdesk.security.keychain import NoKeychain
from vtdesk.values.tijd import volle_dag

WACHTZIN = "boterham vlieger lantaarn emmer"
INVENTED = "Alles in deze kluis is verzonnen."


def add_to(commands: Commands) -> None:
    """Add this command to the command line."""
    parser = commands.add(
        "demo",
        run,
        "maak een nieuwe kluis met een verzonnen dag, en open die",
        f"De wachtzin van de demo is: {WACHTZIN}\n"
        "Met 'vtdesk --now 2026-05-12T08:10 demo MAP' staat alles zoals het toen was.",
    )
    parser.wanted.add_argument("map", metavar="MAP", type=Path, help="een nieuwe of lege map")
    parser.options.add_argument(
        "--no-window",
        action="store_true",
        help="doe het werk zonder scherm; PDF en afbeeldingen komen naast de map",
    )


def run(call: Call) -> Answer:
    """Make the demo; open its window, or do the main job without one."""
    folder: Path = call.args.map
    if call.args.no_window:
        _need_all_of_the_day(call.args.now)
    else:
        need_screen()
    code = make(folder, call.args.now)
    lines = [
        f"De demo staat in {folder}. {INVENTED}",
        f"Wachtzin: {WACHTZIN}",
        f"Herstelcode: {code.tekst}",
    ]
    data = {"map": str(folder), "wachtzin": WACHTZIN, "herstelcode": code.tekst}
    if not call.args.no_window:
        return Answer(lines, data, then=lambda: show_window(folder, call, WACHTZIN))
    made = _without_window(folder)
    return Answer([*lines, *map(str, made)], data | {"bestanden": [str(path) for path in made]})


def _need_all_of_the_day(until: datetime | None) -> None:
    from vtdesk.cli.demo.fill import demo_now  # noqa: PLC0415 - loads SQLAlchemy

    if until and until < demo_now():
        raise UserError("Het werk zonder scherm kan pas na het laatste gesprek. Laat --now weg.")


def _without_window(folder: Path) -> list[Path]:
    from vtdesk.app.start import Start  # noqa: PLC0415 - Qt, which no other command needs
    from vtdesk.cli.demo.main_job import do_main_job  # noqa: PLC0415 - as above

    return do_main_job(Start(folder, NoKeychain(), wachtzin=WACHTZIN), folder.absolute().parent)


def make(folder: Path, until: datetime | None = None) -> Herstelcode:
    """Fill a new kluis with the demo, as light to open as the rules allow; everyone may open it.

    `until` leaves out what was done after it, and is where its clock starts.
    """
    # SQLAlchemy comes along here; the window starts without it.
    from vtdesk.cli.demo.fill import DemoClock, demo_start, fill_demo  # noqa: PLC0415 (see above)
    from vtdesk.services.desk import Desk  # noqa: PLC0415 (see above)
    from vtdesk.services.opening import create_kluis  # noqa: PLC0415 (see above)
    from vtdesk.store.store import Store  # noqa: PLC0415 (see above)

    begin = demo_start()
    if until and until < begin:
        raise UserError(f"De demo begint op {volle_dag(begin.date())}. Kies een later moment.")
    code = Herstelcode.new()
    places.prepare(folder)
    with held(folder):
        sleutels = create_kluis(folder, WACHTZIN, code, NoKeychain(), cost=FLOOR)
        clock = DemoClock(begin)
        store = Store(folder / DATABASE, sleutels.database, clock=clock)
        try:
            desk = Desk.over(store, clock)
            fill_demo(desk, clock, until)
            desk.herstelblad.bewaar(code.groups)  # on that day, and not today
        finally:
            store.close()
    return code
