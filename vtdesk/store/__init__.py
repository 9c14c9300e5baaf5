"""The encrypted file: sessions, changes, migrations, copies."""
