"""What a desk would use without filingdesk: docxtpl fills, LibreOffice prints, pyHanko signs.

`document.py` runs it, in an environment of its own: `template TEMPLATE` writes the empty letter,
`whole` makes one signed PDF as a script does, `warm` several in one process and one LibreOffice.
"""

import json
import os
import subprocess
import sys
import time
from collections.abc import Callable, Iterator
from contextlib import contextmanager
from pathlib import Path

SOFFICE = ("soffice", "--headless", "--norestore", "--nologo")
PIPE = "pipe,name=filingdesk-benchmark;urp"
PATIENCE = 30  # seconds


def main() -> None:
    mode, template = sys.argv[1], Path(sys.argv[2])
    if mode == "template":
        write_template(template)
        return
    said, seal, out = (Path(each) for each in sys.argv[3:6])
    if mode == "whole":
        file(template, said, seal, out, convert)
        return
    with listening(out.parent) as by_listener:
        for _ in range(int(sys.argv[6])):
            begun = time.perf_counter()
            file(template, said, seal, out, by_listener)
            print(time.perf_counter() - begun, flush=True)


def write_template(template: Path) -> None:
    """A4 and a Chinese serif as filingdesk's pages: title, lines, a table, lines, photos."""
    from docx import Document
    from docx.oxml.ns import qn
    from docx.shared import Mm, Pt

    letter = Document()
    section = letter.sections[0]
    section.page_width, section.page_height = Mm(210), Mm(297)
    section.top_margin, section.bottom_margin = Mm(37), Mm(35)
    section.left_margin, section.right_margin = Mm(28), Mm(26)
    font = letter.styles["Normal"].font
    font.name, font.size = "Noto Serif CJK SC", Pt(12)
    letter.styles["Normal"].element.rPr.rFonts.set(qn("w:eastAsia"), "Noto Serif CJK SC")
    letter.add_paragraph("{{ title }}")
    for lines in ("before", "after"):
        if lines == "after":
            table = letter.add_table(rows=3, cols=5, style="Table Grid")
            table.rows[0].cells[0].text = "{%tr for row in rows %}"
            for number, cell in enumerate(table.rows[1].cells):
                cell.text = f"{{{{ row[{number}] }}}}"
            table.rows[2].cells[0].text = "{%tr endfor %}"
        letter.add_paragraph(f"{{%p for line in {lines} %}}")
        letter.add_paragraph("{{ line }}")
        letter.add_paragraph("{%p endfor %}")
    letter.add_paragraph("{%p for photo in photos %}")
    letter.add_paragraph("{{ photo.caption }}")
    letter.add_paragraph("{{ photo.picture }}")
    letter.add_paragraph("{%p endfor %}")
    letter.save(str(template))


def file(
    template: Path, said: Path, seal: Path, out: Path, print_it: Callable[[Path, Path], None]
) -> None:
    """The whole way: letter, PDF, signature."""
    letter, pdf = out.with_suffix(".docx"), out.with_suffix(".unsigned.pdf")
    fill(template, json.loads(said.read_text("utf-8")), letter)
    print_it(letter, pdf)
    sign(pdf, seal, out)


def fill(template: Path, said: dict, letter: Path) -> None:
    from docx.shared import Mm
    from docxtpl import DocxTemplate, InlineImage

    filled = DocxTemplate(str(template))
    photos = [
        {"caption": each["caption"], "picture": InlineImage(filled, each["path"], width=Mm(154))}
        for each in said["photos"]
    ]
    filled.render({**said, "photos": photos}, autoescape=True)
    filled.save(str(letter))


def convert(letter: Path, pdf: Path) -> None:
    """A LibreOffice of its own, started and ended, as scripts do it."""
    command = (*SOFFICE, profile(pdf.parent), "--convert-to", "pdf", "--outdir", str(pdf.parent))
    subprocess.run((*command, str(letter)), check=True, capture_output=True)
    letter.with_suffix(".pdf").replace(pdf)


def profile(folder: Path) -> str:
    return f"-env:UserInstallation=file://{folder}/profile"


@contextmanager
def listening(folder: Path) -> Iterator[Callable[[Path, Path], None]]:
    """A LibreOffice that stays open and is asked over a pipe."""
    import uno
    from com.sun.star.beans import PropertyValue
    from com.sun.star.connection import NoConnectException

    office = subprocess.Popen((*SOFFICE, profile(folder), f"--accept={PIPE}"))
    context = uno.getComponentContext()
    make = context.ServiceManager.createInstanceWithContext
    resolver = make("com.sun.star.bridge.UnoUrlResolver", context)
    begun = time.perf_counter()
    while True:
        try:
            there = resolver.resolve(f"uno:{PIPE};StarOffice.ComponentContext")
            break
        except NoConnectException:
            if time.perf_counter() - begun > PATIENCE:
                raise SystemExit("no LibreOffice answered") from None
            time.sleep(0.1)
    desktop = there.ServiceManager.createInstanceWithContext("com.sun.star.frame.Desktop", there)

    def value(name: str, content: object) -> PropertyValue:
        return PropertyValue(name, 0, content, 0)

    def by_listener(letter: Path, pdf: Path) -> None:
        opened = desktop.loadComponentFromURL(
            letter.as_uri(), "_blank", 0, (value("Hidden", True),)
        )
        opened.storeToURL(pdf.as_uri(), (value("FilterName", "writer_pdf_Export"),))
        opened.close(True)

    try:
        yield by_listener
    finally:
        desktop.terminate()
        office.wait()


def sign(pdf: Path, seal: Path, out: Path) -> None:
    from pyhanko.pdf_utils.incremental_writer import IncrementalPdfFileWriter
    from pyhanko.sign import PdfSignatureMetadata, SimpleSigner, sign_pdf
    from pyhanko.sign.fields import SigSeedSubFilter

    signer = SimpleSigner.load_pkcs12(str(seal), passphrase=os.environ["PEER_PASSPHRASE"].encode())
    metadata = PdfSignatureMetadata(field_name="Centre", subfilter=SigSeedSubFilter.PADES)
    with pdf.open("rb") as unsigned, out.open("wb") as signed:
        sign_pdf(IncrementalPdfFileWriter(unsigned), metadata, signer, output=signed)
        signed.flush()
        os.fsync(signed.fileno())


if __name__ == "__main__":
    main()
