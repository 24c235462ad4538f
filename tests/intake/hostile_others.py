"""What is neither a picture nor a paper, and texts that mean harm."""

from io import BytesIO
from random import Random
from tarfile import TarFile, TarInfo
from zipfile import ZipFile

from filingdesk.intake.limits import MOST_BYTES
from tests.intake.hostile import Hostile, fixed

_OTHER, _WEB, _PROGRAM = "file-kind-not-supported", "file-kind-web", "file-kind-program"
_ARCHIVE, _OFFICE = "file-kind-archive", "file-kind-office"


def zipped(*names: str) -> bytes:
    """An archive of files with these names."""
    file = BytesIO()
    with ZipFile(file, "w") as archive:
        for name in names:
            archive.writestr(name, "x" * 99)
    return file.getvalue()


def tarred() -> bytes:
    """An archive of one file."""
    file = BytesIO()
    with TarFile(fileobj=file, mode="w") as archive:
        archive.addfile(TarInfo("photo.jpg"))
    return file.getvalue()


LAUGHS = b'<?xml version="1.0"?><!DOCTYPE a [<!ENTITY b "&c;&c;"><!ENTITY c "ha">]><a>&b;</a>'

OTHERS = (
    fixed("nothing", b"", "file-empty"),
    fixed("white space", b" \r\n\t \n", "file-empty"),
    fixed("NUL", b"\0", _OTHER),
    Hostile("too large", lambda: b"\xff\xd8\xff".ljust(MOST_BYTES + 1, b"\0"), "file-too-large"),
    Hostile("noise", lambda: Random(1).randbytes(100_000), _OTHER),
    fixed("SVG", b"<svg xmlns='http://www.w3.org/2000/svg' onload='alert(1)'/>", _WEB),
    fixed("HTML", b"\xef\xbb\xbf\n<!DOCTYPE HTML><script>alert(1)</script>", _WEB),
    fixed("XML that laughs", LAUGHS, _WEB),
    fixed("EXE", b"MZ\x90\0" + bytes(99), _PROGRAM),
    fixed("ELF", b"\x7fELF\2\1\1" + bytes(99), _PROGRAM),
    fixed("script", b"#!/bin/sh\nrm -rf /\n", _PROGRAM),
    fixed("ZIP", zipped("photo.jpg"), _ARCHIVE),
    fixed("ZIP that climbs", zipped("../../etc/cron.d/a"), _ARCHIVE),
    fixed("7z", b"7z\xbc\xaf\x27\x1c" + bytes(99), _ARCHIVE),
    fixed("RAR", b"Rar!\x1a\7\1\0", _ARCHIVE),
    fixed("gzip", b"\x1f\x8b\x08" + bytes(99), _ARCHIVE),
    fixed("tar", tarred(), _ARCHIVE),
    fixed("docx", zipped("[Content_Types].xml", "word/document.xml"), _OFFICE),
    fixed("OFD", zipped("OFD.xml", "Doc_0/Document.xml"), _OFFICE),
    fixed("doc", b"\xd0\xcf\x11\xe0\xa1\xb1\x1a\xe1" + bytes(99), _OFFICE),
    fixed("RTF", b"{\\rtf1\\ansi hello}", _OFFICE),
    fixed("text that turns about", "决定\u202e书\u2066\u200b\ufeff".encode()),
    fixed("text with half a pair", b"\xff\xfe\x00\xd8a\x00", _OTHER),
    fixed("text with a bell", b"ring\x07", _OTHER),
    Hostile("text of many lines", lambda: b"\n" * 200_000 + b"a", "file-too-many-pages"),
    Hostile("text of one line", lambda: b"a" * 5_000_000, "file-too-many-pages"),
    Hostile("text of page breaks", lambda: b"a\f" * 600, "file-too-many-pages"),
    Hostile("text of marks", lambda: b"e" + "\u0301".encode() * 9000, pages=1),
)
