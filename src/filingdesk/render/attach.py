"""Puts files into a PDF, as PDF/A-3 asks: named, described, and tied to the document."""

import hashlib
import zlib
from collections.abc import Sequence
from datetime import date

import pikepdf
from pikepdf import Dictionary, Name, Object, String

from filingdesk.core.document import Attachment

_PACKED = ("image/jpeg", "application/pdf", "application/zip")
"""What is packed already: doing it again takes time and saves nothing."""


def packed(attachment: Attachment) -> bytes:
    """The bytes of its stream."""
    content = attachment.content
    return content if attachment.media_type in _PACKED else zlib.compress(content)


def checksum(attachment: Attachment) -> bytes:
    """What ISO 32000-1, 7.11.4.2 asks for: MD5, which finds an accident and proves nothing."""
    return hashlib.md5(attachment.content, usedforsecurity=False).digest()


def attach(
    pdf: pikepdf.Pdf,
    attachments: Sequence[Attachment],
    streams: Sequence[tuple[int, bytes]],
    made_on: date | None = None,
) -> None:
    """Embed the files in their order, each of that day; viewers list them by name.

    `streams` are the numbers of the objects that hold them, `packed`, and say nothing of them yet;
    each with the file's checksum. Raises ValueError if two have one name: the second would hide
    the first.
    """
    if not attachments:
        return
    if len({each.name for each in attachments}) < len(attachments):
        raise ValueError("two attachments of one name")
    names = pikepdf.NameTree.new(pdf)
    pdf.Root.AF = pdf.make_indirect(pikepdf.Array())
    for each, (number, digest) in zip(attachments, streams, strict=True):
        file = pdf.make_indirect(_file(each, pdf.get_object(number, 0), digest, made_on))
        names[each.name] = file
        pdf.Root.AF.append(file)
    pdf.Root.Names = Dictionary(EmbeddedFiles=names.obj)


def _file(
    attachment: Attachment, embedded: Object, digest: bytes, made_on: date | None
) -> Dictionary:
    embedded.Type = Name.EmbeddedFile
    embedded.Subtype = Name(f"/{attachment.media_type}")
    embedded.Params = Dictionary(Size=len(attachment.content), CheckSum=String(digest))
    if made_on:
        embedded.Params.ModDate = String(f"D:{made_on:%Y%m%d}")
    if attachment.media_type not in _PACKED:
        embedded.Filter = Name.FlateDecode
    return Dictionary(
        Type=Name.Filespec,
        F=attachment.name,
        UF=attachment.name,
        Desc=attachment.description,
        AFRelationship=Name(f"/{attachment.relationship}"),
        EF=Dictionary(F=embedded, UF=embedded),
    )
