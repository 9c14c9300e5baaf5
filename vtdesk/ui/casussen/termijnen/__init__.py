"""The tab Termijnen & monitoring: every date of a casus, why it is that date, and what follows."""
