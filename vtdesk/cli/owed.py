"""`vtdesk owed`: what is not written yet, and how long it may wait."""

from typing import TYPE_CHECKING, Any

from vtdesk.cli.answer import Answer, table
from vtdesk.cli.call import Call
from vtdesk.cli.dutch import Commands
from vtdesk.ui.avondwoorden import GROEPEN, lead

if TYPE_CHECKING:
    from vtdesk.services.morgen import Avond, AvondRegel


def add_to(commands: Commands) -> None:
    """Add this command to the command line."""
    commands.add("owed", show, "toon wat nog te schrijven is, en wat mag wachten")


def show(call: Call) -> Answer:
    """List the three groups, each line with its reason and minutes."""
    with call.reading() as desk:
        avond = desk.morgen.groups()
    return Answer((lead(avond), *_groups(avond)), to_json(avond))


def to_json(avond: "Avond") -> dict[str, Any]:
    """Give the evening for a program."""
    groups = {groep.value: [_line(line) for line in lines] for groep, lines in avond.groepen}
    return {
        "dag": avond.dag.isoformat(),
        "aantal": avond.aantal,
        "minuten_vanavond": avond.minuten,
        **groups,
    }


def _groups(avond: "Avond") -> list[str]:
    lines = list[str]()
    for groep, found in avond.groepen:
        if found:
            rows = [(f"± {line.minuten} min", line.words, line.reden) for line in found]
            lines += ["", f"{GROEPEN[groep]} ({sum(line.aantal for line in found)})", *table(rows)]
    return lines


def _line(line: "AvondRegel") -> dict[str, Any]:
    return {
        "afspraak": str(line.afspraak_id) if line.afspraak_id else None,
        "besprekingen": [str(one) for one in line.besprekingen],
        "wat": line.words,
        "casus": line.nummer or None,
        "soort": line.soort.value,
        "regel": line.regel,
        "reden": line.reden,
        "minuten": line.minuten,
        "parkeernotitie": line.notitie,
        "aantal": line.aantal,
    }
