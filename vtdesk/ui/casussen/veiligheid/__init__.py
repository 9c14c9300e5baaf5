"""The tab Afspraken & veiligheid: who watches, what must hold, and whether it does."""
