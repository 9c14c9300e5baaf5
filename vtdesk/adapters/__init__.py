"""Other people's formats and devices."""
