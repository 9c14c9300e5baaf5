"""The first text of a verslag, from what the program already knows."""
