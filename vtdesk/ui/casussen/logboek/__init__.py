"""The tab Logboek: who did what in this casus, read-only."""
