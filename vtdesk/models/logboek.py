"""The logboek of who did what, as a chain, and the outbox that a later exchange will read."""

from datetime import datetime
from typing import Any
from uuid import UUID

from sqlalchemy.orm import Mapped, mapped_column

from vtdesk.models.base import Base


class Logregel(Base):
    """Who did what to which thing and when; never what it said. Fields as NEN 7513 asks them.

    `keten` binds each line to the one before it (`store/logketen.py`); the database itself refuses
    to change a line.
    """

    __tablename__ = "logboek"

    seq: Mapped[int] = mapped_column(primary_key=True, init=False)
    tijd: Mapped[datetime] = mapped_column(index=True)
    verschil: Mapped[int]  # minutes by which the clock of Amsterdam was ahead of UTC
    klok_ok: Mapped[bool]  # False when this moment lies before the line before it
    gebruiker: Mapped[str]
    functie: Mapped[str]
    apparaat: Mapped[str]  # a random name of this installation
    programma: Mapped[str]
    actie: Mapped[str]
    uitkomst: Mapped[str]
    soort: Mapped[str]
    ding: Mapped[UUID] = mapped_column(index=True)
    casus: Mapped[UUID | None] = mapped_column(default=None, index=True)
    doel: Mapped[str]  # the stage the casus was in
    bescherming: Mapped[str]
    detail: Mapped[str] = mapped_column(default="")  # from a closed list, no free text
    reden_merk: Mapped[bytes | None] = mapped_column(default=None)  # binds the Logreden
    vorige: Mapped[bytes]
    keten: Mapped[bytes]


class Logreden(Base):
    """Why a sealed thing was opened: the only free words, apart, so that they can be destroyed."""

    __tablename__ = "logreden"

    seq: Mapped[int] = mapped_column(primary_key=True, autoincrement=False)
    zout: Mapped[bytes]  # without it, nobody can guess the words from the mark in the chain
    tekst: Mapped[str]


class Logkop(Base):
    """A signed head: up to this line the logboek was so."""

    __tablename__ = "logkop"

    seq: Mapped[int] = mapped_column(primary_key=True, autoincrement=False)
    keten: Mapped[bytes]
    sleutel: Mapped[bytes]
    handtekening: Mapped[bytes]


class Logstomp(Base):
    """What is left of lines whose time was over: how many, from when to when, and their end."""

    __tablename__ = "logstomp"

    tot: Mapped[int] = mapped_column(primary_key=True, autoincrement=False)  # the last that went
    keten: Mapped[bytes]  # of that last line
    aantal: Mapped[int]
    van_tijd: Mapped[datetime]
    tot_tijd: Mapped[datetime]
    sleutel: Mapped[bytes]
    handtekening: Mapped[bytes]


class Uitgaand(Base):
    """The outbox: which thing reached which version, for later exchange between machines."""

    __tablename__ = "outbox"

    seq: Mapped[int] = mapped_column(primary_key=True, init=False)
    tijd: Mapped[datetime]
    tabel: Mapped[str]
    rij: Mapped[UUID] = mapped_column(index=True)
    versie: Mapped[int]
    actie: Mapped[str]


class Sleutelwaarde(Base):
    """Facts about the kluis itself, such as the signing key and whether it is a demo."""

    __tablename__ = "meta"

    sleutel: Mapped[str] = mapped_column(primary_key=True)
    waarde: Mapped[dict[str, Any]]
