"""The foot of the paper: whether it can be made, what is being made, and what was made."""

from functools import partial

from PySide6.QtCore import Qt, Signal
from PySide6.QtWidgets import QBoxLayout, QProgressBar, QPushButton, QWidget

from vtdesk.ui import actions
from vtdesk.ui.widgets.boxes import column, row
from vtdesk.ui.widgets.buttons import primary, small
from vtdesk.ui.widgets.flow import Flow
from vtdesk.ui.widgets.named import named
from vtdesk.ui.widgets.text import text


class Uitweg(QWidget):
    """Three ways to make it, closed with a reason as long as something stands in the way."""

    pdf_asked = Signal()
    print_asked = Signal()
    html_asked = Signal()

    def __init__(self) -> None:
        super().__init__()
        named(self, "uitweg", "Maken")
        self._pressed: QPushButton | None = None
        self._head = named(text("", "vet"), "uitweg-kop")
        self._why = named(text("", "klein", tone="stil"), "uitweg-reden")
        self._bar = named(QProgressBar(), "uitweg-voortgang", "Voortgang")
        self._bar.setRange(0, 0)
        self._bar.setTextVisible(False)
        self.pdf = named(primary("PDF maken", icon="pdf"), "pdf-maken")
        self.print = named(small("Afdrukken…", icon="print"), "uitgaand-afdrukken")
        self.html = named(small("Webpagina…", icon="buiten"), "webpagina-maken")
        for button in (self.pdf, self.print, self.html):
            button.setToolTip(actions.keys_text(button.objectName()))
        others = QWidget()
        others.setLayout(Flow(self.print, self.html))
        said = column(self._head, self._why, self._bar, None, air=4)
        self._line = row(air=12)
        self._line.addLayout(said, 1)
        self._line.addWidget(self.pdf, 0, Qt.AlignmentFlag.AlignVCenter)
        self._all = QBoxLayout(QBoxLayout.Direction.TopToBottom)
        self._all.setContentsMargins(0, 0, 0, 0)
        self._all.addLayout(self._line, 1)
        self._all.addWidget(others, 0, Qt.AlignmentFlag.AlignVCenter)
        self.setLayout(self._all)
        for button, asked in (
            (self.pdf, self.pdf_asked), (self.print, self.print_asked), (self.html, self.html_asked)
        ):  # fmt: skip
            button.clicked.connect(partial(self._press, button))
            button.clicked.connect(asked)
        self.close_for("")

    def name_it(self, words: str, *, has_html: bool) -> None:
        """Call the making by another name."""
        self.pdf.setText(words)
        self.pdf.setAccessibleName(words)
        self.html.setVisible(has_html)

    def fit(self, *, low: bool) -> None:
        """Stand in one line where the window is low."""
        ways = QBoxLayout.Direction
        self._all.setDirection(ways.LeftToRight if low else ways.TopToBottom)
        self._all.setStretch(0, 1 if low else 0)

    def close_for(self, reason: str) -> None:
        """Say why nothing can be made yet."""
        self._show(f"{self.pdf.accessibleName()} kan nog niet", reason, can=False)

    def open_for(self, who: str) -> None:
        """Say that it can be made."""
        self._show(f"Klaar om te maken voor {who}", "De adreswacht vond niets.", can=True)

    def wait(self, words: str) -> None:
        """Say what is being made."""
        self._show(words, "Je kunt intussen iets anders doen.", can=False)
        self._bar.show()

    def tell_made(self, head: str, words: str) -> None:
        """Say what was made; it can be made once more."""
        self._show(head, words, can=True)

    def words(self) -> str:
        """Give what is said."""
        return f"{self._head.text()}. {self._why.text()}"

    def is_open(self) -> bool:
        """Tell whether something can be made."""
        return self.pdf.isEnabled()

    def _show(self, head: str, words: str, *, can: bool) -> None:
        self._head.setText(head)
        self._why.setText(words)
        self._why.setVisible(bool(words))
        self._bar.hide()
        focus = self.window().focusWidget()
        for button in (self.pdf, self.print, self.html):
            button.setEnabled(can)
            button.setAccessibleDescription("" if can else f"{head}. {words}")
        if not can and focus in {self.pdf, self.print, self.html}:
            self.setFocus(Qt.FocusReason.OtherFocusReason)
        elif can and focus is self and self._pressed is not None:
            self._pressed.setFocus(Qt.FocusReason.OtherFocusReason)

    def _press(self, button: QPushButton) -> None:
        """Begin at what was pressed, also by its letter; there it goes on after a refusal."""
        self._pressed = button
        button.setFocus(Qt.FocusReason.OtherFocusReason)
