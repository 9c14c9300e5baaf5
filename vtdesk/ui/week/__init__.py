"""Week: five days side by side, to see load and room."""
