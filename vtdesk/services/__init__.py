"""Use cases: one class per noun, one transaction per method."""
