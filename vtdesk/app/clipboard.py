"""What was copied here is marked as secret and does not stay; what another program put there does.

Every copy is marked here, wherever in the window it was made: programs that keep a list of what was
copied are asked to leave it out. It goes after a minute, at the lock and at the end, before the
system could hand it to a program that keeps it.
"""

from PySide6.QtCore import QMimeData, QObject, QTimer, Slot
from PySide6.QtGui import QClipboard, QGuiApplication

STAYS = 60_000  # ms
_WINDOWS = 'application/x-qt-windows-mime;value="{}"'
MARKS = {
    "x-kde-passwordManagerHint": b"secret",
    "application/x-nspasteboard-concealed-type": b"secret",
    _WINDOWS.format("ExcludeClipboardContentFromMonitorProcessing"): b"1",
    _WINDOWS.format("CanIncludeInClipboardHistory"): bytes(4),
    _WINDOWS.format("CanUploadToCloudClipboard"): bytes(4),
}
_COPIED, _SELECTED = QClipboard.Mode.Clipboard, QClipboard.Mode.Selection


class CopyWatch(QObject):
    """Marks what is copied or selected here, and takes it away in time."""

    def __init__(self, parent: QObject | None = None) -> None:
        super().__init__(parent)
        self._clipboard = QGuiApplication.clipboard()
        self._clocks = {mode: QTimer(self, interval=STAYS) for mode in (_COPIED, _SELECTED)}
        for mode, clock in self._clocks.items():
            clock.setSingleShot(True)
            clock.timeout.connect(lambda mode=mode: self._forget(mode))
        self._clipboard.changed.connect(self._on_changed)

    def forget(self) -> None:
        """Empty the clipboard and the selection, as far as vtdesk filled them."""
        for mode in self._clocks:
            self._forget(mode)

    @Slot(QClipboard.Mode)
    def _on_changed(self, mode: QClipboard.Mode) -> None:
        if mode not in self._clocks or not self._is_ours(mode):
            return
        data: QMimeData | None = self._clipboard.mimeData(mode)
        if data is None or not data.formats():  # it was emptied
            return
        self._clocks[mode].start()
        if not all(data.hasFormat(name) for name in MARKS):
            self._clipboard.setMimeData(_marked(data), mode)

    def _forget(self, mode: QClipboard.Mode) -> None:
        self._clocks[mode].stop()
        if self._is_ours(mode):
            self._clipboard.clear(mode)

    def _is_ours(self, mode: QClipboard.Mode) -> bool:
        if mode is _COPIED:
            return self._clipboard.ownsClipboard()
        return self._clipboard.supportsSelection() and self._clipboard.ownsSelection()


def _marked(data: QMimeData) -> QMimeData:
    """Copy all its forms, and say in each system's own way that it is secret."""
    marked = QMimeData()
    for name in data.formats():
        marked.setData(name, data.data(name))
    for name, value in MARKS.items():
        marked.setData(name, value)
    return marked
