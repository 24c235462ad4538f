"""Puts files into a PDF, as PDF/A-3 asks: named, described, and tied to the document."""

import hashlib
import zlib
from collections.abc import Iterable, Sequence
from datetime import date
from io import BytesIO

import pikepdf
from pikepdf import Dictionary, Name, String

from filingdesk.core.document import Attachment

_PACKED = ("image/jpeg", "application/pdf", "application/zip")
"""What is packed already: doing it again takes time and saves nothing."""


def is_packed(attachment: Attachment) -> bool:
    """Such a one is not written with the rest: see `large_streams`."""
    return attachment.media_type in _PACKED


def checksum(attachment: Attachment) -> bytes:
    """What ISO 32000-1, 7.11.4.2 asks for: MD5, which finds an accident and proves nothing."""
    return hashlib.md5(attachment.content, usedforsecurity=False).digest()


def attach(
    pdf: pikepdf.Pdf,
    attachments: Sequence[Attachment],
    checksums: Iterable[bytes],
    made_on: date | None = None,
) -> None:
    """Embed the files in their order, each of that day; viewers list them by name.

    The streams of those that are packed stay empty: `held` tells their places in what is saved.
    Raises ValueError if two have one name: the second would hide the first.
    """
    if not attachments:
        return
    if len({each.name for each in attachments}) < len(attachments):
        raise ValueError("two attachments of one name")
    names = pikepdf.NameTree.new(pdf)
    pdf.Root.AF = pdf.make_indirect(pikepdf.Array())
    for each, digest in zip(attachments, checksums, strict=True):
        file = pdf.make_indirect(_file(pdf, each, digest, made_on))
        names[each.name] = file
        pdf.Root.AF.append(file)
    pdf.Root.Names = Dictionary(EmbeddedFiles=names.obj)


def held(saved: bytes, attachments: Sequence[Attachment]) -> dict[int, bytes]:
    """The contents that are not in the saved PDF yet, by the numbers of their streams."""
    with pikepdf.open(BytesIO(saved)) as pdf:
        files = zip(attachments, pdf.Root.get("/AF", ()), strict=True)
        return {file.EF.F.objgen[0]: each.content for each, file in files if is_packed(each)}


def _file(
    pdf: pikepdf.Pdf, attachment: Attachment, digest: bytes, made_on: date | None
) -> Dictionary:
    content = b"" if is_packed(attachment) else zlib.compress(attachment.content)
    embedded = pikepdf.Stream(pdf, content)
    embedded.Type = Name.EmbeddedFile
    embedded.Subtype = Name(f"/{attachment.media_type}")
    embedded.Params = Dictionary(Size=len(attachment.content), CheckSum=String(digest))
    if made_on:
        embedded.Params.ModDate = String(f"D:{made_on:%Y%m%d}")
    if content:
        embedded.Filter = Name.FlateDecode
    stream = pdf.make_indirect(embedded)
    return Dictionary(
        Type=Name.Filespec,
        F=attachment.name,
        UF=attachment.name,
        Desc=attachment.description,
        AFRelationship=Name(f"/{attachment.relationship}"),
        EF=Dictionary(F=stream, UF=stream),
    )
