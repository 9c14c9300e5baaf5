"""Blocks that are lent to what is in sight: scrolling makes no widgets once there are enough."""

from collections.abc import Callable, Collection, Mapping
from uuid import UUID

from PySide6.QtCore import Qt

from vtdesk.services.agenda import AfspraakRow
from vtdesk.ui.agenda.block import AfspraakBlock, BlockState


class BlockPool:
    """Knows which block shows which appointment, and keeps the ones that show none."""

    def __init__(self, make: Callable[[AfspraakRow, BlockState], AfspraakBlock]) -> None:
        self._make = make
        self._shown: dict[UUID, AfspraakBlock] = {}
        self._spare: list[AfspraakBlock] = []

    def shown(self) -> Mapping[UUID, AfspraakBlock]:
        """Give the blocks in use."""
        return self._shown

    def has_focus(self, afspraak_id: UUID) -> bool:
        """Tell whether the keyboard is on this appointment."""
        block = self._shown.get(afspraak_id)
        return block is not None and block.hasFocus()

    def keep(self, wanted: Collection[UUID]) -> None:
        """Take back the blocks of all but these."""
        gone = [self._shown.pop(i) for i in self._shown.keys() - set(wanted)]
        for block in gone:
            if block.hasFocus():
                self._pass_focus(block)
            block.hide()
            block.forget()
            self._spare.append(block)

    def _pass_focus(self, block: AfspraakBlock) -> None:
        """Give the keyboard away before a block goes: else Qt looks for a place, and scrolls."""
        heir = next(iter(self._shown.values()), block.parentWidget())
        if heir is not None:
            heir.setFocus(Qt.FocusReason.OtherFocusReason)

    def show(self, row: AfspraakRow, state: BlockState) -> AfspraakBlock:
        """Give the block of this appointment, as it stands now."""
        block = self._shown.get(row.id)
        if block is None and self._spare:
            block = self._spare.pop()
        if block is None:
            block = self._make(row, state)
        else:
            block.show_row(row, state)
        self._shown[row.id] = block
        return block
