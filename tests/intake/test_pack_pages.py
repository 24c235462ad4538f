"""A safe file travels inside the filing as one file."""

import subprocess
from io import BytesIO
from pathlib import Path

import pikepdf

from filingdesk.core.ports import SafeFile
from filingdesk.intake.pack_pages import safe_attachment
from filingdesk.intake.read import SafeIntake
from tests.intake.making import encoded, letter, quarters


def test_one_page_travels_as_the_picture_it_is() -> None:
    safe = SafeIntake().read(encoded(quarters(), "PNG"))
    assert safe_attachment(safe, "材料1") == ("材料1.jpg", "image/jpeg", safe.pages[0])


def test_several_pages_travel_as_a_pdf_of_the_same_pictures(tmp_path: Path) -> None:
    safe = SafeIntake().read(letter(3))
    name, media_type, content = safe_attachment(safe, "material-2")
    assert (name, media_type) == ("material-2.pdf", "application/pdf")
    file = tmp_path / name
    file.write_bytes(content)
    subprocess.run(["qpdf", "--check", file], check=True, capture_output=True)
    subprocess.run(["pdfimages", "-all", file, tmp_path / "page"], check=True)
    drawn = [each.read_bytes() for each in sorted(tmp_path.glob("page-*.jpg"))]
    assert drawn == list(safe.pages)


def test_the_sheets_keep_their_size() -> None:
    safe = SafeIntake().read(letter(2))
    with pikepdf.open(BytesIO(safe_attachment(safe, "x")[2])) as pdf:
        for page in pdf.pages:
            assert abs(float(page.mediabox[2]) - 595.28) < 1
            assert abs(float(page.mediabox[3]) - 841.89) < 1


def test_grey_and_coloured_pages_travel_together(tmp_path: Path) -> None:
    grey, red = encoded(quarters().convert("L"), "PNG"), encoded(quarters(), "PNG")
    pages = tuple(SafeIntake().read(each).pages[0] for each in (grey, red))
    file = tmp_path / "two.pdf"
    file.write_bytes(safe_attachment(SafeFile(pages, "", 0), "two")[2])
    listed = subprocess.run(
        ["pdfimages", "-list", file], check=True, capture_output=True, text=True
    ).stdout
    assert [line.split()[5] for line in listed.splitlines()[2:]] == ["gray", "rgb"]


def test_an_exhibit_is_embedded_with_its_description() -> None:
    intake = SafeIntake()
    safe = intake.read(encoded(quarters(), "PNG"))
    found = intake.attachment(safe, "exhibit-01-01", "行政处罚决定书")
    assert (found.name, found.media_type) == ("exhibit-01-01.jpg", "image/jpeg")
    assert (found.description, found.relationship) == ("行政处罚决定书", "Supplement")
    assert found.content == safe.pages[0]


def test_the_same_pages_give_the_same_bytes() -> None:
    safe = SafeIntake().read(letter(2))
    assert safe_attachment(safe, "x") == safe_attachment(safe, "x")
