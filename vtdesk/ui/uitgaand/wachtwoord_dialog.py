"""The password of a dossier, once: words to write down or to read aloud."""

from PySide6.QtWidgets import QWidget

from vtdesk.ui.widgets.boxes import boxed, column
from vtdesk.ui.widgets.form_dialog import FormDialog
from vtdesk.ui.widgets.named import named
from vtdesk.ui.widgets.text import text

ONCE = "Dit wachtwoord staat nergens anders. Schrijf het op of lees het nu voor."
APART = "Geef het langs een andere weg dan het bestand, bijvoorbeeld aan de telefoon."
TYPED = "Wie het opent, typt de woorden met een spatie ertussen, zonder hoofdletters."


class WachtwoordDialog(FormDialog):
    """Shows the words below each other; there is nothing to cancel."""

    def __init__(self, password: str, file: str, parent: QWidget) -> None:
        super().__init__("Het wachtwoord van dit dossier", "Ik heb het opgeschreven", parent)
        self.refuse.hide()
        words = column(air=4, margins=12)
        for number, word in enumerate(password.split(), 1):
            line = named(text(f"{number}  {word}", "groot", wrap=False), f"woord-{number}")
            line.setAccessibleName(f"Woord {number}: {word}")
            words.addWidget(line)
        self.form.addWidget(text(f"Voor {file}.", tone="stil"))
        self.form.addWidget(text(ONCE))
        self.form.addWidget(named(boxed(words, kind="block"), "wachtwoord", "Wachtwoord"))
        self.form.addWidget(text(APART))
        self.form.addWidget(text(TYPED, "klein", tone="stil"))
