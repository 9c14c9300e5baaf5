"""The demo: one invented day and its casussen, put into a new kluis through the services."""
