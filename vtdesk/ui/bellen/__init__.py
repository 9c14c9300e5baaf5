"""Bellen: who waits for a call, and how to call without danger."""
