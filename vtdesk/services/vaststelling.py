"""Finalising: the checks, the number, the seal; and the correction that makes a next version."""

import dataclasses
import json
from dataclasses import dataclass
from datetime import datetime
from typing import Any
from uuid import UUID

from sqlalchemy import select
from sqlalchemy.orm import Session

from vtdesk.errors import DamageError, UserError
from vtdesk.models import Betrokkenheid, Persoon, Versie, Verslag
from vtdesk.security.canonical import canonical
from vtdesk.security.seal import vingerafdruk
from vtdesk.services import redenen
from vtdesk.services.controle.checks import Betrokken, controleer
from vtdesk.services.controle.melder import melder_genoemd
from vtdesk.services.controle.punt import Punt
from vtdesk.services.controle.soort import van_soort
from vtdesk.services.kop import build_kop
from vtdesk.services.personen import KINDEREN
from vtdesk.services.reacties import reacties_op
from vtdesk.services.schrijfstand_rows import begintekst_van
from vtdesk.services.sjablonen import sjabloon_van
from vtdesk.services.taalwacht import taalpunt
from vtdesk.services.uitspraak_tekst import overlay
from vtdesk.services.versie_ontvangers import Houder, houders
from vtdesk.services.verslagen import concept_of, last_version
from vtdesk.services.zegels import chain_findings, is_intact, seal_version
from vtdesk.store.logketen import sign_end
from vtdesk.store.store import Store, note
from vtdesk.values.document import Onderdeel, VerslagDocument
from vtdesk.values.kinds import Kind, VerslagStand
from vtdesk.values.sjabloon import Controlesoort, Sjabloon
from vtdesk.values.tekst import Tekst, Werkaantekening, plain
from vtdesk.values.tijd import Clock, local

UNREADABLE = (
    "Deze versie is buiten vtdesk veranderd en niet meer te lezen. "
    "Zet een reservekopie van de hele map terug."
)


@dataclass(frozen=True, slots=True)
class VersieRow:
    """One finalised version of a verslag."""

    nummer: int
    vastgesteld_op: datetime
    vingerafdruk: str
    klopt: bool
    reden_correctie: str
    vervangen_door: int


class Vaststelling:
    """Use cases around finalised verslagen; each method is one transaction."""

    def __init__(self, store: Store, clock: Clock) -> None:
        self._store = store
        self._clock = clock

    def controle(self, verslag_id: UUID) -> list[Punt]:
        """List what is done and what is open, in the order of the checks."""
        with self._store.read() as session:
            return _punten(session, session.get_one(Verslag, verslag_id))

    def controle_van(self, verslag_id: UUID, tekst: Tekst) -> list[Punt]:
        """Run the checks on a text that is still being typed."""
        with self._store.read() as session:
            verslag = session.get_one(Verslag, verslag_id)
            return _checked(session, verslag, tekst)

    def finalise(self, verslag_id: UUID, antwoorden: dict[str, str]) -> int:
        """Finalise the draft and give its version number.

        `antwoorden` holds a reason for each open point that may be answered, by the id of the
        point. Raises UserError when a point must be solved or has no reason.
        """
        with self._store.write() as session:
            verslag = session.get_one(Verslag, verslag_id)
            if verslag.stand is VerslagStand.VASTGESTELD:
                raise UserError("Dit verslag is al vastgesteld.")
            punten = _punten(session, verslag)
            _refuse_open(punten, antwoorden)
            previous = last_version(session, verslag_id)
            nummer = previous.nummer + 1 if previous else 1
            now = local(self._clock()).replace(microsecond=0)
            document = _document(session, verslag, nummer, now)
            _refuse_nameless(document)
            content = canonical(document.content())
            kept = redenen.stored(punten, antwoorden)
            seal_version(session, verslag_id, nummer, now, content, kept)
            verslag.stand, verslag.reden_correctie = VerslagStand.VASTGESTELD, ""
            note(
                session,
                "E",
                (Kind.VERSLAG, verslag_id),
                detail="vastgesteld",
                casus=verslag.casus_id,
            )
            sign_end(session)
            return nummer

    def correct(self, verslag_id: UUID, reden: str) -> None:
        """Open a finalised verslag again as the draft of the next version, for a reason."""
        if not reden.strip():
            raise UserError("Schrijf op waarom je een correctie maakt. Het komt op papier.")
        with self._store.write() as session:
            verslag = session.get_one(Verslag, verslag_id)
            if verslag.stand is not VerslagStand.VASTGESTELD:
                raise UserError("Dit verslag is nog niet vastgesteld; je kunt gewoon schrijven.")
            verslag.stand, verslag.reden_correctie = VerslagStand.CONCEPT, reden.strip()
            note(
                session,
                "E",
                (Kind.VERSLAG, verslag_id),
                detail="correctie",
                casus=verslag.casus_id,
            )

    def versies(self, verslag_id: UUID) -> list[VersieRow]:
        """List the finalised versions, newest first, each checked against its seal."""
        query = select(Versie).where(Versie.verslag_id == verslag_id)
        with self._store.read() as session:
            found = session.scalars(query.order_by(Versie.nummer.desc())).all()
            newest = found[0].nummer if found else 0
            return [_row(session, versie, newest) for versie in found]

    def klopt(self) -> list[str]:
        """Check every seal and the chain of all; gives findings in words."""
        with self._store.read() as session:
            return chain_findings(session)

    def houders(self, verslag_id: UUID, *, komt: bool | None = None) -> list[Houder]:
        """List who received which version, and what each of them should get.

        `komt` tells that a next version is on its way; None: when one is being written.
        """
        with self._store.read() as session:
            newest = last_version(session, verslag_id)
            stand = session.get_one(Verslag, verslag_id).stand
            return houders(
                session,
                verslag_id,
                newest.nummer if newest else 0,
                komt=stand is not VerslagStand.VASTGESTELD if komt is None else komt,
            )

    def document(self, verslag_id: UUID, nummer: int | None = None) -> VerslagDocument:
        """Give what goes on paper: a finalised version, or the draft when `nummer` is None."""
        with self._store.read() as session:
            return document_in(session, verslag_id, nummer)


def document_in(session: Session, verslag_id: UUID, nummer: int | None) -> VerslagDocument:
    """Give what goes on paper, within the deed of another."""
    verslag = session.get_one(Verslag, verslag_id)
    newest = last_version(session, verslag_id)
    if nummer is None:
        return _document(session, verslag, newest.nummer + 1 if newest else 1, None)
    versie = session.scalars(
        select(Versie).where(Versie.verslag_id == verslag_id, Versie.nummer == nummer)
    ).first()
    if versie is None:
        raise UserError(f"Versie {nummer} van dit verslag bestaat niet.")
    document = VerslagDocument.from_content(
        _sealed(versie),
        vingerafdruk=vingerafdruk(bytes.fromhex(versie.zegel["inhoud"])),
        vervangen_door=newest.nummer if newest and newest.nummer > nummer else 0,
    )
    return dataclasses.replace(
        document,
        leeg_want=redenen.leeg_want(versie.antwoorden),
        toelichting=redenen.toelichting(versie.antwoorden),
        reacties=reacties_op(session, verslag_id, nummer),
    )


def _punten(session: Session, verslag: Verslag) -> list[Punt]:
    tekst = overlay(session, Tekst.from_json(concept_of(session, verslag.id).tekst))
    return _checked(session, verslag, tekst)


def _checked(session: Session, verslag: Verslag, tekst: Tekst) -> list[Punt]:
    template = sjabloon_van(session, verslag, tekst)
    points = [
        *controleer(tekst, template, _betrokken(session, verslag), _begin(session, verslag)),
        *van_soort(session, verslag, tekst, template),
        *melder_genoemd(session, verslag, tekst),
    ]
    if Controlesoort.TAALWACHT in template.controles:
        points.append(taalpunt(session, tekst))
    return points


def _begin(session: Session, verslag: Verslag) -> Tekst:
    """Give the text it began with; of what was final once, all was looked at."""
    return Tekst() if last_version(session, verslag.id) else begintekst_van(session, verslag.id)


def _refuse_nameless(document: VerslagDocument) -> None:
    if not document.kop.auteur.strip():
        raise UserError("Vul eerst bij Instellingen je naam in. Die komt onder je verslagen.")


def _refuse_open(punten: list[Punt], antwoorden: dict[str, str]) -> None:
    for punt in punten:
        if punt.klaar:
            continue
        if punt.moet:
            raise UserError(f"Vaststellen kan nog niet. {punt.tekst}.")
        if not punt.vrij and not antwoorden.get(punt.id, "").strip():
            raise UserError(f"Los dit op of schrijf op waarom niet: {punt.tekst}.")


def _betrokken(session: Session, verslag: Verslag) -> list[Betrokken]:
    query = (
        select(Persoon, Betrokkenheid.rol)
        .join(Betrokkenheid, Betrokkenheid.persoon_id == Persoon.id)
        .where(Betrokkenheid.casus_id == verslag.casus_id, Betrokkenheid.tot.is_(None))
    )
    return [
        Betrokken(persoon.id, persoon.voornaam or persoon.naam, rol in KINDEREN)
        for persoon, rol in session.execute(query)
    ]


def _document(
    session: Session, verslag: Verslag, nummer: int, moment: datetime | None
) -> VerslagDocument:
    """Build the paper from the draft; notes to oneself stay behind."""
    tekst = overlay(session, Tekst.from_json(concept_of(session, verslag.id).tekst))
    template = sjabloon_van(session, verslag, tekst)
    return VerslagDocument(
        kop=build_kop(session, verslag),
        onderdelen=tuple(
            Onderdeel(
                place,
                sectie.kop,
                sectie.id,
                kolommen=sectie.kolommen,
                per=sectie.per,
                letterlijk=sectie.letterlijk,
                kaart=sectie.kaart,
            )
            for place, sectie in enumerate(template.secties, 1)
        ),
        tekst=_on_paper(tekst, template),
        stand=VerslagStand.VASTGESTELD if moment else VerslagStand.CONCEPT,
        versie=nummer,
        vastgesteld_op=moment,
        reden_correctie=verslag.reden_correctie,
        namen=_names(session, tekst),
        vorm=template.vorm,
        tekenen=template.tekenen,
    )


def _names(session: Session, tekst: Tekst) -> tuple[tuple[UUID, str], ...]:
    """Collect the names of all whom statements are about or hidden from."""
    ids = {i for regel in tekst.uitspraken() for i in (*regel.over, *regel.niet_voor)}
    people = session.scalars(select(Persoon).where(Persoon.id.in_(ids)))
    return tuple(sorted((persoon.id, persoon.naam) for persoon in people))


def _on_paper(tekst: Tekst, template: Sjabloon) -> Tekst:
    """Leave out notes to oneself, and points of the template that nobody filled in."""
    asked = {sectie.id: sectie.velden for sectie in template.secties}
    return Tekst(
        tuple(
            dataclasses.replace(
                sectie,
                blokken=tuple(
                    b
                    for b in sectie.blokken
                    if not isinstance(b, Werkaantekening)
                    and plain(b).strip() not in asked.get(sectie.id, ())
                ),
            )
            for sectie in tekst.secties
        )
    )


def _row(session: Session, versie: Versie, newest: int) -> VersieRow:
    return VersieRow(
        nummer=versie.nummer,
        vastgesteld_op=local(versie.vastgesteld_op),
        vingerafdruk=vingerafdruk(bytes.fromhex(versie.zegel["inhoud"])),
        klopt=is_intact(session, versie),
        reden_correctie=_reason_of(versie),
        vervangen_door=newest if versie.nummer < newest else 0,
    )


def _reason_of(versie: Versie) -> str:
    try:
        return str(_sealed(versie).get("reden_correctie", ""))
    except DamageError:
        return ""  # the band says that its seal is broken


def _sealed(versie: Versie) -> dict[str, Any]:
    """Read what was sealed; it may have been changed from outside into what cannot be read."""
    try:
        found = json.loads(versie.inhoud)
    except ValueError as error:
        raise DamageError(UNREADABLE) from error
    if not isinstance(found, dict):
        raise DamageError(UNREADABLE)
    return found
