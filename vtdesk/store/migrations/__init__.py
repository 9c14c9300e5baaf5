"""Numbered steps of the schema, oldest first; a released one is never edited."""

STEPS = (
    "m0001_begin",
    "m0002_mensen",
    "m0003_meldingen",
    "m0004_veiligheid",
    "m0005_onderzoek",
    "m0006_zoeken",
    "m0007_dag",
    "m0008_uitgaand",
    "m0009_kluis",
)
CURRENT = len(STEPS)
