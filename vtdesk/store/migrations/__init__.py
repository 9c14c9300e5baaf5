"""Numbered steps of the schema, oldest first; a released one is never edited."""

STEPS = ("m0001_begin",)
CURRENT = len(STEPS)
