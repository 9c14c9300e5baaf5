"""What is done about verlof from Vandaag: plan it, divide what falls in it, take it back."""

from uuid import UUID

from PySide6.QtCore import QObject, Slot

from vtdesk.services.desk import Desk
from vtdesk.services.verlof.service import VerlofGeheel
from vtdesk.ui.page import Page, Tools
from vtdesk.ui.verlof.dagen import VerlofDagenDialog
from vtdesk.ui.verlof.dialog import VerlofDialog
from vtdesk.ui.verlof.vervangkaart import Vervangkaart
from vtdesk.ui.verlof.woorden import Blad
from vtdesk.ui.widgets.form_dialog import FormDialog
from vtdesk.values.tijd import local


class VerlofDaden(QObject):
    """Opens the dialogs about verlof by name, so that half typed words survive a lock."""

    def __init__(self, page: Page, desk: Desk, tools: Tools) -> None:
        super().__init__(page)
        self._page, self._desk, self._tools = page, desk, tools
        self.card = Vervangkaart(desk)
        self.card.opened.connect(self.show)
        page.on_action("verlof-verdelen", self.plan)  # the list is what planning leads to
        page.dialogs.register("verlof-plannen", self._plan_dialog)
        page.dialogs.register("verlof-wijzigen", self._change_dialog)
        page.dialogs.register("verlof", self._dialog)

    @Slot()
    def plan(self) -> None:
        """Show the verlof that comes; without one ask for its days."""
        coming = self._desk.verloven.next(local(self._desk.clock()).date())
        if coming is None:
            self._page.open_dialog("verlof-plannen")
        else:
            self.show(coming.id, Blad.VERDELEN)

    @Slot(object, object)
    def show(self, verlof_id: UUID, blad: Blad) -> None:
        """Show a sheet of one verlof."""
        self._page.open_dialog("verlof", str(verlof_id), blad.name)

    def _plan_dialog(self) -> FormDialog:
        dialog = VerlofDagenDialog(self._desk, None, self._page)
        dialog.stored.connect(lambda: self._show_planned(dialog.verlof_id))
        return dialog

    def _show_planned(self, verlof_id: UUID | None) -> None:
        if verlof_id is not None:
            self.show(verlof_id, Blad.VERDELEN)

    def _change_dialog(self, verlof_id: str) -> FormDialog:
        row = self._desk.verloven.get(UUID(verlof_id))
        dialog = VerlofDagenDialog(self._desk, row, self._page)
        dialog.stored.connect(lambda: self.show(row.id, Blad.VERDELEN))
        return dialog

    def _dialog(self, verlof_id: str, blad: str) -> FormDialog:
        wanted = UUID(verlof_id)
        dialog = VerlofDialog(self._desk, self._tools.jobs, wanted, Blad[blad], self._page)
        dialog.change_requested.connect(lambda: self._instead(dialog, "verlof-wijzigen", verlof_id))
        dialog.plan_requested.connect(lambda: self._instead(dialog, "verlof-plannen"))
        dialog.other_requested.connect(
            lambda other: self._instead(dialog, "verlof", str(other), Blad.VERDELEN.name)
        )
        dialog.remove_requested.connect(lambda: self._remove(dialog, wanted))
        return dialog

    def _instead(self, dialog: FormDialog, name: str, *about: str) -> None:
        """Ask for days in the place of the dialog that asked for it."""
        dialog.reject()
        self._page.open_dialog(name, *about)

    def _remove(self, dialog: FormDialog, verlof_id: UUID) -> None:
        gone: list[VerlofGeheel] = []
        if self._page.do(lambda: self._desk.verloven.remove(verlof_id), then=gone.append):
            dialog.reject()
            self._page.offer_undo(
                "Het verlof is weg.", lambda: self._desk.verloven.restore(gone[0])
            )
