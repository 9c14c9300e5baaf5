"""The people of a casus around one receiver: who is named in a text, and who may be read about."""

from collections.abc import Iterable
from datetime import date
from uuid import UUID

from sqlalchemy import select
from sqlalchemy.orm import Session

from vtdesk.models import Betrokkenheid, Inzet, Organisatie, Persoon, Relatie
from vtdesk.services.persoon_rows import KINDEREN, OUDERS
from vtdesk.services.uitgaand.gezag import mag_lezen_over
from vtdesk.services.uitgaand.mensen import AAN_HET_WERK, GEEN_NAAM, Mens, Noemer
from vtdesk.services.uitgaand.rows import Ontvanger
from vtdesk.values.casuskinds import RelatieSoort
from vtdesk.values.kinds import Rol
from vtdesk.values.uitgaand import OntvangerSoort, WegReden
from vtdesk.values.uitgaandwoorden import uitgaandwoorden
from vtdesk.values.vouwen import woorden

_AT_WORK = (Rol.PROFESSIONAL, Rol.INFORMANT)
_SHORTEST = 2


class Kring:
    """Everybody around one receiver."""

    def __init__(
        self,
        ontvanger: Ontvanger,
        mensen: Iterable[Mens],
        leesbaar: frozenset[UUID],
        *,
        is_beschermd: bool = False,
        deed_geweld: bool = False,
        organisaties: Iterable[str] = (),
    ) -> None:
        self._organisaties = frozenset(" ".join(woorden(one)) for one in organisaties)
        self.ontvanger = ontvanger
        self.is_beschermd = is_beschermd  # what was agreed to keep somebody safe is about this one
        self.deed_geweld = deed_geweld  # what a child told is safe with this one for a reason only
        self.mensen = {mens.id: mens for mens in mensen}
        self._noemer = Noemer(self.mensen)
        own = {ontvanger.persoon_id} if ontvanger.persoon_id else set()
        self.eigen: frozenset[UUID] = leesbaar | own
        self.verboden = frozenset(
            mens.id for mens in self.mensen.values() if mens.is_kind and mens.id not in self.eigen
        )
        here = self.mensen.get(ontvanger.persoon_id) if ontvanger.persoon_id else None
        self.is_familie = ontvanger.soort is OntvangerSoort.PERSOON
        # Of children a parent lacks the gezag; to anybody else a child is another person.
        is_parent = bool(here and here.is_kern and not here.is_kind)
        self.reden_kind = WegReden.GEEN_GEZAG if is_parent else WegReden.OVER_EEN_ANDER
        self.is_ver = self.is_familie and not (here and here.is_kern)  # reads only about oneself

    def genoemd(self, tekst: str) -> frozenset[UUID]:
        """Say of whom a text speaks, by name or by a word for what they are."""
        return self._noemer.genoemd(tekst)

    def bedoeld(
        self, tekst: str, eerder: frozenset[UUID], named: frozenset[UUID]
    ) -> frozenset[UUID]:
        """Say of whom a sentence goes on with `zij` or `hij`.

        Who is named in the sentence comes first, then who was named before it. Where nobody was,
        it is the reader or an own child when it can be, and else a parent.
        """
        meant = frozenset[UUID]()
        for name in self._noemer.geslachten(tekst, eerder | named):
            if self._noemer.van_geslacht(name, named):
                continue  # counted already, by name
            fits = self._noemer.van_geslacht(name)
            meant |= fits & eerder or fits & self.eigen or self._noemer.kern_eerst(fits)
        return meant

    def van_geslacht(self, name: str, wie: Iterable[UUID]) -> frozenset[UUID]:
        """List who of these a word for women or for men may mean."""
        return self._noemer.van_geslacht(name, wie)

    def is_rol(self, tekst: str) -> bool:
        """Tell whether a text is no more than a word for a role, a name, or an organisation."""
        folded = f" {' '.join(woorden(tekst))} "
        for organisatie in self._organisaties:
            folded = folded.replace(f" {organisatie} ", " ")
        words = [word for word in folded.split() if not word.isdecimal()]
        known = uitgaandwoorden().hoedanigheid | GEEN_NAAM
        known |= frozenset[str]().union(
            *(mens.namen | mens.woorden | mens.achternamen for mens in self.mensen.values())
        )
        return all(word in known for word in words)

    def ouders(self) -> frozenset[UUID]:
        """List the grown people of the family itself."""
        return frozenset(i for i, mens in self.mensen.items() if mens.is_kern and not mens.is_kind)

    def is_melder(self, wie: UUID) -> bool:
        """Tell whether somebody is here for the melding alone."""
        mens = self.mensen.get(wie)
        return bool(mens and mens.is_melder)

    def is_kind(self, wie: UUID) -> bool:
        """Tell whether somebody is a child of this casus."""
        mens = self.mensen.get(wie)
        return bool(mens and mens.is_kind)

    def is_buiten(self, wie: UUID) -> bool:
        """Tell whether somebody stands outside the family itself, and is there in private."""
        mens = self.mensen.get(wie)
        return bool(mens and not mens.is_kern and not mens.at_work)

    def anderen(self, wie: Iterable[UUID]) -> frozenset[UUID]:
        """Keep those about whom this receiver reads nothing by right."""
        return frozenset(i for i in wie if i not in self.eigen and not (self._is_at_work(i)))

    def naam(self, wie: UUID) -> str:
        """Say how one of them is called."""
        mens = self.mensen.get(wie)
        return mens.naam if mens else "een ander"

    def _is_at_work(self, wie: UUID) -> bool:
        mens = self.mensen.get(wie)
        return bool(mens and mens.at_work)


def kring_van(session: Session, casus_id: UUID, ontvanger: Ontvanger, today: date) -> Kring:
    """Draw the circle around a receiver."""
    query = (
        select(Persoon, Betrokkenheid)
        .join(Betrokkenheid, Betrokkenheid.persoon_id == Persoon.id)
        .where(Betrokkenheid.casus_id == casus_id)
    )
    roles: dict[UUID, set[Rol]] = {}
    people: dict[UUID, Persoon] = {}
    at_work: set[UUID] = set()
    for persoon, role in session.execute(query):
        people[persoon.id] = persoon
        roles.setdefault(persoon.id, set()).add(role.rol)
        if _speaks_from_work(persoon, role):
            at_work.add(persoon.id)
    children = [i for i in people if roles[i] & set(KINDEREN)]
    reader = ontvanger.persoon_id
    may = mag_lezen_over(session, reader, children, today) if reader else frozenset()
    shared = _shared(people.values())
    mensen = [
        _mens(persoon, roles[i], shared, at_work=i in at_work and roles[i] <= set(_AT_WORK))
        for i, persoon in people.items()
    ]
    grown = [i for i in people if roles[i] & set(OUDERS)]
    involved = (
        select(Organisatie.naam)
        .join(Inzet, Inzet.organisatie_id == Organisatie.id)
        .where(Inzet.casus_id == casus_id)
    )
    suffered, used = _geweld(session, reader, grown)
    return Kring(
        ontvanger,
        mensen,
        may,
        is_beschermd=suffered and not used,
        deed_geweld=used,
        organisaties=session.scalars(involved),
    )


def deed_geweld(session: Session, persoon_id: UUID) -> bool:
    """Tell whether violence came from somebody."""
    return _geweld(session, persoon_id, [])[1]


def _geweld(session: Session, reader: UUID | None, grown: list[UUID]) -> tuple[bool, bool]:
    """Tell whether violence came to this one from a parent, and from this one to anybody."""
    query = select(Relatie.van_id, Relatie.naar_id).where(
        Relatie.soort == RelatieSoort.GEWELD,
        Relatie.van_id.in_(grown) | (Relatie.van_id == reader),
    )
    found = session.execute(query).all()
    return any(naar == reader for _, naar in found), any(van == reader for van, _ in found)


def _shared(people: Iterable[Persoon]) -> frozenset[str]:
    """List family names that more than one of them has: they point at nobody."""
    seen: set[str] = set()
    twice: set[str] = set()
    for persoon in people:
        for word in woorden(persoon.achternaam):
            (twice if word in seen else seen).add(word)
    return frozenset(twice)


def _speaks_from_work(persoon: Persoon, role: Betrokkenheid) -> bool:
    """Tell whether somebody is here by profession; of an informant something must say so."""
    if role.rol is not Rol.INFORMANT:
        return role.rol in _AT_WORK
    words = {*woorden(persoon.naam), *woorden(role.toelichting)}
    return bool(role.organisatie_id or words & AAN_HET_WERK)


def _mens(persoon: Persoon, roles: set[Rol], shared: frozenset[str], *, at_work: bool) -> Mens:
    names = [] if persoon.onbekend else _name_words(persoon)
    known = frozenset(
        word
        for word in names
        if len(word) >= _SHORTEST and word not in shared and word not in GEEN_NAAM
    )
    is_kind = bool(roles & set(KINDEREN))
    words = (uitgaandwoorden().van_rol(rol, persoon.geslacht) for rol in roles)
    return Mens(
        id=persoon.id,
        naam=_called(persoon),
        heet=persoon.naam,
        is_kind=is_kind,
        geslacht=persoon.geslacht,
        is_kern=is_kind or bool(roles & set(OUDERS)),
        at_work=at_work,
        namen=known,
        woorden=frozenset[str]().union(*words),
        voornamen=tuple(one for one in woorden(persoon.voornaam) if one not in GEEN_NAAM),
        achternamen=frozenset(woorden(persoon.achternaam)) - GEEN_NAAM,
        is_melder=Rol.MELDER in roles and roles <= {*_AT_WORK, Rol.MELDER},
    )


def _called(persoon: Persoon) -> str:
    """Say how one speaks of somebody; a title alone is no name."""
    is_title = set(woorden(persoon.voornaam)) <= GEEN_NAAM
    return persoon.naam if is_title else persoon.voornaam


def _name_words(persoon: Persoon) -> list[str]:
    return [*woorden(persoon.voornaam), *woorden(persoon.achternaam)]
