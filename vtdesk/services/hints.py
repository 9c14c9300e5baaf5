"""Hints under the head of a casus: each is planned, or put to sleep with a reason."""

import tomllib
from collections.abc import Mapping
from functools import cache
from uuid import UUID

from sqlalchemy import select
from sqlalchemy.orm import Session

from vtdesk import resources
from vtdesk.errors import OutsideError, UserError
from vtdesk.models import Casus, Hintantwoord
from vtdesk.services.hint_feiten import feiten_van
from vtdesk.services.hint_regels import Drempel, HintRegel, HintRow, hints
from vtdesk.services.kindspoor import Kindspoor
from vtdesk.store.store import Store
from vtdesk.values.kinds import CasusStaat
from vtdesk.values.tijd import Clock

BESTAND = "hints.toml"
GONE = "Deze hint geldt niet meer."


class Hints:
    """Use cases around hints; each method is one transaction."""

    def __init__(self, store: Store, clock: Clock, kindspoor: Kindspoor) -> None:
        self._store = store
        self._clock = clock
        self._kindspoor = kindspoor

    def of_casus(self, casus_id: UUID) -> list[HintRow]:
        """List what is awake, children first; a closed casus asks for nothing."""
        kinderen = self._kindspoor.of_casus(casus_id)
        with self._store.read() as session:
            casus = session.get(Casus, casus_id)
            if casus is None or casus.staat is CasusStaat.GESLOTEN:
                return []
            answers = _answers(session, casus_id)
            found = hints(feiten_van(session, casus, kinderen, self._clock()), drempels())
        return [hint for hint in found if answers.get(hint.id) != hint.feiten]

    def give_reason(self, casus_id: UUID, hint_id: str, reden: str) -> None:
        """Put a hint to sleep with a reason, until its facts change; `wake` undoes it."""
        hint = next((one for one in self.of_casus(casus_id) if one.id == hint_id), None)
        if hint is None:
            raise UserError(GONE)
        with self._store.write() as session:
            answer = _answer(session, casus_id, hint_id)
            if answer is not None:  # it was given for facts that are no longer so
                session.delete(answer)
                session.flush()
            session.add(
                Hintantwoord(
                    casus_id=casus_id,
                    hint=hint_id,
                    feiten=hint.feiten,
                    reden=reden.strip(),
                    moment=self._clock(),
                )
            )

    def wake(self, casus_id: UUID, hint_id: str) -> None:
        """Take a reason back; the hint is there again."""
        with self._store.write() as session:
            answer = _answer(session, casus_id, hint_id)
            if answer is not None:
                session.delete(answer)


@cache
def drempels() -> Mapping[HintRegel, Drempel]:
    """Read from how many days each rule speaks."""
    try:
        found = tomllib.loads(resources.path(BESTAND).read_text("utf-8"))
        return {
            regel: Drempel(found[regel.value]["dagen"], found[regel.value].get("jong", 0))
            for regel in HintRegel
        }
    except (OSError, UnicodeDecodeError, tomllib.TOMLDecodeError, KeyError) as error:
        raise OutsideError(
            f"Het bestand {BESTAND} kan niet worden gelezen. Installeer vtdesk opnieuw."
        ) from error


def _answers(session: Session, casus_id: UUID) -> dict[str, str]:
    query = select(Hintantwoord).where(Hintantwoord.casus_id == casus_id)
    return {answer.hint: answer.feiten for answer in session.scalars(query)}


def _answer(session: Session, casus_id: UUID, hint_id: str) -> Hintantwoord | None:
    query = select(Hintantwoord).where(
        Hintantwoord.casus_id == casus_id, Hintantwoord.hint == hint_id
    )
    return session.scalars(query).first()
