"""The tab Uitspraken: who said what, what became of it, and who holds it."""
