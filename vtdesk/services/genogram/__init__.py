"""The family of a casus, drawn as of a day."""
