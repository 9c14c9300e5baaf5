"""What a person is and was in a casus: roles with their periods, and the birth of a child."""

from dataclasses import dataclass
from datetime import date
from uuid import UUID

from sqlalchemy import select
from sqlalchemy.orm import Session

from vtdesk.errors import UserError
from vtdesk.models import Betrokkenheid, Persoon
from vtdesk.values.kinds import Geslacht, Rol
from vtdesk.values.periode import Periode

OUTDATED = "Deze persoon is intussen ergens anders gewijzigd. Open de persoon opnieuw."


@dataclass(frozen=True, slots=True)
class RolRow:
    """One role in one casus, from when until when."""

    id: UUID
    rol: Rol
    periode: Periode
    toelichting: str


@dataclass(frozen=True, slots=True)
class RolWijziging:
    """What somebody becomes in a casus: from a day on, or, without one, was all along.

    `version` is of the role that this changes.
    """

    betrokkenheid_id: UUID
    version: int
    rol: Rol
    toelichting: str
    vanaf: date | None = None


@dataclass(frozen=True, slots=True)
class Geboorte:
    """What is known of a child when it is born; `geboren` is empty while it is not."""

    geboren: date | None
    voornaam: str
    tussenvoegsel: str
    achternaam: str
    geslacht: Geslacht


def rollen_of(session: Session, casus_id: UUID, persoon_id: UUID) -> tuple[RolRow, ...]:
    """List the roles of a person in a casus, the first first."""
    query = (
        select(Betrokkenheid)
        .where(Betrokkenheid.casus_id == casus_id, Betrokkenheid.persoon_id == persoon_id)
        .order_by(Betrokkenheid.vanaf)
    )
    return tuple(
        RolRow(one.id, one.rol, Periode(one.vanaf, one.tot), one.toelichting)
        for one in session.scalars(query)
    )


def change_rol(session: Session, persoon_id: UUID, wijziging: RolWijziging) -> None:
    """Put a role right, or end it and begin another; on its first day it was wrong."""
    now = session.get_one(Betrokkenheid, wijziging.betrokkenheid_id)
    if now.persoon_id != persoon_id:
        raise UserError("Deze rol hoort bij iemand anders. Open de persoon opnieuw.")
    if now.version != wijziging.version:
        raise UserError(OUTDATED)
    if now.tot is not None:
        raise UserError("Deze rol is al beëindigd. Open de persoon opnieuw.")
    rol, toelichting, vanaf = wijziging.rol, wijziging.toelichting, wijziging.vanaf
    if vanaf is None or rol is now.rol or vanaf == now.vanaf:
        now.rol, now.toelichting = rol, toelichting
        return
    if now.vanaf and vanaf < now.vanaf:
        raise UserError("De nieuwe rol begint vóór de rol van nu. Kies een latere dag.")
    now.tot = vanaf
    session.add(
        Betrokkenheid(
            casus_id=now.casus_id,
            persoon_id=now.persoon_id,
            rol=rol,
            organisatie_id=now.organisatie_id,
            toelichting=toelichting,
            vanaf=vanaf,
        )
    )


def bear(session: Session, persoon: Persoon, geboorte: Geboorte) -> None:
    """Give a child its day of birth; the role of unborn child ends and that of child begins."""
    if geboorte.geboren is None:
        raise UserError("Vul in wanneer het kind is geboren.")
    if persoon.geboortedatum is not None:
        raise UserError("Dit kind is al geboren. Wijzig de geboortedatum bij de persoon.")
    _call(persoon, geboorte)
    unborn = select(Betrokkenheid).where(
        Betrokkenheid.persoon_id == persoon.id,
        Betrokkenheid.rol == Rol.ONGEBOREN,
        Betrokkenheid.tot.is_(None),
    )
    for role in session.scalars(unborn).all():
        turn = max(geboorte.geboren, role.vanaf or geboorte.geboren)
        role.tot = turn
        session.add(
            Betrokkenheid(
                casus_id=role.casus_id,
                persoon_id=persoon.id,
                rol=Rol.KIND,
                organisatie_id=role.organisatie_id,
                vanaf=turn,
            )
        )


def unbear(session: Session, persoon: Persoon, before: Geboorte) -> None:
    """Put back what was before `bear`."""
    _call(persoon, before)
    roles = session.scalars(
        select(Betrokkenheid).where(Betrokkenheid.persoon_id == persoon.id)
    ).all()
    for unborn in (role for role in roles if role.rol is Rol.ONGEBOREN and role.tot):
        for child in roles:
            same = child.casus_id == unborn.casus_id and child.vanaf == unborn.tot
            if child.rol is Rol.KIND and same:
                session.delete(child)
        unborn.tot = None


def _call(persoon: Persoon, geboorte: Geboorte) -> None:
    persoon.geboortedatum = geboorte.geboren
    persoon.voornaam = geboorte.voornaam
    persoon.tussenvoegsel = geboorte.tussenvoegsel
    persoon.achternaam = geboorte.achternaam
    persoon.geslacht = geboorte.geslacht
