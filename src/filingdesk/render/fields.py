"""Empty fields for signatures, made before anybody signs: a later one would break the earlier."""

from collections.abc import Sequence

import pikepdf
from pikepdf import Array, Dictionary, Name, Object, String

from filingdesk.render.structure import Widget

_PRINTED = 4
_FIELDS_AND_ONLY_ADDITIONS = 3


def add_field(pdf: pikepdf.Pdf, page: Object, widget: Widget, key: int) -> Object:
    """A field of its page, with the `key` under which its structure element is found.

    Archives want an appearance of every field (ISO 19005-3, 6.3.3): an unsigned one shows nothing.
    """
    left, bottom, right, top = (round(edge, 2) for edge in widget.box)
    nothing = pikepdf.Stream(pdf, b"")
    nothing.Type = Name.XObject
    nothing.Subtype = Name.Form
    nothing.BBox = Array([0, 0, round(right - left, 2), round(top - bottom, 2)])
    nothing.Resources = Dictionary()
    field = pdf.make_indirect(
        Dictionary(
            Type=Name.Annot,
            Subtype=Name.Widget,
            FT=Name.Sig,
            T=String(widget.field),
            TU=String(widget.label),
            Rect=Array([left, bottom, right, top]),
            F=_PRINTED,
            P=page,
            StructParent=key,
            AP=Dictionary(N=pdf.make_indirect(nothing)),
        )
    )
    if "/Annots" not in page:
        page.Annots = Array()
    page.Annots.append(field)
    return field


def add_form(pdf: pikepdf.Pdf, fields: Sequence[Object]) -> None:
    """The list of all fields, as one that is only ever added to.

    A time stamp over the whole file brings a field of its own to page one: that page has its list
    of fields already, because a new one counts with the EU's DSS as a change of the page.
    """
    if fields:
        first = pdf.pages[0].obj
        if "/Annots" not in first:
            first.Annots = Array()
        pdf.Root.AcroForm = pdf.make_indirect(
            Dictionary(Fields=Array(fields), SigFlags=_FIELDS_AND_ONLY_ADDITIONS)
        )
