"""Uitgaand: what leaves the desk, for whom, and what stays behind."""
