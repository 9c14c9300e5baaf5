"""The tab Meldingen & crisis: what was reported, how dangerous it is, and what was decided."""
