"""The tab Tijdlijn: every dated thing of a casus on one line."""
