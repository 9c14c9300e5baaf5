"""Files of a casus inside the kluis."""
