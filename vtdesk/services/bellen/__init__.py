"""Callbacks: who called, whom the number belongs to, and what became of it."""
