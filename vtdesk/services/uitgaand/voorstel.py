"""What would leave for one receiver: the document without what stays behind, and what is open."""

import dataclasses
from collections.abc import Iterable
from datetime import datetime
from uuid import UUID

from sqlalchemy import func, select
from sqlalchemy.orm import Session

from vtdesk.errors import UserError
from vtdesk.models import Concept, Uitgaandkeuze, Uitgifte, Versie, Verslag
from vtdesk.services.gesprekken import deelnames
from vtdesk.services.sjablonen import sjabloon_van
from vtdesk.services.uitgaand.adreswacht import Adreswacht, Gevonden
from vtdesk.services.uitgaand.bewaking import wacht_voor
from vtdesk.services.uitgaand.kop import gedrukt
from vtdesk.services.uitgaand.kring import Kring, kring_van
from vtdesk.services.uitgaand.lezer import Lezer, Stuk
from vtdesk.services.uitgaand.rows import Keuze, Ontvanger, Voorstel, Weggelaten
from vtdesk.services.uitgaand.titels import aantekeningen, groepen
from vtdesk.services.uitgaand.zeef import Zeef
from vtdesk.services.zegels import is_intact
from vtdesk.values.adreswacht import Wacht
from vtdesk.values.document import VerslagDocument
from vtdesk.values.kinds import Aanwezigheid
from vtdesk.values.sjabloon import Vorm
from vtdesk.values.stukjes import Deel, Plek, stukjes, zonder
from vtdesk.values.tekst import Tekst, Werkaantekening
from vtdesk.values.tijd import local
from vtdesk.values.uitgaand import KeuzeSoort, WegReden

_ROUNDS = 20  # leaving out a sentence may bring two halves together, and so on; in the end it stops


@dataclasses.dataclass(frozen=True, slots=True)
class Uitwerking:
    """A proposal with what the making of it needs to know."""

    voorstel: Voorstel
    wacht: Wacht
    weg: frozenset[Plek]
    origineel: VerslagDocument
    anders: tuple[str, ...]  # words that are something else, said with a reason

    def uitspraken_weg(self) -> frozenset[UUID]:
        """List the statements that are not in this copy."""
        kept = {regel.id for regel in self.voorstel.document.tekst.uitspraken()}
        return frozenset(regel.id for regel in self.origineel.tekst.uitspraken()) - kept


def werk_uit(
    session: Session,
    verslag: Verslag,
    origineel: VerslagDocument,
    ontvanger: Ontvanger,
    now: datetime,
    *,
    verder: int = 0,
) -> Uitwerking:
    """Decide of every piece, with the choices that were made for this receiver.

    `verder` counts the copies that are made before this one, in the same deed.
    """
    nummer = origineel.versie if origineel.vastgesteld_op else 0
    chosen = keuzes_van(session, verslag.id, nummer, ontvanger.sleutel)
    kring = kring_van(session, verslag.casus_id, ontvanger, local(now).date())
    wacht = wacht_voor(session, verslag.casus_id, ontvanger)
    stuk = Stuk(
        origineel,
        verslag.persoon_id,
        _kept_from(session, verslag, origineel),
        wie_erbij(session, verslag),
    )
    vonnissen = Zeef(kring, wacht, stuk).vonnissen()
    found = groepen(vonnissen, kring, origineel, chosen)
    weg = {plek for groep in found if groep.regel.aan for plek in groep.plekken}
    dropped, hits, other = _hits(origineel, wacht, weg, chosen)
    weggelaten = (
        *(groep.regel for groep in found),
        *dropped,
        *aantekeningen(_notes(session, verslag), origineel),
    )
    document = dataclasses.replace(
        gedrukt(zonder(origineel, weg), Lezer(kring, stuk)),
        exemplaar=volgend_exemplaar(session, verslag.casus_id) + verder,
        bestemd_voor=ontvanger.naam,
    )
    waarom = _broken_seal(session, verslag.id, nummer) or _waarom_niet(
        kring, verslag, document, hits
    )
    voorstel = Voorstel(
        document=document,
        weggelaten=weggelaten,
        treffers=tuple(one.treffer for one in hits),
        gezocht=len(wacht.feiten),
        mag=not waarom,
        waarom_niet=waarom,
        keuzes=tuple(chosen),
    )
    return Uitwerking(voorstel, wacht, frozenset(weg), origineel, other)


def _kept_from(
    session: Session, verslag: Verslag, document: VerslagDocument
) -> dict[str, frozenset[str]]:
    """Say from whom the template keeps each part; of a sealed version as much as of a draft."""
    template = sjabloon_van(session, verslag, document.tekst)
    return {one.id: frozenset(one.niet_voor) for one in template.secties if one.niet_voor}


def wie_erbij(session: Session, verslag: Verslag) -> tuple[UUID | None, ...]:
    """Say who came to the talk behind it; whoever came for an organisation is not counted."""
    if verslag.afspraak_id is None:
        return ()
    return tuple(
        one.persoon_id
        for one in deelnames(session, verslag.afspraak_id)
        if one.aanwezigheid is not Aanwezigheid.AFWEZIG
        and (one.persoon_id or not one.organisatie_id)
    )


def keuzes_van(session: Session, verslag_id: UUID, nummer: int, sleutel: str) -> list[Keuze]:
    """List what was decided for one receiver."""
    query = select(Uitgaandkeuze).where(
        Uitgaandkeuze.verslag_id == verslag_id,
        Uitgaandkeuze.nummer == nummer,
        Uitgaandkeuze.ontvanger == sleutel,
    )
    return [Keuze(one.onderwerp, one.soort, one.reden) for one in session.scalars(query)]


def volgend_exemplaar(session: Session, casus_id: UUID) -> int:
    """Give the number of the next copy of this casus."""
    last = session.scalar(select(func.max(Uitgifte.exemplaar)).where(Uitgifte.casus_id == casus_id))
    return (last or 0) + 1


def _hits(
    origineel: VerslagDocument, wacht: Wacht, weg: set[Plek], chosen: Iterable[Keuze]
) -> tuple[list[Weggelaten], list[Gevonden], tuple[str, ...]]:
    """Search until nothing more is left out; gives what she left out, what is open, what is not."""
    decided = {one.onderwerp: one for one in chosen}
    dropped: list[Weggelaten] = []
    for _ in range(_ROUNDS):
        found = Adreswacht().document(origineel, wacht, weg)
        leave = [one for one in found if _says(decided, one, KeuzeSoort.WEGLATEN) and one.plekken]
        if not leave:
            break
        for one in leave:
            weg |= one.plekken
            hit = one.treffer
            dropped.append(
                Weggelaten(
                    id=hit.id,
                    titel="Zin die je zelf weglaat",
                    waar=", ".join(filter(None, (hit.onderdeel, _line(hit.regel)))),
                    reden=WegReden.ZELF_WEGGELATEN,
                    aan=True,
                    gekozen_reden=decided[hit.id].reden,
                )
            )
    other = [one for one in found if _says(decided, one, KeuzeSoort.IETS_ANDERS)]
    still = [one for one in found if one not in other]
    return dropped, still, tuple(one.treffer.woord for one in other)


def _says(decided: dict[str, Keuze], one: Gevonden, soort: KeuzeSoort) -> bool:
    keuze = decided.get(one.treffer.id)
    return keuze is not None and keuze.soort is soort


def _line(regel: int) -> str:
    return f"regel {regel}" if regel else ""


def _notes(session: Session, verslag: Verslag) -> list[Plek]:
    concept = session.scalars(select(Concept).where(Concept.verslag_id == verslag.id)).one()
    return [
        Plek(Deel.SECTIE, sectie.id, place)
        for sectie in Tekst.from_json(concept.tekst).secties
        for place, blok in enumerate(sectie.blokken)
        if isinstance(blok, Werkaantekening)
    ]


def _broken_seal(session: Session, verslag_id: UUID, nummer: int) -> str:
    """Say that a version was changed outside vtdesk; nobody may receive that as ours."""
    query = select(Versie).where(Versie.verslag_id == verslag_id, Versie.nummer == nummer)
    versie = session.scalars(query).first()
    if versie is None or is_intact(session, versie):
        return ""
    return "Dit verslag is buiten vtdesk veranderd. Het zegel klopt niet meer."


def _waarom_niet(
    kring: Kring, verslag: Verslag, document: VerslagDocument, hits: list[Gevonden]
) -> str:
    """Say why nothing may be made yet, or ever for this receiver."""
    receiver = kring.ontvanger
    about = verslag.persoon_id
    is_to = Stuk(document, about).is_gericht
    is_brief = document.vorm == Vorm.BRIEF and about != receiver.persoon_id
    if about and kring.is_familie and (is_brief or about not in kring.eigen):
        if is_to:
            return f"Dit stuk is geschreven aan {kring.naam(about)}, en aan niemand anders."
        if about in kring.verboden:
            return f"Dit stuk gaat over {kring.naam(about)}. {receiver.naam} mag het niet lezen."
    if receiver.waarom_niet and not (is_to and about == receiver.persoon_id):
        return receiver.waarom_niet
    if hits:
        return "Los eerst de treffer op." if len(hits) == 1 else "Los eerst de treffers op."
    if not any(one.plek.deel is Deel.SECTIE for one in stukjes(document)):
        return "Voor deze ontvanger blijft er niets over om te geven."
    return ""


def kiezen(soort: KeuzeSoort, reden: str) -> str:
    """Check the reason of a choice; only leaving out needs none."""
    if soort is not KeuzeSoort.WEGLATEN and not reden.strip():
        raise UserError("Schrijf op waarom. Je keuze komt met de reden in het logboek.")
    return reden.strip()
