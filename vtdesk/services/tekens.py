"""Signs that paper cannot show, found while the text can still be changed."""

import string
import unicodedata

# What is nearly always typed; only for another sign the fonts of the paper are opened.
GEWOON = frozenset(
    string.ascii_letters + string.digits + string.punctuation + " \n\t\xa0"
    "ÀÁÂÃÄÅÆÇÈÉÊËÌÍÎÏÑÒÓÔÕÖØÙÚÛÜÝßàáâãäåæçèéêëìíîïñòóôõöøùúûüýÿŒœĲĳŸ"
    "–—‘’‚“”„…•·€°½¼¾×±§«»²³"
)  # fmt: skip


def niet_op_papier(text: str) -> str:
    """Give the signs of a text that the fonts do not have, each once, in the order of the text."""
    joined = unicodedata.normalize("NFC", text)
    strange = set(joined) - GEWOON  # at once, for this is asked of whole texts
    if not strange:
        return ""
    odd = dict.fromkeys(c for c in joined if c in strange)
    # reportlab costs 350 ms to import, and nearly every text has only ordinary signs.
    from vtdesk.reports.glyphs import MISSING, printable  # noqa: PLC0415 (see above)

    return "".join(c for c in odd if c != MISSING and printable(c) == MISSING)
