"""vtdesk: the work desk of one procesregisseur at Veilig Thuis."""

__version__ = "0.1.0"
