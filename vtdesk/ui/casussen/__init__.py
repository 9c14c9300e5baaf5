"""List, overview and people of a casus."""
