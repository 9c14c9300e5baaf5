"""Who is chosen in the drawing: what one must know, who belongs to him, and what was said."""

from collections.abc import Iterable, Iterator, Sequence
from dataclasses import dataclass
from datetime import date
from uuid import UUID

from PySide6.QtCore import Qt, Signal
from PySide6.QtWidgets import QWidget

from vtdesk.services.huishoudens import HuishoudenRow
from vtdesk.services.kop import opsomming
from vtdesk.services.personen import PersoonRow, RolRow
from vtdesk.services.relaties import RelatieRow
from vtdesk.services.uitspraak_rows import UitspraakRow
from vtdesk.ui.format import aantal
from vtdesk.ui.labels import GEZAG_SOORT, ROL, label
from vtdesk.ui.widgets.boxes import boxed, column, emptied, row, rule, scrolled
from vtdesk.ui.widgets.buttons import link, small
from vtdesk.ui.widgets.card import Card
from vtdesk.ui.widgets.flow import Flow
from vtdesk.ui.widgets.letter_box import LetterBox
from vtdesk.ui.widgets.named import named, restyle
from vtdesk.ui.widgets.text import icon_label, selectable, text
from vtdesk.values.casuskinds import RelatieSoort
from vtdesk.values.kinds import Rol
from vtdesk.values.tijd import korte_dag

MOST_SAID = 3
_BACK = {
    RelatieSoort.OUDER: "kind van",
    RelatieSoort.PLEEG: "pleegkind van",
    RelatieSoort.HULP: "krijgt hulp van",
    RelatieSoort.STEUN: "krijgt steun van",
    RelatieSoort.GEWELD: "kreeg geweld van",
}


@dataclass(frozen=True, slots=True)
class Gekozen:
    """All that is known of one person for this pane."""

    persoon: PersoonRow
    zin: str  # what the drawing says under the name
    rollen: Sequence[RolRow]
    relaties: Sequence[RelatieRow]
    huishoudens: Sequence[HuishoudenRow]
    uitspraken: Sequence[UitspraakRow]


class GezinInspector(Card):
    """Shows one person; what it wishes leaves as the name of a deed and the id it is about."""

    deed_requested = Signal(str, str)  # name of a deed, id of a tie or stay or nothing
    person_requested = Signal(object)  # UUID of somebody to choose

    def __init__(self, parent: QWidget | None = None) -> None:
        super().__init__(parent=parent)
        named(self, "gezin-zijkant", "Gekozen persoon")
        self._box = column(air=8)
        inside = QWidget()
        inside.setLayout(column(self._box, None, air=0))
        self.body.addWidget(scrolled(inside))

    def show_person(self, chosen: Gekozen | None, today: date) -> None:
        """Show this person, or nothing."""
        emptied(self._box)
        if chosen is None:
            return
        person = chosen.persoon
        age = "" if person.leeftijd is None else str(person.leeftijd)
        self._box.addWidget(text(f"{person.naam} {age}".rstrip(), "kop"))
        if chosen.zin:
            self._box.addWidget(text(chosen.zin, tone="stil"))
        self._add_secret(person)
        self._add_deeds(person)
        self._add_facts("Veilig contact", list(_contact(person)))
        self._add_facts("Gegevens", list(_facts(chosen)))
        self._add_ties(chosen)
        self._add_houses(chosen, today)
        self._add_said(chosen.uitspraken)

    def _add_secret(self, person: PersoonRow) -> None:
        if not person.afgeschermd:
            return
        words = aantal(person.afgeschermd, "gegeven is", "gegevens zijn")
        title = "Geheim adres" if person.geheim_adres else "Afgeschermd"
        look = named(small("Tonen", icon="toon"), "afgeschermd-bekijken")
        look.clicked.connect(lambda: self.deed_requested.emit("afgeschermd-bekijken", ""))
        inside = column(
            row(icon_label("geheim-adres", "let-op"), text(title, "vet", tone="let-op"), None),
            text(f"{words} afgeschermd. Op papier komt hier niets van."),
            row(look, text("Tonen komt in het logboek.", "klein", tone="stil")),
            margins=12,
        )
        frame = boxed(inside, kind="block")
        restyle(frame, tone="let-op")
        self._box.addWidget(frame)

    def _add_deeds(self, person: PersoonRow) -> None:
        deeds = [
            ("persoon-wijzigen", "Wijzigen"),
            ("relatie", "Relatie"),
            ("bewoning", "Woont bij"),
        ]
        if person.rol is Rol.ONGEBOREN:
            deeds.insert(0, ("geboren", "Is geboren"))
        buttons = []
        for name, words in deeds:
            button = named(small(words), f"gezin-{name}")
            button.clicked.connect(lambda _=False, deed=name: self.deed_requested.emit(deed, ""))
            buttons.append(button)
        self._box.addLayout(Flow(*buttons, air=6))

    def _add_facts(self, title: str, facts: Iterable[tuple[str, str]]) -> None:
        known = list(facts)
        if not known:
            return
        self._box.addWidget(text(title, "vet"))
        for name, value in known:
            shown = selectable(value)
            shown.setMinimumWidth(1)  # a word without end may not widen the pane
            line = row()
            line.addWidget(text(name, tone="stil"), 2, Qt.AlignmentFlag.AlignTop)
            line.addWidget(shown, 3)
            self._box.addWidget(rule())
            self._box.addLayout(line)

    def _add_ties(self, chosen: Gekozen) -> None:
        if chosen.relaties:
            self._box.addWidget(text("Verbonden met", "vet"))
        for tie in chosen.relaties:
            other, name = _other(tie, chosen.persoon.id)
            who = named(link(name), "verbonden")
            who.clicked.connect(lambda _=False, i=other: self.person_requested.emit(i))
            change = named(link("Wijzigen"), f"relatie-{tie.id}")
            change.setAccessibleName(f"Wijzigen: {_how(tie, chosen.persoon.id)} {name}")
            change.clicked.connect(
                lambda _=False, i=tie.id: self.deed_requested.emit("relatie", str(i))
            )
            self._box.addWidget(rule())
            self._box.addLayout(row(who, None, change))
            words = ", ".join(
                filter(None, (_how(tie, chosen.persoon.id), tie.gegevens.periode.woorden))
            )
            self._box.addWidget(text(words, "klein", tone="stil"))

    def _add_houses(self, chosen: Gekozen, today: date) -> None:
        stays = [
            (house, stay)
            for house in chosen.huishoudens
            for stay in house.bewoners
            if stay.gegevens.persoon_id == chosen.persoon.id
        ]
        if stays:
            self._box.addWidget(text("Woont", "vet"))
        for house, stay in stays:
            shown = stay.gegevens
            over = shown.periode.is_over_on(today)
            change = named(link("Wijzigen"), f"bewoning-{stay.id}")
            change.setAccessibleName(f"Wijzigen: woont {house.naam}")
            change.clicked.connect(
                lambda _=False, i=stay.id: self.deed_requested.emit("bewoning", str(i))
            )
            self._box.addWidget(rule())
            name = text(house.naam, tone="stil" if over else "")
            line = row(name, change)
            line.setStretch(0, 1)
            self._box.addLayout(line)
            words = ", ".join(filter(None, (shown.periode.woorden, shown.toelichting)))
            if words:
                self._box.addWidget(text(words, "klein", tone="stil"))

    def _add_said(self, rows: Sequence[UitspraakRow]) -> None:
        if not rows:
            return
        self._box.addWidget(text("Uitspraken", "vet"))
        for said in rows[:MOST_SAID]:
            letter = said.regel.letter
            words = text(said.woorden)
            words.setMinimumWidth(1)
            line = row(LetterBox(letter.value, label(letter).word), words)
            line.setStretch(1, 1)
            self._box.addLayout(line)
        more = len(rows) - MOST_SAID
        if more > 0:
            rest = f"en nog {aantal(more, 'uitspraak', 'uitspraken')}"
            self._box.addWidget(text(rest, "klein", tone="stil"))


def _contact(person: PersoonRow) -> Iterator[tuple[str, str]]:
    contact = person.contact
    if person.telefoon:
        yield "Telefoon", person.telefoon
    if contact.wanneer:
        yield "Wanneer", contact.wanneer
    if contact.voicemail_vanaf:
        yield "Voicemail", f"niet vóór {korte_dag(contact.voicemail_vanaf)}"
    elif contact.voicemail is not None:
        yield "Voicemail", "mag" if contact.voicemail else "nooit"
    if contact.post is not None:
        yield "Brief", "mag" if contact.post else "niet sturen"
    if contact.codewoord:
        yield "Codewoord", contact.codewoord
    if contact.nooit_zeggen:
        yield "Nooit zeggen", contact.nooit_zeggen


def _facts(chosen: Gekozen) -> Iterator[tuple[str, str]]:
    person = chosen.persoon
    if person.geboortedatum:
        yield "Geboren", _dag(person.geboortedatum)
    elif person.verwacht_op:
        yield "Verwacht", _dag(person.verwacht_op)
    if person.overleden_op:
        yield "Overleden", _dag(person.overleden_op)
    for role in chosen.rollen if len(chosen.rollen) > 1 else ():
        yield ROL[role.rol].word.capitalize(), role.periode.woorden or "altijd"
    if person.gezag:
        yield "Gezag", "\n".join(_gezag(person))


def _gezag(person: PersoonRow) -> Iterator[str]:
    """Say each kind of gezag once, with all whom it is about and from which paper we know."""
    found: dict[tuple[str, str], list[str]] = {}
    for gezag in person.gezag:
        who = gezag.houder if gezag.kind_id == person.id else gezag.kind
        when = f" van {_dag(gezag.datum)}" if gezag.datum else ""
        source = f", {gezag.bron}{when}" if gezag.bron else when
        found.setdefault((GEZAG_SOORT[gezag.soort].word, source), []).append(who)
    for (kind, source), names in found.items():
        yield f"{kind}, {opsomming(names)}{source}"


def _other(tie: RelatieRow, persoon_id: UUID) -> tuple[UUID, str]:
    if tie.gegevens.van_id == persoon_id:
        return tie.gegevens.naar_id, tie.naar
    return tie.gegevens.van_id, tie.van


def _how(tie: RelatieRow, persoon_id: UUID) -> str:
    """Say it from the side of who is chosen."""
    shown = tie.gegevens
    if shown.van_id != persoon_id and shown.soort in _BACK:
        return _BACK[shown.soort]
    return label(shown.soort).word


def _dag(day: date) -> str:
    return f"{korte_dag(day)} {day.year}"
