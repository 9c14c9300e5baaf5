"""The shell around the pages: rail, top line, state line, go-to, capture and sheet of keys."""
