"""The tab Gesprekken & verslagen: each child, each talk with its verslag, and what was asked."""
