"""All that vtdesk holds about one person in one casus, for who asks to see it (Wmo art. 5.3.2).

Own data, what was said by and about the person, gezag, ties, houses and talks. Others stand in it
as a role. The melder never does, nor what is shielded; what is not for this person stays out and is
told to the worker alone. Whoever reads the result decides first whether the person may have it.
"""

from functools import partial
from hashlib import sha256
from pathlib import Path
from typing import Any
from uuid import UUID

from sqlalchemy.orm import Session

from vtdesk.errors import UserError
from vtdesk.models import Entity, Persoon, Uitgifte
from vtdesk.services.uitgaand_maken import Bestand, geef_uit
from vtdesk.services.uitgaand_voorstel import volgend_exemplaar
from vtdesk.services.uittreksel_delen import Uittreksel, Verzamelaar, mensen_in
from vtdesk.store.store import Store, note
from vtdesk.values.kinds import Kind, Rol
from vtdesk.values.tijd import Clock
from vtdesk.values.uitgaand import UitgifteSoort

__all__ = ["Uittreksel", "Uittreksels"]


class Uittreksels:
    """Use cases around requests to see the own data; what leaves is noted in the logboek."""

    def __init__(self, store: Store, clock: Clock) -> None:
        self._store = store
        self._clock = clock

    def persoon(self, casus_id: UUID, wie: str) -> UUID:
        """Find one person of a casus by id or by a part of the name; never the melder."""
        with self._store.read() as session:
            people = [p for p, role in mensen_in(session, casus_id) if role.rol is not Rol.MELDER]
        wanted = wie.strip().casefold()
        exact = {
            p.id for p in people if wanted in {str(p.id), p.naam.casefold(), p.voornaam.casefold()}
        }
        found = exact or {p.id for p in people if wanted and wanted in p.naam.casefold()}
        if len(found) != 1:
            raise UserError(
                "In deze casus is er niet precies één persoon met die naam. "
                "Typ de hele naam, of het id uit 'casus show --json'."
            )
        return found.pop()

    def maak(self, casus_id: UUID, persoon_id: UUID) -> Uittreksel:
        """Gather everything about a person; refuses when somebody else would be given away."""
        today = self._clock().date()
        with self._store.read() as session:
            return Verzamelaar(session, casus_id, persoon_id, today).maak()

    def schrijf(self, casus_id: UUID, persoon_id: UUID, folder: Path) -> tuple[Path, Path]:
        """Write the document and its list in a folder, both for the user alone."""
        made = self.maak(casus_id, persoon_id)
        if not folder.is_dir():
            raise UserError("Deze map bestaat niet. Maak eerst een map voor dit verzoek.")
        if any(folder.glob(f"{made.naam}*")):
            raise UserError("In deze map staat al een inzage. Kies een lege map.")
        document, index = folder / f"{made.naam}.json", folder / f"{made.naam} overzicht.txt"
        data = made.json.encode()
        noted = partial(self._noteer, casus_id, made, data, persoon_id)
        geef_uit(
            self._store,
            [
                Bestand(document, data, _searched, noted),
                Bestand(index, ("\n".join(made.lijst) + "\n").encode(), _searched, _no_note),
            ],
        )
        return document, index

    def _noteer(
        self, casus_id: UUID, made: Uittreksel, data: bytes, persoon_id: UUID, session: Session
    ) -> list[Entity]:
        """Note the copy and what is not in it."""
        uitgifte = Uitgifte(
            casus_id=casus_id,
            soort=UitgifteSoort.INZAGE,
            exemplaar=volgend_exemplaar(session, casus_id),
            ontvanger=session.get_one(Persoon, persoon_id).naam,
            persoon_id=persoon_id,
            gemaakt_op=self._clock(),
            sha256=sha256(data).hexdigest(),
            weggelaten=weggelaten(made),
        )
        session.add(uitgifte)
        session.flush()
        note(session, "R", (Kind.PERSOON, persoon_id), detail="uittreksel", casus=casus_id)
        return [uitgifte]


def weggelaten(made: Uittreksel) -> list[dict[str, Any]]:
    """Give what stayed out as it is kept with a copy."""
    return [
        {"titel": one.wat, "waar": "", "reden": one.reden.value, "weg": True, "want": one.want}
        for one in made.achtergehouden
    ]


def _searched(_data: bytes, _name: str) -> None:
    """Look no further: every value was searched when it was gathered, and the name is ours."""


def _no_note(_session: Session) -> tuple[()]:
    """Note nothing: the list lies on top of what is noted."""
    return ()
