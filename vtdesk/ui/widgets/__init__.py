"""Widgets that know no domain: the parts of which every page is made.

How a page is put together:

- `text("Kinderen", "kop")`, `text(row.naam, tone="stil")`: a label; always plain text, wraps.
- `Card("Kinderen", note="wonen bij moeder")`: a white card; fill `card.body` (a QVBoxLayout) and
  put buttons in the title row with `card.add_to_title(button)`.
- `primary("Casus openen")`, `secondary(…)`, `small(…)`, `link(…)`, `icon_button("vorige", "Vorige
  dag")`: buttons. One primary button per screen.
- `Chip("Nog niet gesproken", "let-op", icon="let-op")`: a word with a shape.
- `Field("Onderwerp", QLineEdit())` and `Form`: label above, error beside the field in words.
- `RowList`: rows of one or two lines with icon, chip and side text, from a function that turns a
  row into a `Line`; `RowTableModel` with `Column`s for real tables.
- `EmptyState("Nog geen gesprekken.")`, `Tabs`, `MomentField`, `LetterBox("V")`, `Keycap("Ctrl K")`.
- `column(…)`, `row(…)`: boxes without margins; `scrolled(widget)`; `rule()` draws a line.
- `named(widget, "gesprekken", "Gesprekken")` on every list, field and editor: object name for
  stylesheet and tests, accessible name for the screen reader.
"""
