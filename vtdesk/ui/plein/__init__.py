"""Plein: the table for several casussen, prepared, sat through and worked up without mixing."""
