"""The genogram as plain code: people and ties in, a laid out drawing out.

`gezin` holds what goes in, `teken` lays it out, `tekening` is what comes out; `svg` and `als_tekst`
tell the same thing to a file and to a reader. Between them, in the order of the work: `stamboom`
(rows and lines as numbers), `volgorde` (who stands left of whom), `plaats` (where), `leiding` (the
lines between two rows), `huis` (outlines of households) and `laag` (violence, support, help).
"""
