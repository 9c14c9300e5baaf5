"""Gezin: the genogram of a casus, painted, and walked by keyboard person by person."""
