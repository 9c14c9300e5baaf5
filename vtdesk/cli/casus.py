"""`vtdesk casus`: the list of casussen, and one of them."""

from collections.abc import Iterator
from typing import TYPE_CHECKING, Any

from vtdesk.cli import agenda, meldingen, veiligheid
from vtdesk.cli.answer import Answer, table
from vtdesk.cli.call import Call
from vtdesk.cli.dutch import Commands
from vtdesk.ui.labels import label
from vtdesk.values.kinds import Rol
from vtdesk.values.tijd import dag_met_naam

if TYPE_CHECKING:
    from vtdesk.services.agenda import AfspraakRow
    from vtdesk.services.casussen import CasusRow
    from vtdesk.services.organisaties import InzetRow
    from vtdesk.services.personen import PersoonRow

MELDER = "melder, afgeschermd"


def add_to(commands: Commands) -> None:
    """Add this group to the command line."""
    group = commands.group("casus", "casussen bekijken")
    group.add("list", list_all, "toon alle casussen")
    parser = group.add("show", show, "toon een casus")
    parser.wanted.add_argument(
        "nummer", metavar="NR", help="het nummer van de casus, of het laatste deel ervan"
    )


def list_all(call: Call) -> Answer:
    """List all casussen, the one with the nearest appointment first."""
    with call.reading() as desk:
        rows = desk.casussen.all(None)
    lines = [(r.nummer, r.naam, label(r.dienst).word, label(r.staat).word) for r in rows]
    return Answer(
        table(lines) if lines else ["Er zijn nog geen casussen."],
        {"casussen": [_casus_json(row) for row in rows]},
    )


def show(call: Call) -> Answer:
    """Show who is in a casus and what stands in its agenda; what is shielded stays so."""
    with call.reading() as desk:
        casus = desk.casussen.find(call.args.nummer)
        personen = desk.personen.in_casus(casus.id)
        inzet = desk.organisaties.in_casus(casus.id)
        afspraken = desk.agenda.of_casus(casus.id)
        safety = veiligheid.read(desk, casus.id)
        reported = meldingen.read(desk, casus.id)
    return Answer(
        (*_lines(casus, personen, inzet, afspraken, safety), *meldingen.lines(reported)),
        {
            **_casus_json(casus),
            "personen": [_persoon_json(persoon) for persoon in personen],
            "organisaties": [_inzet_json(row) for row in inzet],
            "afspraken": [agenda.to_json(row) for row in afspraken],
            **veiligheid.to_json(safety),
            **meldingen.to_json(reported),
        },
    )


def _lines(
    casus: "CasusRow",
    personen: list["PersoonRow"],
    inzet: list["InzetRow"],
    afspraken: list["AfspraakRow"],
    safety: veiligheid.Veiligheid,
) -> Iterator[str]:
    yield f"{casus.naam} · {casus.nummer} · {label(casus.dienst).word}"
    yield from veiligheid.zicht_lines(safety.estafette)
    if casus.let_op:
        yield f"Let op: {casus.let_op}"
    yield from veiligheid.lines(safety)
    if personen:
        yield from ("", "Mensen", *table([_persoon_line(persoon) for persoon in personen]))
    if inzet:
        yield from ("", "Organisaties", *table([(row.naam, row.mandaat) for row in inzet]))
    if afspraken:
        yield from ("", "Afspraken", *table([_afspraak_line(row) for row in afspraken]))


def _persoon_line(persoon: "PersoonRow") -> tuple[str, ...]:
    if persoon.rol is Rol.MELDER:
        return (MELDER, "", "", "")
    leeftijd = "" if persoon.leeftijd is None else f"{persoon.leeftijd} jaar"
    hidden = f"{persoon.afgeschermd} × afgeschermd" if persoon.afgeschermd else ""
    return (persoon.naam, label(persoon.rol).word, leeftijd, hidden)


def _afspraak_line(row: "AfspraakRow") -> tuple[str, ...]:
    return (dag_met_naam(row.begin.date()), row.titel, label(row.staat).word)


def _casus_json(row: "CasusRow") -> dict[str, Any]:
    return {
        "id": str(row.id),
        "nummer": row.nummer,
        "naam": row.naam,
        "dienst": row.dienst.value,
        "staat": row.staat.value,
        "geopend_op": row.geopend_op.isoformat(),
        "zicht_bij": row.zicht_bij,
        "zicht_sinds": row.zicht_sinds.isoformat(),
        "let_op": row.let_op,
        "volgende": row.volgende or None,
        "volgende_op": row.volgende_op.isoformat() if row.volgende_op else None,
    }


def _persoon_json(persoon: "PersoonRow") -> dict[str, Any]:
    if persoon.rol is Rol.MELDER:
        return {"rol": persoon.rol.value, "afgeschermd": persoon.afgeschermd}
    return {
        "id": str(persoon.id),
        "naam": persoon.naam,
        "rol": persoon.rol.value,
        "leeftijd": persoon.leeftijd,
        "geboortedatum": persoon.geboortedatum.isoformat() if persoon.geboortedatum else None,
        "telefoon": persoon.telefoon,
        "toelichting": persoon.toelichting,
        "organisatie": persoon.organisatie,
        "afgeschermd": persoon.afgeschermd,
        "gezag": [
            {"kind": gezag.kind, "houder": gezag.houder, "soort": gezag.soort.value,
             "bron": gezag.bron, "datum": gezag.datum.isoformat() if gezag.datum else None}
            for gezag in persoon.gezag
        ],
    }  # fmt: skip


def _inzet_json(row: "InzetRow") -> dict[str, Any]:
    return {
        "naam": row.naam,
        "contactpersoon": row.contactpersoon,
        "mandaat": row.mandaat,
        "uitstapvoorwaarde": row.uitstapvoorwaarde,
    }
