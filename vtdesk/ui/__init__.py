"""The window: pages, widgets and the wires between them."""
