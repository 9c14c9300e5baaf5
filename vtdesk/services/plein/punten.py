"""What of a bespreking is still empty; it is named and never blocks."""

from vtdesk.services.plein.rows import BesprekingDetail, StandpuntRow


def open_punten(detail: BesprekingDetail) -> tuple[str, ...]:
    """List what is still empty, as questions and without a name."""
    found = detail.uitkomst
    empty = {
        "wat vindt het kind?": not (found.mening_kind.strip() or found.niet_gevraagd_want.strip()),
        "wat vinden de ouders?": not any(one.tekst.strip() for one in _ouders(detail)),
        "welk besluit?": not found.besluit,
        "op welke gronden?": not found.gronden.strip(),
        "wat is de evaluatiedatum?": found.evaluatie_op is None,
        "wie heeft de casusregie?": not found.casusregie.strip(),
        "wie let nu op de veiligheid?": not found.zicht.strip(),
        "wie vertelt het de kinderen?": not found.vertelt_kinderen.strip(),
        "wie doet een taak, en wanneer?": any(
            not (taak.wie.strip() and taak.wanneer.strip()) for taak in detail.taken
        ),
        "op welke grond is iemand het oneens?": any(
            one.afwijkend and not (one.op_grond.strip() and one.naam.strip())
            for one in detail.standpunten
        ),
    }
    return tuple(words for words, is_empty in empty.items() if is_empty)


def must_ask(detail: BesprekingDetail) -> bool:
    """Tell whether the child is of an age at which its view ought to have been asked."""
    jaren = detail.row.gegevens.leeftijd.strip()
    asked = detail.uitkomst.mening_kind.strip()
    return jaren.isdigit() and int(jaren) >= detail.regio.mening_vanaf and not asked


def _ouders(detail: BesprekingDetail) -> list[StandpuntRow]:
    return [one for one in detail.standpunten if one.ouder]
