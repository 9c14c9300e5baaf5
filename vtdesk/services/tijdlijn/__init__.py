"""Every dated thing of a casus on one line."""
