"""Zoeken: one field, what it finds per casus, and a glance at it."""
