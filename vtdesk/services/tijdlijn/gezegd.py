"""What was said and written in a casus: statements, verslagen, what was sent, asked and weighed."""

from collections.abc import Iterator
from uuid import UUID

from sqlalchemy import select
from sqlalchemy.orm import Session

from vtdesk.models import (
    Bijlage,
    Correctiebrief,
    Hintantwoord,
    Uitspraak,
    Versie,
    Verzending,
    Verzoek,
    Wijziging,
)
from vtdesk.services.hint_regels import HintRegel
from vtdesk.services.tijdlijn.rows import TijdlijnRow, on
from vtdesk.services.uitspraak_regels import met_woord
from vtdesk.services.uitspraak_tekst import to_regel
from vtdesk.services.vindplaatsen import stukken
from vtdesk.values.casuskinds import VerzoekSoort, WijzigingSoort
from vtdesk.values.kinds import Kind, Verificatie, Zichtbaarheid
from vtdesk.values.tekst import Bron, plain
from vtdesk.values.tijd import local
from vtdesk.values.tijdlijn import TijdlijnSoort

_STAND = {
    Verificatie.TEGENGESPROKEN: "Tegengesproken",
    Verificatie.WEERLEGD: "Weerlegd",
    Verificatie.INGETROKKEN: "Ingetrokken",
    Verificatie.BEVESTIGD: "Bevestigd",
}
_WERD = {
    WijzigingSoort.WEERLEGD: "Weerlegd",
    WijzigingSoort.INGETROKKEN: "Ingetrokken",
    WijzigingSoort.HERSTELD: "Hersteld",
}
_VRAAGT = {
    VerzoekSoort.INZAGE: "Verzoek om inzage",
    VerzoekSoort.AFSCHRIFT: "Verzoek om een afschrift",
    VerzoekSoort.CORRECTIE: "Verzoek om correctie",
    VerzoekSoort.VERNIETIGING: "Verzoek om vernietiging",
}


def gezegd(session: Session, casus_id: UUID) -> Iterator[TijdlijnRow]:
    """List all of it, in no order."""
    query = select(Uitspraak).where(
        Uitspraak.casus_id == casus_id, Uitspraak.verwijderd_op.is_(None)
    )
    statements = {one.id: one for one in session.scalars(query)}
    for one in statements.values():
        yield _uitspraak(one)
    changes = select(Wijziging).join(Uitspraak, Uitspraak.id == Wijziging.uitspraak_id)
    for change in session.scalars(changes.where(Uitspraak.casus_id == casus_id)):
        if change.soort in _WERD and change.uitspraak_id in statements:
            yield _wijziging(change, statements[change.uitspraak_id])
    yield from _papier(session, casus_id)
    for verzoek in session.scalars(select(Verzoek).where(Verzoek.casus_id == casus_id)):
        yield TijdlijnRow(
            id=f"verzoek:{verzoek.id}",
            soort=TijdlijnSoort.VERSLAG,
            moment=on(verzoek.ontvangen_op),
            met_tijd=False,
            titel=_VRAAGT[verzoek.soort],
            personen=(verzoek.persoon_id,),
            kind=Kind.VERZOEK,
            ding=verzoek.id,
        )
    for antwoord in session.scalars(select(Hintantwoord).where(Hintantwoord.casus_id == casus_id)):
        yield _afweging(antwoord)


def _uitspraak(one: Uitspraak) -> TijdlijnRow:
    regel = to_regel(one)
    day = one.informatiedatum or local(one.vastgelegd_op).date()
    said_by = (one.bron_persoon_id,) if one.bron_persoon_id else ()
    return TijdlijnRow(
        id=f"uitspraak:{one.id}",
        soort=TijdlijnSoort.UITSPRAAK,
        moment=on(day),
        met_tijd=False,
        titel=met_woord(regel),
        tekst=_bron(regel.bron),
        woord=_STAND.get(one.verificatie, ""),
        letter=one.letter,
        personen=tuple(dict.fromkeys((*said_by, *regel.over))),
        kind=Kind.UITSPRAAK,
        ding=one.id,
        alleen_vt=one.zichtbaarheid is Zichtbaarheid.ALLEEN_VT,
        niet_voor_iedereen=one.zichtbaarheid is not Zichtbaarheid.IEDEREEN,
    )


def _wijziging(change: Wijziging, one: Uitspraak) -> TijdlijnRow:
    moment = local(change.moment)
    return TijdlijnRow(
        id=f"wijziging:{change.id}",
        soort=TijdlijnSoort.UITSPRAAK,
        moment=moment,
        met_tijd=True,
        titel=f"{_WERD[change.soort]}: {plain(to_regel(one))}",
        tekst=change.reden,
        letter=one.letter,
        personen=tuple(UUID(i) for i in one.over),
        kind=Kind.UITSPRAAK,
        ding=one.id,
        alleen_vt=one.zichtbaarheid is Zichtbaarheid.ALLEEN_VT,
        niet_voor_iedereen=one.zichtbaarheid is not Zichtbaarheid.IEDEREEN,
    )


def _papier(session: Session, casus_id: UUID) -> Iterator[TijdlijnRow]:
    """List what was finalised, what left the desk, and what came in as a file."""
    known = stukken(session, casus_id)
    sealed = select(Versie.id, Versie.verslag_id, Versie.nummer, Versie.vastgesteld_op)
    for versie in session.execute(sealed.where(Versie.verslag_id.in_(known))):
        yield TijdlijnRow(
            id=f"versie:{versie.id}",
            soort=TijdlijnSoort.VERSLAG,
            moment=local(versie.vastgesteld_op),
            met_tijd=True,
            titel=f"{known[versie.verslag_id].naam} vastgesteld",
            woord=f"Versie {versie.nummer}",
            toon="goed",
            kind=Kind.VERSLAG,
            ding=versie.verslag_id,
        )
    sent = {
        one.id: one
        for one in session.scalars(select(Verzending).where(Verzending.casus_id == casus_id))
    }
    for one in sent.values():
        yield TijdlijnRow(
            id=f"verzending:{one.id}",
            soort=TijdlijnSoort.VERSLAG,
            moment=on(one.verzonden_op),
            met_tijd=False,
            titel=f"{known[one.verslag_id].naam} verzonden aan {one.ontvanger}",
            tekst=" · ".join(filter(None, (one.versie, one.wijze))),
            personen=(one.persoon_id,) if one.persoon_id else (),
            kind=Kind.VERSLAG,
            ding=one.verslag_id,
        )
    for brief in session.scalars(select(Correctiebrief).where(Correctiebrief.casus_id == casus_id)):
        if brief.verstuurd_op:
            verzending = sent[brief.verzending_id]
            yield TijdlijnRow(
                id=f"correctiebrief:{brief.id}",
                soort=TijdlijnSoort.VERSLAG,
                moment=on(brief.verstuurd_op),
                met_tijd=False,
                titel=f"Correctiebrief verzonden aan {verzending.ontvanger}",
                kind=Kind.VERSLAG,
                ding=verzending.verslag_id,
            )
    for bijlage in session.scalars(select(Bijlage).where(Bijlage.casus_id == casus_id)):
        yield TijdlijnRow(
            id=f"bijlage:{bijlage.id}",
            soort=TijdlijnSoort.VERSLAG,
            moment=on(bijlage.datum or local(bijlage.toegevoegd_op).date()),
            met_tijd=False,
            titel=f"Bijlage: {bijlage.naam}",
            tekst=bijlage.omschrijving,
            kind=Kind.BIJLAGE,
            ding=bijlage.id,
        )


def _afweging(antwoord: Hintantwoord) -> TijdlijnRow:
    return TijdlijnRow(
        id=f"hintantwoord:{antwoord.id}",
        soort=TijdlijnSoort.AFWEGING,
        moment=local(antwoord.moment),
        met_tijd=True,
        titel=f"{HintRegel.of(antwoord.hint).korte_naam}: reden gegeven",
        tekst=antwoord.reden,
        personen=HintRegel.people_in(antwoord.hint),
        kind=Kind.HINT,
        ding=antwoord.id,
    )


def _bron(bron: Bron) -> str:
    parts = [", ".join(filter(None, (bron.naam, bron.hoedanigheid)))]
    if bron.van_horen_zeggen:
        parts.append(f"van horen zeggen, via {bron.via}")
    return " · ".join(filter(None, parts))
