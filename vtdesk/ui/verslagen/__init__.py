"""Unwritten work, the verslageditor and its paper."""
