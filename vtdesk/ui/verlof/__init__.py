"""Verlof: what falls in it, who takes it, and the papers about it."""
