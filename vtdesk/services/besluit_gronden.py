"""What a besluit rests on: of a final one as it was then, with what became of it since."""

from collections.abc import Iterable, Mapping
from dataclasses import dataclass, replace
from typing import Any
from uuid import UUID

from typing_extensions import override

from vtdesk.services.uitspraak_regels import met_woord
from vtdesk.services.uitspraak_rows import UitspraakRow
from vtdesk.values.kinds import Verificatie
from vtdesk.values.tekst import Uitspraakregel, regel_from_json, regel_to_json

_WOORD = {
    Verificatie.ONBEVESTIGD: "weer onbevestigd",
    Verificatie.BEVESTIGD: "bevestigd",
    Verificatie.TEGENGESPROKEN: "tegengesproken",
    Verificatie.WEERLEGD: "weerlegd",
    Verificatie.INGETROKKEN: "ingetrokken",
    Verificatie.NIET_TE_VERIFIEREN: "niet te verifiëren",
}


@dataclass(frozen=True, slots=True)
class Grond(UitspraakRow):
    """A statement on which a besluit rests; `sindsdien` says what a final one could not know."""

    sindsdien: str = ""

    @property
    @override
    def woorden(self) -> str:
        """Give the words of then, with what became of them."""
        words = met_woord(self.regel)
        return f"{words} ({self.sindsdien})" if self.sindsdien else words


@dataclass(frozen=True, slots=True)
class CasusUitspraken:
    """The statements of a casus: those that stand, and those that were taken out."""

    staand: Mapping[UUID, UitspraakRow]
    weg: Mapping[UUID, UitspraakRow]


def gronden_to_json(gronden: Iterable[UitspraakRow]) -> list[dict[str, Any]]:
    """Give the stored form of what a besluit rests on at the moment it becomes final."""
    return [regel_to_json(grond.regel) for grond in gronden]


def gronden_from_json(data: Mapping[str, Any]) -> dict[UUID, Uitspraakregel]:
    """Read what a final besluit rested on; empty when it is not final."""
    held = [regel_from_json(one) for one in data.get("gronden", [])]
    return {regel.id: regel for regel in held}


def gronden_now(gekozen: Iterable[UUID], boek: CasusUitspraken) -> tuple[Grond, ...]:
    """Show the grounds of a concept as the casus knows them."""
    return tuple(_grond(boek.staand[one]) for one in gekozen if one in boek.staand)


def gronden_then(
    gekozen: Iterable[UUID], boek: CasusUitspraken, toen: Mapping[UUID, Uitspraakregel]
) -> tuple[Grond, ...]:
    """Show the grounds of a final besluit as they were, with what changed since."""
    known = {**boek.weg, **boek.staand}
    found = [(known[one], toen.get(one, known[one].regel)) for one in gekozen if one in known]
    return tuple(
        replace(
            _grond(row),
            regel=then,
            sindsdien=_since(then, row.regel, weg=row.id in boek.weg),
        )
        for row, then in found
    )


def _grond(row: UitspraakRow) -> Grond:
    return Grond(
        row.id, row.version, row.casus_id, row.regel, row.thema, row.reactie_op_id,
        row.vastgelegd_op,
    )  # fmt: skip


def _since(then: Uitspraakregel, now: Uitspraakregel, *, weg: bool) -> str:
    if weg:
        return "Sindsdien verwijderd."
    judged = replace(then, verificatie=now.verificatie, verificatie_door=now.verificatie_door)
    said = ["gewijzigd"] if judged != now else []
    if now.verificatie is not then.verificatie:
        by = f" door {now.verificatie_door}" if now.verificatie_door else ""
        said.append(f"{_WOORD[now.verificatie]}{by}")
    return f"Sindsdien {' en '.join(said)}." if said else ""
