"""A small PDF that asks for work without end: forms that draw forms."""

from io import BytesIO

import pikepdf

PAPER = pikepdf.Array([0, 0, 595, 842])
DEPTH, TIMES = 5, 22


def slow_pdf() -> bytes:
    """Make a page on which one red field is painted five million times."""
    pdf = pikepdf.new()
    form = _form(pdf, b"1 0 0 rg 0 0 595 842 re f", pikepdf.Dictionary())
    for _ in range(DEPTH):
        form = _form(pdf, b"/X Do " * TIMES, _names(form))
    page = pdf.add_blank_page(page_size=(595, 842))
    page.obj.Resources = _names(form)
    page.obj.Contents = pdf.make_stream(b"/X Do")
    data = BytesIO()
    pdf.save(data)
    return data.getvalue()


def _form(pdf: pikepdf.Pdf, drawing: bytes, names: pikepdf.Dictionary) -> pikepdf.Object:
    group = pikepdf.Dictionary(S=pikepdf.Name.Transparency, I=True)
    return pdf.make_stream(
        drawing,
        Type=pikepdf.Name.XObject,
        Subtype=pikepdf.Name.Form,
        BBox=PAPER,
        Resources=names,
        Group=group,
    )


def _names(form: pikepdf.Object) -> pikepdf.Dictionary:
    return pikepdf.Dictionary(XObject=pikepdf.Dictionary(X=form))
