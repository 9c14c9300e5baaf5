"""All that vtdesk holds about one person in one casus, for who asks to see it (Wmo art. 5.3.2).

Own data, what was said by and about the person, gezag, ties, houses and talks. Others stand in it
as a role. The melder never does, nor what is shielded; statements that are not for this person are
only counted. Whoever reads the result decides first whether the person may have it.
"""

from pathlib import Path
from uuid import UUID

from vtdesk.errors import OutsideError, UserError
from vtdesk.services.drukwerk import write_out
from vtdesk.services.uittreksel_delen import Uittreksel, Verzamelaar, mensen_in
from vtdesk.store.store import Store, note
from vtdesk.values.kinds import Kind, Rol
from vtdesk.values.tijd import Clock

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
        write_out(document, made.json.encode())
        try:
            write_out(index, ("\n".join(made.lijst) + "\n").encode())
        except OutsideError:
            document.unlink(missing_ok=True)  # half an answer is no answer
            raise
        with self._store.write() as session:
            note(session, "R", (Kind.PERSOON, persoon_id), detail="uittreksel", casus=casus_id)
        return document, index
