"""A template as text: looked through while one types, with the line that is wrong."""

from collections.abc import Callable

from PySide6.QtCore import QSize, QTimer, Slot
from PySide6.QtGui import QTextCursor
from PySide6.QtWidgets import QWidget
from typing_extensions import override

from vtdesk.errors import UserError
from vtdesk.services.sjablonen import SjabloonFout
from vtdesk.ui.theme import style
from vtdesk.ui.widgets.boxes import row
from vtdesk.ui.widgets.buttons import link, secondary
from vtdesk.ui.widgets.form_dialog import FormDialog
from vtdesk.ui.widgets.half_typed import Content
from vtdesk.ui.widgets.limits import TextArea
from vtdesk.ui.widgets.named import named
from vtdesk.ui.widgets.text import text

WAIT = 250  # ms of rest before the text is looked through; reading it takes a few
WIDE, LEAST_WIDE, AROUND = 760, 480, 80
TALL, LEAST_TALL, REST = 380, 140, 330
GOOD = "Deze tekst klopt."
ABOUT = (
    "Woorden en volgorde mag je wijzigen, en je mag onderdelen toevoegen. De id's blijven. "
    "Een verslag dat al is begonnen, houdt zijn eigen sjabloon."
)

EXPLAIN, CONCEAL = "Wat mag hier staan", "Verberg de uitleg"
EXPLAINED = """\
[[secties]] begint een onderdeel. Daaronder, elk op een eigen regel:
id: de vaste naam; die blijft
kop: de titel boven het onderdeel
vragen: waar je aan denkt bij het schrijven; komt niet op papier
velden: vaste punten die blijven staan, elk met een dubbele punt
verplicht = true: mag niet leeg blijven
zelf = true: schrijf hier zelf; wat vtdesk invulde, telt niet als antwoord
tabel = true: de tabel met afspraken
kolommen: de koppen van een andere tabel, 2 tot en met 6
per = "kind": een stuk voor elk kind
uit_notitie: regels van de parkeernotitie: gezien, gezegd, afgesproken of zorg
letterlijk = true: eigen woorden van een kind
kaart = true: komt op de noodkaart
niet_voor: wie dit onderdeel nooit krijgt: familie of organisatie
Een regel die met # begint, is uitleg voor jezelf."""

Check = Callable[[str], SjabloonFout | None]


class _Words(TextArea):
    """A text area that asks for room: a stylesheet takes the fixed height of any other."""

    def __init__(self, words: str, tall: int) -> None:
        super().__init__(words, height=tall)
        self._tall = tall

    @override
    def sizeHint(self) -> QSize:
        return QSize(super().sizeHint().width(), self._tall)


class SjabloonDialog(FormDialog):
    """One text; a mistake is named while it is there, and can be kept on a second press."""

    def __init__(self, titel: str, words: str, check: Check, parent: QWidget) -> None:
        super().__init__(f"Sjabloon {titel}", "Sjabloon bewaren", parent)
        self._check, self._agreed, self._fout = check, "", check(words)
        room = parent.window().size()
        self.setMinimumWidth(max(LEAST_WIDE, min(style.scaled(WIDE), room.width() - AROUND)))
        tall = max(LEAST_TALL, min(style.scaled(TALL), room.height() - style.scaled(REST)))
        self._words = named(_Words(words, tall), "tekst")
        self._where = named(text(kind="klein", tone="stil"), "plaats")
        self._good = named(text(GOOD, tone="goed"), "klopt")
        self._mistake = named(text(tone="gevaar"), "fout-in-tekst")
        self._go = named(secondary("Ga naar deze regel"), "ga-naar-regel")
        self._explain = named(link(EXPLAIN), "uitleg-tonen")
        self._explained = named(text(EXPLAINED, "klein", tone="stil"), "uitleg")
        self._explained.hide()
        self._rest = QTimer(self, singleShot=True, interval=WAIT)

        self.form.addWidget(text(ABOUT, tone="stil"))
        self.form.add("Tekst", self._words, hint="Leeg: de tekst van vtdesk geldt.")
        self.form.addLayout(row(self._where, None, self._go))
        self.form.addWidget(self._good)
        self.form.addWidget(self._mistake)
        self.form.addLayout(row(self._explain, None))
        self.form.addWidget(self._explained)
        self._words.textChanged.connect(self._rest.start)
        self._words.cursorPositionChanged.connect(self._tell_place)
        self._rest.timeout.connect(self._look_through)
        self._go.clicked.connect(self._go_to_line)
        self._explain.clicked.connect(self._toggle_explained)
        self._tell_place()
        self._show()

    def tekst(self) -> str:
        """Give the text."""
        return self._words.toPlainText()

    def agree_to(self, fout: SjabloonFout | None) -> None:
        """Refuse a text with a mistake, until the same text is agreed to once more."""
        self._fout = fout
        self._show()
        if fout is not None and self._agreed != self.tekst():
            self._agreed = self.tekst()
            self.agree.setText("Toch bewaren")
            self.agree.setAccessibleName("Toch bewaren")
            raise UserError(
                f"{fout.zin} Bewaar je toch, dan houdt vtdesk de laatste goede tekst in gebruik."
            )

    @override
    def give_back(self, kept: Content) -> None:
        super().give_back(kept)
        self._look_through()

    @Slot()
    def _look_through(self) -> None:
        self._fout = self._check(self.tekst())
        self._show()

    def _show(self) -> None:
        """Say what is wrong, or that nothing is."""
        self._mistake.setText(self._fout.zin if self._fout else "")
        self._mistake.setVisible(self._fout is not None)
        self._go.setVisible(self._fout is not None)
        self._good.setVisible(self._fout is None)

    @Slot()
    def _toggle_explained(self) -> None:
        shown = self._explained.isHidden()
        self._explained.setVisible(shown)
        words = CONCEAL if shown else EXPLAIN
        self._explain.setText(words)
        self._explain.setAccessibleName(words)

    @Slot()
    def _tell_place(self) -> None:
        self._where.setText(f"Je staat op regel {self._words.textCursor().blockNumber() + 1}.")

    @Slot()
    def _go_to_line(self) -> None:
        """Choose the line that is wrong, so that it can be seen and typed over."""
        if self._fout is None:
            return
        block = self._words.document().findBlockByNumber(self._fout.regel - 1)
        cursor = QTextCursor(block if block.isValid() else self._words.document().lastBlock())
        cursor.movePosition(QTextCursor.MoveOperation.EndOfBlock, QTextCursor.MoveMode.KeepAnchor)
        self._words.setTextCursor(cursor)
        self._words.setFocus()
