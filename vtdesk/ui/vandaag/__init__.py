"""The day on one screen."""
