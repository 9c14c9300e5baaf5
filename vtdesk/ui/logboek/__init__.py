"""Lines of the logboek in plain words, for a casus and for the whole kluis."""
