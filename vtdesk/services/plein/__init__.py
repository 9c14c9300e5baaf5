"""The Jeugdbeschermingsplein: the table, its besprekingen, and what follows from them."""
