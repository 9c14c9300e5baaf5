"""Follows a statement to every document, version and receiver that holds it; changes nothing."""

import json
from collections.abc import Iterable
from uuid import UUID

from sqlalchemy import select
from sqlalchemy.orm import Session

from vtdesk.models import Correctiebrief, Logregel, Uitspraak, Versie, Verzending, Wijziging
from vtdesk.services.correctie_rows import BriefRow, Keten, Ontvangst, VerzendingRow
from vtdesk.services.uitspraak_regels import VERVALLEN, steunend_op
from vtdesk.services.uitspraak_rows import to_row, to_wijziging
from vtdesk.services.uitspraak_tekst import to_regel
from vtdesk.services.uitspraken import rustend, statements
from vtdesk.services.vindplaatsen import in_versie, shown_in, stukken, vindplaatsen
from vtdesk.values.casuskinds import WijzigingSoort
from vtdesk.values.kinds import Kind
from vtdesk.values.tekst import Tekst, Uitspraakregel, plain, regel_from_json
from vtdesk.values.tijd import local

VERSIE = "versie "
_MET_BRIEF = (
    WijzigingSoort.WEERLEGD, WijzigingSoort.INGETROKKEN, WijzigingSoort.TEKST,
    WijzigingSoort.HERSTELD,
)  # fmt: skip
_ENDS = (WijzigingSoort.WEERLEGD, WijzigingSoort.INGETROKKEN)


def keten_van(session: Session, uitspraak: Uitspraak) -> Keten:
    """Collect the whole chain of a statement, as it is now."""
    resting = resting_on(session, uitspraak)
    lines = statements(session, uitspraak.casus_id, Uitspraak.id.in_(resting)) if resting else []
    ids = {uitspraak.id, *resting}
    wijziging = last_change(session, uitspraak)
    return Keten(
        uitspraak=to_row(uitspraak),
        duidingen=tuple(lines),
        vindplaatsen=tuple(vindplaatsen(session, uitspraak.casus_id, ids)),
        ontvangers=tuple(_receivers(session, uitspraak, ids, wijziging)),
        wijziging=to_wijziging(wijziging) if wijziging else None,
    )


def resting_on(session: Session, uitspraak: Uitspraak) -> frozenset[UUID]:
    """List the conclusions that rest on a statement, in any text; removed ones count too."""
    return steunend_op(uitspraak.id, rustend(session, Uitspraak.casus_id == uitspraak.casus_id))


def held_by(
    verzending: Verzending, versie: Versie | None, wanted: frozenset[UUID]
) -> frozenset[UUID]:
    """List which of these a receiver holds: as noted when it was sent, and as it was sealed.

    What was left out of this copy is not held: a letter about it would tell what it said.
    """
    names, left_out = set(verzending.uitspraken), set(verzending.niet_erin)
    noted = frozenset(one for one in wanted if str(one) in names)
    held = noted | shown_in(versie, wanted) if versie else noted
    return frozenset(one for one in held if str(one) not in left_out)


def sent_version(session: Session, verzending: Verzending) -> Versie | None:
    """Give the sealed version that was sent; None when it was a draft."""
    if not verzending.versie.startswith(VERSIE):
        return None
    nummer = int(verzending.versie.removeprefix(VERSIE))
    query = select(Versie).where(
        Versie.verslag_id == verzending.verslag_id, Versie.nummer == nummer
    )
    return session.scalar(query)


def as_held(
    session: Session, verzending: Verzending, uitspraken: Iterable[Uitspraak]
) -> dict[UUID, Uitspraakregel]:
    """Give statements as they stood in what was sent; without those of which that is not sure."""
    versie = sent_version(session, verzending)
    if versie is not None:
        sealed = Tekst.from_json(json.loads(versie.inhoud)["tekst"])
        wanted = {uitspraak.id for uitspraak in uitspraken}
        return {regel.id: regel for regel in sealed.uitspraken() if regel.id in wanted}
    found = ((one.id, _on_the_day(session, one, verzending)) for one in uitspraken)
    return {one: regel for one, regel in found if regel}


def _on_the_day(
    session: Session, uitspraak: Uitspraak, verzending: Verzending
) -> Uitspraakregel | None:
    """Give a statement as a draft had it; None when it was changed on that very day."""
    query = select(Wijziging).where(Wijziging.uitspraak_id == uitspraak.id)
    later = [
        one
        for one in session.scalars(query.order_by(Wijziging.moment))
        if local(one.moment).date() >= verzending.verzonden_op
    ]
    states = [*(regel_from_json(one.was) for one in later), to_regel(uitspraak)]
    that_day = sum(local(one.moment).date() == verzending.verzonden_op for one in later)
    possible = states[: that_day + 1]
    same = {(plain(one), one.bron) for one in possible}
    return possible[0] if len(same) == 1 else None


def last_change(session: Session, uitspraak: Uitspraak) -> Wijziging | None:
    """Give the newest change that receivers must hear of; of what no longer holds, its end."""
    told = _ENDS if uitspraak.verificatie in VERVALLEN else _MET_BRIEF
    query = select(Wijziging).where(
        Wijziging.uitspraak_id == uitspraak.id, Wijziging.soort.in_(told)
    )
    return session.scalars(query.order_by(Wijziging.moment.desc())).first()


def ends_to_undo(session: Session, uitspraak_id: UUID) -> list[Wijziging]:
    """List the changes since which a statement no longer holds, the newest first.

    A refuted statement may be withdrawn as well; what it was lies before the first of the two.
    """
    query = select(Wijziging).where(
        Wijziging.uitspraak_id == uitspraak_id,
        Wijziging.soort.in_(_ENDS),
    )
    found: list[Wijziging] = []
    for ended in session.scalars(query.order_by(Wijziging.moment.desc())):
        found.append(ended)
        if regel_from_json(ended.was).verificatie not in VERVALLEN:
            break
    return found


def bevindingen(session: Session, casus_id: UUID) -> list[str]:
    """Check that no link of the chain was lost; gives findings in words."""
    found: list[str] = []
    query = select(Verzending).where(Verzending.casus_id == casus_id)
    sendings = session.scalars(query.order_by(Verzending.verzonden_op)).all()
    for verzending in sendings:
        versie = sent_version(session, verzending)
        if versie and (lost := in_versie(versie) - _noted(verzending)):
            zinnen = "1 uitspraak" if len(lost) == 1 else f"{len(lost)} uitspraken"
            found.append(
                f"Bij de verzending aan {verzending.ontvanger} ontbreekt {zinnen} "
                f"van {verzending.versie}."
            )
    noted = select(Logregel.ding).where(
        Logregel.actie == "C",
        Logregel.soort == Kind.VERZENDING.value,
        Logregel.detail == Verzending.__tablename__,
        Logregel.casus == casus_id,
    )
    gone = set(session.scalars(noted)) - {verzending.id for verzending in sendings}
    if gone:
        what = "1 verzending staat" if len(gone) == 1 else f"{len(gone)} verzendingen staan"
        found.append(f"{what} in het logboek en niet meer in de casus.")
    return found


def _noted(verzending: Verzending) -> frozenset[UUID]:
    """Give every statement that a sending accounts for: in the copy, or left out of it."""
    return frozenset(map(UUID, (*verzending.uitspraken, *verzending.niet_erin)))


def to_brief(brief: Correctiebrief) -> BriefRow:
    """Give a stored letter as a row."""
    return BriefRow(
        id=brief.id,
        ontvanger=brief.tekst["ontvanger"],
        gemaakt_op=local(brief.gemaakt_op),
        verstuurd_op=brief.verstuurd_op,
        niet_nodig_want=brief.niet_nodig_want,
    )


def to_verzending(verzending: Verzending) -> VerzendingRow:
    """Give a stored sending as a row."""
    return VerzendingRow(
        verzending.id,
        verzending.versie,
        verzending.ontvanger,
        verzending.verzonden_op,
        verzending.wijze,
    )


def _receivers(
    session: Session, uitspraak: Uitspraak, ids: Iterable[UUID], wijziging: Wijziging | None
) -> list[Ontvangst]:
    wanted = frozenset(ids)
    known = stukken(session, uitspraak.casus_id)
    query = select(Verzending).where(Verzending.casus_id == uitspraak.casus_id)
    letters = _letters(session, wijziging)
    found: list[Ontvangst] = []
    for verzending in session.scalars(query.order_by(Verzending.verzonden_op)):
        versie = sent_version(session, verzending)
        held = held_by(verzending, versie, wanted)
        if not held:
            continue
        brief = letters.get(verzending.id)
        found.append(
            Ontvangst(
                verzending=to_verzending(verzending),
                stuk=known[verzending.verslag_id],
                direct=uitspraak.id in held,
                klopt=_is_right(session, verzending, versie, wijziging),
                brief=to_brief(brief) if brief else None,
            )
        )
    return found


def _letters(session: Session, wijziging: Wijziging | None) -> dict[UUID, Correctiebrief]:
    if wijziging is None:
        return {}
    query = select(Correctiebrief).where(Correctiebrief.wijziging_id == wijziging.id)
    return {brief.verzending_id: brief for brief in session.scalars(query)}


def _is_right(
    session: Session, verzending: Verzending, versie: Versie | None, wijziging: Wijziging | None
) -> bool:
    """Tell whether what was sent already says what became of the statement."""
    if wijziging is None:
        return False
    if wijziging.soort is WijzigingSoort.HERSTELD:
        return not _heard_before(session, verzending, wijziging)
    if versie is not None:  # sealed with what the casus knew at that moment
        return versie.vastgesteld_op > wijziging.moment
    return verzending.verzonden_op > local(wijziging.moment).date()


def _heard_before(session: Session, verzending: Verzending, wijziging: Wijziging) -> bool:
    """Tell whether this receiver was told of the change that is now undone."""
    query = (
        select(Correctiebrief.id)
        .join(Wijziging, Wijziging.id == Correctiebrief.wijziging_id)
        .where(
            Correctiebrief.verzending_id == verzending.id,
            Correctiebrief.verstuurd_op.is_not(None),
            Wijziging.uitspraak_id == wijziging.uitspraak_id,
        )
    )
    return session.scalar(query.limit(1)) is not None
