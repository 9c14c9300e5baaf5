"""The menu of the text: only what the keys do too, for Qt's own one would remove headings."""

from PySide6.QtWidgets import QMenu, QTextEdit

from vtdesk.ui.theme import icons
from vtdesk.ui.verslagen import blocks, keys
from vtdesk.ui.verslagen.blocks import BlokSoort


def build(edit: QTextEdit) -> QMenu:
    """Make the menu for the text as it is now."""
    menu = QMenu(edit)
    writable, chosen = not edit.isReadOnly(), edit.textCursor().hasSelection()
    document = edit.document()
    if writable:
        _add(menu, edit, "ongedaan", enabled=document.isUndoAvailable())
        _add(menu, edit, "weer", enabled=document.isRedoAvailable())
        menu.addSeparator()
        _add(menu, edit, "knippen", enabled=chosen)
    _add(menu, edit, "kopiëren", enabled=chosen)
    if writable:
        _add(menu, edit, "plakken", enabled=edit.canPaste())
        _add(menu, edit, "weghalen", enabled=chosen)
        if blocks.kind_of(edit.textCursor().block()) is BlokSoort.CEL:
            menu.addSeparator()
            _add(menu, edit, "rij eronder", enabled=True)
            _add(menu, edit, "rij weghalen", enabled=True)
    menu.addSeparator()
    _add(menu, edit, "alles kiezen", enabled=not document.isEmpty())
    return menu


def _add(menu: QMenu, edit: QTextEdit, name: str, *, enabled: bool) -> None:
    words, icon, key, command = _ENTRIES[name]
    action = menu.addAction(f"{words}\t{key}")
    if icon:
        action.setIcon(icons.icon(icon, "tekst"))
    action.setEnabled(enabled)
    action.triggered.connect(lambda: command(edit))


_ENTRIES: dict[str, tuple[str, str, str, keys.Command]] = {
    "ongedaan": ("Ongedaan maken", "ongedaan", "Ctrl+Z", keys.undo),
    "weer": ("Opnieuw doen", "weer", "Ctrl+Y", keys.redo),
    "knippen": ("Knippen", "", "Ctrl+X", keys.cut),
    "kopiëren": ("Kopiëren", "kopie", "Ctrl+C", keys.copy),
    "plakken": ("Plakken", "", "Ctrl+V", keys.paste),
    "weghalen": ("Weghalen", "weg", "Del", keys.delete),
    "rij eronder": ("Rij eronder", "erbij", "Ctrl+Shift+Enter", keys.new_row),
    "rij weghalen": ("Rij weghalen", "weg", "Ctrl+Shift+Del", keys.remove_row),
    "alles kiezen": ("Alles kiezen", "", "Ctrl+A", keys.select_all),
}
