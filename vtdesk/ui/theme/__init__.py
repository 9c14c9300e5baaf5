"""How vtdesk looks: colour roles, type sizes and icons, each named by what it is for.

Pages never name a colour. They set a property that the stylesheet knows, or ask for a role:

- `palette.colour("accent")` gives the QColor of a role, for what is painted by hand;
- `style.font("klein", weight=600)` gives a font of scherm's type table in the chosen text size;
- `icons.icon("plan")` and `icons.set_icon(button, "plan")` give an icon by role name;
- `look.Look.apply(…)` switches light, dark, system and text size while the program runs.
"""
