"""Instellingen: how the window looks, who works here, and when the kluis closes."""
