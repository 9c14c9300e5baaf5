"""For whom something is: a name, a part of it, or an id, among those who may receive it."""

from collections.abc import Sequence
from typing import TYPE_CHECKING, Any

from vtdesk.cli.answer import Answer, table
from vtdesk.cli.dutch import Parser
from vtdesk.errors import LeakError, UserError

if TYPE_CHECKING:
    from vtdesk.services.uitgaand.rows import Ontvanger, Treffer, Voorstel, Weg, Weggelaten


class LeakedError(LeakError):
    """A refusal that also tells what stands in the way."""

    def __init__(self, sentence: str, answer: Answer) -> None:
        super().__init__(sentence)
        self.answer = answer


def add_for(parser: Parser, *, required: bool) -> None:
    """Let a command ask for whom it is, and how it reaches them."""
    parser.options.add_argument(
        "--for", dest="voor", metavar="WIE", required=required,
        help="voor welke persoon of organisatie: naam, deel van de naam of id",
    )  # fmt: skip
    parser.options.add_argument(
        "--way", dest="weg", metavar="WEG",
        help="hoe het de ontvanger bereikt: gesprek, post of beveiligd; anders de eerste die kan",
    )  # fmt: skip


def find_receiver(found: Sequence["Ontvanger"], wie: str) -> "Ontvanger":
    """Find one receiver; an exact name wins from a part."""
    wanted = wie.strip().casefold()
    exact = [one for one in found if wanted in (one.naam.casefold(), _id(one))]
    some = exact or [one for one in found if wanted and wanted in one.naam.casefold()]
    if len(some) != 1:
        names = ", ".join(one.naam for one in found)
        raise UserError(f"Kies met --for precies één van deze: {names}.")
    return some[0]


def find_way(ways: Sequence["Weg"], weg: str | None) -> str:
    """Choose a way; without a choice the first that is open."""
    if weg is None:
        open_ones = [one.id for one in ways if one.kan]
        if not open_ones:
            raise LeakError(ways[0].waarom_niet)
        return open_ones[0]
    for one in ways:
        if one.id == weg and one.kan:
            return one.id
        if one.id == weg:
            raise LeakError(one.waarom_niet)
    raise UserError(f"Kies met --way uit: {', '.join(one.id for one in ways)}.")


def proposal_answer(voorstel: "Voorstel") -> Answer:
    """Say what stays behind and why, and which hits are open."""
    parts = [(one.titel, one.waar, _why(one)) for one in voorstel.weggelaten]
    lines = [
        *(["Wat blijft weg:", *table(parts)] if parts else ["Er blijft niets weg."]),
        f"Gezocht naar {_aantal(voorstel.gezocht, 'gegeven', 'gegevens')}. "
        f"{_aantal(len(voorstel.treffers), 'treffer', 'treffers')}.",
        *(f"{_where(one)}: kan {one.van} verraden." for one in voorstel.treffers),
    ]
    return Answer(lines, proposal_json(voorstel))


def proposal_json(voorstel: "Voorstel") -> dict[str, Any]:
    """Give the same for a program; what was found is named by its place, never by its words."""
    return {
        "weggelaten": [
            {
                "id": one.id,
                "titel": one.titel,
                "waar": one.waar,
                "reden": one.reden.value,
                "blijft_weg": one.aan,
                "want": one.gekozen_reden,
            }
            for one in voorstel.weggelaten
        ],
        "gezocht": voorstel.gezocht,
        "treffers": [
            {"id": one.id, "onderdeel": one.onderdeel, "regel": one.regel, "van": one.van}
            for one in voorstel.treffers
        ],
    }


def _why(one: "Weggelaten") -> str:
    """Say why it stays behind, or why it goes along after all."""
    return one.reden.value.replace("_", " ") if one.aan else f"gaat mee: {one.gekozen_reden}"


def _where(one: "Treffer") -> str:
    return f"{one.onderdeel}, regel {one.regel}" if one.regel else one.onderdeel


def _id(one: "Ontvanger") -> str:
    return one.sleutel.partition(":")[2]


def _aantal(count: int, one: str, more: str) -> str:
    return f"{count} {one if count == 1 else more}"
