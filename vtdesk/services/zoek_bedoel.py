"""`Bedoel je …?`: the nearest word that does stand somewhere, when nothing was found."""

import dataclasses
from collections.abc import Mapping
from uuid import UUID

from sqlalchemy.orm import Session

from vtdesk.models import Zoekstuk
from vtdesk.services.zoek_vraag import opdracht
from vtdesk.store.stop import Stop
from vtdesk.store.woordenschat import Woordenschat
from vtdesk.store.zoekindex import TABELLEN, read_stof
from vtdesk.store.zoekstof import Zoekstof
from vtdesk.values.afstand import afstand
from vtdesk.values.buiging import vormen
from vtdesk.values.vouwen import woorden_met_plaats
from vtdesk.values.zoekvraag import Zoekvraag

SHORTEST, LONG = 4, 6  # letters: shorter words are not guessed, longer ones may have two errors
_CHECK_EVERY = 5000  # words between two looks whether anybody still waits


def bedoeld(
    session: Session, getypt: str, vraag: Zoekvraag, schat: Woordenschat, stop: Stop | None
) -> str:
    """Give the question with near words for those that stand nowhere; empty when that is no help.

    The words come as they are written where they stand.
    """
    near: dict[str, str] = {}
    for term in vraag.termen:
        if len(term) >= SHORTEST and not schat.met(vormen(term)):
            near[term] = _nearest(term, schat, stop)
    if not near or not all(near.values()):
        return ""
    other = dataclasses.replace(vraag, termen=tuple(near.get(t, t) for t in vraag.termen))
    asked = opdracht(session, other, schat)
    numbers = asked.nummers(session, beste=False, meest=1) if asked is not None else []
    if not numbers:
        return ""
    written = _written(session, numbers[0])
    return _replaced(getypt, {term: written.get(word, word) for term, word in near.items()})


def _nearest(term: str, schat: Woordenschat, stop: Stop | None) -> str:
    most = 1 if len(term) < LONG else 2
    letters = set(term)
    best: tuple[int, bool, str] | None = None
    for number, word in enumerate(schat.alle()):
        if stop is not None and number % _CHECK_EVERY == 0:
            stop.check()
        if abs(len(word) - len(term)) > most or len(letters.symmetric_difference(word)) > 2 * most:
            continue
        found = afstand(term, word, most)
        if found <= most:
            this = (found, word[0] != term[0], word)  # of two, the one that begins as it was typed
            best = min(best, this) if best else this
    return best[2] if best else ""


def _written(session: Session, number: int) -> Mapping[str, str]:
    """Give the words of what was found as they stand there, by their folded form."""
    row = session.get_one(Zoekstuk, number)
    found: dict[UUID, Zoekstof] = read_stof(session, TABELLEN[row.tabel], [row.rij])
    tekst = found[row.rij].tekst if row.rij in found else ""
    return {w.gevouwen: tekst[w.begin : w.einde] for w in woorden_met_plaats(tekst)}


def _replaced(getypt: str, words: Mapping[str, str]) -> str:
    for word in reversed(woorden_met_plaats(getypt)):
        if word.gevouwen in words:
            getypt = f"{getypt[: word.begin]}{words[word.gevouwen]}{getypt[word.einde :]}"
    return getypt
