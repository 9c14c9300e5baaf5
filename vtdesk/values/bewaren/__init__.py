"""How long things stay, and who may see, correct or destroy them: rules as data."""
