"""What tells of people without pointing at them: their numbers, and their names in a klad."""

from collections.abc import Iterator
from typing import Any
from uuid import UUID

from sqlalchemy import select
from sqlalchemy.orm import Session

from vtdesk.models import Afgeschermd, Casus, Klad, Organisatie, Persoon
from vtdesk.services.bellen.nummers import numbers_in
from vtdesk.values.kinds import AfgeschermdSoort
from vtdesk.values.vouwen import woorden

_NAME = 2  # signs; a shorter word tells nobody apart


def own_numbers(session: Session, people: set[UUID]) -> set[str]:
    """Give the telephone numbers (E.164) that belong to these people and to nobody else."""
    if not people:
        return set()
    theirs: set[str] = set()
    of_others: set[str] = set()
    for who, written in _written(session):
        (theirs if who in people else of_others).update(numbers_in(written))
    return theirs - of_others


def wipe_kladden(session: Session, casus_id: UUID, people: set[UUID]) -> None:
    """Forget what is half typed and names these people, their numbers or their casus."""
    numbers = {
        number
        for who, written in _written(session)
        if who in people
        for number in numbers_in(written)
    }
    casus = session.get_one(Casus, casus_id)
    phrases = [woorden(casus.naam), woorden(casus.nummer), *_names(session, people)]
    for klad in session.scalars(select(Klad)):
        for typed in _texts(klad.inhoud):
            words = woorden(typed)
            if numbers.intersection(numbers_in(typed)) or any(
                _stands_in(phrase, words) for phrase in phrases
            ):
                session.delete(klad)
                break


def _written(session: Session) -> Iterator[tuple[UUID, str]]:
    """Give every field that holds a number, with whose it is."""
    shielded = select(Afgeschermd.persoon_id, Afgeschermd.waarde).where(
        Afgeschermd.soort == AfgeschermdSoort.TELEFOON
    )
    for query in (
        select(Persoon.id, Persoon.telefoon),
        select(Organisatie.id, Organisatie.telefoon),
        shielded,
    ):
        for who, written in session.execute(query):
            if written:
                yield who, written


def _names(session: Session, people: set[UUID]) -> Iterator[list[str]]:
    for persoon_id in people:
        persoon = session.get_one(Persoon, persoon_id)
        for name in (persoon.voornaam, persoon.achternaam):
            if len(name.strip()) > _NAME:
                yield woorden(name)


def _texts(inhoud: Any) -> Iterator[str]:
    """Give every text in plain values, however deep."""
    if isinstance(inhoud, str):
        yield inhoud
    elif isinstance(inhoud, dict):
        for one in inhoud.values():
            yield from _texts(one)
    elif isinstance(inhoud, list):
        for one in inhoud:
            yield from _texts(one)


def _stands_in(phrase: list[str], words: list[str]) -> bool:
    size = len(phrase)
    places = range(len(words) - size + 1)
    return bool(phrase) and any(words[at : at + size] == phrase for at in places)
