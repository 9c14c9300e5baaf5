"""Which verslag a command is about: the begin of its id is enough."""

from typing import TYPE_CHECKING

from vtdesk.cli.dutch import Parser
from vtdesk.errors import UserError

if TYPE_CHECKING:
    from vtdesk.services.desk import Desk
    from vtdesk.services.verslagen import VerslagRow

SHORTEST_ID = 6  # signs; enough to tell thousands of verslagen apart


def add_id(parser: Parser) -> None:
    """Let a command ask for the id of a verslag."""
    parser.wanted.add_argument(
        "id", metavar="ID", help=f"het id van het verslag, of de eerste {SHORTEST_ID} tekens ervan"
    )


def find(desk: "Desk", start: str) -> "VerslagRow":
    """Find a verslag by the begin of its id."""
    if len(start) < SHORTEST_ID:
        raise UserError(f"Geef ten minste {SHORTEST_ID} tekens van het id.")
    found = [row for row in desk.verslagen.all() if str(row.id).startswith(start.lower())]
    if not found:
        raise UserError("Er is geen verslag met dit id. Bekijk de lijst met 'vtdesk verslag list'.")
    if len(found) > 1:
        raise UserError("Er zijn meer verslagen met dit begin. Geef meer tekens van het id.")
    return found[0]
