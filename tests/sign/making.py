"""PDFs for the tests: made, amended by hand, and judged by programs that are not ours."""

import re
import subprocess
from datetime import datetime, timedelta, timezone
from io import BytesIO
from pathlib import Path

import pikepdf
from reportlab.pdfgen.canvas import Canvas

from filingdesk.core.signature import Capacity, field_name

BEIJING = timezone(timedelta(hours=8))
AT = datetime(2026, 3, 2, 10, 20, 30, tzinfo=BEIJING)
PASSPHRASE = b"a long random secret"
CENTRE = "天津市滨海新区政务服务中心"


def letter(*lines: str) -> bytes:
    """A page of A4 with these lines, in a classic PDF with one cross-reference table."""
    file = BytesIO()
    canvas = Canvas(file, invariant=1)
    for number, line in enumerate(lines or ("The fine was paid on 2024-05-06.",)):
        canvas.drawString(72, 720 - 20 * number, line)
    canvas.showPage()
    canvas.save()
    return file.getvalue()


def with_files(files: dict[str, bytes]) -> bytes:
    """The letter with files embedded under exactly these names."""
    with pikepdf.open(BytesIO(letter())) as pdf:
        leaves = pikepdf.Array()
        for number, (name, content) in enumerate(files.items()):
            stream = pdf.make_stream(content, Type=pikepdf.Name.EmbeddedFile)
            specification = pikepdf.Dictionary(
                Type=pikepdf.Name.Filespec, F=name, UF=name, EF=pikepdf.Dictionary(F=stream)
            )
            leaves.append(pikepdf.String(f"{number:03}"))
            leaves.append(pdf.make_indirect(specification))
        pdf.Root.Names = pikepdf.Dictionary(EmbeddedFiles=pikepdf.Dictionary(Names=leaves))
        return saved(pdf)


def saved(
    pdf: pikepdf.Pdf, compact: bool = False, encryption: pikepdf.Encryption | None = None
) -> bytes:
    """A PDF's bytes; with object streams when compact."""
    modes, file = pikepdf.ObjectStreamMode, BytesIO()
    mode = modes.generate if compact else modes.disable
    pdf.save(file, object_stream_mode=mode, encryption=encryption)
    return file.getvalue()


def amended(pdf: bytes, objects: dict[int, bytes]) -> bytes:
    """The PDF with these objects replaced or added in an incremental update (7.5.6)."""
    with pikepdf.open(BytesIO(pdf)) as read:
        size = max(int(read.trailer.Size), *(number + 1 for number in objects))
        root = read.Root.objgen[0]
    before = re.findall(rb"startxref\s+(\d+)", pdf)[-1]
    body, table = pdf + b"\n", b"xref\n"
    for number, content in objects.items():
        table += b"%d 1\n%010d 00000 n \n" % (number, len(body))
        body += b"%d 0 obj\n%s\nendobj\n" % (number, content)
    trailer = b"trailer\n<< /Size %d /Root %d 0 R /Prev %s >>\n" % (size, root, before)
    return body + table + trailer + b"startxref\n%d\n%%%%EOF\n" % len(body)


def new_number(pdf: bytes) -> int:
    """A number that no object of the PDF has."""
    with pikepdf.open(BytesIO(pdf)) as read:
        return int(read.trailer.Size)


def stream(content: bytes, entries: bytes = b"") -> bytes:
    """A stream object holding this content, with these entries in its dictionary."""
    return b"<< /Length %d %s >>\nstream\n%s\nendstream" % (len(content), entries, content)


def judged_by(program: str, *arguments: str | Path) -> str:
    """What a program that is not ours says; both its channels."""
    done = subprocess.run([program, *arguments], capture_output=True, text=True, check=False)
    return done.stdout + done.stderr


def with_places(*capacities: Capacity) -> bytes:
    """The letter with a box on the page for each capacity, as the renderer draws them."""
    with pikepdf.open(BytesIO(letter())) as pdf:
        page, fields = pdf.pages[0].obj, []
        for place, capacity in enumerate(capacities):
            empty = pdf.make_stream(b"", Type=pikepdf.Name.XObject, Subtype=pikepdf.Name.Form)
            empty.BBox = [0, 0, 200, 56]
            field = pikepdf.Dictionary(
                Type=pikepdf.Name.Annot,
                Subtype=pikepdf.Name.Widget,
                FT=pikepdf.Name.Sig,
                T=field_name(capacity),
                TU=capacity.value,
                Rect=[72, 100 + 70 * place, 272, 156 + 70 * place],
                F=4,
                P=page,
                AP=pikepdf.Dictionary(N=empty),
            )
            fields.append(pdf.make_indirect(field))
        page.Annots = pikepdf.Array(fields)
        page.Tabs = pikepdf.Name.S
        pdf.Root.AcroForm = pikepdf.Dictionary(Fields=fields, SigFlags=1)
        return saved(pdf)


def drawn_stamp(line: str) -> bytes:
    """A page in the size of a place, as the renderer draws what a signed field shows."""
    file = BytesIO()
    canvas = Canvas(file, pagesize=(200, 56), invariant=1)
    canvas.drawString(4, 20, line)
    canvas.save()
    return file.getvalue()
