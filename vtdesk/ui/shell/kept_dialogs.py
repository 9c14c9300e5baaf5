"""Keeps in the kluis which dialogs are open and what is half typed there, and opens them again."""

from collections.abc import Callable, Mapping
from typing import Any

from PySide6.QtCore import QObject, Signal, Slot

from vtdesk.errors import OutsideError, UserError
from vtdesk.services.instellingen import Instellingen
from vtdesk.ui.page import Page
from vtdesk.ui.pages import Pages


class KeptDialogs(QObject):
    """Goes over the dialogs of all pages; only the one in front has any."""

    saved = Signal()
    failed = Signal(object)  # OutsideError: what was typed is still on screen

    def __init__(self, instellingen: Instellingen, pages: Pages, parent: QObject) -> None:
        super().__init__(parent)
        self._instellingen, self._pages = instellingen, pages
        pages.made.connect(self._look_after)

    def put_away(self) -> None:
        """Store what is half typed; an OutsideError tells that it could not be."""
        self._instellingen.set_dialogen(self._now())

    def reopen(self, places: Mapping[str, Any], show_page: Callable[[str], None]) -> None:
        """Open the dialogs again; `places` says of each page where it was brought already."""
        kept = self._instellingen.dialogen()
        if not self._pages.knows(kept.get("pagina", "")):
            return
        show_page(kept["pagina"])
        page = self._pages.page(kept["pagina"])
        if kept["plek"] != places.get(kept["pagina"]):
            page.return_to(kept["plek"])
        page.dialogs.reopen(kept["dialogen"])

    @Slot(str, object)
    def _look_after(self, _name: str, page: Page) -> None:
        page.dialogs.keep = self._keep

    def _keep(self) -> bool:
        try:
            self.put_away()
        except (OutsideError, UserError) as error:
            self.failed.emit(error)
            return False
        self.saved.emit()
        return True

    def _now(self) -> dict[str, Any]:
        for name, page in self._pages.seen().items():
            if dialogs := page.dialogs.kept():
                return {"pagina": name, "plek": page.place(), "dialogen": dialogs}
        return {}
