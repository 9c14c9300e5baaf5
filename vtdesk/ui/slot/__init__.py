"""First start, unlock and lock."""
