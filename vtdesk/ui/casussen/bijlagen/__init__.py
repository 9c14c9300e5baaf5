"""Bijlagen of a casus: the list, what is in them, and the ways out."""
