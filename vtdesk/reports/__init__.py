"""Paper: each document is a function from plain values to bytes."""
