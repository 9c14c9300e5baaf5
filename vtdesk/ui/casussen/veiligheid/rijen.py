"""The rows of the tab: what each says in the list."""

from collections.abc import Iterator, Mapping, Sequence
from dataclasses import dataclass, field
from datetime import date, datetime, time
from uuid import UUID

from vtdesk.services.regie import RegieRow
from vtdesk.services.uitspraak_rows import UitspraakRow
from vtdesk.services.veiligheid import PolitieRow, WaarborgRow
from vtdesk.services.zicht import Estafette, OverdrachtRow, ZichtRow
from vtdesk.ui.labels import label
from vtdesk.ui.widgets.row_delegate import Line
from vtdesk.ui.widgets.row_list import Group
from vtdesk.values.casuskinds import WaarborgSoort
from vtdesk.values.tijd import dag_met_naam, klok, korte_dag

Rij = WaarborgRow | ZichtRow | OverdrachtRow | PolitieRow | RegieRow


@dataclass(frozen=True, slots=True)
class Inhoud:
    """All that the tab shows of one casus."""

    estafette: Estafette
    waarborgen: Sequence[WaarborgRow]
    politie: Sequence[PolitieRow]
    regie: Sequence[RegieRow]
    uitspraken: Mapping[UUID, UitspraakRow] = field(default_factory=dict)  # what checks rest on

    def is_empty(self) -> bool:
        """Tell whether nothing was agreed yet."""
        return not (self.waarborgen or self.politie)


def rijen(inhoud: Inhoud) -> list[Rij | Group]:
    """Put the rows below their heads: who watches, what must hold, police, who directs."""
    return [
        *_group("Zicht op veiligheid", list(_zicht(inhoud.estafette))),
        *_group(
            "Veiligheidsvoorwaarden, gesteld door Veilig Thuis",
            [row for row in inhoud.waarborgen if row.soort is WaarborgSoort.VOORWAARDE],
        ),
        *_group(
            "Veiligheidsafspraken, gemaakt met het gezin",
            [row for row in inhoud.waarborgen if row.soort is WaarborgSoort.AFSPRAAK],
        ),
        *_group("Bij de politie", inhoud.politie),
        *_group("Casusregie", inhoud.regie),
    ]


def line(rij: Rij, today: date) -> Line:
    """Say what a row looks like."""
    match rij:
        case WaarborgRow():
            return _waarborg_line(rij, today)
        case ZichtRow():
            return _zicht_line(rij)
        case OverdrachtRow():
            return _overdracht_line(rij)
        case PolitieRow():
            return _politie_line(rij, today)
        case RegieRow():
            return _regie_line(rij, today)


def volle_datum(day: date) -> str:
    """Write `di 12 mei 2026`, as something that was or will be noted."""
    return f"{dag_met_naam(day)} {day.year}"


def vol_moment(moment: datetime) -> str:
    """Write `di 12 mei 2026 14:30`; midnight is when a day begins, not a time somebody noted."""
    day = volle_datum(moment.date())
    return day if moment.time() == time.min else f"{day} {klok(moment)}"


def _group(title: str, rows: Sequence[Rij]) -> Iterator[Rij | Group]:
    if rows:
        yield Group(title)
        yield from rows


def _zicht(estafette: Estafette) -> Iterator[ZichtRow | OverdrachtRow]:
    """Who watches now, who was asked, and then what was before."""
    yield estafette.nu
    if estafette.aanbod:
        yield estafette.aanbod
    yield from estafette.periodes[1:]
    yield from (offer for offer in estafette.overdrachten if offer.ingetrokken_op)


def _waarborg_line(rij: WaarborgRow, today: date) -> Line:
    chip, tone = waarborg_chip(rij, today)
    if rij.laatste:
        third = f"{korte_dag(rij.laatste.datum)}: {rij.laatste.bewijs}"
    else:
        third = ", ".join(f"{said.wie} {label(said.stand).word}" for said in rij.instemmingen)
    return Line(
        f"{rij.nummer}. {rij.gegevens.wat}",
        " · ".join(filter(None, (rij.gegevens.wie, rij.gegevens.wanneer))),
        third,
        icon=label(rij.soort).icon,
        chip=chip,
        chip_tone=tone,
        quiet=not rij.geldt,
        strong=False,
    )


def waarborg_chip(rij: WaarborgRow, today: date) -> tuple[str, str]:
    """Say in a word how a waarborg stands."""
    if not rij.geldt:
        return "Vervallen", "stil"
    if rij.voorstel:
        return "Voorstel", "overleg"
    if rij.laatste:
        shown = label(rij.laatste.uitkomst)
        return shown.word, shown.tone
    over = rij.gegevens.tot is not None and rij.gegevens.tot < today
    return "Nog niet getoetst", "let-op" if over else "stil"


def _zicht_line(rij: ZichtRow) -> Line:
    since = f"sinds {volle_datum(rij.vanaf.date())}"
    if rij.tot is None:
        return Line(rij.houder, since, icon="veilig", chip="Kijkt nu", chip_tone="goed")
    until = vol_moment(rij.tot)
    return Line(rij.houder, f"{since} tot {until}", icon="veilig", quiet=True, strong=False)


def _overdracht_line(rij: OverdrachtRow) -> Line:
    title = f"Aangeboden aan {rij.gegevens.aan}"
    second = f"op {vol_moment(rij.aangeboden_op)}"
    if not rij.is_open:
        return Line(
            title, f"{second} · {rij.ingetrokken_want}", icon="verzending", chip="Ingetrokken",
            quiet=True, strong=False,
        )  # fmt: skip
    if rij.gegevens.verwacht_op:
        second += f" · verwacht {dag_met_naam(rij.gegevens.verwacht_op)}"
    return Line(
        title, second, icon="verzending", chip="Wacht op antwoord", chip_tone="let-op", strong=False
    )


def _politie_line(rij: PolitieRow, today: date) -> Line:
    chip, tone = "", "stil"
    if rij.beeindigd_op:
        chip = "Beëindigd"
    elif rij.moet_herzien(today):
        chip, tone = "Opnieuw bekijken", "let-op"
    again = rij.gegevens.herzien_op
    parts = (
        f"sinds {korte_dag(rij.gegevens.vanaf)}",
        f"opnieuw bekijken {korte_dag(again)}" if again else "",
        "politie komt direct" if rij.gegevens.direct_komen else "",
    )
    word = label(rij.gegevens.soort)
    return Line(
        f"{word.word[0].upper()}{word.word[1:]}: {rij.gegevens.voor}",
        " · ".join(filter(None, parts)),
        icon=word.icon,
        chip=chip,
        chip_tone=tone,
        quiet=rij.beeindigd_op is not None,
        strong=False,
    )


def _regie_line(rij: RegieRow, today: date) -> Line:
    until = f" tot {dag_met_naam(rij.tot)}" if rij.tot else ""
    chip, tone = ("Nu", "goed") if rij.is_on(today) else ("", "stil")
    if rij.vanaf > today:
        chip, tone = "Straks", "keuze"
    past = rij.tot is not None and rij.tot <= today
    return Line(
        rij.naam, f"vanaf {dag_met_naam(rij.vanaf)}{until}", icon="organisatie", chip=chip,
        chip_tone=tone, quiet=past, strong=False,
    )  # fmt: skip
