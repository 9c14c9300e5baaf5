"""Colours by role, stylesheet and icons."""
