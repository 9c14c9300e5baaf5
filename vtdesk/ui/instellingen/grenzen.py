"""Wat vtdesk niet kan: what nobody should count on, each limit in one sentence."""

from typing_extensions import override

from vtdesk.services.regelbestanden import grenzen
from vtdesk.ui.instellingen.part import SettingsPart
from vtdesk.ui.widgets.named import named
from vtdesk.ui.widgets.text import text

ABOUT = "Lees dit één keer. Wie weet wat een hulpmiddel niet kan, vertrouwt het op de goede plek."


class GrenzenSettings(SettingsPart):
    """The sentences, under a head for each subject; to read, nothing to set."""

    def __init__(self) -> None:
        super().__init__("Wat vtdesk niet kan")
        self.card.body.addWidget(text(ABOUT, tone="stil"))
        self._filled = False

    @override
    def read(self) -> None:
        if self._filled:
            return
        self._filled = True
        for number, groep in enumerate(grenzen(), 1):
            self.card.body.addWidget(named(text(groep.naam, "vet"), f"grenzen-{number}"))
            for zin in groep.zinnen:
                self.card.body.addWidget(text(f"· {zin}"))
