"""Reservekopieën: made, tested, thinned out, and put back."""
