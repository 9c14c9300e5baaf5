"""The outcome of a bespreking in words: read aloud at the table, and kept in its casus."""

from collections.abc import Iterator

from vtdesk.services.plein.rows import BesprekingDetail, StandpuntRow
from vtdesk.services.regelbestanden import plein
from vtdesk.values.tijd import volle_dag

GEEN_BESLUIT = "Nog geen besluit"


def besluit(detail: BesprekingDetail) -> str:
    """Say what was decided."""
    return plein().besluit(detail.uitkomst.besluit) or GEEN_BESLUIT


def uitkomst_titel(detail: BesprekingDetail) -> str:
    """Say in one line where it was discussed and what came of it."""
    return f"{detail.regio.tafel}: {besluit(detail)}"


def toelichting(detail: BesprekingDetail) -> str:
    """Write all that belongs to the outcome, a line for each part that is not empty."""
    found = detail.uitkomst
    parts = [
        ("Aanvrager", detail.row.gegevens.aanvrager),
        *regels(detail),
        ("Besluit", besluit(detail)),
        ("Gronden", found.gronden),
        *((f"Standpunt {one.wie}", standpunt(one)) for one in detail.standpunten if said(one)),
        *(("Taak", taak) for taak in taken(detail)),
    ]
    return "\n".join(f"{label}: {words.strip()}" for label, words in parts if words.strip())


def regels(detail: BesprekingDetail) -> Iterator[tuple[str, str]]:
    """Give what was agreed beside the besluit, each with its label."""
    found = detail.uitkomst
    yield "Mening van het kind", mening(detail)
    yield "Evaluatiedatum", volle_dag(found.evaluatie_op) if found.evaluatie_op else ""
    yield "Casusregie", found.casusregie
    yield "Zicht op veiligheid", found.zicht
    yield "Wie vertelt het de kinderen", found.vertelt_kinderen


def mening(detail: BesprekingDetail) -> str:
    """Say what the child finds, or why it was not asked."""
    found = detail.uitkomst
    if found.mening_kind.strip():
        return found.mening_kind.strip()
    reden = found.niet_gevraagd_want.strip()
    return f"Niet gevraagd, want {reden}" if reden else ""


def said(one: StandpuntRow) -> bool:
    """Tell whether a party said anything."""
    return bool(one.tekst.strip() or one.afwijkend)


def standpunt(one: StandpuntRow) -> str:
    """Say what a party finds, and on which ground it dissents."""
    if not one.afwijkend:
        return one.tekst
    grond = one.op_grond.strip().rstrip(".")
    wie = one.naam.strip()
    dissents = "".join(
        ("Wijkt af", f" op deze grond: {grond}" if grond else "", f" ({wie})" if wie else "", ".")
    )
    said = one.tekst.strip().rstrip(".")
    return f"{said}. {dissents}" if said else dissents


def taken(detail: BesprekingDetail) -> list[str]:
    """Write who does what by when."""
    return [", ".join(filter(None, (t.wie, t.wat, t.wanneer))) for t in detail.taken]
