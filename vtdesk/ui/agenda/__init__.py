"""What Vandaag and Week share of an agenda: blocks, moves, and the dialogs about an afspraak."""
