"""Puts files into a PDF, as PDF/A-3 asks: named, described, and tied to the document."""

import hashlib
import zlib
from collections.abc import Sequence

import pikepdf
from pikepdf import Dictionary, Name, String

from filingdesk.core.document import Attachment

_PACKED = ("image/jpeg", "application/pdf", "application/zip")
"""What is packed already: doing it again takes time and saves nothing."""


def attach(pdf: pikepdf.Pdf, attachments: Sequence[Attachment]) -> None:
    """Embed the files in their order; viewers list them by name.

    Raises ValueError if two have one name: the second would hide the first.
    """
    if not attachments:
        return
    if len({each.name for each in attachments}) < len(attachments):
        raise ValueError("two attachments of one name")
    names = pikepdf.NameTree.new(pdf)
    pdf.Root.AF = pdf.make_indirect(pikepdf.Array())
    for each in attachments:
        file = pdf.make_indirect(_file(pdf, each))
        names[each.name] = file
        pdf.Root.AF.append(file)
    pdf.Root.Names = Dictionary(EmbeddedFiles=names.obj)


def _file(pdf: pikepdf.Pdf, attachment: Attachment) -> Dictionary:
    content = attachment.content
    packed = attachment.media_type in _PACKED
    stream = pikepdf.Stream(pdf, content if packed else zlib.compress(content))
    stream.Type = Name.EmbeddedFile
    stream.Subtype = Name(f"/{attachment.media_type}")
    stream.Params = Dictionary(
        Size=len(content),
        CheckSum=String(hashlib.md5(content, usedforsecurity=False).digest()),
    )
    if not packed:
        stream.Filter = Name.FlateDecode
    embedded = pdf.make_indirect(stream)
    return Dictionary(
        Type=Name.Filespec,
        F=attachment.name,
        UF=attachment.name,
        Desc=attachment.description,
        AFRelationship=Name(f"/{attachment.relationship}"),
        EF=Dictionary(F=embedded, UF=embedded),
    )
