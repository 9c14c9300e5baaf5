"""Several documents in one PDF: their pages to read at once, the archive files attached inside.

Encrypted it is AES-256 (revision 6): every usual reader opens it with the password, without vtdesk.
"""

import secrets
from collections.abc import Sequence
from dataclasses import dataclass
from io import BytesIO

from pikepdf import (
    AttachedFileSpec,
    Encryption,
    Name,
    ObjectStreamMode,
    OutlineItem,
    Pdf,
    Permissions,
)


@dataclass(frozen=True, slots=True)
class Stuk:
    """One document, as it is called in the list of bookmarks and as a file."""

    titel: str
    bestandsnaam: str
    pdf: bytes


def bundel(stukken: Sequence[Stuk], titel: str) -> bytes:
    """Put the pages of all documents behind each other, with a bookmark and the file of each."""
    with Pdf.new() as whole:
        starts = []
        for stuk in stukken:
            starts.append(len(whole.pages))
            with Pdf.open(BytesIO(stuk.pdf)) as one:
                whole.pages.extend(one.pages)
            spec = AttachedFileSpec(
                whole,
                stuk.pdf,
                description=stuk.titel,
                filename=stuk.bestandsnaam,
                mime_type="application/pdf",
                creation_date="",
                mod_date="",
            )
            whole.attachments[stuk.bestandsnaam] = spec
        for page in whole.pages:
            for name in (Name.StructParents, Name.Tabs):
                if name in page.obj:  # the tree of what is read aloud stays in the attached file
                    del page.obj[name]
        with whole.open_outline() as outline:
            outline.root.extend(
                OutlineItem(stuk.titel, start) for stuk, start in zip(stukken, starts, strict=True)
            )
        _name(whole, titel)
        buffer = BytesIO()
        whole.save(buffer, deterministic_id=True, min_version="1.7")
        return buffer.getvalue()


def versleuteld(pdf: bytes, wachtwoord: str) -> bytes:
    """Lock a PDF; who has the password reads and prints it, and nobody needs another program.

    A lock covers words, not how things hang together: how many documents, pages and bookmarks, and
    how large each is. So all of that goes into streams, which are locked as a whole.
    """
    buffer = BytesIO()
    with Pdf.open(BytesIO(pdf)) as plain:
        lock = Encryption(
            user=wachtwoord,
            owner=secrets.token_urlsafe(32),  # nobody has it: there is one password
            R=6,
            aes=True,
            metadata=True,
            allow=Permissions(accessibility=True, extract=True),
        )
        for attached in plain.attachments.values():
            del attached.obj.EF.F["/Params"]
        if "/AF" in plain.Root:  # the root itself is in no stream; a list in it could be counted
            plain.Root.AF = plain.make_indirect(plain.Root.AF)
        if "/ID" in plain.trailer:  # made from the words, so that it could confirm a guess
            del plain.trailer["/ID"]
        plain.save(buffer, encryption=lock, object_stream_mode=ObjectStreamMode.generate)
    return buffer.getvalue()


def _name(whole: Pdf, titel: str) -> None:
    whole.Root.Lang = "nl-NL"
    whole.Root.PageMode = Name.UseOutlines
    whole.docinfo["/Title"] = titel
