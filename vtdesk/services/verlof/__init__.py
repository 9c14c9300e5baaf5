"""Verlof: when she is away, and who takes what falls in it."""
